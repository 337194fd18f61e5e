//! Values that fall where the indicator is to grow, or grow where it is to fall.

use super::super::indicator::amount::Amount;
use super::super::indicator::measured::{called, measured, series};
use super::super::indicator::naming::change;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::{Direction, Indicator, Text};

pub const RULE: Rule = Rule {
    name: "value-against-direction",
    level: Level::Warning,
    wants: &[],
    page: include_str!("value_against_direction.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject) {
        let Some(direction) = direction(own.indicator) else { continue };
        let Some((before, after)) = against(&series(own.indicator), direction) else { continue };
        let wanted = match direction {
            Direction::Up => "расти",
            Direction::Down => "снижаться",
            Direction::Level => "сохраняться",
        };
        let (was, is) = (before.value.trim(), after.value.trim());
        let message = format!("показатель {} должен {wanted}, а значения идут от {was} к {is}", called(own));
        let help = if own.indicator.direction.is_some() {
            "исправьте значение или «направление»"
        } else {
            "исправьте значения или назовите то, что меняется: «Доля …» вместо «Снижение доли …»; если значения \
             показывают само изменение, запишите «направление»"
        };
        found.push(found.at(after.place, message).help(help).also(before.place, "было"));
    }
}

/// Where an indicator is to go: as it says, or as its name begins.
fn direction(indicator: &Indicator) -> Option<Direction> {
    indicator.direction.or_else(|| change(&indicator.name.as_ref()?.value))
}

/// The first two neighbouring values that go the wrong way.
fn against<'a>(series: &[&'a Text], direction: Direction) -> Option<(&'a Text, &'a Text)> {
    let amounts: Vec<(&Text, f64)> =
        series.iter().filter_map(|text| Some((*text, Amount::of(&text.value)?.middle()))).collect();
    amounts.windows(2).find_map(|pair| {
        let [(before, was), (after, is)] = pair else { return None };
        let wrong = match direction {
            Direction::Up => is < was,
            Direction::Down => is > was,
            Direction::Level => is.total_cmp(was).is_ne(),
        };
        wrong.then_some((*before, *after))
    })
}
