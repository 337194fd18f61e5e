//! Срок кончается раньше, чем начинается.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "напишите начало раньше конца, с годом у каждого: «Октябрь 2020 – апрель 2021»";

pub const RULE: Rule = Rule {
    name: "backwards-deadline",
    level: Level::Warning,
    wants: &[],
    page: include_str!("backwards_deadline.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::Backwards { .. }), false, HELP);
}
