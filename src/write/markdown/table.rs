//! Tables with lines, as GFM tables.

use super::Writer;
use super::inline::{Line, Spot};
use crate::document::{Align, Block, Cell, Marker, Row, RowKind, Table};

impl<'d> Writer<'d> {
    /// The table; nothing if it has no columns or no rows.
    pub(super) fn table(&mut self, table: &'d Table) -> Option<String> {
        let columns = table.columns.len();
        if columns == 0 || table.rows.is_empty() {
            return None;
        }
        let mut lines: Vec<String> = Vec::with_capacity(table.rows.len() + 2);
        if table.head_rows == 0 {
            lines.push(row(&vec![String::new(); columns]));
        }
        // For each column, how many further rows a cell above covers.
        let mut covered = vec![0_usize; columns];
        for (number, line) in table.rows.iter().enumerate() {
            // GFM has one head row and shows it bold.
            let bold = match line.kind {
                RowKind::Head => number > 0,
                RowKind::Group => true,
                RowKind::Whole | RowKind::Divisible => false,
            };
            lines.push(row(&self.cells(line, bold, &mut covered)));
        }
        let rule: Vec<_> = table.columns.iter().map(|column| rule(column.align).to_owned()).collect();
        lines.insert(1, row(&rule));
        Some(lines.join("\n"))
    }

    fn cells(&mut self, row: &'d Row, bold: bool, covered: &mut [usize]) -> Vec<String> {
        let mut texts = vec![String::new(); covered.len()];
        let mut cells = row.cells.iter();
        let mut column = 0;
        while column < covered.len() {
            if covered[column] > 0 {
                covered[column] -= 1;
                column += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            texts[column] = self.cell(cell, bold);
            let end = (column + cell.columns.max(1)).min(covered.len());
            covered[column..end].fill(cell.rows.saturating_sub(1));
            column = end;
        }
        for left in &mut covered[column.min(texts.len())..] {
            *left = left.saturating_sub(1);
        }
        texts
    }

    fn cell(&mut self, cell: &'d Cell, bold: bool) -> String {
        let mut lines = Vec::new();
        self.lines(&cell.blocks, bold, &mut lines);
        let text = lines.join("<br>");
        // Alone in a cell these merge cells when the text is read again.
        if matches!(text.as_str(), "<" | "^") { format!("\\{text}") } else { text }
    }

    fn lines(&mut self, blocks: &'d [Block], bold: bool, lines: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let text = Line { writer: self, spot: Spot::Cell, bold }.write(&paragraph.inlines);
                    let text = match (&paragraph.number, text.strip_prefix("**")) {
                        (Some(number), Some(rest)) if bold => format!("**{number} {rest}"),
                        (Some(number), _) => format!("{number} {text}").trim_end().to_owned(),
                        (None, _) => text,
                    };
                    if !text.is_empty() {
                        lines.push(text);
                    }
                }
                Block::List(list) => {
                    for (past, item) in (0_u64..).zip(&list.items) {
                        let mark = match list.marker {
                            Marker::Dash => "–".to_owned(),
                            Marker::Period(first) => format!("{}.", first.saturating_add(past)),
                            Marker::Parenthesis(first) => format!("{})", first.saturating_add(past)),
                        };
                        let begin = lines.len();
                        self.lines(item, bold, lines);
                        match lines.get_mut(begin) {
                            Some(first) => *first = format!("{mark} {first}"),
                            None => lines.push(mark),
                        }
                    }
                }
                Block::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        self.lines(&cell.blocks, bold, lines);
                    }
                }
                Block::PageBreak => {}
            }
        }
    }
}

fn row(cells: &[String]) -> String {
    let mut line = String::from("|");
    for cell in cells {
        line.push(' ');
        line.push_str(cell);
        line.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    line
}

fn rule(align: Align) -> &'static str {
    match align {
        Align::Left => "---",
        Align::Center => ":-:",
        Align::Right => "--:",
    }
}
