//! `prikaz build`: the papers of all programs.

use super::FINDINGS;
use super::arguments::{BuildArguments, PaperFormat};
use super::check::{code, human, paths};
use super::output::{self, Stream, print};
use super::pipeline::{Ground, Outcome};
use crate::compose::Composed;
use crate::failure::Failure;
use crate::report::count;
use crate::source::{Folder, discover};
use crate::write;
use camino::Utf8Path;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::io::IsTerminal;

/// From how many programs on a progress bar is shown.
const MANY: usize = 20;

/// Builds the papers and prints what was found; gives the exit code.
pub(super) fn build(arguments: &BuildArguments) -> Result<u8, Failure> {
    let folders = discover(&paths(&arguments.paths))?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(arguments.jobs.unwrap_or_default()).build();
    let threads = threads.expect("threads can be started");
    let ground = Ground::new();
    let bar = progress(folders.len());
    let outcomes: Vec<Outcome> = threads.install(|| {
        let run = |folder| {
            let outcome = ground.run(folder, &arguments.only);
            bar.inc(1);
            outcome
        };
        folders.par_iter().map(run).collect()
    });
    bar.finish_and_clear();
    let code = code(&outcomes);
    let found = outcomes.iter().any(|outcome| !outcome.findings.is_empty());
    if found {
        print(&human(&outcomes, std::io::stderr().is_terminal()), Stream::Err);
    }
    if arguments.strict && code == FINDINGS {
        print("документы не записаны: есть ошибки, а сборка строгая\n", Stream::Err);
        return Ok(code);
    }
    output::create_folder(&arguments.out)?;
    let written: Result<Vec<usize>, Failure> = threads.install(|| {
        let pairs: Vec<(&Folder, &Outcome)> = folders.iter().zip(&outcomes).collect();
        pairs.par_iter().map(|(folder, outcome)| write_program(folder, outcome, arguments)).collect()
    });
    let written: usize = written?.into_iter().sum();
    print(&summary(written, &outcomes, &arguments.out), Stream::Out);
    Ok(code)
}

/// Writes the papers of a program; gives how many files.
fn write_program(folder: &Folder, outcome: &Outcome, arguments: &BuildArguments) -> Result<usize, Failure> {
    let target = arguments.out.join(&folder.name);
    let mut written = 0;
    for paper in &outcome.papers {
        for format in &arguments.format {
            let (extension, bytes) = bytes(paper, *format);
            output::write(&target.join(format!("{}.{extension}", paper.file)), &bytes)?;
            written += 1;
        }
    }
    Ok(written)
}

fn bytes(paper: &Composed, format: PaperFormat) -> (&'static str, Vec<u8>) {
    match format {
        PaperFormat::Docx => ("docx", write::docx::write(&paper.document)),
        PaperFormat::Md => ("md", write::markdown::write(&paper.document).into_bytes()),
    }
}

/// «собрано: 24 файла, 3 программы, папка out».
fn summary(written: usize, outcomes: &[Outcome], out: &Utf8Path) -> String {
    let drafts = outcomes.iter().filter(|outcome| outcome.findings.has_errors() && !outcome.papers.is_empty()).count();
    let drafts = match drafts {
        0 => String::new(),
        _ => format!("; с пометкой «ПРОЕКТ», потому что есть ошибки: {}", programs(drafts)),
    };
    let files = count(written, ["файл", "файла", "файлов"]);
    format!("собрано: {files}, {}, папка {out}{drafts}\n", programs(outcomes.len()))
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
