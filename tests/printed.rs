//! What strangers may name and write reaches a terminal, a log or a report as text alone: every command and every form
//! of the report in folders whose names hold what terminals and services obey.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![allow(clippy::disallowed_methods, reason = "a test writes its own folders")]

mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Command;
use support::GOOD;

/// Names of folders and files.
const NAMES: [&str; 8] = [
    "::error file=secret.yaml,line=1::подделка",
    "а\n::add-mask::е\nПОДДЕЛКА",
    "а\r\nПОДДЕЛКА",
    "##[add-mask]е ##vso[task]",
    "\u{1b}[2J\u{1b}[8mзамечаний нет\u{9b}1m",
    "\u{202e}lmay.\u{2066}б\u{200f}",
    "section_start:1:а\r\u{1b}[0K",
    "а\u{2028}б\u{2029}\u{feff}\u{7f}в\u{85}",
];

/// A program with what is told at its line, in a message and as a title.
const TEXTS: &str = "'чужой ##[add-mask]ключ': '##[group]е'\nсодержание:\n  - раздел: Анализ\n    файл: нет.md\n";

const FORMATS: [&str; 8] = ["text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown"];

/// Whether a character does more than to be seen.
fn is_obeyed(sign: char) -> bool {
    let turns = matches!(sign, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (sign.is_control() && !matches!(sign, '\n' | '\t')) || turns || sign == '\u{feff}'
}

/// Nothing in a printed text is obeyed; commands of GitHub are for findings alone, where they may be.
fn is_seen(printed: &[u8], may_command: bool, what: &str) -> String {
    let text = String::from_utf8(printed.to_vec()).unwrap();
    assert!(!text.contains(is_obeyed), "{what}: {text:?}");
    for line in text.lines() {
        let line = line.trim_start();
        let own = ["::error file=", "::warning file=", "::notice file="].iter().any(|own| line.starts_with(own));
        assert!(!line.starts_with("::") || may_command && own && line.contains(",line="), "{what}: {text}");
        assert!(!line.starts_with("ПОДДЕЛКА") && (may_command || !line.contains("##[")), "{what}: {text}");
    }
    text
}

/// Runs the program; gives its exit code and both texts.
fn run(folder: &Path, arguments: &[&OsStr], may_command: bool) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_prikaz")).current_dir(folder).args(arguments).output().unwrap();
    let what = format!("{arguments:?}");
    let text = is_seen(&output.stdout, may_command, &what) + &is_seen(&output.stderr, false, &what);
    (output.status.code().unwrap(), text)
}

fn call(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    run(folder, &arguments, arguments.contains(&OsStr::new("github")))
}

/// A folder of programs, one of them of this name and with files of this name beside it.
fn programs(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join(name);
    fs::create_dir_all(program.join("шаблоны")).unwrap();
    fs::write(program.join("программа.yaml"), format!("{GOOD}{TEXTS}")).unwrap();
    fs::write(program.join(format!("{name}.yaml")), "ключ: [\n").unwrap();
    fs::write(program.join(format!("{name}.YAML")), "").unwrap();
    fs::write(program.join(format!("шаблоны/{name}.md")), "<!-- бумага: б -->\n{{ нет }}\n").unwrap();
    folder
}

#[test]
fn every_form_of_the_report_shows_names_and_texts() {
    for name in NAMES {
        let folder = programs(name);
        for format in FORMATS {
            let (code, text) = call(folder.path(), &["check", "--format", format]);
            assert!(code == 1 && text.contains("unknown-key"), "{name:?}: {text}");
            let report = format!("{format}=отчёт.{format}");
            assert_eq!(call(folder.path(), &["check", "--report", &report]).0, 1);
            let written = fs::read(folder.path().join(format!("отчёт.{format}"))).unwrap();
            is_seen(&written, format == "github", format);
            if format == "json" {
                let report: serde_json::Value = serde_json::from_slice(&written).unwrap();
                let path = report["programs"][0]["path"].as_str().unwrap();
                assert_eq!(path, format!("{name}/программа.yaml"), "names of JSON are the true ones");
            }
        }
        assert_eq!(call(folder.path(), &["check", "--report", "protocol=п.docx"]).0, 1);
        let mut archive = zip::ZipArchive::new(fs::File::open(folder.path().join("п.docx")).unwrap()).unwrap();
        let xml = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
        assert!(xml.contains("unknown") || xml.contains("неизвестен"));
        is_seen(xml.as_bytes(), false, "protocol");
        assert_eq!(call(folder.path(), &["report", "merge", "отчёт.json"]).0, 1);
    }
}

