//! The report as it is printed.

use super::*;

fn listed(findings: &Findings, files: &Files, colour: Colour) -> String {
    groups(findings, files, colour).into_iter().map(|(_, text)| text).collect()
}

fn place(files: &Files, id: crate::diagnostic::FileId, part: &str) -> Place {
    let at = files.get(id).text.find(part).unwrap();
    Place::new(id, at, at + part.len())
}

fn print(finding: Finding, files: &Files) -> String {
    let mut findings = Findings::default();
    findings.push(finding);
    listed(&findings, files, Colour::Never)
}

#[test]
fn a_finding_shows_its_line_and_the_others() {
    let mut files = Files::default();
    let id = files.add("programs/a/program.yaml", "имя: а\nсрок: 2021\nв: г\nд: е\nж: з\nи: к\nимя: «б»\n");
    let other = files.add("municipality.yaml", "органы:\n  - ЦООД\n");
    let second = files.get(id).text.rfind("имя").unwrap();
    let finding = Finding::error("duplicate-key", Place::new(id, second, second + 6), "ключ «имя» повторяется")
        .also(place(&files, id, "имя"), "первый раз — здесь")
        .also(place(&files, other, "ЦООД"), "и здесь")
        .help("оставьте один из них");
    assert_eq!(
        print(finding, &files),
        "\
ошибка[duplicate-key]: ключ «имя» повторяется
 --> programs/a/program.yaml:7:1
  |
1 | имя: а
  | --- первый раз — здесь
...
7 | имя: «б»
  | ^^^
  |
 ::: municipality.yaml:2:5
  |
2 |   - ЦООД
  |     ---- и здесь
  |
  = подсказка: оставьте один из них

"
    );
}

#[test]
fn a_long_line_is_trimmed_around_its_marker() {
    let mut files = Files::default();
    let line = format!("текст: {}ЗДЕСЬ {}\n", "слово ".repeat(60), "слово ".repeat(60));
    let id = files.add("a.yaml", line);
    let printed = [place(&files, id, "ЗДЕСЬ"), place(&files, id, files.get(id).text.trim())]
        .map(|place| print(Finding::warning("long", place, "плохо").help("разделите"), &files));
    assert_eq!(
        printed.concat(),
        "\
предупреждение[long]: плохо
 --> a.yaml:1:368
  |
1 | ...ово слово слово слово слово слово слово слово слово ЗДЕСЬ слово слово слово слово слово слово слово слово слов...
  |                                                        ^^^^^
  |
  = подсказка: разделите

предупреждение[long]: плохо
 --> a.yaml:1:1
  |
1 | текст: слово слово слово слово слово с...во слово слово слово слово слово слово\x20
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = подсказка: разделите

"
    );
}

#[test]
fn places_of_many_lines_or_of_none_are_shown_short() {
    let mut files = Files::default();
    let id = files.add("a.yaml", "а:\n  - б\n  - в\nг:\n");
    let empty = files.add("пусто.yaml", "");
    let end = files.get(id).text.len();
    let printed = [
        Finding::error("x", place(&files, id, "- б\n  - в"), "плохо"),
        Finding::error("x", Place::new(id, end - 1, end - 1), "нет\nзначения"),
        Finding::error("x", Place::new(id, end, end), "конец"),
        Finding::error("x", Place::new(empty, 0, 0), "файл пуст").help("заполните"),
        Finding { level: Level::Note, ..Finding::error("x", None, "без\u{1b}[31m места") }.help("ничего"),
    ]
    .map(|finding| print(finding, &files));
    assert_eq!(
        printed.concat(),
        "\
ошибка[x]: плохо
 --> a.yaml:2:3
  |
2 |   - б
  |   ^^^

ошибка[x]: нет значения
 --> a.yaml:4:3
  |
4 | г:
  |   ^

ошибка[x]: конец
 --> a.yaml:5:1
  |
5 |
  | ^

ошибка[x]: файл пуст
--> пусто.yaml
 = подсказка: заполните

замечание[x]: без\\u{1b}[31m места
 |
 = подсказка: ничего

"
    );
}

#[test]
fn colour_is_asked_for() {
    let mut findings = Findings::default();
    findings.push(Finding::error("x", None, "плохо"));
    assert!(listed(&findings, &Files::default(), Colour::Always).contains("\u{1b}["));
}

#[test]
fn a_run_ends_with_what_was_found() {
    let each = crate::report::testing::awkward(|run| human(run, Colour::Never));
    assert!(each.ends_with("\nв 3 программах найдено: 3 ошибки, 3 предупреждения, 1 замечание, 2 под исключениями, 5 учтено ранее (файл учёта)\n"));
    assert!(!each.contains("\nТретья программа") && each.contains("\nв 3 программах"), "a clean one is not told");
}
