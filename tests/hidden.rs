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
