//! Texts: their words, letters and signs, how like they are, what they promise.

pub mod abbreviations;
pub mod bodies;
pub mod days;
pub mod fold;
pub mod form;
mod interner;
pub mod keyset;
pub mod letters;
pub mod lexicon;
pub mod likeness;
mod ordinary;
pub mod pairs;
pub mod promises;
pub mod signs;
pub mod slip;
pub mod tokens;
pub mod trie;
pub mod words;
