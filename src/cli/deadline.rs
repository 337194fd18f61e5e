//! `prikaz deadline`: how a deadline written in words is understood.

use super::arguments::{AnswerFormat, DeadlineArguments};
use super::output::{Stream, print};
use super::{CLEAN, FINDINGS};
use crate::deadline::{self, Kind, Occurrence, Reading, Setting};
use crate::failure::Failure;
use crate::model::DateForm;
use crate::visible;
use jiff::civil::Date;
use serde::Serialize;

/// The version of the JSON; it grows when a field changes its meaning or goes.
const VERSION: u32 = 1;
/// So many repetitions are told a person; of more only the first few.
const TOLD: usize = 12;

/// Reads a deadline and prints how; gives the exit code.
pub(super) fn deadline(arguments: &DeadlineArguments) -> Result<u8, Failure> {
    let DeadlineArguments { phrase, term, order, measure, format } = arguments;
    let setting = Setting { term: *term, order: *order, measure: measure.as_deref() };
    let reading = deadline::read(phrase, &setting);
    let text = match format {
        AnswerFormat::Text => human(phrase, &reading),
        AnswerFormat::Json => json(phrase, &reading),
    };
    print(&text, Stream::Out)?;
    Ok(if reading.kind == Kind::Unknown { FINDINGS } else { CLEAN })
}

/// The reading for a person.
fn human(phrase: &str, reading: &Reading) -> String {
    let day = |day: Option<Date>| day.map_or("не известно".to_owned(), |day| DateForm::Words.of(day, ""));
    let mut lines = vec![
        format!("срок: {}", phrase.split_whitespace().collect::<Vec<_>>().join(" ")),
        format!("вид: {}", reading.kind.russian()),
    ];
    if reading.kind != Kind::Unknown {
        lines.push(format!("начало: {}", day(reading.start)));
        lines.push(format!("конец: {}", day(reading.end)));
    }
    let count = reading.occurrences.len();
    if count > 0 {
        let told = if count > TOLD { TOLD / 2 } else { count };
        lines.push(format!("повторы: {count}"));
        lines.extend(reading.occurrences.iter().take(told).map(|one| format!("  {}", span(*one))));
        if told < count {
            lines.push(format!("  и ещё {}; последний: {}", count - told, span(reading.occurrences[count - 1])));
        }
    }
    for doubt in &reading.doubts {
        lines.push(format!("сомнение: {}", doubt.sentence(phrase)));
        lines.extend(doubt.suggestion().map(|text| format!("  напишите: {text}")));
    }
    lines.join("\n") + "\n"
}

/// «01.10.2020–31.10.2020», or the one day.
fn span(one: Occurrence) -> String {
    let day = |day: Date| DateForm::Digits.of(day, "");
    if one.start == one.end { day(one.start) } else { format!("{}–{}", day(one.start), day(one.end)) }
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    phrase: &'a str,
    kind: &'a str,
    start: Option<String>,
    end: Option<String>,
    occurrences: Vec<Days>,
    doubts: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Days {
    start: String,
    end: String,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    message: String,
    words: &'a str,
    suggestion: Option<&'a str>,
}

/// The reading for a program; days as ISO 8601 has them.
fn json(phrase: &str, reading: &Reading) -> String {
    let answer = Answer {
        version: VERSION,
        phrase,
        kind: reading.kind.name(),
        start: reading.start.map(|day| day.to_string()),
        end: reading.end.map(|day| day.to_string()),
        occurrences: reading
            .occurrences
            .iter()
            .map(|one| Days { start: one.start.to_string(), end: one.end.to_string() })
            .collect(),
        doubts: reading
            .doubts
            .iter()
            .map(|doubt| Entry {
                name: doubt.name(),
                message: doubt.sentence(phrase),
                words: phrase.get(doubt.words()).unwrap_or_default(),
                suggestion: doubt.suggestion(),
            })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&answer).expect("strings and numbers always serialise");
    format!("{}\n", visible::json(&text))
}
