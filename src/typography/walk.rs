//! Every paragraph of a tree, wherever it stands; a paragraph is one text, whatever its emphasis.

use super::line::Line;
use super::plain::is_plain;
use crate::document::{Block, Inline, Table};

/// Mends the paragraphs of some blocks.
pub(super) fn blocks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => inlines(&mut paragraph.inlines),
            Block::List(list) => list.items.iter_mut().for_each(|item| self::blocks(item)),
            Block::Table(table) => cells(table),
            Block::PageBreak => {}
        }
    }
}

fn cells(table: &mut Table) {
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        blocks(&mut cell.blocks);
    }
}

fn inlines(inlines: &mut Vec<Inline>) {
    if let [Inline::Text { text, .. }] = inlines.as_slice()
        && is_plain(text)
    {
        return;
    }
    for inline in inlines.iter_mut() {
        notes(inline);
    }
    let mut line = Line::of(inlines);
    if line.mend() {
        line.put_back(inlines);
    }
}

/// Mends the notes, which are paragraphs of their own.
fn notes(inline: &mut Inline) {
    match inline {
        Inline::Footnote(note) => blocks(note),
        Inline::Link { children, .. } => children.iter_mut().for_each(notes),
        Inline::Text { .. } | Inline::Break | Inline::Tab | Inline::Image(_) | Inline::Reference { .. } => {}
    }
}
