//! An abbreviation that nothing explains.

use super::super::text::abbreviations::{abbreviations, definitions, is_abbreviation, is_explained_after, is_known, run};
use super::super::passages::{Role, passages};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::{stems, words};
use crate::diagnostic::{Level, Place};
use crate::model::{ItemKind, Passport, Program, Responsible};
use crate::resolve;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "unexpanded-abbreviation",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unexpanded_abbreviation.md"),
    check,
};

/// Where an abbreviation stands first and how often it stands.
struct Use {
    place: Place,
    count: usize,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let texts: Vec<(&str, Place, Role)> = texts(subject);
    let mut explained = of_municipality(subject);
    let mut uses: BTreeMap<&str, Use> = BTreeMap::new();
    for (text, place, role) in &texts {
        for definition in definitions(text) {
            explained.extend(abbreviations_in(definition.name));
        }
        for word in abbreviations(text) {
            let together = run(text, &word);
            for short in [word.text, together] {
                if is_explained_after(&text[word.start + short.len()..], short) {
                    explained.extend(abbreviations_in(short));
                }
            }
            // The titles of acts are not ours to mend.
            if !is_known(word.text) && *role != Role::Act {
                uses.entry(word.text).or_insert(Use { place: *place, count: 0 }).count += 1;
            }
        }
    }
    if subject.is_edition() {
        // What the program itself lacks is said there.
        let whole = passages(subject.whole, subject.order);
        let known = whole.iter().flat_map(|passage| abbreviations(&passage.text));
        explained.extend(known.map(|word| word.text.to_owned()));
    }
    for (abbreviation, Use { place, count }) in uses {
        if explained.contains(abbreviation) {
            continue;
        }
        let message = format!("сокращение «{abbreviation}» нигде не раскрыто{}", times(count));
        let help = format!(
            "напишите при первом употреблении полное название и «(далее – {abbreviation})» или добавьте сокращение в «сокращения»"
        );
        found.push(found.at(place, message).help(help).quote(abbreviation));
    }
}

/// The texts of the program and the names of the parties that it links.
fn texts<'s>(subject: &'s Subject<'_>) -> Vec<(&'s str, Place, Role)> {
    let own = subject.passages.iter().map(|passage| (passage.text.as_str(), passage.place, passage.role));
    let measures = subject.measures().into_iter().flat_map(|measure| &measure.responsible);
    let indicators = subject.program.indicators.iter().flat_map(|indicator| &indicator.responsible);
    let linked = measures.chain(indicators).filter_map(|responsible| named(subject.program, responsible));
    own.chain(linked).collect()
}

/// The printed name of a linked party.
fn named<'p>(program: &'p Program, responsible: &Responsible) -> Option<(&'p str, Place, Role)> {
    match responsible {
        Responsible::Party(link) => {
            let party = resolve::party(program, &link.written)?;
            let name = party.short.as_ref().unwrap_or(&party.name);
            Some((&name.value, link.place, Role::Responsible))
        }
        Responsible::Person(_) | Responsible::Text(_) => None,
    }
}

/// What the municipality explains: its list, and short names whose full ones do without the abbreviation and are
/// printed somewhere.
fn of_municipality(subject: &Subject<'_>) -> BTreeSet<String> {
    let municipality = &subject.program.municipality;
    let said = said(subject);
    let listed = municipality.abbreviations.iter().flat_map(|(short, _)| abbreviations_in(&short.value));
    let full = municipality.parties.iter().filter(|party| {
        let name = format!(" {} ", stems(&party.name.value).join(" "));
        party.short.is_some() && said.iter().any(|text| text.contains(&name))
    });
    let parties = full.flat_map(|party| {
        let full = abbreviations_in(&party.name.value);
        let short = party.short.iter().flat_map(|short| abbreviations_in(&short.value));
        short.filter(|own| !full.contains(own)).collect::<Vec<_>>()
    });
    listed.chain(parties).collect()
}

/// The stems of all texts and of the full names that the passport and the order print.
fn said(subject: &Subject<'_>) -> Vec<String> {
    let passport = subject.program.passport.iter().flat_map(Passport::parts).filter_map(|part| part.party.as_ref());
    let items = subject.order.iter().flat_map(|order| &order.items).filter_map(|item| match &item.kind {
        ItemKind::Recommend(link) => Some(link),
        ItemKind::Plain | ItemKind::Approve(_) | ItemKind::Assign(_) | ItemKind::Appoint(_) => None,
    });
    let named = passport.chain(items).filter_map(|link| resolve::party(subject.program, &link.written));
    let named = named.map(|party| party.name.value.as_str());
    let issuer = subject.program.municipality.issuer.iter().filter_map(|issuer| issuer.name.as_ref());
    let texts = subject.passages.iter().map(|passage| passage.text.as_str());
    let all = texts.chain(named).chain(issuer.map(|name| name.value.as_str()));
    all.map(|text| format!(" {} ", stems(text).join(" "))).collect()
}

/// All words of a name that are abbreviations.
fn abbreviations_in(name: &str) -> Vec<String> {
    words(name).into_iter().filter(|word| is_abbreviation(word.text)).map(|word| word.text.to_owned()).collect()
}

/// How often, when more than once.
fn times(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        _ if matches!(count % 10, 2..=4) && !matches!(count % 100, 12..=14) => format!(" ({count} раза)"),
        _ => format!(" ({count} раз)"),
    }
}
