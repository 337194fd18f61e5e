//! Whole programs from text: findings with their places, both languages, defaults, inheritance.

use super::read;
use super::vocabulary::{Kind, MUNICIPALITY, PROGRAM, Record};
use crate::diagnostic::{Files, Findings};
use crate::model::{
    AppendixContent, Control, DeadlineForm, ItemKind, MeasureNumbering, PartKind, PassportRowKind, Period, Program,
    Responsible, RoadmapColumn,
};
use crate::source::discover;
use camino::Utf8Path;
use serde_json::{Map, Value, json};

/// What was read, and the findings as «file:line:column name: message | help».
struct Outcome {
    program: Option<Program>,
    said: Vec<String>,
}

/// The smallest file that `source` takes for a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20\x08\x02\0\0\0crc_\0\0\0\0IENDcrc_";

/// Reads a program from the texts of its files; those in `..` are above the program's folder.
fn read_files(texts: &[(&str, &str)]) -> Outcome {
    let root = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(root.path()).unwrap();
    let folder = root.join("программа");
    std::fs::create_dir(&folder).unwrap();
    let put = |name: &str, bytes: &[u8]| {
        std::io::Write::write_all(&mut std::fs::File::create(folder.join(name)).unwrap(), bytes).unwrap();
    };
    put("герб.png", PNG);
    texts.iter().for_each(|(name, text)| put(name, text.as_bytes()));
    let folder = &discover(&[root.to_owned()]).unwrap()[0];
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let program = read(folder, &mut files, &mut findings);
    findings.sort();
    let said = findings.iter().map(|finding| {
        let place = finding.place.unwrap();
        let at = files.start(place);
        let name = files.get(place.file).path.file_name().unwrap().to_owned();
        let help = finding.help.as_ref().map(|help| format!(" | {help}")).unwrap_or_default();
        format!("{name}:{}:{} {}: {}{help}", at.line, at.column, finding.name, finding.message)
    });
    Outcome { said: said.collect(), program }
}

/// Reads a program of one file.
fn read_text(text: &str) -> Outcome {
    read_files(&[("program.yaml", text)])
}

/// Reads a program of one file that must be without a fault.
fn program(text: &str) -> Program {
    let outcome = read_text(text);
    assert_eq!(outcome.said, Vec::<String>::new());
    outcome.program.unwrap()
}

#[test]
fn all_mistakes_are_found_in_one_run() {
    let outcome = read_text(
        "\
программа:
  наменование: Развитие школ
  срок: 2025-2021
паспорт:
  заказчик: Комитет
  бюджет: 100
цели:
  - задачи: [Учить]
показатели:
  - наименование: Доля
    направление: растёт
    значения: {21: 50, 2022: 60}
дорожная карта:
  мероприятия:
    - мероприятие: [Семинар]
приказ:
  дата: 31.02.2021
  подпись:
    лицо: Иванов
    исполняет обязанности: конечно
  number: 5
  номер: 6
люди: []
",
    );
    let expected = [
        "2:3 unknown-key: ключ «наменование» здесь неизвестен | возможно, имелось в виду «наименование»",
        "3:9 bad-term: срок «2025-2021» кончается раньше, чем начинается | поменяйте годы местами",
        "6:3 unknown-key: ключ «бюджет» здесь неизвестен | здесь могут стоять ключи: «заголовок», «основание», \
         «заказчик», «разработчики», «исполнители», «механизмы», «финансирование», «контроль», «строки»",
        "8:5 missing-key: нет ключа «текст» | напишите «текст: …»: цель",
        "11:18 unknown-choice: у ключа «направление» не бывает значения «растёт» | здесь может стоять: «рост», \
         «снижение», «сохранение»",
        "12:16 bad-period: не понять год «21» | напишите год четырьмя цифрами: 2021, а учебный год двумя годами: 2021-2022",
        "15:21 wrong-type: у ключа «мероприятие» нужен текст, а написан список | напишите одно значение без «- » и \
         без квадратных скобок",
        "17:9 bad-date: 31 февраля 2021 года не бывает | исправьте день, месяц или год",
        "20:28 bad-flag: у ключа «исполняет обязанности» написано «конечно», а это не «да» и не «нет» | напишите «да» \
         или «нет»",
        "22:3 duplicate-key: ключи «number» и «номер» значат одно и то же, а написаны оба | оставьте один из них, а \
         другой удалите",
        "23:1 unknown-key: ключ «люди» здесь неизвестен | перенесите этот ключ в файл municipality.yaml (муниципалитет.yaml)",
    ];
    let expected: Vec<String> = expected.iter().map(|line| format!("program.yaml:{line}")).collect();
    assert_eq!(outcome.said, expected);
    let program = outcome.program.unwrap();
    assert_eq!(program.title.nominative.value, "Развитие школ");
    assert_eq!(program.goals[0].tasks[0].text.value, "Учить");
}

