//! Joins the JSON reports of several machines into the one that a single machine would have given.

use super::json::{Entry, Report, Summary, Tool, VERSION, print};
use super::parts::Parts;
use super::words::{LEVELS, english};
use camino::Utf8Path;
use std::collections::{BTreeMap, BTreeSet};

/// Why reports cannot be joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmergeable {
    /// A text is no report: its number, from 0, and what is wrong.
    NotAReport(usize, String),
    /// A program stands in two of them.
    Twice(String),
    /// They are not all parts of one check: what is wrong, one Russian line.
    NotAllParts(String),
}

/// The reports as one, programs in the order of their folders, and how many errors and warnings it has; what several
/// programs have in common stands at the first of them.
pub fn merge(texts: &[&str]) -> Result<(String, [usize; 2]), Unmergeable> {
    let mut reports = Vec::new();
    let mut tool: Option<Tool<'_>> = None;
    let mut parts = Parts::default();
    for (number, text) in texts.iter().enumerate() {
        let mut report = parsed(text, tool.as_ref()).map_err(|reason| Unmergeable::NotAReport(number, reason))?;
        if let Some(shard) = &report.shard {
            parts.add(shard).map_err(|reason| Unmergeable::NotAReport(number, reason))?;
        }
        tool.get_or_insert_with(|| std::mem::take(&mut report.tool));
        reports.push(report);
    }
    parts.are_all().map_err(Unmergeable::NotAllParts)?;
    let mut programs = BTreeMap::new();
    let mut findings: BTreeMap<String, Vec<Entry<'_>>> = BTreeMap::new();
    let mut sums = [0_usize; 2];
    for (number, report) in reports.into_iter().enumerate() {
        for program in report.programs {
            for (sum, more) in sums.iter_mut().zip([program.excused, program.baselined]) {
                let large = || Unmergeable::NotAReport(number, "числа в нём слишком велики".to_owned());
                *sum = sum.checked_add(more).ok_or_else(large)?;
            }
            let path = program.path.clone().into_owned();
            let folder = Utf8Path::new(&path).parent().map(ToOwned::to_owned);
            if programs.insert((folder, path.clone()), program).is_some() {
                return Err(Unmergeable::Twice(path));
            }
        }
        for finding in report.findings {
            findings.entry(finding.program.clone().into_owned()).or_default().push(finding);
        }
    }
    let Some(tool) = tool else { return Err(Unmergeable::NotAReport(0, "отчётов нет".to_owned())) };
    let known: BTreeSet<&String> = programs.keys().map(|(_, path)| path).collect();
    if let Some(path) = findings.keys().find(|path| !known.contains(path)) {
        return Err(Unmergeable::NotAReport(0, format!("в отчётах нет программы {path}, о которой есть замечания")));
    }
    let mut seen = BTreeSet::new();
    let mut merged = Report {
        version: VERSION,
        tool,
        shard: None,
        programs: Vec::new(),
        findings: Vec::new(),
        summary: Summary { programs: programs.len(), excused: sums[0], baselined: sums[1], ..Summary::default() },
    };
    for ((_, path), mut program) in programs {
        let mut own = findings.remove(&path).unwrap_or_default();
        own.retain(|finding| finding.spot.file.is_none() || seen.insert(finding.said()));
        let count = |level: &str| own.iter().filter(|finding| finding.level == level).count();
        (program.errors, program.warnings, program.notes) = (count("error"), count("warning"), count("note"));
        merged.summary.errors += program.errors;
        merged.summary.warnings += program.warnings;
        merged.summary.notes += program.notes;
        merged.programs.push(program);
        merged.findings.extend(own);
    }
    Ok((print(&merged), [merged.summary.errors, merged.summary.warnings]))
}

/// The report that a text holds; what is wrong with it, also beside one of this tool, is one Russian line.
fn parsed<'t>(text: &'t str, tool: Option<&Tool<'_>>) -> Result<Report<'t>, String> {
    let report: Report<'_> =
        serde_json::from_str(text).map_err(|error| format!("строка {} непонятна", error.line().max(1)))?;
    if report.version != VERSION {
        return Err(format!("вид отчёта {}, а нужен {VERSION}", report.version));
    }
    if let Some(Tool { version, .. }) = tool.filter(|tool| tool.version != report.tool.version) {
        return Err(format!("он сделан prikaz {}, а предыдущий – prikaz {version}", report.tool.version));
    }
    let is_known = |entry: &&Entry<'_>| LEVELS.iter().any(|level| english(*level) == entry.level);
    match report.findings.iter().find(|entry| !is_known(entry)) {
        Some(entry) => Err(format!("уровня «{}» нет", entry.level)),
        None => Ok(report),
    }
}
