//! Rows of words in a tree, so that a text is held against all of them at once.

use std::borrow::Borrow;
use std::collections::BTreeMap;

/// Rows of words, each with what it stands for; those that begin alike share their beginning.
#[derive(Debug)]
pub struct Trie<W, T> {
    /// The first is the root.
    nodes: Vec<Node<W, T>>,
}

#[derive(Debug)]
struct Node<W, T> {
    next: BTreeMap<W, usize>,
    here: Vec<T>,
}

/// A place in the tree: where a row of words leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At(usize);

/// Where no word leads yet.
pub const ROOT: At = At(0);

impl<W, T> Default for Trie<W, T> {
    fn default() -> Self {
        Self { nodes: vec![Node { next: BTreeMap::new(), here: Vec::new() }] }
    }
}

impl<W: Ord, T> Trie<W, T> {
    /// Adds a row of words.
    pub fn add(&mut self, words: impl IntoIterator<Item = W>, thing: T) {
        let mut at = 0;
        for word in words {
            let new = self.nodes.len();
            at = *self.nodes[at].next.entry(word).or_insert(new);
            if at == new {
                self.nodes.push(Node { next: BTreeMap::new(), here: Vec::new() });
            }
        }
        self.nodes[at].here.push(thing);
    }

    /// Where a word leads.
    pub fn next<Q: Ord + ?Sized>(&self, at: At, word: &Q) -> Option<At>
    where
        W: Borrow<Q>,
    {
        self.nodes[at.0].next.get(word).copied().map(At)
    }

    /// What the rows that end here stand for.
    pub fn here(&self, at: At) -> &[T] {
        &self.nodes[at.0].here
    }

    /// The same, which is given once.
    pub fn take(&mut self, at: At) -> Vec<T> {
        std::mem::take(&mut self.nodes[at.0].here)
    }

    /// Where rows end with which words begin.
    pub fn along<'t, Q: Ord + ?Sized + 't>(&self, words: impl IntoIterator<Item = &'t Q>) -> Vec<At>
    where
        W: Borrow<Q>,
    {
        let mut words = words.into_iter();
        let mut last = ROOT;
        let next = || {
            last = self.next(last, words.next()?)?;
            Some(last)
        };
        std::iter::from_fn(next).filter(|at| !self.here(*at).is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_where_words_begin_with_them() {
        let mut trie = Trie::default();
        for (number, row) in ["школа", "школа 2", "школа 2 города", "центр"].into_iter().enumerate()
        {
            trie.add(row.split(' '), number);
        }
        let found = |trie: &Trie<&str, usize>, text: &str| -> Vec<usize> {
            trie.along(text.split(' ')).into_iter().flat_map(|at| trie.here(at).to_vec()).collect()
        };
        assert_eq!(found(&trie, "школа 2 района"), [0, 1]);
        assert_eq!(found(&trie, "2 школа"), [0; 0]);
        let at = trie.next(ROOT, "школа").unwrap();
        assert_eq!((trie.take(at), trie.take(at)), (vec![0], vec![]));
        assert_eq!(found(&trie, "школа 2"), [1]);
    }
}
