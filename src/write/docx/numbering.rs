//! Lists: `numbering.xml`, where every list has a numbering of its own, so that each begins anew.

use std::fmt::Write;

use super::ledger::ListEntry;
use super::style::NAMESPACE;
use crate::document::{List, Marker};

/// How deep lists may stand in one another: Word has nine levels.
pub(super) const LEVELS: usize = 9;

/// How much further each level of a list on the page is indented, in twips: 1 cm.
const PAGE_STEP: usize = 567;
/// The first-line indent of running text, in twips: 1.25 cm.
const FIRST_LINE: i32 = 709;

/// The highest number that Word counts from.
const HIGHEST_START: u64 = 32_767;

/// The indent of a level in twips, from the left and of the first line; a hanging one is negative.
pub(super) fn indent(level: usize, room: Room) -> (i32, i32) {
    let level = i32::try_from(level).expect("a list has no more than nine levels");
    let page_step = i32::try_from(PAGE_STEP).expect("a centimetre is a small number");
    let hanging = match room {
        Room::Page => return (page_step * level, FIRST_LINE),
        Room::Cell => CELL_HANGING,
        Room::WideInCell => WIDE_HANGING,
    };
    (hanging * (level + 1), -hanging)
}

/// The room for the marker in a cell, in twips: 6 mm.
const CELL_HANGING: i32 = 340;
/// The room for a long marker in a cell, «100.», in twips: 1 cm.
const WIDE_HANGING: i32 = 567;

/// How much room the markers of a list have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// As much as they need: the list stands on the page.
    Page,
    /// That of two digits: the list stands in a cell.
    Cell,
    /// That of three digits or of large ones: the list stands in a cell.
    WideInCell,
}

impl Room {
    /// The room for the markers of a list in a cell, in a size in points.
    pub(super) fn in_cell(list: &List, size: u32) -> Self {
        let highest = match list.marker {
            Marker::Dash => 0,
            Marker::Period(start) | Marker::Parenthesis(start) => {
                start.saturating_add((list.items.len() as u64).saturating_sub(1))
            }
        };
        if highest > 99 || highest > 9 && size > 12 { Self::WideInCell } else { Self::Cell }
    }

    /// The room in a cell, in twips.
    pub(super) fn twips(self) -> usize {
        usize::try_from(indent(0, self).0).unwrap_or(0)
    }
}

/// The part `numbering.xml` for these lists.
pub(super) fn part(lists: &[ListEntry]) -> String {
    let mut xml = format!("{}<w:numbering {NAMESPACE}>", super::package::DECLARATION);
    for (id, (kind, room)) in KINDS.into_iter().enumerate() {
        abstract_numbering(&mut xml, id, kind, room);
    }
    for (index, list) in lists.iter().enumerate() {
        let start = match list.marker {
            Marker::Dash => 1,
            Marker::Period(start) | Marker::Parenthesis(start) => start.min(HIGHEST_START),
        };
        let (id, level) = (abstract_id(*list), list.level);
        write!(
            xml,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{id}\"/>\
             <w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>",
            index + 1
        )
        .expect("a string takes all that is written");
    }
    xml.push_str("</w:numbering>");
    xml
}

/// The kind of marker, without the number that it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Dash,
    Period,
    Parenthesis,
}

const KINDS: [(Kind, Room); 8] = [
    (Kind::Dash, Room::Page),
    (Kind::Period, Room::Page),
    (Kind::Parenthesis, Room::Page),
    (Kind::Dash, Room::Cell),
    (Kind::Period, Room::Cell),
    (Kind::Parenthesis, Room::Cell),
    (Kind::Period, Room::WideInCell),
    (Kind::Parenthesis, Room::WideInCell),
];

fn abstract_id(list: ListEntry) -> usize {
    let kind = match list.marker {
        Marker::Dash => Kind::Dash,
        Marker::Period(_) => Kind::Period,
        Marker::Parenthesis(_) => Kind::Parenthesis,
    };
    KINDS.iter().position(|known| *known == (kind, list.room)).expect("all kinds are listed")
}

fn abstract_numbering(xml: &mut String, id: usize, kind: Kind, room: Room) {
    write!(xml, "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>")
        .expect("a string takes all that is written");
    for level in 0..LEVELS {
        let (format, text) = match kind {
            Kind::Dash => ("bullet", "–".to_owned()),
            Kind::Period => ("decimal", format!("%{}.", level + 1)),
            Kind::Parenthesis => ("decimal", format!("%{})", level + 1)),
        };
        let (left, first) = indent(level, room);
        let (suffix, edge) = if room == Room::Page { ("space", "firstLine") } else { ("tab", "hanging") };
        let first = first.abs();
        write!(
            xml,
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:suff w:val=\"{suffix}\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:{edge}=\"{first}\"/></w:pPr></w:lvl>"
        )
        .expect("a string takes all that is written");
    }
    xml.push_str("</w:abstractNum>");
}
