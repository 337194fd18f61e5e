//! What every reader needs: the files read so far, the findings, the references met on the way.

use super::fields::Fields;
use super::slot::Slot;
use crate::diagnostic::{Files, Finding, Findings, Place};
use crate::model::Reference;
use camino::Utf8PathBuf;

/// The state of one reading.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The files read so far; Markdown files are added as they are named.
    pub files: &'a mut Files,
    /// What is wrong.
    pub findings: &'a mut Findings,
    /// All `[[ид]]` met so far.
    pub references: Vec<Reference>,
    /// How many bytes of Markdown files were read, a file counted each time it is named.
    pub prose: usize,
}

impl<'a> Reader<'a> {
    /// A reader that has met nothing yet.
    pub fn new(files: &'a mut Files, findings: &'a mut Findings) -> Self {
        Self { files, findings, references: Vec::new(), prose: 0 }
    }

    /// Says that something is wrong.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Says that a value has the wrong shape.
    pub fn wrong_shape(&mut self, slot: Slot<'_>, needed: &str, help: impl Into<String>) {
        let message = format!("у ключа «{}» {needed}, а {}", slot.key, slot.written());
        self.report(Finding::error("wrong-type", slot.head(), message).help(help));
    }

    /// Says that nothing is written where something must be.
    pub fn missing(&mut self, message: &str, place: Place, help: &str) {
        self.report(Finding::error("missing-key", place, message).help(help));
    }

    /// Says so if more than one of these keys is written.
    pub fn only_one(&mut self, fields: &Fields<'_>, keys: &[&str]) {
        let written: Vec<Slot<'_>> = keys.iter().filter_map(|key| fields.written(key)).collect();
        for (first, other) in written.iter().zip(written.iter().skip(1)) {
            let message = format!("ключи «{}» и «{}» исключают друг друга, а написаны оба", first.key, other.key);
            let finding = Finding::error("conflicting-keys", other.at, message).also(first.at, "первый из них");
            self.report(finding.help("оставьте один из них"));
        }
    }

    /// The folder of the file that a place is in.
    pub fn folder(&self, place: Place) -> Utf8PathBuf {
        self.files.get(place.file).path.parent().map(Utf8PathBuf::from).unwrap_or_default()
    }

    /// Whether what was written at this place is written in Latin letters, as the English keys are.
    pub fn english(&self, place: Place) -> bool {
        let written = self.files.text(place);
        written.starts_with(|first: char| first.is_ascii_alphabetic())
    }
}
