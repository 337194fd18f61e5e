//! Numbers that are computed, and what `[[ид]]` prints.

mod support;

use prikaz::diagnostic::{Files, Findings};
use prikaz::model::Program;
use prikaz::read::read;
use prikaz::resolve::{Numbering, RoadmapRow, appendices, indicators, items, links, roadmap_rows};
use prikaz::source::discover;
use support::folder;

/// The program of a YAML text, without a finding of reading.
fn program(yaml: &str) -> Program {
    let folder = folder(&[("программа.yaml", yaml.as_bytes())]);
    let path = camino::Utf8PathBuf::from_path_buf(folder.path().to_path_buf()).expect("a UTF-8 path");
    let found = discover(&[path]).expect("a program");
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let program = read(&found[0], &mut files, &mut findings).expect("a readable program");
    assert!(findings.is_empty(), "{findings:?}");
    program
}

/// Numbers of the rows of a roadmap; sections and stages in brackets.
fn rows(settings: &str) -> String {
    let yaml = format!(
        "программа:\n  наименование: П\nдорожная карта:\n{settings}  разделы:\n    - наименование: А\n      мероприятия:\n        \
         - мероприятие: а1\n        - мероприятие: а2\n          подмероприятия:\n            - мероприятие: а21\n    \
         - наименование: Б\n      этапы:\n        - наименование: Этап 1\n          мероприятия:\n            \
         - мероприятие: б1\n        - наименование: Этап 2\n          мероприятия:\n            - мероприятие: б2\n"
    );
    let program = program(&yaml);
    let roadmap = program.roadmap.as_ref().expect("a roadmap");
    let row = |row: &RoadmapRow<'_>| match row {
        RoadmapRow::Section { number, .. } => format!("[{}]", number.as_deref().unwrap_or("–")),
        RoadmapRow::Stage(_) => "(этап)".into(),
        RoadmapRow::Measure { number, .. } => roadmap.number.around(number),
    };
    roadmap_rows(roadmap).iter().map(row).collect::<Vec<_>>().join(" ")
}

#[test]
fn measures_are_counted_as_the_program_says() {
    assert_eq!(rows(""), "[1.] 1.1. 1.2. 1.2.1. [2.] (этап) 2.1. (этап) 2.2.");
    assert_eq!(
        rows("  нумерация: сквозная\n  номер: 1\n  нумерация разделов: I.\n"),
        "[I.] 1 2 2.1 [II.] (этап) 3 (этап) 4"
    );
    assert_eq!(
        rows("  нумерация: с начала\n  нумерация разделов: Направление 1.\n"),
        "[Направление 1.] 1. 2. 2.1. [Направление 2.] (этап) 1. (этап) 1."
    );
    assert_eq!(
        rows("  нумерация: по разделам\n  нумерация разделов: нет\n"),
        "[–] 1.1. 1.2. 1.2.1. [–] (этап) 2.1. (этап) 2.2."
    );
}

#[test]
fn items_and_appendices_of_an_order_are_numbered() {
    let program = program(
        "программа:\n  наименование: П\nприказ:\n  пункты:\n    - Создать комиссию\n    - утвердить: [программа, карта]\n      \
         подпункты:\n        - Опубликовать\n    - утвердить: дорожная карта\n  контроль: оставляю за собой\n  приложения:\n    \
         - программа\n    - документ: дорожная карта\n      приложения:\n        - документ: карта\n        - паспорт\n    - карта\n\
         документы:\n  - ид: карта\n    наименование: К\n",
    );
    let order = program.order.as_ref().expect("an order");
    let numbers: Vec<String> = items(order).into_iter().map(|item| item.number).collect();
    assert_eq!(numbers, ["1", "2", "2.1", "2.2", "2.3", "3", "4"]);
    let attached = appendices(order, &program.municipality.layout);
    let numbers: Vec<(usize, bool, bool)> =
        attached.iter().map(|own| (own.number, own.shown, own.parent.is_some())).collect();
    let expected = [(1, true, false), (2, true, false), (1, true, true), (2, true, true), (3, true, false)];
    assert_eq!(numbers, expected);
}

#[test]
fn an_only_appendix_has_no_number_unless_asked_for() {
    let yaml = "программа:\n  наименование: П\nприказ:\n  приложения: программа\n";
    let mut program = program(yaml);
    let shown = |program: &Program| {
        let order = program.order.as_ref().expect("an order");
        appendices(order, &program.municipality.layout)[0].shown
    };
    assert!(!shown(&program));
    program.municipality.layout.single_appendix_number = true;
    assert!(shown(&program));
}

