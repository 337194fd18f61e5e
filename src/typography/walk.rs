//! Every paragraph of a tree, wherever it stands; a paragraph is one text, whatever its emphasis.

use super::line::{Line, mended};
use super::plain::is_plain;
use crate::document::{Block, Inline, Table};
use std::collections::BTreeMap;

/// What became of the texts of one run that were met so far: deadlines and names stand in many cells.
#[derive(Debug, Default)]
pub(super) struct Walk {
    known: BTreeMap<String, String>,
}

impl Walk {
    /// Mends the paragraphs of some blocks.
    pub(super) fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.inlines(&mut paragraph.inlines),
                Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Table(table) => self.cells(table),
                Block::PageBreak => {}
            }
        }
    }

    fn cells(&mut self, table: &mut Table) {
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            self.blocks(&mut cell.blocks);
        }
    }

    fn inlines(&mut self, inlines: &mut Vec<Inline>) {
        if let [Inline::Text { text, .. }] = inlines.as_mut_slice() {
            return self.text(text);
        }
        for inline in inlines.iter_mut() {
            self.notes(inline);
        }
        let mut line = Line::of(inlines);
        if line.mend() {
            line.put_back(inlines);
        }
    }

    fn text(&mut self, text: &mut String) {
        if is_plain(text) {
            return;
        }
        if let Some(mended) = self.known.get(text) {
            text.clone_from(mended);
        } else {
            let mended = mended(text);
            self.known.insert(std::mem::replace(text, mended.clone()), mended);
        }
    }

    /// Mends the notes, which are paragraphs of their own.
    fn notes(&mut self, inline: &mut Inline) {
        match inline {
            Inline::Footnote(note) => self.blocks(note),
            Inline::Link { children, .. } => children.iter_mut().for_each(|child| self.notes(child)),
            Inline::Text { .. } | Inline::Break | Inline::Tab | Inline::Image(_) | Inline::Reference { .. } => {}
        }
    }
}
