//! How like two texts are, and which of many texts are like a given one, without comparing each with each.

use super::form::Key;
use std::collections::BTreeSet;

/// With how many texts one text is compared: no list is so long that time grows with its square.
const MOST: usize = 500;

/// Stems in ascending order, each once.
pub type Stems = Vec<Key>;

/// Texts by their stems; finds those that share most of them with another.
#[derive(Debug)]
pub struct Index {
    /// The stems of all texts in ascending order, each with how many texts have it.
    counts: Vec<(Key, usize)>,
    /// The rarest stems of the texts, in ascending order, each with its text.
    by_stem: Vec<(Key, usize)>,
    texts: Vec<Stems>,
    least: f64,
}

impl Index {
    /// Texts that are to be found by those at least so like them, between 0 and 1.
    pub fn new(texts: Vec<Stems>, least: f64) -> Self {
        let mut all: Vec<Key> = texts.iter().flatten().copied().collect();
        all.sort_unstable();
        let counts = all.chunk_by(|one, other| one == other).map(|same| (same[0], same.len())).collect();
        let mut index = Self { counts, by_stem: Vec::new(), texts: Vec::new(), least };
        for (number, text) in texts.iter().enumerate() {
            index.by_stem.extend(index.rarest(text).into_iter().map(|stem| (stem, number)));
        }
        index.by_stem.sort_unstable();
        index.texts = texts;
        index
    }

    /// The numbers of the texts that are like this one, with how like they are; of very many those that share its
    /// rarest words.
    pub fn like(&self, text: &Stems) -> Vec<(usize, f64)> {
        let rarest = self.rarest(text);
        let near: BTreeSet<usize> = rarest.into_iter().flat_map(|stem| self.with(stem)).take(MOST).collect();
        let likeness = |number: usize| (number, likeness(&self.texts[number], text));
        near.into_iter().map(likeness).filter(|(_, likeness)| *likeness >= self.least).collect()
    }

    /// The texts one of whose rarest stems this is.
    fn with(&self, stem: Key) -> impl Iterator<Item = usize> {
        let from = self.by_stem.partition_point(|(own, _)| *own < stem);
        self.by_stem[from..].iter().take_while(move |(own, _)| *own == stem).map(|(_, number)| *number)
    }

    /// So many of the rarest stems that two texts that are like enough share one of them; those of no text are left
    /// out.
    fn rarest(&self, text: &Stems) -> Vec<Key> {
        let count = |stem: &Key| self.counts.binary_search_by_key(stem, |(own, _)| *own).map(|at| self.counts[at].1);
        let mut known: Vec<(usize, Key)> = text.iter().filter_map(|stem| Some((count(stem).ok()?, *stem))).collect();
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number of words of a text"
        )]
        let shared = (self.least * text.len() as f64).ceil() as usize;
        let wanted = text.len() + 1 - shared.clamp(1, text.len().max(1));
        let strange = text.len() - known.len();
        known.sort_unstable();
        known.into_iter().take(wanted.saturating_sub(strange)).map(|(_, stem)| stem).collect()
    }
}

/// How much of their stems two texts share: 1 when all.
#[expect(clippy::cast_precision_loss, reason = "the number of words of a text")]
fn likeness(one: &Stems, other: &Stems) -> f64 {
    let shared = shared(one, other);
    let all = one.len() + other.len() - shared;
    if all == 0 { 1.0 } else { shared as f64 / all as f64 }
}

/// How many stems two texts share.
pub fn shared(one: &[Key], other: &[Key]) -> usize {
    let (mut one, mut other, mut count) = (one, other, 0);
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        count += usize::from(first == second);
        (one, other) = (if first <= second { rest } else { one }, if second <= first { others } else { other });
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(stems: &BTreeSet<u32>) -> Stems {
        stems.iter().map(|stem| Key(*stem)).collect()
    }

    proptest! {
        #[test]
        fn what_is_like_enough_is_found(
            texts in prop::collection::vec(prop::collection::btree_set(0..6_u32, 1..6), 1..12),
            text in prop::collection::btree_set(0..6_u32, 1..6),
        ) {
            let (texts, text): (Vec<_>, _) = (texts.iter().map(set).collect(), set(&text));
            let slow: Vec<usize> =
                (0..texts.len()).filter(|number| likeness(&texts[*number], &text) >= 0.6).collect();
            let quick: Vec<usize> = Index::new(texts, 0.6).like(&text).into_iter().map(|(number, _)| number).collect();
            prop_assert_eq!(quick, slow);
        }
    }

    #[test]
    fn likeness_counts_shared_words() {
        assert!(
            (likeness(&set(&BTreeSet::from([1, 2, 3])), &set(&BTreeSet::from([2, 3, 4]))) - 0.5).abs() < f64::EPSILON
        );
    }
}
