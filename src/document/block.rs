//! What stands on a page.

use super::{Inline, Style, Table, plain_text};
use crate::diagnostic::Place;
use std::borrow::Cow;

/// A block of a section, of a table cell, of a list item or of a note.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph or a heading.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// The next block begins on a new page.
    PageBreak,
}

/// A paragraph of a named style.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The named style: everything about its look.
    pub style: Style,
    /// A number computed by us that stands before the text («1.2.», «Раздел 3.»), without the space after it.
    pub number: Option<String>,
    /// The text.
    pub inlines: Vec<Inline>,
    /// The language of the text, a BCP 47 tag; Russian when absent.
    pub language: Option<String>,
    /// Where it was written.
    pub place: Option<Place>,
}

/// A list; its items may hold paragraphs, tables and further lists.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// What stands before each item.
    pub marker: Marker,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A dash, as official papers have it.
    Dash,
    /// «1.», «2.» … from a first number.
    Period(u64),
    /// «1)», «2)» … from a first number.
    Parenthesis(u64),
}

impl Paragraph {
    /// A paragraph of plain inlines, not written at any place of the user's files.
    pub fn new(style: Style, inlines: Vec<Inline>) -> Self {
        Self { style, number: None, inlines, language: None, place: None }
    }

    /// A paragraph of one plain text.
    pub fn text(style: Style, text: impl Into<String>) -> Self {
        Self::new(style, vec![Inline::text(text)])
    }
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

/// All text of some blocks in one line.
pub fn block_text(blocks: &[Block]) -> Cow<'_, str> {
    if let [Block::Paragraph(paragraph)] = blocks {
        return plain_text(&paragraph.inlines);
    }
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(plain_text(&paragraph.inlines)),
            Block::List(list) => texts.extend(list.items.iter().map(|item| block_text(item))),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                texts.extend(cells.map(|cell| block_text(&cell.blocks)));
            }
            Block::PageBreak => {}
        }
    }
    Cow::Owned(texts.join(" "))
}
