//! A place among the tokens of a phrase, and the simplest steps from it.

use super::words::{Sign, Token};
use std::ops::Range;

/// A reader of tokens; a reading that fails leaves it where it was.
pub(super) struct Cursor<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    /// Whether the rest is only tried: then no further trial is begun within it.
    pub(super) trial: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        Self { tokens, at: 0, trial: false }
    }

    /// Reads by a function, and goes back when it gives nothing.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// The next token but so many.
    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Sign> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    /// The next word but so many.
    pub(super) fn word(&self, ahead: usize) -> Option<&'a str> {
        let Sign::Word(word) = self.peek(ahead)? else { return None };
        Some(word)
    }

    /// The word before.
    pub(super) fn before(&self) -> Option<&'a str> {
        let Sign::Word(word) = &self.tokens.get(self.at.checked_sub(1)?)?.kind else { return None };
        Some(word)
    }

    /// The next number but so many, and its digits.
    pub(super) fn number(&self, ahead: usize) -> Option<(i16, usize)> {
        let Sign::Number { value, digits } = self.peek(ahead)? else { return None };
        Some((*value, *digits))
    }

    /// Takes the next word when the function gives something for it.
    pub(super) fn take<T>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let found = self.word(0).and_then(read)?;
        self.at += 1;
        Some(found)
    }

    /// Takes the next word when it is so.
    pub(super) fn eat_if(&mut self, is: impl FnOnce(&str) -> bool) -> bool {
        self.take(|word| is(word).then_some(())).is_some()
    }

    /// Takes the next word when it is one of these.
    pub(super) fn eat(&mut self, words: &[&str]) -> bool {
        self.eat_if(|word| words.contains(&word))
    }

    /// Takes the next word when it begins so.
    pub(super) fn eat_stem(&mut self, stems: &[&str]) -> bool {
        self.eat_if(|word| stems.iter().any(|stem| word.starts_with(stem)))
    }

    /// Takes these words when all of them follow.
    pub(super) fn eat_all(&mut self, words: &str) -> bool {
        self.attempt(|cursor| words.split(' ').try_for_each(|word| cursor.eat_if(|own| own == word).then_some(())))
            .is_some()
    }

    /// Takes the next sign when it is this.
    pub(super) fn eat_sign(&mut self, sign: &Sign) -> bool {
        let same = self.peek(0) == Some(sign);
        self.at += usize::from(same);
        same
    }

    /// The bytes from a token up to here.
    pub(super) fn since(&self, start: usize) -> Range<usize> {
        let first = self.tokens.get(start).map_or(0, |token| token.words.start);
        let last = self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(first, |last| last.words.end);
        first..last.max(first)
    }
}
