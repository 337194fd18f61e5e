//! The model and the templates to document trees: one for each paper that the program has data for.
//!
//! Pure. The wording is in the templates; the big tables, the letterhead and the signature are native blocks.
//! It knows no DOCX and writes no file.

mod approval;
mod assembly;
mod context;
mod directives;
mod marks;
mod meter;
mod mistakes;
mod native;
mod order;
mod papers;
mod scope;
mod tags;
mod templates;
mod text;

pub use directives::Wanted;
pub use papers::{Composed, PaperName, compose, embedded_name, embedded_names, is_named, paper_names, template_name};
pub use templates::{Templates, embedded, embedded_templates};
