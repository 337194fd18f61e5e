//! An indicator without values, or without that of a year of the term.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{bare, called, measured, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::indicator::years::{listed, wanted};
use crate::diagnostic::{Level, Place};
use crate::model::{Degree, Period};
use crate::resolve::NumberedIndicator;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "missing-value",
    level: Level::Error,
    wants: &["indicator.values"],
    page: include_str!("missing_value.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let indicators = measured(subject);
    let degree = subject.wants("indicator.values");
    let of = indicators.len();
    let named = |own: &NumberedIndicator<'_>| (spot(own.indicator), called(own));
    let asked = subject.wants("indicator.unit") != Degree::Optional || subject.wants("indicator.baseline") != Degree::Optional;
    let bare = |own: &NumberedIndicator<'_>| asked && bare(own);
    let nothing: Vec<_> = indicators.iter().copied().filter(|own| bare(own)).map(named).collect();
    let lack = Lack {
        degree,
        one: "у показателя {} нет ни единицы, ни исходного значения, ни значений по годам",
        all: format!("ни у одного из {of} показателей нет ни единицы, ни исходного значения, ни значений по годам"),
        help: "допишите показателю «единица», «базовое» и «значения»: «2021: 50»",
    };
    lack.tell(found, &nothing, all(nothing.len(), of));
    let empty = |own: &&NumberedIndicator<'_>| own.indicator.values.is_empty() && !bare(own);
    let valueless: Vec<_> = indicators.iter().copied().filter(empty).map(named).collect();
    let lack = Lack {
        degree,
        one: "у показателя {} нет значений по годам",
        all: format!("ни у одного из {of} показателей нет значений по годам"),
        help: "добавьте «значения»: по строке на каждый год срока, «2021: 50»",
    };
    lack.tell(found, &valueless, all(valueless.len(), of));
    let mut gaps: BTreeMap<Vec<Period>, Vec<(Place, String)>> = BTreeMap::new();
    for own in &indicators {
        let missing = missing(subject, own);
        if !missing.is_empty() {
            gaps.entry(missing).or_default().push(named(own));
        }
    }
    for (years, lacking) in gaps {
        let years = listed(&years);
        let lack = Lack {
            degree,
            one: &format!("у показателя {{}} нет значения за {years}"),
            all: format!("ни у одного из {of} показателей нет значения за {years}"),
            help: "допишите в «значения» недостающие годы или исправьте срок программы",
        };
        lack.tell(found, &lacking, all(lacking.len(), of));
    }
}

/// The years of the term for which an indicator that has values has none.
fn missing(subject: &Subject<'_>, own: &NumberedIndicator<'_>) -> Vec<Period> {
    let Some(term) = &subject.program.term else { return Vec::new() };
    if own.indicator.values.is_empty() {
        return Vec::new();
    }
    let mut wanted = wanted(term, own.indicator);
    let there: BTreeSet<Period> = own.indicator.values.iter().map(|value| value.period).collect();
    wanted.retain(|period| !there.contains(period));
    wanted
}
