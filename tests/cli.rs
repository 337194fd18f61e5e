//! The commands as a methodist meets them: findings, drafts, bad input, a first program.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use support::{GOOD, folder, prikaz};

/// The order of that program.
const ORDER: &str = "\
приказ:
  дата: 02.08.2021
  номер: 5
  заголовок: Об утверждении Программы развития
  преамбула: Во исполнение закона
  пункты:
    - утвердить: программа
  контроль: оставляю за собой
  подпись: начальник
";

/// The municipality of that order.
const PEOPLE: &str = "люди:\n  - ид: начальник\n    имя: Е.П. Демидова\n    должность: начальник отдела\n";

/// Five mistakes: unknown key, missing term, bad date, duplicate key, unknown task.
const FIVE: &str = "\
программа:
  наименование: Программа развития
  нумерацияразделов: 1.
цели:
  - текст: Повышение качества образования
    задачи:
      - Развитие кадров
приказ:
  дата: 31.02.2021
  номер: 01-05/226
  номер: 227
дорожная карта:
  мероприятия:
    - мероприятие: Мониторинг
      задача: кадыр
      срок: ежегодно, май
      ответственные: Школы
";

#[test]
fn five_mistakes_are_five_findings_in_one_run() {
    let folder = folder(&[("программа.yaml", FIVE.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "--format", "json"]);
    assert_eq!(done.code, 1);
    let report: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let findings: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let name = finding["name"].as_str().unwrap().to_string();
            (name, finding["line"].as_u64().unwrap(), finding["column"].as_u64().unwrap())
        })
        .collect();
    let expected = [
        ("missing-part", 1, 1),
        ("unknown-key", 3, 3),
        ("bad-date", 9, 9),
        ("duplicate-key", 11, 3),
        ("unknown-task", 15, 15),
    ];
    for (name, line, column) in expected {
        assert!(findings.contains(&(name.to_owned(), line, column)), "no {name} in {findings:?}");
    }
}

#[test]
fn findings_are_told_in_russian_with_the_line() {
    let folder = folder(&[("программа.yaml", FIVE.as_bytes())]);
    let done = prikaz(folder.path(), &["проверить"]);
    assert_eq!(done.code, 1);
    for text in [
        "программа.yaml:3:3",
        "нумерация разделов",
        "программа.yaml:9:9",
        "программа.yaml:11:3",
        "первый раз",
        "программа.yaml:15:15",
        "ошибок",
    ] {
        assert!(done.out.contains(text), "no «{text}» in:\n{}", done.out);
    }
}

#[test]
fn a_program_with_errors_is_built_as_a_draft() {
    let folder = folder(&[("программа.yaml", FIVE.as_bytes())]);
    let done = prikaz(folder.path(), &["build", "--format", "md"]);
    assert_eq!(done.code, 1);
    let order = fs::read_to_string(only_folder(folder.path()).join("приказ.md")).unwrap();
    assert!(order.lines().next().unwrap().contains("ПРОЕКТ"), "{order}");
    assert!(done.out.contains("ПРОЕКТ"), "{}", done.out);
}

#[test]
fn a_strict_build_with_errors_writes_nothing() {
    let folder = folder(&[("программа.yaml", FIVE.as_bytes())]);
    let done = prikaz(folder.path(), &["build", "--strict"]);
    assert_eq!(done.code, 1);
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_failed_build_leaves_the_old_papers() {
    let with_order = format!("{GOOD}{ORDER}");
    let folder = folder(&[("программа.yaml", with_order.as_bytes()), ("муниципалитет.yaml", PEOPLE.as_bytes())]);
    assert_eq!(prikaz(folder.path(), &["build"]).code, 0);
    let paper = only_folder(folder.path()).join("приказ.docx");
    let old = fs::read(&paper).unwrap();
    fs::write(folder.path().join("программа.yaml"), "программа: [").unwrap();
    assert_eq!(prikaz(folder.path(), &["build"]).code, 1);
    assert_eq!(fs::read(&paper).unwrap(), old);
}

#[test]
fn bad_files_are_refused_by_name_and_nothing_is_written() {
    let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(GOOD);
    let cases: [(&str, &[u8], &str); 4] = [
        ("кодировка", &cp1251, "indows-1251"),
        ("пусто", b"", "пуст"),
        ("двоичный", b"PK\x03\x04\x00\x00\x00", "не текст"),
        ("не ямл", "программа: «а»: б\n".as_bytes(), "программа.yaml:1:"),
    ];
    for (name, bytes, expected) in cases {
        let folder = folder(&[("программа.yaml", bytes)]);
        let done = prikaz(folder.path(), &["build"]);
        assert_eq!(done.code, 1, "{name}: {}{}", done.out, done.err);
        assert!(done.err.contains(expected), "{name}: {}", done.err);
        let written = walkdir::WalkDir::new(folder.path().join("out")).into_iter().filter_map(Result::ok);
        assert_eq!(written.filter(|entry| entry.file_type().is_file()).count(), 0, "{name}");
    }
}

#[test]
fn a_folder_without_programs_is_a_failure() {
    let folder = folder(&[("заметки.md", b"")]);
    let done = prikaz(folder.path(), &["check"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("программ не найдено"), "{}", done.err);
    let done = prikaz(folder.path(), &["check", "нет-такой"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("нет-такой"), "{}", done.err);
}

#[test]
fn a_file_outside_the_folder_is_refused() {
    let program = format!("{GOOD}содержание:\n  - раздел: Анализ\n    файл: ../тайна.md\n");
    let folder = folder(&[("а/программа.yaml", program.as_bytes()), ("тайна.md", "секрет".as_bytes())]);
    let done = prikaz(folder.path(), &["check"]);
    assert_eq!(done.code, 1);
    assert!(done.out.contains("file-outside-folder") && done.out.contains("программа.yaml:19:11"), "{}", done.out);
}

#[cfg(unix)]
#[test]
fn a_cycle_of_links_is_refused() {
    let folder = folder(&[("а/программа.yaml", GOOD.as_bytes())]);
    std::os::unix::fs::symlink("..", folder.path().join("а/круг")).unwrap();
    let done = prikaz(folder.path(), &["check"]);
    assert_eq!(done.code, 2, "{}", done.out);
    assert!(done.err.contains("замкнуты в круг"), "{}", done.err);
}

#[test]
fn an_output_folder_that_cannot_be_written_is_a_failure() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes()), ("занято", b"file")]);
    let done = prikaz(folder.path(), &["build", "--out", "занято/out"]);
    assert_eq!(done.code, 2, "{}{}", done.out, done.err);
    assert!(done.err.contains("не удалось записать"), "{}", done.err);
    assert_eq!(fs::read(folder.path().join("занято")).unwrap(), b"file");
}

