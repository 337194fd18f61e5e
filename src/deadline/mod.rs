//! When something is due: reads the phrases people write as deadlines, «Октябрь 2020, далее ежегодно».
//!
//! [`read`] takes a phrase with the term of its program and the day of its order and gives a [`Reading`]: kind, first
//! and last day, repetitions, doubts. Tokens (`words`) become clauses (`clauses`, `tails`) of parts of the year
//! (`pieces`); `judge` gives them their years. What is not understood as a whole is [`Kind::Unknown`].

mod clauses;
mod cursor;
mod doubt;
mod fields;
mod judge;
mod lexicon;
mod phrase;
mod pieces;
mod repeat;
mod said;
mod stretches;
mod tails;
mod words;
mod years;

#[cfg(test)]
mod tests;

pub use doubt::Doubt;
pub use fields::of;

use crate::model::Span;
use cursor::Cursor;
use jiff::civil::Date;
use memchr::memchr2_iter;
use words::{Sign, Token};

/// A phrase with more words than this is none.
const LONGEST: usize = 120;

/// What a phrase is read against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The term of the program.
    pub term: Option<Span>,
    /// The day of the order.
    pub order: Option<Date>,
    /// The name of the measure: «Ежегодное …» makes its deadline repeat.
    pub measure: Option<&'a str>,
}

/// What kind of time a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One last day.
    Point,
    /// A time with both ends.
    Interval,
    /// It repeats, by a unit of time or as a list.
    Recurring,
    /// A side is missing, or a request begins it.
    Open,
    /// Another document or an event fixes the days.
    External,
    /// It was not understood.
    Unknown,
}

/// The days of one repetition, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

/// What a deadline means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The kind.
    pub kind: Kind,
    /// The first day; a missing side is that of the term.
    pub start: Option<Date>,
    /// The last day; never before the first.
    pub end: Option<Date>,
    /// The repetitions in order; none when the term is not known.
    pub occurrences: Vec<Occurrence>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

impl Kind {
    /// The name of the kind, which stays the same.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Interval => "interval",
            Self::Recurring => "recurring",
            Self::Open => "open",
            Self::External => "external",
            Self::Unknown => "unknown",
        }
    }

    /// The kind in Russian.
    pub fn russian(self) -> &'static str {
        match self {
            Self::Point => "день",
            Self::Interval => "период",
            Self::Recurring => "повторяется",
            Self::Open => "без конца",
            Self::External => "по другому документу",
            Self::Unknown => "не понято",
        }
    }
}

/// Whether the name of a measure makes its deadline repeat: all that a reading asks of it.
pub fn repeats(measure: &str) -> bool {
    let begins = |start: usize| {
        let mut letters = measure[start..].chars().flat_map(char::to_lowercase);
        "ежегодн".chars().all(|letter| letters.next() == Some(letter))
    };
    // The last bytes of «Ж» and «ж», and what stands before them with «Е» and «е».
    let bytes = measure.as_bytes();
    memchr2_iter(0x96, 0xb6, bytes)
        .filter_map(|at| at.checked_sub(3))
        .any(|start| matches!(bytes[start..start + 3], [0xd0, 0x95 | 0xb5, 0xd0]) && begins(start))
}

/// Reads a phrase.
pub fn read(phrase: &str, setting: &Setting<'_>) -> Reading {
    let mut tokens = words::tokens(phrase);
    if tokens.len() > LONGEST {
        return unknown(whole(&tokens, phrase));
    }
    let doubled = doubled(&mut tokens, phrase);
    let whole = whole(&tokens, phrase);
    let mut cursor = Cursor::new(&tokens);
    let unread = |start: usize| tokens.get(start).map_or(whole.clone(), |token| token.words.start..whole.end);
    let read = match cursor.clauses() {
        Ok(found) if found.is_empty() => Err(whole.clone()),
        Ok(_) if cursor.at < tokens.len() => Err(unread(cursor.at)),
        Ok(found) => said::Said::new(found, whole.clone()),
        Err(start) => Err(unread(start)),
    };
    match read.and_then(|said| judge::judge(said, setting, phrase)) {
        Ok(mut reading) => {
            reading.doubts.extend(doubled);
            reading
        }
        Err(words) => unknown(words),
    }
}

/// What was not understood.
fn unknown(words: std::ops::Range<usize>) -> Reading {
    let doubts = vec![Doubt::Unknown { words }];
    Reading { kind: Kind::Unknown, start: None, end: None, occurrences: Vec::new(), doubts }
}

/// The bytes of all tokens.
fn whole(tokens: &[Token], phrase: &str) -> std::ops::Range<usize> {
    let ends = tokens.first().zip(tokens.last());
    ends.map_or(0..phrase.len(), |(first, last)| first.words.start..last.words.end)
}

/// Takes the second of two equal words away.
fn doubled(tokens: &mut Vec<Token>, phrase: &str) -> Option<Doubt> {
    let same = |pair: &[Token]| {
        let Sign::Word(word) = &pair[0].kind else { return false };
        word.chars().count() > 2 && pair[0].kind == pair[1].kind
    };
    let second = tokens.windows(2).position(same)? + 1;
    let words = tokens.remove(second).words;
    let before = phrase[..words.start].trim_end();
    Some(Doubt::DoubledWord { suggestion: format!("{before}{}", &phrase[words.end..]), words })
}
