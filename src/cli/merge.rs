//! `prikaz report merge`: the reports of the parts of a check as one.

use super::arguments::{ErrorOn, MergeArguments};
use super::output::{self, Stream, print};
use super::{CLEAN, FINDINGS};
use crate::failure::Failure;
use crate::report::{self, Unmergeable};
use camino::Utf8PathBuf;
use std::fs;

/// Joins the reports; gives the exit code of the check that one machine would have run.
pub(super) fn merge(arguments: &MergeArguments) -> Result<u8, Failure> {
    let read =
        |path: &Utf8PathBuf| fs::read_to_string(path).map_err(|source| Failure::Read { path: path.clone(), source });
    let texts = arguments.reports.iter().map(read).collect::<Result<Vec<String>, Failure>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (report, [errors, warnings]) = report::merge(&texts).map_err(|reason| match reason {
        Unmergeable::NotAReport(number, reason) => Failure::Report { path: arguments.reports[number].clone(), reason },
        Unmergeable::Twice(program) => Failure::ReportedTwice(program),
    })?;
    match &arguments.out {
        Some(path) => output::write(path, report.as_bytes())?,
        None => print(&report, Stream::Out)?,
    }
    let found = match arguments.error_on {
        ErrorOn::Error => errors,
        ErrorOn::Warning => errors + warnings,
    };
    Ok(if found > 0 { FINDINGS } else { CLEAN })
}
