//! «Возможно, имелось в виду …»: the nearest of the known words.

use std::sync::OnceLock;

/// The likeness from which a word is offered (Jaro-Winkler for typing slips, 0..1).
const LIKENESS: f64 = 0.82;

/// With how many known words one written word is compared.
const MOST: usize = 100;

/// How many letters these words have together: likeness takes the square of their length.
const LETTERS: usize = 10_000;

/// Words that are known, ready for many questions.
///
/// A list of up to a hundred words is compared whole. Of a longer one those are that begin most alike and those that
/// end most alike, a half each: a slip leaves the letters before or behind it as they were. So a question takes no
/// longer in a long list than in a short one.
#[derive(Debug, Clone)]
pub struct Known<W> {
    words: Vec<(W, Vec<char>)>,
    orders: OnceLock<[Vec<usize>; 2]>,
}

impl<W: AsRef<str>> Known<W> {
    /// Of these words.
    pub fn of(words: impl IntoIterator<Item = W>) -> Self {
        let words = words.into_iter().map(|word| {
            let letters = letters(word.as_ref());
            (word, letters)
        });
        Self { words: words.collect(), orders: OnceLock::new() }
    }

    /// The word nearest to what was written, the last of several; none if it is not near enough.
    pub fn nearest(&self, written: &str) -> Option<&W> {
        let written = letters(written);
        let most = MOST.min(LETTERS / written.len().max(1));
        let likeness = |index: usize| strsim::generic_jaro_winkler(&written, &self.words[index].1);
        let near: Vec<usize> =
            if self.words.len() <= most { (0..self.words.len()).collect() } else { self.beside(&written, most) };
        near.into_iter()
            .map(|index| (likeness(index), index))
            .filter(|(likeness, _)| *likeness >= LIKENESS)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
            .map(|(_, index)| &self.words[index].0)
    }

    /// So many words that stand beside the written one in the order of their beginnings and in that of their ends.
    fn beside(&self, written: &[char], most: usize) -> Vec<usize> {
        let [begins, ends] = self.orders.get_or_init(|| {
            let all = || (0..self.words.len()).collect::<Vec<_>>();
            let (mut begins, mut ends) = (all(), all());
            begins.sort_by(|one, other| self.words[*one].1.cmp(&self.words[*other].1));
            ends.sort_by(|one, other| self.words[*one].1.iter().rev().cmp(self.words[*other].1.iter().rev()));
            [begins, ends]
        });
        let begin = begins.partition_point(|index| self.words[*index].1.as_slice() < written);
        let end = ends.partition_point(|index| self.words[*index].1.iter().rev().lt(written.iter().rev()));
        let around = |at: usize| at.saturating_sub(most / 4)..(at + most / 4).min(self.words.len());
        [&begins[around(begin)], &ends[around(end)]].concat()
    }
}

/// The known word nearest to what was written, if any is near enough.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Known::of(known).nearest(written).copied()
}

fn letters(word: &str) -> Vec<char> {
    word.to_lowercase().chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The nearest of all, each compared.
    fn of_all<'a>(written: &str, known: &'a [String]) -> Option<(f64, &'a str)> {
        let near = known
            .iter()
            .map(|word| (strsim::jaro_winkler(&written.to_lowercase(), &word.to_lowercase()), word.as_str()));
        near.filter(|(likeness, _)| *likeness >= LIKENESS).max_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// What a slip of the hand at a letter makes of a word.
    fn slip(word: &str, at: usize, kind: usize) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % (letters.len() - 1);
        match kind {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, 'ъ'),
            2 => letters[at] = 'ъ',
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        let known = ["наименование", "срок", "ответственные"];
        assert_eq!(nearest("наменование", known), Some("наименование"));
        assert_eq!(nearest("ответственый", known), Some("ответственные"));
        assert_eq!(nearest("бюджет", known), None);
    }

    #[test]
    fn a_slip_is_mended_in_a_list_of_any_length() {
        let known: Vec<String> = (0..20_000).map(|number| format!("Мера-{number}")).collect();
        let index = Known::of(&known);
        for number in [0, 7, 1234, 9999, 19_999] {
            for written in [format!("мерза-{number}"), format!("мра-{number}"), format!("Меар-{number}")] {
                assert_eq!(index.nearest(&written).copied(), Some(&known[number]), "{written}");
            }
        }
        assert_eq!(index.nearest("бюджет"), None);
        assert_eq!(index.nearest(&"мера".repeat(LETTERS)), None);
    }

    proptest! {
        #[test]
        fn a_short_list_is_compared_whole(
            written in "[а-еА-Е]{0,7}",
            known in proptest::collection::vec("[а-еА-Е]{0,7}", 0..=MOST),
        ) {
            let index = Known::of(&known);
            prop_assert_eq!(index.nearest(&written).map(|word| word.as_str()), of_all(&written, &known).map(|(_, word)| word));
        }

        #[test]
        fn what_is_found_in_a_long_list_is_no_less_like_than_what_was_meant(
            known in proptest::collection::btree_set("[а-я]{6,14}", MOST + 1..4 * MOST),
            (which, at, kind) in (any::<proptest::sample::Index>(), 0..14_usize, 0..4_usize),
        ) {
            let known: Vec<String> = known.into_iter().collect();
            let meant = &known[which.index(known.len())];
            let written = slip(meant, at, kind);
            let found = Known::of(&known).nearest(&written).map(|word| strsim::jaro_winkler(&written, word));
            let wanted = Some(strsim::jaro_winkler(&written, meant)).filter(|likeness| *likeness >= LIKENESS);
            prop_assert!(found >= wanted);
        }
    }
}
