//! Prints findings: for people, with the line of the file, and for programs, one file for each format.
//!
//! Takes [`crate::diagnostic`] and, for the protocol, builds a [`crate::document`]; knows nothing of the model or of
//! YAML and writes to no stream itself. Every format is made from one [`Run`]. The forms are in `docs/reports.md`.

mod concise;
pub mod earlier;
mod entry;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod merge;
mod parts;
mod protocol;
mod run;
mod sarif;
mod summary;
#[cfg(test)]
mod testing;
mod told;
mod words;

pub use crate::diagnostic::plural::{count, form};
pub use concise::concise;
pub use github::github;
pub use gitlab::gitlab;
pub use human::{Colour, human};
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;
pub use merge::{Unmergeable, merge};
pub use protocol::{TITLE, protocol};
pub use run::{Checked, RuleText, Run};
pub use sarif::sarif;
pub use told::{Told, human as human_of};
