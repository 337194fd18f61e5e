//! Nothing of the user's is passed over in silence: files of other names, what is unread, what is unprinted.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use support::{GOOD, Run, folder, prikaz};

/// A check of a good program beside which files of these names and texts lie.
fn beside(files: &[(&str, &str)]) -> (tempfile::TempDir, Run) {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let region = folder(&[&[("п/программа.yaml", GOOD.as_bytes())], files.as_slice()].concat());
    let done = prikaz(region.path(), &["check", "."]);
    (region, done)
}

#[test]
fn a_misnamed_program_is_an_error_beside_good_ones() {
    for name in [
        "програма.yaml",
        "программы.yml",
        "программа.txt",
        "Программа.yaml",
        "программа.YAML",
        "программа.yaml.txt",
        "Program.yaml",
        "программа .yaml",
        "программа.ymal",
        "прогрaммa.yaml",
        "программа.yаml",
        "programme.yaml",
    ] {
        let (region, done) = beside(&[(&format!("к/{name}"), GOOD)]);
        let said = done.out.contains("ошибка[misnamed-file]") && done.out.contains(&format!("--> к/{name}"));
        assert!(said && done.code == 1, "{name}: {done:?}");
        let built = prikaz(region.path(), &["build", "."]);
        assert!(built.code == 1 && built.err.contains("misnamed-file"), "{name}: {built:?}");
        assert!(built.out.starts_with("собрано: 2 файла, 1 программа, папка out"), "{name}: {built:?}");
        assert!(!region.path().join("out/к").exists(), "{name}");
    }
}

#[test]
fn a_misnamed_program_is_in_every_report() {
    let (region, _) = beside(&[("к/Программа.yaml", GOOD)]);
    for format in ["concise", "json", "github", "gitlab", "sarif", "junit", "markdown"] {
        let done = prikaz(region.path(), &["check", ".", "--format", format]);
        assert!(done.code == 1 && done.out.contains("misnamed-file"), "{format}: {done:?}");
    }
    let alone = prikaz(region.path(), &["check", "к"]);
    assert!(alone.code == 2 && alone.err.contains("есть похожий файл к/Программа.yaml"), "{alone:?}");
    let strict = prikaz(region.path(), &["build", ".", "--strict"]);
    assert!(strict.code == 1 && !region.path().join("out").exists(), "{strict:?}");
}

#[test]
fn a_program_under_a_strange_name_is_told() {
    let (_, done) = beside(&[("к/развитие.yaml", GOOD)]);
    assert!(done.code == 0 && done.out.contains("предупреждение[misnamed-file]"), "{done:?}");
}

#[test]
fn files_of_other_tools_are_passed_by() {
    let (_, done) = beside(&[
        ("docker-compose.yaml", "services:\n  db: {}\n"),
        ("mkdocs.yml", "site_name: Сайт\nnav: []\n"),
        ("programs.yaml", "- п\n"),
        ("программы.yaml", "список: [п]\n"),
        (".github/workflows/program.yaml", "program:\n  x: 1\n"),
        ("п/ci/values.yaml", "order: 1\nreplicas: 2\n"),
        ("п/ci/list.yaml", "- a: 1\n"),
        ("п/Чтение.txt", "показатели: нет\n"),
        ("п/показатели.yaml~", "x"),
        ("заметки.txt", "программа:\n"),
    ]);
    assert!(done.code == 0 && done.out == "замечаний нет\n", "{done:?}");
}

#[test]
fn a_misnamed_municipality_file_is_told_once() {
    for name in ["муниципалитет.YAML", "Муниципалитет.yaml", "муниципалитеты.yaml", "муниципалитет.yaml.txt"]
    {
        let (_, done) = beside(&[(name, "люди: []\n"), ("м/программа.yaml", GOOD)]);
        assert_eq!(done.out.matches("предупреждение[misnamed-file]").count(), 1, "{name}: {done:?}");
        assert!(done.out.contains("наберите «муниципалитет.yaml» заново"), "{name}: {done:?}");
    }
    for name in ["п/Муниципалитет.yaml", "п/муниципалитет.yml.txt", "п/муниципaлитет.yaml"]
    {
        let (_, done) = beside(&[(name, "муниципалитет: {}\n")]);
        let said =
            done.out.matches("[misnamed-file]").count() == 1 && done.out.contains("похоже на «муниципалитет.yaml»");
        assert!(said && !done.out.contains("unknown-key"), "{name}: {done:?}");
    }
}