#[test]
fn a_new_program_builds_without_a_finding() {
    let folder = folder(&[]);
    assert_eq!(prikaz(folder.path(), &["new", "Моя программа"]).code, 0);
    let yaml = fs::read_to_string(folder.path().join("Моя программа/программа.yaml")).unwrap();
    assert!(yaml.starts_with("# yaml-language-server: $schema=prikaz.schema.json\n"));
    let done = prikaz(folder.path(), &["build"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.err);
    assert!(folder.path().join("out/Моя программа/приказ-с-приложениями.docx").is_file());
    let again = prikaz(folder.path(), &["создать", "Моя программа"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("уже есть"), "{}", again.err);
}

#[test]
fn a_template_of_the_users_own_wins_and_its_mistakes_are_found() {
    let program = format!("{GOOD}{ORDER}");
    let own = "<!-- бумага: письмо -->\n<!-- нужно: приказ -->\nПисьмо № {{ order.number }}.\n";
    let folder = folder(&[
        ("программа.yaml", program.as_bytes()),
        ("муниципалитет.yaml", PEOPLE.as_bytes()),
        ("templates/letter.md", own.as_bytes()),
    ]);
    let done = prikaz(folder.path(), &["build", "--only", "письмо", "--format", "md"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(fs::read_to_string(only_folder(folder.path()).join("письмо.md")).unwrap(), "Письмо №\u{a0}5.\n");
    fs::write(folder.path().join("templates/letter.md"), own.replace("order.number", "order.nomer")).unwrap();
    let done = prikaz(folder.path(), &["check"]);
    assert_eq!(done.code, 1, "{}", done.out);
    assert!(done.out.contains("templates/letter.md:3:"), "{}", done.out);
}

#[test]
fn help_and_errors_of_the_command_line_are_russian() {
    let folder = folder(&[]);
    for arguments in [&["--help"][..], &["build", "--help"], &["check", "-h"], &["new", "-h"]] {
        let done = prikaz(folder.path(), arguments);
        assert_eq!(done.code, 0);
        for english in ["Usage", "Options", "Commands", "Arguments", "default", "possible values", "Print", "aliases"] {
            assert!(!done.out.contains(english), "«{english}» in {arguments:?}:\n{}", done.out);
        }
    }
    let cases: [(&[&str], &str); 5] = [
        (&["bild"], "build"),
        (&["build", "--оут", "x"], "--оут"),
        (&["build", "--format", "pdf"], "pdf"),
        (&["new"], "НАЗВАНИЕ"),
        (&[], "Команды"),
    ];
    for (arguments, expected) in cases {
        let done = prikaz(folder.path(), arguments);
        assert_eq!(done.code, 2, "{arguments:?}");
        assert!(done.err.contains(expected), "no «{expected}» in:\n{}", done.err);
        assert!(!done.err.contains("error") && !done.err.contains("Usage"), "{}", done.err);
    }
}

/// The only folder under `out`.
fn only_folder(folder: &std::path::Path) -> std::path::PathBuf {
    let entries = fs::read_dir(folder.join("out")).unwrap().map(|entry| entry.unwrap().path());
    let mut entries = entries.filter(|path| path.is_dir());
    let only = entries.next().unwrap();
    assert!(entries.next().is_none());
    only
}

#[test]
fn only_names_papers_that_exist() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    let done = prikaz(folder.path(), &["build", "--only", "приказ,нет"]);
    assert_eq!(done.code, 2, "{}{}", done.out, done.err);
    assert!(done.err.contains("документа «нет» не бывает") && done.err.contains("паспорт"), "{}", done.err);
    assert!(!folder.path().join("out").exists());
}

#[test]
fn papers_stay_in_their_folder_and_keep_apart() {
    let program = format!("{GOOD}приказ:\n  номер: 5\n");
    let escape = "<!-- бумага: ../../взлом -->\nТекст\n";
    let twin = "<!-- бумага: приказ -->\nТекст\n";
    let idle = "Просто текст\n";
    let files: [(&str, &[u8]); 4] = [
        ("а/программа.yaml", program.as_bytes()),
        ("а/templates/escape.md", escape.as_bytes()),
        ("а/templates/twin.md", twin.as_bytes()),
        ("а/templates/idle.md", idle.as_bytes()),
    ];
    let folder = folder(&files);
    let done = prikaz(folder.path(), &["build"]);
    assert_eq!(done.code, 1);
    for finding in ["bad-file-name", "duplicate-paper", "idle-template"] {
        assert!(done.err.contains(finding), "no {finding} in:\n{}", done.err);
    }
    let outside = walkdir::WalkDir::new(folder.path()).into_iter().filter_map(Result::ok);
    assert!(!outside.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("взлом")));
}

#[test]
fn a_template_in_the_place_of_a_built_in_one_needs_no_header() {
    let program = format!("{GOOD}{ORDER}");
    let folder = folder(&[
        ("программа.yaml", program.as_bytes()),
        ("муниципалитет.yaml", PEOPLE.as_bytes()),
        ("templates/order.md", "Мой приказ\n".as_bytes()),
    ]);
    let done = prikaz(folder.path(), &["build", "--only", "order", "--format", "md"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(fs::read_to_string(only_folder(folder.path()).join("приказ.md")).unwrap(), "Мой приказ\n");
    let printed = prikaz(folder.path(), &["шаблон", "order"]);
    assert!(printed.out.starts_with("<!-- бумага: приказ -->"), "{}", printed.out);
    assert_eq!(prikaz(folder.path(), &["template", "нет"]).code, 2);
}

#[test]
fn papers_of_an_earlier_build_are_named() {
    let with_order = format!("{GOOD}{ORDER}");
    let folder = folder(&[("программа.yaml", with_order.as_bytes()), ("муниципалитет.yaml", PEOPLE.as_bytes())]);
    assert_eq!(prikaz(folder.path(), &["build"]).code, 0);
    fs::write(folder.path().join("программа.yaml"), format!("{GOOD}содержание: цели\n")).unwrap();
    let done = prikaz(folder.path(), &["build"]);
    assert!(done.err.contains("остались от прежней сборки") && done.err.contains("приказ.docx"), "{}", done.err);
}

#[test]
fn sections_of_any_depth_are_printed() {
    let program = format!(
        "{GOOD}содержание:\n  - раздел: А\n    разделы:\n      - раздел: Б\n        разделы:\n          - раздел: В\n            \
         текст: |\n              # Свой заголовок\n\n              Глубокий текст\n"
    );
    let folder = folder(&[("программа.yaml", program.as_bytes())]);
    assert_eq!(prikaz(folder.path(), &["build", "--format", "md"]).code, 0);
    let paper = fs::read_to_string(only_folder(folder.path()).join("программа.md")).unwrap();
    let expected = "## 1. А\n\n### 1.1. Б\n\n#### 1.1.1. В\n\n#### Свой заголовок\n\nГлубокий текст\n";
    assert!(paper.ends_with(expected), "{paper}");
}

#[test]
fn a_fault_of_a_shared_file_is_told_once() {
    let faulty = "муниципалитет:\n  гарод: Энск\n".as_bytes();
    let files: [(&str, &[u8]); 3] =
        [("муниципалитет.yaml", faulty), ("а/программа.yaml", GOOD.as_bytes()), ("б/программа.yaml", GOOD.as_bytes())];
    let folder = folder(&files);
    fs::create_dir(folder.path().join(".git")).unwrap();
    let done = prikaz(folder.path(), &["check"]);
    assert_eq!(done.out.matches("unknown-key").count(), 1, "{}", done.out);
}

/// Two programs below a municipality file with this text, the second with these lines of its own and their file.
fn shared(municipality: &str, own: (&str, &str)) -> tempfile::TempDir {
    let (program, text) = (format!("б/{}", own.0), own.1.to_owned());
    let files = [("муниципалитет.yaml", municipality), ("а/программа.yaml", GOOD), ("б/программа.yaml", GOOD)];
    let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(program), text).unwrap();
    folder
}

#[test]
fn every_fault_of_a_shared_file_is_told_even_if_one_program_excuses_some() {
    let faulty = "муниципалитет:\n  наименование: '**Энск**'\nорган:\n  наименование: '**Омск**'\n";
    let exception = "исключения:\n  - {правило: markup-in-text, место: Омск, причина: так}\n";
    let excused = format!("{GOOD}{exception}");
    for program in ["а", "б"] {
        let folder = shared(faulty, ("программа.yaml", if program == "б" { &excused } else { GOOD }));
        if program == "а" {
            fs::write(folder.path().join("а/программа.yaml"), &excused).unwrap();
        }
        let text = prikaz(folder.path(), &["check"]);
        let listed = prikaz(folder.path(), &["check", "--format", "concise"]);
        assert_eq!(listed.out.matches("markup-in-text").count(), 2, "{}", listed.out);
        let last = text.out.lines().last().unwrap();
        assert!(last.contains("найдено: 2 предупреждения, 1 под исключением"), "{}", text.out);
    }
}

#[test]
fn a_shared_fault_that_is_worse_for_one_program_is_told_of_both() {
    let folder = shared(
        "муниципалитет:\n  наименование: Pайон\n",
        ("муниципалитет.yaml", "проверка: {уровни: {mixed-script: ошибка}}\n"),
    );
    for format in ["text", "concise", "json"] {
        let done = prikaz(folder.path(), &["check", "--format", format]);
        assert_eq!(done.code, 1, "{}", done.out);
        assert!(done.out.matches("mixed-script").count() >= 2, "{}", done.out);
    }
}

#[test]
fn typography_is_switched_off_by_the_municipality() {
    let letter = "<!-- бумага: письмо -->\nШкола №5 - участница.\n";
    let printed = |layout: &str| {
        let files = [("программа.yaml", GOOD), ("муниципалитет.yaml", layout), ("templates/letter.md", letter)];
        let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
        let done = prikaz(folder.path(), &["build", "--only", "письмо", "--format", "md"]);
        assert_eq!(done.code, 0, "{}", done.err);
        fs::read_to_string(only_folder(folder.path()).join("письмо.md")).unwrap()
    };
    let mended = "Школа №\u{a0}5\u{a0}– участница.\n";
    assert_eq!(printed("оформление:\n  типографика: нет\n"), "Школа №5 - участница.\n");
    assert_eq!(printed("оформление:\n  типографика: да\n"), mended);
    assert_eq!(printed("layout:\n  number-sign: no\n"), mended);
}

#[test]
fn a_mark_of_approval_agrees_with_its_paper_or_asks_for_the_gender() {
    let program = GOOD.replace("Программа развития", "Концепция развития")
        + "приказ:\n  пункты:\n    - утвердить: программа\n  приложения:\n    - программа\n";
    let municipality = "оформление:\n  отметка: утверждение\n";
    let package = |program: &str| {
        let files = [("программа.yaml", program.as_bytes()), ("муниципалитет.yaml", municipality.as_bytes())];
        let folder = folder(&files);
        let done = prikaz(folder.path(), &["build", "--format", "md"]);
        let built = only_folder(folder.path());
        (done, fs::read_to_string(built.join("приказ-с-приложениями.md")).unwrap())
    };
    let (done, text) = package(&program);
    assert!(done.err.contains("unknown-gender"), "{}", done.err);
    assert!(text.contains("Приложение<br>") && !text.contains("УТВЕРЖДЕН"), "{text}");
    let (done, text) = package(&program.replace("\n  срок:", "\n  род: женский\n  срок:"));
    assert!(!done.err.contains("unknown-gender"), "{}", done.err);
    assert!(text.contains("УТВЕРЖДЕНА<br>\nприказом<br>") && !text.contains("Приложение<br>"), "{text}");
}

#[test]
fn people_of_the_sheets_of_an_order_must_be_known() {
    let order = "приказ:\n  визы: [иванов]\n  ознакомить: петров\n  исполнитель: сидоров\n";
    let folder = folder(&[("программа.yaml", (GOOD.to_string() + order).as_bytes())]);
    let done = prikaz(folder.path(), &["check", "--format", "json"]);
    assert_eq!(done.out.matches("unknown-person").count(), 3, "{}", done.out);
}

#[test]
fn a_letterhead_in_the_corner_holds_kind_date_and_number() {
    let program = format!("{GOOD}{ORDER}  приложения: [программа]\n");
    let look = "бланк:\n  строки: Отдел образования\nоформление:\n  бланк: угловой\n  вид документа: обычный\n";
    let municipality = format!("{PEOPLE}{look}");
    let files = [("программа.yaml", program.as_bytes()), ("муниципалитет.yaml", municipality.as_bytes())];
    let folder = folder(&files);
    let done = prikaz(folder.path(), &["build", "--only", "приказ", "--format", "md"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let order = fs::read_to_string(only_folder(folder.path()).join("приказ.md")).unwrap();
    let expected = "<p align=\"center\"><b>Отдел образования</b></p>\n\n**ПРИКАЗ**\n\n02.08.2021 №\u{a0}5\n";
    assert!(order.starts_with(expected), "{order}");
}

/// What a check by the usual standard says of a program that lacks much, and the program.
const POOR: &str = "программа:\n  наименование: Программа\n  срок: 2021\n";

#[test]
fn an_exception_covers_what_it_names_and_says_when_it_is_idle_or_over() {
    let program =
        |exception: &str| format!("{POOR}исключения:\n  - правило: missing-part\n    причина: так надо\n{exception}");
    let check = |text: &str, arguments: &[&str]| {
        let folder = folder(&[("программа.yaml", text.as_bytes())]);
        prikaz(folder.path(), &[&["check", "--select", "missing-part"], arguments].concat())
    };
    let all = check(&program(""), &[]);
    assert_eq!((all.code, all.out.contains("missing-part")), (0, false), "{}", all.out);
    let one = check(&program("    место: у программы нет задач\n"), &[]);
    assert!(one.code == 1 && !one.out.contains("нет задач") && one.out.contains("нет цели"), "{}", one.out);
    let shown = check(&program(""), &["--no-exceptions"]);
    assert!(shown.code == 1 && shown.out.contains("нет цели"), "{}", shown.out);
    let until = program("    до: 2026-09-01\n");
    let holds = check(&until, &["--date", "2026-09-01"]);
    assert_eq!((holds.code, holds.out.contains("expired")), (0, false), "{}", holds.out);
    let over = check(&until, &["--date", "2026-09-02"]);
    assert!(over.code == 1 && over.out.contains("expired-exception"), "{}", over.out);
    let folder = folder(&[("программа.yaml", program("    место: такого нет\n").as_bytes())]);
    let idle = prikaz(folder.path(), &["check"]);
    assert!(idle.out.contains("unused-exception"), "{}", idle.out);
}

#[test]
fn a_baseline_hides_the_old_and_not_the_new_wherever_the_lines_move() {
    let folder = folder(&[("программа.yaml", POOR.as_bytes())]);
    let done = prikaz(folder.path(), &["baseline"]);
    assert_eq!((done.code, done.out.contains("учтено")), (0, true), "{}", done.err);
    let check = |arguments: &[&str]| prikaz(folder.path(), &[&["check"], arguments].concat());
    assert_eq!(check(&[]).code, 0);
    assert_eq!(check(&["--no-baseline"]).code, 1);
    fs::write(folder.path().join("программа.yaml"), format!("# примечание\n\n{POOR}")).unwrap();
    assert_eq!(check(&[]).code, 0);
    fs::write(folder.path().join("программа.yaml"), POOR.replace("  срок: 2021\n", "")).unwrap();
    let new = check(&[]);
    assert!(new.code == 1 && new.out.contains("нет срока") && !new.out.contains("нет цели"), "{}", new.out);
    fs::write(folder.path().join("prikaz.baseline.json"), "{").unwrap();
    assert_eq!(check(&[]).code, 2);
}

#[test]
fn levels_are_given_by_the_standard_the_municipality_and_the_command_line() {
    let municipality = "проверка:\n  стандарт: свой\n  уровни:\n    missing-part: замечание\n";
    let standard = "наименование: свой\nоснован на: базовый\nуровни:\n  missing-part: предупреждение\n";
    let level = |files: &[(&str, &[u8])], arguments: &[&str]| {
        let folder = folder(files);
        let run =
            prikaz(folder.path(), &[&["check", "--format", "json", "--select", "missing-part"], arguments].concat());
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        let ours = report["findings"].as_array().unwrap().iter().find(|finding| finding["name"] == "missing-part");
        ours.map(|finding| finding["level"].as_str().unwrap().to_owned())
    };
    let program = ("область/школы/программа.yaml", POOR.as_bytes());
    let own = ("область/стандарты/свой.yaml", standard.as_bytes());
    assert_eq!(level(&[program], &[]).as_deref(), Some("error"));
    assert_eq!(level(&[program, own], &["--standard", "свой"]).as_deref(), Some("warning"));
    let all = [program, own, ("область/муниципалитет.yaml", municipality.as_bytes())];
    assert_eq!(level(&all, &[]).as_deref(), Some("note"));
    assert_eq!(level(&all, &["--level", "missing-part=ошибка"]).as_deref(), Some("error"));
    assert_eq!(level(&all, &["--level", "missing-part=выключено"]), None);
    assert_eq!(level(&all, &["--ignore", "missing-part"]), None);
}

#[test]
fn a_deadline_is_told_in_russian() {
    let folder = folder(&[]);
    let done = prikaz(
        folder.path(),
        &["deadline", "Октябрь 2020, далее ежегодно", "--term", "2020-2023", "--order", "2020-08-28"],
    );
    assert_eq!(done.code, 0);
    assert_eq!(
        done.out,
        "срок: Октябрь 2020, далее ежегодно\nвид: повторяется\nначало: 1 октября 2020 г.\nконец: 31 октября 2023 г.\n\
         повторы: 4\n  01.10.2020–31.10.2020\n  01.10.2021–31.10.2021\n  01.10.2022–31.10.2022\n  \
         01.10.2023–31.10.2023\n"
    );
    let many = prikaz(folder.path(), &["срок", "ежемесячно до 5-го числа", "--term", "2021-2024 годы"]);
    assert!(many.out.contains("повторы: 48\n  01.01.2021–05.01.2021\n"), "{}", many.out);
    assert!(many.out.ends_with("  и ещё 42; последний: 01.12.2024–05.12.2024\n"), "{}", many.out);
    let alone = prikaz(folder.path(), &["deadline", "август"]);
    assert_eq!(alone.code, 0);
    assert!(alone.out.ends_with("начало: не известно\nконец: не известно\nсомнение: в сроке «август» не назван год\n"));
}

#[test]
fn a_deadline_is_given_as_json() {
    let folder = folder(&[]);
    let done = prikaz(folder.path(), &["deadline", "до 1 декабря", "--term", "2021", "--format", "json"]);
    assert_eq!(done.code, 0);
    let answer: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(
        answer,
        serde_json::json!({
            "version": 1,
            "phrase": "до 1 декабря",
            "kind": "point",
            "start": "2021-01-01",
            "end": "2021-12-01",
            "occurrences": [],
            "doubts": [{
                "name": "no-year",
                "message": "в сроке «1 декабря» не назван год; по сроку программы это 2021",
                "words": "1 декабря",
                "suggestion": "до 1 декабря 2021 г."
            }]
        })
    );
}

#[test]
fn a_deadline_that_is_not_understood_is_a_finding_and_a_bad_option_a_failure() {
    let folder = folder(&[]);
    let done = prikaz(folder.path(), &["deadline", "октябрь 2021 мебель"]);
    assert_eq!(done.code, 1);
    assert_eq!(done.out, "срок: октябрь 2021 мебель\nвид: не понято\nсомнение: в сроке не понять «мебель»\n");
    for (option, value, help) in [("--term", "скоро", "2021-2025"), ("--order", "31.02.2021", "2020-08-28")] {
        let done = prikaz(folder.path(), &["deadline", "август", option, value]);
        assert_eq!(done.code, 2);
        let said = format!("у параметра «{option}» непонятное значение «{value}»: напишите, например, {help}\n");
        assert!(done.err.contains(&said), "{}", done.err);
    }
}

#[test]
fn a_template_and_a_schema_are_saved_without_a_shell() {
    let folder = folder(&[("чужой.json", b"{\"title\": 1}"), ("order.md", b"<!-- # -->\n")]);
    let run = |arguments: &[&str]| prikaz(folder.path(), arguments);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    for _ in 0..2 {
        let saved = run(&["template", "order", "--out", "шаблоны/order.md"]);
        assert_eq!((saved.code, saved.out.as_str()), (0, "шаблон в файле шаблоны/order.md\n"), "{}", saved.err);
        assert_eq!(read("шаблоны/order.md"), run(&["template", "order"]).out);
    }
    let refused = run(&["template", "order", "--out", "order.md"]);
    assert_eq!(refused.code, 2);
    let said = "в файле order.md уже лежит другое, шаблон поверх него не пишется: назовите другой файл";
    assert!(refused.err.contains(said), "{}", refused.err);
    assert_eq!(read("order.md"), "<!-- # -->\n");
    assert_eq!(run(&["template", "--out", "список.md"]).code, 2);

    assert_eq!(run(&["schema", "--out", "схема.json"]).code, 0);
    let schema = read("схема.json");
    let older = schema.replacen("\"description\":\"", "\"description\":\"Прежнее. ", 1);
    assert_ne!(older, schema);
    fs::write(folder.path().join("схема.json"), older).unwrap();
    assert_eq!(run(&["schema", "--out", "схема.json"]).code, 0);
    assert_eq!(read("схема.json"), schema);
    for (of, name) in
        [("program", "чужой.json"), ("standard", "схема.json"), ("program", "order.md"), ("program", "шаблоны")]
    {
        assert_eq!(run(&["schema", of, "--out", name]).code, 2, "{of} {name}");
    }
    assert_eq!((read("схема.json"), read("чужой.json")), (schema, "{\"title\": 1}".into()));
}

#[test]
fn a_template_that_fails_leaves_the_old_paper() {
    let template = "<!-- бумага: дорожная-карта -->\nКарта\n\n{{ 1 / 0 }}\n";
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    assert_eq!(prikaz(folder.path(), &["build"]).code, 0);
    let paper = only_folder(folder.path()).join("дорожная-карта.docx");
    let old = fs::read(&paper).unwrap();
    fs::create_dir(folder.path().join("шаблоны")).unwrap();
    fs::write(folder.path().join("шаблоны/roadmap.md"), template).unwrap();
    let done = prikaz(folder.path(), &["build"]);
    assert!(done.code == 1 && done.err.contains("broken-template"), "{done:?}");
    assert!(done.err.contains("остались от прежней сборки") && done.err.contains("дорожная-карта.docx"), "{done:?}");
    assert_eq!(fs::read(&paper).unwrap(), old);
}

#[test]
fn a_paper_without_a_word_is_marked_as_a_draft_too() {
    let template = "<!-- бумага: дорожная-карта -->\n<!-- вставка: нет -->\n";
    let files = [("программа.yaml", GOOD), ("шаблоны/roadmap.md", template)];
    let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    assert_eq!(prikaz(folder.path(), &["build"]).code, 1);
    let paper = fs::read_to_string(only_folder(folder.path()).join("дорожная-карта.md")).unwrap();
    assert!(paper.contains("ПРОЕКТ"), "{paper}");
}

#[test]
fn papers_whose_names_differ_in_case_or_form_of_letters_alone_are_a_clash() {
    let own = |name: &str| format!("<!-- бумага: {name} -->\nТекст\n");
    for (one, other) in [("письмо", "Письмо"), ("случай", "случаи\u{306}")] {
        let (one, other) = (own(one), own(other));
        let files = [("программа.yaml", GOOD), ("шаблоны/а.md", &one), ("шаблоны/б.md", &other)];
        let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
        assert!(prikaz(folder.path(), &["check"]).out.contains("duplicate-paper"), "{other}");
    }
}

#[test]
fn mends_keep_the_form_of_the_file() {
    let text = GOOD.replace("Развитие кадров", "Развитие кадров,школ");
    let mended = text.replace("кадров,школ", "кадров, школ");
    let forms: [fn(&str) -> String; 5] = [
        |text| text.to_owned(),
        |text| text.replacen('\n', "\r\n", 1),
        |text| text.replace('\n', "\r\n"),
        |text| format!("\u{feff}{text}"),
        |text| format!("\u{feff}{}", text.replace('\n', "\r\n")),
    ];
    for form in forms {
        let folder = folder(&[("программа.yaml", form(&text).as_bytes())]);
        let done = prikaz(folder.path(), &["check", "--fix"]);
        assert!(done.err.contains("исправлено: 1"), "{done:?}");
        assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), form(&mended));
    }
}

#[test]
fn a_program_without_a_name_overwrites_nothing() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    assert_eq!(prikaz(folder.path(), &["new", ""]).code, 2);
    assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), GOOD);
}

