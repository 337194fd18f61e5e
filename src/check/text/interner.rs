//! Strings by numbers: each distinct one is kept once.

use foldhash::fast::FixedState;
use std::hash::BuildHasher;

/// The strings and a table that finds them.
#[derive(Debug, Default)]
pub struct Interner {
    letters: String,
    /// Where each string ends among the letters.
    ends: Vec<u32>,
    /// A power of two of places; a string stands at the first free one from its hash on.
    table: Vec<Option<Entry>>,
    hasher: FixedState,
}

/// A string in the table.
#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u32,
    number: u32,
}

impl Interner {
    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..self.ends[number] as usize]
    }

    /// The number of a string: those of new strings follow one another from 0.
    ///
    /// # Panics
    /// When the strings take 4 GB; `source` refuses files that are too large.
    pub fn number(&mut self, text: &str) -> u32 {
        if 2 * self.len() >= self.table.len() {
            self.grow();
        }
        #[expect(clippy::cast_possible_truncation, reason = "half of a hash is enough")]
        let hash = self.hasher.hash_one(text.as_bytes()) as u32;
        let mut at = self.place(hash);
        while let Some(entry) = self.table[at] {
            if entry.hash == hash && self.text(entry.number) == text {
                return entry.number;
            }
            at = self.place_after(at);
        }
        let narrow = |size: usize| u32::try_from(size).expect("source refuses files that are too large");
        let number = narrow(self.len());
        self.letters.push_str(text);
        self.ends.push(narrow(self.letters.len()));
        self.table[at] = Some(Entry { hash, number });
        number
    }

    fn place(&self, hash: u32) -> usize {
        hash as usize & (self.table.len() - 1)
    }

    fn place_after(&self, at: usize) -> usize {
        (at + 1) & (self.table.len() - 1)
    }

    fn grow(&mut self) {
        let larger = vec![None; (2 * self.table.len()).max(1 << 10)];
        for entry in std::mem::replace(&mut self.table, larger).into_iter().flatten() {
            let mut at = self.place(entry.hash);
            while self.table[at].is_some() {
                at = self.place_after(at);
            }
            self.table[at] = Some(entry);
        }
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