#[test]
fn every_command_shows_names() {
    for name in NAMES {
        let folder = programs(name);
        let call = |arguments: &[&str], code: i32| {
            let (given, text) = call(folder.path(), arguments);
            assert_eq!(given, code, "{arguments:?}: {text}");
        };
        call(&["build"], 1);
        call(&["build", "--no-cache", "--out", &format!("бумаги {name}")], 1);
        call(&["build", "--no-cache", "--out", "."], 2);
        call(&["build", "--strict"], 1);
        call(&["build", "--only", name], 2);
        call(&["check", "--fix"], 1);
        call(&["check", "--level", name], 2);
        call(&["check", &format!("нет {name}")], 2);
        call(&["check", &format!("--{name}")], 2);
        call(&["check", "--format", name], 2);
        // Whether there is such a standard waits until the file is read.
        call(&["check", "--standard", name], 1);
        call(&["check", "--baseline", name], 2);
        call(&["baseline", "--out", &format!("учёт {name}")], 0);
        call(&["explain", name], 2);
        call(&["template", name], 2);
        call(&[name], 2);
        call(&["deadline", name], 1);
        call(&["deadline", name, "--format", "json"], 1);
        call(&["report", "merge", &format!("нет {name}")], 2);
        fs::write(folder.path().join("чужой.json"), serde_json::json!({ "version": name }).to_string()).unwrap();
        call(&["report", "merge", "чужой.json"], 2);
        fs::write(folder.path().join(format!("{name}/out")), "").unwrap();
        call(&["build", name, "--out", &format!("{name}/out")], 2);
        std::os::unix::fs::symlink("..", folder.path().join(format!("{name}/я{name}"))).unwrap();
        call(&["check"], 2);
    }
}

#[test]
fn papers_that_are_left_over_and_files_that_are_alike_are_shown() {
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("п")).unwrap();
        fs::write(folder.path().join("п/программа.yaml"), GOOD).unwrap();
        call(folder.path(), &["build"]);
        let old = folder.path().join(format!("out/п/{name}.docx"));
        fs::rename(folder.path().join("out/п/дорожная-карта.docx"), old).unwrap();
        let (code, text) = call(folder.path(), &["build"]);
        assert!(code == 0 && text.contains("остались от прежней сборки"), "{text}");

        fs::remove_file(folder.path().join("п/программа.yaml")).unwrap();
        fs::create_dir_all(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("програма.yaml"), GOOD).unwrap();
        let (code, text) = call(folder.path(), &["check", name]);
        assert!(code == 2 && text.contains("есть похожий файл"), "{text}");
    }
}

#[test]
fn names_that_are_no_text_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let name = OsStr::from_bytes(b"\xed\xa0\x80\xff\x1b[2J");
    let (code, text) = run(folder.path(), &[OsStr::new("check"), name], false);
    assert_eq!((code, text.contains(r"\xff\u{1b}[2J")), (2, true), "{text}");
    let Ok(()) = fs::create_dir(folder.path().join(name)) else { return };
    fs::write(folder.path().join(name).join("программа.yaml"), GOOD).unwrap();
    let (code, text) = run(folder.path(), &[OsStr::new("check")], false);
    assert_eq!((code, text.contains(r"\xff\u{1b}[2J")), (2, true), "{text}");
}
