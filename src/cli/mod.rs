//! Arguments, the order of the phases, the exit code.

mod amend;
mod arguments;
mod baseline;
mod build;
mod cache;
mod check;
mod deadline;
mod fix;
mod guard;
mod last_words;
mod merge;
mod output;
mod paper;
mod pipeline;
mod record;
mod reports;
mod rules;
mod russian;
mod shard;
mod start;
mod threads;

use crate::failure::Failure;
use crate::visible;
use arguments::{Arguments, Command, ReportCommand};
use clap::FromArgMatches;
use std::ffi::OsString;
use std::process::ExitCode;

/// Nothing wrong was found.
const CLEAN: u8 = 0;
/// Findings at error level.
const FINDINGS: u8 = 1;
/// The work could not be done.
const FAILURE: u8 = 2;

/// Runs the program with these arguments, the first being its name; gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(other) = arguments.iter().find(|argument| argument.to_str().is_none()) {
        return failed(&Failure::NotUtf8(visible::system_name(other)));
    }
    let parsed =
        russian::command().try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let command = match parsed {
        Ok(arguments) => arguments.command,
        Err(error) => {
            let asked = !error.use_stderr();
            let stream = if asked { output::Stream::Out } else { output::Stream::Err };
            let printed = output::print(&russian::message(&error), stream);
            return ExitCode::from(if asked && printed.is_ok() { CLEAN } else { FAILURE });
        }
    };
    let done = match &command {
        Command::Check(arguments) => check::check(arguments),
        Command::Build(arguments) => build::build(arguments),
        Command::Baseline(arguments) => baseline::baseline(arguments),
        Command::Explain(arguments) => rules::explain(arguments),
        Command::Rules(arguments) => rules::rules(arguments),
        Command::Report(ReportCommand::Merge(arguments)) => merge::merge(arguments),
        Command::New(arguments) => start::new(arguments),
        Command::Deadline(arguments) => deadline::deadline(arguments),
        Command::Schema(arguments) => start::schema(arguments),
        Command::Template(arguments) => start::template(arguments),
    };
    done.map_or_else(|failure| failed(&failure), ExitCode::from)
}

fn failed(failure: &Failure) -> ExitCode {
    // Nobody is left to tell when standard error is gone too.
    let _ = output::print(&format!("не получилось: {failure}\n"), output::Stream::Err);
    ExitCode::from(FAILURE)
}
