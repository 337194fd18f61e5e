//! A text as its words: where each stands, and what it is by itself.

use super::form::{Form, Key, Traits};
use super::lexicon::Lexicon;
use super::signs::{Signs, is_of_word};
use super::words::without_references;
use std::borrow::Cow;
use std::ops::Range;

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    /// What it is by itself.
    pub form: Form,
}

impl Token {
    /// Where it begins in the text, in bytes.
    pub fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it ends in the text, in bytes.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// Where it stands in the text, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start()..self.end()
    }
}

/// The words of a text, and what is between and among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tokens {
    /// The words in order; a hyphen, an apostrophe or a full stop parts them.
    pub all: Vec<Token>,
    /// The signs between the words.
    pub signs: Signs,
    /// What any of the words is like.
    pub traits: Traits,
}

impl Tokens {
    /// The words of a text.
    pub fn of(text: &str, lexicon: &Lexicon) -> Self {
        let mut all = Vec::with_capacity(text.len() / 8);
        let (mut signs, mut traits) = (Signs::default(), Traits::default());
        let bytes = text.as_bytes();
        let narrow = |at: usize| u32::try_from(at).expect("source refuses files that are too large");
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            at = end_of_word(text, at);
            if start < at {
                let form = lexicon.form(&text[start..at]);
                traits = traits.with(form.traits);
                all.push(Token { start: narrow(start), end: narrow(at), form });
            }
            if let Some(sign) = text[at..].chars().next() {
                signs.add(sign);
                at += sign.len_utf8();
            }
        }
        Self { all, signs, traits }
    }

    /// Whether one of the signs may stand between the words.
    pub fn may_hold(&self, signs: &str) -> bool {
        self.signs.may_hold(Signs::of(signs))
    }

    /// The words that carry meaning: no prepositions, conjunctions and numbers.
    pub fn telling(&self) -> impl Iterator<Item = &Token> {
        self.all.iter().filter(|token| token.form.is(Traits::LETTER) && !token.form.is(Traits::FUNCTION))
    }

    /// Their text, whose `[[ид]]` are as many digits.
    pub fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.may_hold("[") { without_references(text) } else { Cow::Borrowed(text) }
    }

    /// The stems of the words of their text that carry meaning, in order; a `[[ид]]` is a number.
    pub fn stems(&self, text: &str, lexicon: &Lexicon) -> Vec<Key> {
        let shown = self.shown(text);
        let others = matches!(shown, Cow::Owned(_)).then(|| Self::of(&shown, lexicon));
        others.as_ref().unwrap_or(self).telling().map(|token| token.form.stem).collect()
    }
}

/// The stems of the words of a text that carry meaning, in order; a `[[ид]]` is a number.
pub fn stems(text: &str, lexicon: &Lexicon) -> Vec<Key> {
    Tokens::of(text, lexicon).stems(text, lexicon)
}

/// Where the word that begins here ends: here when none does.
fn end_of_word(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            // The first bytes of the Cyrillic letters from U+0400 to U+047F.
            0xd0 | 0xd1 => at += 2,
            0..=0x7f if byte.is_ascii_alphanumeric() => at += 1,
            0..=0x7f => break,
            _ => match text[at..].chars().next().filter(|sign| is_of_word(*sign)) {
                Some(sign) => at += sign.len_utf8(),
                None => break,
            },
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_sign_is_a_word_or_none_as_unicode_has_it() {
        for sign in '\0'..=char::MAX {
            let text = format!("{sign}");
            assert_eq!(end_of_word(&text, 0) > 0, sign.is_alphanumeric(), "{sign:?}");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_the_words_of_a_text(text in "[а-яА-Яё0-9a-z («».,№–\u{301}-]{0,40}") {
            let tokens = Tokens::of(&text, &Lexicon::default());
            let found: Vec<_> = tokens.all.iter().map(|token| (&text[token.range()], token.start())).collect();
            let wanted: Vec<_> = words(&text).map(|word| (word.text, word.start)).collect();
            prop_assert_eq!(found, wanted);
            let between = text.chars().filter(|sign| !sign.is_alphanumeric());
            prop_assert!(between.into_iter().all(|sign| tokens.signs.may_hold(Signs::of(&sign.to_string()))));
        }
    }
}
