//! The days of what repeats.

use super::Occurrence;
use super::phrase::{Every, Part, Unit, Year};
use super::pieces::{SCHOOL_QUARTERS, TRIMESTERS};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// More repetitions than this are not listed: a day of thirty years.
const MOST: usize = 11_000;

/// The days between which something repeats; each may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    /// What is over before this day does not count.
    pub(super) order: Option<Date>,
}

impl Window {
    /// The occurrences of a part of the year: they begin in the window, the last may be cut by its end.
    pub(super) fn yearly(&self, part: Part) -> Vec<Occurrence> {
        let (Some(from), Some(to)) = (self.from, self.to) else { return Vec::new() };
        self.years(part, from.year(), to.year()).filter(|found| found.start >= from).collect()
    }

    /// The same for days up to a day: the first is cut by the start of the window.
    pub(super) fn yearly_until(&self, part: Part) -> Vec<Occurrence> {
        let (Some(from), Some(to)) = (self.from, self.to) else { return Vec::new() };
        (from.year() - 1..=to.year())
            .filter_map(|first| part.within(Year { first, school: false }))
            .filter(|found| found.end >= self.order.map_or(from, |order| order.max(from)) && found.end <= to)
            .map(|found| Occurrence { start: found.start.max(from), ..found })
            .collect()
    }

    /// The first occurrence, and whether it is the only one.
    pub(super) fn first(&self, part: Part, until: bool) -> Option<(Occurrence, bool)> {
        let within = |found: &Occurrence| until || self.from.is_none_or(|from| found.start >= from);
        let start = self.order.or(self.from).map(Date::year)?;
        let first = self.from.map_or(start, |from| from.year().max(start));
        let last = self.to.map_or(first + 2, Date::year);
        let mut found = self
            .years(part, first - 1, last)
            .filter(within)
            .filter(|found| self.from.or(self.order).is_none_or(|from| found.end >= from));
        let one = found.next()?;
        Some((one, self.to.is_some() && found.next().is_none()))
    }

    fn years(&self, part: Part, first: i16, last: i16) -> impl Iterator<Item = Occurrence> {
        let Self { to, order, .. } = *self;
        (first..=last)
            .filter_map(move |first| part.within(Year { first, school: false }))
            .filter(move |found| to.is_none_or(|to| found.start <= to))
            .filter(move |found| order.is_none_or(|order| found.end >= order))
            .map(move |found| Occurrence { end: to.map_or(found.end, |to| found.end.min(to)), ..found })
    }

    /// The units of time in the window, cut by its ends.
    pub(super) fn slices(&self, every: Every, school: bool) -> Vec<Occurrence> {
        let (Some(from), Some(to)) = (self.from, self.to) else { return Vec::new() };
        let unit = if every.unit == Unit::Year && school { Unit::SchoolYear } else { every.unit };
        let cut = |start: Date, end: Date| Occurrence { start: start.max(from), end: end.min(to) };
        let within = |found: &(Date, Date)| found.1 >= from && found.0 <= to;
        if let Some(step) = step(unit, every) {
            let starts = first(unit, from)
                .into_iter()
                .flat_map(|start| std::iter::successors(Some(start), move |start| start.checked_add(step).ok()));
            return starts
                .take_while(|start| *start <= to)
                .map(|start| (start, start.checked_add(step).and_then(Date::yesterday).unwrap_or(Date::MAX)))
                .filter(within)
                .map(|(start, end)| cut(start, end))
                .take(MOST)
                .collect();
        }
        let table: &[(i8, i8)] = if unit == Unit::Trimester { &TRIMESTERS } else { &SCHOOL_QUARTERS };
        (from.year() - 1..=to.year())
            .flat_map(|first| {
                table.iter().filter_map(move |part| Part::months(part.0, part.1).within(Year { first, school: true }))
            })
            .map(|found| (found.start, found.end))
            .filter(within)
            .map(|(start, end)| cut(start, end))
            .take(MOST)
            .collect()
    }
}

/// How long one repetition takes; None for the quarters and thirds of a school year, which are not of one length.
fn step(unit: Unit, every: Every) -> Option<Span> {
    let steps = i64::from(every.step);
    let months = match unit {
        Unit::Day => return Some(steps.days()),
        Unit::Week | Unit::TenDays => return Some((steps * 7).days()),
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Half | Unit::HalfOf => 6,
        Unit::Year | Unit::SchoolYear => 12,
        Unit::SchoolQuarter | Unit::Trimester => return None,
    };
    let (months, times) = (months * steps, i64::from(every.times));
    Some(if months % times == 0 { (months / times).months() } else { months.months() })
}

/// The first day of the unit in which a day lies.
fn first(unit: Unit, day: Date) -> Option<Date> {
    let of = |month: i8| Date::new(day.year(), month, 1).ok();
    match unit {
        Unit::Day | Unit::Week | Unit::TenDays => Some(day),
        Unit::Month => of(day.month()),
        Unit::Quarter => of((day.month() - 1) / 3 * 3 + 1),
        Unit::Half | Unit::HalfOf => of((day.month() - 1) / 6 * 6 + 1),
        Unit::Year => of(1),
        Unit::SchoolYear => Date::new(day.year() - i16::from(day.month() < 9), 9, 1).ok(),
        Unit::SchoolQuarter | Unit::Trimester => None,
    }
}
