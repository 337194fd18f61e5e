//! One promise with different numbers in two places.

use super::super::text::promises::{Change, Promise, promises};
use super::super::passages::{Passage, Role};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use super::super::text::tokens::Tokens;
use crate::diagnostic::Level;
use std::collections::BTreeMap;

pub const RULE: Rule =
    Rule { name: "number-conflict", level: Level::Warning, wants: &[], page: include_str!("number_conflict.md"), check };

/// So many promises of one kind are a list of steps, not one promise said twice.
const MANY: usize = 60;

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut alike: BTreeMap<(Change, String), Vec<(&Passage<'_>, Promise)>> = BTreeMap::new();
    let promising = subject.passages.iter().filter(|passage| may_promise(passage.role));
    let counted = |words: &Tokens| words.may_hold("%") || words.traits.has(Traits::PERCENT);
    for passage in promising.filter(|passage| counted(&passage.words)) {
        for promise in promises(&passage.text) {
            alike.entry((promise.change, promise.bound.clone())).or_default().push((passage, promise));
        }
    }
    for promises in alike.values().filter(|promises| promises.len() <= MANY) {
        for (index, (passage, promise)) in promises.iter().enumerate() {
            let earlier = promises[..index].iter().find(|(other, said)| {
                let steps = is_step(passage.role) && is_step(other.role);
                said.number != promise.number && !steps && other.place != passage.place && same_fact(said, promise)
            });
            if let Some((other, said)) = earlier {
                let message = format!("здесь «{}», а в другом месте о том же – «{}»", promise.quote, said.quote);
                let help = "выберите одно число и запишите его в обоих местах";
                let finding = found.at(passage.place, message).help(help).quote(promise.quote.clone());
                found.push(finding.also(other.place, format!("здесь «{}»", said.quote)));
            }
        }
    }
}

/// Whether a text of this kind says what is to be reached.
fn may_promise(role: Role) -> bool {
    matches!(
        role,
        Role::Goal
            | Role::Task
            | Role::Indicator
            | Role::Result
            | Role::Attribute
            | Role::Passport
            | Role::Paragraph
            | Role::Measure
            | Role::MeasureResult
    )
}

/// Whether it is a step on the way: two of them may well promise different numbers.
fn is_step(role: Role) -> bool {
    matches!(role, Role::Measure | Role::MeasureResult | Role::Attribute)
}

/// Whether two sentences speak of the same thing at the same time: nearly all words of the shorter are in the longer.
fn same_fact(one: &Promise, other: &Promise) -> bool {
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    let shared = short.words.intersection(&long.words).count();
    let timed = !one.years.is_empty() && !other.years.is_empty() && one.years != other.years;
    // Without a word for the change the sentences must be the same.
    let enough = match one.change {
        Change::None => shared == short.words.len() && long.words.len() <= short.words.len() + 1,
        Change::Up | Change::Down => 100 * shared >= 85 * short.words.len(),
    };
    short.words.len() >= 5 && enough && !timed
}
