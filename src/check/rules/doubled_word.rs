//! A word or a few words written twice in a row.

use super::super::text::letters::is_roman;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Key;
use super::super::text::tokens::{Token, Tokens};
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "doubled-word",
    level: Level::Warning,
    wants: &[],
    page: include_str!("doubled_word.md"),
    check,
};

/// The most words that are written twice together.
const LONGEST: usize = 5;

/// Words that may be doubled for weight.
const STRESSED: [&str; 6] = ["так", "очень", "да", "нет", "вот", "еле"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for passage in subject.passages {
        for (once, twice) in doubled(&passage.text, &passage.words) {
            let message = format!("«{once}» написано два раза подряд");
            found.push(found.at(passage.place, message).help("оставьте слово один раз, если второе лишнее").quote(twice));
        }
    }
}

/// The words that are doubled: once and twice, as they stand.
fn doubled<'t>(text: &'t str, words: &Tokens) -> Vec<(&'t str, &'t str)> {
    if !may_double(text, &words.all) {
        return Vec::new();
    }
    let all = joined(text, words);
    // Whether nothing but a space stands before a word and its neighbour.
    let close: Vec<bool> = all.windows(2).map(|pair| is_gap(&text[pair[0].end()..pair[1].start])).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let length = (1..=LONGEST).find(|length| {
            let end = at + 2 * length;
            end <= all.len()
                && all[at].first == all[at + length].first
                && close[at..end - 1].iter().all(|close| *close)
                && (0..*length).all(|shift| same(&all[at + shift], &all[at + length + shift]))
                && (*length > 1 || may_not_double(text, &all[at], &all[at + 1]))
                && all[at..at + length].iter().any(|word| word.text.contains(char::is_alphabetic))
        });
        match length {
            Some(length) => {
                let last = all[at + 2 * length - 1].end();
                found.push((&text[all[at].start..all[at + length - 1].end()], &text[all[at].start..last]));
                at += 2 * length;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a word stands again as near as words that are written twice do; of joined words the first is looked at.
fn may_double(text: &str, words: &[Token]) -> bool {
    let mut last = [None; LONGEST];
    let (mut end, mut count) = (0, 0);
    words.iter().any(|word| {
        let joined = count > 0 && is_hyphen(&text[end..word.start()]);
        end = word.end();
        if joined {
            return false;
        }
        let again = last.contains(&Some(word.form.lower));
        last[count % LONGEST] = Some(word.form.lower);
        count += 1;
        again
    })
}

/// Whether it joins words to one.
fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "‑")
}

/// A word, or words joined by a hyphen.
struct Joined<'t> {
    text: &'t str,
    start: usize,
    /// Its first word in lower case.
    first: Key,
}

impl Joined<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text, those joined by a hyphen being one.
fn joined<'t>(text: &'t str, words: &Tokens) -> Vec<Joined<'t>> {
    let mut joined: Vec<Joined<'_>> = Vec::new();
    for token in &words.all {
        match joined.last_mut() {
            Some(last) if is_hyphen(&text[last.end()..token.start()]) => {
                last.text = &text[last.start..token.end()];
            }
            _ => joined.push(Joined { text: &text[token.range()], start: token.start(), first: token.form.lower }),
        }
    }
    joined
}

fn is_gap(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|sign| matches!(sign, ' ' | '\u{a0}'))
}

fn same(one: &Joined<'_>, other: &Joined<'_>) -> bool {
    one.first == other.first && (one.text == other.text || one.text.to_lowercase() == other.text.to_lowercase())
}

/// Whether one word twice is a mistake: not an initial, a class, a Roman number or a word for weight.
fn may_not_double(text: &str, one: &Joined<'_>, other: &Joined<'_>) -> bool {
    let letter = one.text.chars().count() == 1;
    let initial = letter && (text[other.end()..].starts_with('.') || one.text != other.text || !one.text.chars().all(char::is_lowercase));
    let stressed = STRESSED.contains(&one.text.to_lowercase().as_str());
    one.text.chars().all(|sign| sign.is_alphabetic() || sign == '-') && !initial && !stressed && !is_roman(one.text)
}

#[cfg(test)]
mod tests {
    use super::super::super::text::lexicon::Lexicon;
    use super::*;

    #[test]
    fn words_twice_in_a_row() {
        for (text, wanted) in [
            ("отчет в в школе", &["в"][..]),
            ("Ежегодно Ежегодно", &["Ежегодно"]),
            ("По по плану", &["По"]),
            ("повышение качества повышение качества образования", &["повышение качества"]),
            ("что, что и очень-очень; так так, II II, 5 5, с С. Петровым, в В классе", &[]),
            ("школа школы школе", &[]),
            ("план. План работы", &[]),
            ("первый\nпервый", &[]),
            ("то, что что-либо", &[]),
        ] {
            let found: Vec<_> = doubled(text, &Tokens::of(text, &Lexicon::default())).into_iter().map(|(once, _)| once).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
