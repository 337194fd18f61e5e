//! Words of a text: where they stand, their stems, the script they are written in.

use super::fold::lower;
use super::signs::is_of_word;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// A word: letters and digits without a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its letters.
    pub text: &'t str,
    /// Where it begins in the text, in bytes.
    pub start: usize,
}

impl Word<'_> {
    /// Where it ends in the text, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of a text in order; a hyphen, an apostrophe or a full stop parts them.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_of_word)?;
        from = text[start..].find(|sign| !is_of_word(sign)).map_or(text.len(), |length| start + length);
        Some(Word { text: &text[start..from], start })
    })
}

/// The stem of a word, by which its inflected forms are the same.
pub fn stem(word: &str) -> String {
    stem_of(&lower(word)).into_owned()
}

/// The stem of a word in lower case and without «ё».
pub fn stem_of(folded: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::Russian).stem(folded)
}

/// A text whose `[[ид]]` are as many digits, as they stand for numbers.
pub fn without_references(text: &str) -> Cow<'_, str> {
    let mut shown = Cow::Borrowed(text);
    let mut from = 0;
    while let Some(start) = shown[from..].find("[[").map(|at| from + at) {
        let Some(end) = shown[start..].find("]]").map(|at| start + at + 2) else { break };
        shown.to_mut().replace_range(start..end, &"0".repeat(end - start));
        from = end;
    }
    shown
}

/// Where the words on both sides of a sign of a text stand, with the sign: what a finding shows.
pub fn around(text: &str, at: usize, sign: char) -> Range<usize> {
    let space = |sign: char| sign.is_whitespace();
    let before = text[..at].trim_end();
    let start =
        before.char_indices().rfind(|(_, sign)| sign.is_whitespace()).map_or(0, |(at, sign)| at + sign.len_utf8());
    let after = &text[at + sign.len_utf8()..];
    let lead = after.len() - after.trim_start().len();
    let end = after[lead..].find(space).map_or(after.len(), |length| lead + length);
    let shown = &text[start..at + sign.len_utf8() + end];
    let start = start + shown.len() - shown.trim_start().len();
    start..start + shown.trim().len()
}

/// Whether a letter is Cyrillic, be it Russian or of another people.
pub fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Whether a letter is Latin.
pub fn is_latin(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | 'ə') && letter.is_alphabetic()
}

/// Prepositions, conjunctions and particles: words after which a sentence cannot end.
const LEADING: &str = "а без благодаря в во вследствие для до если за и из изо или к ко либо между на над не ни но о об обо \
    от ото перед по под посредством при про путем путём с со согласно среди у через что чтобы";

/// Further short words without a meaning of their own.
const FURTHER: &str = "бы вне все где да ее её же их как ли то также так это";

/// The longest of them in bytes.
const LONGEST: usize = 22;

static LEADINGS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| listed(LEADING));
static FURTHERS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| listed(FURTHER));

/// The words of a list with blanks between them, to be looked up for each word of a text.
pub(super) fn listed(words: &'static str) -> BTreeSet<&'static str> {
    words.split(' ').collect()
}

/// Whether a sentence cannot end with a word in lower case.
pub fn is_leading(lower: &str) -> bool {
    lower.len() <= LONGEST && LEADINGS.contains(lower)
}

/// Whether a word in lower case has no meaning of its own.
pub fn is_function(lower: &str) -> bool {
    is_leading(lower) || (lower.len() <= LONGEST && FURTHERS.contains(lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_have_one_stem() {
        for (one, other) in [
            ("программа", "Программы"),
            ("образовательных", "образовательные"),
            ("организация", "организаций"),
            ("партнёрство", "партнерства"),
            ("Рособрнадзор", "Рособрнадзора"),
        ] {
            assert_eq!(stem(one), stem(other));
        }
        assert_ne!(stem("образовательных"), stem("общеобразовательных"));
    }

    #[test]
    fn words_have_their_places() {
        let text = "МО г.Ефремов, ВПР-2021";
        let found: Vec<_> = words(text).map(|word| &text[word.start..word.end()]).collect();
        assert_eq!(found, ["МО", "г", "Ефремов", "ВПР", "2021"]);
    }

    #[test]
    fn a_sign_is_shown_with_its_words() {
        let text = "школы МКУ «ЦООД и все";
        let shown = |text: &'static str, sign: char| &text[around(text, text.find(sign).unwrap(), sign)];
        assert_eq!(shown(text, '«'), "МКУ «ЦООД");
        assert_eq!(shown("пункт (а", '('), "пункт (а");
        assert_eq!(shown("»", '»'), "»");
    }

    #[test]
    fn no_short_word_is_longer_than_the_longest() {
        assert_eq!(LEADING.split(' ').chain(FURTHER.split(' ')).map(str::len).max(), Some(LONGEST));
    }

    #[test]
    fn references_are_numbers() {
        assert_eq!(without_references("на [[срок]], [[а"), "на 000000000000, [[а");
    }
}
