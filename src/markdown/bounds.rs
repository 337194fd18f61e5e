//! What is refused before it is read: a table so wide that each short row would become thousands of cells, a paragraph
//! of brackets alone.

use super::lint;
use crate::diagnostic::{Finding, Origin};
use crate::limits;

/// The finding of a text that is refused.
pub(super) fn refused(text: &str, origin: &Origin) -> Option<Finding> {
    wide_table(text, origin).or_else(|| {
        let at = limits::too_many_brackets(text)?;
        Some(lint::too_many_brackets(origin.place(at, at + 1)))
    })
}

/// The finding of the first table that is too wide or has too many cells.
fn wide_table(text: &str, origin: &Origin) -> Option<Finding> {
    let mut start = 0;
    let (mut columns, mut cells) = (0, 0);
    for line in text.split('\n') {
        if let own @ 1.. = rule(line) {
            (columns, cells) = (own, 0);
        } else if columns > 0 && line.trim().is_empty() {
            columns = 0;
        }
        cells += columns;
        let message = if columns > limits::COLUMNS {
            Some(format!("столбцов в таблице {columns}, а в документе Word бывает не больше {}", limits::COLUMNS))
        } else {
            (cells > limits::CELLS).then(|| format!("в таблице больше {} ячеек", limits::CELLS))
        };
        if let Some(message) = message {
            let place = origin.place(start, start + line.trim_end().len());
            return Some(Finding::error("wide-table", place, message).help("разделите таблицу на несколько"));
        }
        start += line.len() + 1;
    }
    None
}

/// How many columns a line under the head of a table has; none when it is another line.
fn rule(line: &str) -> usize {
    let is_rule = line.bytes().all(|byte| b"|-: \t>".contains(&byte)) && line.contains('-');
    if is_rule { line.split('|').filter(|part| part.contains('-')).count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::rule;

    #[test]
    fn columns_are_counted_under_the_head_alone() {
        assert_eq!(rule("| --- | :-: |"), 2);
        assert_eq!(rule("> ---|---|-:"), 3);
        assert_eq!(rule("| а | б |"), 0);
        assert_eq!(rule("|||"), 0);
    }
}
