//! What a run writes never takes the place of what it reads, nor of what a person changed.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::collections::BTreeMap;
use std::fs;

use std::path::{Path, PathBuf};
use support::{folder, prikaz, root};

/// A hand-written text that a section of the program is read from, named as a paper is.
const TEXT: &str = "Исходный текст анализа.\n";

/// The program of `examples/minimal` in a folder, with such a text beside it.
fn program() -> tempfile::TempDir {
    let read = |name: &str| fs::read(root().join("examples/minimal").join(name)).unwrap();
    folder(&[
        ("прог/моя/муниципалитет.yaml", &read("муниципалитет.yaml")),
        ("прог/моя/программа.yaml", &read("программа.yaml")),
        ("прог/моя/программа.md", TEXT.as_bytes()),
        ("прог/моя/паспорт.docx", b"PK hand-made"),
        ("шаблоны/своя.md", "<!-- бумага: справка -->\nСправка\n".as_bytes()),
        ("прог/моя/старый.md", "# Старое\n".as_bytes()),
    ])
}

/// All files below a folder but those in `out` and `.prikaz`, with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_entry(|entry| entry.file_name() != "out");
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn papers_never_stand_among_the_files_of_a_program() {
    let cases = [
        ("", &["прог/моя", "--out", "прог"][..]),
        ("", &["прог", "--out", "прог"]),
        ("", &["прог", "--out", "./нет/../прог"]),
        ("", &["прог", "--out", "ссылка"]),
        ("прог", &["моя", "--out", "."]),
        ("прог/моя", &[".", "--out", ".."]),
        ("прог/моя", &[".", "--out", "бумаги"]),
        ("прог/моя", &[".", "--out", "."]),
        ("прог", &["моя", "--out", "моя/тексты"]),
        ("другая", &["../прог/моя", "--out", "../прог"]),
        // The folder of papers would be the one above the programs.
        ("", &[".", "--out", ".", "--only", "приказ"]),
    ];
    for (from, arguments) in cases {
        let folder = program();
        fs::create_dir(folder.path().join("другая")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("прог", folder.path().join("ссылка")).unwrap();
        let before = files(folder.path());
        let done = prikaz(&folder.path().join(from), &[&["build"], arguments].concat());
        assert_eq!(done.code, 2, "{from} {arguments:?}: {done:?}");
        assert!(done.err.contains("ничего не записано"), "{from} {arguments:?}: {done:?}");
        assert!(files(folder.path()) == before, "{from} {arguments:?}: something was written");
    }
}

#[test]
fn the_usual_folder_for_papers_is_fine_from_everywhere() {
    for (from, arguments) in [
        ("", &["."][..]),
        ("прог", &["."]),
        ("прог/моя", &["."]),
        ("прог/моя", &["программа.yaml", "--out", ".бумаги"]),
        ("прог/моя", &[".", "--out", "out/2021"]),
        ("", &["прог", "--out", "прог-бумаги"]),
    ] {
        let folder = program();
        let before = files(folder.path());
        let done = prikaz(&folder.path().join(from), &[&["build"], arguments].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{from} {arguments:?}");
        let after = files(folder.path());
        assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "{from} {arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_of_a_program_that_stands_in_the_folder_of_papers_by_another_name_stops_the_build() {
    let folder = program();
    let target = folder.path().join("out/моя");
    fs::create_dir_all(&target).unwrap();
    fs::hard_link(folder.path().join("прог/моя/программа.md"), target.join("программа.md")).unwrap();
    let done = prikaz(folder.path(), &["build", "прог"]);
    assert!(done.code == 2 && done.err.contains("это файл программы"), "{done:?}");
    assert_eq!(fs::read_dir(&target).unwrap().count(), 1, "nothing is written");
}

#[test]
fn a_text_that_the_program_is_read_from_is_no_paper_even_in_out() {
    let folder = program();
    let main = folder.path().join("прог/моя/программа.yaml");
    let yaml = fs::read_to_string(&main).unwrap();
    let section = "содержание:\n  - раздел: Анализ\n    файл: out/моя/приказ.md\n";
    fs::write(&main, yaml.replace("содержание:\n", section)).unwrap();
    let text = folder.path().join("прог/моя/out/моя/приказ.md");
    fs::create_dir_all(text.parent().unwrap()).unwrap();
    fs::write(&text, TEXT).unwrap();
    let done = prikaz(&folder.path().join("прог/моя"), &["build"]);
    assert!(done.code == 2 && done.err.contains("из этого файла прочитана программа"), "{done:?}");
    assert_eq!(fs::read_to_string(&text).unwrap(), TEXT);
}

#[test]
fn a_report_replaces_an_earlier_report_and_nothing_else() {
    let folder = program();
    let before = files(folder.path());
    let check = |report: &str| prikaz(folder.path(), &["check", ".", "--report", report]);
    for (report, why) in [
        ("markdown=прог/моя/программа.md", "это файл программы"),
        ("markdown=прог/моя/../моя/старый.md", "это файл программы"),
        ("protocol=прог/моя/паспорт.docx", "это файл программы"),
        ("json=прог/моя/программа.yaml", "в файлах YAML"),
        ("json=прог/моя/новая.YAML", "в файлах YAML"),
        ("json=прог/моя/показатели.yml.txt", "в файлах YAML"),
        ("markdown=шаблоны/новый.md", "лежат шаблоны"),
        ("markdown=шаблоны/своя.md", "прочитан той же командой"),
    ] {
        let done = check(report);
        assert!(done.code == 2 && done.err.contains(why), "{report}: {done:?}");
        assert!(done.err.contains("не записан"), "{report}: {done:?}");
    }
    let twice = prikaz(folder.path(), &["check", ".", "--report", "json=а.json", "--report", "sarif=./прог/../а.json"]);
    assert!(twice.code == 2 && twice.err.contains("уже пишется другой отчёт"), "{twice:?}");
    // One file on a disk that does not tell cases or forms of letters apart.
    for other in ["json=НОВЫЙ.json", "json=новыи\u{306}.json"] {
        let twice = prikaz(folder.path(), &["check", ".", "--report", "sarif=новый.json", "--report", other]);
        assert!(twice.code == 2 && twice.err.contains("уже пишется другой отчёт"), "{twice:?}");
    }
    assert!(files(folder.path()) == before, "something was written");
    for _ in 0..2 {
        for report in ["markdown=отчёт.md", "protocol=отчёт.docx", "concise=отчёт.txt", "json=прог/моя/отчёт.json"]
        {
            assert_eq!(check(report).code, 0, "{report}");
        }
    }
}

#[test]
fn no_report_takes_the_place_of_a_file_of_people() {
    let texts = [
        ("README.md", "# Мой район\n", "markdown"),
        ("заметки.txt", "моё\n", "text"),
        ("заметки", "моё\n", "concise"),
        ("протокол.odt", "PK моё", "protocol"),
        ("данные.xml", "<?xml version=\"1.0\"?>\n<данные/>\n", "junit"),
        ("package.json", "{\n  \"name\": \"сайт\"\n}\n", "json"),
        ("prikaz.baseline.json", "{\n  \"version\": 1,\n  \"findings\": []\n}\n", "json"),
        ("список.json", "[\n  1\n]\n", "gitlab"),
        ("прежний.json", "{\n  \"version\": \"2.1.0\"\n}\n", "sarif"),
        ("команды.txt", "моё\n", "github"),
    ];
    let folder = program();
    for (name, text, _) in texts {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let before = files(folder.path());
    let refused = |arguments: &[&str]| {
        let done = prikaz(folder.path(), arguments);
        assert!(done.code == 2 && done.err.contains("не такой отчёт"), "{arguments:?}: {done:?}");
    };
    for (name, _, kind) in texts {
        refused(&["check", "прог", "--no-baseline", "--report", &format!("{kind}={name}")]);
    }
    // A paper of a build is no protocol.
    assert_eq!(prikaz(folder.path(), &["build", "прог"]).code, 0);
    refused(&["check", "прог", "--report", "protocol=out/моя/приказ.docx"]);
    fs::remove_dir_all(folder.path().join(".prikaz")).unwrap();
    assert!(files(folder.path()) == before, "something was written");
    let part = prikaz(folder.path(), &["check", "прог", "--report", "json=часть.json"]);
    assert_eq!(part.code, 0, "{part:?}");
    for name in ["package.json", "заметки.txt", "prikaz.baseline.json"] {
        refused(&["report", "merge", "часть.json", "--out", name]);
    }
}

#[test]
fn an_empty_name_is_no_place() {
    let folder = program();
    for arguments in [&["build", "прог", "--out", ""][..], &["check", "прог", "--report", "json="]] {
        let done = prikaz(folder.path(), arguments);
        assert!(done.code == 2 && done.err.contains("имя пустое"), "{arguments:?}: {done:?}");
    }
}

#[test]
fn papers_never_stand_in_a_program_that_the_command_does_not_name() {
    let folder = program();
    let copy = folder.path().join("другие/моя");
    fs::create_dir_all(&copy).unwrap();
    for name in ["программа.yaml", "муниципалитет.yaml"] {
        fs::copy(folder.path().join("прог/моя").join(name), copy.join(name)).unwrap();
    }
    let before = files(folder.path());
    for out in ["прог", "прог/моя/тексты"] {
        let done = prikaz(folder.path(), &["build", "другие/моя", "--out", out]);
        assert!(done.code == 2 && done.err.contains("ничего не записано"), "{out}: {done:?}");
    }
    assert!(files(folder.path()) == before, "something was written");
}

#[test]
fn a_file_that_is_no_program_yet_forbids_no_folder() {
    let folder = program();
    let file = "программа:\n  наименование: Программа\n".as_bytes();
    fs::create_dir(folder.path().join("прог/вторая")).unwrap();
    fs::write(folder.path().join("прог/вторая/Программа.yaml"), file).unwrap();
    let done = prikaz(folder.path(), &["build", "прог", "--out", "бумаги"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(folder.path().join("бумаги/моя/приказ.docx").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_made_behind_a_link_in_the_folder_of_papers() {
    for to in ["../наружу", "вторая"] {
        let folder = program();
        fs::create_dir_all(folder.path().join("out/вторая")).unwrap();
        fs::create_dir(folder.path().join("наружу")).unwrap();
        std::os::unix::fs::symlink(to, folder.path().join("out/моя")).unwrap();
        let done = prikaz(folder.path(), &["build", "прог"]);
        assert!(done.code == 2 && done.err.contains("ссылка на другую папку"), "{done:?}");
        assert_eq!(fs::read_dir(folder.path().join("out").join(to)).unwrap().count(), 0);
    }
}

#[test]
fn where_a_report_may_not_be_written_nothing_is_mended() {
    let folder = program();
    let main = folder.path().join("прог/моя/программа.yaml");
    let yaml = fs::read_to_string(&main).unwrap();
    fs::write(&main, yaml.replace("математики", "математики  и  физики")).unwrap();
    let before = files(folder.path());
    let done = prikaz(folder.path(), &["check", "--fix", "--report", "markdown=прог/моя/программа.md"]);
    assert_eq!(done.code, 2, "{done:?}");
    assert!(files(folder.path()) == before);
}

#[test]
fn a_baseline_replaces_a_baseline_and_nothing_else() {
    let folder = program();
    let before = files(folder.path());
    fs::write(folder.path().join("package.json"), "{\n  \"version\": 1\n}\n").unwrap();
    for out in ["прог/моя/программа.md", "прог/моя/программа.yaml", "package.json", "шаблоны/а.md"]
    {
        let done = prikaz(folder.path(), &["baseline", "--out", out]);
        assert!(done.code == 2 && done.err.contains("не записан"), "{out}: {done:?}");
    }
    fs::remove_file(folder.path().join("package.json")).unwrap();
    assert!(files(folder.path()) == before);
    for _ in 0..2 {
        assert_eq!(prikaz(folder.path(), &["baseline"]).code, 0);
    }
}

#[test]
fn merged_reports_do_not_replace_their_parts() {
    let folder = program();
    prikaz(folder.path(), &["check", "--report", "json=а.json"]);
    let before = files(folder.path());
    let done = prikaz(folder.path(), &["report", "merge", "а.json", "--out", "./прог/../а.json"]);
    assert!(done.code == 2 && done.err.contains("прочитан той же командой"), "{done:?}");
    assert!(files(folder.path()) == before);
}

#[cfg(unix)]
#[test]
fn a_cache_that_is_a_link_is_not_used() {
    for to in ["чужая", "."] {
        let folder = program();
        let strange = folder.path().join("чужая");
        fs::create_dir(&strange).unwrap();
        for (name, text) in
            [(".gitignore", "node_modules\n"), (".prikaz-важное.tmp", "моё"), (".prikaz-abcdef.tmp", "")]
        {
            fs::write(strange.join(name), text).unwrap();
        }
        std::os::unix::fs::symlink(to, folder.path().join(".prikaz")).unwrap();
        let before = files(folder.path());
        let done = prikaz(folder.path(), &["build", "прог"]);
        assert!(done.code == 0 && done.err.contains(".prikaz"), "{done:?}");
        assert!(files(folder.path()) == before, "{to}");
    }
}

#[test]
fn a_gitignore_of_the_user_in_the_cache_stays() {
    let folder = program();
    fs::create_dir(folder.path().join(".prikaz")).unwrap();
    let ignored = folder.path().join(".prikaz/.gitignore");
    fs::write(&ignored, "build.cache\n").unwrap();
    assert_eq!(prikaz(folder.path(), &["build", "прог"]).code, 0);
    assert_eq!(fs::read_to_string(ignored).unwrap(), "build.cache\n");
}
