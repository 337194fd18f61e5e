//! Findings as JSON for programs, in a form that has a version; `docs/report.schema.json` describes it.

use super::run::{Checked, Run};
use super::words::english;
use crate::diagnostic::{Files, Finding, Level, Place};
use serde::Serialize;

/// The version of the form; it grows when a field changes its meaning or goes, not when one comes.
const VERSION: u32 = 1;

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
        tool: Tool { name: "prikaz", version: run.version },
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

fn print(report: &Report<'_>) -> String {
    serde_json::to_string_pretty(report).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    tool: Tool<'a>,
    programs: Vec<Program<'a>>,
    findings: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Program<'a> {
    path: &'a str,
    title: &'a str,
    standard: &'a str,
    passport: Option<Passport>,
    errors: usize,
    warnings: usize,
    notes: usize,
    excused: usize,
    baselined: usize,
}

#[derive(Serialize)]
struct Passport {
    filled: usize,
    wanted: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    program: &'a str,
    name: &'a str,
    level: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    spot: Spot<'a>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    spot: Spot<'a>,
}

/// Lines and columns from 1, columns in characters, the end exclusive; all null for a finding without a place.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Spot<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    programs: usize,
    excused: usize,
    baselined: usize,
}

fn program<'a>(program: &Checked<'a>) -> Program<'a> {
    Program {
        path: program.path,
        title: program.title,
        standard: program.standard,
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
        program,
        name: finding.name,
        level: english(finding.level),
        message: &finding.message,
        help: finding.help.as_deref(),
        spot: finding.place.map_or_else(Spot::default, |place| spot(place, files)),
        related: finding
            .related
            .iter()
            .map(|(place, message)| Related { message, spot: spot(*place, files) })
            .collect(),
    }
}

fn spot(place: Place, files: &Files) -> Spot<'_> {
    let (start, end) = (files.start(place), files.end(place));
    Spot {
        file: Some(files.get(place.file).path.as_str()),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
