//! A total in a table that is not the sum of its parts.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tables::{Figure, Grid, Reading, is_total, reading, written};
use crate::diagnostic::Level;

pub const RULE: Rule =
    Rule { name: "wrong-total", level: Level::Warning, wants: &[], page: include_str!("wrong_total.md"), check };

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for grid in &subject.tables {
        (0..grid.rows.len()).filter(|row| grid.is_total(*row)).for_each(|row| row_of_totals(grid, row, found));
        let columns = 0..grid.heads.len();
        columns.filter(|column| is_total(grid.caption(*column))).for_each(|column| column_of_totals(grid, column, found));
        halves(grid, found);
    }
}

/// A total with the sum that it should be.
struct Wrong {
    row: usize,
    column: usize,
    sum: f64,
    decimals: i32,
}

fn report(grid: &Grid, all: &[Wrong], found: &mut Found<'_>) {
    for wrong in all {
        let slot = &grid.rows[wrong.row][wrong.column];
        let sum = written(wrong.sum, wrong.decimals);
        let label = grid.label(wrong.row);
        let message = format!("«{label}»: записано {}, а в сумме {sum}", slot.text);
        let help = format!("проверьте слагаемые; если они верны, запишите {sum}");
        found.push(found.at(slot.place, message).help(help));
    }
}

/// A row «Итого»: each of its numbers is the sum of those above, or of those since the last total, or of the totals.
fn row_of_totals(grid: &Grid, row: usize, found: &mut Found<'_>) {
    let above: Vec<usize> = (0..row).filter(|above| !grid.is_group(*above)).collect();
    if above.iter().any(|above| is_part(grid.label(*above))) {
        return;
    }
    let last = above.iter().rposition(|above| grid.is_total(*above)).map_or(0, |at| at + 1);
    let plain: Vec<usize> = above.iter().copied().filter(|above| !grid.is_total(*above)).collect();
    let totals: Vec<usize> = above.iter().copied().filter(|above| grid.is_total(*above)).collect();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for column in (0..grid.heads.len()).filter(|column| !grid.counts_rows(*column) && !grid.is_ratio(*column)) {
        let Some(total) = grid.rows[row][column].figure().filter(|figure| !figure.percent) else { continue };
        let sums: Vec<Sum> = [&above[last..], &plain, &totals]
            .into_iter()
            .filter_map(|rows| sum(rows.iter().map(|row| grid.rows[*row][column].reading)))
            .collect();
        let Some(first) = sums.first() else { continue };
        seen += 1;
        // What lies among the numbers is a mean under a wrong name, or a count.
        let among = sums.iter().any(|sum| sum.greatest >= total.value);
        if !among && !sums.iter().any(|sum| sum.is(total)) {
            wrong.push(Wrong { row, column, sum: first.value, decimals: first.decimals });
        }
    }
    // Where nothing at all adds up, the rows are no parts of the total.
    if wrong.len() < seen || seen < 3 {
        report(grid, &wrong, found);
    }
}

/// A column «Всего»: the sum of the other columns of its group, if they are years or the other rows add up.
fn column_of_totals(grid: &Grid, column: usize, found: &mut Found<'_>) {
    let group = |column: usize| grid.heads[column].split_last().map_or(&[][..], |(_, above)| above);
    let numeric = |column: usize| grid.rows.iter().any(|row| row[column].figure().is_some());
    let parts: Vec<usize> = (0..grid.heads.len())
        .filter(|other| *other != column && group(*other) == group(column) && !grid.counts_rows(*other))
        .filter(|other| !grid.is_ratio(*other) && numeric(*other))
        .collect();
    let year = |part: &usize| grid.caption(*part).split(|sign: char| !sign.is_ascii_digit()).any(|year| year.len() == 4);
    let years = parts.len() > 1 && parts.iter().all(year);
    let mut right = 0;
    let mut wrong = Vec::new();
    for row in 0..grid.rows.len() {
        let Some(total) = grid.rows[row][column].figure() else { continue };
        let Some(sum) = sum(parts.iter().map(|part| grid.rows[row][*part].reading)) else { continue };
        if sum.is(total) {
            right += 1;
        } else {
            wrong.push(Wrong { row, column, sum: sum.value, decimals: sum.decimals });
        }
    }
    if (years && right > 0) || (right >= 2 && right >= 2 * wrong.len()) {
        report(grid, &wrong, found);
    }
}

