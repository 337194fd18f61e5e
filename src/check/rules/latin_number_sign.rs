//! A Latin letter where the sign «№» should stand.

use super::super::passages::Passage;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use super::super::text::words::is_latin;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "latin-number-sign",
    level: Level::Note,
    wants: &[],
    page: include_str!("latin_number_sign.md"),
    check,
};

/// What is typed for the sign, longest first.
const TYPED: [&str; 5] = ["No.", "No", "Nо", "N", "#"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let may = |passage: &&Passage<'_>| passage.words.traits.has(Traits::LATIN) || passage.words.may_hold("#");
    for passage in subject.passages.iter().filter(may) {
        for (start, length) in typed(&passage.text) {
            let sign = &passage.text[start..start + length];
            let rest = &passage.text[start + length..];
            let number: String = rest.trim_start().chars().take_while(|sign| !sign.is_whitespace()).collect();
            let old = &passage.text[start..start + length + rest.find(number.as_str()).unwrap_or(0) + number.len()];
            let old = old.trim_end_matches([',', '.', ';', ')', '»', ':']);
            let new = format!("№ {}", number.trim_end_matches([',', '.', ';', ')', '»', ':']));
            let message = format!("вместо знака «№» стоит «{sign}»: «{old}»");
            found.push(found.at(passage.place, message).help("поставьте знак «№»").mend(&passage.text, start..start + old.len(), new));
        }
    }
}

/// Where something stands for the sign before a number, with its length.
fn typed(text: &str) -> Vec<(usize, usize)> {
    // After a Latin word the letter belongs to a name: «Ford N 5».
    let begins = |at: usize| {
        !text[..at].ends_with(|sign: char| sign.is_alphanumeric() || "/.-_@#№".contains(sign))
            && !text[..at].trim_end().ends_with(is_latin)
    };
    let sign = |at: usize| {
        let rest = &text[at..];
        TYPED.iter().find(|typed| {
            rest.strip_prefix(**typed)
                .is_some_and(|rest| rest.trim_start_matches([' ', '\u{a0}']).starts_with(|sign: char| sign.is_ascii_digit()))
        })
    };
    let starts = text.char_indices().filter(|(at, own)| matches!(own, 'N' | '#') && begins(*at));
    starts.filter_map(|(at, _)| sign(at).map(|typed| (at, typed.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_for_the_sign() {
        for (text, wanted) in [
            ("от 7 мая 2018 г. N 204 «О целях»", &["N"][..]),
            ("приказ N273-ФЗ, No. 5", &["N", "No."]),
            ("N = 5, USN 5, план N, ст/N5, №#5, модель Ford N 5", &[]),
        ] {
            let found: Vec<_> = typed(text).into_iter().map(|(at, length)| &text[at..at + length]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
