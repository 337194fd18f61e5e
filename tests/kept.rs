//! What a person did to a paper stays, and what the program wrote is known for its own again.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use support::{Run, folder, prikaz, root};

/// The program of `examples/minimal` in a folder.
fn program() -> tempfile::TempDir {
    let read = |name: &str| fs::read(root().join("examples/minimal").join(name)).unwrap();
    folder(&[
        ("прог/моя/муниципалитет.yaml", &read("муниципалитет.yaml")),
        ("прог/моя/программа.yaml", &read("программа.yaml")),
    ])
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

/// The names of the papers that were kept.
fn kept(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("out/моя")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("изменён")).collect()
}

/// What it is called, and what happens in a folder between two builds.
type Happening<'a> = (&'a str, &'a dyn Fn(&Path));

#[test]
fn papers_that_nobody_changed_are_known_whatever_became_of_the_record() {
    let record = |folder: &Path| folder.join("out/.prikaz-papers");
    let ways: [Happening<'_>; 6] = [
        ("a merge of git is not finished", &|folder| {
            let text = fs::read_to_string(record(folder)).unwrap();
            fs::write(record(folder), format!("<<<<<<< HEAD\n=======\n{text}>>>>>>> другая\n")).unwrap();
        }),
        ("a byte is no letter", &|folder| {
            let text = [b"\xff\n", &*fs::read(record(folder)).unwrap()].concat();
            fs::write(record(folder), text).unwrap();
        }),
        ("the last line has no end", &|folder| {
            let text = fs::read_to_string(record(folder)).unwrap();
            fs::write(record(folder), text.trim_end()).unwrap();
        }),
        ("the record is lost, and a build found nothing new", &|folder| {
            fs::remove_file(record(folder)).unwrap();
            assert_eq!(prikaz(folder, &["build", "прог"]).code, 0);
        }),
        ("git gave the lines other ends", &|folder| {
            for entry in fs::read_dir(folder.join("out/моя")).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|ending| ending == "md") {
                    fs::write(&path, fs::read_to_string(&path).unwrap().replace('\n', "\r\n")).unwrap();
                }
            }
        }),
        ("the folder of papers is a link out of the repository", &|folder| {
            let other = folder.parent().unwrap().join(format!("{}-out", folder.file_name().unwrap().to_str().unwrap()));
            fs::rename(folder.join("out"), &other).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(&other, folder.join("out")).unwrap();
            #[cfg(not(unix))]
            fs::rename(other, folder.join("out")).unwrap();
        }),
    ];
    for (way, happens) in ways {
        let folder = program();
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(prikaz(folder.path(), &["build", "прог"]).code, 0);
        happens(folder.path());
        for word in ["физики", "химии"] {
            let program = folder.path().join("прог/моя/программа.yaml");
            let text = fs::read_to_string(&program).unwrap();
            fs::write(program, text.replace("математики", word).replace("физики", word)).unwrap();
            let done = prikaz(folder.path(), &["build", "прог"]);
            assert!(done.code == 0 && !done.err.contains("изменены"), "{way}: {done:?}");
            assert!(fs::read_to_string(folder.path().join("out/моя/программа.md")).unwrap().contains(word), "{way}");
        }
        assert_eq!(kept(folder.path()), Vec::<String>::new(), "{way}");
        let out = fs::canonicalize(folder.path().join("out")).unwrap();
        if !out.starts_with(fs::canonicalize(folder.path()).unwrap()) {
            fs::remove_dir_all(out).unwrap();
        }
    }
}

#[test]
fn papers_too_large_to_be_compared_are_kept_each_time() {
    let folder = program();
    let paper = folder.path().join("out/моя/приказ.md");
    prikaz(folder.path(), &["build", "прог"]);
    for first in ["ПЕРВАЯ", "ВТОРАЯ"] {
        let file = fs::File::create(&paper).unwrap();
        (&file).write_all(first.as_bytes()).unwrap();
        file.set_len(65 * 1024 * 1024).unwrap();
        prikaz(folder.path(), &["build", "прог"]);
    }
    assert_eq!(kept(folder.path()).len(), 2);
}

#[test]
fn what_was_kept_is_told_also_where_another_program_fails() {
    let folder = program();
    let (from, to) = (folder.path().join("прог/моя"), folder.path().join("прог/вторая"));
    fs::create_dir(&to).unwrap();
    for name in ["программа.yaml", "муниципалитет.yaml"] {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
    prikaz(folder.path(), &["build", "прог"]);
    fs::write(folder.path().join("out/моя/приказ.md"), "моё").unwrap();
    let blocked = folder.path().join("out/вторая/приказ.docx");
    fs::remove_file(&blocked).unwrap();
    fs::create_dir(&blocked).unwrap();
    let done = prikaz(folder.path(), &["build", "прог"]);
    assert!(done.code == 2 && done.err.contains("приказ (изменён вручную).md"), "{done:?}");
}

#[test]
fn papers_that_have_another_folder_by_now_are_told_of() {
    let folder = program();
    fs::create_dir_all(folder.path().join("область/моя")).unwrap();
    for name in ["программа.yaml", "муниципалитет.yaml"] {
        fs::copy(folder.path().join("прог/моя").join(name), folder.path().join("область/моя").join(name)).unwrap();
    }
    prikaz(folder.path(), &["build", "прог"]);
    let program = folder.path().join("прог/моя/программа.yaml");
    let text = fs::read_to_string(&program).unwrap();
    fs::write(program, text.replace("математики", "физики")).unwrap();
    let done = prikaz(folder.path(), &["build", "."]);
    assert!(done.err.contains("остались") && done.err.contains("out/моя/приказ.docx"), "{done:?}");
}

#[test]
fn papers_of_a_program_that_was_renamed_are_fresh() {
    let folder = program();
    prikaz(folder.path(), &["build", "прог"]);
    let program = folder.path().join("прог/моя");
    fs::rename(program.join("программа.yaml"), program.join("program.yaml")).unwrap();
    let done = prikaz(folder.path(), &["build", "прог"]);
    assert!(done.code == 0 && !done.err.contains("остались"), "{done:?}");
}

#[test]
fn a_name_with_quotation_marks_is_told_as_it_is() {
    let folder = program();
    fs::rename(folder.path().join("прог"), folder.path().join("пр'ог \"1\"")).unwrap();
    fs::create_dir_all(folder.path().join("другие/моя")).unwrap();
    for name in ["программа.yaml", "муниципалитет.yaml"] {
        let from = folder.path().join("пр'ог \"1\"/моя").join(name);
        fs::copy(from, folder.path().join("другие/моя").join(name)).unwrap();
    }
    prikaz(folder.path(), &["build", "пр'ог \"1\""]);
    let done = prikaz(folder.path(), &["build", "другие"]);
    assert!(done.err.contains("лежали документы других программ"), "{done:?}");
}
