//! Rows of plain text, written straight as XML: most of a roadmap is such rows, and docx-rs takes longest for them.
//!
//! A row with lists, links, notes, pictures, tables or merged cells is built by docx-rs. That both give the same bytes
//! is a law (`tests/laws.rs`).

use std::fmt::Write;

use memchr::memchr2_iter;
use quick_xml::escape::escape;

use super::inline::printable;
use super::style;
use super::table::{Builder, cell_style};
use crate::document::{Align, Block, Cell, Emphasis, Inline, Paragraph, RowKind, Style};

impl Builder<'_> {
    /// What stands within the row of this index, unless it is not plain or may have to be changed later.
    pub(super) fn plain_row(&self, index: usize) -> Option<String> {
        let row = &self.source.rows[index];
        // The last row may have to stay with what comes after the table.
        let apart = index + 1 < self.source.rows.len() && self.merged.iter().all(|merged| merged.rows_left == 0);
        if !apart || !row.cells.iter().all(is_plain) {
            return None;
        }
        let mut xml = String::new();
        let properties = match row.kind {
            RowKind::Head | RowKind::Group | RowKind::Whole => "<w:cantSplit/>",
            RowKind::Divisible => "",
        };
        let repeated = if index < self.source.head_rows { "<w:tblHeader/>" } else { "" };
        if !(properties.is_empty() && repeated.is_empty()) {
            push(&mut xml, &["<w:trPr>", properties, repeated, "</w:trPr>"]);
        }
        let empty = Cell::new(Vec::new());
        let mut listed = row.cells.iter();
        let mut column = 0;
        while column < self.grid.len() {
            let cell = listed.next().unwrap_or(&empty);
            let columns = cell.columns.clamp(1, self.grid.len() - column);
            self.plain_cell(&mut xml, cell, row.kind, column, columns);
            column += columns;
        }
        Some(xml)
    }

    fn plain_cell(&self, xml: &mut String, cell: &Cell, kind: RowKind, column: usize, columns: usize) {
        number(xml, "<w:tc><w:tcPr><w:tcW w:w=\"", self.width(column, columns), "\" w:type=\"dxa\"/>");
        if columns > 1 {
            number(xml, "<w:gridSpan w:val=\"", columns, "\"/>");
        }
        push(xml, &[if kind == RowKind::Head { "<w:vAlign w:val=\"center\"/>" } else { "" }, "</w:tcPr>"]);
        let within = self.within(column, columns);
        let align = self.source.columns.get(column).map_or(Align::Left, |column| column.align);
        let properties = match (kind, align) {
            (RowKind::Group, _) => "<w:keepNext/>",
            (RowKind::Whole | RowKind::Divisible, Align::Center) => "<w:jc w:val=\"center\"/>",
            (RowKind::Whole | RowKind::Divisible, Align::Right) => "<w:jc w:val=\"right\"/>",
            (RowKind::Head, _) | (RowKind::Whole | RowKind::Divisible, Align::Left) => "",
        };
        let mut paragraph = |style: Style, content: Option<&Paragraph>| {
            push(xml, &["<w:p><w:pPr><w:pStyle w:val=\"", style::id_in(style, within), "\"/>", properties, "</w:pPr>"]);
            if let Some(content) = content {
                runs(xml, content);
            }
            xml.push_str("</w:p>");
        };
        for block in &cell.blocks {
            if let Block::Paragraph(content) = block {
                paragraph(content.style, Some(content));
            }
        }
        if cell.blocks.is_empty() {
            paragraph(cell_style(kind), None);
        }
        xml.push_str("</w:tc>");
    }
}

/// Whether a cell is of one row and holds nothing but text.
fn is_plain(cell: &Cell) -> bool {
    let text = |inline: &Inline| matches!(inline, Inline::Text { .. } | Inline::Break | Inline::Tab);
    let usual = |style: Style| {
        matches!(style, Style::TableCell | Style::TableHead | Style::TableGroup | Style::Body | Style::ListItem)
    };
    let plain = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            usual(paragraph.style) && paragraph.language.is_none() && paragraph.inlines.iter().all(text)
        }
        Block::List(_) | Block::Table(_) | Block::PageBreak => false,
    };
    cell.rows <= 1 && cell.blocks.iter().all(plain)
}

fn runs(xml: &mut String, paragraph: &Paragraph) {
    if let Some(number) = &paragraph.number {
        push(xml, &["<w:r>"]);
        // A number is one piece of text, whatever stands in it.
        words(xml, &printable(number), if paragraph.inlines.is_empty() { "" } else { " " });
        push(xml, &["</w:r>"]);
    }
    for inline in &paragraph.inlines {
        match inline {
            Inline::Text { text, emphasis } => run(xml, &printable(text), *emphasis),
            Inline::Break => push(xml, &["<w:r>", BREAK, "</w:r>"]),
            Inline::Tab => push(xml, &["<w:r>", TAB, "</w:r>"]),
            Inline::Link { .. } | Inline::Footnote(_) | Inline::Image(_) | Inline::Reference { .. } => {}
        }
    }
}

const BREAK: &str = "<w:br w:type=\"textWrapping\"/>";
const TAB: &str = "<w:tab/>";

fn run(xml: &mut String, text: &str, emphasis: Emphasis) {
    if text.is_empty() {
        return;
    }
    xml.push_str("<w:r>");
    if emphasis != Emphasis::default() {
        let mark = |set: bool, mark: &'static str| if set { mark } else { "" };
        let bold = mark(emphasis.bold, "<w:b/><w:bCs/>");
        let italic = mark(emphasis.italic, "<w:i/><w:iCs/>");
        push(xml, &["<w:rPr>", bold, italic, mark(emphasis.strike, "<w:strike/>"), "</w:rPr>"]);
    }
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.push_str(BREAK);
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                xml.push_str(TAB);
            }
            if !piece.is_empty() {
                words(xml, piece, "");
            }
        }
    }
    xml.push_str("</w:r>");
}

/// A piece of text; fonts lack the firm and the soft hyphen, and Word has elements for them.
fn words(xml: &mut String, text: &str, end: &str) {
    const OPEN: &str = "<w:t xml:space=\"preserve\">";
    xml.push_str(OPEN);
    let text = escape(text);
    let mut rest: &str = &text;
    while let Some((at, hyphen)) = hyphen(rest) {
        let element = if hyphen == '\u{ad}' { "<w:softHyphen/>" } else { "<w:noBreakHyphen/>" };
        push(xml, &[&rest[..at], "</w:t>", element, OPEN]);
        rest = &rest[at + hyphen.len_utf8()..];
    }
    push(xml, &[rest, end, "</w:t>"]);
}

/// The first firm or soft hyphen, told from its first byte.
fn hyphen(text: &str) -> Option<(usize, char)> {
    let hyphen = |at: usize| ['\u{2011}', '\u{ad}'].into_iter().find(|hyphen| text[at..].starts_with(*hyphen));
    memchr2_iter(0xe2, 0xc2, text.as_bytes()).find_map(|at| Some((at, hyphen(at)?)))
}

fn push(xml: &mut String, pieces: &[&str]) {
    for piece in pieces {
        xml.push_str(piece);
    }
}

fn number(xml: &mut String, before: &str, number: usize, after: &str) {
    write!(xml, "{before}{number}{after}").expect("a string takes all that is written");
}
