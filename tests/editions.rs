//! What is said of the editions of a program.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use support::{folder, prikaz};

const CARD: &str = "\
программа:
  наименование: Программа поддержки школ
  винительный: Программу поддержки школ
  срок: 01.03.2021–31.08.2022
дорожная карта:
  мероприятия:
    - мероприятие: Конференция педагогов
      срок: Апрель
редакции:
  - ид: осень
    программа:
      срок: 01.09.2021–31.12.2021
    содержание:
      - раздел: Цели
        текст: Повышение качества образования.
";

/// The findings of this rule, a line each.
fn found(text: &str, rule: &str) -> Vec<String> {
    let folder = folder(&[("программа.yaml", text.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "--format", "concise", "--select", rule]);
    let lines = done.out.lines().filter(|line| line.contains(&format!("[{rule}]")));
    lines.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect()
}

#[test]
fn a_deadline_that_an_edition_inherits_is_judged_by_its_term_where_it_is_printed() {
    let told = found(CARD, "no-occurrence");
    assert!(told.len() == 1 && told[0].contains("ни разу не приходится на срок редакции «осень»"), "{told:?}");
    let order = "приказ:\n  пункты:\n    - утвердить: [программа, дорожная карта, программа/осень";
    assert_eq!(found(&format!("{CARD}{order}]\n"), "no-occurrence"), [""; 0]);
    assert_eq!(found(&format!("{CARD}{order}, дорожная карта/осень]\n"), "no-occurrence").len(), 1);
    let within = CARD.replace("        текст: Повышение", "        часть: дорожная карта\n        вводная: Повышение");
    assert_eq!(found(&format!("{within}{order}]\n"), "no-occurrence").len(), 1);
}

#[test]
fn a_deadline_before_the_order_is_told_as_such() {
    let card = CARD.split("редакции:").next().unwrap().replace("31.08.2022", "31.12.2021");
    assert_eq!(found(&card, "no-occurrence"), [""; 0]);
    let told = found(&format!("{card}приказ:\n  дата: 30.08.2021\n"), "no-occurrence");
    assert!(told.len() == 1 && told[0].contains("срок «Апрель» приходится только на дни раньше приказа"), "{told:?}");
}

#[test]
fn editions_have_a_limit() {
    let editions = |n: usize| (0..n).fold(String::new(), |all, number| all + &format!("  - ид: р{number}\n"));
    let card = CARD.split("редакции:").next().unwrap();
    for (n, wanted) in [(20, 0), (22, 1)] {
        let folder = folder(&[("программа.yaml", format!("{card}редакции:\n{}", editions(n)).as_bytes())]);
        let done = prikaz(folder.path(), &["check"]);
        assert_eq!(done.out.matches("too-many-editions").count(), wanted, "{done:?}");
    }
}
