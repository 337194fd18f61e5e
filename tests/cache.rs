//! A build after a build: what did not change is not touched, what changed is built, and no finding is lost.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use support::{Run, folder, prikaz, root};

const CACHE: &str = ".prikaz/build.cache";
const RECORD: &str = "out/.prikaz-papers";

/// Two programs of one region, the first with a warning.
fn region() -> tempfile::TempDir {
    let read = |name: &str| fs::read(root().join("examples/minimal").join(name)).unwrap();
    let program = String::from_utf8(read("программа.yaml")).unwrap();
    let doubled = program.replace("Развитие профессиональных", "Развитие развитие профессиональных");
    assert_ne!(program, doubled);
    folder(&[
        ("муниципалитет.yaml", &read("муниципалитет.yaml")),
        ("а/программа.yaml", doubled.as_bytes()),
        ("б/программа.yaml", program.as_bytes()),
    ])
}

fn build(folder: &Path) -> Run {
    prikaz(folder, &["build", "."])
}

/// All files of a folder with the time of their last change.
fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
}

/// The files that are new or were written since.
fn written(folder: &Path, before: &BTreeMap<PathBuf, SystemTime>) -> Vec<String> {
    let changed = times(folder).into_iter().filter(|(path, time)| before.get(path) != Some(time));
    changed.map(|(path, _)| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn nothing_changed_nothing_is_written_and_all_is_told_again() {
    let folder = region();
    let first = build(folder.path());
    assert!(first.err.contains("doubled-word") && first.out.contains("20 файлов"), "{first:?}");
    let before = times(folder.path());
    let second = build(folder.path());
    assert_eq!((&first.out, &first.err, first.code), (&second.out, &second.err, second.code));
    assert_eq!(written(folder.path(), &before), Vec::<String>::new());
}

#[test]
fn what_programs_have_in_common_is_told_once_also_below_one_another() {
    let folder = region();
    replace(&folder.path().join("муниципалитет.yaml"), "  город:", "  горд:");
    let program = fs::read(folder.path().join("б/программа.yaml")).unwrap();
    fs::rename(folder.path().join("муниципалитет.yaml"), folder.path().join("а/муниципалитет.yaml")).unwrap();
    fs::remove_dir_all(folder.path().join("б")).unwrap();
    fs::create_dir(folder.path().join("а/г")).unwrap();
    fs::write(folder.path().join("а/г/программа.yaml"), program).unwrap();
    for _ in 0..2 {
        let told = build(folder.path()).err;
        assert_eq!(told.matches("[unknown-key]").count(), 1, "{told}");
        let check = prikaz(folder.path(), &["check", "."]);
        assert_eq!(told, check.out, "a build tells what a check tells");
    }
}

#[test]
fn one_program_changed_only_its_papers_are_written() {
    let folder = region();
    build(folder.path());
    let before = times(folder.path());
    replace(&folder.path().join("б/программа.yaml"), "Аналитическая справка", "Краткая справка");
    build(folder.path());
    let written = written(folder.path(), &before);
    assert!(written.contains(&"out/б/дорожная-карта.docx".to_owned()), "{written:?}");
    assert!(
        written.iter().all(|path| path.starts_with("out/б")
            || path.starts_with("б/")
            || [CACHE, RECORD].contains(&path.as_str())),
        "{written:?}"
    );
}

#[test]
fn what_lies_above_concerns_all_programs_below() {
    let folder = region();
    build(folder.path());
    replace(&folder.path().join("муниципалитет.yaml"), "О.В. Соколова", "П.П. Петров");
    build(folder.path());
    for name in ["а", "б"] {
        assert!(fs::read_to_string(folder.path().join("out").join(name).join("приказ.md")).unwrap().contains("Петров"));
    }
    fs::create_dir(folder.path().join("шаблоны")).unwrap();
    fs::write(folder.path().join("шаблоны/order.md"), "Свой приказ\n").unwrap();
    build(folder.path());
    for name in ["а", "б"] {
        assert!(
            fs::read_to_string(folder.path().join("out").join(name).join("приказ.md")).unwrap().contains("Свой приказ")
        );
    }
}

#[test]
fn a_paper_that_was_changed_or_taken_away_comes_back() {
    let folder = region();
    build(folder.path());
    let (docx, md) = (folder.path().join("out/а/приказ.docx"), folder.path().join("out/б/приказ.md"));
    let (old_docx, old_md) = (fs::read(&docx).unwrap(), fs::read(&md).unwrap());
    fs::remove_file(&docx).unwrap();
    fs::write(&md, "правлено в Word").unwrap();
    build(folder.path());
    assert_eq!((fs::read(&docx).unwrap(), fs::read(&md).unwrap()), (old_docx, old_md));
}

#[test]
fn a_damaged_cache_is_no_cache() {
    let folder = region();
    let first = build(folder.path());
    let whole = fs::read(folder.path().join(CACHE)).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let last = whole.len() - 1;
    let damaged =
        [Vec::new(), whole[..last].to_vec(), flipped(0), flipped(20), flipped(whole.len() / 2), flipped(last)];
    for bytes in damaged {
        fs::write(folder.path().join(CACHE), bytes).unwrap();
        replace(&folder.path().join("б/программа.yaml"), "Отчеты", "Отчеты");
        let again = build(folder.path());
        assert_eq!((&first.out, &first.err), (&again.out, &again.err));
        assert_eq!(fs::read(folder.path().join(CACHE)).unwrap(), whole, "it is made anew");
    }
    fs::remove_file(folder.path().join(CACHE)).unwrap();
    fs::create_dir(folder.path().join(CACHE)).unwrap();
    let again = build(folder.path());
    assert_eq!((&first.out, &first.err, first.code), (&again.out, &again.err, again.code));
}

#[test]
fn a_program_with_an_error_is_read_each_time() {
    let folder = region();
    replace(&folder.path().join("б/программа.yaml"), "источник: Отчеты школ", "источник: {файл: нет.md}");
    let first = build(folder.path());
    assert_eq!(first.code, 1, "{first:?}");
    let second = build(folder.path());
    assert_eq!((&first.out, &first.err, first.code), (&second.out, &second.err, second.code));
}

#[test]
fn a_build_without_the_cache_leaves_none() {
    let folder = region();
    prikaz(folder.path(), &["build", ".", "--no-cache"]);
    assert!(!folder.path().join(".prikaz").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_is_read_again() {
    let folder = full();
    let path = |name: &str| folder.path().join(name);
    assert_eq!(build(folder.path()).code, 0);
    fs::create_dir(path("общее")).unwrap();
    fs::rename(path("п/анализ.md"), path("общее/анализ.md")).unwrap();
    std::os::unix::fs::symlink("../общее/анализ.md", path("п/анализ.md")).unwrap();
    let second = build(folder.path());
    assert!(second.code == 1 && second.err.contains("file-outside-folder"), "{second:?}");
}

#[cfg(unix)]
#[test]
fn a_paper_that_became_a_link_gives_way_to_the_paper() {
    let folder = region();
    build(folder.path());
    let paper = folder.path().join("out/а/приказ.md");
    fs::rename(&paper, folder.path().join("копия.md")).unwrap();
    std::os::unix::fs::symlink("../../копия.md", &paper).unwrap();
    build(folder.path());
    assert!(fs::symlink_metadata(&paper).unwrap().is_file());
}

#[test]
fn what_could_not_be_read_is_looked_for_again() {
    let folder = full();
    let path = |name: &str| folder.path().join(name);
    fs::rename(path("п/эмблема.png"), path("эмблема.png")).unwrap();
    let first = build(folder.path());
    assert!(first.code == 1 && first.err.contains("unknown-file"), "{first:?}");
    fs::rename(path("эмблема.png"), path("п/эмблема.png")).unwrap();
    let second = build(folder.path());
    assert!(second.code == 0 && !second.err.contains("unknown-file"), "{second:?}");
}

#[test]
fn papers_of_a_program_that_is_gone_are_told() {
    let folder = region();
    build(folder.path());
    fs::remove_dir_all(folder.path().join("б")).unwrap();
    let second = build(folder.path());
    assert!(
        second.err.contains("остались от прежней сборки") && second.err.contains("out/б/приказ.docx"),
        "{second:?}"
    );
}

/// A program with texts and a picture in files of their own.
fn full() -> tempfile::TempDir {
    let folder = folder(&[]);
    let (source, target) = (root().join("examples/full"), folder.path().join("п"));
    for entry in walkdir::WalkDir::new(&source).into_iter().map(Result::unwrap) {
        let path = target.join(entry.path().strip_prefix(&source).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir(&path).unwrap();
        } else {
            fs::copy(entry.path(), &path).unwrap();
        }
    }
    folder
}
