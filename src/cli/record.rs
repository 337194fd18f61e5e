//! The record of the papers in an output folder: which texts of Markdown the program wrote there, and of which program
//! each folder is.
//!
//! A DOCX carries its digest in itself (`write::docx::is_sealed`); Markdown, which people compare and merge, does not. The
//! record lies in the output folder, so that it is the same from wherever and by whomever a build is run. A line is added
//! before its paper is written: a build that is stopped never leaves a paper that the next one would not know. Lines that
//! say nothing, such as the marks of a merge, are passed over.

use super::output;
use crate::diagnostic::with_slashes;
use crate::digest::digest;
use crate::limits;
use camino::{Utf8Path, Utf8PathBuf};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    /// How much of the record was read.
    read: u64,
}

impl Record {
    /// Reads the record of an output folder; one that is too large is shortened, one that cannot be read is empty.
    pub(super) fn open(out: &Utf8Path) -> Self {
        let path = out.join(NAME);
        let (text, read) = output::read_from(&path, 0);
        if text.len() as u64 > limits::RECORD_SIZE {
            let mut last: BTreeMap<&str, &str> = BTreeMap::new();
            last.extend(text.lines().filter_map(|line| Some((line.rsplit_once('\t')?.1, line))));
            let short: String = last.values().flat_map(|line| [line, "\n"]).collect();
            // It is shortened another time if it cannot be now.
            let _ = output::write(&path, short.as_bytes());
        } else if !text.is_empty() && !text.ends_with('\n') {
            let _ = output::append(&path, "\n");
        }
        let mut known = Known { read, ..Known::default() };
        known.take(&text);
        Self { path, known: Mutex::new(known) }
    }

    /// Whether nothing is known of the folder.
    pub(super) fn is_empty(&self) -> bool {
        let known = self.known();
        known.written.is_empty() && known.programs.is_empty()
    }

    /// Whether a text was written by the program into this folder; another build may have done so meanwhile.
    pub(super) fn has(&self, text: &[u8]) -> bool {
        let digest = of(text);
        let mut known = self.known();
        if !known.written.contains(&digest) {
            let (more, read) = output::read_from(&self.path, known.read);
            known.read = read;
            known.take(&more);
        }
        known.written.contains(&digest)
    }

    /// Notes that a text is about to be written as the paper of this name.
    pub(super) fn note(&self, paper: &Utf8Path, text: &[u8]) {
        let digest = of(text);
        let is_new = self.known().written.insert(digest);
        if is_new {
            self.add(&format!("{digest:032x}\t{}", quoted(&with_slashes(paper.as_str()))));
        }
    }

    /// Notes whose papers a folder has; gives the program whose papers they were until now.
    pub(super) fn take_over(&self, folder: &str, program: &Utf8Path) -> Option<String> {
        let (folder, program) = (with_slashes(folder), with_slashes(program.as_str()));
        let before = self.known().programs.insert(folder.to_string(), program.to_string());
        if before.as_deref() == Some(&*program) {
            return None;
        }
        self.add(&format!("{PROGRAM}\t{}\t{}", quoted(&program), quoted(&folder)));
        before
    }

    /// Adds a line. One that cannot be added is missing, and the next build takes the paper for a changed one.
    fn add(&self, line: &str) {
        let _ = output::append(&self.path, &format!("{line}\n"));
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn take(&mut self, text: &str) {
        for line in text.lines() {
            let mut parts = line.split('\t');
            match (parts.next(), parts.next(), parts.next()) {
                (Some(PROGRAM), Some(program), Some(folder)) => {
                    self.programs.extend(unquoted(folder).zip(unquoted(program)));
                }
                (Some(digest), Some(_), None) => self.written.extend(u128::from_str_radix(digest, 16).ok()),
                _ => {}
            }
        }
    }
}

/// The digest of a text whatever ends its lines: git changes the ends when it takes files out.
fn of(text: &[u8]) -> u128 {
    let crlf = memchr::memmem::find(text, b"\r\n").is_some();
    let text = if crlf {
        Cow::Owned(String::from_utf8_lossy(text).replace("\r\n", "\n").into_bytes())
    } else {
        Cow::Borrowed(text)
    };
    digest(&text)
}

/// A name on one line, without tabs.
fn quoted(name: &str) -> String {
    serde_json::to_string(name).expect("a text always serialises")
}

fn unquoted(name: &str) -> Option<String> {
    serde_json::from_str(name).ok()
}
