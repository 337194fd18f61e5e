//! The indicators that measure something themselves: headings over others left out.

use super::super::subject::Subject;
use super::super::text::fold::{brief, fold};
use crate::diagnostic::Place;
use crate::model::{Indicator, Text};
use crate::resolve::NumberedIndicator;

/// The indicators that are rows with values; one with others under it and no value is their heading.
pub fn measured<'s, 'a>(subject: &'s Subject<'a>) -> Vec<&'s NumberedIndicator<'a>> {
    subject.indicators().iter().filter(|own| !is_heading(own.indicator)).collect()
}

/// Whether an indicator only holds others together.
pub fn is_heading(indicator: &Indicator) -> bool {
    !indicator.children.is_empty() && indicator.values.is_empty() && indicator.baseline.is_none()
}

/// How an indicator is called: «1.2», or by its name where it has no number.
pub fn called(own: &NumberedIndicator<'_>) -> String {
    match (&own.number, &own.indicator.name) {
        (Some(number), _) => number.clone(),
        (None, Some(name)) => format!("«{}»", brief(&name.value)),
        (None, None) => "без наименования".to_owned(),
    }
}

/// Where an indicator is pointed at: its name, where it has one.
pub fn spot(indicator: &Indicator) -> Place {
    indicator.name.as_ref().map_or(indicator.place, |name| name.place)
}

/// Whether nothing at all is said of an indicator but its name.
pub fn bare(own: &NumberedIndicator<'_>) -> bool {
    own.unit.is_none() && own.indicator.baseline.is_none() && own.indicator.values.is_empty()
}

/// All values of an indicator in the order of the years, the one before the program first.
pub fn series(indicator: &Indicator) -> Vec<&Text> {
    let mut values: Vec<_> = indicator.values.iter().collect();
    values.sort_by_key(|value| value.period);
    let values = values.into_iter().map(|value| &value.value);
    indicator.baseline.iter().map(|baseline| &baseline.value).chain(values).collect()
}

/// Whether an indicator is counted in per cent, by its unit.
pub fn in_percent(own: &NumberedIndicator<'_>) -> bool {
    let unit = own.unit.map(|unit| fold(&unit.value)).unwrap_or_default();
    let unit = unit.trim_start_matches("в ");
    unit.starts_with('%') || unit.starts_with("процент")
}
