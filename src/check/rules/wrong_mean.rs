//! A mean in a table that is not the mean of its numbers.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tables::{written, wrong_means};
use crate::diagnostic::Level;

pub const RULE: Rule =
    Rule { name: "wrong-mean", level: Level::Warning, wants: &[], page: include_str!("wrong_mean.md"), check };

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for grid in &subject.tables {
        for wrong in wrong_means(grid) {
            let slot = &grid.rows[wrong.row][wrong.column];
            let few: Vec<&str> = if wrong.of.len() <= 6 { Vec::new() } else { vec!["…"] };
            let numbers = wrong.of.iter().take(6).map(|figure| written(figure.value, figure.decimals));
            let numbers = numbers.chain(few.into_iter().map(String::from)).collect::<Vec<_>>().join(", ");
            let mean = written(wrong.mean(), wrong.written.decimals);
            let sum = if wrong.is_sum() { ", записана их сумма" } else { "" };
            let label = grid.label(wrong.row);
            let message = format!("«{label}»: среднее {} не сходится, среднее чисел {numbers} – {mean}{sum}", slot.text);
            let help = format!("проверьте числа; если они верны, запишите {mean}");
            found.push(found.at(slot.place, message).help(help));
        }
    }
}
