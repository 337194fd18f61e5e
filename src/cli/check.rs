//! `prikaz check`: the findings of all programs.

use super::arguments::{CheckArguments, ReportFormat};
use super::output::{Stream, print};
use super::pipeline::{Ground, Outcome};
use super::{CLEAN, FINDINGS};
use crate::diagnostic::Level;
use crate::failure::Failure;
use crate::report;
use crate::source::discover;
use camino::Utf8PathBuf;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// Checks programs and prints the report; gives the exit code.
pub(super) fn check(arguments: &CheckArguments) -> Result<u8, Failure> {
    let folders = discover(&paths(&arguments.paths))?;
    let ground = Ground::new();
    let mut outcomes: Vec<Outcome> = folders.par_iter().map(|folder| ground.run(folder, &[])).collect();
    let code = code(&outcomes);
    once(&mut outcomes);
    let text = match arguments.format {
        ReportFormat::Text => human(&outcomes, std::io::stdout().is_terminal()),
        ReportFormat::Json => {
            let reports: Vec<_> = outcomes.iter().map(|outcome| (&outcome.findings, &outcome.files)).collect();
            report::json(&reports)
        }
    };
    print(&text, Stream::Out)?;
    Ok(code)
}

/// The paths given, or the current folder.
pub(super) fn paths(given: &[Utf8PathBuf]) -> Vec<Utf8PathBuf> {
    if given.is_empty() { vec![".".into()] } else { given.to_vec() }
}

/// Leaves what several programs have in common (a municipality file, a template) with the first of them.
pub(super) fn once(outcomes: &mut [Outcome]) {
    let mut seen = BTreeSet::new();
    for Outcome { findings, files, .. } in outcomes {
        findings.retain(|finding| {
            let place = finding.place.map(|place| (files.get(place.file).path.clone(), place.start, place.end));
            place.is_none_or(|place| seen.insert((place, finding.name, finding.message.clone())))
        });
    }
}

/// All findings for a person, with a summary line.
pub(super) fn human(outcomes: &[Outcome], terminal: bool) -> String {
    let colour = if terminal { report::Colour::Always } else { report::Colour::Never };
    let mut text = String::new();
    for outcome in outcomes {
        text.push_str(&report::human(&outcome.findings, &outcome.files, colour));
    }
    let count = |level| outcomes.iter().map(|outcome| outcome.findings.count(level)).sum();
    let (errors, warnings, notes) = (count(Level::Error), count(Level::Warning), count(Level::Note));
    text.push_str(&report::summary(errors, warnings, notes, outcomes.len()));
    text.push('\n');
    text
}

/// 1 when any finding is an error.
pub(super) fn code(outcomes: &[Outcome]) -> u8 {
    if outcomes.iter().any(|outcome| outcome.findings.has_errors()) { FINDINGS } else { CLEAN }
}
