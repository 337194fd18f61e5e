//! The widths of the columns of a table: the shares that were asked for, or what the text needs.
//!
//! Every column is at least as wide as its longest word; what is left over goes where the most text is. A table whose
//! words do not fit side by side is set in a smaller size. The widths always fill the text width exactly.

use super::measure::{self, Extent};
use crate::document::{RowKind, Table};

/// What is measured is no more than near, for editors round: this part is added to a word.
const RESERVE: usize = 100;
/// The room that the line between two cells takes, in twips.
const LINE: usize = 12;

/// The size in which widths are measured, in half points.
const MEASURED: usize = 24;

/// How the text of a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    /// Its size in half points.
    pub(super) size: usize,
    /// The room between the lines of a cell and its text, on the left and on the right, in twips.
    pub(super) margin: usize,
}

/// The columns of a table, and the size in which its words fit into them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fit {
    /// The widths of the columns in twips.
    pub(super) widths: Vec<usize>,
    /// Whether the table is set in the smaller size.
    pub(super) small: bool,
}

/// The columns of a table, `total` twips wide, set as usual or smaller.
pub(super) fn fit(table: &Table, total: usize, usual: Face, small: Face) -> Fit {
    let of = |face| {
        let needs = needs(table, column_count(table), face);
        let least: usize = needs.iter().map(|need| need.least).sum();
        // A word as long as half a page, an address or a blank, is torn in the smaller size as well.
        let endless = needs.iter().any(|need| need.least > total / 2);
        (needs, least > total && !endless)
    };
    let (needs, tears) = of(usual);
    if tears && table.ruled && small.size < usual.size {
        return Fit { widths: columns(table, &of(small).0, total), small: true };
    }
    Fit { widths: columns(table, &needs, total), small: false }
}

fn column_count(table: &Table) -> usize {
    let count = table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.columns.max(1)).sum()).max();
    table.columns.len().max(if table.columns.is_empty() { count.unwrap_or(1) } else { 1 })
}

/// The widths of the columns in twips, `total` together.
fn columns(table: &Table, needs: &[Need], total: usize) -> Vec<usize> {
    let asked: Vec<Option<u32>> =
        (0..needs.len()).map(|index| table.columns.get(index).and_then(|column| column.width)).collect();
    let given: Vec<usize> = asked.iter().flatten().map(|share| *share as usize).collect();
    if given.iter().sum::<usize>() == 0 {
        return needed(needs, total);
    }
    let usual = (given.iter().sum::<usize>() / given.len()).max(1);
    let shares: Vec<usize> = asked.iter().map(|share| share.map_or(usual, |share| share as usize).max(1)).collect();
    shared(&shares, needs, total)
}

/// Shares the whole width as it was asked for, but takes no column less than its longest word needs.
fn shared(shares: &[usize], needs: &[Need], total: usize) -> Vec<usize> {
    let least: Vec<usize> = needs.iter().map(|need| need.least).collect();
    if least.iter().sum::<usize>() >= total {
        return portions(&capped(&least, total), total);
    }
    let mut widths = portions(shares, total);
    let mut torn = vec![false; shares.len()];
    while let Some(index) = (0..shares.len()).find(|index| !torn[*index] && widths[*index] < least[*index]) {
        torn[index] = true;
        let taken: usize = (0..shares.len()).filter(|index| torn[*index]).map(|index| least[index]).sum();
        let rest = |index: usize| if torn[index] { 0 } else { shares[index] };
        let rest: Vec<usize> = (0..shares.len()).map(rest).collect();
        widths = portions(&rest, total - taken);
        for index in (0..shares.len()).filter(|index| torn[*index]) {
            widths[index] = least[index];
        }
    }
    widths
}

/// What a column needs.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    /// So that no word is divided.
    least: usize,
    /// So that no line is divided.
    natural: usize,
    /// How much text it has beside the others.
    weight: usize,
}

