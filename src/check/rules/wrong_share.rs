//! A per cent in a table that is not the share of its part in its whole.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tables::{Figure, Grid, Reading, reading, written};
use crate::diagnostic::{Level, Place};

pub const RULE: Rule =
    Rule { name: "wrong-share", level: Level::Warning, wants: &[], page: include_str!("wrong_share.md"), check };

/// A share as written, with its part and its whole.
struct Share<'g> {
    label: &'g str,
    part: Figure,
    whole: Figure,
    percent: Figure,
    place: Place,
}

impl Share<'_> {
    fn true_percent(&self) -> f64 {
        100.0 * self.part.value / self.whole.value
    }

    /// Whether the per cent is right, or cut off instead of rounded.
    fn is_right(&self) -> bool {
        (self.true_percent() - self.percent.value).abs() <= 2.0 * self.percent.slack()
    }

    /// Whether it says more than that nothing is nothing and all is all.
    fn is_telling(&self) -> bool {
        self.part.value > 0.0 && self.part.value < self.whole.value
    }
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for grid in &subject.tables {
        judge(&within_cells(grid), found);
        for column in (0..grid.heads.len()).filter(|column| holds_shares(grid, *column)) {
            let pairs = (0..column).flat_map(|whole| [(whole, column - 1)]).filter(|(whole, part)| whole != part);
            let best = pairs
                .map(|(whole, part)| between_columns(grid, whole, part, column))
                .max_by_key(|shares| shares.iter().filter(|share| share.is_right() && share.is_telling()).count());
            judge(&best.unwrap_or_default(), found);
        }
    }
}

/// Reports the wrong ones if most show that they are shares indeed.
fn judge(shares: &[Share<'_>], found: &mut Found<'_>) {
    let telling = shares.iter().filter(|share| share.is_right() && share.is_telling()).count();
    let wrong: Vec<&Share<'_>> = shares.iter().filter(|share| !share.is_right()).collect();
    if telling < 3 || telling < 2 * wrong.len() {
        return;
    }
    for share in wrong {
        let decimals = share.percent.decimals;
        let [part, whole] = [share.part, share.whole].map(|figure| written(figure.value, figure.decimals));
        let (is, truth) = (written(share.percent.value, decimals), written(share.true_percent(), decimals));
        let message = format!("«{}»: {part} из {whole} – это {truth} %, а записано {is} %", share.label);
        let help = format!("проверьте оба числа; если они верны, запишите {truth} %");
        found.push(found.at(share.place, message).help(help));
    }
}

/// Cells «33 / 24%» under a row with the whole.
fn within_cells(grid: &Grid) -> Vec<Share<'_>> {
    let mut shares = Vec::new();
    for column in 1..grid.heads.len() {
        let mut whole: Option<Figure> = None;
        for (row, slots) in grid.rows.iter().enumerate() {
            let slot = &slots[column];
            let pair = slot.text.split_once(['/', '(']);
            let pair = pair.map(|(part, percent)| (reading(part), reading(percent.trim_end_matches(')'))));
            match (pair, slot.figure()) {
                (Some((Reading::Number(part), Reading::Number(percent))), _) if percent.percent => {
                    let label = grid.label(row);
                    let known = whole.filter(|whole| whole.value > 0.0 && part.value <= whole.value);
                    shares.extend(known.map(|whole| Share { label, part, whole, percent, place: slot.place }));
                }
                // The whole is the first number; a plain number among the parts is none.
                (None, Some(figure)) if whole.is_none() => whole = Some(figure),
                _ => {}
            }
        }
    }
    shares
}

/// Columns «всего», «из них», «%».
fn between_columns(grid: &Grid, whole: usize, part: usize, percent: usize) -> Vec<Share<'_>> {
    let rows = grid.rows.iter().enumerate().filter_map(|(row, slots)| {
        let [whole, part, share] = [whole, part, percent].map(|column| slots[column].figure());
        let (whole, part, share) = (whole?, part?, share?);
        let sound = whole.value > 0.0 && part.value <= whole.value && !whole.percent && !part.percent;
        let place = slots[percent].place;
        sound.then(|| Share { label: grid.label(row), part, whole, percent: share, place })
    });
    rows.collect()
}

/// Whether a column holds per cents.
fn holds_shares(grid: &Grid, column: usize) -> bool {
    let head = grid.head(column);
    column > 1 && ["%", "процент", "доля"].iter().any(|word| head.contains(word))
}
