//! Pages: A4 upright or on its side, margins, the header with the page number.

use docx_rs::{
    BuildXML, FooterReference, HeaderReference, PageMargin, PageOrientationType, PageSize, SectionProperty, SectionType,
};

use super::block::{self, Built};
use super::ledger::{Ledger, Setting, Surroundings};
use crate::document::{Look, Orientation, PageNumber, Section};

/// 210 mm in twips.
const SHORT_SIDE: u32 = 11906;
/// 297 mm in twips.
const LONG_SIDE: u32 = 16838;
/// 10 mm.
const RIGHT: u32 = 567;
/// 20 mm, above and below.
const TOP: i32 = 1134;
/// 10 mm: where the page number stands, above or below.
const HEADER: i32 = 567;

/// The relationship id of the header or footer with the page number.
pub(super) const HEADER_ID: &str = "rIdHeader";
/// The relationship id of the empty header or footer of the first page.
pub(super) const FIRST_HEADER_ID: &str = "rIdHeaderFirst";

/// The width for text of a page, in twips.
pub(super) fn text_width(orientation: Orientation, look: &Look) -> usize {
    (size(orientation).0 - left(look) - RIGHT) as usize
}

/// The left margin; no margin is wider than a third of the page.
fn left(look: &Look) -> u32 {
    (look.left_margin_mm * 567 / 10).min(SHORT_SIDE / 3)
}

/// Writes the blocks of all sections and the page of the last of them, still in the order of docx-rs.
///
/// A section is closed by the properties of its last paragraph; an empty section would be an empty page and is
/// not written.
pub(super) fn sections(sections: &[Section], ledger: &mut Ledger, xml: &mut String) {
    let mut open: Option<(Vec<Built>, SectionProperty)> = None;
    for section in sections {
        let setting = Setting {
            surroundings: Surroundings::Page,
            width: text_width(section.orientation, &ledger.look),
            lying: section.orientation == Orientation::Landscape,
            small: false,
        };
        let mut written = String::new();
        let mut last = block::page(&section.blocks, setting, ledger, &mut written);
        if last.is_empty() {
            continue;
        }
        block::end_with_paragraph(&mut last);
        let first = open.is_none();
        if let Some((mut before, page)) = open {
            if let Some(Built::Paragraph(end)) = before.last_mut() {
                end.property.section_property = Some(page);
            }
            block::write(&before, xml);
        }
        xml.push_str(&written);
        open = Some((last, properties(section.orientation, first, &ledger.look)));
    }
    let (mut last, page) = open.unwrap_or_else(|| (Vec::new(), properties(Orientation::Portrait, true, &ledger.look)));
    block::end_with_paragraph(&mut last);
    block::write(&last, xml);
    block::push(&page.build(), xml);
}

fn properties(orientation: Orientation, first: bool, look: &Look) -> SectionProperty {
    let (width, height) = size(orientation);
    let page_size = PageSize::new().size(width, height);
    let property = SectionProperty {
        page_size: match orientation {
            Orientation::Portrait => page_size,
            Orientation::Landscape => page_size.orient(PageOrientationType::Landscape),
        },
        page_margin: PageMargin {
            top: TOP,
            bottom: TOP,
            left: left(look).cast_signed(),
            right: RIGHT.cast_signed(),
            header: HEADER,
            footer: HEADER,
            gutter: 0,
        },
        space: 708,
        title_pg: first,
        section_type: Some(SectionType::NextPage),
        ..SectionProperty::default()
    };
    if look.page_number == PageNumber::BottomCenter {
        SectionProperty {
            footer_reference: Some(FooterReference::new("default", HEADER_ID)),
            first_footer_reference: first.then(|| FooterReference::new("first", FIRST_HEADER_ID)),
            ..property
        }
    } else {
        SectionProperty {
            header_reference: Some(HeaderReference::new("default", HEADER_ID)),
            first_header_reference: first.then(|| HeaderReference::new("first", FIRST_HEADER_ID)),
            ..property
        }
    }
}

fn size(orientation: Orientation) -> (u32, u32) {
    match orientation {
        Orientation::Portrait => (SHORT_SIDE, LONG_SIDE),
        Orientation::Landscape => (LONG_SIDE, SHORT_SIDE),
    }
}

#[cfg(test)]
mod tests {
    use super::text_width;
    use crate::document::{Look, Orientation};

    #[test]
    fn text_is_as_wide_as_the_page_without_its_margins() {
        assert_eq!(text_width(Orientation::Portrait, &Look::default()), 9638);
        assert_eq!(text_width(Orientation::Landscape, &Look::default()), 14570);
        let narrow = Look { left_margin_mm: 20, ..Look::default() };
        assert_eq!(text_width(Orientation::Portrait, &narrow), 10205);
    }
}
