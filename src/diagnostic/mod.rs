//! A finding about the user's files: what it is, where it is, what to do.
//!
//! Used by `source`, `read`, `markdown`, `resolve`, `check` and `compose`; printed by `report`.
//! Knows nothing of YAML, of programs or of papers.

mod files;
mod finding;
mod origin;
pub mod plural;
mod quote;
mod suggestion;

pub use files::{File, FileId, Files, Place, Position, with_slashes};
pub use finding::{Finding, Findings, Level};
pub use origin::Origin;
pub use quote::Quote;
pub use suggestion::{Known, nearest};
