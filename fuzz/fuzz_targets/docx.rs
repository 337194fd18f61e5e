//! Any paper → DOCX: the file opens, its elements stand in the order of the schema, no letter is lost.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use prikaz::write;
use prikaz_fuzz::letters::Letters;
use prikaz_fuzz::{docx, paper};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = paper::paper(&mut Unstructured::new(bytes)) else { return };
    let wanted = Letters::of(document.sections.iter().flat_map(|section| &section.blocks));
    let parts = docx::letters(&write::docx::write(&document));
    let printed = parts["word/document.xml"].clone() + parts.get("word/footnotes.xml").map_or("", String::as_str);
    assert_eq!(counted(&printed), counted(&(wanted.text + &wanted.notes)), "{document:?}");
});

/// The letters, sorted: notes and text stand in other places of the file than of the tree.
fn counted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}
