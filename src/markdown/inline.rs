//! What stands inside a paragraph: text, emphasis, links, references, footnotes, new lines.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::block::is_inline;
use super::directive::Comment;
use super::lint;
use super::reader::Reader;
use crate::document::{Address, Emphasis, Inline, Style};
use crate::limits;

/// The inlines of a paragraph or of a cell.
#[derive(Default)]
pub(super) struct Line {
    /// The inlines; blanks are single, none stands at an edge or beside a break.
    pub(super) inlines: Vec<Inline>,
    /// Where each `<br>` and hard break outside links was written.
    pub(super) breaks: Vec<Range<usize>>,
}

/// The inlines so far, and whether a blank would be one too many.
struct Run<'l> {
    line: &'l mut Line,
    blank: bool,
}

impl Reader<'_> {
    /// Reads inlines up to the next block or the end of this one.
    pub(super) fn line(&mut self) -> Line {
        let mut line = Line::default();
        let mut inlines = Vec::new();
        self.inlines(Emphasis::default(), &mut Run { line: &mut line, blank: true }, &mut inlines);
        trim_end(&mut inlines);
        line.inlines = inlines;
        line
    }

    fn inlines(&mut self, emphasis: Emphasis, run: &mut Run<'_>, out: &mut Vec<Inline>) {
        while let Some((event, range)) = self.peek() {
            match event {
                Event::Start(tag) if is_inline(&tag) => {
                    self.next();
                    self.span(&tag, &range, emphasis, run, out);
                    self.next();
                }
                Event::Start(_) | Event::End(_) | Event::Html(_) | Event::Rule => return,
                Event::Text(text) => {
                    self.next();
                    self.lint_text(&text, &range);
                    push(out, run, &text, emphasis);
                }
                Event::Code(text) => {
                    self.next();
                    self.findings.push(lint::code_in_text(self.place(&range)));
                    push(out, run, &text, emphasis);
                }
                Event::InlineMath(text) | Event::DisplayMath(text) => {
                    self.next();
                    push(out, run, &text, emphasis);
                }
                Event::TaskListMarker(_) => self.next(),
                Event::SoftBreak if self.items.contains(&range.end) => {
                    self.next();
                    new_line(out, run, range);
                }
                Event::SoftBreak => {
                    self.next();
                    self.lint_soft_break(range.end);
                    push(out, run, " ", emphasis);
                }
                Event::HardBreak => {
                    self.next();
                    new_line(out, run, range);
                }
                Event::InlineHtml(html) => {
                    self.next();
                    self.inline_html(&html, range, emphasis, run, out);
                }
                Event::FootnoteReference(label) => {
                    self.next();
                    self.note(&label, &range, out, run);
                }
            }
        }
    }

    /// Reads an element whose start was passed, and stops before its end.
    fn span(
        &mut self,
        tag: &Tag<'_>,
        range: &Range<usize>,
        emphasis: Emphasis,
        run: &mut Run<'_>,
        out: &mut Vec<Inline>,
    ) {
        self.lint_product(range);
        let emphasis = match tag {
            Tag::Emphasis => Emphasis { italic: true, ..emphasis },
            Tag::Strong => Emphasis { bold: true, ..emphasis },
            Tag::Strikethrough => Emphasis { strike: true, ..emphasis },
            Tag::Link { link_type: LinkType::WikiLink { .. }, .. } => {
                self.reference(range, emphasis, run, out);
                return;
            }
            Tag::Link { link_type, dest_url, id, .. } => {
                self.used_links.insert(id.to_lowercase());
                self.link(*link_type, dest_url, range, emphasis, run, out);
                return;
            }
            Tag::Image { id, .. } => {
                self.used_links.insert(id.to_lowercase());
                self.findings.push(lint::picture(self.place(range)));
                emphasis
            }
            Tag::Superscript
            | Tag::Subscript
            | Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::MetadataBlock(_) => emphasis,
        };
        if let Err(text) = self.deeper(range, |reader| reader.inlines(emphasis, run, out)) {
            push(out, run, &text, emphasis);
        }
    }

    fn link(
        &mut self,
        link_type: LinkType,
        url: &CowStr<'_>,
        range: &Range<usize>,
        emphasis: Emphasis,
        run: &mut Run<'_>,
        out: &mut Vec<Inline>,
    ) {
        let url = match link_type {
            LinkType::Email => format!("mailto:{}", unescape(url)),
            LinkType::Autolink => unescape(url),
            LinkType::Inline
            | LinkType::Reference
            | LinkType::ReferenceUnknown
            | LinkType::Collapsed
            | LinkType::CollapsedUnknown
            | LinkType::Shortcut
            | LinkType::ShortcutUnknown
            | LinkType::WikiLink { .. } => url.to_string(),
        };
        let mut children = Vec::new();
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            let text = unescape(&self.flatten());
            push(&mut children, run, &text, emphasis);
        } else if let Err(text) = self.deeper(range, |reader| reader.inlines(emphasis, run, &mut children)) {
            push(&mut children, run, &text, emphasis);
        }
        if children.is_empty() {
            push(&mut children, run, &url, emphasis);
        }
        if let Some(url) = Address::new(&url) {
            out.push(Inline::Link { url, children });
            return;
        }
        self.findings.push(match url.trim() {
            "" => lint::link_to_nowhere(self.place(range)),
            url => lint::unlinked_address(self.place(range), url),
        });
        for child in children {
            join(out, child);
        }
    }

    /// `[[ид]]` or `[[ид|текст]]`: the id is what stands before the bar.
    fn reference(&mut self, range: &Range<usize>, emphasis: Emphasis, run: &mut Run<'_>, out: &mut Vec<Inline>) {
        self.flatten();
        let source = &self.text[range.clone()];
        let inner = source.trim_start_matches('[').trim_end_matches(']');
        let id = inner.split('|').next().unwrap_or_default();
        let id = unescape(id.trim_end_matches('\\')).split_whitespace().collect::<Vec<_>>().join(" ");
        if id.is_empty() {
            push(out, run, source, emphasis);
        } else {
            out.push(Inline::Reference { id, place: Some(self.place(range)) });
            run.blank = false;
        }
    }

    fn inline_html(
        &mut self,
        html: &str,
        range: Range<usize>,
        emphasis: Emphasis,
        run: &mut Run<'_>,
        out: &mut Vec<Inline>,
    ) {
        if is_line_break(html) {
            new_line(out, run, range);
        } else if let (_, Some(comment)) = Comment::cut(html) {
            let place = self.place(&range);
            self.comment_inside(&comment, place);
        } else {
            self.findings.push(lint::raw_html(self.place(&range)));
            push(out, run, html, emphasis);
        }
    }

    fn note(&mut self, label: &str, range: &Range<usize>, out: &mut Vec<Inline>, run: &mut Run<'_>) {
        let Some(begin) = self.notes.get(label).copied() else {
            self.findings.push(lint::footnote_without_text(self.place(range), label));
            return;
        };
        if !self.used_notes.insert(label.to_owned()) {
            self.copies += self.length(begin);
            if self.copies > limits::COPIES {
                self.findings.push(lint::repeated_footnote(self.place(range), label));
                return;
            }
        }
        if !self.open_notes.is_empty() {
            self.findings.push(lint::footnote_in_footnote(self.place(range)));
            return;
        }
        self.open_notes.push(label.to_owned());
        let here = self.jump(begin + 1);
        let blocks = self.inner_blocks(Style::Footnote);
        self.jump(here);
        self.open_notes.pop();
        trim_end(out);
        out.push(Inline::Footnote(blocks));
        run.blank = false;
    }
}

