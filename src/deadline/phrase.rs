//! What a phrase says, before the term and the order give it its years.

use super::Occurrence;
use jiff::civil::Date;
use std::ops::Range;

/// The month from which a month belongs to the first year of a school year.
const SEPTEMBER: i8 = 9;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Day,
    Week,
    /// Ten days of a month.
    TenDays,
    Month,
    SchoolQuarter,
    Trimester,
    Quarter,
    /// The half of a month or year.
    HalfOf,
    Half,
    Year,
    SchoolYear,
}

/// How often something repeats: so many times in so many units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Every {
    pub(super) unit: Unit,
    pub(super) step: i16,
    pub(super) times: i16,
}

/// A stretch of the year from a month and day to a month and day; it crosses New Year when the last is before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) first: (i8, i8),
    /// The day may lie behind the end of the month: then it is the last of the month.
    pub(super) last: (i8, i8),
}

/// A year, or the school year that begins in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) first: i16,
    pub(super) school: bool,
}

/// The years that stand with a part of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Years {
    /// None.
    Unsaid,
    /// «каждого года», «текущего учебного года».
    Each { school: bool },
    /// One or more.
    Named(Vec<Year>),
}

/// A part of the year and its years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) part: Part,
    pub(super) years: Years,
    pub(super) words: Range<usize>,
    /// What it was taken for, when it may be read otherwise.
    pub(super) taken: Option<&'static str>,
}

/// From a piece to another, or one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: Piece,
    /// The last piece when both have a year of their own.
    pub(super) last: Option<Piece>,
    /// Whether the months run backwards within the one year that is named.
    pub(super) backwards: bool,
}

/// Which side of the time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// «в», «в течение», nothing.
    Within,
    /// «с».
    From,
    /// «до конца», «не позднее», «по».
    Until,
    /// «до», «к»: whether the last part itself belongs to the time is not certain.
    UntilUnsure,
    /// «к началу».
    UntilStart,
}

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clause {
    /// Named times.
    Time { bound: Bound, stretches: Vec<Stretch>, words: Range<usize> },
    /// «до 5 числа»: a day of each month, or the days up to it.
    DayOfMonth { day: i8, until: bool },
    /// «ежегодно».
    Every { every: Every, words: Range<usize> },
    /// «далее»: what follows continues what stands before.
    Then,
    /// «весь период реализации программы».
    WholeTerm,
    /// «постоянно», «по мере необходимости».
    Open(Range<usize>),
    /// «по плану СОИРО».
    External { named: bool, words: Range<usize> },
    /// «после проведения ВПР».
    Event(Range<usize>),
    /// An explanation in brackets.
    Aside(Range<usize>),
}

impl Part {
    pub(super) const YEAR: Self = Self { first: (1, 1), last: (12, 31) };
    pub(super) const SCHOOL_YEAR: Self = Self { first: (SEPTEMBER, 1), last: (8, 31) };

    /// Whole months.
    pub(super) fn months(first: i8, last: i8) -> Self {
        Self { first: (first, 1), last: (last, 31) }
    }

    /// A day that some year has.
    pub(super) fn day(month: i8, day: i8) -> Option<Self> {
        let leap = 2020;
        Date::new(leap, month, day).ok().map(|_| Self { first: (month, day), last: (month, day) })
    }

    /// Whether it is a single day.
    pub(super) fn is_day(self) -> bool {
        self.first == self.last
    }

    /// Whether it is a whole year.
    pub(super) fn is_year(self) -> bool {
        self == Self::YEAR || self == Self::SCHOOL_YEAR
    }

    /// Whether New Year lies in it.
    pub(super) fn crosses(self) -> bool {
        self.last < self.first
    }

    /// Its days in a year; a year names the first day of what crosses New Year. None when there is no such day.
    pub(super) fn within(self, year: Year) -> Option<Occurrence> {
        let of = |month: i8| year.first.checked_add(i16::from(year.school && month < SEPTEMBER));
        let start = Date::new(of(self.first.0)?, self.first.0, self.first.1).ok()?;
        let last = |year: i16| {
            let month = Date::new(year, self.last.0, 1).ok()?;
            Date::new(year, self.last.0, self.last.1.min(month.days_in_month())).ok()
        };
        let year = of(self.last.0)?;
        let end = last(year).filter(|end| *end >= start).or_else(|| last(year.checked_add(1)?))?;
        Some(Occurrence { start, end })
    }
}

impl Stretch {
    /// A stretch of one piece.
    pub(super) fn of(piece: Piece) -> Self {
        Self { first: piece, last: None, backwards: false }
    }

    /// Whether all its years are named.
    pub(super) fn is_named(&self) -> bool {
        matches!(self.first.years, Years::Named(_))
    }

    /// Whether it consists of whole years.
    pub(super) fn is_years(&self) -> bool {
        self.first.part.is_year() && self.last.as_ref().is_none_or(|last| last.part.is_year())
    }

    /// Whether it is a single day.
    pub(super) fn is_day(&self) -> bool {
        self.first.part.is_day() && self.last.is_none()
    }

    /// The words of it.
    pub(super) fn words(&self) -> Range<usize> {
        self.first.words.start..self.last.as_ref().unwrap_or(&self.first).words.end.max(self.first.words.end)
    }

    /// Its days in the years that are named; None when a day does not exist or the end is before the start.
    pub(super) fn named(&self) -> Option<Vec<Occurrence>> {
        let Years::Named(years) = &self.first.years else { return None };
        match &self.last {
            None => years.iter().map(|year| self.first.part.within(*year)).collect(),
            Some(last) => {
                let Years::Named(ends) = &last.years else { return None };
                let start = self.first.part.within(*years.first()?)?.start;
                let end = last.part.within(*ends.last()?)?.end;
                (start <= end).then(|| vec![Occurrence { start, end }])
            }
        }
    }
}
