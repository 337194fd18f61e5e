//! Indicators and the layout of their table.

use super::{Id, Link, Period, Responsible, Text, Wordings};
use crate::diagnostic::Place;

/// An indicator, or a group of indicators with a heading or a unit in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// Its number as written; computed when absent.
    pub number: Option<Text>,
    /// The task it measures; a sub-indicator has that of its group.
    pub task: Option<Link>,
    /// Its name; a group of a task may go without.
    pub name: Option<Text>,
    /// Wordings that differ in some places.
    pub wordings: Wordings,
    /// The unit; sub-indicators without one have that of their group.
    pub unit: Option<Text>,
    /// Whether it is to grow or to fall.
    pub direction: Option<Direction>,
    /// The value before the program.
    pub baseline: Option<Baseline>,
    /// The values by years or school years, in the order written.
    pub values: Vec<IndicatorValue>,
    /// The expected result that it shows.
    pub result: Option<Text>,
    /// Who answers for it.
    pub responsible: Vec<Responsible>,
    /// How and where the value is taken from.
    pub source: Option<Text>,
    /// Sub-indicators.
    pub children: Vec<Indicator>,
    /// Where it was written.
    pub place: Place,
}

/// Whether an indicator is to grow or to fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To grow.
    Up,
    /// To fall.
    Down,
    /// To stay.
    Level,
}

/// The value before the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The year or school year it was measured in.
    pub period: Option<Period>,
    /// The value as written.
    pub value: Text,
}

/// A value of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorValue {
    /// The year or school year.
    pub period: Period,
    /// Where the year was written.
    pub period_place: Place,
    /// The value as written: «55,0», «50%», «да», «не ниже 50%».
    pub value: Text,
}

/// How the table of indicators looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndicatorTable {
    /// The heading over the columns of years.
    pub years_heading: Option<Text>,
    /// The columns in order; a usual set when empty.
    pub columns: Vec<IndicatorColumn>,
    /// Captions that differ from the usual ones.
    pub captions: Vec<(IndicatorColumn, Text)>,
}

/// A column of the table of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorColumn {
    /// The number.
    Number,
    /// The name.
    Name,
    /// The unit.
    Unit,
    /// The value before the program.
    Baseline,
    /// One column for each year.
    Values,
    /// Who answers for it.
    Responsible,
    /// How and where the value is taken from.
    Source,
    /// The expected result.
    Result,
}
