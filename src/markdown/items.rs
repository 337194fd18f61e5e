//! Items and headings whose marks Markdown does not know, or whose numbers it changes.

use std::ops::Range;

use super::reader::Reader;
use crate::diagnostic::Finding;

/// Marks of items that Word puts before the lines of a list.
pub(super) const BULLETS: [char; 6] = ['•', '●', '▪', '■', '◦', '\u{f0b7}'];

/// A number written before an item, and where.
pub(super) type Number = (u64, Range<usize>);

impl Reader<'_> {
    /// Looks at the lines of a paragraph for marks that lack a blank or stand on one line.
    pub(super) fn lint_items(&mut self, range: &Range<usize>) {
        let source = &self.text[range.clone()];
        let mut at = range.start;
        let (mut marks, mut lines) = (Vec::new(), 0);
        for line in source.split('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len() + 1;
            let line = line.trim();
            lines += 1;
            let signs = line.len() - line.trim_start_matches('#').len();
            if lines == 1 && (1..=6).contains(&signs) && line[signs..].starts_with(char::is_alphabetic) {
                let place = self.place(&(start..start + line.len()));
                self.findings.push(
                    Finding::warning(
                        "heading-without-blank",
                        place,
                        "после «#» нет пробела: строка не стала заголовком",
                    )
                    .help("поставьте пробел: «# Заголовок»"),
                );
            }
            if let Some(length) = unspaced(line) {
                marks.push(start..start + length);
            }
        }
        if let [first, _, ..] = &marks[..] {
            let message = format!("после «{}» нет пробела: строки не стали списком", &self.text[first.clone()]);
            let place = self.place(first);
            self.findings.push(
                Finding::warning("item-without-blank", place, message)
                    .help("поставьте пробел после знака в начале каждого пункта"),
            );
        }
    }

    /// Looks at the beginning of an item: its number, and a box to be ticked.
    pub(super) fn lint_item(&mut self, range: &Range<usize>, numbers: &mut Vec<Number>) {
        let source = self.text[range.clone()].trim_start();
        let begin = range.end - source.len();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        if let Ok(number) = source[..digits].parse() {
            numbers.push((number, begin..begin + digits + 1));
        }
        let inner = source[digits..].get(1..).unwrap_or_default();
        let text = inner.trim_start();
        if ["[ ] ", "[x] ", "[X] ", "[х] "].iter().any(|ticked| text.starts_with(ticked)) {
            let start = range.end - text.len();
            let end = start + text.find(']').map_or(0, |at| at + 1);
            let message = format!("квадратик «{}» печатается как есть", &self.text[start..end]);
            let place = self.place(&(start..end));
            self.findings
                .push(Finding::warning("task-box", place, message).help("удалите скобки: останется пункт перечня"));
        }
    }

    /// Looks for a number that Markdown changes; the same number before all items is a way to have them counted.
    pub(super) fn lint_numbers(&mut self, numbers: &[Number]) {
        let Some((first, _)) = numbers.first() else { return };
        if numbers.iter().all(|(number, _)| number == first) {
            return;
        }
        let mut expected = *first;
        for (number, range) in numbers {
            if *number != expected {
                let message = format!("пункт «{}» напечатается под номером {expected}", &self.text[range.clone()]);
                let place = self.place(range);
                let help =
                    format!("исправьте номер на {expected}; чужой номер сохранит обратная косая черта: «{number}\\.»");
                self.findings.push(Finding::warning("skipped-number", place, message).help(help));
                return;
            }
            expected = expected.saturating_add(1);
        }
    }
}

/// The length of a mark of an item after which a blank lacks: «-раз», «1)раз».
fn unspaced(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = line[digits..].chars().next()?;
    let fits = if digits == 0 { matches!(sign, '-' | '–' | '+') } else { digits < 3 && matches!(sign, ')' | '.') };
    let length = digits + sign.len_utf8();
    (fits && line[length..].starts_with(char::is_alphabetic)).then_some(length)
}
