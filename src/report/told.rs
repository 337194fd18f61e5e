//! What people are told of a program: made while its files are at hand, kept without them.

use super::human::{Colour, groups};
use super::run::Checked;
use super::summary::Tally;
use super::words::index;
use crate::diagnostic::{Finding, Level};
use camino::Utf8Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The report of one program for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    tally: Tally,
    /// What was found in files that several programs share, a group of like findings after another.
    common: Vec<Common>,
    /// What was found in the program's own files.
    own: String,
}

/// Like findings in a file that several programs share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Common {
    level: usize,
    number: usize,
    text: String,
}

impl Told {
    /// The report of a program; `is_common` tells which files it shares with others.
    pub fn of(program: &Checked<'_>, colour: Colour, is_common: impl Fn(&Utf8Path) -> bool) -> Self {
        let mut told = Self { tally: Tally::of(program), common: Vec::new(), own: String::new() };
        let common =
            |finding: &Finding| finding.place.is_some_and(|place| is_common(&program.files.get(place.file).path));
        for (findings, text) in groups(program.findings, program.files, colour) {
            if findings.first().is_some_and(|first| common(first)) {
                let level = index(findings[0].level);
                told.common.push(Common { level, number: findings.len(), text });
            } else {
                told.own.push_str(&text);
            }
        }
        told
    }

    /// How many findings of a level there are.
    pub fn count(&self, level: Level) -> usize {
        self.tally.counts[index(level)]
    }
}

/// The reports of all programs, what they have in common with the first of them only; then a line for each program
/// with findings, and a last line for all.
pub fn human(programs: &[Told]) -> String {
    let mut report = String::new();
    let mut said = BTreeSet::new();
    let mut tallies = Vec::new();
    for Told { tally, common, own } in programs {
        let mut tally = tally.clone();
        for group in common {
            if said.insert(&group.text) {
                report.push_str(&group.text);
            } else {
                tally.counts[group.level] -= group.number;
            }
        }
        report.push_str(own);
        tallies.push(tally);
    }
    let lines = tallies.iter().filter(|tally| tally.counts != [0; 3]).map(Tally::line);
    for line in lines.chain([Tally::line_of_all(&tallies)]) {
        report.push_str(&line);
        report.push('\n');
    }
    report
}
