//! Tables: the grid, merged cells, rows that stay whole and heads that are repeated.

use docx_rs::{
    AlignmentType, TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellContent, TableCellMargins,
    TableChild, TableLayoutType, TableRow, TableRowChild, VAlignType, VMergeType, WidthType,
};

use super::block::{self, Built};
use super::ledger::{Ledger, RowEntry, Setting};
use super::style;
use super::width::{self, Face};
use crate::document::{Align, Cell, Row, RowKind, Style, Table};

/// The room between the lines of a cell and its text, on the left and on the right, in twips: 1.5 mm.
const CELL_MARGIN: usize = 85;
/// The same in a table that is set smaller: 1 mm.
const SMALL_CELL_MARGIN: usize = 57;
/// The room above and below the text of a cell, in twips: half a millimetre.
const CELL_PADDING: usize = 28;
/// The thickness of a line, in eighths of a point.
const LINE: usize = 4;

/// A merged cell of no more rows than this is not divided between pages, where its lower part would be empty.
const SHORT_MERGE: usize = 4;

/// Turns a table into one of docx-rs; a table without rows is nothing.
pub(super) fn table(source: &Table, setting: Setting, ledger: &mut Ledger) -> Option<docx_rs::Table> {
    if source.rows.is_empty() {
        return None;
    }
    let small = Face { size: style::measured_size(&ledger.look, style::SMALL_SIZE), margin: SMALL_CELL_MARGIN };
    let size = style::measured_size(&ledger.look, style::table_size(&ledger.look));
    let usual = if setting.small { small } else { Face { size, margin: CELL_MARGIN } };
    let fit = width::fit(source, setting.width, usual, small);
    let Face { margin, .. } = if fit.small { small } else { usual };
    let grid = fit.widths;
    let setting = Setting { small: setting.small || fit.small, ..setting };
    let mut builder = Builder { source, setting, margin, grid: &grid, merged: vec![Merged::default(); grid.len()] };
    let rows = (0..source.rows.len()).map(|index| builder.row(index, ledger)).collect();
    let table = docx_rs::Table::new(rows)
        .set_grid(grid.clone())
        .width(grid.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(CELL_PADDING, margin, CELL_PADDING, margin));
    Some(if source.ruled { table.set_borders(lines()) } else { table.set_borders(TableBorders::with_empty()) })
}

/// Keeps the last row on the page of the paragraph after the table.
pub(super) fn keep_last_row_with_next(table: &mut docx_rs::Table) {
    if let Some(TableChild::TableRow(row)) = table.rows.last_mut() {
        keep_with_next(row);
    }
}

fn keep_with_next(row: &mut TableRow) {
    for TableRowChild::TableCell(cell) in &mut row.cells {
        for content in &mut cell.children {
            if let TableCellContent::Paragraph(paragraph) = content {
                paragraph.property.keep_next = Some(true);
            }
        }
    }
}

/// A cell from a row above that reaches down through a column.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Merged {
    rows: usize,
    /// How many rows it still reaches into.
    pub(super) rows_left: usize,
    columns: usize,
}

/// What builds the rows of a table.
pub(super) struct Builder<'a> {
    /// The table.
    pub(super) source: &'a Table,
    setting: Setting,
    margin: usize,
    /// The widths of the columns, in twips.
    pub(super) grid: &'a [usize],
    /// For each column, what reaches into it from above.
    pub(super) merged: Vec<Merged>,
}

