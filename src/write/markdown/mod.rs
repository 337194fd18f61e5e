//! The paper as GitHub and GitLab show it: clean GFM that reads well as text and differs line by line.
//!
//! A paragraph is a line, a row of a table is a line, nothing is padded. What GFM cannot show is written as near
//! to it as it can: a merged cell leaves the places it covers empty, a table without lines becomes paragraphs, a
//! new page is a line across, a picture is its description.

mod block;
mod escape;
mod html;
mod inline;
mod table;

#[cfg(test)]
mod tests;

use crate::document::{Block, Document};

/// The text of the file; it ends with one new line.
pub fn write(document: &Document) -> String {
    let mut writer = Writer::default();
    let mut chunks: Vec<String> = Vec::new();
    for section in &document.sections {
        let blocks: Vec<_> = section.blocks.iter().collect();
        let part = writer.blocks(&blocks);
        if !chunks.is_empty() && !part.is_empty() {
            chunks.push(block::PAGE.to_owned());
        }
        chunks.extend(part);
    }
    chunks.dedup_by(|next, chunk| next == chunk && next == block::PAGE);
    chunks.extend(writer.footnotes());
    if chunks.first().is_some_and(|chunk| chunk == block::PAGE) {
        chunks.remove(0);
    }
    chunks.pop_if(|chunk| chunk == block::PAGE);
    let mut text = chunks.join("\n\n");
    text.push('\n');
    text
}

/// What is kept from block to block.
#[derive(Default)]
struct Writer<'d> {
    /// The footnotes in the order of their numbers, from 1.
    notes: Vec<&'d [Block]>,
}
