//! Spaces that are missing: «№5», «г.Саратов», «2021г.».

use super::lexicon::NO_BREAK;
use super::line::{Edit, Line};

/// Parts what is written together.
pub(super) fn apart(line: &Line) -> Vec<Edit> {
    let text = line.text();
    let part = |at: usize| match (text[at - 1], text[at]) {
        ('№' | '§', _) => sign(text, at),
        ('.', _) => town(text, at),
        (digit, 'г') if digit.is_ascii_digit() => year(text, at),
        _ => None,
    };
    (1..text.len()).filter_map(part).collect()
}

/// «№5»; in «№п/п», the head of a narrow column, the line may break.
fn sign(text: &[char], at: usize) -> Option<Edit> {
    let number: String = text[at..].iter().take_while(|sign| sign.is_alphanumeric() || **sign == '/').collect();
    match number.to_lowercase().as_str() {
        "п/п" => Some(Edit::insert(at, ' ')),
        _ => number.starts_with(|sign: char| sign.is_ascii_digit()).then(|| Edit::insert(at, NO_BREAK)),
    }
}

/// «г.Саратов», but not «2021 г.Саратов», where it is unknown what «г.» means.
fn town(text: &[char], at: usize) -> Option<Edit> {
    let name = text[at].is_uppercase() && text.get(at + 1).is_some_and(|sign| sign.is_lowercase());
    let free = |before: &[char]| match before {
        [.., digit, gap] if gap.is_whitespace() => !digit.is_ascii_digit(),
        [.., sign] => sign.is_whitespace() || matches!(sign, '(' | '«' | '„' | '"' | ','),
        [] => true,
    };
    match &text[..at] {
        [before @ .., 'г' | 'Г', '.'] if name && free(before) => Some(Edit::insert(at, NO_BREAK)),
        _ => None,
    }
}

/// «2021г.», «2021–2025гг.».
fn year(text: &[char], at: usize) -> Option<Edit> {
    let digits = text[..at].iter().rev().take_while(|sign| sign.is_ascii_digit()).count();
    (digits == 4 && matches!(text[at..], ['г', '.', ..] | ['г', 'г', '.', ..])).then(|| Edit::insert(at, NO_BREAK))
}
