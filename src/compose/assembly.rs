//! A paper under construction: blocks gathered into sections of pages.

use crate::document::{Block, Inline, Orientation, Paragraph, Section, Style};

/// The sections of a paper, in the making.
pub(super) struct Assembly {
    sections: Vec<Section>,
}

impl Assembly {
    /// An empty paper that begins upright.
    pub(super) fn new() -> Self {
        Self { sections: vec![Section { orientation: Orientation::Portrait, blocks: Vec::new() }] }
    }

    /// Adds a block; a point's number written in its text becomes its number.
    pub(super) fn push(&mut self, block: Block) {
        self.current().blocks.push(match block {
            Block::Paragraph(paragraph) => Block::Paragraph(lift_number(paragraph)),
            Block::List(_) | Block::Table(_) | Block::PageBreak => block,
        });
    }

    /// Adds blocks.
    pub(super) fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        blocks.into_iter().for_each(|block| self.push(block));
    }

    /// The pages from here on lie so; another orientation begins a new page.
    pub(super) fn orientation(&mut self, orientation: Orientation) {
        let current = self.current();
        if current.blocks.is_empty() {
            current.orientation = orientation;
        } else if current.orientation != orientation {
            trim_break(current);
            self.sections.push(Section { orientation, blocks: Vec::new() });
        }
    }

    /// The next block begins a new page.
    pub(super) fn new_page(&mut self) {
        let current = self.current();
        if !matches!(current.blocks.last(), None | Some(Block::PageBreak)) {
            current.blocks.push(Block::PageBreak);
        }
    }

    /// A paper of its own begins here: on a new page that lies so.
    pub(super) fn new_paper(&mut self, orientation: Orientation) {
        self.new_page();
        self.orientation(orientation);
    }

    /// The finished sections; none is empty.
    pub(super) fn finish(mut self) -> Vec<Section> {
        self.sections.iter_mut().for_each(trim_break);
        self.sections.retain(|section| !section.blocks.is_empty());
        self.sections
    }

    fn current(&mut self) -> &mut Section {
        self.sections.last_mut().expect("a paper has at least one section")
    }
}

/// A section's end is a new page already.
fn trim_break(section: &mut Section) {
    while section.blocks.last() == Some(&Block::PageBreak) {
        section.blocks.pop();
    }
}

/// «1.2. Программу …» as written by a template: the number goes before the text.
fn lift_number(mut paragraph: Paragraph) -> Paragraph {
    if paragraph.number.is_some() || !matches!(paragraph.style, Style::Item | Style::Subitem) {
        return paragraph;
    }
    if let Some(Inline::Text { text, .. }) = paragraph.inlines.first_mut() {
        let length = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let (number, rest) = text.split_at(length);
        if number.starts_with(|c: char| c.is_ascii_digit()) && number.ends_with('.') {
            let number = number.to_string();
            *text = rest.trim_start().to_string();
            paragraph.number = Some(number);
        }
    }
    paragraph
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_an_empty_page() {
        let mut paper = Assembly::new();
        paper.new_page();
        paper.push(Paragraph::text(Style::Body, "а").into());
        paper.new_page();
        paper.new_page();
        paper.orientation(Orientation::Landscape);
        paper.push(Paragraph::text(Style::Body, "б").into());
        paper.new_page();
        let sections = paper.finish();
        assert_eq!(sections.len(), 2);
        assert!(sections.iter().all(|section| section.blocks.len() == 1));
    }

    #[test]
    fn the_number_of_a_point_is_lifted() {
        let lifted = lift_number(Paragraph::text(Style::Subitem, "1.2. Программу 2021"));
        assert_eq!(lifted.number.as_deref(), Some("1.2."));
        assert_eq!(lifted.inlines, vec![Inline::text("Программу 2021")]);
    }
}
