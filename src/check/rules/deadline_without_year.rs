//! В сроке не назван год.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "допишите год; если дело повторяется, напишите «ежегодно, октябрь»";

pub const RULE: Rule = Rule {
    name: "deadline-without-year",
    level: Level::Warning,
    wants: &[],
    page: include_str!("deadline_without_year.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::NoYear { .. }), false, HELP);
}
