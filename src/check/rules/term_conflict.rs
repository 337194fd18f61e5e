//! A title or an item that names another term than the card does.

use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
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
    for passage in subject.passages {
        // Where there are several editions, the order names the terms of all of them.
        let named = passage.role == Role::Title
            || (!own && passage.role == Role::OrderHeading)
            || (!own && passage.role == Role::Item && passage.words.traits.has(Traits::PROGRAM));
        if !named || quotes_another(&passage.text) {
            continue;
        }
        let named = ranges(&passage.text);
        if hull(&named) == Some((span.from.year(), span.to.year())) {
            continue;
        }
        for (words, from, to) in named {
            if from < to && (from, to) != (span.from.year(), span.to.year()) {
                let message = format!("названы годы «{words}», а срок программы – {}", term.text);
                let finding = found.at(passage.place, message).quote(words).also(term.place, "срок программы");
                let finding = finding.help("оставьте один срок; [[срок]] в названии печатает срок из карточки");
                let level = if passage.role == Role::Title { Level::Error } else { Level::Warning };
                found.push(Finding { level, ..finding });
            }
        }
    }
}

/// Whether a text speaks of a program of the region or the country, or of one that ends: its years are its own.
fn quotes_another(text: &str) -> bool {
    const OTHERS: [&str; 6] = ["государственн", "региональн", "федеральн", "национальн", "областн", "республиканск"];
    const ENDED: [&str; 3] = ["утратив", "отмен", "недействующ"];
    let lower = text.to_lowercase();
    OTHERS.iter().chain(&ENDED).any(|word| lower.contains(word))
}

/// From the first to the last of all years named: «на 2023 год и плановый период 2024–2025 годов».
fn hull(named: &[(&str, i16, i16)]) -> Option<(i16, i16)> {
    let from = named.iter().map(|(_, from, _)| *from).min()?;
    let to = named.iter().map(|(_, _, to)| *to).max()?;
    Some((from, to))
}

/// The years in a text and the ranges of them, «2021», «2021–2024», «2021/2022–2023/2024»: words, first and last year.
fn ranges(text: &str) -> Vec<(&str, i16, i16)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some((start, from)) = year(text, at) {
        let (mut last, mut end) = (from, start + 4);
        while let Some((next, after)) = joined(text, end, last) {
            (last, end) = (next, after);
        }
        all.push((&text[start..end], from, last));
        at = end;
    }
    all
}

/// The year that a dash or a slash joins to a year that ends at this byte, and where it ends: «–2024», «/2022», «/22».
fn joined(text: &str, end: usize, before: i16) -> Option<(i16, usize)> {
    let spaces = [' ', '\u{a0}'];
    let sign = text[end..].trim_start_matches(spaces);
    let after = sign.strip_prefix(['-', '–', '—', '/'])?.trim_start_matches(spaces);
    let at = text.len() - after.len();
    if let Some((start, next)) = year(text, at)
        && start == at
        && next >= before
    {
        return Some((next, at + 4));
    }
    let short = after.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(after.len()) == 2 && sign.starts_with('/');
    let next = before + 1;
    (short && after[..2].parse() == Ok(next % 100)).then_some((next, at + 2))
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
    use super::{hull, quotes_another, ranges};

    #[test]
    fn ranges_of_years_are_read_with_any_dash() {
        assert_eq!(ranges("на 2020-2024 годы"), [("2020-2024", 2020, 2024)]);
        assert_eq!(ranges("на 2021 – 2023 годы и 2025 год"), [("2021 – 2023", 2021, 2023), ("2025", 2025, 2025)]);
        assert_eq!(ranges("№ 12020-2024, 2024-2020"), [("2024", 2024, 2024), ("2024", 2024, 2024), ("2020", 2020, 2020)]);
    }

    #[test]
    fn school_years_are_from_the_first_to_the_last() {
        assert_eq!(ranges("на 2023/2024–2025/2026 учебные годы"), [("2023/2024–2025/2026", 2023, 2026)]);
        assert_eq!(ranges("2022/23 – 2024/25 уч. годы"), [("2022/23 – 2024/25", 2022, 2025)]);
        assert_eq!(ranges("от 2022/58"), [("2022", 2022, 2022)]);
        let hull = |text| hull(&ranges(text));
        assert_eq!(hull("на 2021/2022 и 2022/2023 учебные годы"), Some((2021, 2023)));
        assert_eq!(hull("на 2024 год и плановый период 2025 и 2026 годов"), Some((2024, 2026)));
    }

    #[test]
    fn the_years_of_another_program_are_its_own() {
        assert!(quotes_another("Признать утратившим силу приказ «О программе на 2020–2022 годы»"));
        assert!(!quotes_another("Утвердить программу на 2020–2022 годы"));
    }
}
