//! В сроке не назван год.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;
use crate::model::Span;

const HELP: &str = "допишите год; если дело повторяется, напишите «ежегодно, октябрь»";

pub const RULE: Rule = Rule {
    name: "deadline-without-year",
    level: Level::Warning,
    wants: &[],
    page: include_str!("deadline_without_year.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    // In a program of one year nobody asks which October is meant.
    let one = |span: Span| (span.to - span.from).get_days() <= 366;
    if subject.program.term.as_ref().and_then(|term| term.span).is_some_and(one) {
        return;
    }
    found.doubts(subject, |doubt| matches!(doubt, Doubt::NoYear { .. }), false, HELP);
}
