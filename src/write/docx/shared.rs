//! The parts that papers of the same kind have in common: made once and deflated once, then copied.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use zip::ZipArchive;

use super::ledger::Ledger;
use super::package::{self, Part};
use crate::document::Look;

/// How many kinds of papers are remembered; a region has a few.
const REMEMBERED: usize = 16;

/// The parts of one kind of papers, as they are and deflated.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    parts: Arc<[Part]>,
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
}

/// What the shared parts depend on.
#[derive(Debug, PartialEq, Eq)]
struct Kind {
    look: Look,
    languages: BTreeSet<String>,
    /// Whether there are notes, lists, pictures, and links or pictures outside of notes.
    has: [bool; 4],
}

static SHARED: Mutex<Vec<(Kind, Shared)>> = Mutex::new(Vec::new());

impl Shared {
    /// The shared parts of a paper.
    pub(super) fn of(ledger: &Ledger) -> Self {
        let kind = Kind {
            look: ledger.look.clone(),
            languages: ledger.languages.clone(),
            has: [
                !ledger.note_texts.is_empty(),
                !ledger.lists.is_empty(),
                !ledger.pictures.is_empty(),
                ledger.body.refers(),
            ],
        };
        let mut known = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, shared)) = known.iter().find(|(other, _)| *other == kind) {
            return shared.clone();
        }
        let shared = Self::new(package::shared_parts(ledger));
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push((kind, shared.clone()));
        shared
    }

    fn new(parts: Vec<Part>) -> Self {
        let zip = ZipArchive::new(Cursor::new(package::zip(&parts, None).into())).expect("it was written just now");
        Self { parts: parts.into(), zip }
    }

    /// The parts themselves.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The deflated part of this path, if it is a shared one.
    pub(super) fn deflated(&mut self, path: &str) -> Option<zip::read::ZipFile<'_, Cursor<Arc<[u8]>>>> {
        let index = self.zip.index_for_name(path)?;
        Some(self.zip.by_index_raw(index).expect("it was written just now"))
    }
}
