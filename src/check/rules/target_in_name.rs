//! A target written in the name of an indicator.

use super::super::indicator::measured::{called, measured};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::indicator::target::target;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "target-in-name",
    level: Level::Warning,
    wants: &[],
    page: include_str!("target_in_name.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        if let Some(name) = &own.indicator.name
            && let Some(words) = target(&name.value)
        {
            let message = format!("в наименовании показателя {} – его значение: «{words}»", called(own));
            let help = "оставьте в наименовании то, что измеряется, а число запишите в «значения»";
            found.push(found.at(name.place, message).help(help).quote(words));
        }
    }
}
