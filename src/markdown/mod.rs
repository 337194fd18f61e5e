//! Reads Markdown into document blocks with places: users' prose and rendered templates alike.
//!
//! The only user of `pulldown_cmark`. What official papers need beyond `CommonMark`:
//!
//! - a table cell that holds `<` alone merges to the left, `^` alone merges upwards;
//! - `<br>` begins a new line in a paragraph, a new paragraph or list item in a cell;
//! - `[[ид]]` is a reference to a numbered thing;
//! - `<!-- стиль: … -->` names the style of the next block, `<!-- таблица: … -->` lays out the next table;
//! - any other `<!-- имя: ключ=значение -->` is handed to the caller, `<!-- # … -->` is a note.
//!
//! What Markdown would do in silence against the writer's wish is a finding.

mod block;
mod bounds;
mod cell;
mod directive;
mod escape;
mod inline;
mod items;
mod lint;
mod merge;
mod pasted;
mod plain;
mod reader;
mod table;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use escape::escape;

use crate::diagnostic::{Finding, Findings, Origin, Place};
use crate::document::Block;

/// What a Markdown text holds, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A block of the document.
    Block(Block),
    /// A directive for the caller.
    Directive(Directive),
}

/// A comment `<!-- имя: ключ=значение -->` at the top level of a text, for the caller to obey or refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// The words before the colon.
    pub name: String,
    /// All that stands after the colon, trimmed.
    pub argument: Option<String>,
    /// The words `key=value` of the argument in their order, without quotation marks.
    pub options: Vec<(String, String)>,
    /// Where the comment was written.
    pub place: Place,
}

/// A Markdown text as blocks, and what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// Blocks and directives in order.
    pub pieces: Vec<Piece>,
    /// What is wrong with the text.
    pub findings: Findings,
}

/// The finding of a comment that is no directive and so is not printed.
pub fn hidden_comment(place: Place) -> Finding {
    lint::hidden_comment(place)
}

/// The finding of a text that is brackets more than words.
pub fn too_many_brackets(place: Place) -> Finding {
    lint::too_many_brackets(place)
}

/// Reads a Markdown text; never fails, what it cannot print becomes a finding.
pub fn parse(text: &str, origin: &Origin) -> Parsed {
    if let Some(finding) = bounds::refused(text, origin) {
        let mut findings = Findings::default();
        findings.push(finding);
        return Parsed { pieces: Vec::new(), findings };
    }
    plain::read(text, origin).unwrap_or_else(|| reader::Reader::new(text, origin).read())
}
