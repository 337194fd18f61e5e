//! An indicator whose name tells of an activity and not of what is measured.

use super::super::text::fold::{brief, words};
use super::super::indicator::measured::{measured, spot};
use super::super::indicator::naming::{is_activity, is_measure};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "unmeasurable-name",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unmeasurable_name.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        let Some(name) = &own.indicator.name else { continue };
        // «Проведение семинаров, шт.» counts seminars; «Проведение семинаров, %» counts nothing.
        let unit = own.unit.map_or("", |unit| unit.value.as_str());
        let counted = !unit.trim().is_empty() && !unit.trim().starts_with('%');
        let told = counted || words(unit).iter().any(|word| is_measure(word));
        if is_activity(&name.value) && !told {
            let message = format!("показатель «{}» ничего не измеряет", brief(&name.value));
            let help = "назовите, что считается: «Доля …», «Количество …», «Средний балл …», «Наличие …»";
            found.push(found.at(spot(own.indicator), message).help(help));
        }
    }
}
