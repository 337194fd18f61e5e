//! A measure that serves no task.

use super::super::tie::lack::Lack;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Degree;

pub const RULE: Rule = Rule {
    name: "measure-without-task",
    level: Level::Warning,
    wants: &["measure.task"],
    page: include_str!("measure_without_task.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let ties = subject.ties();
    let lacking = ties.untied(subject);
    // That no task has a measure is the same, seen from the tasks.
    let told = lacking.every && subject.wants("task.measure") != Degree::Optional;
    if told || ties.tasks.is_empty() {
        return;
    }
    let lack = Lack {
        degree: subject.wants("measure.task"),
        one: "у {} не указана задача",
        all: "ни у одного мероприятия не указана задача".to_owned(),
        help: "добавьте «задача» – ид или номер задачи, которую оно решает",
    };
    lack.tell(found, &lacking.told, lacking.all());
}
