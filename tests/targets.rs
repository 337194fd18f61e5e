//! What a run writes never takes the place of what it reads, nor of what a person changed.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use support::{Run, folder, prikaz, root};

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
    assert!(files(folder.path()) == before, "something was written");
    for _ in 0..2 {
        for report in ["markdown=отчёт.md", "protocol=отчёт.docx", "concise=отчёт.txt", "json=прог/моя/отчёт.json"]
        {
            assert_eq!(check(report).code, 0, "{report}");
        }
    }
    fs::write(folder.path().join("README.md"), "# Мой район\n").unwrap();
    let done = check("markdown=README.md");
    assert!(done.code == 2 && done.err.contains("другой документ"), "{done:?}");
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

/// A paper with another word in it, saved as an office program does: the parts packed anew.
fn edited(paper: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(paper)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (name, mut bytes) = (part.name().to_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from));
            bytes = text.replace(from, to).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

/// What it is called, and the build that follows.
type Way = (&'static str, fn(&Path) -> Run);

/// What a person did to a paper survives each way in which the next build may come about.
#[test]
fn a_paper_that_a_person_changed_is_kept_beside_the_new_one_and_told() {
    let ways: [Way; 5] = [
        ("the same text", |folder| prikaz(folder, &["build", "прог"])),
        ("another text", |folder| {
            replace(&folder.join("прог/моя/программа.yaml"), "математики", "физики");
            prikaz(folder, &["build", "прог"])
        }),
        ("without the cache", |folder| {
            fs::remove_dir_all(folder.join(".prikaz")).unwrap();
            prikaz(folder, &["build", "прог", "--no-cache"])
        }),
        ("from another folder", |folder| prikaz(&folder.join("прог"), &["build", "--out", "../out"])),
        ("with errors in the program", |folder| {
            replace(&folder.join("прог/моя/программа.yaml"), "цели:", "неизвестно: 1\nцели:");
            prikaz(folder, &["build", "прог"])
        }),
    ];
    for (way, build) in ways {
        let folder = program();
        assert_eq!(prikaz(folder.path(), &["build", "прог"]).code, 0);
        let paper = |name: &str| folder.path().join("out/моя").join(name);
        let docx = edited(&fs::read(paper("паспорт.docx")).unwrap(), "аспорт", "АСПОРТ");
        fs::write(paper("паспорт.docx"), &docx).unwrap();
        let md = fs::read_to_string(paper("приказ.md")).unwrap() + "Согласовано.\n";
        fs::write(paper("приказ.md"), &md).unwrap();
        fs::write(paper("моё.docx"), "чужое").unwrap();
        let done = build(folder.path());
        assert!(done.code < 2, "{way}: {done:?}");
        for name in ["паспорт (изменён вручную).docx", "приказ (изменён вручную).md"]
        {
            assert!(done.err.contains(name), "{way}: {done:?}");
        }
        assert!(!done.err.contains("моё.docx"), "{way}: what is not ours is not called old: {done:?}");
        assert!(fs::read(paper("паспорт (изменён вручную).docx")).unwrap() == docx, "{way}");
        assert_eq!(fs::read_to_string(paper("приказ (изменён вручную).md")).unwrap(), md, "{way}");
        assert_eq!(fs::read_to_string(paper("моё.docx")).unwrap(), "чужое", "{way}");
        let names = || fs::read_dir(folder.path().join("out/моя")).unwrap().count();
        let count = names();
        let again = build_again(folder.path());
        assert!(!again.err.contains("изменён"), "{way}: it is told once: {again:?}");
        assert_eq!(names(), count, "{way}");
    }
}

fn build_again(folder: &Path) -> Run {
    prikaz(folder, &["build", "прог", "--no-cache"])
}

#[test]
fn a_paper_changed_again_and_again_is_kept_each_time() {
    let folder = program();
    let paper = folder.path().join("out/моя/приказ.md");
    let all = ["раз", "два", "три", "два"];
    for text in all {
        prikaz(folder.path(), &["build", "прог"]);
        fs::write(&paper, text).unwrap();
    }
    prikaz(folder.path(), &["build", "прог"]);
    let mut kept: Vec<String> = fs::read_dir(folder.path().join("out/моя"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().contains("изменён"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    kept.sort();
    assert_eq!(kept, ["два", "раз", "три"], "an equal one is kept once");
}

#[test]
fn papers_of_another_program_of_the_same_name_are_told_of() {
    let folder = program();
    let example = root().join("examples/minimal");
    for region in ["область1", "область2"] {
        let target = folder.path().join(region).join("п");
        fs::create_dir_all(&target).unwrap();
        for name in ["программа.yaml", "муниципалитет.yaml"] {
            fs::copy(example.join(name), target.join(name)).unwrap();
        }
    }
    assert_eq!(prikaz(folder.path(), &["build", "область1/п"]).err, "");
    let done = prikaz(folder.path(), &["build", "область2/п"]);
    assert!(done.err.contains("лежали документы других программ") && done.err.contains("область1/п/программа.yaml"));
    assert_eq!(prikaz(folder.path(), &["build", "область2/п"]).err, "");
    // One that was moved has the place to itself.
    fs::rename(folder.path().join("область2"), folder.path().join("область3")).unwrap();
    assert!(!prikaz(folder.path(), &["build", "область3/п"]).err.contains("лежали документы"));
}
