//! A title or an item that names another term than the card does.

use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};

pub const RULE: Rule = Rule {
    name: "term-conflict",
    level: Level::Error,
    wants: &[],
    page: include_str!("term_conflict.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(term) = &subject.program.term else { return };
    let Some(span) = term.span else { return };
    let own = subject.is_edition() || !subject.program.editions.is_empty();
    for passage in &subject.passages {
        // Where there are several editions, the order names the terms of all of them.
        let named = passage.role == Role::Title
            || (!own && passage.role == Role::OrderHeading)
            || (!own && passage.role == Role::Item && passage.text.to_lowercase().contains("программ"));
        if !named || quotes_another(&passage.text) {
            continue;
        }
        for (words, from, to) in ranges(&passage.text) {
            if (from, to) != (span.from.year(), span.to.year()) {
                let message = format!("названы годы «{words}», а срок программы – {}", term.text);
                let finding = found.at(passage.place, message).quote(words).also(term.place, "срок программы");
                let finding = finding.help("оставьте один срок; [[срок]] в названии печатает срок из карточки");
                let level = if passage.role == Role::Title { Level::Error } else { Level::Warning };
                found.push(Finding { level, ..finding });
            }
        }
    }
}

/// Whether a text speaks of a program of the region or the country, whose years are its own.
fn quotes_another(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["государственн", "региональн", "федеральн", "национальн", "областн", "республиканск"].iter().any(|word| lower.contains(word))
}

/// The ranges of years in a text: their words, the first and the last year.
fn ranges(text: &str) -> Vec<(&str, i16, i16)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some((start, from)) = year(text, at) {
        at = start + 4;
        let rest = &text[at..];
        let between = rest.trim_start_matches([' ', '\u{a0}']);
        let dash = between.strip_prefix(['-', '–', '—']).map(|rest| rest.trim_start_matches([' ', '\u{a0}']));
        if let Some(after) = dash
            && let Some((0, to)) = year(after, 0)
            && to >= from
        {
            let end = text.len() - after.len() + 4;
            all.push((&text[start..end], from, to));
            at = end;
        }
    }
    all
}

/// The next number of four digits that is a year of our time, from this byte on.
fn year(text: &str, from: usize) -> Option<(usize, i16)> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    (from..text.len()).find_map(|at| {
        let alone = (at == 0 || !digit(at - 1)) && (at..at + 4).all(digit) && !digit(at + 4);
        let number: i16 = text.get(at..at + 4).filter(|_| alone)?.parse().ok()?;
        (1990..2100).contains(&number).then_some((at, number))
    })
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn ranges_of_years_are_read_with_any_dash() {
        assert_eq!(ranges("на 2020-2024 годы"), [("2020-2024", 2020, 2024)]);
        assert_eq!(ranges("на 2021 – 2023 годы и 2025 год"), [("2021 – 2023", 2021, 2023)]);
        assert_eq!(ranges("№ 12020-2024, 2024-2020"), []);
    }
}
