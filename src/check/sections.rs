//! The headings of a program's papers, those within Markdown texts too.

use crate::diagnostic::Place;
use crate::document::{Block, Style, plain_text};
use crate::model::{Appendix, AppendixContent, Content, Order, PartKind, Program, Prose};

/// The contents of the program, the roadmap and the papers, whole sections with those within them.
pub fn contents(program: &Program) -> Vec<&Content> {
    fn gather<'a>(contents: &'a [Content], all: &mut Vec<&'a Content>) {
        for content in contents {
            all.push(content);
            gather(&content.sections, all);
        }
    }
    let mut all = Vec::new();
    gather(&program.contents, &mut all);
    program.roadmap.iter().for_each(|roadmap| gather(&roadmap.contents, &mut all));
    program.papers.iter().for_each(|paper| gather(&paper.contents, &mut all));
    all
}

/// The words of all headings, and of the titles of appendices.
pub fn headings(program: &Program, order: Option<&Order>) -> Vec<String> {
    let mut all = Vec::new();
    for content in contents(program) {
        all.extend(content.heading.iter().map(|heading| heading.value.clone()));
        for part in &content.parts {
            if let PartKind::Prose(prose) = &part.kind {
                all.extend(within(prose).into_iter().map(|heading| heading.text));
            }
        }
    }
    order.into_iter().flat_map(|order| &order.appendices).for_each(|own| appendix(own, &mut all));
    all
}

fn appendix(appendix_: &Appendix, all: &mut Vec<String>) {
    if let AppendixContent::Text { title, text, landscape: _ } = &appendix_.content {
        all.extend(title.iter().map(|title| title.value.clone()));
        all.extend(within(text).into_iter().map(|heading| heading.text));
    }
    appendix_.appendices.iter().for_each(|inner| appendix(inner, all));
}

/// A heading in a Markdown text.
#[derive(Debug)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// Whether the next thing is a heading no lower than it, or the end of the text.
    pub bare: Bare,
}

/// What follows a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bare {
    /// Something of its own.
    No,
    /// Another heading that is not under it.
    Heading,
    /// The end of the text.
    End,
}

/// The styles of headings, the highest first.
const LEVELS: [Style; 3] = [Style::Heading1, Style::Heading2, Style::Heading3];

/// The headings of a Markdown text.
pub fn within(prose: &Prose) -> Vec<Heading> {
    let level = |block: &Block| match block {
        Block::Paragraph(paragraph) => LEVELS.iter().position(|style| *style == paragraph.style),
        Block::List(_) | Block::Table(_) | Block::PageBreak => None,
    };
    let mut headings = Vec::new();
    for (index, block) in prose.blocks.iter().enumerate() {
        let (Block::Paragraph(paragraph), Some(own)) = (block, level(block)) else { continue };
        let next = prose.blocks[index + 1..].iter().find(|block| !matches!(block, Block::PageBreak));
        let bare = match next {
            None => Bare::End,
            Some(next) if level(next).is_some_and(|next| next <= own) => Bare::Heading,
            Some(_) => Bare::No,
        };
        let place = paragraph.place.unwrap_or(prose.place);
        headings.push(Heading { text: plain_text(&paragraph.inlines).into_owned(), place, bare });
    }
    headings
}
