//! A short name that is introduced and never used.

use super::super::text::abbreviations::definitions;
use super::super::passages::{Passage, Role, Sheet, passages};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::{stem, words};
use crate::diagnostic::{Level, Place};
use crate::model::ItemKind;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    name: "unused-short-name",
    level: Level::Note,
    wants: &[],
    page: include_str!("unused_short_name.md"),
    check,
};

/// A short name and where it is introduced.
struct Short<'t> {
    name: &'t str,
    place: Place,
    /// The index of the passage and the byte at which it is introduced there.
    within: Option<(usize, usize)>,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut index: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    // What the order introduces may be used in an edition alone.
    let editions = subject.whole.editions.iter().filter(|_| !subject.is_edition());
    let further: Vec<Passage> = editions.flat_map(|edition| passages(edition, None)).collect();
    let texts: Vec<&Passage> = subject.passages.iter().chain(&further).collect();
    let spans: Vec<_> = texts.iter().map(|passage| words(&passage.text)).collect();
    for (passage, words) in spans.iter().enumerate() {
        for (at, word) in words.iter().enumerate() {
            index.entry(stem(word.text)).or_default().push((passage, at));
        }
    }
    for Short { name, place, within } in introduced(subject) {
        let parts = words(name);
        let Some(first) = parts.first() else { continue };
        let used = index.get(&stem(first.text)).into_iter().flatten().any(|(passage, at)| {
            let (here, text) = (&spans[*passage][*at..], texts[*passage]);
            let introduces = match within {
                Some((own, start)) => own == *passage && here[0].start <= start,
                None => text.place == place,
            };
            let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
            !introduces
                && text.role != Role::Title
                && capital(here[0].text) >= capital(first.text)
                && here.len() >= parts.len()
                && parts.iter().zip(here).all(|(part, word)| stem(part.text) == stem(word.text))
        });
        if !used {
            let message = format!("краткое название «{name}» вводится, но дальше не употребляется");
            let help = "пишите его вместо полного названия или уберите «далее»";
            found.push(found.at(place, message).help(help).quote(name));
        }
    }
}

/// The short names that titles, approvals and texts introduce.
fn introduced<'s>(subject: &'s Subject<'_>) -> Vec<Short<'s>> {
    let program = subject.program;
    let roadmap = program.roadmap.iter().filter_map(|roadmap| roadmap.title.as_ref());
    let papers = program.papers.iter().map(|paper| &paper.title);
    let titles = std::iter::once(&program.title).chain(roadmap).chain(papers).filter_map(|title| title.short.as_ref());
    let order = subject.order.filter(|_| !subject.is_edition());
    let items = order.into_iter().flat_map(|order| &order.items);
    let approvals = items.filter_map(|item| match &item.kind {
        ItemKind::Approve(approvals) => Some(approvals),
        ItemKind::Plain | ItemKind::Assign(_) | ItemKind::Appoint(_) | ItemKind::Recommend(_) => None,
    });
    let given = approvals.flatten().filter_map(|approval| approval.short.as_ref());
    let mut all: Vec<Short<'_>> = titles
        .chain(given)
        .map(|short| Short { name: &short.value, place: short.place, within: None })
        .collect();
    for (index, passage) in subject.passages.iter().enumerate() {
        if subject.is_edition() && passage.sheet == Sheet::Order {
            continue;
        }
        for definition in definitions(&passage.text).into_iter().filter(|definition| definition.said) {
            let within = Some((index, definition.start));
            all.push(Short { name: definition.name, place: passage.place, within });
        }
    }
    all
}
