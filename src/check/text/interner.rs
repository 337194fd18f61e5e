//! Strings by numbers: each distinct one is kept once.

use foldhash::fast::FixedState;
use indexmap::IndexSet;

/// The strings in the order in which they came.
#[derive(Debug, Default)]
pub struct Interner(IndexSet<Box<str>, FixedState>);

impl Interner {
    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The string of a number.
    pub fn text(&self, number: u32) -> &str {
        &self.0[number as usize]
    }

    /// The number of a string: those of new strings follow one another from 0.
    ///
    /// # Panics
    /// When there are 2^32 strings; `source` refuses files that are too large.
    pub fn number(&mut self, text: &str) -> u32 {
        let index = self.0.get_index_of(text).unwrap_or_else(|| self.0.insert_full(text.into()).0);
        u32::try_from(index).expect("source refuses files that are too large")
    }
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn a_string_has_one_number_and_a_number_one_string() {
        let mut interner = Interner::default();
        let texts: Vec<String> = (0..5000).map(|number| format!("слово{number}")).chain([String::new()]).collect();
        for _ in 0..2 {
            for (number, text) in texts.iter().enumerate() {
                let own = interner.number(text);
                assert_eq!((own as usize, interner.text(own)), (number, text.as_str()));
            }
        }
        assert_eq!(interner.len(), texts.len());
    }
}
