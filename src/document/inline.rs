//! What stands inside a paragraph.

use super::{Address, Block};
use crate::diagnostic::Place;
use std::borrow::Cow;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text without line breaks.
    Text {
        /// The characters.
        text: String,
        /// How they are set off.
        emphasis: Emphasis,
    },
    /// A new line within the paragraph.
    Break,
    /// A jump to the next tab stop of the paragraph's style; a gap where there are none.
    Tab,
    /// A link to an address outside the paper.
    Link {
        /// The address.
        url: Address,
        /// What is shown.
        children: Vec<Inline>,
    },
    /// A note at the foot of the page.
    Footnote(Vec<Block>),
    /// A picture.
    Image(Image),
    /// The number of an item, appendix, section, measure or indicator; `compose` puts the number in its place,
    /// and a writer that still meets one prints the id in double brackets.
    Reference {
        /// The id that was written in `[[…]]`.
        id: String,
        /// Where it was written.
        place: Option<Place>,
    },
}

/// How text is set off from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck out.
    pub strike: bool,
}

/// A PNG picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The bytes of the PNG file.
    pub png: Vec<u8>,
    /// Width of the picture in pixels, from its header.
    pub width_px: u32,
    /// Height of the picture in pixels, from its header.
    pub height_px: u32,
    /// Printed height in millimetres; the width follows from the proportions.
    pub height_mm: u32,
    /// What the picture shows, for readers who cannot see it.
    pub description: String,
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis::default() }
    }
}

/// The text of some inlines without its emphasis: a break or a tab is one space; that of a single run is borrowed.
pub fn plain_text(inlines: &[Inline]) -> Cow<'_, str> {
    if let [Inline::Text { text, .. }] = inlines {
        return Cow::Borrowed(text);
    }
    let mut plain = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => plain.push_str(text),
            Inline::Break | Inline::Tab => plain.push(' '),
            Inline::Link { children, .. } => plain.push_str(&plain_text(children)),
            Inline::Footnote(_) | Inline::Image(_) => {}
            Inline::Reference { id, .. } => {
                plain.push_str("[[");
                plain.push_str(id);
                plain.push_str("]]");
            }
        }
    }
    Cow::Owned(plain)
}
