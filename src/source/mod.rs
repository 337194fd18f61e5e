//! Finds, decodes and parses the input files: a YAML tree in which every key and value knows its place.
//!
//! Takes paths, gives [`Folder`]s, [`Node`]s and texts registered in [`crate::diagnostic::Files`]. The only reader of
//! input files and the only user of `saphyr_parser`; knows no key, no program and no paper.

mod belongings;
mod decode;
mod digest;
mod discover;
mod garbled;
mod identity;
mod layout;
mod leftovers;
mod letters;
mod listed;
mod load;
mod node;
mod offsets;
mod png;
mod reference;
mod size;
mod syntax;
mod traps;
mod tree;
mod written;
mod yaml;

pub use belongings::belongings;
pub use digest::digest_at;
pub use discover::{Folder, Meant, Right, all_exist, discover, is_program, is_unsearched, leads_outside, relative};
pub use identity::{Identity, identity, place_of};
pub use letters::composed;
pub use listed::listed;
pub use load::{load_text, load_yaml, parse_yaml, program_too_large, read, read_report};
pub use node::{Entry, Kind, Node, Scalar, ScalarStyle};
pub use png::{Png, load_png};
pub use reference::resolve_file;
pub use written::{Written, written};
