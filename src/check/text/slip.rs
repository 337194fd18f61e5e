//! Words that differ by a slip of the keyboard, or by an ending.

use super::form::Key;
use super::keyset::KeySet;
use super::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::str::Chars;

/// Words, and which others are a slip of one of them: found out once for each.
#[derive(Debug, Default)]
pub struct Slips {
    /// By their first and by their last letter: a slip at one end leaves the other.
    words: BTreeMap<(bool, char), Vec<Key>>,
    known: KeySet,
    asked: KeySet,
    found: KeySet,
}

impl Slips {
    /// Of these words, which have more than two letters.
    pub fn of(keys: impl Iterator<Item = Key>, lexicon: &Lexicon) -> Self {
        let mut slips = Self::default();
        for key in keys {
            if !slips.known.has(key) {
                slips.known.add(key);
                ends(&lexicon.text(key)).for_each(|end| slips.words.entry(end).or_default().push(key));
            }
        }
        slips
    }

    /// Whether a word is a slip of one of the words, and not another form of it.
    pub fn has(&mut self, key: Key, lexicon: &Lexicon) -> bool {
        if !self.asked.has(key) {
            self.asked.add(key);
            let written = lexicon.text(key);
            let near = ends(&written).filter_map(|end| self.words.get(&end)).flatten();
            let meant = |word: Key| {
                let word = lexicon.text(word);
                is_slip(&word, &written) && !is_ending(&word, &written)
            };
            if near.copied().any(meant) {
                self.found.add(key);
            }
        }
        self.found.has(key)
    }
}

/// The letters at the ends of a word.
fn ends(word: &str) -> impl Iterator<Item = (bool, char)> {
    let first = word.chars().next().map(|letter| (false, letter));
    let last = word.chars().next_back().map(|letter| (true, letter));
    first.into_iter().chain(last)
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
            prop_assert_eq!(slips.has(lexicon.key(&other), &lexicon), wanted);
        }

        #[test]
        fn a_slip_is_a_distance_of_one(one in "[а-в]{0,6}", other in "[а-в]{0,6}") {
            prop_assert_eq!(is_slip(&one, &other), strsim::osa_distance(&one, &other) == 1);
        }
    }
}