fn needs(table: &Table, count: usize, face: Face) -> Vec<Need> {
    let mut needs = vec![Need::default(); count];
    let mut squares = vec![0_usize; count];
    let mut wide = Vec::new();
    let mut reaching = vec![0_usize; count];
    for row in &table.rows {
        let mut column = 0;
        for cell in &row.cells {
            while column < count && reaching[column] > 0 {
                column += 1;
            }
            let columns = cell.columns.clamp(1, count.saturating_sub(column).max(1));
            let extent = measure::blocks(&cell.blocks);
            if column < count && columns == 1 {
                let need = &mut needs[column];
                need.least = need.least.max(with_margins(extent.longest_word, face));
                need.natural = need.natural.max(with_margins(extent.longest_line, face));
                if row.kind != RowKind::Head {
                    squares[column] += extent.whole * extent.whole;
                }
            } else if row.kind != RowKind::Group {
                wide.push((column, columns, extent));
            }
            for reached in reaching.iter_mut().skip(column).take(columns) {
                *reached = cell.rows.max(1);
            }
            column += columns;
        }
        for reached in &mut reaching {
            *reached = reached.saturating_sub(1);
        }
    }
    for (need, sum) in needs.iter_mut().zip(squares) {
        need.weight = (sum / table.rows.len().max(1)).isqrt().max(1);
        need.natural = need.natural.max(need.least);
    }
    for (column, columns, extent) in wide {
        widen(&mut needs, column, columns, extent, face);
    }
    needs
}

/// Makes the columns under a wide cell wide enough for its longest word.
fn widen(needs: &mut [Need], column: usize, columns: usize, extent: Extent, face: Face) {
    let covered = needs.iter_mut().skip(column).take(columns);
    let have: usize = covered.map(|need| need.least).sum();
    let lack = with_margins(extent.longest_word, face).saturating_sub(have);
    for need in needs.iter_mut().skip(column).take(columns) {
        need.least += lack.div_ceil(columns);
        need.natural = need.natural.max(need.least);
    }
}

fn with_margins(width: usize, face: Face) -> usize {
    let width = width * face.size / MEASURED;
    width + width / RESERVE + 2 * face.margin + LINE
}

/// Shares the whole width among columns by their needs.
fn needed(needs: &[Need], total: usize) -> Vec<usize> {
    let least: Vec<usize> = needs.iter().map(|need| need.least).collect();
    if least.iter().sum::<usize>() >= total {
        return portions(&capped(&least, total), total);
    }
    let natural: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    if natural.iter().sum::<usize>() <= total {
        return portions(&natural, total);
    }
    // Columns whose share would be less than their longest word, or more than they can use, take just that.
    let mut fixed: Vec<Option<usize>> = vec![None; needs.len()];
    loop {
        let taken: usize = fixed.iter().flatten().sum();
        let weights: usize = needs.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none()).map(|(n, _)| n.weight).sum();
        let share = |need: &Need| (total - taken) * need.weight / weights.max(1);
        let short = needs.iter().zip(&fixed).position(|(need, fixed)| fixed.is_none() && share(need) < need.least);
        let idle = needs.iter().zip(&fixed).position(|(need, fixed)| fixed.is_none() && share(need) > need.natural);
        let free = fixed.iter().filter(|fixed| fixed.is_none()).count();
        match (short, idle) {
            (Some(index), _) if free > 1 => fixed[index] = Some(needs[index].least),
            (None, Some(index)) if free > 1 => fixed[index] = Some(needs[index].natural),
            _ => {
                let shares = needs.iter().zip(&fixed).map(|(need, fixed)| fixed.unwrap_or_else(|| share(need)));
                return filled(shares.collect(), &fixed, total);
            }
        }
    }
}

/// Gives what rounding left over to the columns that are not fixed.
fn filled(mut widths: Vec<usize>, fixed: &[Option<usize>], total: usize) -> Vec<usize> {
    let used: usize = widths.iter().sum();
    let last = fixed.iter().rposition(Option::is_none).unwrap_or(0);
    widths[last] = (widths[last] + total).saturating_sub(used);
    if widths.iter().sum::<usize>() == total { widths } else { portions(&widths, total) }
}

/// Cuts the widest columns to one level, so that all fit into the total.
fn capped(widths: &[usize], total: usize) -> Vec<usize> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let mut room = total;
    for (index, width) in sorted.iter().enumerate() {
        let level = room / (sorted.len() - index);
        if *width > level {
            return widths.iter().map(|width| *width.min(&level)).collect();
        }
        room -= width;
    }
    widths.to_vec()
}

