//! An indicator that says no name of its own and holds no others.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "indicator-without-name",
    level: Level::Error,
    wants: &[],
    page: include_str!("indicator_without_name.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in subject.indicators() {
        let named = own.indicator.name.as_ref().is_some_and(|name| !name.value.trim().is_empty());
        if !named && own.indicator.children.is_empty() {
            let finding = found.at(own.indicator.place, "у показателя нет наименования");
            found.push(finding.help("добавьте «наименование» – что измеряется: «Доля выпускников …»"));
        }
    }
}
