//! A heading of the order that does not say what the order is about, or ends with a full stop.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "bad-order-heading",
    level: Level::Warning,
    wants: &[],
    page: include_str!("bad_order_heading.md"),
    check,
};

/// Abbreviations that keep their full stop at the end of a heading.
const SHORT: [&str; 8] = ["г.", "гг.", "г.г.", "др.", "т.д.", "т.п.", "обл.", "пр."];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(heading) = subject.order.and_then(|order| order.heading.as_ref()) else { return };
    let text = heading.value.trim();
    let Some(first) = text.split_whitespace().next() else { return };
    if !matches!(first, "О" | "Об" | "Обо" | "О(б)") {
        let message = format!("заголовок приказа начинается со слова «{first}», а не с «О …» или «Об …»");
        let help = "начните его так, чтобы он отвечал на вопрос «о чем приказ?»: «Об утверждении программы …»";
        found.push(found.at(heading.place, message).help(help).quote(first));
    }
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let stop = last.ends_with('.') && !last.ends_with("..") && !SHORT.contains(&last);
    if stop {
        let finding = found.at(heading.place, "в конце заголовка приказа стоит точка").help("уберите точку");
        let end = ending(text);
        found.push(finding.mend(end, end.trim_end_matches('.')));
    }
}

/// The last words of the text, as many as it takes to meet them only there.
fn ending(text: &str) -> &str {
    let starts = text.char_indices().rev().filter(|(_, sign)| sign.is_whitespace());
    let tails = starts.map(|(at, sign)| &text[at + sign.len_utf8()..]);
    tails.into_iter().find(|tail| text.matches(tail).count() == 1).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn the_end_of_a_heading_is_met_only_once() {
        assert_eq!(ending("О школе. О школе."), "школе. О школе.");
        assert_eq!(ending("Об утверждении программы."), "программы.");
        assert_eq!(ending("Об им. Гагарина и школе им."), "школе им.");
    }
}
