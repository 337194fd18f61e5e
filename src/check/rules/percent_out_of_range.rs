//! A share below 0 or above 100 per cent.

use super::super::indicator::amount::Amount;
use super::super::indicator::measured::{called, in_percent, measured, series};
use super::super::indicator::naming::is_share;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "percent-out-of-range",
    level: Level::Error,
    wants: &[],
    page: include_str!("percent_out_of_range.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        // Growth and fulfilment may well exceed a hundred per cent, a share may not.
        if !own.indicator.name.as_ref().is_some_and(|name| is_share(&name.value)) {
            continue;
        }
        for value in series(own.indicator) {
            let percent = in_percent(own) || value.value.contains('%');
            let Some(amount) = Amount::of(&value.value).filter(|_| percent) else { continue };
            let wrong = if amount.high > 100.0 {
                "больше 100 %"
            } else if amount.low < 0.0 {
                "меньше нуля"
            } else {
                continue;
            };
            let message = format!("доля у показателя {} {wrong}: {}", called(own), value.value.trim());
            found.push(found.at(value.place, message).help("исправьте значение: доля – от 0 до 100 %"));
        }
    }
}
