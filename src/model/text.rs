//! Text, prose, ids and references with their places.

use crate::diagnostic::Place;
use crate::document::Block;

/// Plain text of one paragraph; `[[ид]]` in it stands for a number and a line break for a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text as written.
    pub value: String,
    /// Where.
    pub place: Place,
}

/// Markdown, already as blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Where it was written: the field, or the whole file.
    pub place: Place,
}

/// The name of a thing, by which others refer to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    /// The name as written.
    pub value: String,
    /// Where.
    pub place: Place,
}

/// `[[ид]]` in a text: prints the number of what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id between the brackets.
    pub id: String,
    /// Where.
    pub place: Place,
}

/// A key's value that names another thing (a task, a party, a paper), tied to it by `resolve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What was written: an id, a number or a name.
    pub written: String,
    /// Where.
    pub place: Place,
}
