//! Срок по плану, который не назван.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "назовите документ: «по плану методического центра на 2021 год»";

pub const RULE: Rule = Rule {
    name: "unnamed-plan",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unnamed_plan.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::PlanNotNamed { .. }), false, HELP);
}
