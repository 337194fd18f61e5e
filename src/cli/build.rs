//! `prikaz build`: the papers of all programs.

use super::FINDINGS;
use super::arguments::{BuildArguments, PaperFormat};
use super::check::{code, once, paths, today};
use super::output::{self, Stream, print};
use super::pipeline::{Ground, Outcome};
use super::reports;
use crate::check::Wishes;
use crate::compose::Composed;
use crate::diagnostic::Level;
use crate::failure::Failure;
use crate::report::count;
use crate::source::{Folder, discover};
use crate::write;
use camino::{Utf8Path, Utf8PathBuf};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// From how many programs on a progress bar is shown.
const MANY: usize = 20;

/// Builds the papers and prints what was found; gives the exit code.
pub(super) fn build(arguments: &BuildArguments) -> Result<u8, Failure> {
    let folders = discover(&paths(&arguments.paths))?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(arguments.jobs.unwrap_or_default().into()).build();
    let threads = threads.expect("threads can be started");
    let ground = Ground::new();
    let wishes = Wishes { today: Some(today()), ..Wishes::default() };
    let bar = progress(folders.len());
    let mut outcomes: Vec<Outcome> = threads.install(|| {
        let run = |folder| {
            let mut outcome = ground.run(folder, &arguments.only, &wishes);
            outcome.typeset();
            bar.inc(1);
            outcome
        };
        folders.par_iter().map(run).collect()
    });
    bar.finish_and_clear();
    known(&arguments.only, &outcomes)?;
    let code = code(&outcomes, Level::Error);
    let drafts = drafts(&outcomes);
    once(&mut outcomes);
    if outcomes.iter().any(|outcome| !outcome.findings.is_empty()) {
        let terminal = std::io::stderr().is_terminal();
        reports::with(&outcomes, None, |run| print(&reports::human(run, terminal), Stream::Err))?;
    }
    if arguments.strict && code == FINDINGS {
        print("документы не записаны: есть ошибки, а сборка строгая\n", Stream::Err)?;
        return Ok(code);
    }
    output::create_folder(&arguments.out)?;
    let written: Result<Vec<Vec<Utf8PathBuf>>, Failure> = threads.install(|| {
        let pairs: Vec<(&Folder, &Outcome)> = folders.iter().zip(&outcomes).collect();
        pairs.par_iter().map(|(folder, outcome)| write_program(folder, outcome, arguments)).collect()
    });
    let written = written?;
    if arguments.only.is_empty() {
        let stale = folders.iter().zip(&written);
        let stale: Vec<_> =
            stale.flat_map(|(folder, new)| stale_papers(&arguments.out.join(&folder.name), new, arguments)).collect();
        print(&stale_note(&stale), Stream::Err)?;
    }
    let files = written.iter().map(Vec::len).sum();
    print(&summary(files, outcomes.len(), drafts, &arguments.out), Stream::Out)?;
    Ok(code)
}

/// Refuses names of papers that no program has.
fn known(only: &[String], outcomes: &[Outcome]) -> Result<(), Failure> {
    let known: BTreeSet<&String> = outcomes.iter().flat_map(|outcome| &outcome.names).collect();
    let unknown = only.iter().find(|wanted| !known.is_empty() && !known.contains(wanted));
    unknown.map_or(Ok(()), |written| {
        Err(Failure::UnknownPaper { written: written.clone(), known: known.into_iter().cloned().collect() })
    })
}

/// Writes the papers of a program; gives their paths.
fn write_program(folder: &Folder, outcome: &Outcome, arguments: &BuildArguments) -> Result<Vec<Utf8PathBuf>, Failure> {
    let target = arguments.out.join(&folder.name);
    output::create_inside(&arguments.out, &target)?;
    let mut written = Vec::new();
    for paper in &outcome.papers {
        for format in &arguments.format {
            let (extension, bytes) = bytes(paper, *format);
            let path = target.join(format!("{}.{extension}", paper.file));
            output::write(&path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}

/// The papers of an earlier build that this one did not write again.
fn stale_papers(target: &Utf8Path, written: &[Utf8PathBuf], arguments: &BuildArguments) -> Vec<Utf8PathBuf> {
    let extension = |format: &PaperFormat| match format {
        PaperFormat::Docx => "docx",
        PaperFormat::Md => "md",
    };
    let extensions: Vec<&str> = arguments.format.iter().map(extension).collect();
    let entries = target.read_dir_utf8().into_iter().flatten().flatten().map(|entry| target.join(entry.file_name()));
    let mut stale: Vec<Utf8PathBuf> = entries
        .filter(|path| {
            path.extension().is_some_and(|extension| extensions.contains(&extension)) && !written.contains(path)
        })
        .collect();
    stale.sort();
    stale
}

/// What a person must know of papers that are no longer those of the program.
fn stale_note(stale: &[Utf8PathBuf]) -> String {
    if stale.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = stale.iter().map(|path| path.as_str()).collect();
    format!("остались от прежней сборки и не обновлены:\n  {}\n", names.join("\n  "))
}

fn bytes(paper: &Composed, format: PaperFormat) -> (&'static str, Vec<u8>) {
    match format {
        PaperFormat::Docx => ("docx", write::docx::write(&paper.document)),
        PaperFormat::Md => ("md", write::markdown::write(&paper.document).into_bytes()),
    }
}

/// How many programs have papers that are drafts.
fn drafts(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|outcome| outcome.findings.has_errors() && !outcome.papers.is_empty()).count()
}

/// «собрано: 24 файла, 3 программы, папка out».
fn summary(files: usize, all: usize, drafts: usize, out: &Utf8Path) -> String {
    let drafts = match drafts {
        0 => String::new(),
        _ => format!("; с пометкой «ПРОЕКТ», потому что есть ошибки: {}", programs(drafts)),
    };
    let files = count(files, ["файл", "файла", "файлов"]);
    format!("собрано: {files}, {}, папка {out}{drafts}\n", programs(all))
}

fn programs(number: usize) -> String {
    count(number, ["программа", "программы", "программ"])
}

/// A bar on a terminal when there is much to do, nothing otherwise.
fn progress(programs: usize) -> ProgressBar {
    if programs < MANY || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos} из {len}").expect("the template is valid");
    ProgressBar::new(programs as u64).with_style(style)
}
