//! A goal to which no task leads.

use super::super::text::fold::brief;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "goal-without-task",
    level: Level::Error,
    wants: &["goal.task"],
    page: include_str!("goal_without_task.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let program = subject.program;
    // Tasks of the whole program lead to every goal; a program without any is told so by another rule.
    if !program.tasks.is_empty() || program.all_tasks().next().is_none() {
        return;
    }
    for goal in program.goals.iter().filter(|goal| goal.tasks.is_empty()) {
        let message = format!("у цели «{}» нет задач", brief(&goal.text.value));
        let finding = found.at(goal.text.place, message).help("допишите под целью «задачи» списком");
        found.wanted(subject.wants("goal.task"), finding);
    }
}
