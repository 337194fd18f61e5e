//! Goals, tasks, expected results and their other wordings.

use super::context::Reader;
use super::fields::Fields;
use crate::model::{ExpectedResult, Goal, Task, Wordings};

/// Reads a goal with its tasks.
pub fn goal(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Goal {
    Goal {
        id: fields.id(reader, "id"),
        text: fields.required_text(reader, "text"),
        wordings: wordings(reader, fields),
        tasks: fields.records(reader, "tasks", task),
    }
}

/// Reads a task.
pub fn task(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Task {
    Task { id: fields.id(reader, "id"), text: fields.required_text(reader, "text"), wordings: wordings(reader, fields) }
}

/// Reads an expected result.
pub fn result(reader: &mut Reader<'_>, fields: &Fields<'_>) -> ExpectedResult {
    ExpectedResult {
        id: fields.id(reader, "id"),
        text: fields.required_text(reader, "text"),
        wordings: wordings(reader, fields),
        list: fields.texts(reader, "list"),
        task: fields.link(reader, "task"),
        indicator: fields.link(reader, "indicator"),
    }
}

/// Reads the other wordings of a thing.
pub fn wordings(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Wordings {
    let read = |reader: &mut Reader<'_>, fields: &Fields<'_>| Wordings {
        passport: fields.text(reader, "passport"),
        section: fields.text(reader, "section"),
        indicators: fields.text(reader, "indicators"),
        roadmap: fields.text(reader, "roadmap"),
        place: Some(fields.place),
    };
    fields.record(reader, "otherwise", read).unwrap_or_default()
}