#[test]
fn indicators_are_counted_by_task_and_groups_have_no_number() {
    let program = program(
        "программа:\n  наименование: П\nзадачи: [а, б]\nпоказатели:\n  - наименование: x\n    задача: 2\n  - задача: 1\n    единица: '%'\n    \
         показатели:\n      - наименование: y\n      - наименование: z\n        показатели:\n          - наименование: z1\n  \
         - номер: 7.7\n    наименование: w\n  - наименование: v\n",
    );
    let numbers: Vec<Option<String>> = indicators(&program).into_iter().map(|own| own.number).collect();
    let expected = [Some("2.1"), None, Some("1.1"), Some("1.2"), None, Some("7.7"), Some("1")];
    assert_eq!(numbers, expected.map(|number| number.map(String::from)));
}

#[test]
fn an_id_prints_its_number_everywhere() {
    let program = program(
        "программа:\n  наименование: Программа на [[срок]]\n  срок: 2021–2025\n  нумерация разделов: Раздел 1.\nзадачи:\n  - ид: кадры\n    \
         текст: з\nсодержание:\n  - раздел: А\n  - раздел: Без номера\n    номер: нет\n  - ид: анализ\n    раздел: Б\n    разделы:\n      \
         - раздел: Б1\n      - ид: выводы\n        раздел: Б2\nдорожная карта:\n  мероприятия:\n    - мероприятие: м\n    - ид: мониторинг\n      \
         мероприятие: м\nприказ:\n  дата: 2021-08-02\n  номер: 01-05/226\n  пункты:\n    - а\n    - утвердить:\n        - программа\n        \
         - ид: утверждение\n          документ: модель\n  приложения: [программа, модель]\nдокументы:\n  - ид: модель\n    наименование: М\n",
    );
    let (numbering, findings) = Numbering::of(&program);
    assert!(findings.is_empty(), "{findings:?}");
    let text = "[[срок]]; [[наименование]]; [[кадры]]; [[анализ]]; [[выводы]]; [[мониторинг]]; [[утверждение]]; [[модель]]; \
                [[программа]]; [[дата приказа]]; [[номер приказа]]; [[нет такого]]; [[не закрыто";
    assert_eq!(
        numbering.expand(text),
        "2021–2025 годы; Программа на 2021–2025 годы; 1; 2; 2.2; 2; 2.2; 2; 1; 2 августа 2021 г.; 01-05/226; \
         [[нет такого]]; [[не закрыто"
    );
}

#[test]
fn a_reference_prints_what_the_heading_says() {
    let print = |label: &str| {
        let program = program(&format!(
            "программа:\n  наименование: П\n  нумерация разделов: {label}\nсодержание:\n  - раздел: А\n  - ид: б\n    раздел: Б\n    \
             разделы:\n      - ид: в\n        раздел: В\n        разделы:\n          - ид: г\n            раздел: Г\n\
             дорожная карта:\n  содержание:\n    - ид: д\n      раздел: Д\n      часть: дорожная карта\n",
        ));
        Numbering::of(&program).0.expand("[[б]] [[в]] [[г]] [[д]]")
    };
    assert_eq!(print("1."), "2 2.1 2.1.1 ");
    assert_eq!(print("I."), "II 2.1 2.1.1 ");
    assert_eq!(print("1 раздел."), "2 2.1 2.1.1 ");
}

