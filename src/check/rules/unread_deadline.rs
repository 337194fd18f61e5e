//! Срок не понят.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::days::impossible;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "напишите, например, «Сентябрь 2021», «до 15.09.2021», «2021–2022 учебный год», «ежегодно, май»; как понят срок, показывает prikaz срок";

pub const RULE: Rule = Rule {
    name: "unread-deadline",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unread_deadline.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for due in &subject.dues {
        let phrase = &due.deadline.text.value;
        let Some(doubt) = due.reading.doubts.iter().find(|doubt| matches!(doubt, Doubt::Unknown { .. })) else { continue };
        // A day that does not exist is a finding of its own.
        if impossible(phrase).is_empty() {
            found.push(found.at(due.place(), doubt.sentence(phrase)).help(HELP).quote(due.words(doubt)));
        }
    }
}
