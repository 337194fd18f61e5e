//! What the parts of one paper share while they are built: relationships, pictures, lists, notes and the marks
//! that docx-rs cannot write.
//!
//! All ids come from here, counted from one in each paper, never from the counters of docx-rs, which are shared by
//! all threads.

use std::collections::BTreeSet;

use super::numbering::Room;
use crate::document::{Look, Marker};

/// What is gathered while a paper is built.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// The look of the pages.
    pub(super) look: Look,
    /// What belongs to `document.xml`.
    pub(super) body: Side,
    /// What belongs to `footnotes.xml`.
    pub(super) notes: Side,
    /// The XML of each note, in the order of the notes.
    pub(super) note_texts: Vec<String>,
    /// The PNG files, each once.
    pub(super) pictures: Vec<Vec<u8>>,
    /// The lists, in the order of the paper.
    pub(super) lists: Vec<ListEntry>,
    /// The languages other than Russian.
    pub(super) languages: BTreeSet<String>,
}

/// What belongs to one part that holds blocks.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// The addresses of links; the first has the id `rIdLink1`.
    pub(super) links: Vec<String>,
    /// The indices of the pictures that the part shows, each once.
    pub(super) shown: Vec<usize>,
    /// For each picture of the part, in order: what it shows.
    pub(super) descriptions: Vec<String>,
    /// The table rows of the part, in order.
    pub(super) rows: Vec<RowEntry>,
}

impl Side {
    /// Whether it has links or pictures, which are relationships of its part.
    pub(super) fn refers(&self) -> bool {
        !(self.links.is_empty() && self.shown.is_empty())
    }
}

/// What docx-rs does not write of a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowEntry {
    /// Only the mark of a row that is repeated on each page, if it is one.
    Built {
        /// Whether it is.
        repeated: bool,
    },
    /// All that stands within, as XML.
    Straight(String),
}

/// A list of the paper, which has a numbering of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListEntry {
    /// What stands before its items.
    pub(super) marker: Marker,
    /// How deep it stands in other lists, from 0.
    pub(super) level: usize,
    /// How much room its markers have.
    pub(super) room: Room,
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// On the page itself.
    Page,
    /// In a cell of a table.
    Cell,
    /// In a note at the foot of the page.
    Note,
    /// In a cell of a table in a note.
    NoteCell,
}

/// Where blocks stand and how much room they have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Where they stand.
    pub(super) surroundings: Surroundings,
    /// The width for text, in twips.
    pub(super) width: usize,
    /// Whether the page lies on its side.
    pub(super) lying: bool,
    /// Whether this is within a table that is set in the smaller size.
    pub(super) small: bool,
}

impl Setting {
    /// Whether this is a page on its side.
    pub(super) fn lies(self) -> bool {
        self.surroundings == Surroundings::Page && self.lying
    }
}

impl Surroundings {
    /// Whether this is a note or within one.
    pub(super) fn in_note(self) -> bool {
        matches!(self, Self::Note | Self::NoteCell)
    }

    /// Whether this is a cell.
    pub(super) fn in_cell(self) -> bool {
        matches!(self, Self::Cell | Self::NoteCell)
    }

    /// What the cells of a table are that stands here.
    pub(super) fn cell(self) -> Self {
        if self.in_note() { Self::NoteCell } else { Self::Cell }
    }
}

impl Ledger {
    /// The side on which blocks of these surroundings are written.
    pub(super) fn side(&mut self, surroundings: Surroundings) -> &mut Side {
        if surroundings.in_note() { &mut self.notes } else { &mut self.body }
    }

    /// Enters a link and gives its relationship id.
    pub(super) fn link(&mut self, surroundings: Surroundings, url: String) -> String {
        let links = &mut self.side(surroundings).links;
        let index = links.iter().position(|known| *known == url).unwrap_or_else(|| {
            links.push(url);
            links.len() - 1
        });
        link_id(index)
    }

    /// Enters a picture and gives its relationship id.
    pub(super) fn picture(&mut self, surroundings: Surroundings, png: &[u8], description: &str) -> String {
        let index = self.pictures.iter().position(|known| known == png).unwrap_or_else(|| {
            self.pictures.push(png.to_vec());
            self.pictures.len() - 1
        });
        let side = self.side(surroundings);
        if !side.shown.contains(&index) {
            side.shown.push(index);
        }
        side.descriptions.push(description.to_owned());
        picture_id(index)
    }

    /// Enters a list and gives its number in `numbering.xml`.
    pub(super) fn list(&mut self, entry: ListEntry) -> usize {
        self.lists.push(entry);
        self.lists.len()
    }

    /// Enters the XML of a note and gives its id.
    pub(super) fn note(&mut self, xml: String) -> usize {
        self.note_texts.push(xml);
        self.note_texts.len()
    }
}

/// The relationship id of a link.
pub(super) fn link_id(index: usize) -> String {
    format!("rIdLink{}", index + 1)
}

/// The relationship id of a picture.
pub(super) fn picture_id(index: usize) -> String {
    format!("rIdImage{}", index + 1)
}
