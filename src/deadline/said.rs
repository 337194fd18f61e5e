//! What the clauses of a phrase say together.

use super::Doubt;
use super::phrase::{Bound, Clause, Every, Stretch};
use std::ops::Range;

/// The clauses sorted by what they say.
#[derive(Default)]
pub(super) struct Said {
    pub(super) within: Vec<Stretch>,
    pub(super) from: Option<Stretch>,
    pub(super) until: Option<(Stretch, Bound)>,
    pub(super) every: Option<Every>,
    pub(super) day: Option<(i8, bool)>,
    pub(super) then: bool,
    pub(super) open: bool,
    pub(super) external: bool,
    pub(super) words: Range<usize>,
    pub(super) doubts: Vec<Doubt>,
}

impl Said {
    /// Gathers the clauses; the words of one that contradicts another.
    pub(super) fn new(clauses: Vec<Clause>, words: Range<usize>) -> Result<Self, Range<usize>> {
        let mut said = Self { words, ..Self::default() };
        for clause in clauses {
            match clause {
                Clause::Time { bound: Bound::Within, stretches, .. } => said.within.extend(stretches),
                Clause::Time { bound, stretches, words } => {
                    let stretch = stretches.into_iter().next().ok_or(words.clone())?;
                    let taken = if bound == Bound::From {
                        said.from.replace(stretch).is_some()
                    } else {
                        said.until.replace((stretch, bound)).is_some()
                    };
                    if taken {
                        return Err(words);
                    }
                }
                Clause::DayOfMonth { day, until } => said.day = Some((day, until)),
                Clause::Every { every, .. } => {
                    let finer = said.every.is_none_or(|known| every.unit < known.unit);
                    said.every = if finer { Some(every) } else { said.every };
                }
                Clause::Then => said.then = true,
                Clause::WholeTerm => {}
                Clause::Open(words) => {
                    said.open = true;
                    said.doubts.push(Doubt::Vague { words });
                }
                Clause::External { named, words } => {
                    said.external = true;
                    if !named {
                        said.doubts.push(Doubt::PlanNotNamed { words });
                    }
                }
                Clause::Event(words) => {
                    said.external = true;
                    said.doubts.push(Doubt::Event { words });
                }
                Clause::Aside(words) => said.doubts.push(Doubt::Aside { words }),
            }
        }
        Ok(said)
    }
}
