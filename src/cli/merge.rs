//! `prikaz report merge`: the reports of the parts of a check as one.

use super::arguments::{ErrorOn, MergeArguments, ReportFormat};
use super::guard::{Guard, TAKEN, Target};
use super::output::{self, Stream, print};
use super::{CLEAN, FINDINGS, reports};
use crate::failure::Failure;
use crate::report::{self, Unmergeable};
use crate::source::{all_exist, read_report};
use camino::{Utf8Path, Utf8PathBuf};
use std::io;

/// Joins the reports; gives the exit code of the check that one machine would have run.
pub(super) fn merge(arguments: &MergeArguments) -> Result<u8, Failure> {
    all_exist(&arguments.reports)?;
    let failed = |path: &Utf8PathBuf, reason| Failure::Report { path: path.clone(), reason };
    let unread = |path: &Utf8PathBuf, reason| Failure::Read { path: path.clone(), source: io::Error::other(reason) };
    let read = |path: &Utf8PathBuf| read_report(path).map_err(|reason: String| unread(path, reason));
    let texts = arguments.reports.iter().map(read).collect::<Result<Vec<String>, Failure>>()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (report, [errors, warnings]) = report::merge(&texts).map_err(|reason| match reason {
        Unmergeable::NotAReport(number, reason) => failed(&arguments.reports[number], reason),
        Unmergeable::Twice(program) => Failure::ReportedTwice(program),
        Unmergeable::NotAllParts(reason) => Failure::NotAllParts(reason),
    })?;
    match &arguments.out {
        Some(path) => {
            let read: Vec<&Utf8Path> = arguments.reports.iter().map(Utf8PathBuf::as_path).collect();
            let is_earlier = |old: &[u8]| reports::is_earlier(ReportFormat::Json, old);
            Guard::of(&[]).reports(&[Target { path, is_earlier: &is_earlier, taken: TAKEN }], &read)?;
            output::write(path, report.as_bytes())?;
        }
        None => print(&report, Stream::Out)?,
    }
    let found = match arguments.exit.error_on {
        ErrorOn::Error => errors,
        ErrorOn::Warning => errors + warnings,
    };
    Ok(if found > 0 { FINDINGS } else { CLEAN })
}
