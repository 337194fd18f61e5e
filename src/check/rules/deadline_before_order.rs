//! Срок прошёл раньше, чем подписан приказ.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "назначьте срок после даты приказа или уберите то, что уже сделано";

pub const RULE: Rule = Rule {
    name: "deadline-before-order",
    level: Level::Warning,
    wants: &[],
    page: include_str!("deadline_before_order.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::BeforeOrder { .. }), false, HELP);
}
