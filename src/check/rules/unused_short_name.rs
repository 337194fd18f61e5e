//! A short name that is introduced and never used.

use super::super::passages::{Passage, Role, Sheet};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use super::super::text::keyset::KeySet;
use super::super::text::tokens::{Token, Tokens};
use crate::diagnostic::{Level, Place};
use crate::model::ItemKind;

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
    // What the order introduces may be used in an edition alone.
    let editions = subject.editions[1..].iter().filter(|_| !subject.is_edition()).flatten();
    let further = editions.filter(|passage| !matches!(passage.sheet, Sheet::Order | Sheet::Appendix(_)));
    let texts: Vec<&Passage<'_>> = subject.passages.iter().chain(further).collect();
    let shorts = introduced(subject);
    let parts: Vec<Vec<Token>> = shorts.iter().map(|short| Tokens::of(short.name, subject.lexicon).all).collect();
    let firsts: KeySet = parts.iter().filter_map(|parts| Some(parts.first()?.form.stem)).collect();
    let mut used = vec![false; shorts.len()];
    for (index, passage) in texts.iter().enumerate() {
        let all = &passage.words.all;
        for at in (0..all.len()).filter(|at| firsts.has(all[*at].form.stem)) {
            for (number, Short { place, within, .. }) in shorts.iter().enumerate() {
                let introduces = match within {
                    Some((own, start)) => *own == index && all[at].start() <= *start,
                    None => passage.place == *place,
                };
                used[number] |= !introduces && passage.role != Role::Title && stands(&parts[number], &all[at..]);
            }
        }
    }
    for (number, Short { name, place, .. }) in shorts.iter().enumerate() {
        if !used[number] && !parts[number].is_empty() {
            let message = format!("краткое название «{name}» вводится, но дальше не употребляется");
            let help = "пишите его вместо полного названия или уберите «далее»";
            found.push(found.at(*place, message).help(help).quote(*name));
        }
    }
}

/// Whether words begin with a short name, in any case form, and with a capital where it has one.
fn stands(name: &[Token], words: &[Token]) -> bool {
    let capital = |word: &Token| word.form.is(Traits::CAPITAL);
    words.len() >= name.len()
        && name.iter().zip(words).all(|(part, word)| part.form.stem == word.form.stem)
        && name.first().is_some_and(|first| capital(&words[0]) >= capital(first))
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
    for (index, definition) in subject.definitions.iter().filter(|(_, definition)| definition.said) {
        let passage = &subject.passages[*index];
        if !(subject.is_edition() && passage.sheet == Sheet::Order) {
            let within = Some((*index, definition.start));
            all.push(Short { name: definition.name, place: passage.place, within });
        }
    }
    all
}
