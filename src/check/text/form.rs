//! A word by itself, whatever text it stands in: what it is compared by, and what it is like.

use super::abbreviations::{is_abbreviation, is_known};
use super::bodies;
use super::interner::Interner;
use super::letters::is_crosses;
use super::ordinary::is_ordinary;
use super::signs::is_letter;
use super::words::{is_function, is_latin, is_leading, stem_of};
use std::borrow::Cow;

/// The number of a string by which words are compared: equal strings have equal keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub(super) u32);

impl Key {
    /// The key as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// It in lower case.
    pub lower: Key,
    /// It in lower case and without «ё».
    pub folded: Key,
    /// The first three letters of that.
    pub head: Key,
    /// Its stem.
    pub stem: Key,
    /// What it is like.
    pub traits: Traits,
    /// How many letters it has; 255 stands for more too.
    pub letters: u8,
    /// How many letters its stem has; 255 stands for more too.
    pub stem_letters: u8,
}

impl Form {
    /// The form of a word, its strings added to the others.
    pub(super) fn of(word: &str, strings: &mut Interner) -> Self {
        let count = |text: &str| u8::try_from(text.chars().count()).unwrap_or(u8::MAX);
        let small = word.to_lowercase();
        let folded = if small.contains('ё') { Cow::Owned(small.replace('ё', "е")) } else { Cow::Borrowed(&*small) };
        let stem = stem_of(&folded);
        let (traits, letters) = (Traits::of(word, &small, &folded), count(word));
        let named = letters >= bodies::SHORTEST && traits.has(Traits::CAPITAL);
        let is_body = named && bodies::meant(&stem).is_some();
        Self {
            lower: Key(strings.number(&small)),
            head: Key(strings.number(head(&folded))),
            stem: Key(strings.number(&stem)),
            traits: if is_body { traits.with(Traits::BODY) } else { traits },
            letters,
            stem_letters: count(&stem),
            folded: Key(strings.number(&folded)),
        }
    }

    /// Whether the word is like this in every way.
    pub fn is(&self, traits: Traits) -> bool {
        self.traits.has(traits)
    }
}

/// The first three letters of a word.
pub fn head(word: &str) -> &str {
    word.char_indices().nth(3).map_or(word, |(end, _)| &word[..end])
}

/// What a word is like, or what the words of a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traits(u32);

impl Traits {
    /// It has a letter.
    pub const LETTER: Self = Self(1);
    /// It is made of letters alone.
    pub const LETTERS: Self = Self(1 << 1);
    /// It has an ASCII digit.
    pub const DIGIT: Self = Self(1 << 2);
    /// It has a Latin letter.
    pub const LATIN: Self = Self(1 << 3);
    /// It begins with a capital.
    pub const CAPITAL: Self = Self(1 << 4);
    /// It is made of capitals alone.
    pub const CAPITALS: Self = Self(1 << 5);
    /// It is made of Cyrillic capitals as an abbreviation is.
    pub const ABBREVIATION: Self = Self(1 << 6);
    /// Everybody knows what it stands for.
    pub const KNOWN: Self = Self(1 << 7);
    /// It has no meaning of its own.
    pub const FUNCTION: Self = Self(1 << 8);
    /// A sentence cannot end with it.
    pub const LEADING: Self = Self(1 << 9);
    /// It holds crosses in place of figures.
    pub const CROSSES: Self = Self(1 << 10);
    /// It speaks of an appendix.
    pub const APPENDIX: Self = Self(1 << 11);
    /// It speaks of a program.
    pub const PROGRAM: Self = Self(1 << 12);
    /// It speaks of a per cent.
    pub const PERCENT: Self = Self(1 << 13);
    /// It may name the kind of a legal act.
    pub const ACT: Self = Self(1 << 14);
    /// It is «от».
    pub const FROM: Self = Self(1 << 15);
    /// It begins with a Latin «n», which may stand for the sign of a number.
    pub const NUMBER: Self = Self(1 << 16);
    /// It is «дд» in place of a day.
    pub const DAY: Self = Self(1 << 17);
    /// It is a slip of the hand in the name of a body.
    pub const BODY: Self = Self(1 << 18);

    /// It is an ordinary word in capitals, as far as its letters tell.
    pub const ORDINARY: Self = Self(1 << 19);

    /// What a word is like; `lower` is it in lower case, and `folded` without «ё» too.
    fn of(word: &str, lower: &str, folded: &str) -> Self {
        const ACTS: [&str; 9] =
            ["закон", "указ", "постановлени", "распоряжени", "приказ", "письм", "писем", "решени", "протокол"];
        let holds = |all: &[&str]| all.iter().any(|part| folded.contains(part));
        let all = [
            (Self::LETTER, word.contains(is_letter)),
            (Self::LETTERS, word.chars().all(is_letter)),
            (Self::DIGIT, word.contains(|sign: char| sign.is_ascii_digit())),
            (Self::LATIN, word.contains(is_latin)),
            (Self::CAPITAL, word.starts_with(char::is_uppercase)),
            (Self::CAPITALS, word.chars().all(char::is_uppercase)),
            (Self::ABBREVIATION, is_abbreviation(word)),
            (Self::ORDINARY, is_abbreviation(word) && !is_known(word) && is_ordinary(word)),
            (Self::KNOWN, is_known(word)),
            (Self::FUNCTION, is_function(lower)),
            (Self::LEADING, is_leading(lower)),
            (Self::CROSSES, is_crosses(word)),
            (Self::APPENDIX, holds(&["приложени"])),
            (Self::PROGRAM, holds(&["программ"])),
            (Self::PERCENT, holds(&["процент"])),
            (Self::ACT, holds(&ACTS)),
            (Self::FROM, folded == "от"),
            (Self::NUMBER, word.starts_with(['n', 'N'])),
            (Self::DAY, folded == "дд"),
        ];
        all.into_iter().filter(|(_, is)| *is).fold(Self::default(), |traits, (own, _)| traits.with(own))
    }

    /// These and others.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of the others are among these.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
