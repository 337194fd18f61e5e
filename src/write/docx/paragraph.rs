//! A paragraph: its style, its number and its text.

use docx_rs::{FrameProperty, ParagraphChild, Run, RunChild};

use super::ledger::{Ledger, Setting, Surroundings};
use super::{inline, signature, style};
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
    built.children.extend(match signature::post_room(source.style, &ledger.look) {
        Some(room) => inline::inlines(&signature::in_lines(&source.inlines, room), setting, ledger),
        None => inline::inlines(&source.inlines, setting, ledger),
    });
    if let Some(language) = source.language.as_deref().filter(|language| style::is_language(language)) {
        ledger.languages.insert(language.to_owned());
        speak(&mut built.children, &style::language_id(language));
    }
    if matches!(source.style, Style::TitlePageFoot | Style::Executor) && setting.surroundings == Surroundings::Page {
        built.property.frame_property = Some(at_page_foot(setting));
    }
    built
}

/// Gives all text the character style of a language: docx-rs knows no languages.
fn speak(children: &mut [ParagraphChild], id: &str) {
    for child in children {
        if let ParagraphChild::Run(run) = child {
            run.run_property = run.run_property.clone().style(id);
        }
    }
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
