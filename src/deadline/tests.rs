//! Deadlines of real programs and how each must be read.

use super::*;
use crate::model::TermKind;
use jiff::civil::date;

/// Phrase, place, term, order, measure, first day, last day, kind.
const PHRASES: &str = include_str!("phrases.tsv");

fn term(first: i16, last: i16) -> Span {
    Span { from: date(first, 1, 1), to: date(last, 12, 31), kind: TermKind::Years }
}

fn rows() -> Vec<(&'static str, Setting<'static>, String)> {
    let filled = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    PHRASES
        .lines()
        .skip(1)
        .map(|row| {
            let [phrase, _, years, order, measure, start, end, kind] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("eight columns: {row}")
            };
            let (first, last) = years.split_once('-').unwrap();
            let setting = Setting {
                term: Some(term(first.parse().unwrap(), last.parse().unwrap())),
                order: filled(order).map(|order| order.parse().unwrap()),
                measure: filled(measure),
            };
            (phrase, setting, format!("{kind} {start} {end}"))
        })
        .collect()
}

fn told(phrase: &str, setting: &Setting<'_>) -> String {
    let Reading { kind, start, end, .. } = read(phrase, setting);
    let day = |day: Option<Date>| day.map_or("—".to_owned(), |day| day.to_string());
    format!("{} {} {}", kind.name(), day(start), day(end))
}

#[test]
fn real_phrases_are_read_as_people_mean_them() {
    let mut wrong = Vec::new();
    for (phrase, setting, expected) in rows() {
        let told = told(phrase, &setting);
        if told != expected {
            wrong.push(format!("{phrase}: {told}, not {expected}; {:?}", read(phrase, &setting).doubts));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
