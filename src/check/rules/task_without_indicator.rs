//! A task that no indicator measures.

use super::super::text::fold::brief;
use super::super::tie::lack::{Lack, all};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "task-without-indicator",
    level: Level::Warning,
    wants: &["task.indicator"],
    page: include_str!("task_without_indicator.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let ties = subject.ties();
    if ties.indicators.is_empty() || !ties.are_tasks(ties.indicators.iter().filter_map(|own| own.task)) {
        return;
    }
    let measured: BTreeSet<usize> =
        (0..ties.indicators.len()).filter_map(|index| ties.task_of_indicator(index)).collect();
    let lacking: Vec<_> = ties
        .tasks
        .iter()
        .enumerate()
        .filter(|(index, _)| !measured.contains(index))
        .map(|(_, task)| (task.text.place, format!("«{}»", brief(&task.text.value))))
        .collect();
    let lack = Lack {
        degree: subject.wants("task.indicator"),
        one: "к задаче {} не отнесен ни один показатель",
        all: format!("показатели не отнесены ни к одной из задач ({})", ties.tasks.len()),
        help: "укажите эту задачу у показателя, который её измеряет: «задача: …», или добавьте показатель",
    };
    lack.tell(found, &lacking, all(lacking.len(), ties.tasks.len()));
}
