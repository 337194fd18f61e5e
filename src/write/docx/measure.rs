//! How wide a text is in Times New Roman of 12 points, without asking for the font.
//!
//! The widths are those of the font, so that it is known whether a word fits into a column.

use super::metrics::thousandths;
use super::numbering::Room;
use crate::document::{Block, Inline, Paragraph, Style, plain_text};

/// How much room a text wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Its longest part that cannot be divided, in twips.
    pub(super) longest_word: usize,
    /// Its longest line, were no line divided, in twips.
    pub(super) longest_line: usize,
    /// All its lines one after another, in twips.
    pub(super) whole: usize,
}

/// The extent of the blocks of a cell.
pub(super) fn blocks(blocks: &[Block]) -> Extent {
    let mut extent = Extent::default();
    for block in blocks {
        let inner = match block {
            Block::Paragraph(paragraph) => {
                let (text, bold) = (plain_text(&paragraph.inlines), is_bold(paragraph));
                match &paragraph.number {
                    Some(number) => set(&format!("{number} {text}"), bold),
                    None => set(&text, bold),
                }
            }
            Block::List(list) => list
                .items
                .iter()
                .map(|item| indented(self::blocks(item), Room::in_cell(list, 12)))
                .fold(Extent::default(), join),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.map(|cell| self::blocks(&cell.blocks)).fold(Extent::default(), join)
            }
            Block::PageBreak => Extent::default(),
        };
        extent = join(extent, inner);
    }
    extent
}

/// The extent of a text.
pub(super) fn text(text: &str) -> Extent {
    set(text, false)
}

fn set(text: &str, bold: bool) -> Extent {
    let (mut whole, mut word, mut longest_word) = (0, 0, 0);
    for character in text.chars() {
        let width = thousandths(character, bold);
        whole += width;
        match character {
            ' ' | '\t' | '\n' => word = 0,
            _ => word += width,
        }
        longest_word = longest_word.max(word);
        // A line may end after a hyphen or a dash.
        if matches!(character, '-' | '–' | '—') {
            word = 0;
        }
    }
    Extent { longest_word: twips(longest_word), longest_line: twips(whole), whole: twips(whole) }
}

fn join(one: Extent, other: Extent) -> Extent {
    Extent {
        longest_word: one.longest_word.max(other.longest_word),
        longest_line: one.longest_line.max(other.longest_line),
        whole: one.whole + other.whole,
    }
}

fn indented(extent: Extent, room: Room) -> Extent {
    let marker = room.twips();
    Extent { longest_word: extent.longest_word + marker, longest_line: extent.longest_line + marker, ..extent }
}

/// Thousandths of the size in twips: 12 points are 240 twips.
fn twips(thousandths: usize) -> usize {
    (thousandths * 240).div_ceil(1000)
}

/// Whether a paragraph of a cell is bold, by its style or in part.
fn is_bold(paragraph: &Paragraph) -> bool {
    let emphasised = |inline: &Inline| matches!(inline, Inline::Text { emphasis, .. } if emphasis.bold);
    matches!(paragraph.style, Style::TableHead | Style::TableGroup | Style::Letterhead)
        || paragraph.inlines.iter().any(emphasised)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_word_is_measured_in_the_widths_of_its_font() {
        // 77.9 pt in Times New Roman of 12 points.
        let width = text("Ответственные").longest_word;
        assert!((1555..1565).contains(&width), "{width}");
    }

    #[test]
    fn a_word_may_be_divided_after_a_hyphen_but_not_at_a_firm_space() {
        assert_eq!(text("учебно-методический").longest_word, text("методический").longest_word);
        assert_eq!(text("10\u{a0}000").longest_word, text("10\u{a0}000").whole);
    }
}
