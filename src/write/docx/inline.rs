//! What stands inside a paragraph: text, breaks, links, notes and pictures.

use std::borrow::Cow;

use docx_rs::{
    Break, BreakType, FootnoteReference, Hyperlink, HyperlinkType, ParagraphChild, Pic, Run, RunChild, RunProperty,
    Tab, Text,
};

use super::block;
use super::ledger::{Ledger, Setting, Surroundings};
use super::style;
use crate::document::{Address, Block, Emphasis, Image, Inline, block_text};

/// English Metric Units in a millimetre.
const EMU_PER_MM: u32 = 36_000;
/// English Metric Units in a twip.
const EMU_PER_TWIP: u32 = 635;

/// Turns inlines into the children of a paragraph.
pub(super) fn inlines(inlines: &[Inline], setting: Setting, ledger: &mut Ledger) -> Vec<ParagraphChild> {
    let mut children = Vec::new();
    collect(inlines, &RunProperty::new(), setting, ledger, &mut children);
    children
}

fn collect(
    inlines: &[Inline],
    base: &RunProperty,
    setting: Setting,
    ledger: &mut Ledger,
    children: &mut Vec<ParagraphChild>,
) {
    for inline in inlines {
        match inline {
            Inline::Text { text, emphasis } => push(children, text_children(text), emphasised(base, *emphasis)),
            Inline::Break => push(children, vec![line_break()], base.clone()),
            Inline::Tab => push(children, vec![RunChild::Tab(Tab::new())], base.clone()),
            Inline::Link { url, children: shown } => {
                // A link within a link cannot be: the inner one is its text.
                if base.style.is_none() {
                    children.push(link(url, shown, setting, ledger));
                } else {
                    collect(shown, base, setting, ledger, children);
                }
            }
            Inline::Footnote(blocks) => push_note(blocks, base, setting, ledger, children),
            Inline::Image(image) => push(children, vec![picture(image, setting, ledger)], base.clone()),
            Inline::Reference { id, .. } => push(children, text_children(&format!("[[{id}]]")), base.clone()),
        }
    }
}

fn push(children: &mut Vec<ParagraphChild>, run: Vec<RunChild>, property: RunProperty) {
    if !run.is_empty() {
        children.push(ParagraphChild::Run(Box::new(Run { run_property: property, children: run })));
    }
}

fn emphasised(base: &RunProperty, emphasis: Emphasis) -> RunProperty {
    let mut property = base.clone();
    if emphasis.bold {
        property = property.bold();
    }
    if emphasis.italic {
        property = property.italic();
    }
    if emphasis.strike {
        property = property.strike();
    }
    property
}

fn text_children(text: &str) -> Vec<RunChild> {
    let text = printable(text);
    let mut children = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            children.push(line_break());
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                children.push(RunChild::Tab(Tab::new()));
            }
            if !piece.is_empty() {
                children.push(RunChild::Text(Text::new(piece)));
            }
        }
    }
    children
}

fn line_break() -> RunChild {
    RunChild::Break(Break::new(BreakType::TextWrapping))
}

/// The text without the characters that XML 1.0 forbids, even written as references.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    // Without a way out of the loop it goes by many bytes at once; three bytes with this first one may be U+FFFE.
    let doubtful = |byte: u8| (byte < 0x20 && byte != b'\t' && byte != b'\n') || byte == 0xef;
    if !text.bytes().fold(false, |held, byte| held | doubtful(byte)) {
        return text.into();
    }
    let allowed =
        |character: char| matches!(character, '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(|character| allowed(*character)).collect()
}

fn link(url: &Address, shown: &[Inline], setting: Setting, ledger: &mut Ledger) -> ParagraphChild {
    let mut hyperlink = Hyperlink::new("", HyperlinkType::Anchor);
    let rid = ledger.link(setting.surroundings, url.uri());
    hyperlink.link = docx_rs::HyperlinkData::External { rid, path: String::new() };
    let base = RunProperty::new().style(style::HYPERLINK);
    collect(shown, &base, setting, ledger, &mut hyperlink.children);
    ParagraphChild::Hyperlink(hyperlink)
}

fn push_note(
    blocks: &[Block],
    base: &RunProperty,
    setting: Setting,
    ledger: &mut Ledger,
    children: &mut Vec<ParagraphChild>,
) {
    if setting.surroundings.in_note() {
        // Word has no notes to notes: the inner one stands in brackets.
        push(children, text_children(&format!(" ({})", block_text(blocks))), base.clone());
        return;
    }
    let within = Setting { surroundings: Surroundings::Note, small: false, ..setting };
    let mut built = block::blocks(blocks, within, ledger);
    block::end_with_paragraph(&mut built);
    let mut xml = String::new();
    block::write(&built, &mut xml);
    let id = ledger.note(xml);
    let reference = RunChild::FootnoteReference(FootnoteReference::new(id));
    push(children, vec![reference], RunProperty::new().style(style::FOOTNOTE_REFERENCE));
}

fn picture(image: &Image, setting: Setting, ledger: &mut Ledger) -> RunChild {
    let id = ledger.picture(setting.surroundings, &image.png, &printable(&image.description));
    let (width, height) = printed_size(image, setting.width);
    // The bytes are kept in the ledger; docx-rs writes no more of them than the id.
    let pic = Pic::new_with_dimensions(Vec::new(), image.width_px, image.height_px).id(id).size(width, height);
    RunChild::Drawing(Box::new(docx_rs::Drawing::new().pic(pic)))
}

/// The printed size in English Metric Units: no wider than the text.
fn printed_size(image: &Image, room: usize) -> (u32, u32) {
    let (pixels_wide, pixels_high) = (u64::from(image.width_px.max(1)), u64::from(image.height_px.max(1)));
    let room = u64::try_from(room).unwrap_or(u64::MAX).saturating_mul(u64::from(EMU_PER_TWIP));
    let mut height = u64::from(image.height_mm.clamp(1, 1000)) * u64::from(EMU_PER_MM);
    let mut width = height * pixels_wide / pixels_high;
    if width > room {
        height = height * room / width;
        width = room;
    }
    (u32::try_from(width.max(1)).unwrap_or(u32::MAX), u32::try_from(height.max(1)).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{printable, printed_size};
    use crate::document::Image;

    #[test]
    fn characters_that_xml_forbids_are_left_out() {
        assert_eq!(printable("а\u{b}б\u{0}\u{ffff}\u{1f}\r"), "аб");
    }

    #[test]
    fn a_picture_keeps_its_proportions_and_stays_within_the_text() {
        let image = Image { png: Vec::new(), width_px: 200, height_px: 100, height_mm: 20, description: String::new() };
        assert_eq!(printed_size(&image, 9638), (40 * 36_000, 20 * 36_000));
        assert_eq!(printed_size(&image, 567), (567 * 635, 567 * 635 / 2));
    }
}
