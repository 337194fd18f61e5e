//! A part of the programs, so that several machines share the work.

use super::arguments::Unread;

/// A part of all programs: the first number of the second, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shard {
    number: usize,
    of: usize,
}

impl Shard {
    /// Reads «3/10».
    pub(super) fn parse(written: &str) -> Result<Self, Unread> {
        let parsed = written.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let shard = parsed.filter(|(number, of)| (1..=*of).contains(number)).map(|(number, of)| Self { number, of });
        shard.ok_or_else(|| Unread("напишите, например, 3/10 — третья часть из десяти".to_owned()))
    }

    /// The programs of this part: each of them is in one part, neighbours are in different ones.
    pub(super) fn take<T>(shard: Option<Self>, all: Vec<T>) -> Vec<T> {
        let Some(Self { number, of }) = shard else { return all };
        all.into_iter().skip(number - 1).step_by(of).collect()
    }
}
