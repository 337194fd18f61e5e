//! A task that no measure serves.

use super::super::text::fold::brief;
use super::super::tie::lack::{Lack, all};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Degree;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "task-without-measure",
    level: Level::Error,
    wants: &["task.measure"],
    page: include_str!("task_without_measure.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let measures = subject.measures();
    if measures.is_empty() {
        return;
    }
    let ties = subject.ties();
    let known = ties.are_tasks(measures.iter().flat_map(|measure| &measure.tasks))
        && ties.are_indicators(measures.iter().flat_map(|measure| &measure.indicators));
    if !known {
        return;
    }
    let mut served: BTreeSet<usize> = measures.iter().flat_map(|measure| ties.tasks_of_measure(measure)).collect();
    for section in subject.program.roadmap.iter().flat_map(|roadmap| &roadmap.sections) {
        served.extend(ties.task_of_section(section));
        served.extend(section.stages.iter().filter_map(|stage| ties.task_of_stage(stage)));
    }
    let lacking: Vec<_> = ties
        .tasks
        .iter()
        .enumerate()
        .filter(|(index, _)| !served.contains(index))
        .map(|(_, task)| (task.text.place, format!("«{}»", brief(&task.text.value))))
        .collect();
    // A measure that names no task may serve this one.
    let certain = ties.untied(subject).told.is_empty();
    let wanted = subject.wants("task.measure");
    let lack = Lack {
        degree: if certain { wanted } else { wanted.min(Degree::Recommended) },
        one: "к задаче {} не отнесено ни одно мероприятие",
        all: format!("мероприятия не отнесены ни к одной из задач ({})", ties.tasks.len()),
        help: "укажите эту задачу у мероприятия, которое её решает: «задача: …», или добавьте мероприятие",
    };
    lack.tell(found, &lacking, all(lacking.len(), ties.tasks.len()));
}