impl Builder<'_> {
    fn row(&mut self, index: usize, ledger: &mut Ledger) -> TableRow {
        match self.plain_row(index) {
            Some(xml) => {
                ledger.side(self.setting.surroundings).rows.push(RowEntry::Straight(xml));
                TableRow::new(Vec::new())
            }
            None => self.built_row(index, ledger),
        }
    }

    fn built_row(&mut self, index: usize, ledger: &mut Ledger) -> TableRow {
        let row = &self.source.rows[index];
        let repeated = index < self.source.head_rows;
        ledger.side(self.setting.surroundings).rows.push(RowEntry::Built { repeated });
        let mut cells = Vec::new();
        let mut listed = row.cells.iter();
        let mut column = 0;
        while column < self.grid.len() {
            let merged = self.merged[column];
            if merged.rows_left > 0 {
                let columns = merged.columns.clamp(1, self.grid.len() - column);
                self.merged[column].rows_left -= 1;
                cells.push(self.covered(row, column, columns));
                column += columns;
                continue;
            }
            let empty = Cell::new(Vec::new());
            let cell = listed.next().unwrap_or(&empty);
            let columns = cell.columns.clamp(1, self.free_columns(column));
            if cell.rows > 1 {
                self.merged[column] = Merged { rows: cell.rows, rows_left: cell.rows - 1, columns };
            }
            cells.push(self.cell(cell, index, column, columns, ledger));
            column += columns;
        }
        let mut built = TableRow::new(cells);
        if self.merged.iter().any(|merged| merged.rows_left > 0 && merged.rows <= SHORT_MERGE) {
            keep_with_next(&mut built);
        }
        match row.kind {
            RowKind::Head | RowKind::Group | RowKind::Whole => built.cant_split(),
            RowKind::Divisible => built,
        }
    }

    /// How many columns from this one no cell from above reaches into.
    fn free_columns(&self, column: usize) -> usize {
        self.merged[column..].iter().take_while(|merged| merged.rows_left == 0).count().max(1)
    }

    /// The part of a cell from above that lies in this row.
    fn covered(&self, row: &Row, column: usize, columns: usize) -> TableCell {
        let paragraph =
            docx_rs::Paragraph::new().style(style::id_in(cell_style(row.kind), self.within(column, columns)));
        self.frame(column, columns).vertical_merge(VMergeType::Continue).add_paragraph(paragraph)
    }

    fn cell(&self, cell: &Cell, index: usize, column: usize, columns: usize, ledger: &mut Ledger) -> TableCell {
        let kind = self.source.rows[index].kind;
        let within = self.within(column, columns);
        let mut blocks = block::blocks(&cell.blocks, within, ledger);
        if blocks.is_empty() {
            let empty = docx_rs::Paragraph::new().style(style::id_in(cell_style(kind), within));
            blocks.push(Built::Paragraph(Box::new(empty)));
        }
        block::end_with_paragraph(&mut blocks);
        let last_row = index + 1 == self.source.rows.len();
        let align = self.source.columns.get(column).map_or(Align::Left, |column| column.align);
        let mut built = self.frame(column, columns);
        if cell.rows > 1 {
            built = built.vertical_merge(VMergeType::Restart);
        }
        if kind == RowKind::Head {
            built = built.vertical_align(VAlignType::Center);
        }
        for block in blocks {
            built = match block {
                Built::Table(table) => built.add_table(*table),
                Built::Paragraph(mut paragraph) => {
                    match kind {
                        RowKind::Group => paragraph.property.keep_next = (!last_row).then_some(true),
                        RowKind::Whole | RowKind::Divisible => paragraph = aligned(paragraph, align),
                        RowKind::Head => {}
                    }
                    built.add_paragraph(*paragraph)
                }
            };
        }
        built
    }

    /// Where the text of a cell stands.
    pub(super) fn within(&self, column: usize, columns: usize) -> Setting {
        let room = self.width(column, columns).saturating_sub(2 * self.margin);
        Setting { surroundings: self.setting.surroundings.cell(), width: room, ..self.setting }
    }

    fn frame(&self, column: usize, columns: usize) -> TableCell {
        let cell = TableCell::new().width(self.width(column, columns), WidthType::Dxa);
        if columns > 1 { cell.grid_span(columns) } else { cell }
    }

    /// The width of some columns from one on, in twips.
    pub(super) fn width(&self, column: usize, columns: usize) -> usize {
        self.grid.iter().skip(column).take(columns).sum()
    }
}

