//! A row of the passport that the standard wants and the passport lacks.

use super::super::passport::{ROWS, fills, filled};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "missing-passport-row",
    level: Level::Error,
    wants: &[
        "passport.name",
        "passport.basis",
        "passport.customer",
        "passport.developers",
        "passport.executors",
        "passport.goals",
        "passport.tasks",
        "passport.indicators",
        "passport.term",
        "passport.funding",
        "passport.mechanisms",
        "passport.results",
        "passport.control",
    ],
    page: include_str!("missing_passport_row.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(passport) = &subject.program.passport else { return };
    let (full, of) = filled(subject.program, subject.structure);
    for row in ROWS {
        if !fills(row, subject.program) {
            let message = format!("в паспорте нет строки «{}» (заполнено {full} из {of})", row.caption);
            found.wanted(subject.wants(row.thing), found.at(passport.place, message).help(row.help));
        }
    }
}
