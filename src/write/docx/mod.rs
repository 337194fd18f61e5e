//! Writes a paper as DOCX.
//!
//! docx-rs gives the vocabulary of `document.xml`: `section`, `block`, `paragraph`, `inline` and `table`
//! turn the tree into its types. What it writes in the wrong order or not at all `arrange` mends, and the parts
//! around it (`style`, `numbering`, the files under `parts/`) are our own. `package` makes the zip.

mod arrange;
mod block;
mod inline;
mod ledger;
mod measure;
mod metrics;
mod numbering;
mod order;
mod package;
mod paragraph;
mod row;
mod seal;
mod section;
mod shared;
mod signature;
mod style;
mod table;
mod width;

#[cfg(test)]
mod tests;

use std::fmt::Write;

use crate::document::Document;
use ledger::Ledger;
pub(crate) use order::children_of;
use package::{DECLARATION, Part};
pub use seal::{is_sealed, is_sealed_as};
use shared::Shared;

/// The namespaces of the parts that hold blocks.
const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
);

/// Turns a paper into the bytes of a DOCX file: the same tree gives the same bytes, in whatever thread.
///
/// # Panics
///
/// Never for a tree that can be built: every `expect` within states why.
pub fn write(document: &Document) -> Vec<u8> {
    let (parts, shared) = parts(document);
    package::zip(&parts, Some(shared))
}

fn parts(document: &Document) -> (Vec<Part>, Shared) {
    let mut ledger = Ledger { look: document.look.clone(), ..Ledger::default() };
    let mut xml = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
    section::sections(&document.sections, &mut ledger, &mut xml);
    xml.push_str("</w:body></w:document>");
    let body = arrange::arrange(&xml, &ledger.body);
    let notes = arrange::arrange(&notes(&ledger.note_texts), &ledger.notes);
    let shared = Shared::of(&ledger);
    (package::parts(&document.title, &document.author, body, notes, &ledger, &shared), shared)
}

/// The notes, after the two lines that Word draws above them.
fn notes(texts: &[String]) -> String {
    let mut xml = format!("{DECLARATION}<w:footnotes {NAMESPACES}>");
    for (id, kind, line) in [(-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator")] {
        write!(xml, "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r><w:{line}/></w:r></w:p></w:footnote>")
            .expect("a string takes all that is written");
    }
    for (index, text) in texts.iter().enumerate() {
        write!(xml, "<w:footnote w:id=\"{}\">", index + 1).expect("a string takes all that is written");
        xml.push_str(text);
        xml.push_str("</w:footnote>");
    }
    xml.push_str("</w:footnotes>");
    xml
}
