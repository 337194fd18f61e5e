//! The indicators with their numbers, tasks and units, groups before their members.

use super::task;
use crate::model::{Indicator, Link, Program, Text};
use std::collections::BTreeMap;

/// An indicator with what it has by its place among the others.
#[derive(Debug, Clone)]
pub struct NumberedIndicator<'a> {
    /// Its number: «1.2»; absent for a group of a task and for a row under an indicator.
    pub number: Option<String>,
    /// How deep it stands, from 1.
    pub level: usize,
    /// The task, its own or that of its group.
    pub task: Option<&'a Link>,
    /// The unit, its own or that of its group.
    pub unit: Option<&'a Text>,
    /// The indicator.
    pub indicator: &'a Indicator,
}

impl NumberedIndicator<'_> {
    /// Whether it only holds others together: a group with a task or a unit and no name of its own.
    pub fn is_group(&self) -> bool {
        !self.indicator.children.is_empty() && self.indicator.name.is_none()
    }
}

/// All indicators in order.
pub fn indicators(program: &Program) -> Vec<NumberedIndicator<'_>> {
    let mut numbered = Vec::new();
    let mut counters = BTreeMap::new();
    for indicator in &program.indicators {
        push(program, indicator, None, 1, &mut counters, &mut numbered);
    }
    numbered
}

fn push<'a>(
    program: &'a Program,
    indicator: &'a Indicator,
    parent: Option<&NumberedIndicator<'a>>,
    level: usize,
    counters: &mut BTreeMap<String, usize>,
    numbered: &mut Vec<NumberedIndicator<'a>>,
) {
    let task_link = indicator.task.as_ref().or(parent.and_then(|parent| parent.task));
    let group = !indicator.children.is_empty() && indicator.name.is_none();
    let row_of_indicator = parent.is_some_and(|parent| !parent.is_group());
    let number = match &indicator.number {
        Some(number) => Some(number.value.clone()),
        None if group || row_of_indicator => None,
        None => {
            let task = task_link.and_then(|link| task(program, &link.written)).map(|(number, _)| number.to_string());
            Some(next(task.unwrap_or_default(), counters))
        }
    };
    let unit = indicator.unit.as_ref().or(parent.and_then(|parent| parent.unit));
    let own = NumberedIndicator { number, level, task: task_link, unit, indicator };
    numbered.push(own.clone());
    for child in &indicator.children {
        push(program, child, Some(&own), level + 1, counters, numbered);
    }
}

/// The next number under a task («2.3»), or among the indicators without one («3»).
fn next(task: String, counters: &mut BTreeMap<String, usize>) -> String {
    let prefix = if task.is_empty() { String::new() } else { format!("{task}.") };
    let count = counters.entry(task).or_default();
    *count += 1;
    format!("{prefix}{count}")
}
