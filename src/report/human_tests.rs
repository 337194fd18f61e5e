//! The report as it is printed.

use super::*;

fn place(files: &Files, id: crate::diagnostic::FileId, part: &str) -> Place {
    let at = files.get(id).text.find(part).unwrap();
    Place::new(id, at, at + part.len())
}

fn print(finding: Finding, files: &Files) -> String {
    let mut findings = Findings::default();
    findings.push(finding);
    human(&findings, files, Colour::Never)
}

#[test]
fn a_finding_shows_its_line_and_the_others() {
    let mut files = Files::default();
    let id = files.add("programs/a/program.yaml", "имя: а\nсрок: 2021\nв: г\nд: е\nж: з\nи: к\nимя: «б»\n");
    let other = files.add("municipality.yaml", "органы:\n  - ЦООД\n");
    let text = &files.get(id).text;
    let second = Place::new(id, text.rfind("имя").unwrap(), text.rfind("имя").unwrap() + "имя".len());
    let finding = Finding::error("duplicate-key", second, "ключ «имя» повторяется")
        .also(place(&files, id, "имя"), "первый раз — здесь")
        .also(place(&files, other, "ЦООД"), "и здесь")
        .help("оставьте один из них");
    assert_eq!(print(finding, &files), "");
}

#[test]
fn a_long_line_is_trimmed_around_its_marker() {
    let mut files = Files::default();
    let line = format!("текст: {} ЗДЕСЬ {}\n", "слово ".repeat(60), "слово ".repeat(60));
    let id = files.add("a.yaml", line);
    assert_eq!(print(Finding::warning("long", place(&files, id, "ЗДЕСЬ"), "плохо"), &files), "");
    let whole = place(&files, id, files.get(id).text.trim());
    assert_eq!(print(Finding::warning("long", whole, "плохо"), &files), "");
}

#[test]
fn places_of_many_lines_or_of_none_are_shown_short() {
    let mut files = Files::default();
    let id = files.add("a.yaml", "а:\n  - б\n  - в\nг:\n");
    let empty = files.add("пусто.yaml", "");
    assert_eq!(print(Finding::error("x", place(&files, id, "- б\n  - в"), "плохо"), &files), "");
    assert_eq!(
        print(
            Finding::error("x", Place::new(id, files.get(id).text.len() - 1, files.get(id).text.len() - 1), "пусто"),
            &files
        ),
        ""
    );
    assert_eq!(print(Finding::error("x", Place::new(empty, 0, 0), "файл пуст"), &files), "");
    assert_eq!(
        print(
            Finding { level: Level::Note, ..Finding::error("x", None, "без\u{1b}[31m места") }.help("ничего"),
            &files
        ),
        ""
    );
}
