//! A paragraph: its style, its number and its text.

use docx_rs::{FrameProperty, Run, RunChild};

use super::ledger::{Ledger, Setting, Surroundings};
use super::{inline, signature};
use crate::document::{Paragraph, Style};

/// Turns a paragraph into one of docx-rs, of the style with this id.
pub(super) fn paragraph(source: &Paragraph, id: &str, setting: Setting, ledger: &mut Ledger) -> docx_rs::Paragraph {
    let mut built = docx_rs::Paragraph::new().style(id);
    if let Some(number) = &source.number {
        let text = if source.inlines.is_empty() { number.clone() } else { format!("{number} ") };
        let mut run = Run::new();
        run.children.push(RunChild::Text(docx_rs::Text::new(inline::printable(&text))));
        built = built.add_run(run);
    }
    built.children.extend(match signature::post_room(source.style) {
        Some(room) => inline::inlines(&signature::in_lines(&source.inlines, room), setting, ledger),
        None => inline::inlines(&source.inlines, setting, ledger),
    });
    if matches!(source.style, Style::TitlePageFoot | Style::Executor) && setting.surroundings == Surroundings::Page {
        built.property.frame_property = Some(at_page_foot(setting));
    }
    built
}

/// A frame at the lower margin, whatever stands above it on the page. It is no part of the style: `LibreOffice`
/// knows frames of paragraphs only.
fn at_page_foot(setting: Setting) -> FrameProperty {
    FrameProperty::new()
        .width(u32::try_from(setting.width).unwrap_or(u32::MAX))
        .wrap("notBeside")
        .v_anchor("margin")
        .h_anchor("margin")
        .x_align("center")
        .y_align("bottom")
}
