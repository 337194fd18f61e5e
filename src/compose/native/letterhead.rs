//! The letterhead: one column in the middle, or two side by side with the emblem between them.

use super::requisites::dated;
use crate::compose::order::numbered;
use crate::compose::scope::Scope;
use crate::compose::text::paragraph;
use crate::document::{Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table};
use crate::model::{Letterhead, LetterheadColumn, Municipality, Order, Text};
use crate::resolve::Numbering;

/// The blocks of a letterhead.
pub(in crate::compose) fn letterhead(letterhead: &Letterhead, numbering: &Numbering) -> Vec<Block> {
    let emblem = emblem(letterhead);
    match letterhead.columns.as_slice() {
        [left, right] => vec![Block::Table(two_columns(column(left, numbering), column(right, numbering), emblem))],
        columns => {
            emblem.map(Block::from).into_iter().chain(columns.iter().flat_map(|own| column(own, numbering))).collect()
        }
    }
}

/// Whether the letterhead of a municipality can stand in the corner: one of two languages needs the whole width.
pub(in crate::compose) fn fits_corner(municipality: &Municipality) -> bool {
    municipality.letterhead.as_ref().is_none_or(|letterhead| letterhead.columns.len() < 2)
}

/// The corner of an order: emblem, bodies, kind of the document, date and number in a column of 8 cm to the left.
pub(in crate::compose) fn corner(kind: &str, order: &Order, scope: &Scope<'_>) -> Block {
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(own) = &scope.root.municipality.letterhead {
        blocks.extend(letterhead(own, scope.numbering));
    }
    blocks.push(Paragraph::text(Style::DocumentKind, kind).into());
    let (date, number, town) = dated(order, scope);
    let line = |text: String| Block::from(Paragraph::text(Style::CornerRequisites, text));
    blocks.push(line(format!("{date} {}", numbered(&number))));
    blocks.extend(town.map(line));
    let width = |width| Column { width: Some(width), ..Column::default() };
    Block::Table(Table {
        columns: vec![width(80), width(90)],
        head_rows: 0,
        rows: vec![Row { kind: RowKind::Whole, cells: vec![Cell::new(blocks), Cell::new(Vec::new())] }],
        ruled: false,
    })
}

fn emblem(letterhead: &Letterhead) -> Option<Paragraph> {
    let image = letterhead.emblem.as_ref()?;
    Some(Paragraph::new(Style::Letterhead, vec![Inline::Image(image.clone())]))
}

fn column(column: &LetterheadColumn, numbering: &Numbering) -> Vec<Block> {
    let foreign = column.language.as_ref().filter(|language| !matches!(language.value.as_str(), "ru" | "ru-RU"));
    let language = foreign.map(|language| language.value.clone());
    let line = |style: Style| {
        let language = language.clone();
        move |text: &Text| Paragraph { language: language.clone(), ..paragraph(style, text, numbering) }.into()
    };
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
