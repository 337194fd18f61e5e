//! Prints findings: for people, with the line of the file, and as JSON for programs.
//!
//! Takes [`crate::diagnostic`] only; knows nothing of programs or papers and writes to no stream itself.

mod human;
mod json;
mod plural;
mod summary;

pub use human::{Colour, human};
pub use json::json;
pub use plural::{count, form};
pub use summary::summary;