#[test]
fn two_things_of_one_id_and_links_to_nothing_are_found() {
    let program = program(
        "программа:\n  наименование: П на [[сорк]]\n  срок: 2021\nзадачи:\n  - ид: а\n    текст: з\n  - ид: а\n    текст: и\nрезультаты:\n  - текст: р\n    \
         задача: б\n    показатель: 1.1\nдорожная карта:\n  мероприятия:\n    - мероприятие: м\n      задача: 3\n      ответственные: кто угодно\n\
         приказ:\n  пункты:\n    - утвердить: модель\n    - поручить: иванов\n      текст: т\n  подпись: петров\n  приложения: положение\n",
    );
    let (numbering, duplicates) = Numbering::of(&program);
    let names = |findings: &Findings| findings.iter().map(|finding| finding.name).collect::<Vec<_>>();
    assert_eq!(names(&duplicates), ["duplicate-id"]);
    let mut found = names(&links(&program, &numbering));
    found.sort_unstable();
    let expected = [
        "unknown-indicator",
        "unknown-paper",
        "unknown-paper",
        "unknown-person",
        "unknown-person",
        "unknown-reference",
        "unknown-task",
        "unknown-task",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_edition_with_goals_of_its_own_drops_the_tasks_of_the_program() {
    let program = program(
        "программа:\n  наименование: П\n  срок: 2021\nзадачи: [А, Б]\nакты: [Закон]\nредакции:\n  - ид: '2022'\n    программа:\n      срок: 2022\n    \
         цели:\n      - текст: Ц\n        задачи: [В]\n",
    );
    let edition = &program.editions[0];
    let tasks: Vec<&str> = edition.all_tasks().map(|task| task.text.value.as_str()).collect();
    assert_eq!(tasks, ["В"]);
    assert_eq!(edition.acts.len(), 1);
    assert_eq!(edition.term.as_ref().expect("a term").text, "2022 год");
}

/// The links of a program that name nothing, each with its help, after the ids given twice.
fn linked(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let folder = folder(&files);
    let path = camino::Utf8PathBuf::from_path_buf(folder.path().to_path_buf()).expect("a UTF-8 path");
    let found = discover(&[path]).expect("a program");
    let (mut files, mut read_findings) = (Files::default(), Findings::default());
    let program = read(&found[0], &mut files, &mut read_findings).expect("a readable program");
    let (numbering, mut findings) = Numbering::of(&program);
    findings.append(links(&program, &numbering));
    let said = |finding: &prikaz::diagnostic::Finding| {
        format!("{}: {} | {}", finding.name, finding.message, finding.help.as_deref().unwrap_or_default())
    };
    findings.iter().map(said).collect()
}

const PEOPLE: &str = "люди:\n  - ид: иванов\n    имя: И.И. Иванов\nстороны: [Методический кабинет, Школы]\n";

#[test]
fn a_term_that_is_missing_or_not_understood_breaks_no_link() {
    assert!(linked(&[("program.yaml", "программа: {наименование: 'на [[срок]]'}\n")]).is_empty());
    assert!(linked(&[("program.yaml", "программа: {наименование: 'на [[срок]]', срок: три года}\n")]).is_empty());
}

#[test]
fn people_are_looked_for_only_where_they_were_read() {
    let program = ("program.yaml", "программа: {наименование: П}\nприказ: {подпись: петров}\n");
    let create = "unknown-person: человека «петров» нет | создайте рядом муниципалитет.yaml со списком «люди»";
    let add = "unknown-person: человека «петров» нет | добавьте его в «люди» файла муниципалитет.yaml";
    assert_eq!(linked(&[program]), [create]);
    assert_eq!(linked(&[program, ("municipality.yaml", PEOPLE)]), [add]);
    assert!(linked(&[program, ("municipality.yaml", "люди: [\n")]).is_empty());
}

#[test]
fn what_is_written_for_a_name_is_told_how_to_write() {
    let program = "\
программа: {наименование: П}
задачи: [{ид: кадры, текст: Развитие кадров.}, Учить детей]
дорожная карта:
  мероприятия:
    - мероприятие: м
      задача: [Развитие кадров, Учить детей]
      ответственные: Методический кабинет, Школы
приказ: {контроль: Контроль возложить на Иванова}
";
    let mut said = linked(&[("program.yaml", program), ("municipality.yaml", PEOPLE)]);
    said.sort();
    assert_eq!(
        said,
        [
            "unclear-control: контроль «Контроль возложить на Иванова» не понят | запишите «оставляю за собой», ид \
             лица или «текст: …»",
            "unknown-party: стороны «Методический кабинет, Школы» нет в списке сторон и школ | запишите списком: \
             [Методический кабинет, Школы]",
            "unknown-task: задачи с ид «Развитие кадров» нет | здесь пишется ид этой задачи: «кадры»",
            "unknown-task: задачи с ид «Учить детей» нет | здесь пишется номер этой задачи: 2",
        ]
    );
}

#[test]
fn links_to_tasks_that_are_not_there_are_one_finding() {
    let program = "программа: {наименование: П}\nдорожная карта:\n  мероприятия:\n    - {мероприятие: м, задача: [1, 2]}\n    \
                   - {мероприятие: н, задача: кадры}\n";
    assert_eq!(
        linked(&[("program.yaml", program)]),
        ["unknown-task: задачи «1» нет: в программе нет ни одной задачи | добавьте под целью «задачи» списком"]
    );
}

#[test]
fn papers_and_editions_are_told_apart_by_their_ids() {
    let program = "\
программа: {наименование: П, срок: 2021}
задачи: [{ид: срок, текст: з}]
документы:
  - {ид: паспорт, наименование: А}
  - {ид: карта, наименование: Б}
  - {ид: Карта, наименование: В}
  - {ид: устав/1, наименование: Г}
редакции:
  - {ид: вторая, программа: {срок: 2022}}
  - {ид: вторая, программа: {срок: 2023}}
приказ: {приложения: [карта, устав/1]}
";
    let other = "дайте другой ид: он становится именем файла";
    let taken = "занят: так называется готовая часть программы | дайте другой ид";
    assert_eq!(
        linked(&[("program.yaml", program)]),
        [
            format!("reserved-id: ид «срок» {taken}"),
            format!("reserved-id: ид «паспорт» {taken}"),
            format!("duplicate-id: ид документа «Карта» уже занят | {other}"),
            format!("duplicate-id: ид редакции «вторая» уже занят | {other}"),
        ]
    );
}
