//! Several files, inheritance, short forms and defaults.

use super::{program, read_files};
use crate::model::{
    AppendixContent, Control, CycleLink, DeadlineForm, ItemKind, MeasureNumbering, Money, PartKind, PassportRowKind,
    Period, Responsible, RoadmapColumn,
};
use crate::resolve::Covering;

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
    assert!(edition.tasks.is_empty(), "goals and tasks come together");
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
    assert_eq!(order.appendices.len(), 2, "one that was not read keeps its place");
    assert_eq!(program.references[0].id, "пункт");
    assert_eq!(program.references[0].place.start as usize, "Первый абзац.\n\nСм. пункт ".len());
}

#[test]
fn links_of_the_cycle_have_plain_variants_and_are_inherited() {
    let read = program(
        "\
программа: {наименование: Развитие}
содержание:
  - {раздел: Цели, звено: цели, часть: цели, разделы: [{раздел: Сбор, звено: методы сбора}]}
дорожная карта:
  разделы:
    - наименование: Мониторинг
      звено: мониторинг показателей
      мероприятия:
        - {мероприятие: Мониторинг}
        - {мероприятие: Справка, звено: [анализ, рекомендации]}
      этапы:
        - наименование: Этап
          звено: меры
          мероприятия:
            - мероприятие: Курсы
              подмероприятия: [{мероприятие: Вебинар}, {мероприятие: Отчет, cycle: effectiveness}]
        - {наименование: Другой, мероприятия: [{мероприятие: Мониторинг}]}
",
    );
    let covered = crate::resolve::cycle(&read).into_iter().map(|(link, all)| {
        let name = |own: &Covering<'_>| match own {
            Covering::Measure { number, .. } => number.clone(),
            Covering::Section(content) => content.heading.as_ref().unwrap().value.clone(),
        };
        (link.name(), all.iter().map(name).collect::<Vec<_>>().join(" "))
    });
    let covered: Vec<(&str, String)> = covered.collect();
    let expected = [
        ("цель", "Цели"),
        ("метод сбора информации", "Сбор"),
        ("мониторинг", "1 4"),
        ("анализ", "2"),
        ("адресные рекомендации", "2"),
        ("мера", "3 3.1"),
        ("анализ эффективности", "3.2"),
    ];
    assert_eq!(covered, expected.map(|(link, all)| (link, all.to_owned())));
    let roadmap = read.roadmap.unwrap();
    assert!(!roadmap.columns.contains(&RoadmapColumn::Cycle), "printed where nobody asked for it");
}

#[test]
fn every_link_is_read_by_its_name() {
    for link in CycleLink::ALL {
        let name = link.name();
        let text = format!(
            "программа: {{наименование: Развитие}}\nдорожная карта:\n  мероприятия: [{{мероприятие: Курсы, звено: {name}}}]\n"
        );
        let covered: Vec<CycleLink> = crate::resolve::cycle(&program(&text)).into_keys().collect();
        assert_eq!(covered, [link]);
    }
}

#[test]
fn funding_is_exact_and_sums_are_kept_as_written() {
    let read = program(
        "\
программа: {наименование: Развитие}
финансирование:
  единица: тыс. руб.
  источники:
    - наименование: местный бюджет
      по годам:
        2022: 1 200,25
        2021: 0,1
    - name: областной бюджет
      by-year: {2021: 0.2, 2023: 5}
      всего: 6
  всего: 1205,55
редакции: [{ид: 2022}]
",
    );
    let funding = read.funding.unwrap();
    let money = |written| Money::parse(written).unwrap();
    assert_eq!(funding.periods(), [2021, 2022, 2023].map(Period::Year));
    let sums = funding.periods().into_iter().map(|period| funding.sum_in(period));
    assert_eq!(sums.collect::<Vec<_>>(), ["0,3", "1200,25", "5"].map(money));
    assert_eq!((funding.sum(), funding.total()), (money("1205,55"), money("1205,55")));
    let second = &funding.sources[1];
    assert_eq!((second.sum(), second.total()), (money("5,2"), money("6")));
    assert_eq!((second.amount(Period::Year(2023)), second.amount(Period::Year(2022))), (Some(money("5")), None));
    assert_eq!(funding.decimals(), 2);
    assert_eq!(read.editions[0].funding.as_ref(), Some(&funding));
}
