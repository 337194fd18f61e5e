//! A share that is counted in something else than per cent.

use super::super::text::fold::{fold, words};
use super::super::indicator::measured::{called, measured, series};
use super::super::indicator::naming::is_share;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Indicator;

pub const RULE: Rule = Rule {
    name: "share-without-percent",
    level: Level::Warning,
    wants: &[],
    page: include_str!("share_without_percent.md"),
    check,
};

/// The beginnings of words by which a unit of a share is known.
const UNITS: [&str; 5] = ["процент", "дол", "единиц", "коэффициент", "промилле"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        let (Some(name), Some(unit)) = (&own.indicator.name, own.unit) else { continue };
        let known = unit.value.contains(['%', '‰'])
            || words(&unit.value).iter().any(|word| UNITS.iter().any(|stem| word.starts_with(stem)))
            || matches!(fold(&unit.value).as_str(), "ед" | "п.п" | "пп" | "раз" | "раза")
            || in_values(own.indicator);
        if is_share(&name.value) && !known {
            let message = format!("показатель {} – доля, а единица – «{}»", called(own), unit.value.trim());
            let help = "запишите показателю «единица: \"%\"» или назовите его «Количество …»";
            found.push(found.at(name.place, message).help(help).also(unit.place, "единица"));
        }
    }
}

/// Whether the values say themselves that they are per cent.
fn in_values(indicator: &Indicator) -> bool {
    let numbers: Vec<_> = series(indicator).into_iter().filter(|value| value.value.contains(char::is_numeric)).collect();
    !numbers.is_empty() && numbers.iter().all(|value| value.value.contains('%'))
}
