//! The parts that papers of the same look have in common: made once and deflated once, then copied.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use zip::ZipArchive;

use super::ledger::Ledger;
use super::package::{self, Part};
use crate::document::Look;

/// How many looks are remembered; a region has one or a few.
const REMEMBERED: usize = 16;

/// The parts of one look, as they are and deflated.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    parts: Arc<[Part]>,
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
}

/// What the shared parts depend on.
type Key = (Look, Vec<String>, bool);

static SHARED: Mutex<Vec<(Key, Shared)>> = Mutex::new(Vec::new());

impl Shared {
    /// The shared parts of a paper.
    pub(super) fn of(ledger: &Ledger) -> Self {
        let key = (ledger.look.clone(), ledger.languages.iter().cloned().collect(), !ledger.note_texts.is_empty());
        let mut known = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, shared)) = known.iter().find(|(other, _)| *other == key) {
            return shared.clone();
        }
        let shared = Self::new(package::shared_parts(ledger));
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push((key, shared.clone()));
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
