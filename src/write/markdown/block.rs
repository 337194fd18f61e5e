//! Blocks as chunks of lines; a blank line divides them.

use super::Writer;
use super::html;
use super::inline::{Line, Spot};
use crate::document::{Block, List, Marker, Paragraph, Style, Table};

/// What stands between pages.
pub(super) const PAGE: &str = "---";

/// How paragraphs of a style are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Bold,
    Heading(usize),
    Right,
    Center,
}

impl<'d> Writer<'d> {
    /// The chunks of some blocks.
    pub(super) fn blocks(&mut self, blocks: &[&'d Block]) -> Vec<String> {
        let mut flat = Vec::new();
        for block in blocks {
            flatten(block, &mut flat);
        }
        let mut chunks: Vec<String> = Vec::new();
        // The delimiter of the list that the last chunk is: a list of the same delimiter would join it.
        let mut before = None;
        let mut rest = flat.as_slice();
        while let Some((block, tail)) = rest.split_first() {
            rest = tail;
            match block {
                Block::Paragraph(first) if matches!(look(first.style), Look::Right | Look::Center) => {
                    let more = tail.iter().map_while(|block| same_look(block, first.style)).collect::<Vec<_>>();
                    rest = &tail[more.len()..];
                    let lines: Vec<_> = std::iter::once(first).chain(more).collect();
                    let align = if look(first.style) == Look::Right { "right" } else { "center" };
                    chunks.extend(html::paragraph(align, &lines));
                    before = None;
                }
                Block::Paragraph(paragraph) => {
                    let text = self.paragraph(paragraph);
                    if !text.is_empty() {
                        let heading = matches!(look(paragraph.style), Look::Heading(_));
                        before = paragraph.number.as_deref().filter(|_| !heading).and_then(delimiter);
                        chunks.push(text);
                    }
                }
                Block::List(list) => {
                    let (delimiter, text) = self.list(list, before);
                    before = Some(delimiter);
                    chunks.push(text);
                }
                Block::Table(table) => {
                    chunks.extend(self.table(table));
                    before = None;
                }
                Block::PageBreak => {
                    chunks.push(PAGE.to_owned());
                    before = None;
                }
            }
        }
        chunks
    }

    /// The footnotes, each with the notes that they refer to in turn.
    pub(super) fn footnotes(&mut self) -> Vec<String> {
        let mut chunks = Vec::new();
        while let Some(blocks) = self.notes.get(chunks.len()).copied() {
            let text = self.blocks(&blocks.iter().collect::<Vec<_>>()).join("\n\n");
            chunks.push(indent(&format!("[^{}]: ", chunks.len() + 1), 4, &text));
        }
        chunks
    }

    fn paragraph(&mut self, paragraph: &'d Paragraph) -> String {
        let (spot, prefix, bold) = match look(paragraph.style) {
            Look::Heading(level) => (Spot::Heading, format!("{} ", "#".repeat(level)), false),
            Look::Bold => (Spot::Paragraph, String::new(), true),
            Look::Plain | Look::Right | Look::Center => (Spot::Paragraph, String::new(), false),
        };
        let text = Line { writer: self, spot, bold }.write(&paragraph.inlines);
        match &paragraph.number {
            Some(number) => format!("{prefix}{number} {text}").trim_end_matches(' ').to_owned(),
            None if text.is_empty() => text,
            None => prefix + &text,
        }
    }

    fn list(&mut self, list: &'d List, before: Option<char>) -> (char, String) {
        let delimiter = match (list.marker, before) {
            (Marker::Dash, Some('-')) => '*',
            (Marker::Dash, _) => '-',
            (Marker::Period(_), Some('.')) | (Marker::Parenthesis(_), None | Some('-' | '*' | '.')) => ')',
            (Marker::Period(_) | Marker::Parenthesis(_), _) => '.',
        };
        let tight = list.items.iter().all(|item| is_tight(item));
        let gap = if tight { "\n" } else { "\n\n" };
        let mut items = Vec::with_capacity(list.items.len());
        for (past, item) in (0_u64..).zip(&list.items) {
            let mark = match list.marker {
                Marker::Dash => format!("{delimiter} "),
                Marker::Period(first) | Marker::Parenthesis(first) => {
                    format!("{}{delimiter} ", first.saturating_add(past))
                }
            };
            let text = self.blocks(&item.iter().collect::<Vec<_>>()).join(gap);
            items.push(indent(&mark, mark.len(), &text));
        }
        (delimiter, items.join(gap))
    }
}

/// Puts a mark before the first line and so many blanks before the others.
fn indent(mark: &str, blanks: usize, text: &str) -> String {
    let mut indented = String::from(mark);
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            indented.push('\n');
            if !line.is_empty() {
                indented.push_str(&" ".repeat(blanks));
            }
        }
        indented.push_str(line);
    }
    indented.truncate(indented.trim_end_matches(' ').len());
    indented
}

/// A table without lines only lays blocks out: they stand one under another.
fn flatten<'d>(block: &'d Block, flat: &mut Vec<&'d Block>) {
    match block {
        Block::Table(Table { ruled: false, rows, .. }) => {
            for block in rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks) {
                flatten(block, flat);
            }
        }
        Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::PageBreak => flat.push(block),
    }
}

/// Whether an item needs no blank lines: a paragraph, then lists that may interrupt it.
fn is_tight(item: &[Block]) -> bool {
    let Some((first, rest)) = item.split_first() else { return true };
    matches!(first, Block::Paragraph(paragraph) if look(paragraph.style) == Look::Plain) && rest.iter().all(interrupts)
}

/// Whether a block may follow a paragraph without a blank line.
fn interrupts(block: &Block) -> bool {
    match block {
        Block::List(list) => {
            matches!(list.marker, Marker::Dash | Marker::Period(1) | Marker::Parenthesis(1))
                && list.items.iter().all(|item| !item.is_empty() && is_tight(item))
        }
        Block::Paragraph(_) | Block::Table(_) | Block::PageBreak => false,
    }
}

/// What delimits a list that a number begins in the eyes of Markdown.
fn delimiter(number: &str) -> Option<char> {
    let digits = number.trim_start_matches(|digit: char| digit.is_ascii_digit());
    match digits {
        "." if digits.len() < number.len() => Some('.'),
        ")" if digits.len() < number.len() => Some(')'),
        _ => None,
    }
}

fn same_look(block: &Block, style: Style) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph)
            if paragraph.style == style || (look(style) == Look::Center && look(paragraph.style) == Look::Center) =>
        {
            Some(paragraph)
        }
        Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::PageBreak => None,
    }
}

fn look(style: Style) -> Look {
    match style {
        Style::Title => Look::Heading(1),
        Style::Heading1 => Look::Heading(2),
        Style::Heading2 => Look::Heading(3),
        Style::Heading3 => Look::Heading(4),
        Style::DocumentKind | Style::OrderHeading | Style::Resolution | Style::VisaHead => Look::Bold,
        Style::AppendixMark | Style::ApprovalMark | Style::DraftMark => Look::Right,
        Style::Letterhead | Style::LetterheadAddress | Style::TitlePageFoot => Look::Center,
        Style::Body
        | Style::Requisites
        | Style::CornerRequisites
        | Style::Item
        | Style::Subitem
        | Style::Signature
        | Style::Visa
        | Style::Executor
        | Style::Caption
        | Style::ListItem
        | Style::TableHead
        | Style::TableCell
        | Style::TableGroup
        | Style::Footnote => Look::Plain,
    }
}
