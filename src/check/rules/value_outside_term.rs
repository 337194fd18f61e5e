//! A value of a year in which the program does not run.

use super::super::indicator::measured::{called, measured};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::indicator::years::{days, listed, within};
use crate::diagnostic::{Level, Place};
use crate::model::{Period, Term};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    name: "value-outside-term",
    level: Level::Warning,
    wants: &[],
    page: include_str!("value_outside_term.md"),
    check,
};

/// How many years before the term a table may show: the year reported on and the one that runs.
const BEFORE: i16 = 2;

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(term) = &subject.program.term else { return };
    let mut outside: BTreeMap<Period, (Place, Vec<String>)> = BTreeMap::new();
    for own in measured(subject) {
        for value in &own.indicator.values {
            if is_outside(term, value.period) {
                let entry = outside.entry(value.period).or_insert((value.period_place, Vec::new()));
                entry.1.push(called(own));
            }
        }
    }
    for (period, (place, names)) in outside {
        let who = match names.as_slice() {
            [one] => format!("показателя {one}"),
            many => format!("показателей ({})", many.len()),
        };
        let message = format!("значение {who} за {} вне срока программы: {}", listed(&[period]), term.text);
        let help = "исправьте год или срок; значение до начала программы записывается как «базовое»";
        found.push(found.at(place, message).help(help).also(term.place, "срок программы"));
    }
}

fn is_outside(term: &Term, period: Period) -> bool {
    let Some(span) = term.span else { return false };
    let lately = days(period).1 < span.from && days(period).1.year() >= span.from.year().saturating_sub(BEFORE);
    !within(term, period) && !lately
}
