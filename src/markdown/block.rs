//! Blocks: paragraphs, headings, lists, code, quotes and the directives between them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::directive::{Comment, Pending};
use super::inline::Line;
use super::reader::Reader;
use super::{Piece, lint};
use crate::document::{Block, Inline, List, Marker, Paragraph, Style};

/// What surrounds the blocks being read.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    /// The style of plain paragraphs.
    pub(super) style: Style,
    /// Whether this is the top level, where the caller's directives may stand.
    pub(super) top: bool,
}

impl Reader<'_> {
    /// Reads blocks up to the end of what surrounds them, and stops before that end.
    pub(super) fn blocks(&mut self, inside: Inside) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut pending = Pending::default();
        while let Some((event, range)) = self.peek() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_inline(&tag) => {
                    self.tight_paragraph(range.start, inside, &mut pending, &mut pieces);
                }
                Event::Start(tag) => {
                    self.next();
                    self.element(tag, &range, inside, &mut pending, &mut pieces);
                    self.next();
                }
                Event::Rule => {
                    self.next();
                    self.findings.push(lint::printed_rule(self.place(&range)));
                }
                Event::Html(html) => {
                    self.next();
                    self.html(&html, &range, inside, &mut pending, &mut pieces);
                }
                Event::Text(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::TaskListMarker(_) => {
                    self.tight_paragraph(range.start, inside, &mut pending, &mut pieces);
                }
            }
        }
        pending.end(self);
        pieces
    }

    /// Reads blocks where no directive of the caller may stand.
    pub(super) fn inner_blocks(&mut self, style: Style) -> Vec<Block> {
        let pieces = self.blocks(Inside { style, top: false });
        pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Block(block) => Some(block),
                Piece::Directive(_) => None,
            })
            .collect()
    }

    /// Reads one element whose start was passed, and stops before its end.
    fn element(
        &mut self,
        tag: Tag<'_>,
        range: &Range<usize>,
        inside: Inside,
        pending: &mut Pending,
        pieces: &mut Vec<Piece>,
    ) {
        match tag {
            Tag::Paragraph => self.paragraph(inside.style, range, pending, pieces),
            Tag::Heading { level, .. } => {
                if !self.text[range.start..].trim_start().starts_with('#') {
                    self.findings.push(lint::underlined_heading(self.place(range)));
                }
                self.paragraph(heading(level), range, pending, pieces);
            }
            Tag::BlockQuote(_) => {
                let inner = Inside { style: inside.style, top: false };
                let quoted = self.deeper(range, |reader| reader.blocks(inner));
                let quoted =
                    quoted.unwrap_or_else(|text| vec![Piece::Block(Paragraph::text(inside.style, text).into())]);
                pending.no_paragraph(self);
                pieces.extend(quoted);
            }
            Tag::CodeBlock(kind) => {
                self.findings.push(match kind {
                    CodeBlockKind::Indented => lint::indented_code(self.place(range)),
                    CodeBlockKind::Fenced(_) => lint::fenced_code(self.place(range)),
                });
                let code = self.flatten();
                self.plain_paragraphs(&code, inside.style, range, pieces);
            }
            Tag::HtmlBlock => {
                let html = self.flatten();
                self.html(&html, range, inside, pending, pieces);
            }
            Tag::List(start) => self.list(start, range, pending, pieces),
            Tag::Table(alignments) => {
                let options = pending.take_table(self);
                let table = self.table(&alignments, &options);
                pieces.push(Piece::Block(Block::Table(table)));
            }
            Tag::FootnoteDefinition(_) => {
                // Its blocks are read where the text refers to it.
                self.flatten();
            }
            Tag::Item
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {
                unreachable!("inline elements are read by `tight_paragraph`, the others within their parents")
            }
        }
    }

    fn paragraph(&mut self, style: Style, range: &Range<usize>, pending: &mut Pending, pieces: &mut Vec<Piece>) {
        self.rows_in_text.clear();
        let broken = self.text[range.start..].trim_start().starts_with('|');
        if broken {
            self.findings.push(lint::broken_table(self.place(range)));
        }
        let items = if matches!(style, Style::Heading1 | Style::Heading2 | Style::Heading3) {
            Vec::new()
        } else {
            self.pasted_items(range.start)
        };
        let line = self.line_of(&items);
        let rows = std::mem::take(&mut self.rows_in_text);
        if let ([first, .., last], false) = (&rows[..], broken) {
            let place = self.place(&(first.start..last.end));
            self.findings.push(lint::broken_table(place));
        }
        if style != Style::TableCell {
            self.lint_items(range);
        }
        self.finish(style, line, &items, range, pending, pieces);
    }

    /// Reads the inlines of a paragraph some of whose lines are items.
    fn line_of(&mut self, items: &[usize]) -> Line {
        // A note within the paragraph is read meanwhile.
        let before = std::mem::replace(&mut self.items, items.to_vec());
        let line = self.line();
        self.items = before;
        line
    }

    /// Reads a paragraph of a tight list, which has no start and no end of its own.
    fn tight_paragraph(&mut self, start: usize, inside: Inside, pending: &mut Pending, pieces: &mut Vec<Piece>) {
        let items = self.pasted_items(start);
        let line = self.line_of(&items);
        let range = start..self.reached().max(start);
        self.finish(inside.style, line, &items, &range, pending, pieces);
    }

    fn finish(
        &mut self,
        style: Style,
        line: Line,
        items: &[usize],
        range: &Range<usize>,
        pending: &mut Pending,
        pieces: &mut Vec<Piece>,
    ) {
        if line.inlines.is_empty() {
            return;
        }
        let own = pending.take_style(self);
        if !items.is_empty() {
            let item = if style == Style::Body { Style::ListItem } else { style };
            pieces.extend(self.pasted(line, items, range, [own.unwrap_or(style), own.unwrap_or(item)]));
            return;
        }
        let style = own.unwrap_or(style);
        let place = Some(self.place(range));
        pieces.push(Piece::Block(Paragraph { place, ..Paragraph::new(style, line.inlines) }.into()));
    }

    fn list(&mut self, start: Option<u64>, range: &Range<usize>, pending: &mut Pending, pieces: &mut Vec<Piece>) {
        let style = pending.take_style(self).unwrap_or(Style::ListItem);
        let marker = match start {
            None => Marker::Dash,
            Some(start) => {
                let rest =
                    self.text[range.start..].trim_start().trim_start_matches(|digit: char| digit.is_ascii_digit());
                if rest.starts_with(')') { Marker::Parenthesis(start) } else { Marker::Period(start) }
            }
        };
        if matches!(marker, Marker::Period(1000..)) {
            self.findings.push(lint::year_as_list(self.place(range), start.unwrap_or_default()));
        }
        let mut items = Vec::new();
        let mut numbers = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.peek() {
            self.lint_item(&range, &mut numbers);
            self.next();
            let item = self.deeper(&range, |reader| reader.inner_blocks(style));
            items.push(item.unwrap_or_else(|text| vec![Paragraph::text(style, text).into()]));
            self.next();
        }
        self.lint_numbers(&numbers);
        pieces.push(Piece::Block(Block::List(List { marker, items })));
    }

    /// Obeys the comments of a block of HTML; its other text is kept.
    fn html(
        &mut self,
        html: &str,
        range: &Range<usize>,
        inside: Inside,
        pending: &mut Pending,
        pieces: &mut Vec<Piece>,
    ) {
        let (mut rest, mut from) = (html, range.start);
        while !rest.is_empty() {
            let (length, comment) = Comment::cut(rest);
            let part = self.find(rest[..length].trim(), from..range.end);
            from = part.end;
            if let Some(comment) = comment {
                self.comment(&comment, &part, inside, pending, pieces);
            } else if !rest[..length].trim().is_empty() {
                let place = self.place(&part);
                let unclosed = rest.trim_start().starts_with("<!--");
                self.findings.push(if unclosed { lint::unclosed_comment(place) } else { lint::raw_html(place) });
                self.plain_paragraphs(&rest[..length], inside.style, &part, pieces);
            }
            rest = &rest[length..];
        }
    }

    /// Where a part of a block stands; all of the block when the marks of a list or a quote lie between its lines.
    fn find(&self, part: &str, within: Range<usize>) -> Range<usize> {
        match self.text[within.clone()].find(part) {
            Some(at) => within.start + at..within.start + at + part.len(),
            None => within,
        }
    }

    /// Keeps the text of a block that Markdown took for something else.
    fn plain_paragraphs(&self, text: &str, style: Style, range: &Range<usize>, pieces: &mut Vec<Piece>) {
        for part in text.replace("\r\n", "\n").split("\n\n") {
            let words: Vec<_> = part.split_ascii_whitespace().collect();
            if !words.is_empty() {
                let inlines = vec![Inline::text(words.join(" "))];
                let place = Some(self.place(range));
                pieces.push(Piece::Block(Paragraph { place, ..Paragraph::new(style, inlines) }.into()));
            }
        }
    }
}

/// Whether an element stands inside a paragraph.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn heading(level: HeadingLevel) -> Style {
    match level {
        HeadingLevel::H1 => Style::Heading1,
        HeadingLevel::H2 => Style::Heading2,
        HeadingLevel::H3 | HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => Style::Heading3,
    }
}
