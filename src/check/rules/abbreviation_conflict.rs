//! A short name that stands for two things, or a thing with two short names.

use super::super::text::abbreviations::{is_abbreviation, meaning_within, meant};
use super::super::passages::Sheet;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Key;
use super::super::text::tokens::stems;
use super::super::text::words::words;
use crate::diagnostic::{Level, Place};
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "abbreviation-conflict",
    level: Level::Warning,
    wants: &[],
    page: include_str!("abbreviation_conflict.md"),
    check,
};

/// What a short name stands for, and where that is said.
struct Meaning<'t> {
    words: &'t str,
    stems: BTreeSet<Key>,
    place: Place,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lexicon = subject.lexicon;
    let mut by_name: BTreeMap<String, Vec<Meaning<'_>>> = BTreeMap::new();
    let mut by_meaning: BTreeMap<BTreeSet<Key>, (&str, Place)> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    // The names with their meanings: each meaning of a name is kept once.
    let mut known: BTreeSet<(String, BTreeSet<Key>)> = BTreeSet::new();
    let mut said: BTreeMap<(Sheet, Vec<Key>), Place> = BTreeMap::new();
    for (name, words, place) in of_municipality(subject) {
        let stems = meant(words, lexicon);
        if known.insert((name.to_owned(), stems.clone())) {
            by_name.entry(name.to_owned()).or_default().push(Meaning { words, stems: stems.clone(), place });
        }
        by_meaning.entry(stems).or_insert((name, place));
    }
    for (index, definition) in &subject.definitions {
        let passage = &subject.passages[*index];
        let (name, place) = (definition.name, passage.place);
        if definition.said {
            match said.get(&(passage.sheet, stems(name, lexicon))) {
                Some(first) if *first != place => {
                    let message = format!("«{name}» вводится второй раз");
                    let help = "оставьте «(далее – …)» только при первом употреблении";
                    found.push(found.at(place, message).help(help).quote(name).also(*first, "первый раз"));
                }
                Some(_) => {}
                None => drop(said.insert((passage.sheet, stems(name, lexicon)), place)),
            }
        }
        let Some(words) = definition.meaning else { continue };
        let stems = meant(words, lexicon);
        let others = by_name.entry(key(name)).or_default();
        let other = others.iter().find(|other| other.stems != stems && other.place != place);
        if let Some(other) = other.filter(|_| reported.insert(key(name))) {
            let message = format!("«{name}» раскрыто по-разному: «{words}» и «{}»", other.words);
            let help = "оставьте одно значение, для второго введите другое сокращение";
            found.push(found.at(place, message).help(help).quote(words).also(other.place, "здесь иначе"));
        } else if known.insert((key(name), stems.clone())) {
            others.push(Meaning { words, stems: stems.clone(), place });
        }
        match by_meaning.get(&stems) {
            Some((other, first)) if key(other) != key(name) && *first != place => {
                let message = format!("«{words}» сокращено по-разному: «{name}» и «{other}»");
                let help = "выберите одно сокращение и пишите его везде";
                found.push(found.at(place, message).help(help).quote(name).also(*first, "здесь иначе"));
            }
            Some(_) => {}
            None => drop(by_meaning.insert(stems, (name, place))),
        }
    }
}

/// The abbreviations of the municipality with the words that they stand for.
fn of_municipality<'s>(subject: &Subject<'s>) -> Vec<(&'s str, &'s str, Place)> {
    let municipality = &subject.program.municipality;
    let listed = municipality.abbreviations.iter().map(|(short, full)| (short, full));
    let parties = municipality.parties.iter().filter_map(|party| Some((party.short.as_ref()?, &party.name)));
    let all = listed.chain(parties).flat_map(|(short, full)| {
        let names = words(&short.value).filter(|word| is_abbreviation(word.text));
        names.filter_map(|name| {
            let meaning = meaning_within(&full.value, name.text)?;
            Some((name.text, meaning, full.place))
        })
    });
    all.collect()
}

/// The abbreviations of a name alone: «школы ШНОР» is «ШНОР».
fn key(name: &str) -> String {
    let short: Vec<_> = words(name).filter(|word| is_abbreviation(word.text)).map(|word| word.text).collect();
    if short.is_empty() { name.to_owned() } else { short.join(" ") }
}
