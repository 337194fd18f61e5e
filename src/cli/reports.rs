//! The reports of a check: from outcomes to what the formats are made from.

use super::arguments::ReportFormat;
use super::pipeline::Outcome;
use super::shard::Shard;
use crate::check::RULES;
use crate::failure::Failure;
use crate::report::{self, Checked, Colour, RuleText, Run, earlier};
use crate::visible;
use crate::write;
use std::borrow::Cow;

/// Gives a run of these outcomes to what reports it.
pub(super) fn with<T>(
    outcomes: &[Outcome],
    date: Option<&str>,
    shard: Option<Shard>,
    report: impl FnOnce(&Run<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let rules: Vec<RuleText<'_>> = RULES
        .iter()
        .map(|rule| RuleText { name: rule.name, title: rule.title(), page: rule.page, level: rule.level })
        .collect();
    let programs: Vec<Checked<'_>> = outcomes.iter().map(Outcome::checked).collect();
    let shard = shard.map(|shard| shard.to_string());
    report(&Run {
        programs: &programs,
        rules: &rules,
        version: env!("CARGO_PKG_VERSION"),
        date,
        shard: shard.as_deref(),
    })
}

/// The report for people, coloured for a terminal.
pub(super) fn human(run: &Run<'_>, terminal: bool) -> String {
    report::human(run, colour(terminal))
}

/// The colour of a report for a terminal or for anything else.
pub(super) fn colour(terminal: bool) -> Colour {
    if terminal { Colour::Always } else { Colour::Never }
}

/// Whether a file holds an earlier report of this kind, as it was written.
pub(super) fn is_earlier(format: ReportFormat, file: &[u8]) -> bool {
    let is_known = match format {
        ReportFormat::Text => earlier::is_human,
        ReportFormat::Concise => earlier::is_concise,
        ReportFormat::Json => earlier::is_json,
        ReportFormat::Github => earlier::is_github,
        ReportFormat::Gitlab => earlier::is_gitlab,
        ReportFormat::Sarif => earlier::is_sarif,
        ReportFormat::Junit => earlier::is_junit,
        ReportFormat::Markdown => earlier::is_markdown,
        ReportFormat::Protocol => return write::docx::is_sealed_as(report::TITLE, file),
    };
    std::str::from_utf8(file).is_ok_and(is_known)
}

/// A report as the bytes of its file.
pub(super) fn report(format: ReportFormat, run: &Run<'_>) -> Vec<u8> {
    let text = match format {
        ReportFormat::Text => report::human(run, Colour::Never),
        ReportFormat::Concise => report::concise(run),
        ReportFormat::Json => report::json(run),
        ReportFormat::Github => report::github(run),
        ReportFormat::Gitlab => report::gitlab(run),
        ReportFormat::Sarif => report::sarif(run),
        ReportFormat::Junit => report::junit(run),
        ReportFormat::Markdown => report::markdown(run),
        ReportFormat::Protocol => return write::docx::write(&report::protocol(run)),
    };
    let shown = if format == ReportFormat::Github { Cow::Borrowed(&*text) } else { visible::text(&text) };
    shown.into_owned().into_bytes()
}
