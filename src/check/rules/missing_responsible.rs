//! A measure or an indicator for which nobody answers.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{called, measured, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tie::undertaken::lacking;
use crate::diagnostic::{Level, Place};

pub const RULE: Rule = Rule {
    name: "missing-responsible",
    level: Level::Error,
    wants: &["measure.responsible", "indicator.responsible"],
    page: include_str!("missing_responsible.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let measures = lacking(subject, |_, _| false, |measure| !measure.responsible.is_empty());
    let lack = Lack {
        degree: subject.wants("measure.responsible"),
        one: "у {} нет ответственного",
        all: "ни у одного мероприятия нет ответственного".to_owned(),
        help: "добавьте «ответственные» – сторону из списка, школу или лицо",
    };
    lack.tell(found, &measures.told, measures.all());
    let indicators = measured(subject);
    let lacking: Vec<(Place, String)> = indicators
        .iter()
        .filter(|own| own.indicator.responsible.is_empty())
        .map(|own| (spot(own.indicator), called(own)))
        .collect();
    let lack = Lack {
        degree: subject.wants("indicator.responsible"),
        one: "у показателя {} нет ответственного",
        all: format!("ни у одного из показателей ({}) нет ответственного", indicators.len()),
        help: "добавьте показателю «ответственные»: кто отвечает за его значение",
    };
    lack.tell(found, &lacking, all(lacking.len(), indicators.len()));
}
