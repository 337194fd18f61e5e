//! A short name that is introduced and never used.

use super::super::passages::{Passage, Role, Sheet};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::{Key, Traits};
use super::super::text::keyset::KeySet;
use super::super::text::lexicon::Lexicon;
use super::super::text::tokens::{Token, Tokens};
use crate::diagnostic::{Level, Place};
use crate::model::ItemKind;
use std::collections::{BTreeMap, BTreeSet};

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
    let mut unused = Unused::of(&shorts, subject.lexicon);
    for (index, passage) in texts.iter().enumerate().filter(|(_, passage)| passage.role != Role::Title) {
        unused.look(&passage.words.all, |number, word| match shorts[number].within {
            Some((own, start)) => own == index && word.start() <= start,
            None => passage.place == shorts[number].place,
        });
    }
    for number in unused.numbers() {
        let Short { name, place, .. } = shorts[number];
        let message = format!("краткое название «{name}» вводится, но дальше не употребляется");
        let help = "пишите его вместо полного названия или уберите «далее»";
        found.push(found.at(place, message).help(help).quote(name));
    }
}

/// The short names that were met nowhere yet, by their numbers.
#[derive(Default)]
struct Unused {
    /// By the stems of their words: those that begin with a small letter, and those with a capital.
    by_stems: BTreeMap<Vec<Key>, [Vec<usize>; 2]>,
    /// Of how many words they are.
    lengths: BTreeSet<usize>,
    /// The stems of their first words.
    firsts: KeySet,
}

impl Unused {
    fn of(shorts: &[Short<'_>], lexicon: &Lexicon) -> Self {
        let mut unused = Self::default();
        for (number, short) in shorts.iter().enumerate() {
            let words = Tokens::of(short.name, lexicon).all;
            let Some(first) = words.first() else { continue };
            unused.firsts.add(first.form.stem);
            unused.lengths.insert(words.len());
            let stems = words.iter().map(|word| word.form.stem).collect();
            let capital = usize::from(first.form.is(Traits::CAPITAL));
            unused.by_stems.entry(stems).or_default()[capital].push(number);
        }
        unused
    }

    /// Crosses out the names that stand in a text, in any case form, and with a capital where they have one; unless they
    /// are introduced at that word.
    fn look(&mut self, words: &[Token], introduced: impl Fn(usize, &Token) -> bool) {
        let mut stems = Vec::new();
        for at in (0..words.len()).filter(|at| self.firsts.has(words[*at].form.stem)) {
            if stems.is_empty() {
                stems.extend(words.iter().map(|word| word.form.stem));
            }
            let capital = usize::from(words[at].form.is(Traits::CAPITAL));
            let names = self.lengths.iter().filter_map(|length| stems.get(at..at + length));
            for name in names {
                for numbers in self.by_stems.get_mut(name).into_iter().flat_map(|names| &mut names[..=capital]) {
                    numbers.retain(|number| introduced(*number, &words[at]));
                }
            }
        }
    }

    fn numbers(self) -> BTreeSet<usize> {
        self.by_stems.into_values().flatten().flatten().collect()
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
    for (index, definition) in subject.definitions.iter().filter(|(_, definition)| definition.said) {
        let passage = &subject.passages[*index];
        if !(subject.is_edition() && passage.sheet == Sheet::Order) {
            let within = Some((*index, definition.start));
            all.push(Short { name: definition.name, place: passage.place, within });
        }
    }
    all
}
