//! The measures as a list in the text of a program, without deadlines and parties.

use crate::compose::scope::Scope;
use crate::compose::text::{inlines, paragraph, prose};
use crate::document::{Block, Inline, Paragraph, Style};
use crate::model::{Measure, Roadmap};
use crate::resolve::{RoadmapRow, roadmap_rows};

/// The sections as headings of a style, the stages as headings under them, the measures as points.
pub(in crate::compose) fn list(roadmap: &Roadmap, heading: Style, scope: &Scope<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in roadmap_rows(roadmap) {
        match row {
            RoadmapRow::Section { number, section, .. } => {
                let name = section.name.as_ref().map(|name| paragraph(heading, name, scope.numbering));
                blocks.extend(name.map(|name| Paragraph { number, ..name }.into()));
            }
            RoadmapRow::Stage(stage) => {
                let name = stage.name.as_ref().map(|name| paragraph(Style::Heading3, name, scope.numbering));
                blocks.extend(name.map(Block::from));
            }
            RoadmapRow::Measure { number, level, measure } => {
                let style = if level == 1 { Style::Item } else { Style::Subitem };
                let mut text = words(measure, scope);
                let own = text.iter_mut().find_map(|block| match block {
                    Block::Paragraph(own) => Some(own),
                    Block::List(_) | Block::Table(_) | Block::PageBreak => None,
                });
                if let Some(own) = own {
                    own.style = style;
                    own.number = Some(format!("{number}."));
                }
                blocks.extend(text);
            }
        }
    }
    blocks
}

fn words(measure: &Measure, scope: &Scope<'_>) -> Vec<Block> {
    match &measure.wordings.section {
        Some(own) => {
            let text: Vec<Inline> = inlines(&own.value, scope.numbering);
            vec![Paragraph::new(Style::Body, text).into()]
        }
        None => prose(&measure.text, scope.numbering),
    }
}
