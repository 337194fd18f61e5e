//! Writes a paper, and never over one that somebody changed.

use super::arguments::PaperFormat;
use super::guard::Read;
use super::output;
use super::record::Record;
use crate::failure::Failure;
use crate::write::docx::is_sealed;
use camino::{Utf8Path, Utf8PathBuf};
use std::cell::OnceCell;
use std::fs;

/// A paper that somebody changed since it was built, and where it is kept.
pub(super) type Kept = (Utf8PathBuf, Utf8PathBuf);

/// What writes the papers of one program.
pub(super) struct Press<'a> {
    /// The output folder.
    out: &'a Utf8Path,
    record: &'a Record,
    /// The files that the program was read from.
    read: &'a [&'a Utf8Path],
    known: OnceCell<Read>,
}

impl<'a> Press<'a> {
    pub(super) fn new(out: &'a Utf8Path, record: &'a Record, read: &'a [&'a Utf8Path]) -> Self {
        Self { out, record, read, known: OnceCell::new() }
    }

    /// Writes a paper whole or not at all. What stands in its place and is not as the program wrote it is kept beside it
    /// under another name, which is given; a file that the program was read from is refused.
    pub(super) fn write(&self, path: &Utf8Path, format: PaperFormat, bytes: &[u8]) -> Result<Vec<Kept>, Failure> {
        let mut kept = Vec::new();
        if format == PaperFormat::Md {
            self.record.note(path.strip_prefix(self.out).unwrap_or(path), bytes);
        }
        loop {
            let found = Found::at(path)?;
            if found.bytes() == Some(bytes) {
                return Ok(kept);
            }
            if !matches!(found, Found::Nothing) {
                if self.known.get_or_init(|| Read::of(self.read)).has(path) {
                    let why = "из этого файла прочитана программа, поверх него ничего не пишется; \
                               назовите для документов другую папку (--out)";
                    return Err(Failure::Target { path: path.to_owned(), why });
                }
                if !found.bytes().is_some_and(|old| is_written(format, old, self.record)) {
                    kept.push((path.to_owned(), output::keep(path)?));
                }
            }
            // Somebody may save the paper while it is looked at.
            if output::write_if(path, bytes, || Found::at(path).is_ok_and(|now| now == found))? {
                return Ok(kept);
            }
        }
    }
}

/// What stands in the place of a paper.
#[derive(PartialEq, Eq)]
enum Found {
    /// No file.
    Nothing,
    Bytes(Vec<u8>),
    /// A file that is too large for a paper.
    Large,
}

impl Found {
    fn at(path: &Utf8Path) -> Result<Self, Failure> {
        if !fs::symlink_metadata(path).is_ok_and(|data| data.is_file()) {
            return Ok(Self::Nothing);
        }
        Ok(output::read(path)?.map_or(Self::Large, Self::Bytes))
    }

    fn bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }
}

/// Whether a paper is as this program wrote it.
pub(super) fn is_written(format: PaperFormat, paper: &[u8], record: &Record) -> bool {
    match format {
        PaperFormat::Docx => is_sealed(paper),
        PaperFormat::Md => record.has(paper),
    }
}
