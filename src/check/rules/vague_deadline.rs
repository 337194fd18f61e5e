//! По сроку не проверить, сделано ли вовремя.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::Level;

const HELP: &str = "назовите месяц: «ежегодно, октябрь», или период: «сентябрь 2021 – май 2022»";

pub const RULE: Rule = Rule {
    name: "vague-deadline",
    level: Level::Note,
    wants: &[],
    page: include_str!("vague_deadline.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    found.doubts(subject, |doubt| matches!(doubt, Doubt::Vague { .. }), false, HELP);
}
