//! Blocks, one after another: lists, page breaks, and what must stay together.

use docx_rs::{BuildXML, IndentLevel, NumberingId, SpecialIndentType};

use super::ledger::{Ledger, ListEntry, Setting, Surroundings};
use super::numbering::Room;
use super::{numbering, paragraph, style, table};
use crate::document::{Block, Inline, List, Paragraph, Style, Table, plain_text};

/// A paragraph of fewer characters is so short that a signature with nothing but it above still looks lost.
const SHORT: usize = 120;
/// A paragraph of more characters is not kept whole for the sake of a signature.
const LONG: usize = 600;

/// How many of the last blocks may still change, as what comes next wants them on its page.
const CHANGEABLE: usize = 2;

/// A block in the vocabulary of docx-rs.
#[derive(Debug)]
pub(super) enum Built {
    /// A paragraph.
    Paragraph(Box<docx_rs::Paragraph>),
    /// A table.
    Table(Box<docx_rs::Table>),
}

/// Turns the blocks of a cell or a note into those of docx-rs.
pub(super) fn blocks(blocks: &[Block], setting: Setting, ledger: &mut Ledger) -> Vec<Built> {
    Flow::new(setting, ledger, None).all(blocks)
}

/// Writes the blocks of a section, still in the order of docx-rs, and gives the last of them, which may still change:
/// its blocks take ten times the memory of their XML.
pub(super) fn page(blocks: &[Block], setting: Setting, ledger: &mut Ledger, xml: &mut String) -> Vec<Built> {
    Flow::new(setting, ledger, Some(xml)).all(blocks)
}

/// Writes blocks, still in the order of docx-rs.
pub(super) fn write(blocks: &[Built], xml: &mut String) {
    for block in blocks {
        let bytes = match block {
            Built::Paragraph(paragraph) => paragraph.build(),
            Built::Table(table) => table.build(),
        };
        push(&bytes, xml);
    }
}

/// Adds what docx-rs built.
pub(super) fn push(bytes: &[u8], xml: &mut String) {
    xml.push_str(std::str::from_utf8(bytes).expect("docx-rs writes UTF-8"));
}

/// Adds a paragraph where a section or a cell would end with a table, which Word does not open.
pub(super) fn end_with_paragraph(blocks: &mut Vec<Built>) {
    if !matches!(blocks.last(), Some(Built::Paragraph(_))) {
        blocks.push(empty(style::SPACER));
    }
}

/// A paragraph without text, where Word wants one and the paper has none.
fn empty(style: &str) -> Built {
    Built::Paragraph(Box::new(docx_rs::Paragraph::new().style(style)))
}

/// Where a block stands in the lists around it.
#[derive(Debug, Clone, Copy)]
struct Place {
    list: usize,
    level: usize,
    room: Room,
}

struct Flow<'a> {
    ledger: &'a mut Ledger,
    setting: Setting,
    /// Where the XML of blocks goes that cannot change any more; in a cell or a note there is no such place.
    xml: Option<&'a mut String>,
    /// The blocks that are not written yet.
    built: Vec<Built>,
    /// Whether the next block begins a page.
    page_break: bool,
    /// Whether the last block is a frame at the foot of the page.
    frame: bool,
    /// Whether the last block is a table with lines.
    ruled: bool,
}

impl<'a> Flow<'a> {
    fn new(setting: Setting, ledger: &'a mut Ledger, xml: Option<&'a mut String>) -> Self {
        Self { ledger, setting, xml, built: Vec::new(), page_break: false, frame: false, ruled: false }
    }

    fn all(mut self, blocks: &[Block]) -> Vec<Built> {
        self.blocks(blocks);
        self.close_frame();
        self.built
    }

