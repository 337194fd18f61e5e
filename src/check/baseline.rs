//! What was found on the day of the baseline: by content, so that lines may move.

use super::lost::lost;
use crate::diagnostic::{Files, Finding, Findings, with_slashes};
use camino::{Utf8Component, Utf8Path};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file's format.
const VERSION: u32 = 1;

/// Findings that are known, as the file keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    findings: Vec<Known>,
}

/// Findings that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    rule: String,
    file: String,
    /// The line where each of them begins, without white space around it.
    line: String,
    message: String,
    count: usize,
}

/// What makes findings alike: file, rule, line of text, message.
type Likeness = (String, String, String, String);

impl Baseline {
    /// The baseline of all these findings.
    pub fn of<'f>(all: impl Iterator<Item = (&'f Findings, &'f Files)>) -> Self {
        let mut counts: BTreeMap<Likeness, usize> = BTreeMap::new();
        for (findings, files) in all {
            for finding in findings.iter().filter(|finding| lost(finding.name).is_none()) {
                *counts.entry(likeness(finding, files)).or_default() += 1;
            }
        }
        let known = |((file, rule, line, message), count)| Known { rule, file, line, message, count };
        Self { version: VERSION, findings: counts.into_iter().map(known).collect() }
    }

    /// Reads the file's text.
    ///
    /// # Errors
    /// What is wrong with it, one Russian line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text)
            .map_err(|error| format!("строка {}: это не файл учёта замечаний", error.line()))?;
        if baseline.version == VERSION {
            Ok(baseline)
        } else {
            Err(format!("файл учёта версии {}, а нужна {VERSION}", baseline.version))
        }
    }

    /// The text of the file.
    ///
    /// # Panics
    /// Never: what it holds can be written as JSON.
    pub fn print(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts and numbers are JSON") + "\n"
    }

    /// How many findings it knows.
    pub fn count(&self) -> usize {
        self.findings.iter().map(|known| known.count).sum()
    }

    /// What is left of it while findings are taken out of it.
    pub fn ledger(&self) -> Ledger {
        let likeness =
            |known: &Known| (known.file.clone(), known.rule.clone(), known.line.clone(), known.message.clone());
        Ledger(self.findings.iter().map(|known| (likeness(known), known.count)).collect())
    }
}

/// How many findings of each likeness are still known.
#[derive(Debug)]
pub struct Ledger(BTreeMap<Likeness, usize>);

impl Ledger {
    /// Takes the known findings out of a list; gives how many.
    pub fn take(&mut self, findings: &mut Findings, files: &Files) -> usize {
        let mut taken = 0;
        findings.retain(|finding| {
            if lost(finding.name).is_some() {
                return true;
            }
            let Some(count) = self.0.get_mut(&likeness(finding, files)).filter(|count| **count > 0) else {
                return true;
            };
            *count -= 1;
            taken += 1;
            false
        });
        taken
    }

    /// How many known findings are found no more.
    pub fn gone(&self) -> usize {
        self.0.values().sum()
    }
}

fn likeness(finding: &Finding, files: &Files) -> Likeness {
    let (file, line) = finding.place.map_or_else(Default::default, |place| {
        let file = files.get(place.file);
        (plain(&file.path), file.line(place.start as usize).to_owned())
    });
    (file, finding.name.to_owned(), line, finding.message.clone())
}

/// The path without `.` in it, with `/` between its parts.
fn plain(path: &Utf8Path) -> String {
    let parts = path.components().filter(|part| *part != Utf8Component::CurDir);
    parts.map(|part| with_slashes(part.as_str())).collect::<Vec<_>>().join("/")
}
