//! What the papers of small programs say, word for word.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use support::{folder, prikaz};

/// What a case that does not care for the card begins with.
const CARD: &str = "программа:\n  наименование: Программа поддержки школ\n  винительный: Программу поддержки школ\n  срок: 2021–2023\n";

/// A paper of a program, as Markdown with usual spaces, and the names of the findings.
fn paper(name: &str, program: &str) -> (String, Vec<String>) {
    let card = if program.starts_with("программа:") { "" } else { CARD };
    let folder =
        folder(&[("а/программа.yaml", format!("{card}{program}\n").as_bytes()), ("а/т.md", "Текст.\n".as_bytes())]);
    let built = prikaz(folder.path(), &["build", "--format", "md"]);
    assert!(built.code < 2, "{}", built.err);
    let report: serde_json::Value =
        serde_json::from_str(&prikaz(folder.path(), &["check", "--format", "json"]).out).unwrap();
    let names = report["findings"].as_array().unwrap().iter().map(|own| own["name"].as_str().unwrap().to_owned());
    let paper = fs::read_to_string(folder.path().join("out/а").join(format!("{name}.md"))).unwrap_or_default();
    (paper.replace(['\u{a0}', '\u{2003}'], " "), names.collect())
}

/// Whether a paper of a program has this text.
fn says(name: &str, program: &str, text: &str) {
    let (paper, _) = paper(name, program);
    assert!(paper.contains(text), "«{text}»\n{program}\n{paper}");
}

fn order(keys: &str) -> String {
    format!("содержание:\n  - {{раздел: Цели, текст: Цели.}}\nприказ:\n  {keys}\n  контроль: оставляю за собой\n")
}

#[test]
fn the_preamble_begins_with_a_capital_and_loses_no_words() {
    for (basis, preamble) in [
        ("{вводная: На основании, текст: Устава района}", "На основании Устава района, в целях развития"),
        ("{вводная: во исполнение, текст: плана}", "Во исполнение плана, в целях развития"),
        ("в соответствии со статьёй 179", "В соответствии со статьёй 179, в целях развития"),
    ] {
        says("приказ", &order(&format!("основания: [{basis}]\n  цель: развития")), preamble);
        let alone = preamble.split(',').next().unwrap();
        says("приказ", &order(&format!("основания: [{basis}]")), &format!("{alone}\n"));
    }
}

#[test]
fn an_item_whose_words_are_missing_is_its_number_alone() {
    let (paper, names) = paper("приказ", &order("пункты: [{ид: пустой}, {текст: Разместить план.}]"));
    assert!(names.contains(&"missing-key".to_owned()), "{names:?}");
    assert!(paper.contains("\n1.\n\n2. Разместить план."), "{paper}");
}

#[test]
fn an_appendix_of_an_appendix_names_what_it_belongs_to() {
    let marked = |title: &str, content: &str| {
        let card = format!("программа:\n  наименование: {title}\n  винительный: \"{title}\"\n  срок: 2021–2023\n");
        let appendices = format!("приложения: [{{{content}, приложения: [{{файл: т.md, наименование: Смета}}]}}]");
        let (paper, names) = paper("приказ-с-приложениями", &format!("{card}{}", order(&appendices)));
        let mark = paper.split("Приложение<br>\n").last().unwrap().split("</p>").next().unwrap().to_owned();
        (mark, names.contains(&"unknown-parent".to_owned()))
    };
    let program = "документ: программа";
    assert_eq!(marked("Муниципальная программа «Школа»", program), ("к муниципальной программе".into(), false));
    assert_eq!(marked("ПРОГРАММА развития", program), ("к программе".into(), false));
    assert_eq!(marked("Стратегия развития", program), ("к приложению".into(), true));
    let text = "файл: т.md, наименование: Положение о смотре";
    assert_eq!(marked("Программа развития", text), ("к положению".into(), false));
}

#[test]
fn a_row_of_results_has_one_list() {
    let program = |results: &str, second: &str| {
        let indicators = "показатели:\n  - {номер: 1.1, наименование: Доля, результат: Доля выросла}\n";
        format!("паспорт:\n  строки: [результаты]\n{indicators}{second}{results}")
    };
    let two = "результаты: [Школы готовы, Кадры обучены]";
    says("паспорт", &program(two, ""), "| Ожидаемые результаты | 1. Школы готовы.<br>2. Кадры обучены. |");
    says("паспорт", &program("результаты: [Школы готовы]", ""), "| Ожидаемые результаты | Школы готовы |");
    let second = "  - {номер: 1.2, наименование: Число, результат: Число выросло}\n";
    says("паспорт", &program("", second), "| Ожидаемые результаты | 1.1. Доля выросла.<br>1.2. Число выросло. |");
}

#[test]
fn the_sign_of_a_number_is_printed_once() {
    for (written, printed) in [
        ("17", "№ 17"),
        ("№17", "№ 17"),
        ("№ 17-ОД", "№ 17-ОД"),
        ("N 17", "№ 17"),
        ("исх. - №17/3", "исх. - №17/3"),
        ("\"№\"", "№ ____"),
    ] {
        let keys = format!("дата: 11.01.2021\n  номер: {written}\n  приложения: [документ: программа]");
        let (paper, _) = paper("приказ-с-приложениями", &order(&keys));
        let lines: Vec<&str> = paper.lines().filter(|line| line.contains('№')).collect();
        assert_eq!(lines.len(), 2, "{paper}");
        assert!(lines.iter().all(|line| line.trim_end_matches("</p>").ends_with(&format!(" {printed}"))), "{lines:?}");
    }
    let act = "акты: [{вид: Письмо, дата: 01.02.2021, номер: №08-70, название: О конкурсе}]";
    says(
        "программа",
        &format!("{act}\nсодержание: [{{раздел: Акты, часть: акты}}]"),
        "Письмо от 01.02.2021 № 08-70 «О конкурсе»",
    );
}
