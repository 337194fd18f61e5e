//! The events of a Markdown text and the point the reading has reached.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Parsed;
use super::block::Inside;
use crate::diagnostic::{Finding, Findings, Origin, Place};
use crate::document::Style;

/// How deep lists, quotes and emphasis may lie in each other; deeper text is kept, its structure is not.
const DEPTH: usize = 24;

/// One reading of a text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    origin: &'a Origin,
    pub(super) events: Vec<(Event<'a>, Range<usize>)>,
    pub(super) at: usize,
    depth: usize,
    /// The number of the event at which each footnote's definition begins.
    pub(super) notes: BTreeMap<String, usize>,
    /// Footnotes that the text refers to.
    pub(super) used_notes: BTreeSet<String>,
    /// How many bytes of the notes that were read more than once.
    pub(super) copies: usize,
    /// Footnotes being read, from the outermost in.
    pub(super) open_notes: Vec<String>,
    /// Definitions of link addresses, by their places.
    pub(super) links: Vec<(String, Range<usize>)>,
    /// Labels of link definitions that the text uses.
    pub(super) used_links: BTreeSet<String>,
    /// Rows of a table that Markdown took for the text of the paragraph being read.
    pub(super) rows_in_text: Vec<Range<usize>>,
    /// Where the lines of the paragraph being read begin that are items of a pasted list.
    pub(super) items: Vec<usize>,
    pub(super) findings: Findings,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, origin: &'a Origin) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_WIKILINKS;
        let parser = Parser::new_ext(text, options);
        let definitions = parser.reference_definitions().iter();
        let mut links: Vec<_> = definitions.map(|(label, link)| (label.to_owned(), link.span.clone())).collect();
        links.sort_by_key(|(_, range)| range.start);
        let events: Vec<_> = parser.into_offset_iter().collect();
        let mut notes = BTreeMap::new();
        for (number, (event, _)) in events.iter().enumerate() {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event {
                notes.entry(label.to_string()).or_insert(number);
            }
        }
        Self {
            text,
            origin,
            events,
            at: 0,
            depth: 0,
            notes,
            used_notes: BTreeSet::new(),
            copies: 0,
            open_notes: Vec::new(),
            links,
            used_links: BTreeSet::new(),
            rows_in_text: Vec::new(),
            items: Vec::new(),
            findings: Findings::default(),
        }
    }

    /// Reads the whole text.
    pub(super) fn read(mut self) -> Parsed {
        let mut pieces = Vec::new();
        while self.at < self.events.len() {
            pieces.extend(self.blocks(Inside { style: Style::Body, top: true }));
            self.next();
        }
        self.unused_notes();
        self.unused_links();
        self.findings.sort();
        Parsed { pieces, findings: self.findings }
    }

    /// The event the reading stands at.
    pub(super) fn peek(&self) -> Option<(Event<'a>, Range<usize>)> {
        self.events.get(self.at).cloned()
    }

    /// Goes past an event.
    pub(super) fn next(&mut self) {
        self.at += 1;
    }

    /// Where the event before this one ended.
    pub(super) fn reached(&self) -> usize {
        self.at.checked_sub(1).and_then(|before| self.events.get(before)).map_or(0, |(_, range)| range.end)
    }

    /// How many bytes the element has at whose start this event stands.
    pub(super) fn length(&self, event: usize) -> usize {
        self.events.get(event).map_or(0, |(_, range)| range.len())
    }

    /// Goes to another event and gives the number of the one left.
    pub(super) fn jump(&mut self, to: usize) -> usize {
        std::mem::replace(&mut self.at, to)
    }

    /// Reads what lies one level deeper; too deep, gives all of it as plain text.
    pub(super) fn deeper<T>(&mut self, range: &Range<usize>, read: impl FnOnce(&mut Self) -> T) -> Result<T, String> {
        if self.depth >= DEPTH {
            self.findings.push(
                Finding::error("deep-nesting", self.place(range), format!("вложенность глубже {DEPTH} уровней"))
                    .help("уберите лишние знаки в начале строки или вынесите текст из вложенных списков"),
            );
            return Err(self.flatten());
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        Ok(result)
    }

    /// The text up to the end of the element whose start was passed; stands before that end.
    pub(super) fn flatten(&mut self) -> String {
        let mut text = String::new();
        let mut open = 0_usize;
        while let Some((event, _)) = self.events.get(self.at) {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => {
                    open -= 1;
                    text.push(' ');
                }
                Event::Text(part)
                | Event::Code(part)
                | Event::Html(part)
                | Event::InlineHtml(part)
                | Event::InlineMath(part)
                | Event::DisplayMath(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak | Event::Rule => text.push(' '),
                Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            }
            self.at += 1;
        }
        text
    }

    /// The place of a stretch of the text, without the blanks around it.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let slice = &self.text[range.clone()];
        let start = range.start + (slice.len() - slice.trim_start().len());
        let end = start + slice.trim().len();
        self.origin.place(start.min(range.end), end.max(start).min(range.end))
    }

    /// Whether the character at this offset has a backslash before it that makes it plain.
    pub(super) fn escaped(&self, at: usize) -> bool {
        self.text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    }
}
