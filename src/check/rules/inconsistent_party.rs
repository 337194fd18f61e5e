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
use std::ops::Range;

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
    let mut known: BTreeMap<Vec<Key>, Vec<Name<'_>>> = BTreeMap::new();
    for text in subject.program.municipality.parties.iter().flat_map(of_party) {
        let names = known.entry(key(&Tokens::of(&text.value, lexicon))).or_default();
        if !names.iter().any(|(name, _)| same(name, &text.value)) {
            names.push((&text.value, text.place));
        }
    }
    let quoted = Quoted::of(&known);
    let mut free: BTreeMap<Vec<Key>, Name<'_>> = BTreeMap::new();
    for passage in subject.passages {
        if passage.role == Role::Responsible {
            let written = passage.text.trim();
            let key = key(&passage.words);
            let named = known.get(&key).map(Vec::as_slice).unwrap_or_default();
            let other = named.first().or_else(|| free.get(&key));
            // A mark that is missing or too much is said by another rule.
            let fits = is_whole(written) && !named.iter().any(|(name, _)| same(name, written));
            match other.filter(|(name, _)| fits && !same(name, written)) {
                Some((name, place)) => {
                    let message = format!("сторона записана по-разному: {written} и {name}");
                    let start = passage.text.len() - passage.text.trim_start().len();
                    // Another text may be the wrong one; the municipality's name may lack what is written here.
                    let sure = named.len() == 1 && is_whole(name) && letters(written) == letters(name);
                    let mend = sure.then(|| (*name).to_owned());
                    let finding = found.at(passage.place, message).help("пишите сторону везде одинаково");
                    let finding = finding.marked(&passage.text, start..start + written.len(), mend);
                    found.push(finding.also(*place, "здесь иначе"));
                    continue;
                }
                None if is_whole(written) => drop(free.entry(key).or_insert((written, passage.place))),
                None => {}
            }
        }
        for (at, name, place) in quoted.differing(&passage.text, &passage.words.all) {
            let message = format!("сторона записана по-разному: {} и {name}", &passage.text[at.clone()]);
            let finding = found.at(passage.place, message).help("пишите сторону везде одинаково, с кавычками");
            let mend = is_whole(name).then(|| name.to_owned());
            found.push(finding.marked(&passage.text, at, mend).also(place, "здесь иначе"));
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
    fn of(known: &'n BTreeMap<Vec<Key>, Vec<Name<'n>>>) -> Self {
        // A name that is known both with quotation marks and without is right in either way.
        let alone = known.iter().filter_map(|(key, names)| Some((key, names.first().filter(|_| names.len() == 1)?)));
        let quoted = alone.filter(|(key, (name, _))| name.contains(QUOTES) && key.len() > 1);
        let names: BTreeMap<&[Key], Name<'_>> = quoted.map(|(key, name)| (key.as_slice(), *name)).collect();
        let firsts = names.keys().map(|key| key[0]).collect();
        let longest = names.keys().map(|key| key.len()).max().unwrap_or(0);
        Self { names, firsts, longest }
    }

    /// The names in a text that lack quotation marks: where they stand, as known and where that stands.
    fn differing(&self, text: &str, all: &[Token]) -> Vec<(Range<usize>, &'n str, Place)> {
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
                Some((stands, name, place, length)) => {
                    let written = &text[stands.clone()];
                    // Another closing mark or none, not a bracket or a comma inside.
                    let close = !written.contains(['(', ')', ',', ';', '[']);
                    // «Главная точка роста района» names no «Точка роста».
                    let capital = exact(written) == exact(name);
                    if close && capital && !written.contains(QUOTES) {
                        found.push((stands, name, place));
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
    exact(name).to_lowercase()
}

/// A name without quotation marks and spaces.
fn exact(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_whitespace() && !QUOTES.contains(sign)).collect()
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

/// Where the words stand, with a quotation mark that closes them at once.
fn whole(text: &str, first: &Token, last: &Token) -> Range<usize> {
    let after = text[last.end()..].chars().next().filter(|sign| QUOTES.contains(sign));
    first.start()..last.end() + after.map_or(0, char::len_utf8)
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
