//! The tables that a program holds in its Markdown, as grids of cells that can be recounted.

mod figure;
mod grid;
mod mean;

pub use figure::{Figure, Reading, reading, written};
pub use grid::{Grid, is_total};
pub use mean::wrong_means;

use crate::diagnostic::Place;
use crate::document::Block;
use crate::model::{Appendix, AppendixContent, Content, Order, PartKind, PassportRowKind, Program, Prose};

/// All tables of a program and of its order, in the order of the model.
pub fn grids(program: &Program, order: Option<&Order>) -> Vec<Grid> {
    let mut all = Vec::new();
    for row in program.passport.iter().flat_map(|passport| &passport.rows) {
        if let PassportRowKind::Own(text) = &row.kind {
            prose(text, &mut all);
        }
    }
    let roadmap = program.roadmap.iter().flat_map(|roadmap| &roadmap.contents);
    let papers = program.papers.iter().flat_map(|paper| &paper.contents);
    program.contents.iter().chain(roadmap).chain(papers).for_each(|own| content(own, &mut all));
    if let Some(order) = order {
        order.preamble.iter().for_each(|preamble| prose(preamble, &mut all));
        order.appendices.iter().for_each(|own| appendix(own, &mut all));
    }
    all
}

fn content(content_: &Content, all: &mut Vec<Grid>) {
    for part in &content_.parts {
        part.lead.iter().for_each(|lead| prose(lead, all));
        if let PartKind::Prose(text) = &part.kind {
            prose(text, all);
        }
    }
    content_.sections.iter().for_each(|section| content(section, all));
}

fn appendix(own: &Appendix, all: &mut Vec<Grid>) {
    if let AppendixContent::Text { text, .. } = &own.content {
        prose(text, all);
    }
    own.appendices.iter().for_each(|inner| appendix(inner, all));
}

fn prose(text: &Prose, all: &mut Vec<Grid>) {
    blocks(&text.blocks, text.place, all);
}

fn blocks(blocks_: &[Block], whole: Place, all: &mut Vec<Grid>) {
    for block in blocks_ {
        match block {
            Block::Table(table) => all.push(Grid::of(table, whole)),
            Block::List(list) => list.items.iter().for_each(|item| blocks(item, whole, all)),
            Block::Paragraph(_) | Block::PageBreak => {}
        }
    }
}
