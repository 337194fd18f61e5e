//! A value in words where the other years have numbers, or that promises nothing.

use super::super::indicator::amount::Amount;
use super::super::text::fold::fold;
use super::super::indicator::measured::{called, measured};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::{Indicator, Text};

pub const RULE: Rule = Rule {
    name: "value-not-a-number",
    level: Level::Warning,
    wants: &[],
    page: include_str!("value_not_a_number.md"),
    check,
};

/// What says that there is no value.
const NONE: [&str; 11] = ["", "-", "–", "—", "х", "x", "н/д", "нет данных", "не измерялось", "не определено", "…"];

/// The beginnings of values that name a movement and no place where it ends.
const VAGUE: [&str; 10] =
    ["рост", "снижени", "увеличени", "уменьшени", "повышени", "улучшени", "положительн", "+", "↑", "↓"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        if let Some((value, others)) = odd(own.indicator) {
            let said = value.value.trim();
            let message = if others {
                format!("значение показателя {} – «{said}», а за другие годы – числа", called(own))
            } else {
                format!("значение показателя {} – «{said}»: не сказано, до какого числа", called(own))
            };
            found.push(found.at(value.place, message).help("запишите число, которого показатель должен достичь"));
        }
    }
}

/// The first value without a number that should have one, and whether others have numbers.
fn odd(indicator: &Indicator) -> Option<(&Text, bool)> {
    let told = indicator.values.iter().map(|value| &value.value).filter(|value| !NONE.contains(&fold(&value.value).as_str()));
    let numberless = |text: &&Text| !text.value.contains(|c: char| c.is_ascii_digit());
    let others = indicator.values.iter().any(|value| Amount::of(&value.value.value).is_some());
    let vague = |text: &Text| VAGUE.iter().any(|stem| fold(&text.value).starts_with(stem));
    told.filter(numberless).find(|text| others || vague(text)).map(|text| (text, others))
}
