//! The clauses of a phrase with the term and the order: kind, days and doubts.

use super::phrase::{Bound, Every, Part, Piece, Stretch, Unit, Years};
use super::repeat::Window;
use super::said::Said;
use super::{Doubt, Kind, Occurrence, Reading, Setting};
use crate::model::TermKind;
use jiff::civil::Date;
use std::ops::Range;

/// The reading of what was said; the words that name an impossible day otherwise.
pub(super) fn judge(said: Said, setting: &Setting<'_>, phrase: &str) -> Result<Reading, Range<usize>> {
    let term = setting.term;
    let window = Window { from: term.map(|term| term.from), to: term.map(|term| term.to), order: setting.order };
    let school = term.is_some_and(|term| term.kind == TermKind::SchoolYears);
    let mut judge = Judge { said, setting, phrase, window, school, found: Vec::new(), lacking: Vec::new() };
    judge.read()
}

struct Judge<'a> {
    said: Said,
    setting: &'a Setting<'a>,
    phrase: &'a str,
    window: Window,
    school: bool,
    /// The days found so far.
    found: Vec<Occurrence>,
    lacking: Vec<Lacking>,
}

/// A time without a year.
struct Lacking {
    words: Range<usize>,
    /// The year taken.
    year: Option<i16>,
    /// Whether the term and the order leave no other.
    only: bool,
}