fn aligned(paragraph: Box<docx_rs::Paragraph>, align: Align) -> Box<docx_rs::Paragraph> {
    match align {
        Align::Left => paragraph,
        Align::Center => Box::new(paragraph.align(AlignmentType::Center)),
        Align::Right => Box::new(paragraph.align(AlignmentType::Right)),
    }
}

/// The style of the empty paragraph of an empty cell.
pub(super) fn cell_style(kind: RowKind) -> Style {
    match kind {
        RowKind::Head => Style::TableHead,
        RowKind::Group => Style::TableGroup,
        RowKind::Whole | RowKind::Divisible => Style::TableCell,
    }
}

fn lines() -> TableBorders {
    [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
    .into_iter()
    .fold(TableBorders::with_empty(), |borders, position| borders.set(TableBorder::new(position).size(LINE)))
}

#[cfg(test)]
mod tests {
    use super::{Builder, Merged};
    use crate::document::{Align, Block, Cell, Column, Emphasis, Inline, Paragraph, Row, RowKind, Style, Table};
    use crate::write::docx::arrange::arrange;
    use crate::write::docx::ledger::{Ledger, Setting, Surroundings};
    use docx_rs::BuildXML;
    use proptest::prelude::*;

    fn inline() -> impl Strategy<Value = Inline> {
        let emphasis = any::<[bool; 3]>().prop_map(|[bold, italic, strike]| Emphasis { bold, italic, strike });
        prop_oneof![
            4 => ("[а-я0-9 \"'<&>\n\t\r\u{a0}\u{ad}\u{2011}\u{1}«»]{0,12}", emphasis)
                .prop_map(|(text, emphasis)| Inline::Text { text, emphasis }),
            1 => Just(Inline::Break),
            1 => Just(Inline::Tab),
        ]
    }

    fn block() -> impl Strategy<Value = Block> {
        let styles = vec![Style::TableCell, Style::TableHead, Style::TableGroup, Style::Body, Style::ListItem];
        let number = proptest::option::of("[1-9<]\\.\u{2011}?");
        (proptest::sample::select(styles), number, proptest::collection::vec(inline(), 0..4)).prop_map(
            |(style, number, inlines)| Block::Paragraph(Paragraph { number, ..Paragraph::new(style, inlines) }),
        )
    }

    fn table() -> impl Strategy<Value = Table> {
        let kinds = vec![RowKind::Head, RowKind::Group, RowKind::Whole, RowKind::Divisible];
        let cell = (proptest::collection::vec(block(), 0..3), 0..4_usize)
            .prop_map(|(blocks, columns)| Cell { columns, ..Cell::new(blocks) });
        let row = (proptest::sample::select(kinds), proptest::collection::vec(cell, 0..5));
        let aligns = proptest::sample::select(vec![Align::Left, Align::Center, Align::Right]);
        (proptest::collection::vec(row, 2..4), proptest::collection::vec(aligns, 3), 0..3_usize).prop_map(
            |(rows, aligns, head_rows)| Table {
                columns: aligns.into_iter().map(|align| Column { align, ..Column::default() }).collect(),
                head_rows,
                rows: rows.into_iter().map(|(kind, cells)| Row { kind, cells }).collect(),
                ruled: true,
            },
        )
    }

    proptest! {
        #[test]
        fn a_row_is_the_same_whether_written_straight_or_by_docx_rs(source in table(), small in any::<bool>()) {
            let setting = Setting { surroundings: Surroundings::Page, width: 9000, lying: false, small };
            let grid = [1000, 3000, 5000];
            let builder = || Builder { source: &source, setting, margin: 85, grid: &grid, merged: vec![Merged::default(); 3] };
            let straight = builder().plain_row(0).expect("it is plain");
            let mut ledger = Ledger::default();
            let built = builder().built_row(0, &mut ledger).build();
            let built = arrange(std::str::from_utf8(&built).unwrap(), &ledger.body);
            prop_assert_eq!(format!("<w:tr>{straight}</w:tr>"), String::from_utf8(built).unwrap());
        }
    }
}
