//! What the tests of this module share.

use super::{Parsed, Piece, parse};
use crate::diagnostic::{Files, Origin};
use crate::document::Block;

/// A text and what was read from it.
pub(super) struct Read {
    files: Files,
    pub(super) parsed: Parsed,
}

/// Reads a text as a whole file.
pub(super) fn read(text: &str) -> Read {
    let mut files = Files::default();
    let file = files.add("a.md", text);
    let parsed = parse(text, &Origin::file(file, text.len()));
    Read { files, parsed }
}

impl Read {
    /// The blocks, without directives.
    pub(super) fn blocks(&self) -> Vec<&Block> {
        let block = |piece| match piece {
            &Piece::Block(ref block) => Some(block),
            Piece::Directive(_) => None,
        };
        self.parsed.pieces.iter().filter_map(block).collect()
    }

    /// Each finding as `name: the text it points at`.
    pub(super) fn findings(&self) -> Vec<String> {
        let show = |finding: &crate::diagnostic::Finding| {
            format!("{}: {}", finding.name, finding.place.map_or("", |place| self.files.text(place)))
        };
        self.parsed.findings.iter().map(show).collect()
    }
}