#[test]
fn misnamed_parts_are_told() {
    for name in ["показатели.ymal", "показатели.yam", "показатели.yаml", "показатели.yaml ", "показатели.yaml.txt"]
    {
        let (_, done) = beside(&[(&format!("п/{name}"), "показатели: []\n")]);
        assert!(done.out.contains("misnamed-file") && done.out.contains("в «показатели.yaml»"), "{name}: {done:?}");
    }
    let (region, done) = beside(&[("п/части/показатели.yaml", "# часть\nпоказатели: []\n")]);
    assert!(done.code == 0 && done.out.contains("замечание[misplaced-file]"), "{done:?}");
    assert!(done.out.contains("переложите его к файлу п/программа.yaml"), "{done:?}");
    let told = |told: bool| assert_eq!(prikaz(region.path(), &["build", "."]).err.contains("misplaced-file"), told);
    told(true);
    fs::write(region.path().join("п/части/показатели.yaml"), "чужое: []\n").unwrap();
    told(false);
}

#[test]
fn misnamed_templates_and_standards_are_told_once() {
    for (name, right) in [
        ("шаблоны/приказ.MD", "в «приказ.md»"),
        ("шаблоны/приказ.md.txt", "в «приказ.md»"),
        ("шаблоны/приказ.мd", "в «приказ.md»"),
        ("п/templates/приказ.markdown", "в «приказ.md»"),
        ("стандарты/а.YAML", "в «а.yaml»"),
        ("стандарты/а.yaml.txt", "в «а.yaml»"),
    ] {
        let (region, done) = beside(&[(name, "x"), ("м/программа.yaml", GOOD)]);
        assert_eq!(done.out.matches("предупреждение[misnamed-file]").count(), 1, "{name}: {done:?}");
        assert!(done.out.contains(&format!("--> {name}")) && done.out.contains(right), "{name}: {done:?}");
        for _ in ["built", "remembered"] {
            assert!(prikaz(region.path(), &["build", "."]).err.contains("misnamed-file"), "{name}");
        }
    }
    let (_, done) = beside(&[("шаблоны/заметки.txt", "x"), ("шаблоны/.приказ.MD", "x"), ("стандарты/о.docx", "x")]);
    assert_eq!(done.out, "замечаний нет\n");
}

#[test]
fn a_name_in_a_help_stays_on_its_line() {
    let name = "показатели\u{202e}.yam";
    let (_, done) = beside(&[(&format!("п/{name}"), "показатели: []\n")]);
    assert!(done.out.contains("в «показатели\\u{202e}.yaml»"), "{done:?}");
}

/// Faults through which words are unread or unprinted, each with its name.
const LOST: [(&str, &str, &str); 4] = [
    ("duplicate-key", "  - текст: Повышение", "  - текст: Первое\n    текст: Повышение"),
    ("unknown-key", "  срок: 2021–2025", "  срок: 2021–2025\n  сорок: 2021"),
    ("control-character", "Развитие кадров", "Развитие \u{202e}кадров"),
    ("file-outside-folder", "дорожная карта:", "содержание: [{раздел: А, файл: ../кадры.md}]\nдорожная карта:"),
];

