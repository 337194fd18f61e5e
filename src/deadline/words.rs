//! A phrase as tokens: words in one form, numbers, dates, signs.

use std::ops::Range;

/// A token and the bytes of the phrase it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Sign,
    pub(super) words: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// A word in lower case, with «е» for «ё».
    Word(String),
    /// Digits, an ending such as «-го» left out, or a Roman number.
    Number { value: i16, digits: usize },
    /// «15.10.2022» or «2022-10-15»; whether there is such a day is not known yet.
    Date { year: i16, month: i8, day: i8 },
    /// «15.10».
    DayMonth { month: i8, day: i8 },
    /// A hyphen or a dash.
    Dash,
    /// A comma, a semicolon or a colon.
    Comma,
    /// A slash.
    Slash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Anything else.
    Other,
}

/// The reference that prints the term of the program.
pub(super) const TERM: &str = "[[срок]]";
/// Signs that say nothing of time: full stops of abbreviations and quotation marks.
const SILENT: [char; 9] = ['.', '«', '»', '"', '„', '“', '”', '\u{ad}', '\u{feff}'];
/// Endings of numbers: «5-го», «1-й».
const ENDINGS: [&str; 13] = ["го", "ого", "его", "й", "ый", "ой", "я", "ая", "е", "ое", "х", "м", "му"];
const ROMANS: [&str; 5] = ["i", "ii", "iii", "iv", "v"];

/// The tokens of a phrase.
pub(super) fn tokens(phrase: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = phrase[at..].chars().next() {
        let rest = &phrase[at..];
        let (kind, length) = if rest.starts_with(TERM) {
            (Some(Sign::Word(TERM.into())), TERM.len())
        } else if let Some(length) = time_of_day(rest) {
            (None, length)
        } else if letter.is_ascii_digit() {
            let (kind, length) = number(rest);
            (Some(kind), length)
        } else if letter.is_alphabetic() {
            let length = rest.find(|letter: char| !letter.is_alphabetic() && letter != '\u{301}').unwrap_or(rest.len());
            (Some(word(&rest[..length])), length)
        } else {
            (sign(letter), letter.len_utf8())
        };
        if let Some(kind) = kind {
            found.push(Token { kind, words: at..at + length });
        }
        at += length;
    }
    found
}

fn word(written: &str) -> Sign {
    let word = written.replace('\u{301}', "").to_lowercase().replace('ё', "е");
    match ROMANS.iter().zip(1..).find(|(roman, _)| **roman == word.as_str()) {
        Some((_, value)) => Sign::Number { value, digits: 1 },
        None => Sign::Word(word),
    }
}

fn sign(letter: char) -> Option<Sign> {
    match letter {
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' => Some(Sign::Dash),
        ',' | ';' | ':' => Some(Sign::Comma),
        '/' | '\\' => Some(Sign::Slash),
        '(' => Some(Sign::Open),
        ')' => Some(Sign::Close),
        _ if letter.is_whitespace() || SILENT.contains(&letter) => None,
        _ => Some(Sign::Other),
    }
}

/// How long a time of day is, which is of no weight: «16.00», «9:30»; «15.10» is a day.
fn time_of_day(rest: &str) -> Option<usize> {
    let hours = digits(rest);
    let sign = rest[hours.len()..].chars().next().filter(|sign| matches!(sign, '.' | ':'))?;
    let after = &rest[hours.len() + 1..];
    let minutes = digits(after);
    let alone = !after[minutes.len()..].starts_with(['.', ':', '-']);
    let month = minutes.parse::<i8>().is_ok_and(|month| (1..=12).contains(&month));
    let hour = hours.len() <= 2 && hours.parse::<i8>().is_ok_and(|hour| hour < 24);
    let fits = hour && minutes.len() == 2 && minutes < "60" && alone && (sign == ':' || !month);
    fits.then(|| hours.len() + 1 + minutes.len())
}

/// What begins with a digit, and its length.
fn number(rest: &str) -> (Sign, usize) {
    let first = digits(rest);
    let after = &rest[first.len()..];
    if let Some(date) = dotted(rest, first).or_else(|| iso(rest, first)) {
        return date;
    }
    let kind = first.parse().map_or(Sign::Other, |value| Sign::Number { value, digits: first.len() });
    let ending = after.strip_prefix(['-', '‐', '‑']).filter(|_| first.len() < 3).map_or(0, |ending| {
        let length = ending.find(|letter: char| !letter.is_alphabetic()).unwrap_or(ending.len());
        let known = ENDINGS.contains(&ending[..length].to_lowercase().as_str());
        if known { after.len() - ending.len() + length } else { 0 }
    });
    (kind, first.len() + ending)
}

/// «15.10.2022», «15.10».
fn dotted(rest: &str, first: &str) -> Option<(Sign, usize)> {
    let after = rest[first.len()..].strip_prefix('.')?;
    let second = digits(after);
    if first.len() > 2 || second.len() != 2 {
        return None;
    }
    let (day, month) = (first.parse().ok()?, second.parse().ok()?);
    let length = first.len() + 1 + second.len();
    let year = after[second.len()..].strip_prefix('.').map(digits).filter(|year| !year.is_empty());
    match year {
        Some(year) if year.len() == 4 => Some((Sign::Date { year: year.parse().ok()?, month, day }, length + 5)),
        Some(year) => Some((Sign::Other, length + 1 + year.len())),
        None => Some((Sign::DayMonth { month, day }, length)),
    }
}

/// «2022-10-15».
fn iso(rest: &str, first: &str) -> Option<(Sign, usize)> {
    let month = digits(rest[first.len()..].strip_prefix('-')?);
    let day = digits(rest[first.len() + 1 + month.len()..].strip_prefix('-')?);
    let shape = (first.len(), month.len(), day.len()) == (4, 2, 2);
    let date = Sign::Date { year: first.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
    shape.then_some((date, "2022-10-15".len()))
}

fn digits(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(phrase: &str) -> Vec<Sign> {
        tokens(phrase).into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn numbers_and_dates_are_told_apart() {
        let number = |value, digits| Sign::Number { value, digits };
        assert_eq!(kinds("15.10.2022"), [Sign::Date { year: 2022, month: 10, day: 15 }]);
        assert_eq!(kinds("2022-10-15"), [Sign::Date { year: 2022, month: 10, day: 15 }]);
        assert_eq!(kinds("15.10"), [Sign::DayMonth { month: 10, day: 15 }]);
        assert_eq!(kinds("2021–2025"), [number(2021, 4), Sign::Dash, number(2025, 4)]);
        assert_eq!(kinds("5-го"), [number(5, 1)]);
        assert_eq!(kinds("IV"), [number(4, 1)]);
        assert_eq!(kinds("99999999999"), [Sign::Other]);
        assert_eq!(kinds("15.10.22"), [Sign::Other]);
        assert_eq!(kinds("16.00 9:30 15.10"), [Sign::DayMonth { month: 10, day: 15 }]);
        assert_eq!(kinds("10.15.2022"), [Sign::Date { year: 2022, month: 15, day: 10 }]);
    }

    #[test]
    fn words_have_one_form_and_stops_are_silent() {
        assert_eq!(kinds("ЧЕТВЁРТАЯ ."), [Sign::Word("четвертая".into())]);
        assert_eq!(kinds("2021г."), [Sign::Number { value: 2021, digits: 4 }, Sign::Word("г".into())]);
    }
}
