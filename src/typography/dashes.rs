//! Dashes: an en dash in ranges of years, months and numbers, and between words that stand apart.

use super::lexicon::{CLOSING, EN_DASH, OPENING, is_month, is_space};
use super::line::{Edit, Line};

/// Mends the hyphens and dashes of a line.
pub(super) fn dashes(line: &Line) -> Vec<Edit> {
    let text = line.text();
    if !text.iter().any(|sign| matches!(sign, '-' | '–')) {
        return Vec::new();
    }
    let counts = || text.iter().any(|sign| sign.is_alphabetic()) && !speaks_of_telephones(text);
    let hyphens = text.iter().enumerate().filter(|(_, sign)| matches!(sign, '-' | '–')).map(|(at, _)| at);
    let mut edits: Vec<Edit> = Vec::new();
    for at in hyphens {
        let from = if at > 0 && is_space(text[at - 1]) { at - 1 } else { at };
        let to = if text.get(at + 1).is_some_and(|sign| is_space(*sign)) { at + 2 } else { at + 1 };
        let Some(sides) = Sides::of(line, from, to) else { continue };
        let spaced = (from < at, at + 1 < to);
        let glued = spaced == (false, false);
        if sides.free && (sides.are_years() || sides.are_months()) {
            if !glued || text[at] == '-' {
                edits.push(Edit::replace(from, to, EN_DASH));
            }
        } else if text[at] == '-'
            && ((glued && sides.free && sides.are_a_range() && counts())
                || (spaced == (true, true) && sides.are_words()))
        {
            edits.push(Edit::replace(at, at + 1, EN_DASH));
        }
    }
    edits
}

/// What stands on both sides of a hyphen or dash, up to the next spaces.
struct Sides {
    before: String,
    left: String,
    right: String,
    /// Whether neither side is a number of an act, an address or a link.
    free: bool,
}

impl Sides {
    fn of(line: &Line, from: usize, to: usize) -> Option<Self> {
        let text = line.text();
        let left = text[..from].iter().rev().take_while(|sign| !sign.is_whitespace()).count();
        let right = text[to..].iter().take_while(|sign| !sign.is_whitespace()).count();
        if left == 0 || right == 0 {
            return None;
        }
        let start = from - left;
        let gap = text[..start].iter().rev().take_while(|sign| sign.is_whitespace()).count();
        let before = text[..start - gap].iter().rev().take_while(|sign| !sign.is_whitespace()).count();
        let string = |from: usize, to: usize| text[from..to].iter().collect();
        Some(Self {
            before: string(start - gap - before, start - gap),
            left: string(start, from),
            right: string(to, to + right),
            free: !line.is_shut(from - 1) && !line.is_shut(to),
        })
    }

    fn bare(&self) -> (&str, &str) {
        (self.left.trim_start_matches(OPENING), self.right.trim_end_matches(CLOSING))
    }

    /// «2021-2025», «2021-2025гг.», «2020/2021-2022/2023».
    fn are_years(&self) -> bool {
        let (left, right) = self.bare();
        let right = right.trim_end_matches("гг").trim_end_matches('г');
        matches!((years(left), years(right)), (Some((_, left)), Some((right, _))) if left < right)
    }

    /// «сентябрь-октябрь».
    fn are_months(&self) -> bool {
        let (left, right) = self.bare();
        is_month(left) && is_month(right)
    }

    /// «10-15», but not «1-2», which means «one or two», and not a time of day: «в 9-30».
    fn are_a_range(&self) -> bool {
        let (left, right) = self.bare();
        let (Some(first), Some(last)) = (count(left), count(right.trim_end_matches('%'))) else { return false };
        let hour = first < 24 && matches!(last, 15 | 30 | 45) && matches!(self.before.as_str(), "в" | "с" | "до" | "к");
        first + 1 < last && !hour
    }

    /// Words, of which one may be a number: «ГИА - 9 класс»; but not «№ 12 - ОД» and «№ А - 5», numbers of acts.
    fn are_words(&self) -> bool {
        let (_, right) = self.bare();
        if !self.free && !right.contains(char::is_lowercase) {
            return false;
        }
        let last = self.left.chars().next_back().unwrap_or_default();
        let first = self.right.chars().next().unwrap_or_default();
        let word = |sign: char| sign.is_alphanumeric() || matches!(sign, '%' | '№' | '§');
        (word(last) || CLOSING.contains(&last))
            && (word(first) || OPENING.contains(&first))
            && !(last.is_ascii_digit() && first.is_ascii_digit())
    }
}

/// The first and the last year of «2021» or «2020/2021».
fn years(word: &str) -> Option<(u16, u16)> {
    let year = |word: &str| {
        let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        word.parse().ok().filter(|year: &u16| digits && (1900..2100).contains(year))
    };
    match word.split_once('/') {
        None => year(word).map(|year| (year, year)),
        Some((first, last)) => Some((year(first)?, year(last)?)),
    }
}

/// A number of up to three digits.
fn count(word: &str) -> Option<u16> {
    let digits = (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| digits && !word.starts_with('0'))
}

fn speaks_of_telephones(text: &[char]) -> bool {
    let text = text.iter().collect::<String>().to_lowercase();
    ["тел.", "тел:", "телефон", "факс"].iter().any(|word| text.contains(word))
}
