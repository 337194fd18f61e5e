//! Turns a municipality's program, written as YAML in git, into the papers that are signed.
//!
//! The folders are the pipeline, in the order of the flow:
//!
//! 1. [`source`] finds, decodes and parses the files: a YAML tree with positions.
//! 2. [`read`] turns the tree into the [`model`], by one table of keys, and collects every finding.
//! 3. [`resolve`] numbers items, measures and appendices and ties references to them.
//! 4. [`check`] holds the model against the standard structure.
//! 5. [`compose`] renders templates and native blocks into the [`document`] tree, through [`markdown`].
//! 6. [`typography`] mends the spaces, dashes and quotation marks of the tree.
//! 7. [`mod@write`] turns the tree into bytes: DOCX or Markdown.
//!
//! A [`deadline`] is read from its phrase with the help of the model alone.
//!
//! What an input may hold before it is refused is said in [`limits`], what systems make of the names of files in
//! [`file_name`]; what a terminal would obey is shown by [`visible`].
//!
//! A [`diagnostic`] is what a phase has to say of the user's files; [`report`] prints them; [`cli`] holds
//! the arguments, the order of the phases and the exit code.

pub mod check;
pub mod cli;
pub mod compose;
pub mod deadline;
pub mod diagnostic;
pub mod digest;
pub mod document;
#[doc(hidden)]
pub mod doors;
pub mod failure;
pub mod file_name;
pub mod limits;
pub mod markdown;
pub mod model;
pub mod read;
pub mod report;
pub mod resolve;
pub mod source;
pub mod typography;
pub mod visible;
pub mod write;