    fn push(&mut self, block: Built) {
        self.built.push(block);
        if let Some(xml) = &mut self.xml
            && self.built.len() > CHANGEABLE
        {
            write(&self.built[..1], xml);
            self.built.remove(0);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, &blocks[..index]),
                Block::List(list) => self.list(list, 0),
                Block::Table(table) => self.table(table),
                Block::PageBreak => self.page_break = true,
            }
        }
    }

    fn paragraph(&mut self, source: &Paragraph, before: &[Block]) {
        let goes_on = matches!(before.last(), Some(Block::Paragraph(last)) if last.style == source.style);
        if source.style == Style::Signature || (source.style == Style::Executor && !goes_on) {
            self.keep_with_signature(before);
        }
        if source.style == Style::Visa && goes_on {
            // The lines of one sheet stay on one page.
            self.keep_last(1);
        }
        let id = match before.last() {
            Some(Block::Paragraph(last)) if continues_signature(last, source) => style::SIGNATURE_CONTINUED,
            _ => style::id_in(source.style, self.setting),
        };
        let built = paragraph::paragraph(source, id, self.setting, self.ledger);
        let frame = built.property.frame_property.is_some();
        if frame && !self.page_break {
            // The lines of one frame follow one another.
            self.frame = false;
        }
        self.push_paragraph(built, source.style);
        self.frame = frame;
    }

    /// Ends the frame at the foot of a page: Word puts a frame on the page of the paragraph after it.
    fn close_frame(&mut self) {
        if std::mem::take(&mut self.frame) {
            self.push(empty(style::SPACER));
        }
    }

    /// Keeps what stands above a signature, or above the mark of the executor, on its page: the last paragraph, and
    /// the one before a very short one.
    fn keep_with_signature(&mut self, before: &[Block]) {
        let count = match before {
            [] | [.., Block::PageBreak] => 0,
            [.., Block::Paragraph(above), Block::Paragraph(last)]
                if last.style != Style::Signature && length(last) < SHORT && length(above) < LONG =>
            {
                2
            }
            [.., Block::Paragraph(_) | Block::List(_) | Block::Table(_)] => 1,
        };
        self.keep_last(count);
    }

    /// Keeps the last blocks on the page of what comes next.
    fn keep_last(&mut self, count: usize) {
        for block in self.built.iter_mut().rev().take(count) {
            match block {
                Built::Paragraph(paragraph) => paragraph.property.keep_next = Some(true),
                Built::Table(table) => table::keep_last_row_with_next(table),
            }
        }
    }

    fn list(&mut self, list: &List, level: usize) {
        let level = level.min(numbering::LEVELS - 1);
        let in_cell = self.setting.surroundings.in_cell();
        let size = self.ledger.look.table_size;
        let room = if in_cell { Room::in_cell(list, size) } else { Room::Page };
        let number = self.ledger.list(ListEntry { marker: list.marker, level, room });
        for item in &list.items {
            self.item(item, Place { list: number, level, room });
        }
    }

    fn item(&mut self, blocks: &[Block], place: Place) {
        let mut rest = blocks.iter();
        let first = match blocks.first() {
            Some(Block::Paragraph(paragraph)) => {
                rest.next();
                paragraph
            }
            // An item that begins with a list or a table still has its marker.
            _ => &Paragraph::new(Style::ListItem, Vec::new()),
        };
        let built = self.item_paragraph(first);
        let built = built.numbering(NumberingId::new(place.list), IndentLevel::new(place.level));
        self.push_paragraph(built, first.style);
        for block in rest {
            match block {
                Block::Paragraph(paragraph) => {
                    let built = self.item_paragraph(paragraph);
                    let (left, first_line) = numbering::indent(place.level, place.room);
                    let first_line = SpecialIndentType::FirstLine(first_line.max(0));
                    self.push_paragraph(built.indent(Some(left), Some(first_line), None, None), paragraph.style);
                }
                Block::List(list) => self.list(list, place.level + 1),
                Block::Table(table) => self.table(table),
                Block::PageBreak => self.page_break = true,
            }
        }
    }

    fn item_paragraph(&mut self, source: &Paragraph) -> docx_rs::Paragraph {
        let id = style::id_in(source.style, self.setting);
        paragraph::paragraph(source, id, self.setting, self.ledger)
    }

    fn push_paragraph(&mut self, paragraph: docx_rs::Paragraph, style: Style) {
        self.close_frame();
        let ruled = std::mem::take(&mut self.ruled);
        let new_page = self.takes_page_break();
        if ruled && !new_page && is_running(style) {
            self.push(empty(style::TABLE_GAP));
        }
        self.push(Built::Paragraph(Box::new(if new_page { paragraph.page_break_before(true) } else { paragraph })));
    }

    fn table(&mut self, table: &Table) {
        let Some(built) = table::table(table, self.setting, self.ledger) else { return };
        self.close_frame();
        if self.takes_page_break() {
            let paragraph = docx_rs::Paragraph::new().style(style::SPACER).page_break_before(true);
            self.push(Built::Paragraph(Box::new(paragraph)));
        } else if matches!(self.built.last(), Some(Built::Table(_))) {
            // Word joins tables that nothing parts.
            self.push(empty(style::TABLE_GAP));
        }
        self.push(Built::Table(Box::new(built)));
        self.ruled = table.ruled;
    }

    /// Whether the block that comes next begins a page. A section and a cell begin with their first block, and
    /// there are no pages within a cell or a note.
    fn takes_page_break(&mut self) -> bool {
        let asked = std::mem::take(&mut self.page_break);
        asked && !self.built.is_empty() && self.setting.surroundings == Surroundings::Page
    }
}

fn length(paragraph: &Paragraph) -> usize {
    plain_text(&paragraph.inlines).chars().count()
}

/// Whether a style is that of text without a gap above it.
fn is_running(style: Style) -> bool {
    matches!(style, Style::Body | Style::Item | Style::Subitem | Style::ListItem)
}

/// Whether a paragraph goes on with a signature whose name was not yet given.
fn continues_signature(last: &Paragraph, next: &Paragraph) -> bool {
    let named = last.inlines.contains(&Inline::Tab);
    last.style == Style::Signature && next.style == Style::Signature && !named
}
