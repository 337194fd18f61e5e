//! Срок не понят.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
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
    found.doubts(subject, |doubt| matches!(doubt, Doubt::Unknown { .. }), false, HELP);
}