impl Judge<'_> {
    fn read(&mut self) -> Result<Reading, Range<usize>> {
        self.spread_years();
        self.narrow()?;
        let within = std::mem::take(&mut self.said.within);
        let yearly = self.yearly(&within);
        for stretch in &within {
            self.stretch(stretch, yearly)?;
        }
        if self.backwards() {
            return Ok(self.reading(Kind::Interval, None, None));
        }
        let until = self.said.until.clone();
        let end = match &until {
            Some((stretch, bound)) if !stretch.is_named() => self.until(stretch, *bound, yearly),
            Some(_) => self.window.to,
            None => None,
        };
        self.found.sort_by_key(|found| (found.start, found.end));
        self.found.dedup();
        Ok(self.conclude(&within, end, yearly))
    }

    /// «2021-2024 годы, октябрь»: years that stand apart are those of the parts without any.
    fn spread_years(&mut self) {
        let lacking = |stretch: &Stretch| stretch.first.years == Years::Unsaid;
        if !self.said.within.iter().any(lacking) {
            return;
        }
        let (years, mut parts): (Vec<_>, Vec<_>) = std::mem::take(&mut self.said.within)
            .into_iter()
            .partition(|stretch| stretch.is_named() && stretch.is_years());
        if let [years] = &years[..]
            && let Some(hull) = years.named().as_deref().and_then(<[Occurrence]>::first)
        {
            (self.window.from, self.window.to) = (Some(hull.start), Some(hull.end));
            let single = years.last.is_none();
            for part in parts.iter_mut().filter(|part| lacking(part)) {
                let each = Years::Each { school: false };
                part.first.years = if single { years.first.years.clone() } else { each };
            }
            self.compare(&[*hull], &years.words());
        } else {
            parts.extend(years);
        }
        self.said.within = parts;
    }

    /// «с 2021 года», «до 2023 года»: the days between which all else lies.
    fn narrow(&mut self) -> Result<(), Range<usize>> {
        if let Some(stretch) = self.said.from.clone() {
            let found = if stretch.is_named() {
                let found = stretch.named().ok_or(stretch.words())?;
                self.compare_start(&found, &stretch.words());
                found.first().map(|found| found.start)
            } else {
                self.first(&stretch, false).map(|found| found.start)
            };
            self.doubt_piece(&stretch.first);
            self.window.from = found.or(self.window.from);
        }
        let until = self.said.until.clone();
        if let Some((stretch, bound)) = until {
            self.doubt_piece(&stretch.first);
            if bound == Bound::UntilUnsure && !stretch.is_day() && !ends_a_year(&stretch) {
                let taken = "последний день входит в срок";
                self.said.doubts.push(Doubt::Ambiguous { words: self.said.words.clone(), taken });
            }
            if stretch.is_named() {
                let found = stretch.named().ok_or(stretch.words())?;
                let last = found.last().map(|found| if bound == Bound::UntilStart { found.start } else { found.end });
                if let Some(end) = last {
                    self.compare(&[Occurrence { start: end, end }], &stretch.words());
                }
                self.window.to = last.or(self.window.to);
            }
        }
        Ok(())
    }

    /// Whether the parts without a year are meant for every year.
    fn yearly(&mut self, within: &[Stretch]) -> bool {
        let every = self.said.every.is_some_and(|every| every.unit >= Unit::Year || !within.is_empty());
        let long = match self.setting.term {
            Some(term) => term.to.year() - term.from.year() > 1 || (term.to - term.from).get_days() > 366,
            None => true,
        };
        let all = within.iter().chain(&self.said.from).chain(self.said.until.as_ref().map(|(stretch, _)| stretch));
        let each = long && all.into_iter().any(|stretch| matches!(stretch.first.years, Years::Each { .. }));
        let measure = || self.setting.measure.is_some_and(super::repeats);
        let lacking = |stretch: &Stretch| stretch.first.years == Years::Unsaid;
        let by_measure = self.said.from.is_none()
            && (within.iter().any(lacking) || self.said.until.as_ref().is_some_and(|(stretch, _)| lacking(stretch)))
            && measure();
        if by_measure && !every && !each {
            self.said.doubts.push(Doubt::RepeatsByMeasure { words: self.said.words.clone() });
        }
        every || each || by_measure
    }

    /// The days of a time within the window.
    fn stretch(&mut self, stretch: &Stretch, yearly: bool) -> Result<(), Range<usize>> {
        self.doubt_piece(&stretch.first);
        if let Some(last) = &stretch.last {
            self.doubt_piece(last);
        }
        if stretch.backwards {
            self.said.doubts.push(Doubt::Backwards { words: stretch.words(), over_new_year: true });
        }
        if !stretch.is_named() {
            if yearly {
                self.found.extend(self.window.yearly(self.part(stretch)));
            } else {
                let first = self.first(stretch, false);
                self.found.extend(first);
            }
            return Ok(());
        }
        let Some(found) = stretch.named() else {
            if stretch.last.is_none() {
                return Err(stretch.words());
            }
            self.said.doubts.push(Doubt::Backwards { words: stretch.words(), over_new_year: false });
            return Ok(());
        };
        self.compare(&found, &stretch.words());
        if (self.said.then || yearly) && !stretch.is_years() && stretch.last.is_none() {
            let after = found.last().map(|last| last.start);
            let later = self.window.yearly(stretch.first.part);
            self.found.extend(later.into_iter().filter(|later| after.is_none_or(|after| later.start > after)));
        }
        self.found.extend(found);
        Ok(())
    }

    /// The part of the year; «в течение года» is a school year in a term of school years.
    fn part(&self, stretch: &Stretch) -> Part {
        let part = stretch.first.part;
        if self.school && part == Part::YEAR { Part::SCHOOL_YEAR } else { part }
    }

    /// The first time that the term and the order leave for a part without a year.
    fn first(&mut self, stretch: &Stretch, until: bool) -> Option<Occurrence> {
        let part = self.part(stretch);
        let found = self.window.first(part, until);
        if stretch.first.years == Years::Unsaid {
            let year = found.map(|(found, _)| found.start.year());
            let only = found.is_some_and(|(_, only)| only);
            self.lacking.push(Lacking { words: stretch.words(), year, only });
        }
        if found.is_none() && self.window.from.is_some() && self.window.to.is_some() {
            self.said.doubts.push(Doubt::NoOccurrence { words: stretch.words() });
        }
        found.map(|(found, _)| found)
    }

    /// The last day of «до 1 сентября», or all of them when it repeats.
    fn until(&mut self, stretch: &Stretch, bound: Bound, yearly: bool) -> Option<Date> {
        let part = stretch.first.part;
        let last = if bound == Bound::UntilStart { part.first } else { part.last };
        let school = matches!(stretch.first.years, Years::Each { school: true });
        if yearly {
            let first = if school && last != (9, 1) { (9, 1) } else { (1, 1) };
            self.found.extend(self.window.yearly_until(Part { first, last }));
            return None;
        }
        let day = Piece { part: Part { first: last, last }, ..stretch.first.clone() };
        let day = if last.1 == 31 { Piece { part: Part { first: (last.0, 1), last }, ..day } } else { day };
        self.first(&Stretch::of(day), true).map(|found| found.end)
    }

    fn backwards(&self) -> bool {
        let lost = |doubt: &Doubt| matches!(doubt, Doubt::Backwards { over_new_year: false, .. });
        self.said.doubts.iter().any(lost)
    }

    /// Whether named days lie outside the term or before the order.
    fn compare(&mut self, found: &[Occurrence], words: &Range<usize>) {
        let outside = |term: crate::model::Span| found.iter().any(|one| one.start < term.from || one.end > term.to);
        if self.setting.term.is_some_and(outside) {
            self.said.doubts.push(Doubt::OutsideTerm { words: words.clone() });
        }
        if self.setting.order.is_some_and(|order| found.iter().any(|found| found.end < order)) {
            self.said.doubts.push(Doubt::BeforeOrder { words: words.clone() });
        }
    }

    fn compare_start(&mut self, found: &[Occurrence], words: &Range<usize>) {
        let outside = |term: crate::model::Span| found.iter().any(|one| one.start < term.from || one.start > term.to);
        if self.setting.term.is_some_and(outside) {
            self.said.doubts.push(Doubt::OutsideTerm { words: words.clone() });
        }
    }

    fn doubt_piece(&mut self, piece: &Piece) {
        if let Some(taken) = piece.taken {
            self.said.doubts.push(Doubt::Ambiguous { words: piece.words.clone(), taken });
        }
    }

    /// Kind, first and last day.
    fn conclude(&mut self, within: &[Stretch], end: Option<Date>, yearly: bool) -> Reading {
        let Window { from, to, .. } = self.window;
        let bounds = self.said.from.is_some() || self.said.until.is_some();
        let every = self.said.every.or(self.said.day.map(|_| Every { unit: Unit::Month, step: 1, times: 1 }));
        let parts = !self.found.is_empty() || !within.is_empty();
        let ended = self.said.until.as_ref().is_none_or(|(until, _)| until.is_named());
        let generic = every.filter(|every| (!parts && ended) || every.unit < Unit::Year || self.years_alone(within));
        if let Some(every) = generic {
            self.window.to = end.or(self.window.to);
            return self.generic(every, parts);
        }
        let last = self.found.iter().map(|found| found.end).max();
        let first = self.found.first().map(|found| found.start);
        let repeats = yearly || self.said.then && self.said.every.is_some() || self.found.len() > 1;
        if repeats && self.found.is_empty() && self.setting.term.is_some() {
            self.said.doubts.push(Doubt::NoOccurrence { words: self.said.words.clone() });
        }
        if repeats {
            return self.reading(Kind::Recurring, first, last);
        }
        if parts && !bounds {
            let kind = match within {
                [one] if one.is_day() => Kind::Point,
                _ if self.said.then => Kind::Open,
                _ => Kind::Interval,
            };
            let last = if kind == Kind::Open { to.or(last) } else { last };
            return self.reading(kind, first, last);
        }
        let until = self.said.until.as_ref();
        let point = until.is_some_and(|(until, bound)| until.is_day() || *bound == Bound::UntilStart);
        match (&self.said.from, until) {
            (Some(_), None) => {
                let start = first.into_iter().chain(from).min();
                self.reading(Kind::Open, start, to)
            }
            (None, None) => self.reading(Kind::Interval, from, to),
            (from_said, Some(_)) => {
                let interval = from_said.is_some() || parts;
                let start = if parts { first } else { from };
                let kind = if point && !interval { Kind::Point } else { Kind::Interval };
                self.span(kind, start, end)
            }
        }
    }

    /// A time whose start may lie behind its end.
    fn span(&mut self, kind: Kind, start: Option<Date>, end: Option<Date>) -> Reading {
        let backwards = start.zip(end).is_some_and(|(start, end)| start > end);
        if backwards && self.said.from.is_some() {
            self.said.doubts.push(Doubt::Backwards { words: self.said.words.clone(), over_new_year: false });
            return self.reading(kind, None, None);
        }
        self.reading(kind, start.filter(|_| !backwards), end)
    }

    /// Whether nothing but whole years is named: «ежегодно 2021-2024 годы».
    fn years_alone(&self, within: &[Stretch]) -> bool {
        !self.said.then && within.iter().all(|one| one.is_named() && one.is_years()) && !within.is_empty()
    }

    /// A repetition by a unit of time, within named times or the whole window.
    fn generic(&mut self, every: Every, parts: bool) -> Reading {
        let whole = self.said.then || !parts;
        let mut windows: Vec<Window> = Vec::new();
        if parts {
            let of = |found: &Occurrence| Window { from: Some(found.start), to: Some(found.end), order: None };
            windows.extend(self.found.iter().map(of));
        }
        let first = self.found.first().map(|found| found.start);
        let last = self.found.iter().map(|found| found.end).max();
        if self.said.then {
            let from = last.and_then(|last| last.tomorrow().ok());
            let mut found = std::mem::take(&mut self.found);
            found.extend(Window { from: from.or(self.window.from), ..self.window }.slices(every, self.school));
            self.found = found;
        } else if whole {
            self.found = self.window.slices(every, self.school);
        } else {
            self.found = windows.iter().flat_map(|window| window.slices(every, self.school)).collect();
        }
        if let Some((day, until)) = self.said.day {
            self.found = self.found.iter().filter_map(|found| month_day(*found, day, until)).collect();
        }
        let named = self.said.from.is_some() || self.said.until.is_some() || parts || self.said.day.is_some();
        if every.unit >= Unit::Year && !named && !self.said.external && !self.said.open {
            self.said.doubts.push(Doubt::Vague { words: self.said.words.clone() });
        }
        let (start, end) = if whole { (first.or(self.window.from), self.window.to) } else { (first, last) };
        self.span(Kind::Recurring, start, end)
    }

    /// The reading with its doubts.
    fn reading(&mut self, kind: Kind, start: Option<Date>, end: Option<Date>) -> Reading {
        let kind = if self.said.external {
            Kind::External
        } else if self.said.open {
            Kind::Open
        } else {
            kind
        };
        self.doubt_years();
        // «С 2020 года» of a program that ends before: the term cannot give the last day.
        let end = end.filter(|end| start.is_none_or(|start| start <= *end));
        let doubts = std::mem::take(&mut self.said.doubts);
        // Times that overlap («2021, 2021-2024 годы») give the same repetition twice.
        self.found.sort_by_key(|found| (found.start, found.end));
        self.found.dedup();
        let repeats = kind == Kind::Recurring || self.found.len() > 1;
        let occurrences = if repeats { std::mem::take(&mut self.found) } else { Vec::new() };
        Reading { kind, start, end, occurrences, doubts }
    }

    /// The missing years, with the whole phrase completed when each is the only one possible.
    fn doubt_years(&mut self) {
        let mut lacking = std::mem::take(&mut self.lacking);
        // Times may overlap; a year is put after each of their ends, the last first.
        lacking.sort_by_key(|lacking| lacking.words.end);
        lacking.dedup_by_key(|lacking| lacking.words.end);
        let Some(last) = lacking.last() else { return };
        let start = lacking.iter().map(|lacking| lacking.words.start).min().unwrap_or(last.words.start);
        let words = start..last.words.end;
        let years: Option<Vec<i16>> = lacking.iter().map(|lacking| lacking.year.filter(|_| lacking.only)).collect();
        let suggestion = years.as_ref().map(|years| {
            let mut text = self.phrase.to_owned();
            for (Lacking { words, .. }, year) in lacking.iter().zip(years).rev() {
                let rest = text.split_off(words.end);
                // The full stop of «г.» is the one that stood there; after another sign words may be missing.
                let kept = rest.trim_start().strip_prefix('.').unwrap_or(&rest).trim_end();
                text = format!("{text} {year} г.{kept}");
            }
            text
        });
        let year = years.and_then(|years| years.first().copied());
        self.said.doubts.push(Doubt::NoYear { words, year, suggestion });
        for Lacking { words, year, only } in lacking {
            if let Some(year) = year.filter(|_| !only) {
                self.said.doubts.push(Doubt::YearTaken { words, year });
            }
        }
    }
}

/// Whether a time ends with a year that is not named: «до конца года».
fn ends_a_year(stretch: &Stretch) -> bool {
    matches!(stretch.first.years, Years::Each { .. }) && stretch.first.part.is_year()
}

/// The day of a month in the first month of some days, or the days up to it.
fn month_day(found: Occurrence, day: i8, until: bool) -> Option<Occurrence> {
    let month = found.start.first_of_month();
    let end = Date::new(month.year(), month.month(), day.min(month.days_in_month())).ok()?;
    let start = if until { found.start } else { end };
    (start <= end && end <= found.end).then_some(Occurrence { start, end })
}