/// Adds text; blanks of any kind but the unbreakable become one.
fn push(out: &mut Vec<Inline>, run: &mut Run<'_>, text: &str, emphasis: Emphasis) {
    let clean = single_blanks(text, &mut run.blank);
    if !clean.is_empty() {
        join(out, Inline::Text { text: clean, emphasis });
    }
}

/// Adds an inline; text that is set off as the text before it continues it.
fn join(out: &mut Vec<Inline>, inline: Inline) {
    match (out.last_mut(), inline) {
        (Some(Inline::Text { text, emphasis: before }), Inline::Text { text: more, emphasis })
            if *before == emphasis =>
        {
            text.push_str(&more);
        }
        (_, inline) => out.push(inline),
    }
}

/// The text with one blank for several; `blank` is whether one stands before it, then whether it ends with one.
pub(super) fn single_blanks(text: &str, blank: &mut bool) -> String {
    let bytes = text.as_bytes();
    let mut clean = String::with_capacity(text.len());
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        // A space or a control character.
        let width = match byte {
            0..=b' ' | 0x7f => 1,
            0xc2 if bytes[at + 1] < 0xa0 => 2,
            _ => {
                *blank = false;
                at += 1;
                continue;
            }
        };
        if *blank || *byte != b' ' {
            clean.push_str(&text[from..at]);
            if !*blank {
                clean.push(' ');
            }
            from = at + width;
        }
        *blank = true;
        at += width;
    }
    clean.push_str(&text[from..]);
    clean
}

fn new_line(out: &mut Vec<Inline>, run: &mut Run<'_>, range: Range<usize>) {
    trim_end(out);
    out.push(Inline::Break);
    run.line.breaks.push(range);
    run.blank = true;
}

/// Takes the blank off the end.
pub(super) fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(Inline::Text { text, .. }) = inlines.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            return;
        }
        inlines.pop();
    }
}

/// Whether a tag is `<br>`, however it is closed.
fn is_line_break(html: &str) -> bool {
    let tag = html.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    tag.eq_ignore_ascii_case("br")
}

/// The text without the backslashes that [`escape`](super::escape()) put before its marks, where Markdown itself
/// leaves them: in ids and bare addresses.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' || !letters.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(letter);
        }
    }
    plain.replace("&#92;", "\\").replace("&#124;", "|")
}