/// Divides the total in these proportions, without a remainder.
fn portions(shares: &[usize], total: usize) -> Vec<usize> {
    let sum = shares.iter().sum::<usize>().max(1);
    let mut reached = 0;
    let mut given = 0;
    shares
        .iter()
        .map(|share| {
            reached += share;
            let edge = total * reached / sum;
            let width = edge - given;
            given = edge;
            width
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Face, Fit, fit};
    use crate::document::{Cell, Column, Paragraph, Row, RowKind, Style, Table};
    use crate::write::docx::measure;

    fn table(columns: Vec<Column>, rows: &[&[&str]]) -> Table {
        let cell = |text: &&str| Cell::new(vec![Paragraph::text(Style::TableCell, *text).into()]);
        let row = |cells: &&[&str]| Row { kind: RowKind::Whole, cells: cells.iter().map(cell).collect() };
        Table { columns, head_rows: 0, rows: rows.iter().map(row).collect(), ruled: true }
    }

    const USUAL: Face = Face { size: 24, margin: 85 };
    const SMALL: Face = Face { size: 20, margin: 57 };

    fn columns(table: &Table, total: usize) -> Vec<usize> {
        fit(table, total, USUAL, SMALL).widths
    }

    fn shares<const N: usize>(shares: [Option<u32>; N]) -> Vec<Column> {
        shares.map(|width| Column { width, ..Column::default() }).to_vec()
    }

    #[test]
    fn asked_shares_are_kept() {
        let widths = columns(&table(shares([Some(1), Some(2), Some(1)]), &[]), 1001);
        assert_eq!(widths, [250, 500, 251]);
    }

    #[test]
    fn a_column_without_a_share_is_as_wide_as_the_usual_one() {
        assert_eq!(columns(&table(shares([Some(10), None, Some(30)]), &[]), 600), [100, 200, 300]);
    }

    #[test]
    fn every_word_fits_and_long_text_gets_the_room() {
        let long = "Проведение мониторинга эффективности руководителей образовательных организаций района";
        let rows: &[&[&str]] = &[&["№ п/п", "Мероприятие", "Ответственные исполнители"], &["1", long, "Отдел"]];
        let widths = columns(&table(shares([None, None, None]), rows), 9638);
        assert_eq!(widths.iter().sum::<usize>(), 9638);
        for (width, word) in widths.iter().zip(["п/п", "образовательных", "Ответственные"])
        {
            assert!(*width >= measure::text(word).whole + 2 * USUAL.margin, "{word}: {width}");
        }
        assert!(widths[1] > widths[2] && widths[2] > widths[0], "{widths:?}");
    }

    #[test]
    fn asked_shares_that_would_tear_a_word_give_way_and_the_rest_is_shared() {
        let table = table(shares([Some(1), Some(10), Some(10)]), &[&["Обществознание", "1", "2"]]);
        let widths = columns(&table, 9638);
        assert_eq!(widths.iter().sum::<usize>(), 9638);
        assert!(widths[0] >= measure::text("Обществознание").whole + 2 * USUAL.margin, "{widths:?}");
        assert!(widths[1].abs_diff(widths[2]) <= 1, "{widths:?}");
    }

    #[test]
    fn a_table_whose_words_do_not_fit_side_by_side_is_set_smaller() {
        let subjects =
            ["Обществознание", "Информатика", "Литература", "Математика", "География", "Биология", "История"];
        for asked in [None, Some(1)] {
            let table = table(vec![Column { width: asked, ..Column::default() }; 7], &[&subjects]);
            let Fit { widths, small } = fit(&table, 9638, USUAL, SMALL);
            assert!(small);
            assert_eq!(widths.iter().sum::<usize>(), 9638);
            for (width, word) in widths.iter().zip(subjects) {
                assert!(*width >= measure::text(word).whole * 20 / 24 + 2 * SMALL.margin, "{word}: {width}");
            }
            assert!(!fit(&table, 14570, USUAL, SMALL).small);
        }
    }

    #[test]
    fn a_word_that_no_size_saves_makes_nothing_smaller() {
        let address = "https://example.org/".repeat(10);
        assert!(!fit(&table(shares([None, None]), &[&[&address, "1"]]), 9638, USUAL, SMALL).small);
    }

    #[test]
    fn words_longer_than_the_page_take_no_more_than_it_has() {
        let word = "сверхдлинноеслово".repeat(20);
        let widths = columns(&table(shares([None, None]), &[&[&word, "1"]]), 9638);
        assert_eq!(widths.iter().sum::<usize>(), 9638);
        assert!(widths[1] > 200, "{widths:?}");
    }

    #[test]
    fn widths_fill_the_page_whatever_the_text_is() {
        for words in 1..40 {
            let text = "слово ".repeat(words);
            let rows: &[&[&str]] = &[&["1", &text, "5"], &["Показатель", "", &text]];
            assert_eq!(columns(&table(shares([None, None, None]), rows), 14570).iter().sum::<usize>(), 14570);
        }
    }
}
