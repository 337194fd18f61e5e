//! Goals, tasks and expected results.

use super::{Id, Link, Text};
use crate::diagnostic::Place;

/// A goal of the program with the tasks that lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// The goal.
    pub text: Text,
    /// Wordings that differ in some places.
    pub wordings: Wordings,
    /// The tasks of the goal.
    pub tasks: Vec<Task>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// The task.
    pub text: Text,
    /// Wordings that differ in some places.
    pub wordings: Wordings,
}

/// An expected result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedResult {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// The result.
    pub text: Text,
    /// Wordings that differ in some places.
    pub wordings: Wordings,
    /// What is listed under it.
    pub list: Vec<Text>,
    /// The task it belongs to.
    pub task: Option<Link>,
    /// The indicator that shows it.
    pub indicator: Option<Link>,
}

/// Own wordings of one fact for places where the real paper words it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wordings {
    /// In the passport.
    pub passport: Option<Text>,
    /// In the text of the program.
    pub section: Option<Text>,
    /// In the table of indicators.
    pub indicators: Option<Text>,
    /// In the roadmap.
    pub roadmap: Option<Text>,
    /// Where they stand.
    pub place: Option<Place>,
}
