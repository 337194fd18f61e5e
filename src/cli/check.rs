//! `prikaz check`: the findings of all programs.

use super::arguments::{CheckArguments, ErrorOn, ReportFormat, WishArguments};
use super::baseline;
use super::fix::fix;
use super::guard::{Guard, TAKEN, Target};
use super::output::{self, Stream, print};
use super::pipeline::{Ground, Outcome};
use super::reports;
use super::shard::Shard;
use super::threads::threads;
use super::{CLEAN, FINDINGS};
use crate::check::Wishes;
use crate::compose::Wanted;
use crate::diagnostic::{Finding, Level};
use crate::failure::Failure;
use crate::model::DateForm;
use crate::report::{Told, human_of};
use crate::source::{Folder, discover};
use camino::{Utf8Path, Utf8PathBuf};
use jiff::Zoned;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// Checks programs and prints the report; gives the exit code.
///
/// When people alone are told, each program leaves its part of the report and nothing else in memory.
pub(super) fn check(arguments: &CheckArguments) -> Result<u8, Failure> {
    let wishes = wishes(&arguments.wishes);
    let baseline = if arguments.no_baseline { None } else { baseline::read(arguments.baseline.as_ref())? };
    let all = discover(&paths(&arguments.paths))?;
    let threads = threads(arguments.jobs);
    let worst = match arguments.exit.error_on {
        ErrorOn::Error => Level::Error,
        ErrorOn::Warning => Level::Warning,
    };
    let is_text = arguments.format == ReportFormat::Text;
    if is_text && arguments.report.is_empty() && baseline.is_none() && !arguments.fix {
        let colour = reports::colour(std::io::stdout().is_terminal());
        let tell = |outcome: Outcome| Told::of(&outcome.checked(), colour);
        let told = threads.install(|| run(&all, arguments.shard, &wishes, tell))?;
        print(&human_of(&told), Stream::Out)?;
        return Ok(code(told.iter().any(|told| told.has(worst))));
    }
    let checked = || threads.install(|| run(&all, arguments.shard, &wishes, Outcome::reported));
    let mut outcomes = checked()?;
    let day = wishes.today.map(|day| DateForm::Words.of(day, "")).unwrap_or_default();
    hold_reports(arguments, &all, &outcomes)?;
    if arguments.fix {
        outcomes = fix(outcomes, checked)?;
    }
    once(&mut outcomes);
    if let Some(baseline) = &baseline {
        let mut ledger = baseline.ledger();
        for outcome in &mut outcomes {
            outcome.known = ledger.take(&mut outcome.findings, &outcome.files);
        }
    }
    reports::with(&outcomes, Some(&day), arguments.shard, |run| {
        for (kind, path) in &arguments.report {
            output::write(path, &reports::report(*kind, run))?;
        }
        let text = if is_text {
            reports::human(run, std::io::stdout().is_terminal())
        } else {
            let bytes = reports::report(arguments.format, run);
            String::from_utf8(bytes).expect("all reports but the protocol are text")
        };
        let is_commands = arguments.format == ReportFormat::Github;
        print(&text, if is_commands { Stream::Commands } else { Stream::Out })
    })?;
    let mut found = outcomes.iter().flat_map(|outcome| &outcome.findings);
    Ok(code(found.any(|finding| finding.level >= worst)))
}

/// Refuses reports into files that they would do harm to, before anything is mended or written.
fn hold_reports(arguments: &CheckArguments, all: &[Folder], outcomes: &[Outcome]) -> Result<(), Failure> {
    if arguments.report.is_empty() {
        return Ok(());
    }
    let known: Vec<_> =
        arguments.report.iter().map(|(kind, path)| (path, move |old: &[u8]| reports::is_earlier(*kind, old))).collect();
    let targets: Vec<Target<'_>> =
        known.iter().map(|(path, is_earlier)| Target { path, is_earlier, taken: TAKEN }).collect();
    let read = outcomes.iter().flat_map(|outcome| outcome.files.paths());
    let read: Vec<&Utf8Path> = read.chain(baseline::file(arguments)).collect();
    Guard::of(all).reports(&targets, &read)
}

/// Runs all phases for the programs of a part and keeps of each what is asked for.
pub(super) fn run<T: Send>(
    all: &[Folder],
    shard: Option<Shard>,
    wishes: &Wishes,
    keep: impl Fn(Outcome) -> T + Sync,
) -> Result<Vec<T>, Failure> {
    let folders = Shard::take(shard, all.to_vec());
    let ground = Ground::new();
    let run = |folder| {
        let outcome = ground.run(folder, &[], wishes, Wanted::Findings);
        let unknown = |finding: &Finding| finding.name == "unknown-standard" && finding.place.is_none();
        match &wishes.standard {
            Some(name) if outcome.findings.iter().any(unknown) => Err(Failure::UnknownStandard(name.clone())),
            Some(_) | None => Ok(keep(outcome)),
        }
    };
    folders.par_iter().map(run).collect()
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
            place.is_none_or(|place| seen.insert((place, finding.level, finding.name, finding.message.clone())))
        });
    }
}

fn code(is_bad: bool) -> u8 {
    if is_bad { FINDINGS } else { CLEAN }
}
