//! Merged cells: from marks `<` and `^` to cells that cover several places of the grid.

use std::ops::Range;

use crate::document::{Block, Cell};

/// A place of the grid as it was written.
pub(super) enum Slot {
    /// A cell with what stands in it.
    Own(Vec<Block>),
    /// Covered by the cell to the left.
    Left(Range<usize>),
    /// Covered by the cell above.
    Up(Range<usize>),
}

/// Row and column.
type Spot = (usize, usize);

/// The cells of each row; a merge that makes no rectangle, leaves the grid or crosses the foot of the head is
/// reported and undone.
pub(super) fn cells(
    grid: Vec<Vec<Slot>>,
    head_rows: usize,
    mut report: impl FnMut(Range<usize>, &str),
) -> Vec<Vec<Cell>> {
    let mut owners: Vec<Vec<Spot>> = Vec::with_capacity(grid.len());
    for (row, slots) in grid.iter().enumerate() {
        let mut line: Vec<Spot> = Vec::with_capacity(slots.len());
        for (column, slot) in slots.iter().enumerate() {
            let owner = match slot {
                Slot::Own(_) => None,
                Slot::Left(range) => {
                    let left = column.checked_sub(1).map(|left| line[left]);
                    left.or_else(|| complain(&mut report, range, "слева от «<» нет ячейки"))
                }
                Slot::Up(range) => {
                    let above = row.checked_sub(1).filter(|_| row != head_rows).map(|above| owners[above][column]);
                    above.or_else(|| complain(&mut report, range, "над «^» нет ячейки"))
                }
            };
            line.push(owner.unwrap_or((row, column)));
        }
        owners.push(line);
    }
    let spans = spans(&owners);
    let mut rows = Vec::with_capacity(grid.len());
    for (row, slots) in grid.into_iter().enumerate() {
        let mut cells = Vec::new();
        for (column, slot) in slots.into_iter().enumerate() {
            let owner = owners[row][column];
            let whole = spans[owner.0][owner.1];
            match slot {
                Slot::Own(blocks) => {
                    let (rows, columns) = whole.unwrap_or((1, 1));
                    cells.push(Cell { blocks, columns, rows });
                }
                Slot::Left(_) | Slot::Up(_) if owner == (row, column) => cells.push(Cell::new(Vec::new())),
                Slot::Left(range) | Slot::Up(range) if whole.is_none() => {
                    report(range, "объединённые ячейки не складываются в прямоугольник");
                    cells.push(Cell::new(Vec::new()));
                }
                Slot::Left(_) | Slot::Up(_) => {}
            }
        }
        rows.push(cells);
    }
    rows
}

fn complain(report: &mut impl FnMut(Range<usize>, &str), range: &Range<usize>, message: &str) -> Option<Spot> {
    report(range.clone(), message);
    None
}

/// For each spot that owns others or itself: how many rows and columns it covers, or nothing if its spots make no
/// rectangle.
fn spans(owners: &[Vec<Spot>]) -> Vec<Vec<Option<(usize, usize)>>> {
    let mut bounds: Vec<Vec<(usize, usize, usize)>> = owners.iter().map(|row| vec![(0, 0, 0); row.len()]).collect();
    for (row, line) in owners.iter().enumerate() {
        for (column, owner) in line.iter().enumerate() {
            let (rows, columns, count) = &mut bounds[owner.0][owner.1];
            *rows = (*rows).max(row - owner.0 + 1);
            *columns = (*columns).max(column.saturating_sub(owner.1) + 1);
            *count += 1;
        }
    }
    let whole = |(rows, columns, count): (usize, usize, usize)| (rows * columns == count).then_some((rows, columns));
    bounds.into_iter().map(|row| row.into_iter().map(whole).collect()).collect()
}
