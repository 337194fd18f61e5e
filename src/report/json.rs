//! Findings as JSON for programs, in a form that has a version; `docs/report.schema.json` describes it.

use super::run::{Checked, Run};
use super::words::english;
use crate::diagnostic::{Files, Finding, Level, Place, with_slashes};
use crate::visible;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The version of the form; it grows when a field changes its meaning or goes, not when one comes.
pub(super) const VERSION: u32 = 1;

/// All programs and findings of a run and their number; ends with a newline.
///
/// # Panics
/// Never: strings and numbers always serialise.
pub fn json(run: &Run<'_>) -> String {
    let findings = run
        .programs
        .iter()
        .flat_map(|program| program.findings.iter().map(|finding| entry(finding, program.files, program.path)));
    print(&Report {
        version: VERSION,
        tool: Tool { name: "prikaz".into(), version: run.version.into() },
        shard: run.shard.map(Cow::from),
        programs: run.programs.iter().map(program).collect(),
        findings: findings.collect(),
        summary: Summary {
            errors: run.count(Level::Error),
            warnings: run.count(Level::Warning),
            notes: run.count(Level::Note),
            programs: run.programs.len(),
            excused: run.programs.iter().map(|program| program.excused).sum(),
            baselined: run.programs.iter().map(|program| program.baselined).sum(),
        },
    })
}

pub(super) fn print(report: &Report<'_>) -> String {
    let text = serde_json::to_string_pretty(report).expect("strings and numbers always serialise");
    format!("{}\n", visible::json(&text))
}

#[derive(Serialize, Deserialize)]
pub(super) struct Report<'a> {
    pub(super) version: u32,
    pub(super) tool: Tool<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shard: Option<Cow<'a, str>>,
    pub(super) programs: Vec<Program<'a>>,
    pub(super) findings: Vec<Entry<'a>>,
    pub(super) summary: Summary,
}

#[derive(Serialize, Deserialize, Default)]
pub(super) struct Tool<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) version: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Program<'a> {
    pub(super) path: Cow<'a, str>,
    pub(super) title: Cow<'a, str>,
    pub(super) standard: Cow<'a, str>,
    pub(super) passport: Option<Passport>,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
    pub(super) excused: usize,
    pub(super) baselined: usize,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Passport {
    pub(super) filled: usize,
    pub(super) wanted: usize,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Entry<'a> {
    pub(super) program: Cow<'a, str>,
    pub(super) name: Cow<'a, str>,
    pub(super) level: Cow<'a, str>,
    pub(super) message: Cow<'a, str>,
    pub(super) help: Option<Cow<'a, str>>,
    #[serde(flatten)]
    pub(super) spot: Spot<'a>,
    pub(super) related: Vec<Related<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Related<'a> {
    pub(super) message: Cow<'a, str>,
    #[serde(flatten)]
    pub(super) spot: Spot<'a>,
}

/// Lines and columns from 1, columns in characters, the end exclusive; all null for a finding without a place.
#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Spot<'a> {
    pub(super) file: Option<Cow<'a, str>>,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) end_line: Option<usize>,
    pub(super) end_column: Option<usize>,
}

#[derive(Serialize, Deserialize, Default)]
pub(super) struct Summary {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
    pub(super) programs: usize,
    pub(super) excused: usize,
    pub(super) baselined: usize,
}

impl Entry<'_> {
    /// What it says and where, whatever program it was found in.
    pub(super) fn said(&self) -> String {
        let place =
            (self.spot.file.as_deref(), self.spot.line, self.spot.column, self.spot.end_line, self.spot.end_column);
        format!("{place:?} {} {} {}", self.level, self.name, self.message)
    }
}

fn program<'a>(program: &Checked<'a>) -> Program<'a> {
    Program {
        path: program.path.into(),
        title: program.title.into(),
        standard: program.standard.into(),
        passport: program.passport.map(|(filled, wanted)| Passport { filled, wanted }),
        errors: program.findings.count(Level::Error),
        warnings: program.findings.count(Level::Warning),
        notes: program.findings.count(Level::Note),
        excused: program.excused,
        baselined: program.baselined,
    }
}

fn entry<'a>(finding: &'a Finding, files: &'a Files, program: &'a str) -> Entry<'a> {
    Entry {
        program: program.into(),
        name: finding.name.into(),
        level: english(finding.level).into(),
        message: finding.message.as_str().into(),
        help: finding.help.as_deref().map(Cow::from),
        spot: finding.place.map_or_else(Spot::default, |place| spot(place, files)),
        related: finding
            .related
            .iter()
            .map(|(place, message)| Related { message: message.as_str().into(), spot: spot(*place, files) })
            .collect(),
    }
}

fn spot(place: Place, files: &Files) -> Spot<'_> {
    let (start, end) = (files.start(place), files.end(place));
    Spot {
        file: Some(with_slashes(files.get(place.file).path.as_str())),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
