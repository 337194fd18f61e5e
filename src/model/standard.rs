//! The standard structure, what a municipality says of the check, and the exceptions.

use super::{Dated, Text};
use crate::diagnostic::Place;
use std::collections::BTreeMap;

/// What a program must have, and how bad the findings of each rule are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// The name a program chooses it by.
    pub name: Text,
    /// For which programs it is.
    pub about: Option<Text>,
    /// The name of the standard that says what this one does not.
    pub base: Option<Text>,
    /// How much each thing is wanted, by group and key of the table: `measure.deadline`.
    pub degrees: BTreeMap<String, Degree>,
    /// The wanted sections of the contents.
    pub sections: Vec<StandardSection>,
    /// Pairs of the name of a rule and the word for its level.
    pub levels: Vec<(Text, Text)>,
}

/// A section of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardSection {
    /// How it is called.
    pub name: Text,
    /// Beginnings of words, by any of which its heading is known; the name itself when empty.
    pub words: Vec<Text>,
    /// How much it is wanted.
    pub degree: Degree,
}

/// How much something is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// It may be missing.
    Optional,
    /// Missing, it is a warning.
    Recommended,
    /// Missing, it is an error.
    Required,
}

/// What a municipality says of the check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checking {
    /// The standard of programs that name none.
    pub standard: Option<Text>,
    /// Pairs of the name of a rule and the word for its level, nearest first.
    pub levels: Vec<(Text, Text)>,
}

/// A finding that is known and left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The name of the rule.
    pub rule: Text,
    /// Words of the marked text or of the message, or the name of a file; the whole program when absent.
    pub where_: Option<Text>,
    /// Why it is left.
    pub reason: Text,
    /// The last day on which it holds.
    pub until: Option<Dated>,
    /// Where it was written.
    pub place: Place,
}
