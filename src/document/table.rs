//! Tables with merged cells, repeated head rows and rows that span the table.

use super::Block;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// How many of the first rows are the head, repeated on each page.
    pub head_rows: usize,
    /// The rows from top to bottom, the head included.
    pub rows: Vec<Row>,
    /// Whether lines are drawn.
    pub ruled: bool,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Column {
    /// Its share of the table's width; computed from the text when no column has one.
    pub width: Option<u32>,
    /// How the text of body cells lies.
    pub align: Align,
}

/// How text lies in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// To the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What the row is in its table.
    pub kind: RowKind,
    /// Its cells from left to right; places covered by a cell above or to the left are not listed.
    pub cells: Vec<Cell>,
}

/// What a row is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A row of the head.
    Head,
    /// A row that names the rows after it and stays on the page with the next.
    Group,
    /// A row that stays whole on one page.
    Whole,
    /// A row that may be divided between pages, for cells longer than a page.
    Divisible,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands in it; may be empty.
    pub blocks: Vec<Block>,
    /// How many columns it covers, from 1.
    pub columns: usize,
    /// How many rows it covers, from 1.
    pub rows: usize,
}

impl Cell {
    /// A cell of one column and one row.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { blocks, columns: 1, rows: 1 }
    }
}
