//! A share of more than a hundred per cent in a table.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tables::{Grid, wrong_means};
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "percent-over-hundred",
    level: Level::Warning,
    wants: &[],
    page: include_str!("percent_over_hundred.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for grid in &subject.tables {
        let means = wrong_means(grid);
        for column in (0..grid.heads.len()).filter(|column| holds_shares(grid, *column)) {
            for (row, slots) in grid.rows.iter().enumerate() {
                let Some(figure) = slots[column].figure() else { continue };
                let told = means.iter().any(|mean| (mean.row, mean.column) == (row, column));
                if figure.value > 100.0 && !told {
                    let (text, label) = (&slots[column].text, grid.label(row));
                    let message = format!("«{label}»: {text} в столбце долей – больше 100 %");
                    let help = "проверьте число; если это рост к прошлому году, скажите об этом в подписи столбца";
                    found.push(found.at(slots[column].place, message).help(help));
                }
            }
        }
    }
}

/// Whether a column holds parts of a whole in per cent, and nothing else.
fn holds_shares(grid: &Grid, column: usize) -> bool {
    const OTHERS: [&str; 20] = [
        "рост", "темп", "выполн", "исполн", "к уровню", "относительно", "индекс", "динамик", "освоени", "достижени",
        "колич", "кол-во", "чел", "число", "/", "балл", "сумм", "руб", "отношени", "план",
    ];
    let head = grid.head(column);
    let share = ["%", "процент", "доля"].iter().any(|word| head.contains(word));
    share && !OTHERS.iter().any(|other| head.contains(other))
}