#[test]
fn a_report_never_takes_the_place_of_a_program() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    for arguments in [["check", "--report", "json=программа.yaml"], ["baseline", "--out", "программа.yaml"]]
    {
        let done = prikaz(folder.path(), &arguments);
        assert!(done.code == 2 && done.err.contains("поверх них не пишется"), "{done:?}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), GOOD);
}

#[test]
fn a_part_with_another_ending_is_told() {
    let files = [("программа.yaml", GOOD.as_bytes()), ("показатели.yaml.txt", "показатели: []\n".as_bytes())];
    let done = prikaz(folder(&files).path(), &["check"]);
    assert!(
        done.out.contains("misnamed-file") && done.out.contains("переименуйте его в «показатели.yaml»"),
        "{done:?}"
    );
}

#[test]
fn a_file_of_a_report_with_marks_of_a_merge_is_told() {
    let marks = b"<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> other\n";
    let folder = folder(&[("prikaz.baseline.json", marks), ("а/программа.yaml", GOOD.as_bytes())]);
    for arguments in [&["check"][..], &["report", "merge", "prikaz.baseline.json"]] {
        let run = prikaz(folder.path(), arguments);
        assert!(run.code == 2 && run.err.contains("слияние веток git в нём не закончено"), "{}", run.err);
    }
}

#[test]
fn a_paper_whose_name_ends_with_a_stop_is_refused() {
    let own = "<!-- бумага: а. -->\nТекст\n".as_bytes();
    let folder = folder(&[("а/программа.yaml", GOOD.as_bytes()), ("а/шаблоны/своё.md", own)]);
    let run = prikaz(folder.path(), &["build"]);
    assert!(run.code == 1 && run.err.contains("файл не может называться «а.»"), "{}", run.err);
}

#[test]
fn papers_commands_and_templates_are_called_as_people_call_them() {
    let folder = folder(&[("а/программа.yaml", GOOD.as_bytes())]);
    for arguments in [&["build", "--only", "дорожная карта"][..], &["построить", "--only", "Дорожная-карта,roadmap"]]
    {
        let run = prikaz(folder.path(), arguments);
        assert!(run.code == 0 && run.out.contains("2 файла"), "{arguments:?}: {}{}", run.out, run.err);
    }
    let order = prikaz(folder.path(), &["template", "order"]).out;
    for name in ["приказ", "Приказ", "приказ.md", "order.md"] {
        assert_eq!(prikaz(folder.path(), &["template", name]).out, order, "{name}");
    }
    let run = prikaz(folder.path(), &["template", "письмо"]);
    assert!(run.code == 2 && run.err.contains("order (приказ), "), "{}", run.err);
}

#[test]
fn a_template_takes_the_place_of_that_of_the_paper_it_is_named_after() {
    let own = "Карта.\n";
    let printed = |name: &str, text: &str| {
        let path = format!("а/шаблоны/{name}.md");
        let folder = folder(&[("а/программа.yaml", GOOD.as_bytes()), (path.as_str(), text.as_bytes())]);
        let run = prikaz(folder.path(), &["build", "--format", "md"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
        let read = |name: &str| fs::read_to_string(folder.path().join(format!("out/а/{name}.md"))).unwrap_or_default();
        (read("дорожная-карта"), read("карта"))
    };
    for name in ["roadmap", "дорожная-карта", "дорожная карта"] {
        assert_eq!(printed(name, own).0, own, "{name}");
    }
    let header = format!("<!-- бумага: дорожная-карта -->\n{own}");
    assert_eq!(printed("дорожная-карта", &header).0, own);
    let folder = folder(&[
        ("а/программа.yaml", GOOD.as_bytes()),
        ("а/шаблоны/roadmap.md", own.as_bytes()),
        ("а/шаблоны/дорожная-карта.md", b"b"),
    ]);
    let run = prikaz(folder.path(), &["check"]);
    assert!(run.out.contains("two-templates") && run.out.contains("дорожная-карта.md:1:1"), "{}", run.out);
    // One that prints another paper takes nothing's place.
    let other = printed("дорожная-карта", &format!("<!-- бумага: карта -->\n{own}"));
    assert!(other.0.contains("Обучение") && other.1 == own, "{other:?}");
}

#[test]
fn a_name_with_a_blank_and_no_quotation_marks_is_told() {
    let folder =
        folder(&[("Моя новая программа/программа.yaml", GOOD.as_bytes()), ("б/программа.yaml", GOOD.as_bytes())]);
    for arguments in [&["check", "б", "Моя", "новая", "программа"][..], &["build", "Моя", "новая", "программа/", "б"]]
    {
        let run = prikaz(folder.path(), arguments);
        assert!(run.code == 2 && run.err.contains("возьмите имя в кавычки: \"Моя новая программа"), "{}", run.err);
    }
    for arguments in [&["new", "Моя", "программа"][..], &["срок", "Октябрь", "2020"]] {
        let run = prikaz(folder.path(), arguments);
        assert!(run.code == 2 && run.err.contains("возьмите в кавычки"), "{}", run.err);
    }
    fs::write(folder.path().join("мой отчёт.json"), "{}").unwrap();
    let run = prikaz(folder.path(), &["report", "merge", "мой", "отчёт.json"]);
    assert!(run.code == 2 && run.err.contains("возьмите имя в кавычки: \"мой отчёт.json\""), "{}", run.err);
}

#[test]
fn a_new_program_has_a_name_that_every_system_has() {
    let folder = folder(&[]);
    let refused = ["a:b", "con", "Программа.", "а ", "а/nul/б", "что?", "Программа \"А\"", "а\u{1b}б", "а\nб"];
    for name in refused {
        let run = prikaz(folder.path(), &["new", name]);
        assert!(run.code == 2 && run.err.contains("папка не может называться"), "{name}: {}", run.err);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_new_program_bears_the_name_of_its_folder_and_is_clean() {
    for (name, title) in [
        ("Программа развития образования", "Программа развития образования на 2026–2028 годы"),
        ("программа «Школа» района", "Программа «Школа» района на 2026–2028 годы"),
        ("Наша школа", "Программа «Наша школа» на 2026–2028 годы"),
        ("районы/шнор", "Программа «шнор» на 2026–2028 годы"),
        ("school-5", "Программа «school-5» на 2026–2028 годы"),
        (
            "Программа 2030 года",
            "Программа повышения качества образования в школах Приреченского района на 2026–2028 годы",
        ),
        ("а_б*[x]", "Программа повышения качества образования в школах Приреченского района на 2026–2028 годы"),
        ("$(id) `а' 100%", "Программа повышения качества образования в школах Приреченского района на 2026–2028 годы"),
    ] {
        let folder = folder(&[]);
        let name = name.replace('*', "");
        let run = prikaz(folder.path(), &["new", &name]);
        assert_eq!(run.code, 0, "{}", run.err);
        let checked = prikaz(folder.path(), &["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
        assert_eq!(report["programs"][0]["title"], title);
        assert_eq!((checked.code, &report["findings"]), (0, &serde_json::json!([])), "{name}");
        // What it says to type works in a shell.
        #[cfg(unix)]
        for line in run.out.lines().filter_map(|line| line.strip_prefix("  prikaz ")) {
            let typed = format!("\"$0\" {line}");
            let program = env!("CARGO_BIN_EXE_prikaz");
            let done =
                std::process::Command::new("sh").args(["-c", &typed, program]).current_dir(folder.path()).output();
            assert!(done.unwrap().status.success(), "{line}");
        }
    }
}

#[test]
fn a_day_that_no_calendar_has_is_told_once() {
    let acts = "акты:\n  - текст: Приказ Министерства просвещения от 31.02.2021 № 5 «О школах»\n";
    for text in [
        GOOD.replace("Сентябрь 2021", "до 30.02.2022"),
        GOOD.replace("Сентябрь 2021", "до 31 сентября"),
        GOOD.replace("Развитие кадров", "Развитие кадров по протоколу от 21.11.20024 № 5"),
        format!("{GOOD}{acts}"),
    ] {
        let folder = folder(&[("программа.yaml", text.as_bytes())]);
        let done = prikaz(folder.path(), &["check", "--format", "concise"]);
        assert!(done.code == 1 && done.out.contains("[impossible-date]"), "{text}{done:?}");
        assert_eq!(done.out.lines().count(), 1, "{done:?}");
    }
}

#[test]
fn a_folder_named_almost_as_that_of_templates_or_standards_is_told() {
    let template = "Карта.\n".as_bytes();
    let program = |path: &'static str| (path, GOOD.as_bytes());
    for (path, right) in [
        ("п/а/шаблон/roadmap.md", "шаблоны"),
        ("п/Templates/roadmap.md", "templates"),
        ("стандарт/свой.yaml", "стандарты"),
    ] {
        let folder = folder(&[program("п/а/программа.yaml"), (path, template)]);
        fs::create_dir(folder.path().join(".git")).unwrap();
        let run = prikaz(folder.path(), &["check"]);
        assert!(run.code == 0 && run.out.contains("misnamed-folder"), "{path}: {}", run.out);
        assert!(run.out.contains(&format!("переименуйте её в «{right}»")), "{path}: {}", run.out);
    }
    // A program may be called so, and a folder of the right name is enough.
    for files in [
        [program("п/а/программа.yaml"), program("п/шаблон/программа.yaml")],
        [("п/шаблон/x.txt", template), program("п/а/программа.yaml")],
    ] {
        let run = prikaz(folder(&files).path(), &["check"]);
        assert!(!run.out.contains("misnamed-folder"), "{}", run.out);
    }
}

#[test]
fn a_number_of_threads_is_never_too_large() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    for command in ["check", "build", "baseline"] {
        for number in ["999999999", "0", "много"] {
            let mut own = std::process::Command::new(env!("CARGO_BIN_EXE_prikaz"));
            let done = own.current_dir(folder.path()).arg(command).env("RAYON_NUM_THREADS", number).output().unwrap();
            assert_eq!(done.status.code(), Some(0), "{command} {number}: {done:?}");
        }
    }
    for number in ["0", "257", "-1"] {
        let done = prikaz(folder.path(), &["check", &format!("--jobs={number}")]);
        assert!(done.code == 2 && done.err.contains("от 1 до 256"), "{done:?}");
    }
}

/// A user who may start no process cannot start a thread either; root may always, so it becomes another user.
#[cfg(target_os = "linux")]
#[test]
fn work_is_done_where_no_thread_can_be_started() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let run = |shell: &str, command: &str| {
        let script = format!("{shell} \"{}\" {command} --jobs 8 .", env!("CARGO_BIN_EXE_prikaz"));
        let mut own = std::process::Command::new("sh");
        own.current_dir(folder.path()).args(["-c", &script]).output().unwrap()
    };
    let root = fs::read_to_string("/proc/self/status").unwrap().contains("\nUid:\t0\t");
    let user = format!("setpriv --reuid {} --clear-groups", 200_000 + std::process::id());
    let user = if root { user } else { String::new() };
    // Where that user may not run the program at all, there is nothing to try.
    if run(&format!("exec {user}"), "check").status.success() {
        for command in ["check", "build"] {
            let done = run(&format!("ulimit -u 1; exec {user}"), command);
            assert_eq!(done.status.code(), Some(0), "{command}: {done:?}");
        }
    }
}

#[test]
fn every_mistake_of_the_command_line_is_told_in_russian() {
    let folder = folder(&[("программа.yaml", GOOD.as_bytes())]);
    for (arguments, said) in [
        (&["check", "--fix=да"][..], "у параметра «--fix» не бывает значения, а указано «да»"),
        (&["build", "--no-cache=нет"], "у параметра «--no-cache» не бывает значения"),
        (&["check", "--baseline", "а.json", "--no-baseline"], "нельзя указать вместе"),
        (&["check", "--fix", "--fix"], "нельзя указать дважды"),
        (&["check", "--report"], "у параметра «--report» нет значения"),
        (&["check", "--format", "x"], "«--format» непонятное значение «x»"),
        (&["template", "--out", "а"], "не хватает"),
        (&["report"], "Команды"),
    ] {
        let done = prikaz(folder.path(), arguments);
        let foreign = ["error", "unexpected", "argument", "\\u{a}", "required", "value"];
        let told = format!("{}{}", done.out, done.err);
        assert!(done.code == 2 && told.contains(said), "{arguments:?}: {done:?}");
        assert!(!foreign.iter().any(|word| told.contains(word)), "{arguments:?}: {done:?}");
    }
}

#[test]
fn a_file_in_the_place_of_a_new_program_is_called_a_file() {
    let folder = folder(&[("f", b"x")]);
    let done = prikaz(folder.path(), &["new", "f"]);
    assert!(done.code == 2 && !done.err.contains("папка уже есть") && done.err.contains("f: это не папка"), "{done:?}");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_told_stays_on_its_line() {
    let folder = folder(&[]);
    let done = prikaz(folder.path(), &["template", "приказ", "--out", "а\nошибка: b"]);
    assert_eq!((done.code, done.out.lines().count()), (0, 1), "{done:?}");
}
