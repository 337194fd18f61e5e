//! The measures as a list in the text of a program, without deadlines and parties.

use crate::compose::scope::Scope;
use crate::compose::text::{inlines, paragraph, prose};
use crate::document::{Block, Inline, Paragraph, Style};
use crate::model::{Label, Measure, Roadmap, Text};
use crate::resolve::{RoadmapRow, roadmap_rows};

/// The sections as headings of a style, the stages as headings under them, the measures as points with a label.
pub(in crate::compose) fn list(roadmap: &Roadmap, heading: Style, label: &Label, scope: &Scope<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    // The level of a measure left out of the text, while those under it follow.
    let mut hidden = None;
    for row in roadmap_rows(roadmap) {
        match row {
            RoadmapRow::Section { number, section, .. } => {
                let name = section.wordings.section.as_ref().or(section.name.as_ref());
                let name = name.map(|name| paragraph(heading, name, scope.numbering));
                blocks.extend(name.map(|name| Paragraph { number, ..name }.into()));
                blocks.extend(section.lead.as_ref().map(|lead| subheading(lead, scope)));
            }
            RoadmapRow::Stage(stage) => {
                let name = stage.wordings.section.as_ref().or(stage.name.as_ref());
                blocks.extend(name.map(|name| subheading(name, scope)));
            }
            RoadmapRow::Measure { number, level, measure, .. } => {
                if hidden.is_some_and(|hidden| level > hidden) {
                    continue;
                }
                hidden = (!measure.in_text).then_some(level);
                if hidden.is_some() {
                    continue;
                }
                let style = if level == 1 { Style::Item } else { Style::Subitem };
                let mut text = words(measure, scope);
                let own = text.iter_mut().find_map(|block| match block {
                    Block::Paragraph(own) => Some(own),
                    Block::List(_) | Block::Table(_) | Block::PageBreak => None,
                });
                if let Some(own) = own {
                    own.style = style;
                    own.number = Some(label.printed(&number)).filter(|number| !number.is_empty());
                }
                blocks.extend(text);
            }
        }
    }
    blocks
}

fn subheading(text: &Text, scope: &Scope<'_>) -> Block {
    paragraph(Style::Heading3, text, scope.numbering).into()
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
