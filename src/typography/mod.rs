//! Typography: the characters between the words of a finished paper, as official Russian papers have them.
//!
//! Takes a document, mends its text in place, and knows nothing else of ours. No letter and no digit is ever
//! changed: only spaces, dashes and quotation marks are. Links, addresses, file names and numbers after «№» are left
//! as written. Why each rule is here and others are not: `docs/decisions/0005-typography-mends-signs-only.md`.

mod apart;
mod binding;
mod dashes;
mod guard;
mod lexicon;
mod line;
mod plain;
mod quotes;
mod spaces;
#[cfg(test)]
mod tests;
mod walk;

use crate::document::Document;

/// Mends the text of a document: headings, paragraphs, lists, tables, notes and its title.
pub fn typeset(document: &mut Document) {
    document.title = line::mended(&document.title);
    let mut walk = walk::Walk::default();
    for section in &mut document.sections {
        walk.blocks(&mut section.blocks);
    }
}
