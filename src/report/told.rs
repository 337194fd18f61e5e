//! What people are told of a program: made while its files are at hand, kept without them.

use super::entry::hash;
use super::human::{Colour, groups};
use super::run::Checked;
use super::summary::Tally;
use super::words::index;
use crate::diagnostic::{Files, Finding, Level};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The report of one program for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    tally: Tally,
    groups: Vec<Group>,
}

/// Like findings, as they are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Group {
    /// One for each finding, the same for what several programs have in common, such as a municipality file; none
    /// without a place.
    marks: Vec<Option<u128>>,
    level: usize,
    text: String,
}

impl Told {
    /// The report of a program.
    pub fn of(program: &Checked<'_>, colour: Colour) -> Self {
        let group = |(findings, text): (Vec<&Finding>, String)| {
            let marks = findings.iter().map(|finding| mark(finding, program.files)).collect();
            Group { marks, level: index(findings[0].level), text }
        };
        let groups = groups(program.findings, program.files, colour).into_iter().map(group).collect();
        Self { tally: Tally::of(program), groups }
    }

    /// How many findings an exception covers.
    pub fn excused(&self) -> usize {
        self.tally.excused
    }

    /// Whether there is a finding of a level or of a worse one.
    pub fn has(&self, level: Level) -> bool {
        self.tally.counts[..=index(level)].iter().any(|number| *number > 0)
    }
}

fn mark(finding: &Finding, files: &Files) -> Option<u128> {
    let place = finding.place?;
    let (path, span) = (&files.get(place.file).path, format!("{} {}-{}", index(finding.level), place.start, place.end));
    Some(hash(&[path.as_str(), &span, finding.name, &finding.message].join("\0"), 0))
}

/// The reports of all programs, what they have in common with the first of them only; then a line for each program
/// with findings, and a last line for all.
pub fn human(programs: &[Told]) -> String {
    let mut report = String::new();
    let mut said = BTreeSet::new();
    let mut tallies = Vec::new();
    for Told { tally, groups } in programs {
        let mut tally = tally.clone();
        for group in groups {
            let new = group.marks.iter().filter(|mark| mark.is_none_or(|mark| said.insert(mark))).count();
            if new > 0 {
                report.push_str(&group.text);
            }
            tally.counts[group.level] -= group.marks.len() - new;
        }
        tallies.push(tally);
    }
    let lines = tallies.iter().filter(|tally| tally.counts != [0; 3]).map(Tally::line);
    for line in lines.chain([Tally::line_of_all(&tallies)]) {
        report.push_str(&line);
        report.push('\n');
    }
    report
}
