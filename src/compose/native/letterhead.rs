//! The letterhead: one column in the middle, or two side by side with the emblem between them.

use crate::compose::text::paragraph;
use crate::document::{Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table};
use crate::model::{Letterhead, LetterheadColumn, Text};
use crate::resolve::Numbering;

/// The blocks of a letterhead.
pub(in crate::compose) fn letterhead(letterhead: &Letterhead, numbering: &Numbering) -> Vec<Block> {
    let emblem =
        letterhead.emblem.as_ref().map(|image| Paragraph::new(Style::Letterhead, vec![Inline::Image(image.clone())]));
    match letterhead.columns.as_slice() {
        [left, right] => vec![Block::Table(two_columns(column(left, numbering), column(right, numbering), emblem))],
        columns => {
            emblem.map(Block::from).into_iter().chain(columns.iter().flat_map(|own| column(own, numbering))).collect()
        }
    }
}

fn column(column: &LetterheadColumn, numbering: &Numbering) -> Vec<Block> {
    let line = |style: Style| move |text: &Text| paragraph(style, text, numbering).into();
    let names = column.lines.iter().map(line(Style::Letterhead));
    names.chain(column.address.iter().map(line(Style::LetterheadAddress))).collect()
}

fn two_columns(left: Vec<Block>, right: Vec<Block>, emblem: Option<Paragraph>) -> Table {
    let width = |width| Column { width: Some(width), ..Column::default() };
    let middle = Cell::new(emblem.map(Block::from).into_iter().collect());
    Table {
        columns: vec![width(42), width(16), width(42)],
        head_rows: 0,
        rows: vec![Row { kind: RowKind::Whole, cells: vec![Cell::new(left), middle, Cell::new(right)] }],
        ruled: false,
    }
}