#[test]
fn shapes_are_named_in_plain_words() {
    let outcome = read_text(
        "\
программа:
  наименование: Развитие
паспорт: таблица
цели:
  - Учить: всех
  - [[цель]]
содержание:
  - часть: {цели: да}
  - текст: '<!-- раздел: альбомный -->'
",
    );
    assert_eq!(outcome.said.len(), 5, "{:#?}", outcome.said);
    let said: Vec<&str> = outcome.said.iter().map(|line| line.strip_prefix("program.yaml:").unwrap()).collect();
    assert!(said[0].starts_with("3:10 wrong-type: у ключа «паспорт» нужны ключи со значениями, а написан текст"));
    assert_eq!(
        said[1],
        "5:5 unknown-key: ключ «Учить» здесь неизвестен | если это текст с двоеточием, возьмите его целиком в кавычки"
    );
    assert!(
        said[2].starts_with("6:7 wrong-type: у ключа «цели» нужны ключи со значениями, а написан список"),
        "{said:?}"
    );
    assert!(said[3].starts_with("8:13 wrong-type: у ключа «часть» нужно одно из слов, а написаны ключи"), "{said:?}");
    assert!(
        said[4].starts_with("9:13 unknown-directive: указание «раздел» в тексте программы не действует"),
        "{said:?}"
    );
}

#[test]
fn a_program_without_a_card_is_not_read() {
    let outcome = read_text("цели: [Учить]\n");
    assert_eq!(
        outcome.said,
        ["program.yaml:1:1 missing-key: нет ключа «программа» | напишите «программа: …»: название и срок программы"]
    );
    assert!(outcome.program.is_none());
    assert!(read_text("- цели\n").program.is_none());
}

#[test]
fn keys_may_be_spread_over_files_but_stand_once() {
    let outcome = read_files(&[
        ("program.yaml", "программа: {наименование: Развитие}\nцели: [Учить]\n"),
        ("цели.yaml", "goals: [Лечить]\nрезультаты: [Выучены]\n"),
    ]);
    assert_eq!(
        outcome.said,
        [
            "цели.yaml:1:1 duplicate-key: ключ «goals» уже есть в файле program.yaml | оставьте один из них, а другой удалите"
        ]
    );
    let program = outcome.program.unwrap();
    assert_eq!(program.goals[0].text.value, "Учить");
    assert_eq!(program.results[0].text.value, "Выучены");
}

#[test]
fn the_nearer_municipality_file_wins_key_by_key() {
    let outcome = read_files(&[
        (
            "../municipality.yaml",
            "муниципалитет: {наименование: Край, город: Столица}\n\
             люди: [{ид: глава, имя: А.А. Дальний}, {имя: Б.Б. Общий}]\n\
             сокращения: {СОШ: школа, РК: край}\nоформление: {знак номера: нет}\nбланк: {строки: Край}\n",
        ),
        (
            "municipality.yaml",
            "муниципалитет: Город\nлюди: [{ид: глава, имя: В.В. Ближний}]\nшколы: [Лицей]\n\
             оформление: {единственное приложение: с номером}\nбланк: {эмблема: герб.png}\n",
        ),
        ("program.yaml", "программа: {наименование: Развитие}\nсокращения: {СОШ: средняя школа}\n"),
    ]);
    assert_eq!(outcome.said, Vec::<String>::new());
    let inherited = outcome.program.unwrap().municipality;
    assert_eq!(inherited.name.unwrap().value, "Город");
    assert_eq!(inherited.town.unwrap().value, "Столица");
    let people: Vec<&str> = inherited.people.iter().map(|person| person.name.value.as_str()).collect();
    assert_eq!(people, ["В.В. Ближний", "Б.Б. Общий"]);
    let abbreviations: Vec<(&str, &str)> =
        inherited.abbreviations.iter().map(|(short, full)| (short.value.as_str(), full.value.as_str())).collect();
    assert_eq!(abbreviations, [("СОШ", "средняя школа"), ("РК", "край")]);
    assert!(!inherited.layout.number_sign && inherited.layout.single_appendix_number);
    let letterhead = inherited.letterhead.unwrap();
    assert_eq!(letterhead.emblem.unwrap().width_px, 64);
    assert_eq!(letterhead.columns, []);
    assert_eq!(inherited.parties.len(), 1);
}

