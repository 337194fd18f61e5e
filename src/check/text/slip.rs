//! Words that differ by a slip of the keyboard, or by an ending.

use super::form::Key;
use super::keyset::KeySet;
use super::lexicon::Lexicon;
use foldhash::fast::FixedState;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::str::Chars;

/// How many words that leave the same letters are looked at.
const MOST: usize = 100;

/// Words by what is left of them without any one letter: a word that is a slip of another leaves the same letters.
#[derive(Debug, Default)]
pub struct Left(IndexMap<u64, Vec<usize>, FixedState>);

impl Left {
    /// Adds a word by its number.
    pub fn add(&mut self, word: &str, number: usize) {
        for left in left(word) {
            let words = self.0.entry(left).or_default();
            if words.len() < MOST && words.last() != Some(&number) {
                words.push(number);
            }
        }
    }

    /// The numbers of the words that may be a slip of this one or it of them, in ascending order.
    pub fn near(&self, word: &str) -> Vec<usize> {
        let mut near: Vec<usize> = left(word).filter_map(|left| self.0.get(&left)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The hashes (FNV-1a) of a word and of what is left of it without any one letter.
fn left(word: &str) -> impl Iterator<Item = u64> {
    let hash = |before: &str, after: &str| {
        let sum = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        before.bytes().chain(after.bytes()).fold(0xcbf2_9ce4_8422_2325, sum)
    };
    let without = move |(at, letter): (usize, char)| hash(&word[..at], &word[at + letter.len_utf8()..]);
    std::iter::once(hash(word, "")).chain(word.char_indices().map(without))
}

/// Words, and which others are a slip of one of them: found out once for each.
#[derive(Debug, Default)]
pub struct Slips {
    words: Vec<Key>,
    left: Left,
    known: KeySet,
    asked: KeySet,
    found: BTreeMap<Key, Vec<Key>>,
}

impl Slips {
    /// Of these words.
    pub fn of(keys: impl Iterator<Item = Key>, lexicon: &Lexicon) -> Self {
        let mut slips = Self::default();
        for key in keys {
            if !slips.known.has(key) {
                slips.known.add(key);
                slips.left.add(&lexicon.text(key), slips.words.len());
                slips.words.push(key);
            }
        }
        slips
    }

    /// The words that a word is a slip of, and not another form.
    pub fn meant(&mut self, key: Key, lexicon: &Lexicon) -> &[Key] {
        if !self.asked.has(key) {
            self.asked.add(key);
            let written = lexicon.text(key);
            let near = self.left.near(&written).into_iter().map(|number| self.words[number]);
            let meant = |word: &Key| {
                let word = lexicon.text(*word);
                is_slip(&word, &written) && !is_ending(&word, &written)
            };
            let meant: Vec<Key> = near.filter(meant).collect();
            if !meant.is_empty() {
                self.found.insert(key, meant);
            }
        }
        self.found.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Whether two words differ by one slip: a letter too many, too few, of another kind, or two that changed places.
pub fn is_slip(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > char::MAX_LEN_UTF8 {
        return false;
    }
    let (one, other) = without_common(one, other);
    let mut letters = (one.chars(), other.chars());
    let two = |letters: &mut Chars<'_>| (letters.next(), letters.next(), letters.next());
    match (two(&mut letters.0), two(&mut letters.1)) {
        ((Some(_), None, None), (None | Some(_), None, None)) | ((None, None, None), (Some(_), None, None)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => a == d && b == c,
        _ => false,
    }
}

/// Two words without the letters that both begin with, and then without those that both end with.
fn without_common<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let begin = same.map(|(letter, _)| letter.len_utf8()).sum::<usize>();
    let (one, other) = (&one[begin..], &other[begin..]);
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(one, other)| one == other);
    let end = same.map(|(letter, _)| letter.len_utf8()).sum::<usize>();
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// Whether two words differ at their ends only, as forms of one word do.
pub fn is_ending(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    same + 2 >= one.chars().count().min(other.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_slip_is_among_the_slips(one in "[а-в]{3,6}", other in "[а-в]{3,6}") {
            let lexicon = Lexicon::default();
            let mut slips = Slips::of([lexicon.key(&one)].into_iter(), &lexicon);
            let wanted = is_slip(&one, &other) && !is_ending(&one, &other);
            prop_assert_eq!(!slips.meant(lexicon.key(&other), &lexicon).is_empty(), wanted);
        }

        #[test]
        fn a_slip_is_a_distance_of_one(one in "[а-в]{0,6}", other in "[а-в]{0,6}") {
            prop_assert_eq!(is_slip(&one, &other), strsim::osa_distance(&one, &other) == 1);
        }
    }
}
