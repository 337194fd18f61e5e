//! Where the things of a program are, by what links call them: found out when first asked, so that no link looks
//! through a list.

use super::BuiltIn;
use crate::diagnostic::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Where things are by their names; of two of one name the first.
#[derive(Debug)]
pub struct Names<T>(BTreeMap<String, T>);

impl<T> Names<T> {
    /// Of things with all their names, in order.
    pub fn of<'n, N: IntoIterator<Item = &'n str>>(things: impl IntoIterator<Item = (T, N)>) -> Self
    where
        T: Clone,
    {
        let mut names = BTreeMap::new();
        for (thing, own) in things {
            for name in own {
                if !names.contains_key(name) {
                    names.insert(name.to_owned(), thing.clone());
                }
            }
        }
        Self(names)
    }

    /// Where the thing of this name is.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name)
    }
}

/// Which paper it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperKey {
    /// A paper made from the model, of the program or of the edition of this id.
    BuiltIn(BuiltIn, Option<String>),
    /// A paper of the municipality's own, by its id.
    Own(String),
    /// An appendix with a text of its own, by its place.
    Appendix(Place),
}

/// Where a task is.
#[derive(Debug, Clone, Copy)]
pub struct TaskAt {
    /// Its number, from 1.
    pub number: usize,
    /// Its goal; absent for a task of no single goal.
    pub goal: Option<usize>,
    /// Its index among its neighbours.
    pub index: usize,
}

/// The names in the lists of a program. A copy of a program, which may be changed, knows nothing yet.
#[derive(Debug, Default)]
pub struct Directory {
    /// Of the tasks, by ids and numbers.
    pub tasks: OnceLock<Names<TaskAt>>,
    /// Of the people, by ids and names.
    pub people: OnceLock<Names<usize>>,
    /// Of the parties, by ids, names and short names.
    pub parties: OnceLock<Names<usize>>,
    /// Of the acts, by ids.
    pub acts: OnceLock<Names<usize>>,
    /// Of the papers of the municipality's own, by ids.
    pub papers: OnceLock<Names<usize>>,
    /// Of the appendices, by ids: the indices from the order down.
    pub appendices: OnceLock<Names<Vec<usize>>>,
    /// Of the editions, by ids.
    pub editions: OnceLock<Names<usize>>,
    /// The papers that the order approves.
    pub approved: OnceLock<BTreeSet<PaperKey>>,
    /// The appendices of the order itself, by the papers that they are.
    pub attached: OnceLock<BTreeMap<PaperKey, usize>>,
}

impl Clone for Directory {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Directory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