#[test]
fn an_edition_inherits_what_it_does_not_say() {
    let program = program(
        "\
программа: {наименование: 'Развитие на [[срок]]', срок: 2021, далее: Программа}
цели: [Учить]
задачи: [Читать]
редакции:
  - ид: вторая
    программа: {срок: 2022}
    цели: ['Лечить [[x]]']
",
    );
    assert_eq!(program.references.len(), 1);
    let edition = program.edition(Some("вторая")).unwrap();
    assert_eq!(edition.title, program.title);
    assert_eq!(edition.term.as_ref().unwrap().text, "2022 год");
    assert_eq!(edition.goals[0].text.value, "Лечить [[x]]");
    assert_eq!(edition.tasks, program.tasks);
    assert_eq!(edition.references.len(), 1);
    assert_eq!(edition.references[0].id, "x");
}

#[test]
fn short_forms_and_defaults() {
    let program = program(
        "\
программа: {наименование: Развитие}
паспорт:
  заказчик: Комитет
  строки: [цели, {заголовок: Своя, текст: слова}]
показатели:
  - базовое: 42,5
    значения: {2021-2022: 50, 2023: }
содержание:
  - цели
  - {раздел: Введение, номер: нет, вводная: Вот, часть: задачи, части: [акты]}
дорожная карта:
  разделы:
    - наименование: Первый
      мероприятия:
        - мероприятие: Семинар, см. [[приказ-1]]
          задача: [1, кадры]
          срок: {с: 2021-09-01, по: 2022-05-31}
          ответственные: [Комитет, {лицо: иванов}]
        - {мероприятие: Мониторинг, срок: {каждый: квартал, по плану: графику СОИРО}}
        - {мероприятие: Отчёт, срок: {по: 31.12.2021, текст: к концу года}}
    - наименование: Второй
приказ:
  пункты:
    - Принять к сведению
    - {утвердить: [программа, {документ: дорожная карта, далее: Карта}], ид: утверждение}
    - {поручить: иванов, текст: сделать, срок: до лета}
  контроль: оставляю за собой
  подпись: иванов
  приложения: [программа]
",
    );
    let passport = program.passport.unwrap();
    assert_eq!(passport.customer[0].text.as_ref().unwrap().value, "Комитет");
    assert!(matches!(passport.rows[0].kind, PassportRowKind::Goals));
    assert!(matches!(passport.rows[1].kind, PassportRowKind::Own(_)));
    let indicator = &program.indicators[0];
    assert_eq!(indicator.baseline.as_ref().unwrap().value.value, "42,5");
    assert_eq!(indicator.values.iter().map(|value| value.period).collect::<Vec<_>>(), [Period::SchoolYear(2021)]);
    assert!(matches!(program.contents[0].parts[0].kind, PartKind::Goals));
    let section = &program.contents[1];
    assert!(!section.numbered && section.parts[0].lead.is_some() && section.parts.len() == 2);
    assert_eq!(program.section_label.number(2).as_deref(), Some("2."));

    let roadmap = program.roadmap.unwrap();
    assert_eq!(roadmap.numbering, MeasureNumbering::BySection);
    assert_eq!(roadmap.columns.len(), 5);
    assert_eq!(roadmap.columns[4], RoadmapColumn::Result);
    let measures = &roadmap.sections[0].stages[0].measures;
    let deadlines: Vec<&str> =
        measures.iter().map(|measure| measure.deadline.as_ref().unwrap().text.value.as_str()).collect();
    assert_eq!(deadlines, ["с 1 сентября 2021 г. по 31 мая 2022 г.", "ежеквартально по графику СОИРО", "к концу года"]);
    assert!(matches!(measures[2].deadline.as_ref().unwrap().form, DeadlineForm::Fields { .. }));
    assert_eq!(measures[0].tasks.iter().map(|link| link.written.as_str()).collect::<Vec<_>>(), ["1", "кадры"]);
    assert!(matches!(measures[0].responsible[..], [Responsible::Party(_), Responsible::Person(_)]));
    assert_eq!(program.references.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["приказ-1"]);

    let order = program.order.unwrap();
    assert!(matches!(order.items[0].kind, ItemKind::Plain));
    assert!(matches!(&order.items[1].kind, ItemKind::Approve(papers) if papers.len() == 2));
    assert!(matches!(&order.items[2].kind, ItemKind::Assign(person) if person.written == "иванов"));
    assert!(matches!(order.control, Some(Control::Own { text: None, .. })));
    assert!(!order.signature.unwrap().acting);
    assert!(matches!(&order.appendices[0].content, AppendixContent::Paper(paper) if paper.written == "программа"));
}

