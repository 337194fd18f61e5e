//! Native blocks: what a template places by a directive because it is too big or too exact for Markdown.

mod contents;
mod funding;
mod indicators;
mod letterhead;
mod measures;
mod passport;
mod requisites;
mod roadmap;

pub(super) use contents::contents;
pub(super) use letterhead::{corner, fits_corner, letterhead};
pub(super) use passport::passport;
pub(super) use requisites::{acquaintance, requisites, signature, visa};

use crate::document::{Block, Cell, Inline, Paragraph, Row, RowKind, Style};

/// A cell of one paragraph.
fn cell(style: Style, inlines: Vec<Inline>) -> Cell {
    Cell::new(vec![Paragraph::new(style, inlines).into()])
}

/// The row of captions of a table.
fn head(captions: Vec<String>) -> Row {
    let caption = |caption: String| cell(Style::TableHead, vec![Inline::text(caption)]);
    Row { kind: RowKind::Head, cells: captions.into_iter().map(caption).collect() }
}

/// A row that names the rows after it, over all columns.
fn group(blocks: Vec<Block>, columns: usize) -> Row {
    Row { kind: RowKind::Group, cells: vec![Cell { columns, ..Cell::new(blocks) }] }
}
