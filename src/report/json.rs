//! Findings as JSON for programs, in a form that has a version; `docs/report.schema.json` describes it.

use super::run::{Checked, Run};
use super::words::english;
use crate::diagnostic::{Files, Finding, Findings, Level, Place};
use serde::Serialize;

/// The version of the form; it grows when a field changes its meaning or goes, not when one comes.
const VERSION: u32 = 1;

/// All findings of several runs, each with its own files, and their number; ends with a newline.
///
/// # Panics
/// Never: strings and numbers always serialise.
pub fn json(reports: &[(&Findings, &Files)]) -> String {
    let count = |level| reports.iter().map(|(findings, _)| findings.count(level)).sum();
    print(&Report {
        version: VERSION,
        tool: None,
        programs: None,
        findings: reports
            .iter()
            .flat_map(|(findings, files)| findings.iter().map(|finding| entry(finding, files, None)))
            .collect(),
        summary: Summary {
            errors: count(Level::Error),
            warnings: count(Level::Warning),
            notes: count(Level::Note),
            programs: reports.len(),
            excused: None,
            baselined: None,
        },
    })
}

/// All programs and findings of a run and their number; ends with a newline.
///
/// # Panics
/// Never: strings and numbers always serialise.
pub fn json_run(run: &Run<'_>) -> String {
    let findings = run
        .programs
        .iter()
        .flat_map(|program| program.findings.iter().map(|finding| entry(finding, program.files, Some(program.path))));
    print(&Report {
        version: VERSION,
        tool: Some(Tool { name: "prikaz", version: run.version }),
        programs: Some(run.programs.iter().map(program).collect()),
        findings: findings.collect(),
        summary: Summary {
            errors: run.count(Level::Error),
            warnings: run.count(Level::Warning),
            notes: run.count(Level::Note),
            programs: run.programs.len(),
            excused: Some(run.programs.iter().map(|program| program.excused).sum()),
            baselined: Some(run.programs.iter().map(|program| program.baselined).sum()),
        },
    })
}

fn print(report: &Report<'_>) -> String {
    serde_json::to_string_pretty(report).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    tool: Option<Tool<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    programs: Option<Vec<Program<'a>>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<&'a str>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    excused: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baselined: Option<usize>,
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

fn entry<'a>(finding: &'a Finding, files: &'a Files, program: Option<&'a str>) -> Entry<'a> {
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
