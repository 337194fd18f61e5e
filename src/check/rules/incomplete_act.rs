//! A legal act without its date or its number.

use super::super::acts::{Kind, kind_of};
use super::super::text::fold::brief;
use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::days::impossible;
use crate::diagnostic::{Level, Place};
use crate::model::Act;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "incomplete-act",
    level: Level::Warning,
    wants: &[],
    page: include_str!("incomplete_act.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let basis = subject.order.into_iter().flat_map(|order| &order.basis);
    let acts: Vec<&Act> = subject.program.acts.iter().chain(basis.filter_map(|basis| basis.act.as_ref())).collect();
    for act in &acts {
        if let Some(kind) = act.kind.as_ref().filter(|kind| kind_of(&kind.value).is_some_and(Kind::is_numbered)) {
            lacks(act.date.is_some(), act.number.is_some(), &kind.value, act.place, found);
        }
    }
    let texts: BTreeSet<Place> = acts.iter().filter_map(|act| act.text.as_ref()).map(|text| text.place).collect();
    let mut named = subject.acts.iter().filter(|act| act.quote.is_some()).peekable();
    for passage in subject.passages {
        let mut here = Vec::new();
        while let Some(act) = named.next_if(|act| act.place == passage.place) {
            here.push(act);
        }
        let whole = texts.contains(&passage.place);
        let listed = matches!(passage.role, Role::Paragraph | Role::Passport) && is_entry(&passage.text);
        if !(whole || listed) || !kind_of(first_word(&passage.text)).is_some_and(Kind::is_numbered) {
            continue;
        }
        let (date, number) = match here.first() {
            Some(act) => (act.date.is_some(), act.number.is_some()),
            None => (false, false),
        };
        // A date that cannot be one is a finding of its own.
        if impossible(&passage.text).is_empty() {
            lacks(date, number, &passage.text, passage.place, found);
        }
    }
}

/// Says what the act lacks, if it does.
fn lacks(date: bool, number: bool, act: &str, place: Place, found: &mut Found<'_>) {
    let (what, help) = match (date, number) {
        (true, true) => return,
        (false, true) => ("даты", "допишите дату: «от 29.12.2012»"),
        (true, false) => ("номера", "допишите номер: «№ 273-ФЗ»"),
        (false, false) => ("даты и номера", "допишите дату и номер: «от 29.12.2012 № 273-ФЗ»"),
    };
    let message = format!("у акта нет {what}: {}", brief(act));
    found.push(found.at(place, message).help(help));
}

/// Whether a text is the entry of a list of acts: nothing but an act and its title.
fn is_entry(text: &str) -> bool {
    let end = text.trim_end_matches([';', '.', ',', ' ']);
    text.contains('«') && end.ends_with('»') && text.chars().count() < 400 && !text.contains(". ")
}

/// The word with which the entry of an act begins, «федеральный» or «совместный» aside.
fn first_word(text: &str) -> &str {
    let kind = text.split_whitespace().find(|word| {
        let word = word.to_lowercase();
        !word.starts_with("федеральн") && !word.starts_with("совместн")
    });
    kind.unwrap_or_default()
}
