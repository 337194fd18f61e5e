//! Dates, years, school years and the term of a program.

use crate::diagnostic::Place;
use jiff::civil::Date;

/// A date that is printed as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day.
    pub date: Date,
    /// What is printed: «02 августа 2021 года»; an ISO date is written out as «2 августа 2021 г.».
    pub text: String,
    /// Where it was written.
    pub place: Place,
}

/// A column of a table of values: a calendar year or a school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// The school year that begins in September of this year.
    SchoolYear(i16),
}

/// How long a program runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The days it spans; absent when what was written could not be understood, which was reported.
    pub span: Option<Span>,
    /// What is printed: «2021-2025 годы»; as written when it was not understood.
    pub text: String,
    /// Where it was written.
    pub place: Place,
}

/// The days of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// In what it was given.
    pub kind: TermKind,
}

/// In what a term is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// Calendar years, 1 January to 31 December.
    Years,
    /// School years, 1 September to 31 August.
    SchoolYears,
    /// Days.
    Dates,
}

impl Term {
    /// The years or school years of the term, in order; none when it was not understood.
    pub fn periods(&self) -> Vec<Period> {
        let Some(Span { from, to, kind }) = self.span else { return Vec::new() };
        match kind {
            TermKind::SchoolYears => (from.year()..to.year()).map(Period::SchoolYear).collect(),
            TermKind::Years | TermKind::Dates => (from.year()..=to.year()).map(Period::Year).collect(),
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::SchoolYear(year) => write!(f, "{year}-{}", year + 1),
        }
    }
}
