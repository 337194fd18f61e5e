//! A check in parts on several machines gives the report of one machine.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use std::path::Path;
use support::{folder, prikaz, root};

/// Five programs of one region, whose municipality file has a mistake that all of them share.
fn region() -> tempfile::TempDir {
    let read = |name: &str| fs::read_to_string(root().join("examples/minimal").join(name)).unwrap();
    let (municipality, program) = (read("муниципалитет.yaml"), read("программа.yaml"));
    let wrong = municipality.replace("  город:", "  горд:");
    assert_ne!(wrong, municipality);
    let doubled = program.replace("Развитие профессиональных", "Развитие развитие профессиональных");
    folder(&[
        ("муниципалитет.yaml", wrong.as_bytes()),
        ("а/программа.yaml", program.as_bytes()),
        ("а б/программа.yaml", doubled.as_bytes()),
        ("в/программа.yaml", program.as_bytes()),
        ("в/г/программа.yaml", doubled.as_bytes()),
        ("д/программа.yaml", program.as_bytes()),
    ])
}

/// Checks in so many parts; gives the names of the reports.
fn in_parts(folder: &Path, parts: usize) -> Vec<String> {
    let report = |number: usize| {
        let (shard, report) = (format!("{number}/{parts}"), format!("{number}.json"));
        prikaz(folder, &["check", ".", "--shard", &shard, "--report", &format!("json={report}")]);
        report
    };
    (1..=parts).map(report).collect()
}

fn merge(folder: &Path, reports: &[String]) -> support::Run {
    let mut arguments = vec!["report", "merge"];
    arguments.extend(reports.iter().rev().map(String::as_str));
    prikaz(folder, &arguments)
}

#[test]
fn the_reports_of_all_parts_are_the_report_of_the_whole() {
    let folder = region();
    let whole = prikaz(folder.path(), &["check", ".", "--format", "json"]);
    assert!(whole.out.matches("unknown-key").count() == 1 && whole.code == 1, "{whole:?}");
    for parts in 1..=7 {
        let merged = merge(folder.path(), &in_parts(folder.path(), parts));
        assert_eq!((&merged.out, merged.code), (&whole.out, whole.code), "{parts} parts");
    }
}

#[test]
fn a_build_in_parts_writes_the_papers_of_the_whole() {
    let folder = region();
    prikaz(folder.path(), &["build", ".", "--out", "out/whole"]);
    for shard in ["1/3", "2/3", "3/3"] {
        prikaz(folder.path(), &["build", ".", "--out", "out/parts", "--shard", shard]);
    }
    let mut papers = 0;
    for entry in walkdir::WalkDir::new(folder.path().join("out/whole")) {
        let path = entry.unwrap().into_path();
        if path.is_file() && !path.ends_with(".prikaz-papers") {
            let part =
                folder.path().join("out/parts").join(path.strip_prefix(folder.path().join("out/whole")).unwrap());
            assert_eq!(fs::read(&part).unwrap(), fs::read(&path).unwrap(), "{}", part.display());
            papers += 1;
        }
    }
    assert_eq!(papers, 50);
}

#[test]
fn a_new_program_moves_no_other_to_another_part() {
    let folder = region();
    let parts = || {
        let report = |name: &String| fs::read_to_string(folder.path().join(name)).unwrap();
        let programs = |report: String| {
            let report: serde_json::Value = serde_json::from_str(&report).unwrap();
            let paths = report["programs"].as_array().unwrap().iter().map(|program| program["path"].to_string());
            paths.collect::<Vec<_>>()
        };
        in_parts(folder.path(), 3).iter().map(report).map(programs).collect::<Vec<_>>()
    };
    let before = parts();
    assert!(before.iter().filter(|part| !part.is_empty()).count() > 1, "{before:?}");
    let new = folder.path().join("аа");
    fs::create_dir(&new).unwrap();
    fs::copy(folder.path().join("а/программа.yaml"), new.join("программа.yaml")).unwrap();
    let mut after = parts();
    for part in &mut after {
        part.retain(|path| !path.contains("аа/"));
    }
    assert_eq!(before, after);
}

