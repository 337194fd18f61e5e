//! Повторяющееся мероприятие ни разу не приходится на срок программы.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "поправьте срок мероприятия или срок программы в карточке";

pub const RULE: Rule = Rule {
    name: "no-occurrence",
    level: Level::Warning,
    wants: &[],
    page: include_str!("no_occurrence.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::NoOccurrence { .. }), true, HELP);
}
