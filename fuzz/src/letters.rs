//! The letters and digits of blocks: what no writer may lose or double.

use prikaz::document::{Block, Inline};

/// The tags that set off a part of a word in Markdown, where its own marks stay text.
const TAGS: [&str; 6] = ["<b>", "</b>", "<i>", "</i>", "<s>", "</s>"];

/// The letters of the text and, apart from them, those of its footnotes, which may stand elsewhere.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Of the text.
    pub text: String,
    /// Of its footnotes.
    pub notes: String,
}

impl Letters {
    /// The letters of blocks.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let mut letters = Self::default();
        for block in blocks {
            letters.block(block, false);
        }
        letters
    }

    fn block(&mut self, block: &Block, note: bool) {
        match block {
            Block::Paragraph(paragraph) => {
                if let Some(number) = &paragraph.number {
                    self.push(number, note);
                }
                paragraph.inlines.iter().for_each(|inline| self.inline(inline, note));
            }
            Block::List(list) => list.items.iter().flatten().for_each(|block| self.block(block, note)),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.blocks).for_each(|block| self.block(block, note));
            }
            Block::PageBreak => {}
        }
    }

    fn inline(&mut self, inline: &Inline, note: bool) {
        match inline {
            Inline::Text { text, .. } => self.push(text, note),
            Inline::Reference { id, .. } => self.push(id, note),
            Inline::Link { children, .. } => children.iter().for_each(|inline| self.inline(inline, note)),
            Inline::Footnote(blocks) => blocks.iter().for_each(|block| self.block(block, true)),
            Inline::Break | Inline::Tab | Inline::Image(_) => {}
        }
    }

    fn push(&mut self, text: &str, note: bool) {
        let to = if note { &mut self.notes } else { &mut self.text };
        let text = TAGS.iter().fold(text.to_owned(), |text, tag| text.replace(tag, ""));
        to.extend(text.chars().filter(|letter| letter.is_alphanumeric()));
    }
}
