//! An indicator without the value from which the program begins.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{bare, called, measured, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Degree;

pub const RULE: Rule = Rule {
    name: "missing-baseline",
    level: Level::Error,
    wants: &["indicator.baseline"],
    page: include_str!("missing_baseline.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut indicators = measured(subject);
    // Of an indicator with nothing but a name another rule tells.
    if subject.wants("indicator.values") != Degree::Optional {
        indicators.retain(|own| !bare(own));
    }
    let lacking: Vec<_> = indicators
        .iter()
        .filter(|own| own.indicator.baseline.is_none())
        .map(|own| (spot(own.indicator), called(own)))
        .collect();
    let lack = Lack {
        degree: subject.wants("indicator.baseline"),
        one: "у показателя {} нет исходного значения",
        all: format!("ни у одного из {} показателей нет исходного значения", indicators.len()),
        help: "добавьте «базовое» – год до начала программы и значение за него; если его не измеряли, напишите «-»",
    };
    lack.tell(found, &lacking, all(lacking.len(), indicators.len()));
}