#[test]
fn files_are_read_and_their_references_have_places() {
    let outcome = read_files(&[
        ("program.yaml", "программа: {наименование: Развитие}\nприказ: {приложения: [модель.md, модел.md]}\n"),
        ("модель.md", "Первый абзац.\n\nСм. пункт [[пункт]].\n"),
    ]);
    assert_eq!(
        outcome.said,
        ["program.yaml:2:34 unknown-file: нет файла «модел.md» | возможно, имелось в виду «модель.md»"]
    );
    let program = outcome.program.unwrap();
    let order = program.order.unwrap();
    assert_eq!(order.appendices.len(), 1);
    assert_eq!(program.references[0].id, "пункт");
    assert_eq!(program.references[0].place.start as usize, "Первый абзац.\n\nСм. пункт ".len());
}

#[test]
fn keys_that_exclude_each_other_are_found() {
    let outcome = read_text(
        "\
программа: {наименование: Развитие}
приказ:
  пункты:
    - {утвердить: программа, поручить: иванов}
    - срок: завтра
  приложения:
    - {документ: программа, файл: модель.md}
    - отметка: Приложение
",
    );
    let names: Vec<&str> = outcome.said.iter().map(|line| line.split([' ', ':']).nth(3).unwrap()).collect();
    assert_eq!(names, ["conflicting-keys", "missing-key", "conflicting-keys", "unknown-file", "missing-key"]);
}

/// A file that uses each key of a record once; a record within itself is left out.
fn sample(record: &'static Record, english: bool, round: usize, above: &mut Vec<&'static str>) -> Value {
    above.push(record.en);
    let mut mapping = Map::new();
    for field in record.fields {
        let (Kind::Record(inner) | Kind::Records(inner)) = field.kind else {
            mapping.insert(name(english, field.ru, field.en), sample_value(&field.kind, english, round));
            continue;
        };
        if !above.contains(&inner.en) {
            let value = sample(inner, english, round, above);
            let listed = matches!(field.kind, Kind::Records(_)) && round % 2 == 0;
            mapping.insert(name(english, field.ru, field.en), if listed { json!([value]) } else { value });
        }
    }
    above.pop();
    mapping.into()
}

fn name(english: bool, ru: &str, en: &str) -> String {
    if english { en } else { ru }.to_owned()
}

fn sample_value(kind: &Kind, english: bool, round: usize) -> Value {
    match kind {
        Kind::Text | Kind::Prose => json!("слова [[ид]]"),
        Kind::Id | Kind::Link(_) => json!("ид"),
        Kind::Date => json!("02.08.2021"),
        Kind::Term => json!("2021-2025 годы"),
        Kind::Period => json!("2021"),
        Kind::Whole => json!("20"),
        Kind::Flag => json!(name(english, "да", "yes")),
        Kind::Label => json!("1."),
        Kind::Choice(choices) => {
            let choice = &choices[round % choices.len()];
            json!(name(english, choice.ru, choice.en))
        }
        Kind::MarkdownFile => json!("текст.md"),
        Kind::PngFile => json!("герб.png"),
        Kind::List(kind) => json!([sample_value(kind, english, round)]),
        Kind::Values => json!({ "2021": "50" }),
        Kind::Dictionary => json!({ "СОШ": "школа" }),
        Kind::Record(_) | Kind::Records(_) => unreachable!("samples of records are made by `sample`"),
    }
}

/// The model without its places, which differ with the lengths of the keys.
fn without_places(program: &Program) -> String {
    let text = format!("{program:?}");
    let mut parts = text.split("Place {");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |bare, part| bare + part.split_once('}').unwrap().1)
}

#[test]
fn every_key_of_the_table_is_read_in_both_languages() {
    for round in 0..13 {
        let [russian, english] = [false, true].map(|english| {
            let program = sample(&PROGRAM, english, round, &mut Vec::new()).to_string();
            let municipality = sample(&MUNICIPALITY, english, round, &mut Vec::new()).to_string();
            let outcome = read_files(&[
                ("program.yaml", &program),
                ("municipality.yaml", &municipality),
                ("текст.md", "Слова.\n"),
            ]);
            for said in &outcome.said {
                assert!(said.contains(" conflicting-keys: "), "{said}");
            }
            without_places(&outcome.program.unwrap())
        });
        assert_eq!(russian, english);
    }
}
