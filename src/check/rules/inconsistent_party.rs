//! A party that is written otherwise than the municipality calls it.

use super::super::text::fold;
use super::super::tie::names::of_party;
use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::{Word, words};
use crate::diagnostic::{Level, Place};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    name: "inconsistent-party",
    level: Level::Warning,
    wants: &[],
    page: include_str!("inconsistent_party.md"),
    check,
};

/// What opens and closes a name.
const QUOTES: [char; 7] = ['«', '»', '„', '“', '”', '"', '\''];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut known: BTreeMap<String, (&str, Place)> = BTreeMap::new();
    for text in subject.program.municipality.parties.iter().flat_map(of_party) {
        known.entry(key(&text.value)).or_insert((&text.value, text.place));
    }
    // Names of one word are common nouns; names in quotation marks are told by their words alone.
    let quoted: BTreeMap<String, (&str, Place)> = known
        .iter()
        .filter(|(_, (name, _))| name.contains(QUOTES) && words(name).len() > 1)
        .map(|(key, name)| (key.clone(), *name))
        .collect();
    let longest = quoted.values().map(|(name, _)| words(name).len()).max().unwrap_or(0);
    let mut free: BTreeMap<String, (&str, Place)> = BTreeMap::new();
    for passage in &subject.passages {
        if passage.role == Role::Responsible {
            let written = passage.text.trim();
            let other = known.get(&key(written)).or_else(|| free.get(&key(written)));
            // A mark that is missing or too much is said by another rule.
            match other.filter(|(name, _)| !same(name, written) && is_whole(written)) {
                Some((name, place)) => {
                    let message = format!("сторона записана по-разному: {written} и {name}");
                    let help = "пишите сторону везде одинаково";
                    found.push(found.at(passage.place, message).help(help).mend(written, *name).also(*place, "здесь иначе"));
                    continue;
                }
                None => drop(free.entry(key(written)).or_insert((written, passage.place))),
            }
        }
        for (written, name, place) in differing(&passage.text, &quoted, longest) {
            let message = format!("сторона записана по-разному: {written} и {name}");
            let help = "пишите сторону везде одинаково, с кавычками";
            found.push(found.at(passage.place, message).help(help).mend(written, name).also(place, "здесь иначе"));
        }
    }
}

/// A name without what makes spellings of it differ: case, marks and spaces.
fn key(name: &str) -> String {
    fold::words(name).join(" ")
}

/// Whether every quotation mark has its pair and nothing is left open at the end.
fn is_whole(name: &str) -> bool {
    let count = |sign: char| name.matches(sign).count();
    count('«') == count('»') && !name.ends_with([',', ';', '-'])
}

/// A name without quotation marks and spaces, lower case.
fn letters(name: &str) -> String {
    let signs = name.chars().filter(|sign| !sign.is_whitespace() && !QUOTES.contains(sign));
    signs.flat_map(char::to_lowercase).collect()
}

/// Whether two spellings differ in spaces or the shape of quotation marks only, or begin a line with a capital.
fn same(one: &str, other: &str) -> bool {
    let plain = |name: &str| {
        let mut letters = name.chars().filter(|sign| !sign.is_whitespace()).map(|sign| if QUOTES.contains(&sign) { '"' } else { sign });
        let first = letters.next().map(|sign| sign.to_lowercase().to_string()).unwrap_or_default();
        first + &letters.collect::<String>()
    };
    plain(one) == plain(other)
}

/// The names in a text that lack quotation marks: as written, as known and where that stands.
fn differing<'t>(
    text: &'t str,
    known: &BTreeMap<String, (&'t str, Place)>,
    longest: usize,
) -> Vec<(&'t str, &'t str, Place)> {
    let all = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let name = (2..=longest.min(all.len() - at)).rev().find_map(|length| {
            let (first, last) = (&all[at], &all[at + length - 1]);
            let written = &text[first.start..last.end()];
            known.get(&key(written)).map(|(name, place)| (whole(text, first, last), *name, *place, length))
        });
        match name {
            Some((written, name, place, length)) => {
                // Another closing mark or none, not a bracket or a comma inside.
                let close = !written.contains(['(', ')', ',', ';', '[']);
                if close && !written.contains(QUOTES) && letters(written) == letters(name) {
                    found.push((written, name, place));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The words with a quotation mark that closes them at once.
fn whole<'t>(text: &'t str, first: &Word<'_>, last: &Word<'_>) -> &'t str {
    let after = text[last.end()..].chars().next().filter(|sign| QUOTES.contains(sign));
    &text[first.start..last.end() + after.map_or(0, char::len_utf8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_differ() {
        assert!(same("МКУ «ЦООД»", "МКУ \"ЦООД\""));
        assert!(same("отдел образования", "Отдел образования"));
        assert!(!same("МКУ ЦООД", "МКУ «ЦООД»"));
        assert!(!same("отдел Образования", "отдел образования"));
        assert_eq!(key("МКУ «ЦООД»"), key("мку ЦООД"));
    }
}
