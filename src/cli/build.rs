//! `prikaz build`: the papers of all programs.

use super::arguments::{BuildArguments, PaperFormat};
use super::cache::{self, Cache, Entry, News};
use super::check::{paths, today};
use super::guard::Guard;
use super::last_words::last_words;
use super::output::{self, Stream, print};
use super::paper::{Kept, Press, is_written};
use super::pipeline::{Ground, Outcome};
use super::record::Record;
use super::reports;
use super::shard::Shard;
use super::threads::threads;
use super::{CLEAN, FINDINGS};
use crate::check::Wishes;
use crate::compose::{Composed, Wanted, is_named};
use crate::diagnostic::Level;
use crate::failure::Failure;
use crate::file_name::folded;
use crate::report::{Told, human_of};
use crate::source::{Folder, digest_at, discover, place_of, relative};
use crate::write;
use camino::{Utf8Path, Utf8PathBuf};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};

/// From how many programs on a progress bar is shown.
const MANY: usize = 20;

/// Builds the papers and prints what was found; gives the exit code.
///
/// Each program goes through all phases by itself and leaves only what is told of it, so that the papers and files of
/// thousands are never held at once.
pub(super) fn build(arguments: &BuildArguments) -> Result<u8, Failure> {
    let all = discover(&paths(&arguments.paths))?;
    let folders = Shard::take(arguments.shard, all.clone());
    let threads = threads(arguments.jobs);
    let guard = Guard::of(&all);
    folders.iter().try_for_each(|folder| guard.papers(&arguments.out.join(&folder.name)))?;
    let builder = Builder::new(arguments);
    // What forbids all papers must be known before the first of them is written.
    let look = |folders: &[Folder]| -> Vec<Built> {
        threads.install(|| folders.par_iter().map(|folder| builder.look(folder)).collect())
    };
    if !builder.ground.has(&arguments.only) {
        // A paper of programs that other machines build is known all the same.
        known(&arguments.only, &look(&all))?;
    }
    if arguments.strict {
        let looked = look(&folders);
        if code(&looked) == FINDINGS {
            tell(looked)?;
            print("документы не записаны: есть ошибки, а сборка строгая\n", Stream::Err)?;
            return Ok(FINDINGS);
        }
    }
    output::create_folder(&arguments.out)?;
    let bar = progress(folders.len());
    let built: Vec<Result<(Built, News), Failure>> = threads.install(|| {
        let build = |folder| {
            let built = builder.build(folder);
            bar.inc(1);
            built
        };
        folders.par_iter().map(build).collect()
    });
    bar.finish_and_clear();
    let (built, failures): (Vec<_>, Vec<_>) = built.into_iter().partition(Result::is_ok);
    let (built, news): (Vec<Built>, Vec<_>) = built.into_iter().flatten().unzip();
    let mut left = if failures.is_empty() {
        builder.cache.keep(builder.options, folders.iter().zip(news))
    } else {
        BTreeSet::new()
    };
    // A program may have taken over the papers of one that is gone.
    let written: BTreeSet<&str> =
        built.iter().flat_map(|built| &built.written).map(|(path, _)| path.as_str()).collect();
    left.retain(|path| !written.contains(path.as_str()));
    let mut kept = builder.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    kept.sort();
    let last = last_words(&built, &kept, &left, arguments);
    let (code, unknown) =
        (code(&built), if arguments.shard.is_none() { known(&arguments.only, &built) } else { Ok(()) });
    tell(built)?;
    // What was kept of a person's work is said whatever else failed.
    print(&last.0, Stream::Err)?;
    failures.into_iter().find_map(Result::err).map_or(Ok(()), Err)?;
    unknown?;
    print(&last.1, Stream::Out)?;
    Ok(code)
}

/// What is left of a program after its papers are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Built {
    pub(super) told: Told,
    /// Whether it has papers, and they are drafts.
    pub(super) is_draft: bool,
    /// What `--only` may name for it.
    pub(super) names: Vec<String>,
    /// Its papers with their digests.
    pub(super) written: Vec<(String, u128)>,
    /// The papers of an earlier build that it no longer has.
    #[serde(skip)]
    pub(super) stale: Vec<Utf8PathBuf>,
    /// The program whose papers lay in its folder.
    #[serde(skip)]
    pub(super) ousted: Option<String>,
}

/// What builds one program after another.
struct Builder<'a> {
    ground: Ground,
    wishes: Wishes,
    cache: Cache,
    options: u128,
    arguments: &'a BuildArguments,
    record: Record,
    /// The papers that somebody changed, which are kept.
    kept: Mutex<Vec<Kept>>,
    /// Where the output folder really is.
    place: Utf8PathBuf,
}

impl<'a> Builder<'a> {
    fn new(arguments: &'a BuildArguments) -> Self {
        Self {
            ground: Ground::new(),
            wishes: Wishes { today: Some(today()), ..Wishes::default() },
            cache: Cache::open(arguments),
            options: cache::options(arguments, std::io::stderr().is_terminal()),
            arguments,
            record: Record::open(&arguments.out),
            kept: Mutex::default(),
            place: place_of(&arguments.out),
        }
    }

    /// Takes a program through all phases but writing.
    fn look(&self, folder: &Folder) -> Built {
        told(&self.ground.run(folder, &[], &self.wishes, Wanted::Findings))
    }

