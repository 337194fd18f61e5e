//! Срок мероприятия вне срока программы.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "поправьте срок мероприятия или срок программы в карточке";

pub const RULE: Rule = Rule {
    name: "deadline-outside-term",
    level: Level::Error,
    wants: &[],
    page: include_str!("deadline_outside_term.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::OutsideTerm { .. }), true, HELP);
}