#[test]
fn a_paper_that_only_other_parts_have_is_no_mistake() {
    let folder = region();
    let own = "документы:\n  - ид: письмо\n    заголовок: Письмо\n    содержание: [{раздел: А, текст: Текст}]\n";
    let program = folder.path().join("а/программа.yaml");
    fs::write(&program, fs::read_to_string(&program).unwrap() + own).unwrap();
    for shard in ["1/3", "2/3", "3/3"] {
        let done = prikaz(folder.path(), &["build", ".", "--only", "письмо", "--shard", shard]);
        assert!(done.code < 2, "{done:?}");
    }
    assert!(folder.path().join("out/а/письмо.docx").exists());
    assert_eq!(prikaz(folder.path(), &["build", ".", "--only", "письма", "--shard", "1/3"]).code, 2);
}

#[test]
fn what_cannot_be_joined_is_refused() {
    let folder = region();
    let reports = in_parts(folder.path(), 2);
    let twice = merge(folder.path(), &[reports[0].clone(), reports[0].clone()]);
    assert_eq!(twice.code, 2);
    assert!(twice.err.contains("отчёт части 1 из 2 назван дважды"), "{}", twice.err);
    let whole = prikaz(folder.path(), &["check", ".", "--report", "json=всё.json"]);
    assert_eq!(whole.code, 1);
    let twice = merge(folder.path(), &["всё.json".to_owned(), "всё.json".to_owned()]);
    assert!(twice.code == 2 && twice.err.contains("есть в двух отчётах"), "{}", twice.err);
    fs::write(folder.path().join("другое.json"), "{\"version\": 1}").unwrap();
    let other = merge(folder.path(), &["другое.json".to_owned()]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("другое.json — не отчёт prikaz check --report json"), "{}", other.err);
    fs::write(folder.path().join("пустое.json"), "").unwrap();
    let empty = merge(folder.path(), &["пустое.json".to_owned()]);
    assert!(empty.err.contains("не отчёт prikaz check --report json: строка 1 непонятна"), "{}", empty.err);
    let report = fs::read_to_string(folder.path().join(&reports[0])).unwrap();
    let older = report.replace(env!("CARGO_PKG_VERSION"), "0.0.1");
    fs::write(folder.path().join("старое.json"), older).unwrap();
    let mixed = merge(folder.path(), &["старое.json".to_owned(), reports[1].clone()]);
    assert!(mixed.code == 2 && mixed.err.contains("он сделан prikaz 0.0.1"), "{}", mixed.err);
    for shard in ["0/3", "4/3", "3", "а/б"] {
        let refused = prikaz(folder.path(), &["check", ".", "--shard", shard]);
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains("3/10 — третья часть из десяти"), "{}", refused.err);
    }
}

#[test]
fn a_part_that_is_lost_is_missed() {
    let folder = region();
    let reports = in_parts(folder.path(), 10);
    let lost = merge(folder.path(), &[&reports[..2], &reports[3..]].concat());
    assert!(lost.code == 2 && lost.out.is_empty(), "{lost:?}");
    assert!(lost.err.contains("нет отчёта части 3 из 10"), "{}", lost.err);
    let other = merge(folder.path(), &[reports, in_parts(folder.path(), 2)].concat());
    assert!(other.code == 2 && other.err.contains("отчёты разных проверок"), "{}", other.err);
}

#[test]
fn a_report_that_cannot_be_true_is_refused() {
    let folder = region();
    prikaz(folder.path(), &["check", ".", "--report", "json=отчет.json"]);
    let report = fs::read_to_string(folder.path().join("отчет.json")).unwrap();
    let changed = |from: &str, to: &str| {
        assert!(report.contains(from));
        fs::write(folder.path().join("другой.json"), report.replace(from, to)).unwrap();
        merge(folder.path(), &["другой.json".to_owned()])
    };
    let level = changed("\"level\": \"error\"", "\"level\": \"ERROR\"");
    assert!(level.code == 2 && level.err.contains("уровня «ERROR» нет"), "{level:?}");
    let large = changed("\"excused\": 0", "\"excused\": 18446744073709551615");
    assert!(large.code == 2 && large.err.contains("числа в нём слишком велики"), "{large:?}");
    let marked = changed("{\n  \"version\"", "\u{feff}{\n  \"version\"");
    assert!(marked.code == 1 && marked.out == report, "{marked:?}");
}
