//! What stands in a cell: lines divided by `<br>` are paragraphs or items of a list.

use std::ops::Range;

use super::inline::trim_end;
use super::reader::Reader;
use crate::document::{Block, Inline, List, Marker, Paragraph, Style, plain_text};

/// A line of a cell.
struct CellLine {
    inlines: Vec<Inline>,
    range: Range<usize>,
    mark: Mark,
}

/// What a line begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// A dash or a bullet of so many bytes.
    Dash(usize),
    /// A number with a full stop.
    Period(u64),
    /// A number with a bracket.
    Parenthesis(u64),
}

impl Reader<'_> {
    /// Reads a cell whose start was passed, and stops before its end.
    pub(super) fn cell(&mut self, style: Style, range: &Range<usize>) -> Vec<Block> {
        let mut lines = self.cell_lines(range).into_iter().peekable();
        let mut blocks = Vec::new();
        while let Some(line) = lines.next() {
            let marker = match (line.mark, lines.peek().map(|next| next.mark)) {
                (Mark::Dash(_), _) => Marker::Dash,
                // A number alone belongs to the text: «2025. Итоги», «1. Создание условий …».
                (Mark::Period(first), Some(Mark::Period(second))) if Some(second) == first.checked_add(1) => {
                    Marker::Period(first)
                }
                (Mark::Parenthesis(first), Some(Mark::Parenthesis(second))) if Some(second) == first.checked_add(1) => {
                    Marker::Parenthesis(first)
                }
                (Mark::None | Mark::Period(_) | Mark::Parenthesis(_), _) => {
                    blocks.push(self.cell_paragraph(style, line));
                    continue;
                }
            };
            let mut number = line.mark;
            let mut items = vec![vec![self.cell_paragraph(style, line.without_mark())]];
            while let Some(next) = lines.next_if(|next| next.mark.follows(number)) {
                number = next.mark;
                items.push(vec![self.cell_paragraph(style, next.without_mark())]);
            }
            blocks.push(Block::List(List { marker, items }));
        }
        blocks
    }

    fn cell_paragraph(&self, style: Style, line: CellLine) -> Block {
        let place = Some(self.place(&line.range));
        Paragraph { place, ..Paragraph::new(style, line.inlines) }.into()
    }

    /// The lines that are not blank.
    fn cell_lines(&mut self, range: &Range<usize>) -> Vec<CellLine> {
        let line = self.line();
        let starts = std::iter::once(range.start).chain(line.breaks.iter().map(|cut| cut.end));
        let ends = line.breaks.iter().map(|cut| cut.start).chain([range.end]);
        let mut parts = vec![Vec::new()];
        for inline in line.inlines {
            if inline == Inline::Break {
                parts.push(Vec::new());
            } else if let Some(part) = parts.last_mut() {
                part.push(inline);
            }
        }
        let mut lines = Vec::new();
        for (mut inlines, (start, end)) in parts.into_iter().zip(starts.zip(ends)) {
            trim_end(&mut inlines);
            let range = start..end.max(start);
            let mark = self.mark(&inlines, &range);
            if !inlines.is_empty() {
                lines.push(CellLine { inlines, range, mark });
            }
        }
        lines
    }

    /// The mark at the start of a line, if it was written as such and not as plain text with a backslash.
    fn mark(&self, inlines: &[Inline], range: &Range<usize>) -> Mark {
        let written = mark(self.text[range.clone()].trim_start_matches(['|', ' ', '\t']));
        if written == mark(&plain_text(inlines)) { written } else { Mark::None }
    }
}

impl CellLine {
    fn without_mark(mut self) -> Self {
        let length = match self.mark {
            Mark::None => 0,
            Mark::Dash(length) => length,
            Mark::Period(_) | Mark::Parenthesis(_) => match self.inlines.first() {
                Some(Inline::Text { text, .. }) => text.find(['.', ')']).map_or(0, |at| at + 1),
                _ => 0,
            },
        };
        if let Some(Inline::Text { text, .. }) = self.inlines.first_mut() {
            *text = text[length..].trim_start_matches(' ').to_owned();
            if text.is_empty() {
                self.inlines.remove(0);
            }
        }
        self
    }
}

impl Mark {
    fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Self::Dash(_), Self::Dash(_)) => true,
            (Self::Period(before), Self::Period(number)) | (Self::Parenthesis(before), Self::Parenthesis(number)) => {
                before.checked_add(1) == Some(number)
            }
            (Self::None | Self::Dash(_) | Self::Period(_) | Self::Parenthesis(_), _) => false,
        }
    }
}

fn mark(line: &str) -> Mark {
    for dash in ["-", "•", "–", "—"] {
        if line.strip_prefix(dash).is_some_and(|rest| rest.starts_with(' ') && !rest.trim().is_empty()) {
            return Mark::Dash(dash.len());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (Ok(number), rest) = (line[..digits].parse(), &line[digits..]) else { return Mark::None };
    if rest.starts_with(". ") {
        Mark::Period(number)
    } else if rest.starts_with(") ") {
        Mark::Parenthesis(number)
    } else {
        Mark::None
    }
}