#[test]
fn what_is_unread_cannot_be_excused() {
    for (name, from, to) in LOST {
        let exceptions = format!("исключения:\n  - {{правило: {name}, причина: так надо}}\n");
        let program = GOOD.replace(from, to) + &exceptions;
        let folder = folder(&[("п/программа.yaml", program.as_bytes())]);
        let done = prikaz(folder.path(), &["check", "п"]);
        assert!(done.code == 1 && done.out.contains(&format!("ошибка[{name}]")), "{name}: {done:?}");
        let said = format!("исключение для «{name}» не действует");
        assert!(done.out.contains(&said) && !done.out.contains("unused-exception"), "{name}: {done:?}");
        assert_eq!(prikaz(folder.path(), &["build", "п", "--strict"]).code, 1, "{name}");
        assert_eq!(prikaz(folder.path(), &["check", "п", "--select", "missing-unit"]).code, 1, "{name}");
        let kept = prikaz(folder.path(), &["baseline", "п"]);
        // The finding, and that its exception is of no use.
        assert!(kept.out.starts_with("учтено: 0 ") && kept.out.contains("не учтено: "), "{name}: {kept:?}");
        assert!(prikaz(folder.path(), &["check", "п"]).out.contains(&format!("ошибка[{name}]")), "{name}");
        for option in ["--ignore", "--level"] {
            let value = if option == "--level" { format!("{name}=выключено") } else { name.to_owned() };
            assert_eq!(prikaz(folder.path(), &["check", "п", option, &value]).code, 2, "{name}");
        }
    }
}

#[test]
fn what_is_left_out_for_want_of_a_key_cannot_be_excused() {
    let own = "документы:\n  - {наименование: Положение, файл: т.md}\n";
    let excuse = "исключения:\n  - {правило: missing-key, причина: так}\n  - {правило: fenced-code, причина: так}\n";
    let text = "```\nДиректору важно.\n```\n";
    let (folder, _) = beside(&[]);
    let program = support::GOOD.to_owned() + own + excuse;
    std::fs::create_dir(folder.path().join("третья")).unwrap();
    for (name, text) in [("программа.yaml", &*program), ("т.md", text)] {
        std::fs::write(folder.path().join("третья").join(name), text).unwrap();
    }
    let done = prikaz(folder.path(), &["check", "третья"]);
    assert!(done.code == 1 && done.out.contains("ошибка[missing-key]"), "{done:?}");
}

