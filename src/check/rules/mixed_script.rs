//! A word typed with letters of two alphabets that look alike.

use super::super::text::abbreviations::{is_abbreviation, is_known};
use super::super::text::letters::{all_cyrillic, is_like_a_word, is_mixed, unmixed};
use super::super::tie::names::names;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::passages::Passage;
use super::super::text::form::Traits;
use super::super::text::words::{Word, is_cyrillic, is_latin, without_references, words};
use crate::diagnostic::{Level, Place};
use crate::model::Text;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "mixed-script",
    level: Level::Warning,
    wants: &[],
    page: include_str!("mixed_script.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let names = names(&subject.program.municipality);
    let latin = |passage: &&Passage<'_>| passage.words.traits.has(Traits::LATIN);
    let passages = subject.passages.iter().filter(latin).map(|passage| (passage.text.as_ref(), passage.place));
    let written = names.iter().filter(|name| name.value.contains(is_latin));
    let texts: Vec<(&str, Place)> = passages.chain(written.map(|name| (name.value.as_str(), name.place))).collect();
    if texts.is_empty() {
        return;
    }
    let abbreviations = abbreviations(subject.passages, &names);
    for (text, place) in texts {
        // The id of a reference is no word: it is written as where it is given.
        for word in words(&without_references(text)).map(|word| Word { text: &text[word.start..word.end()], ..word }) {
            let meant = if is_mixed(word.text) {
                unmixed(word.text)
            } else if let Some(meant) = foreign(text, &word, &abbreviations) {
                Some(meant)
            } else {
                continue;
            };
            let message = format!("в слове «{}» {}", word.text, strangers(word.text, meant.as_deref()));
            let finding = found.at(place, message);
            found.push(match meant {
                Some(meant) => finding
                    .help(format!("наберите слово одной раскладкой: «{meant}»"))
                    .mend(text, word.start..word.end(), meant.as_str()),
                None => finding
                    .help("наберите слово одной раскладкой клавиатуры")
                    .marked(text, word.start..word.end(), None),
            });
        }
    }
}

/// The abbreviations that texts and names hold.
fn abbreviations<'t>(passages: &'t [Passage<'_>], names: &[&'t Text]) -> BTreeSet<&'t str> {
    let own = passages.iter().filter(|passage| passage.words.traits.has(Traits::ABBREVIATION)).flat_map(|passage| {
        let short = passage.words.all.iter().filter(|word| word.form.is(Traits::ABBREVIATION));
        short.map(|word| &passage.text[word.range()])
    });
    let others = names.iter().flat_map(|name| words(&name.value)).map(|word| word.text);
    own.chain(others.filter(|word| is_abbreviation(word))).collect()
}

/// A wholly Latin word that was meant as a Russian one: «c» before a Russian word, «BПР» typed as «BIIP» is not told.
fn foreign(text: &str, word: &Word<'_>, abbreviations: &BTreeSet<&str>) -> Option<String> {
    if !word.text.chars().all(is_latin) {
        return None;
    }
    let meant = all_cyrillic(word.text)?;
    let (before, after) = (&text[..word.start], &text[word.end()..]);
    if is_like_a_word(word.text) {
        let russian = |sign: char| is_cyrillic(sign) && sign.is_lowercase();
        let next = after.strip_prefix(' ').and_then(|rest| rest.trim_start_matches('«').chars().next());
        let begins = before.trim_end().is_empty() || before.ends_with(' ');
        let small = word.text.chars().all(char::is_lowercase) || before.trim_end().is_empty();
        let numbered = before.trim_end().ends_with(|sign: char| sign.is_ascii_digit());
        let fits = next.is_some_and(|sign| russian(sign) || (is_cyrillic(sign) && small) || sign.is_ascii_digit());
        return (begins && small && !numbered && fits).then_some(meant);
    }
    (is_abbreviation(&meant) && (is_known(&meant) || abbreviations.contains(meant.as_str()))).then_some(meant)
}

/// Which letters of a word are of the other alphabet.
fn strangers(word: &str, meant: Option<&str>) -> String {
    let latin = meant.is_none_or(|meant| meant.chars().any(is_cyrillic));
    let strange: Vec<String> =
        word.chars().filter(|letter| if latin { is_latin(*letter) } else { is_cyrillic(*letter) }).map(String::from).collect();
    let kind = match (latin, strange.len()) {
        (true, 1) => "латинская буква",
        (true, _) => "латинские буквы",
        (false, 1) => "русская буква",
        (false, _) => "русские буквы",
    };
    format!("{kind} {}", strange.join(", "))
}
