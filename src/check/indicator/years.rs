//! The years of a term and the years of a table of values.

use crate::model::{Indicator, Period, Span, Term};
use jiff::civil::{Date, date};

/// The years that a table must have: those wholly within the term, school years for a table of school years.
pub fn wanted(term: &Term, indicator: &Indicator) -> Vec<Period> {
    let Some(Span { from, to, .. }) = term.span else { return Vec::new() };
    let schools = indicator.values.iter().any(|value| matches!(value.period, Period::SchoolYear(_)));
    let usual = term.periods().first().is_some_and(|period| matches!(period, Period::SchoolYear(_)));
    let school = if indicator.values.is_empty() { usual } else { schools };
    let years = from.year() - 1..=to.year();
    let periods = years.map(|year| if school { Period::SchoolYear(year) } else { Period::Year(year) });
    periods.filter(|period| from <= days(*period).0 && days(*period).1 <= to).collect()
}

/// Whether a year has a day in the term.
pub fn within(term: &Term, period: Period) -> bool {
    term.span.is_none_or(|span| days(period).0 <= span.to && span.from <= days(period).1)
}

/// The first and the last day of a year.
pub fn days(period: Period) -> (Date, Date) {
    match period {
        Period::Year(year) => (date(year, 1, 1), date(year, 12, 31)),
        Period::SchoolYear(year) => (date(year, 9, 1), date(year.saturating_add(1), 8, 31)),
    }
}

/// «2024 и 2025 годы», «2022-2023 учебный год».
pub fn listed(periods: &[Period]) -> String {
    let school = periods.iter().any(|period| matches!(period, Period::SchoolYear(_)));
    let year = match (school, periods.len()) {
        (false, 1) => "год",
        (false, _) => "годы",
        (true, 1) => "учебный год",
        (true, _) => "учебные годы",
    };
    let names: Vec<String> = periods.iter().map(Period::to_string).collect();
    let names = match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} и {last}", before.join(", ")),
        _ => names.concat(),
    };
    format!("{names} {year}")
}
