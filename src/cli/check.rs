//! `prikaz check`: the findings of all programs.

use super::arguments::{CheckArguments, ErrorOn, ReportFormat, WishArguments};
use super::baseline;
use super::fix::fix;
use super::output::{self, Stream, print};
use super::pipeline::{Ground, Outcome};
use super::reports;
use super::shard::Shard;
use super::{CLEAN, FINDINGS};
use crate::check::Wishes;
use crate::compose::Wanted;
use crate::diagnostic::Level;
use crate::failure::Failure;
use crate::model::DateForm;
use crate::source::discover;
use camino::Utf8PathBuf;
use jiff::Zoned;
use jiff::civil::Date;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// Checks programs and prints the report; gives the exit code.
pub(super) fn check(arguments: &CheckArguments) -> Result<u8, Failure> {
    let (paths, wishes) = (paths(&arguments.paths), wishes(&arguments.wishes));
    let baseline = if arguments.no_baseline { None } else { baseline::read(arguments.baseline.as_ref())? };
    let threads = threads(arguments.jobs);
    let checked = || threads.install(|| run(&paths, arguments.shard, &wishes));
    let mut outcomes = checked()?;
    if arguments.fix {
        let mends = fix(&outcomes)?;
        print(&format!("исправлено: {mends}\n"), Stream::Err)?;
        outcomes = checked()?;
    }
    once(&mut outcomes);
    if let Some(baseline) = &baseline {
        let mut ledger = baseline.ledger();
        for outcome in &mut outcomes {
            outcome.known = ledger.take(&mut outcome.findings, &outcome.files);
        }
    }
    let day = wishes.today.map(|day| DateForm::Words.of(day, "")).unwrap_or_default();
    reports::with(&outcomes, Some(&day), |run| {
        for (kind, path) in &arguments.report {
            output::write(path, &reports::report(*kind, run))?;
        }
        let text = if arguments.format == ReportFormat::Text {
            reports::human(run, std::io::stdout().is_terminal())
        } else {
            let bytes = reports::report(arguments.format, run);
            String::from_utf8(bytes).expect("all reports but the protocol are text")
        };
        print(&text, Stream::Out)
    })?;
    let worst = match arguments.exit.error_on {
        ErrorOn::Error => Level::Error,
        ErrorOn::Warning => Level::Warning,
    };
    Ok(code(&outcomes, worst))
}

/// So many threads, or as many as the machine has cores.
pub(super) fn threads(jobs: Option<u16>) -> ThreadPool {
    let threads = ThreadPoolBuilder::new().num_threads(jobs.unwrap_or_default().into()).build();
    threads.expect("threads can be started")
}

/// Runs all phases for all programs under the paths.
pub(super) fn run(paths: &[Utf8PathBuf], shard: Option<Shard>, wishes: &Wishes) -> Result<Vec<Outcome>, Failure> {
    let folders = Shard::take(shard, discover(paths)?);
    let ground = Ground::new();
    let outcomes: Vec<Outcome> =
        folders.par_iter().map(|folder| ground.run(folder, &[], wishes, Wanted::Findings)).collect();
    let mut all = outcomes.iter().flat_map(|outcome| &outcome.findings);
    match &wishes.standard {
        Some(name) if all.any(|finding| finding.name == "unknown-standard" && finding.place.is_none()) => {
            Err(Failure::UnknownStandard(name.clone()))
        }
        Some(_) | None => Ok(outcomes),
    }
}

/// What the arguments ask of the check.
pub(super) fn wishes(arguments: &WishArguments) -> Wishes {
    Wishes {
        standard: arguments.standard.clone(),
        levels: arguments.level.iter().cloned().collect(),
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
        no_exceptions: arguments.no_exceptions,
        today: Some(arguments.date.unwrap_or_else(today)),
    }
}

/// The day by which exceptions expire.
pub(super) fn today() -> Date {
    Zoned::now().date()
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

/// 1 when any finding is as bad as this or worse.
pub(super) fn code(outcomes: &[Outcome], worst: Level) -> u8 {
    let mut all = outcomes.iter().flat_map(|outcome| &outcome.findings);
    if all.any(|finding| finding.level >= worst) { FINDINGS } else { CLEAN }
}
