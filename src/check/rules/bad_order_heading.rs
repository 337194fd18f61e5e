//! A heading of the order that does not say what the order is about, or ends with a full stop.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::is_short;

pub const RULE: Rule = Rule {
    name: "bad-order-heading",
    level: Level::Warning,
    wants: &[],
    page: include_str!("bad_order_heading.md"),
    check,
};

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
    let stop = last.ends_with('.') && !last.ends_with("..") && !is_short(last);
    if stop {
        let finding = found.at(heading.place, "в конце заголовка приказа стоит точка").help("уберите точку");
        let end = heading.value.trim_end().len();
        let at = end - last.len()..end;
        let mend = is_whole(last).then(|| last.trim_end_matches('.').to_owned());
        found.push(finding.marked(&heading.value, at, mend));
    }
}

/// Whether a word before a full stop is no shortened one: those end with a consonant.
fn is_whole(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    let last = bare.chars().next_back();
    bare.chars().count() > 3 && !bare.contains('.') && last.is_some_and(|sign| "аеёиоуыэюяйь»)".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_shortened_word_keeps_its_stop() {
        assert!(["программы.", "«Школа».", "(приложение)."].into_iter().all(is_whole));
        assert!(!["муниц.", "им.", "А.", "окр.", "А.С.", "руб."].into_iter().any(is_whole));
    }
}
