//! Texts: their words, letters and signs, how like they are, what they promise.

pub mod abbreviations;
pub mod fold;
pub mod letters;
pub mod likeness;
pub mod pairs;
pub mod promises;
pub mod words;
