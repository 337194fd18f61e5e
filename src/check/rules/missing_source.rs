//! An indicator of which it is not said where its value is taken from.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{called, measured, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "missing-source",
    level: Level::Warning,
    wants: &["indicator.source"],
    page: include_str!("missing_source.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let indicators = measured(subject);
    let lacking: Vec<_> = indicators
        .iter()
        .filter(|own| own.indicator.source.is_none())
        .map(|own| (spot(own.indicator), called(own)))
        .collect();
    let lack = Lack {
        degree: subject.wants("indicator.source"),
        one: "у показателя {} не сказано, откуда берутся данные",
        all: format!("ни у одного из {} показателей не сказано, откуда берутся данные", indicators.len()),
        help: "добавьте «источник»: отчеты школ, результаты проверочных работ, сайт",
    };
    lack.tell(found, &lacking, all(lacking.len(), indicators.len()));
}
