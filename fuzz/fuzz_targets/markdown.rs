//! Text → blocks → Markdown → blocks: the letters stay the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prikaz::diagnostic::{Files, Origin};
use prikaz::document::{Block, Document, Look, Orientation, Section};
use prikaz::markdown::{Piece, parse};
use prikaz::write;
use prikaz_fuzz::letters::Letters;

fuzz_target!(|text: &str| {
    // Styles of an order are written as HTML for those who look, which is not read back.
    if text.contains("стиль") {
        return;
    }
    let (blocks, _) = read(text);
    let before = Letters::of(&blocks);
    let section = Section { orientation: Orientation::Portrait, blocks };
    let (title, author) = (String::new(), String::new());
    let written = write::markdown::write(&Document { title, author, look: Look::default(), sections: vec![section] });
    let (after, refused) = read(&written);
    // Items that are written side by side may have more brackets than one paragraph may.
    if !refused {
        assert_eq!(before, Letters::of(&after), "{written}");
    }
});

/// The blocks of a text, and whether it was refused for its brackets.
fn read(text: &str) -> (Vec<Block>, bool) {
    let file = Files::default().add("a.md", text);
    let parsed = parse(text, &Origin::file(file, text.len()));
    let refused = parsed.findings.iter().any(|finding| finding.name == "too-many-brackets");
    let block = |piece| match piece {
        Piece::Block(block) => Some(block),
        Piece::Directive(_) => None,
    };
    (parsed.pieces.into_iter().filter_map(block).collect(), refused)
}
