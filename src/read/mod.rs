//! The YAML tree to the model, by one table of keys; collects every finding and never stops at the first.
//!
//! Takes a [`Folder`] and gives a [`Program`]. What a key is called, what it takes and whether it must be there
//! is said by the [`vocabulary`] alone; the readers of the parts ask for keys by their English names.

mod act;
mod calendar;
mod content;
mod context;
mod cycle;
mod deadline;
mod fields;
mod folder;
mod funding;
mod goals;
mod indicators;
mod misplaced;
mod municipality;
mod names;
mod order;
mod party;
mod passport;
mod plain;
mod program;
mod prose;
mod record;
mod roadmap;
mod scalar;
mod schema;
mod slot;
mod standard;
mod standards;
mod term;
pub mod vocabulary;

#[cfg(test)]
mod tests;

pub use calendar::date;
pub use schema::{schema, standard_schema};
pub use standards::{embedded_standards, own_standards};
pub use term::span;

use crate::diagnostic::{Files, Findings};
use crate::model::Program;
use crate::source::Folder;

/// Reads the program of a folder; `None` only when its main file cannot be read or has no card.
pub fn read(folder: &Folder, files: &mut Files, findings: &mut Findings) -> Option<Program> {
    folder::read(folder, &mut context::Reader::new(files, findings))
}