    /// Takes a program through all phases, unless its papers are there and nothing changed; gives what is to be
    /// remembered of it too.
    fn build(&self, folder: &Folder) -> Result<(Built, News), Failure> {
        if folder.meant.is_some() {
            // It has no papers and so no folder for them.
            return Ok((self.look(folder), News::Unfit));
        }
        let target = output::create_inside(&self.arguments.out, &folder.name)?;
        output::clear(&target);
        // Where the record is lost the texts are written once more, and so are known again.
        let fresh = self.cache.fresh(folder, self.options, self.wishes.today);
        if let Some(entry) = fresh.filter(|_| !self.record.is_empty()) {
            let mut built = entry.built.clone();
            built.stale = self.stale(folder, &built.written);
            built.ousted = self.take_over(folder);
            return Ok((built, News::Same));
        }
        let names = cache::names(folder);
        let mut outcome = self.ground.run(folder, &self.arguments.only, &self.wishes, Wanted::Papers);
        outcome.typeset();
        let ousted = if outcome.papers.is_empty() { None } else { self.take_over(folder) };
        let written = self.write(&target, &outcome)?;
        let stale = self.stale(folder, &written);
        let built = Built { written, ousted, ..told(&outcome) };
        let day = self.wishes.today.filter(|_| outcome.expires);
        let news = if outcome.findings.has_errors() || !outcome.files.are_all() {
            News::Unfit
        } else {
            News::Built(Box::new(Entry::new(names, &outcome.files, day, &built)))
        };
        Ok((Built { stale, ..built }, news))
    }

    /// Notes whose papers lie in the folder from now on; gives another program that is still there and whose they were.
    fn take_over(&self, folder: &Folder) -> Option<String> {
        let program = relative(&self.place, &place_of(&folder.main));
        let before = self.record.take_over(&folder.name, &program);
        let before = before.map(|before| place_of(&self.place.join(before))).filter(|before| before.exists());
        before.map(|before| relative(&place_of(".".into()), &before).into_string())
    }

    /// Writes the papers of a program; gives their paths and digests.
    fn write(&self, target: &Utf8Path, outcome: &Outcome) -> Result<Vec<(String, u128)>, Failure> {
        let read: Vec<&Utf8Path> = outcome.files.paths().collect();
        let press = Press::new(&self.arguments.out, &self.record, &read);
        let mut written = Vec::new();
        for paper in &outcome.papers {
            for format in &self.arguments.format {
                let path = target.join(format!("{}.{}", paper.file, format.extension()));
                let bytes = bytes(paper, *format);
                let kept = press.write(&path, *format, &bytes)?;
                self.kept.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
                let known = digest_at(&path, &bytes);
                written.push((path.into_string(), known));
            }
        }
        Ok(written)
    }

    /// The papers of an earlier build that are none of these; all may be when only some were asked for. What somebody
    /// else put there or changed is no such paper.
    fn stale(&self, folder: &Folder, written: &[(String, u128)]) -> Vec<Utf8PathBuf> {
        if !self.arguments.only.is_empty() {
            return Vec::new();
        }
        let target = self.arguments.out.join(&folder.name);
        let entries = target.read_dir_utf8().into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        // The disk may give a name in other letters than it was written with.
        let known: BTreeSet<String> = written.iter().map(|(paper, _)| folded(paper)).collect();
        let is_stale = |path: &Utf8PathBuf| {
            let mut formats = self.arguments.format.iter();
            let format = formats.find(|format| path.extension() == Some(format.extension()));
            format.is_some_and(|format| {
                let is_ours = |paper: Vec<u8>| is_written(*format, &paper, &self.record);
                !known.contains(&folded(path.as_str())) && output::read(path).ok().flatten().is_some_and(is_ours)
            })
        };
        let mut stale: Vec<_> = files.map(|entry| target.join(entry.file_name())).filter(is_stale).collect();
        stale.sort();
        stale
    }
}

/// What is told of a program.
fn told(outcome: &Outcome) -> Built {
    let colour = reports::colour(std::io::stderr().is_terminal());
    let told = Told::of(&outcome.checked(), colour);
    let is_draft = outcome.findings.has_errors() && !outcome.papers.is_empty();
    Built { told, is_draft, names: outcome.names.clone(), written: Vec::new(), stale: Vec::new(), ousted: None }
}

/// 1 when any program has an error.
fn code(built: &[Built]) -> u8 {
    if built.iter().any(|built| built.told.has(Level::Error)) { FINDINGS } else { CLEAN }
}

/// Prints what was found in all programs, if anything was.
fn tell(built: Vec<Built>) -> Result<(), Failure> {
    let told: Vec<Told> = built.into_iter().map(|built| built.told).collect();
    if told.iter().any(|told| told.has(Level::Note)) { print(&human_of(&told), Stream::Err) } else { Ok(()) }
}

/// Refuses names of papers that no program has.
fn known(only: &[String], built: &[Built]) -> Result<(), Failure> {
    let known: BTreeSet<&String> = built.iter().flat_map(|built| &built.names).collect();
    let unknown = only.iter().find(|wanted| !known.is_empty() && !known.iter().any(|name| is_named(wanted, name)));
    unknown.map_or(Ok(()), |written| {
        Err(Failure::UnknownPaper { written: written.clone(), known: known.into_iter().cloned().collect() })
    })
}

fn bytes(paper: &Composed, format: PaperFormat) -> Vec<u8> {
    match format {
        PaperFormat::Docx => write::docx::write(&paper.document),
        PaperFormat::Md => write::markdown::write(&paper.document).into_bytes(),
    }
}

/// A bar on a terminal when there is much to do, nothing otherwise.
fn progress(programs: usize) -> ProgressBar {
    if programs < MANY || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos} из {len}").expect("the template is valid");
    ProgressBar::new(programs as u64).with_style(style)
}
