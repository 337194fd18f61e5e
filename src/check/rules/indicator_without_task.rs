//! An indicator that measures no task.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{called, measured, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Degree;

pub const RULE: Rule = Rule {
    name: "indicator-without-task",
    level: Level::Warning,
    wants: &["indicator.task"],
    page: include_str!("indicator_without_task.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let indicators = measured(subject);
    let lacking: Vec<_> = indicators
        .iter()
        .filter(|own| own.task.is_none())
        .map(|own| (spot(own.indicator), called(own)))
        .collect();
    let every = lacking.len() == indicators.len();
    // That no task has an indicator is the same, seen from the tasks.
    let told = every && subject.wants("task.indicator") != Degree::Optional;
    if told || subject.program.all_tasks().next().is_none() {
        return;
    }
    let lack = Lack {
        degree: subject.wants("indicator.task"),
        one: "у показателя {} не указана задача",
        all: format!("ни у одного показателя из {} не указана задача", indicators.len()),
        help: "добавьте показателю «задача» – ид или номер задачи, которую он измеряет",
    };
    lack.tell(found, &lacking, all(lacking.len(), indicators.len()));
}
