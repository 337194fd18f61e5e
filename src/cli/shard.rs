//! A part of the programs, so that several machines share the work.

use super::arguments::Unread;
use crate::digest::digest;
use crate::source::Folder;
use std::fmt;

/// A part of all programs: the first number of the second, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shard {
    number: usize,
    of: usize,
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl Shard {
    /// Reads «3/10».
    pub(super) fn parse(written: &str) -> Result<Self, Unread> {
        let parsed = written.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let shard = parsed.filter(|(number, of)| (1..=*of).contains(number)).map(|(number, of)| Self { number, of });
        shard.ok_or_else(|| Unread("напишите, например, 3/10 — третья часть из десяти".to_owned()))
    }

    /// The programs of this part, in their order. Each of them is in one part, which depends on its path alone: others
    /// that come or go do not move it to another machine, where its papers would be built anew.
    pub(super) fn take(shard: Option<Self>, mut all: Vec<Folder>) -> Vec<Folder> {
        if let Some(Self { number, of }) = shard {
            all.retain(|folder| digest(folder.main.as_str().as_bytes()) % of as u128 == number as u128 - 1);
        }
        all
    }
}
