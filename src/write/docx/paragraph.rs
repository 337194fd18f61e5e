//! A paragraph: its style, its number and its text.

use docx_rs::{Run, RunChild};

use super::inline;
use super::ledger::{Ledger, Setting};
use crate::document::Paragraph;

/// Turns a paragraph into one of docx-rs, of the style with this id.
pub(super) fn paragraph(source: &Paragraph, id: &str, setting: Setting, ledger: &mut Ledger) -> docx_rs::Paragraph {
    let mut built = docx_rs::Paragraph::new().style(id);
    if let Some(number) = &source.number {
        let text = if source.inlines.is_empty() { number.clone() } else { format!("{number} ") };
        let mut run = Run::new();
        run.children.push(RunChild::Text(docx_rs::Text::new(inline::printable(&text))));
        built = built.add_run(run);
    }
    built.children.extend(inline::inlines(&source.inlines, setting, ledger));
    built
}
