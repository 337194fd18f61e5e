//! A party that is written otherwise than the municipality calls it.

use super::super::tie::names::of_party;
use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Key;
use super::super::text::keyset::KeySet;
use super::super::text::tokens::{Token, Tokens};
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

/// A known name, and where it stands.
type Name<'n> = (&'n str, Place);

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lexicon = subject.lexicon;
    let mut known: BTreeMap<Vec<Key>, Name<'_>> = BTreeMap::new();
    for text in subject.program.municipality.parties.iter().flat_map(of_party) {
        known.entry(key(&Tokens::of(&text.value, lexicon))).or_insert((&text.value, text.place));
    }
    let quoted = Quoted::of(&known);
    let mut free: BTreeMap<Vec<Key>, Name<'_>> = BTreeMap::new();
    for passage in subject.passages {
        if passage.role == Role::Responsible {
            let written = passage.text.trim();
            let key = key(&passage.words);
            let other = known.get(&key).or_else(|| free.get(&key));
            // A mark that is missing or too much is said by another rule.
            match other.filter(|(name, _)| !same(name, written) && is_whole(written)) {
                Some((name, place)) => {
                    let message = format!("сторона записана по-разному: {written} и {name}");
                    let help = "пишите сторону везде одинаково";
                    found.push(found.at(passage.place, message).help(help).mend(written, *name).also(*place, "здесь иначе"));
                    continue;
                }
                None => drop(free.entry(key).or_insert((written, passage.place))),
            }
        }
        for (written, name, place) in quoted.differing(&passage.text, &passage.words.all) {
            let message = format!("сторона записана по-разному: {written} и {name}");
            let help = "пишите сторону везде одинаково, с кавычками";
            found.push(found.at(passage.place, message).help(help).mend(written, name).also(place, "здесь иначе"));
        }
    }
}

/// A name without what makes spellings of it differ: case, marks and spaces.
fn key(name: &Tokens) -> Vec<Key> {
    name.all.iter().map(|word| word.form.folded).collect()
}

/// The names in quotation marks, which are told by their words alone; names of one word are common nouns.
struct Quoted<'n> {
    names: BTreeMap<&'n [Key], Name<'n>>,
    /// The words with which they begin.
    firsts: KeySet,
    /// The most words of one of them.
    longest: usize,
}

impl<'n> Quoted<'n> {
    fn of(known: &'n BTreeMap<Vec<Key>, Name<'n>>) -> Self {
        let quoted = known.iter().filter(|(key, (name, _))| name.contains(QUOTES) && key.len() > 1);
        let names: BTreeMap<&[Key], Name<'_>> = quoted.map(|(key, name)| (key.as_slice(), *name)).collect();
        let firsts = names.keys().map(|key| key[0]).collect();
        let longest = names.keys().map(|key| key.len()).max().unwrap_or(0);
        Self { names, firsts, longest }
    }

    /// The names in a text that lack quotation marks: as written, as known and where that stands.
    fn differing<'t>(&self, text: &'t str, all: &[Token]) -> Vec<(&'t str, &'n str, Place)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < all.len() {
            if !self.firsts.has(all[at].form.folded) {
                at += 1;
                continue;
            }
            let here: Vec<Key> = all[at..].iter().take(self.longest).map(|word| word.form.folded).collect();
            let name = (2..=here.len()).rev().find_map(|length| {
                let (name, place) = self.names.get(&here[..length])?;
                Some((whole(text, &all[at], &all[at + length - 1]), *name, *place, length))
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

/// The words with a quotation mark that closes them at once.
fn whole<'t>(text: &'t str, first: &Token, last: &Token) -> &'t str {
    let after = text[last.end()..].chars().next().filter(|sign| QUOTES.contains(sign));
    &text[first.start()..last.end() + after.map_or(0, char::len_utf8)]
}

#[cfg(test)]
mod tests {
    use super::super::super::text::lexicon::Lexicon;
    use super::*;

    #[test]
    fn spellings_that_differ() {
        assert!(same("МКУ «ЦООД»", "МКУ \"ЦООД\""));
        assert!(same("отдел образования", "Отдел образования"));
        assert!(!same("МКУ ЦООД", "МКУ «ЦООД»"));
        assert!(!same("отдел Образования", "отдел образования"));
        let lexicon = Lexicon::default();
        let key = |name: &str| key(&Tokens::of(name, &lexicon));
        assert_eq!(key("МКУ «ЦООД»"), key("мку ЦООД"));
    }
}
