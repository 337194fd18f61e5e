//! An indicator without a unit.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{bare, called, measured, series, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::{Degree, Indicator};

pub const RULE: Rule = Rule {
    name: "missing-unit",
    level: Level::Error,
    wants: &["indicator.unit"],
    page: include_str!("missing_unit.md"),
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
        .filter(|own| own.unit.is_none() && !tells_unit(own.indicator))
        .map(|own| (spot(own.indicator), called(own)))
        .collect();
    let lack = Lack {
        degree: subject.wants("indicator.unit"),
        one: "у показателя {} нет единицы измерения",
        all: format!("ни у одного из {} показателей нет единицы измерения", indicators.len()),
        help: "добавьте «единица»: %, чел., шт., балл; единица группы годится для всех показателей в ней",
    };
    lack.tell(found, &lacking, all(lacking.len(), indicators.len()));
}

/// Whether every value says itself what it counts: «50%», «да», «1,2 раза».
fn tells_unit(indicator: &Indicator) -> bool {
    let values = series(indicator);
    let tells = |text: &str| text.contains('%') || text.chars().any(char::is_alphabetic);
    !values.is_empty() && values.iter().all(|value| tells(&value.value))
}