/// A sum with how exact it is.
struct Sum {
    value: f64,
    decimals: i32,
    slack: f64,
    greatest: f64,
}

impl Sum {
    /// Whether a number is this sum, rounding aside.
    fn is(&self, total: Figure) -> bool {
        let rounded = if self.decimals == 0 && total.decimals == 0 { 1e-6 } else { self.slack + total.slack() };
        (self.value - total.value).abs() <= rounded
    }
}

/// The sum of at least two numbers; nothing if a cell cannot be read.
fn sum(readings: impl Iterator<Item = Reading>) -> Option<Sum> {
    let mut sum = Sum { value: 0.0, decimals: 0, slack: 0.0, greatest: 0.0 };
    let mut count = 0;
    for reading in readings {
        match reading {
            Reading::Number(figure) if !figure.percent => {
                sum.value += figure.value;
                sum.decimals = sum.decimals.max(figure.decimals);
                sum.slack += figure.slack();
                sum.greatest = sum.greatest.max(figure.value);
                count += 1;
            }
            Reading::Empty => {}
            Reading::Number(_) | Reading::Words => return None,
        }
    }
    (count > 1).then_some(sum)
}

/// Whether a row is a part of the one above it.
fn is_part(label: &str) -> bool {
    let lower = label.to_lowercase();
    label.starts_with(['-', '–', '—', '•']) || ["из них", "в том числе", "в т.ч", "в т. ч"].iter().any(|of| lower.starts_with(of))
}

/// Two rows «совершеннолетние» and «несовершеннолетние» under a whole: together they are the whole.
fn halves(grid: &Grid, found: &mut Found<'_>) {
    let names: Vec<String> = (0..grid.rows.len()).map(|row| name(grid.label(row))).collect();
    for (first, one) in names.iter().enumerate() {
        let Some(second) = names.iter().skip(first + 1).position(|other| are_halves(one, other)) else { continue };
        let second = first + 1 + second;
        let Some(whole) = (0..first).rev().find(|row| !is_part(grid.label(*row))) else { continue };
        if !(whole + 1..=first).any(|row| is_part(grid.label(row))) {
            continue;
        }
        for column in 1..grid.heads.len() {
            let [all, one, two] = [whole, first, second].map(|row| count(&grid.rows[row][column].text));
            let (Some(all), Some(one), Some(two)) = (all, one, two) else { continue };
            let both = one.value + two.value;
            if (both - all.value).abs() > 1e-6 {
                let slot = &grid.rows[second][column];
                let head = grid.caption(column);
                let [one, two, both, all] = [one.value, two.value, both, all.value].map(|value| written(value, all.decimals));
                let (left, right) = (&names[first], &names[second]);
                let message = format!("{head}: {left} {one} и {right} {two} – вместе {both}, а всего {all}");
                let whole = grid.rows[whole][column].place;
                let help = "проверьте, какое из трех чисел неверно";
                found.push(found.at(slot.place, message).help(help).also(whole, "здесь всего"));
            }
        }
    }
}

/// What a row is called, without the dash of a part.
fn name(label: &str) -> String {
    label.trim_start_matches(['-', '–', '—', '•', ' ']).trim_end_matches([':', ';', '.']).to_lowercase()
}

/// Whether two names halve a whole between them.
fn are_halves(one: &str, other: &str) -> bool {
    const HALVES: [(&str, &str); 4] =
        [("мальчики", "девочки"), ("юноши", "девушки"), ("мужчины", "женщины"), ("городские", "сельские")];
    let not = |one: &str, other: &str| !one.is_empty() && other.strip_prefix("не").is_some_and(|rest| rest.trim_start() == one);
    not(one, other) || not(other, one) || HALVES.contains(&(one, other)) || HALVES.contains(&(other, one))
}

/// The count of a cell such as «33 / 24%» or «33».
fn count(text: &str) -> Option<Figure> {
    match reading(text.split(['/', '(']).next().unwrap_or_default()) {
        Reading::Number(figure) if !figure.percent => Some(figure),
        Reading::Number(_) | Reading::Empty | Reading::Words => None,
    }
}
