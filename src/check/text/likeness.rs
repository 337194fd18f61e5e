//! How like two texts are, and which of many texts are like a given one, without comparing each with each.

use std::collections::{BTreeMap, BTreeSet};

/// Texts by their stems; finds those that share most of them with another.
#[derive(Debug)]
pub struct Index {
    /// How many texts have a stem.
    counts: BTreeMap<String, usize>,
    /// The texts by their rarest stems.
    by_stem: BTreeMap<String, Vec<usize>>,
    texts: Vec<BTreeSet<String>>,
    least: f64,
}

impl Index {
    /// Texts that are to be found by those at least so like them, between 0 and 1.
    pub fn new(texts: Vec<BTreeSet<String>>, least: f64) -> Self {
        let mut counts = BTreeMap::new();
        for stem in texts.iter().flatten() {
            *counts.entry(stem.clone()).or_default() += 1;
        }
        let mut index = Self { counts, by_stem: BTreeMap::new(), texts: Vec::new(), least };
        for (number, text) in texts.iter().enumerate() {
            for stem in index.rarest(text) {
                index.by_stem.entry(stem.clone()).or_default().push(number);
            }
        }
        index.texts = texts;
        index
    }

    /// The numbers of the texts that are like this one, with how like they are.
    pub fn like(&self, text: &BTreeSet<String>) -> Vec<(usize, f64)> {
        let near: BTreeSet<usize> =
            self.rarest(text).into_iter().filter_map(|stem| self.by_stem.get(stem)).flatten().copied().collect();
        let likeness = |number: usize| (number, likeness(&self.texts[number], text));
        near.into_iter().map(likeness).filter(|(_, likeness)| *likeness >= self.least).collect()
    }

    /// So many of the rarest stems that two texts that are like enough share one of them.
    fn rarest<'t>(&self, text: &'t BTreeSet<String>) -> Vec<&'t String> {
        let mut stems: Vec<&String> = text.iter().collect();
        stems.sort_by_key(|stem| (self.counts.get(*stem).copied().unwrap_or(0), *stem));
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number of words of a text"
        )]
        let shared = (self.least * stems.len() as f64).ceil() as usize;
        stems.truncate(stems.len() + 1 - shared.clamp(1, stems.len().max(1)));
        stems
    }
}

/// How much of their stems two texts share: 1 when all.
#[expect(clippy::cast_precision_loss, reason = "the number of words of a text")]
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    if all == 0 { 1.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(words: &str) -> BTreeSet<String> {
        words.split_whitespace().map(String::from).collect()
    }

    proptest! {
        #[test]
        fn what_is_like_enough_is_found(
            texts in prop::collection::vec(prop::collection::btree_set("[a-f]", 1..6), 1..12),
            text in prop::collection::btree_set("[a-f]", 1..6),
        ) {
            let slow: Vec<usize> =
                (0..texts.len()).filter(|number| likeness(&texts[*number], &text) >= 0.6).collect();
            let quick: Vec<usize> = Index::new(texts, 0.6).like(&text).into_iter().map(|(number, _)| number).collect();
            prop_assert_eq!(quick, slow);
        }
    }

    #[test]
    fn likeness_counts_shared_words() {
        assert!((likeness(&set("a b c"), &set("b c d")) - 0.5).abs() < f64::EPSILON);
    }
}
