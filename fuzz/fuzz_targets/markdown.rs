//! Text → blocks → Markdown → blocks: the letters stay the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prikaz::diagnostic::{Files, Origin};
use prikaz::document::{Block, Document, Look, Orientation, Section};
use prikaz::markdown::{Piece, parse};
use prikaz::write;
use prikaz_fuzz::letters::Letters;

fuzz_target!(|text: &str| {
    let blocks = read(text);
    let before = Letters::of(&blocks);
    let section = Section { orientation: Orientation::Portrait, blocks };
    let (title, author) = (String::new(), String::new());
    let written = write::markdown::write(&Document { title, author, look: Look::default(), sections: vec![section] });
    assert_eq!(before, Letters::of(&read(&written)), "{written}");
});

fn read(text: &str) -> Vec<Block> {
    let file = Files::default().add("a.md", text);
    let pieces = parse(text, &Origin::file(file, text.len())).pieces.into_iter();
    pieces
        .filter_map(|piece| match piece {
            Piece::Block(block) => Some(block),
            Piece::Directive(_) => None,
        })
        .collect()
}
