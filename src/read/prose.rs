//! Markdown written in a field or in a file of its own, and pictures.

use super::context::Reader;
use super::slot::Slot;
use crate::diagnostic::{Finding, Origin, Place};
use crate::document::{Block, Image, Inline};
use crate::limits;
use crate::markdown::{self, Piece};
use crate::model::{Prose, Reference};
use crate::source::{load_png, load_text, program_too_large, resolve_file};

/// The printed height of an emblem.
const EMBLEM_HEIGHT_MM: u32 = 20;

impl Reader<'_> {
    /// Markdown in a field.
    pub fn prose(&mut self, slot: Slot<'_>) -> Option<Prose> {
        let scalar = self.scalar(slot, "нужен текст")?;
        Some(self.markdown(&scalar.text, &scalar.origin, slot.node.place))
    }

    /// Markdown in a file beside the one that names it.
    pub fn markdown_file(&mut self, slot: Slot<'_>) -> Option<Prose> {
        let written = self.word(slot, "нужно имя файла")?;
        let folder = self.folder(slot.node.place);
        let path = match resolve_file(&folder, written, slot.node.place, self.files) {
            Ok(path) => path,
            Err(finding) => {
                self.report(finding);
                return None;
            }
        };
        let id = match self.files.find(&path) {
            Some(id) => id,
            None => load_text(&path, self.files, self.findings)?,
        };
        let text = self.files.get(id).text.clone();
        self.prose += text.len();
        if self.prose > limits::PROGRAM_SIZE {
            self.report(program_too_large(slot.node.place));
            return None;
        }
        let origin = Origin::file(id, text.len());
        Some(self.markdown(&text, &origin, origin.whole()))
    }

    /// A picture beside the file that names it.
    pub fn png_file(&mut self, slot: Slot<'_>) -> Option<Image> {
        let written = self.word(slot, "нужно имя файла")?;
        let place = slot.node.place;
        let path = resolve_file(&self.folder(place), written, place, self.files);
        let read = path.and_then(|path| load_png(&path, place, self.files));
        match read {
            Ok(png) => Some(Image {
                png: png.bytes,
                width_px: png.width,
                height_px: png.height,
                height_mm: EMBLEM_HEIGHT_MM,
                description: "Эмблема".into(),
            }),
            Err(finding) => {
                self.report(finding);
                None
            }
        }
    }

    /// Markdown as blocks, with its references noted; a directive is at home in templates only.
    fn markdown(&mut self, text: &str, origin: &Origin, place: Place) -> Prose {
        let parsed = markdown::parse(text, origin);
        self.unclosed_references(text, origin);
        self.joined_bullets(text, origin);
        self.findings.append(parsed.findings);
        let mut blocks = Vec::new();
        for piece in parsed.pieces {
            match piece {
                Piece::Block(block) => blocks.push(block),
                Piece::Directive(directive) if directive.argument.is_none() => {
                    self.report(markdown::hidden_comment(directive.place));
                }
                Piece::Directive(directive) => {
                    let message = format!("указание «{}» в тексте программы не действует", directive.name);
                    let help = "удалите строку «<!-- … -->»: лист на боку задаёт ключ «страница», готовую таблицу — ключ «часть»";
                    self.report(Finding::error("unknown-directive", directive.place, message).help(help));
                }
            }
        }
        self.note_in_blocks(&blocks, place);
        Prose { blocks, place }
    }

    fn note_in_blocks(&mut self, blocks: &[Block], whole: Place) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.note_in_inlines(&paragraph.inlines, whole),
                Block::List(list) => list.items.iter().for_each(|item| self.note_in_blocks(item, whole)),
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.note_in_blocks(&cell.blocks, whole));
                }
                Block::PageBreak => {}
            }
        }
    }

    fn note_in_inlines(&mut self, inlines: &[Inline], whole: Place) {
        for inline in inlines {
            match inline {
                Inline::Reference { id, place } => {
                    self.references.push(Reference { id: id.clone(), place: place.unwrap_or(whole) });
                }
                Inline::Link { children, .. } => self.note_in_inlines(children, whole),
                Inline::Footnote(blocks) => self.note_in_blocks(blocks, whole),
                Inline::Text { .. } | Inline::Break | Inline::Tab | Inline::Image(_) => {}
            }
        }
    }
}
