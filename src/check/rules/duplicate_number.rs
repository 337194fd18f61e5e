//! Two indicators with one number.

use super::super::indicator::measured::spot;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Level, Place};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    name: "duplicate-number",
    level: Level::Error,
    wants: &[],
    page: include_str!("duplicate_number.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut known: BTreeMap<String, Place> = BTreeMap::new();
    for own in subject.indicators() {
        let Some(number) = &own.number else { continue };
        let number = number.trim_end_matches('.').to_owned();
        let place = own.indicator.number.as_ref().map_or_else(|| spot(own.indicator), |number| number.place);
        if let Some(first) = known.get(&number) {
            let finding = found.at(place, format!("номер {number} – у двух показателей")).also(*first, "первый – здесь");
            found.push(finding.help("исправьте «номер» или уберите его у всех: показатели пронумеруются сами"));
        } else {
            known.insert(number, place);
        }
    }
}