#[test]
fn an_old_baseline_does_not_cover_what_is_unread() {
    let program = GOOD.replace("  срок: 2021–2025", "  срок: 2021–2025\n  сорок: 2021");
    let known = r#"{"version": 1, "findings": [{"rule": "unknown-key", "file": "п/программа.yaml", "line": "сорок: 2021",
        "message": "ключ «сорок» здесь неизвестен", "count": 1}]}"#;
    let folder = folder(&[("п/программа.yaml", program.as_bytes()), ("prikaz.baseline.json", known.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п"]);
    assert!(done.code == 1 && done.out.contains("ошибка[unknown-key]"), "{done:?}");
}

#[test]
fn a_baseline_in_conflict_says_so() {
    let text = "{\n<<<<<<< HEAD\n  \"version\": 1,\n=======\n  \"version\": 1,\n>>>>>>> ветка\n}\n";
    let folder = folder(&[("п/программа.yaml", GOOD.as_bytes()), ("prikaz.baseline.json", text.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п"]);
    assert!(done.code == 2 && done.err.contains("строка 2: слияние веток git"), "{done:?}");
}

#[test]
fn a_build_says_how_much_is_excused() {
    let exceptions = "исключения:\n  - {правило: doubled-word, причина: так надо}\n";
    let program = GOOD.replace("Развитие кадров", "Развитие развитие кадров") + exceptions;
    let folder = folder(&[("п/программа.yaml", program.as_bytes())]);
    for _ in ["built", "remembered"] {
        let done = prikaz(folder.path(), &["build", "п"]);
        let said = done.out.ends_with("1 программа, папка out; под исключением: 1 замечание\n");
        assert!(said && done.code == 0, "{done:?}");
    }
}

#[test]
fn one_slip_in_a_file_is_one_finding_and_the_first() {
    let (main, rest) = GOOD.split_once("дорожная карта:").unwrap();
    let exceptions = "исключения:\n  - {правило: missing-unit, причина: так надо}\n";
    let main = main.replace("Развитие кадров", "Развитие развитие кадров") + exceptions;
    let rest = format!("дорожная карта:{rest}").replace("      срок:", "     срок:");
    let folder = folder(&[("п/программа.yaml", main.as_bytes()), ("п/карта.yaml", rest.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п", "--format", "concise"]);
    let names: Vec<&str> = done.out.lines().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    assert_eq!(names, ["yaml-syntax", "unfinished-check", "doubled-word"], "{}", done.out);
    let built = prikaz(folder.path(), &["build", "п"]);
    assert!(built.code == 1, "{built:?}");
}

#[test]
fn a_card_that_may_stand_in_an_unread_file_is_not_missed() {
    let folder =
        folder(&[("п/программа.yaml", "цели: []\n".as_bytes()), ("п/карточка.yaml", "программа: {\n".as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п", "--format", "concise"]);
    assert!(done.code == 1 && done.out.lines().count() == 1 && done.out.contains("yaml-syntax"), "{done:?}");
}

#[test]
fn an_unread_text_is_not_said_to_use_nothing() {
    let more = "содержание:\n  - {раздел: Анализ, файл: анлиз.md}\nсокращения: {РУО: районное управление}\n";
    let folder = folder(&[("п/программа.yaml", format!("{GOOD}{more}").as_bytes()), ("п/анализ.md", b"x")]);
    let done = prikaz(folder.path(), &["check", "п"]);
    assert!(done.code == 1 && done.out.contains("unknown-file"), "{done:?}");
    assert!(!done.out.contains("unused-") && !done.out.contains("empty-section"), "{done:?}");
    assert!(done.out.contains("замечание[unfinished-check]"), "{done:?}");
}

#[test]
fn letters_of_two_signs_are_the_same_letters() {
    let apart = |text: &str| text.replace('й', "и\u{306}").replace('Й', "И\u{306}").replace('ё', "е\u{308}");
    let more = "содержание:\n  - {раздел: Йод, файл: Йод.md, ид: отчёт-й}\n  - {раздел: Ссылка, текст: 'Раздел [[отчёт-й]]'}\n";
    let program = format!("{GOOD}{more}");
    let texts = [(program.as_str(), "Йод.md"), (&apart(&program), "Йод.md"), (&program, &apart("Йод.md"))];
    for (number, (program, text)) in texts.into_iter().enumerate() {
        let named = format!("п/{text}");
        let folder = folder(&[("п/программа.yaml", program.as_bytes()), (&named, "Текст.\n".as_bytes())]);
        let done = prikaz(folder.path(), &["check", "п"]);
        assert_eq!((done.code, done.out.as_str()), (0, "замечаний нет\n"), "{number}");
    }
}

#[test]
fn ids_in_both_forms_are_one_id() {
    let own = |id: &str| format!("  - {{ид: {id}, заголовок: А, содержание: [{{раздел: А, текст: Текст}}]}}\n");
    let program = format!("{GOOD}документы:\n{}{}", own("отчет-й"), own("отчет-и\u{306}"));
    let folder = folder(&[("п/программа.yaml", program.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п", "--format", "concise"]);
    assert!(done.code == 1 && done.out.contains("duplicate-id"), "{done:?}");
    // Columns count the signs of the file.
    let folder = support::folder(&[("п/программа.yaml", "программа: {наименование: Аи\u{306}, йод: 1}\n".as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п", "--format", "concise"]);
    assert!(done.out.contains("программа.yaml:1:32: ошибка [unknown-key]"), "{done:?}");
}

#[test]
fn a_municipality_file_out_of_reach_is_told() {
    let folder = folder(&[("р/муниципалитет.yaml", "люди: []\n".as_bytes()), ("р/п/программа.yaml", GOOD.as_bytes())]);
    for (place, path) in [("р/п", "."), ("р/п", "программа.yaml"), ("р", "../р/п/..")] {
        let done = prikaz(&folder.path().join(place), &["check", path]);
        let said = done.out.contains("municipality-not-taken") && done.out.contains("запустите prikaz из папки «..»");
        assert_eq!(said, place == "р/п", "{place}: {done:?}");
    }
    fs::create_dir(folder.path().join("р/.git")).unwrap();
    assert!(!prikaz(&folder.path().join("р/п"), &["check"]).out.contains("municipality-not-taken"));
}

#[test]
fn what_says_that_more_is_hidden_cannot_be_recorded() {
    let more = "исключения:\n  - {правило: unknown-key, причина: так надо}\nсодержание:\n  - {раздел: А, файл: нет.md}\n\
                сокращения: {РУО: районное управление}\n";
    let folder = folder(&[("п/программа.yaml", format!("{GOOD}{more}").as_bytes())]);
    let said = |done: &Run| ["unfinished-check", "powerless-exception"].map(|name| done.out.contains(name));
    assert_eq!(said(&prikaz(folder.path(), &["check", "п"])), [true; 2]);
    let kept = prikaz(folder.path(), &["baseline", "п"]);
    assert!(kept.out.contains("не учтено: 3 –"), "{kept:?}");
    assert_eq!(said(&prikaz(folder.path(), &["check", "п"])), [true; 2]);
}

#[test]
fn surplus_editions_and_parts_elsewhere_cannot_be_excused() {
    for name in ["too-many-editions", "misplaced-file", "unfinished-check"] {
        let more = format!("исключения:\n  - {{правило: {name}, причина: так надо}}\n");
        let folder = folder(&[("п/программа.yaml", format!("{GOOD}{more}").as_bytes())]);
        let done = prikaz(folder.path(), &["check", "п"]);
        assert!(done.out.contains("powerless-exception"), "{name}: {done:?}");
    }
}

#[test]
fn a_result_that_is_printed_nowhere_is_told() {
    let indicator = "показатели:\n  - {наименование: Доля школ, результат: Доля школ выросла}\n";
    let lists = "результаты:\n  - Школы готовы\n";
    let column = "таблица показателей:\n  колонки: [номер, наименование, результат]\n";
    for (more, wanted) in [
        (indicator.to_owned(), 0),
        (format!("{indicator}{lists}"), 1),
        (format!("{indicator}{lists}{column}"), 0),
        (format!("{indicator}{lists}  - доля школ выросла.\n"), 0),
        (format!("{indicator}{lists}редакции:\n  - {{ид: р1, программа: {{срок: 2022–2023}}}}\n"), 1),
        (format!("{indicator}редакции:\n  - {{ид: р1, результаты: [Школы готовы]}}\n"), 0),
    ] {
        let folder = folder(&[("п/программа.yaml", format!("{GOOD}{more}").as_bytes())]);
        let done = prikaz(folder.path(), &["check", "п"]);
        assert_eq!(done.out.matches("предупреждение[unprinted-result]").count(), wanted, "{more}{done:?}");
    }
}

#[test]
fn an_appendix_whose_file_is_not_there_keeps_its_name() {
    let order = "приказ:\n  пункты:\n    - утвердить: график\n    - Исполнить график (приложение № [[график]])\n  \
                 приложения:\n    - {ид: график, файл: нет.md, наименование: График}\n";
    let folder = folder(&[("п/программа.yaml", format!("{GOOD}{order}").as_bytes())]);
    let done = prikaz(folder.path(), &["check", "п", "--format", "concise"]);
    let errors: Vec<&str> = done.out.lines().filter(|line| line.contains("[unknown-")).collect();
    assert!(errors.len() == 1 && errors[0].contains("unknown-file"), "{errors:#?}");
}

#[test]
fn the_error_of_a_missing_text_is_the_first_and_what_was_not_asked_for_does_not_wait() {
    let more = "содержание:\n  - {раздел: А, файл: нет.md}\nсокращения: {РУО: районное управление}\n";
    let folder = folder(&[("п/программа.yaml", format!("{GOOD}{more}").as_bytes())]);
    let names = |arguments: &[&str]| {
        let done = prikaz(folder.path(), &[&["check", "п", "--format", "concise"], arguments].concat());
        done.out.lines().map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&[])[..2], ["unknown-file", "unfinished-check"]);
    assert_eq!(names(&["--select", "doubled-word"]), ["unknown-file"]);
    assert_eq!(names(&["--select", "unused-abbreviation"]), ["unknown-file", "unfinished-check"]);
}
