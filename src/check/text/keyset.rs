//! A set of keys that is asked of every word.

use super::form::Key;

/// A bit for each key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeySet(Vec<u64>);

impl KeySet {
    /// Adds a key.
    pub fn add(&mut self, key: Key) {
        let (word, bit) = Self::place(key);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    /// Whether a key is in the set.
    pub fn has(&self, key: Key) -> bool {
        let (word, bit) = Self::place(key);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn place(key: Key) -> (usize, u64) {
        (key.index() / 64, 1 << (key.index() % 64))
    }
}

impl FromIterator<Key> for KeySet {
    fn from_iter<I: IntoIterator<Item = Key>>(keys: I) -> Self {
        let mut set = Self::default();
        keys.into_iter().for_each(|key| set.add(key));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_added() {
        let set: KeySet = [0, 63, 64, 200].map(Key).into_iter().collect();
        assert_eq!((0..300).map(Key).filter(|key| set.has(*key)).count(), 4);
        assert!(set.has(Key(64)) && !set.has(Key(65)));
    }
}
