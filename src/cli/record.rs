//! The record of the papers in an output folder: which texts of Markdown the program wrote there, and of which program
//! each folder is.
//!
//! A DOCX carries its digest in itself (`write::docx::is_sealed`); Markdown, which people compare and merge, does not. The
//! record lies in the output folder, so that it is the same from wherever and by whomever a build is run. A line is added
//! before its paper is written: a build that is stopped never leaves a paper that the next one would not know.

use super::output;
use crate::digest::digest;
use crate::limits;
use crate::source::read_report;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Its name in the output folder.
pub(super) const NAME: &str = ".prikaz-papers";

/// How a line about a program begins; all others begin with a digest.
const PROGRAM: &str = "program";

/// What is known of an output folder.
pub(super) struct Record {
    path: Utf8PathBuf,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    written: BTreeSet<u128>,
    /// Program files by the folders of their papers, as they are named from the output folder.
    programs: BTreeMap<String, String>,
}

impl Record {
    /// Reads the record of an output folder; one that is too large is shortened, one that cannot be read is empty.
    pub(super) fn open(out: &Utf8Path) -> Self {
        let path = out.join(NAME);
        let text = read_report(&path).unwrap_or_default();
        if text.len() as u64 > limits::RECORD_SIZE {
            let mut last: BTreeMap<&str, &str> = BTreeMap::new();
            last.extend(text.lines().filter_map(|line| Some((line.rsplit_once('\t')?.1, line))));
            let short: String = last.values().flat_map(|line| [line, "\n"]).collect();
            // It is shortened another time if it cannot be now.
            let _ = output::write(&path, short.as_bytes());
        }
        Self { path, known: Mutex::new(Known::of(&text)) }
    }

    /// Whether a text was written by the program into this folder; another build may have done so meanwhile.
    pub(super) fn has(&self, text: &[u8]) -> bool {
        let mut known = self.known();
        let digest = digest(text);
        if !known.written.contains(&digest) {
            *known = Known::of(&read_report(&self.path).unwrap_or_default());
        }
        known.written.contains(&digest)
    }

    /// Notes that a text is about to be written as the paper of this name.
    pub(super) fn note(&self, paper: &str, text: &[u8]) {
        let digest = digest(text);
        let is_new = self.known().written.insert(digest);
        if is_new {
            self.add(&format!("{digest:032x}\t{}", paper.escape_debug()));
        }
    }

    /// Notes whose papers a folder has; gives the program whose papers they were until now.
    pub(super) fn take_over(&self, folder: &str, program: &str) -> Option<String> {
        let [folder, program] = [folder, program].map(|path| path.escape_debug().to_string());
        let before = self.known().programs.insert(folder.clone(), program.clone());
        if before.as_ref() == Some(&program) {
            return None;
        }
        self.add(&format!("{PROGRAM}\t{program}\t{folder}"));
        before
    }

    /// Adds a line. One that cannot be added is missing, and the next build takes the paper for a changed one.
    fn add(&self, line: &str) {
        let _ = output::append(&self.path, &format!("{line}\n"));
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn of(text: &str) -> Self {
        let mut known = Self::default();
        for line in text.lines() {
            let mut parts = line.split('\t');
            match (parts.next(), parts.next(), parts.next()) {
                (Some(PROGRAM), Some(program), Some(folder)) => {
                    known.programs.insert(folder.to_owned(), program.to_owned());
                }
                (Some(digest), Some(_), None) => known.written.extend(u128::from_str_radix(digest, 16).ok()),
                _ => {}
            }
        }
        known
    }
}
