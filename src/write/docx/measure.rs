//! How wide a text is in Times New Roman of 12 points, without asking for the font.
//!
//! The widths are close enough to see that a word fits into a column.

use crate::document::{Block, plain_text};

/// The room that a list marker takes in a cell, in twips.
const MARKER: usize = 340;

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
                let number = paragraph.number.as_ref().map_or(String::new(), |number| format!("{number} "));
                text(&format!("{number}{}", plain_text(&paragraph.inlines)))
            }
            Block::List(list) => {
                list.items.iter().map(|item| indented(self::blocks(item))).fold(Extent::default(), join)
            }
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
    let whole = twips(text);
    let longest_word = text.split([' ', '\t', '\n']).flat_map(parts).map(twips).max();
    Extent { longest_word: longest_word.unwrap_or(0), longest_line: whole, whole }
}

fn join(one: Extent, other: Extent) -> Extent {
    Extent {
        longest_word: one.longest_word.max(other.longest_word),
        longest_line: one.longest_line.max(other.longest_line),
        whole: one.whole + other.whole,
    }
}

fn indented(extent: Extent) -> Extent {
    Extent { longest_word: extent.longest_word + MARKER, longest_line: extent.longest_line + MARKER, ..extent }
}

/// The parts of a word: a line may end after a hyphen or a dash.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['-', '–', '—'])
}

/// The width of a text in twips: 12 points are 240 twips, the widths of characters are thousandths of them.
fn twips(text: &str) -> usize {
    text.chars().map(thousandths).sum::<usize>() * 240 / 1000
}

fn thousandths(character: char) -> usize {
    match character {
        '.' | ',' | ' ' | '\u{a0}' | '|' => 250,
        'i' | 'j' | 'l' | 't' | ':' | ';' | '/' | '\\' | 'і' | 'ї' => 278,
        'f' | 'r' | 's' | 'I' | '(' | ')' | '[' | ']' | '-' | '\u{2011}' | '!' => 333,
        'г' | 'т' | 'э' | 'з' | 'а' | 'е' | 'ё' | 'с' | 'я' | 'ь' => 450,
        'a'..='e' | 'g' | 'h' | 'k' | 'n'..='q' | 'u' | 'v' | 'x'..='z' | '0'..='9' | '«' | '»' | '–' | '"' => 500,
        'м' | 'ж' | 'ф' | 'ы' => 690,
        'ш' | 'щ' | 'ю' | 'm' | 'w' | '%' => 780,
        'а'..='я' => 530,
        'Ж' | 'М' | 'Ы' | 'M' | 'W' | 'Ф' | '№' => 930,
        'Ш' | 'Щ' | 'Ю' | '—' | '…' | '@' => 1020,
        'А'..='Я' | 'Ё' | 'A'..='Z' => 700,
        _ => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_word_is_measured_within_a_tenth_of_its_true_width() {
        // 102.7 pt in Times New Roman of 12 points.
        let width = text("Ответственные").longest_word;
        assert!((1500..1800).contains(&width), "{width}");
    }

    #[test]
    fn a_word_may_be_divided_after_a_hyphen_but_not_at_a_firm_space() {
        assert_eq!(text("учебно-методический").longest_word, text("методический").longest_word);
        assert_eq!(text("10\u{a0}000").longest_word, text("10\u{a0}000").whole);
    }
}
