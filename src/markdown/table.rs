//! Tables: rows, their head, their layout.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::directive::Layout;
use super::merge::{self, Slot};
use super::reader::Reader;
use crate::diagnostic::Finding;
use crate::document::{Align, Block, Column, Row, RowKind, Style, Table};

impl Reader<'_> {
    /// Reads a table whose start was passed, and stops before its end.
    pub(super) fn table(&mut self, alignments: &[Alignment], layout: &Layout) -> Table {
        let mut columns: Vec<Column> = alignments.iter().map(|align| column(*align)).collect();
        self.widths(&mut columns, layout);
        let mut written = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), range)) = self.peek() {
            self.next();
            let style = if written.len() < layout.head.unwrap_or(1) { Style::TableHead } else { Style::TableCell };
            let slots = self.slots(style, columns.len());
            self.count_cells(&range, columns.len());
            written.push(slots);
            self.next();
        }
        // A head without text is the way to write a table without a head.
        let blank = |row: &Vec<Slot>| row.iter().all(Slot::is_empty);
        let mut head_rows = layout.head.unwrap_or(1);
        if written.first().is_some_and(blank) {
            written.remove(0);
            head_rows = head_rows.saturating_sub(1);
        }
        let head_rows = head_rows.min(written.len());
        let merged =
            merge::cells(written, head_rows, |range, message| {
                self.findings.push(Finding::error("crooked-merge", self.place(&range), message).help(
                    "объединённые ячейки должны складываться в прямоугольник; сам знак пишут как «\\<» или «\\^»",
                ));
            });
        let kind = |number| if number < head_rows { RowKind::Head } else { RowKind::Whole };
        let rows = merged.into_iter().enumerate().map(|(number, cells)| Row { kind: kind(number), cells }).collect();
        Table { columns, head_rows, rows, ruled: !layout.bare }
    }

    fn slots(&mut self, style: Style, columns: usize) -> Vec<Slot> {
        let mut slots = Vec::with_capacity(columns);
        while let Some((Event::Start(Tag::TableCell), range)) = self.peek() {
            self.next();
            let blocks = self.cell(style, &range);
            let source = self.text[range.clone()].trim_matches(['|', ' ', '\t']);
            slots.push(match source {
                "<" => Slot::Left(range),
                "^" => Slot::Up(range),
                _ => Slot::Own(blocks),
            });
            self.next();
        }
        slots.resize_with(columns, || Slot::Own(Vec::new()));
        slots
    }

    fn widths(&mut self, columns: &mut [Column], layout: &Layout) {
        if layout.widths.len() == columns.len() {
            for (column, width) in columns.iter_mut().zip(&layout.widths) {
                column.width = Some(*width);
            }
        } else if !layout.widths.is_empty() {
            let message = format!("столбцов в таблице {}, а ширин {}", columns.len(), layout.widths.len());
            self.findings.push(
                Finding::error("wrong-widths", layout.place, message).help("укажите по одной ширине на каждый столбец"),
            );
        }
    }

    /// Compares a row with the head: Markdown adds what lacks and drops what is over in silence.
    fn count_cells(&mut self, range: &Range<usize>, columns: usize) {
        let source = self.text[range.clone()].trim();
        let mut bars = Vec::new();
        for (at, _) in source.match_indices('|') {
            let escaped = source[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            if !escaped {
                bars.push(at);
            }
        }
        let edges = usize::from(bars.first() == Some(&0))
            + usize::from(bars.len() > 1 && bars.last() == Some(&(source.len() - 1)));
        let cells = (bars.len() + 1).saturating_sub(edges);
        if cells != columns {
            let message = format!("в строке таблицы ячеек {cells}, а в шапке {columns}");
            let help = if cells > columns {
                "лишнее не печатается: уберите его, а знак «|» внутри ячейки пишите как «\\|»"
            } else {
                "допишите недостающие ячейки; пустая ячейка пишется как «| |»"
            };
            self.findings.push(Finding::warning("uneven-row", self.place(range), message).help(help));
        }
    }
}

fn column(alignment: Alignment) -> Column {
    let align = match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    };
    Column { width: None, align }
}

impl Slot {
    fn is_empty(&self) -> bool {
        match self {
            Self::Own(blocks) => blocks.iter().all(is_blank),
            Self::Left(_) | Self::Up(_) => false,
        }
    }
}

fn is_blank(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.inlines.is_empty(),
        Block::List(_) | Block::Table(_) | Block::PageBreak => false,
    }
}
