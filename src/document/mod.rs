//! The document tree: what `compose` and `markdown` build and `write` turns into bytes.
//!
//! Plain data. It knows places (so that prose can be checked) and the limits, and nothing else of ours: no program, no
//! order, no template, no DOCX.

mod address;
mod block;
mod inline;
mod look;
mod style;
mod table;

pub use address::Address;
pub use block::{Block, List, Marker, Paragraph, block_text};
pub use inline::{Emphasis, Image, Inline, plain_text};
pub use look::{Look, PageNumber};
pub use style::Style;
pub use table::{Align, Cell, Column, Row, RowKind, Table};

/// A whole paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The title that file managers and Word show.
    pub title: String,
    /// The body that issued it, for the author property.
    pub author: String,
    /// The look of its pages.
    pub look: Look,
    /// Its parts, each with a page layout of its own.
    pub sections: Vec<Section>,
}

/// A run of pages with one layout; each section begins on a new page.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// How the pages lie.
    pub orientation: Orientation,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// How an A4 page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Upright, 210 × 297 mm.
    Portrait,
    /// On its side, 297 × 210 mm.
    Landscape,
}
