//! `prikaz baseline`: what is found today is known from now on.

use super::CLEAN;
use super::arguments::{BaselineArguments, CheckArguments};
use super::check::{once, paths, run, wishes};
use super::guard::{Guard, Target};
use super::output::{self, Stream, print};
use super::pipeline::Outcome;
use super::threads::threads;
use crate::check::Baseline;
use crate::failure::Failure;
use crate::report::count;
use crate::source::{discover, read_report};
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};

/// The file that a check looks into when none is named.
const USUAL: &str = "prikaz.baseline.json";

/// Writes the findings of today; gives the exit code.
pub(super) fn baseline(arguments: &BaselineArguments) -> Result<u8, Failure> {
    let (paths, wishes) = (paths(&arguments.paths), wishes(&arguments.wishes));
    let all = discover(&paths)?;
    let mut outcomes = threads(None).install(|| run(&all, None, &wishes, Outcome::reported))?;
    once(&mut outcomes);
    let baseline = Baseline::of(outcomes.iter().map(|outcome| (&outcome.findings, &outcome.files)));
    let text = baseline.print();
    let text = visible::json(&text);
    let read: Vec<&Utf8Path> = outcomes.iter().flat_map(|outcome| outcome.files.paths()).collect();
    let is_earlier = |old: &[u8]| std::str::from_utf8(old).is_ok_and(|old| Baseline::parse(old).is_ok());
    let taken = "там лежит не файл учёта, или он испорчен; если он больше не нужен, удалите его и повторите команду";
    Guard::of(&all).reports(&[Target { path: &arguments.out, is_earlier: &is_earlier, taken }], &read)?;
    output::write(&arguments.out, text.as_bytes())?;
    let out = visible::name(arguments.out.as_str());
    let known = count(baseline.count(), ["замечание", "замечания", "замечаний"]);
    let found: usize = outcomes.iter().map(|outcome| outcome.findings.iter().count()).sum();
    let left = match found - baseline.count() {
        0 => String::new(),
        left => format!("не учтено: {left} – о том, что не прочитано или не попадёт в документ, сообщается всегда\n"),
    };
    let text = format!("учтено: {known}, файл {out}\n{left}теперь prikaz check сообщает только о новых\n");
    print(&text, Stream::Out)?;
    Ok(CLEAN)
}

/// The file of the baseline that a check looks into, if there is one.
pub(super) fn file(arguments: &CheckArguments) -> Option<&Utf8Path> {
    let file = arguments.baseline.as_deref().unwrap_or(Utf8Path::new(USUAL));
    (!arguments.no_baseline && file.exists()).then_some(file)
}

/// The baseline of this file, or the usual one if it is there.
pub(super) fn read(named: Option<&Utf8PathBuf>) -> Result<Option<Baseline>, Failure> {
    let path = named.map_or(Utf8Path::new(USUAL), |path| path);
    if named.is_none() && !path.exists() {
        return Ok(None);
    }
    let failed = |reason| Failure::Baseline { path: path.to_owned(), reason };
    read_report(path).and_then(|text| Baseline::parse(&text)).map(Some).map_err(failed)
}
