//! Sentences that promise a per cent: what is to change, how it is bounded, by how many per cent.

use super::fold::lower;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A sentence with one bounded per cent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Whether something is to grow, to fall, or only to be.
    pub change: Change,
    /// The words that bound the number: «не менее чем на», «до».
    pub bound: String,
    /// The number as written: «25-30», «30».
    pub number: String,
    /// The words with the number.
    pub quote: String,
    /// Beginnings of the other words of the sentence.
    pub words: BTreeSet<String>,
    /// The years that the sentence names.
    pub years: BTreeSet<String>,
}

/// How something is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is to grow.
    Up,
    /// It is to fall.
    Down,
    /// Nothing is said of a change.
    None,
}

/// «не менее чем на 25-30%», «до 70 %».
static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    let bound = r"(?:не\s+(?:менее|более|ниже|выше)(?:\s*,?\s*чем)?(?:\s+(?:на|до))?|до|на)";
    let number = r"[0-9]+(?:,[0-9]+)?(?:\s*[-–—]\s*[0-9]+(?:,[0-9]+)?)?";
    Regex::new(&format!(r"(?i)\b(?P<bound>{bound})\s+(?P<number>{number})\s*(?:%|процент[Ѐ-ӿa-z0-9_]*)"))
        .expect("the pattern of amounts is sound")
});

/// Words that carry no meaning of their own.
const EMPTY: [&str; 12] =
    ["чем", "для", "при", "или", "также", "том", "числе", "года", "году", "который", "является", "это"];

/// The promises of a text; a sentence with several per cents says different things and is left.
pub fn promises(text: &str) -> Vec<Promise> {
    sentences(text).into_iter().filter(|sentence| may_promise(sentence)).filter_map(promise).collect()
}

/// Whether a sentence may bound a per cent: a digit stands before its sign, or the word is there.
fn may_promise(sentence: &str) -> bool {
    let counted = |at: usize| sentence[..at].trim_end().ends_with(char::is_numeric);
    sentence.match_indices('%').any(|(at, _)| counted(at)) || lower(sentence).contains("процент")
}

fn promise(sentence: &str) -> Option<Promise> {
    let mut found = AMOUNT.captures_iter(sentence);
    let captures = found.next().filter(|_| found.next().is_none())?;
    let lower = lower(sentence);
    let all = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let (numbers, letters): (Vec<&str>, Vec<&str>) =
        all.partition(|word| word.chars().all(|sign| sign.is_ascii_digit()));
    let years = numbers.into_iter().filter(|number| number.len() == 4).map(String::from).collect();
    let change = letters.iter().map(|word| change(word)).find(|change| *change != Change::None);
    let words = letters.iter().filter(|word| word.chars().count() > 2 && !EMPTY.contains(word));
    let number = captures["number"].replace(['–', '—'], "-");
    Some(Promise {
        change: change.unwrap_or(Change::None),
        bound: captures["bound"].to_lowercase().replace(',', " ").split_whitespace().collect::<Vec<_>>().join(" "),
        number: number.split_whitespace().collect(),
        quote: captures[0].to_owned(),
        words: words.map(|word| word.chars().take(5).collect()).collect(),
        years,
    })
}

fn change(word: &str) -> Change {
    const UP: [&str; 7] = ["увелич", "повыш", "рост", "вырос", "выраст", "возраст", "прирост"];
    const DOWN: [&str; 4] = ["сокращ", "сократ", "сниж", "уменьш"];
    if UP.iter().any(|start| word.starts_with(start)) {
        Change::Up
    } else if DOWN.iter().any(|start| word.starts_with(start)) {
        Change::Down
    } else {
        Change::None
    }
}

/// The sentences of a text, and the parts of one that semicolons divide.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let ends = match sign {
            ';' | '\n' => true,
            '.' | '!' | '?' => {
                let mut after = text[at + 1..].chars();
                after.next().is_some_and(char::is_whitespace) && after.next().is_some_and(char::is_uppercase)
            }
            _ => false,
        };
        if ends || signs.peek().is_none() {
            sentences.push(text[start..at + sign.len_utf8()].trim());
            start = at + sign.len_utf8();
        }
    }
    sentences
}
