//! The words of a paper, read from its DOCX and from its Markdown by readers that know nothing of the writers.
//!
//! What differs, and is no fault:
//! - the marks of lists, which a DOCX has in its numbering, and Markdown in its marks or, within a cell, as text; so the
//!   number or the dash at the head of a paragraph counts in neither;
//! - the description of a picture, which Markdown prints and a DOCX keeps beside the picture;
//! - the address of a link, which Markdown prints for a link without a text;
//! - the mark of a note, and where its text stands: a note of a line of HTML stands within brackets in that line.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::events::Event as Xml;
use std::collections::BTreeMap;
use std::io::Read;

/// How often each word stands in a paper.
pub type Words = BTreeMap<String, i64>;

/// The paragraphs of a paper and the words that only one of two may have.
#[derive(Default)]
pub struct Text {
    paragraphs: Vec<String>,
    free: Vec<String>,
    /// Whether it is marked as a draft.
    pub is_draft: bool,
}

impl Text {
    fn push(&mut self, text: &str) {
        if let Some(last) = self.paragraphs.last_mut() {
            last.push_str(text);
        } else {
            self.paragraphs.push(text.to_owned());
        }
    }

    fn next(&mut self) {
        self.paragraphs.push(String::new());
    }

    fn words(&self) -> Words {
        let mut words = Words::new();
        for paragraph in &self.paragraphs {
            for word in split(without_number(paragraph)) {
                *words.entry(word).or_default() += 1;
            }
        }
        words
    }
}

/// What one text has more often than the other: «+word» only the first, «-word» only the second.
pub fn differences(first: &Text, second: &Text) -> Vec<String> {
    let mut words = first.words();
    for (word, count) in second.words() {
        *words.entry(word).or_default() -= count;
    }
    for free in first.free.iter().chain(&second.free) {
        for word in split(free) {
            if let Some(count) = words.get_mut(&word) {
                *count -= count.signum();
            }
        }
    }
    let signs = |(word, count): (String, i64)| match count {
        0 => None,
        1.. => Some(format!("+{word} ({count})")),
        _ => Some(format!("-{word} ({})", -count)),
    };
    words.into_iter().filter_map(signs).collect()
}

/// The words: what stands between blanks, without the brackets of a note at its edges.
fn split(text: &str) -> Vec<String> {
    let word = |word: &str| word.trim_matches(['(', ')']).to_owned();
    text.split_whitespace().map(word).filter(|word| !word.is_empty()).collect()
}

/// The text after «1.», «1.2.», «1)», «–» at its head.
fn without_number(text: &str) -> &str {
    let text = text.trim_start();
    let text = text.strip_prefix("– ").or_else(|| text.strip_prefix("–\u{a0}")).unwrap_or(text);
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || letter == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let rest = if number.ends_with('.') { rest } else { rest.strip_prefix(')').unwrap_or(text) };
    if end > 0 && rest.starts_with(char::is_whitespace) || rest.is_empty() { rest } else { text }
}

/// Reads a DOCX; `None` when it is none.
pub fn of_docx(bytes: &[u8]) -> Option<Text> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let mut text = Text::default();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let mut xml = String::new();
        match archive.by_name(part) {
            Ok(mut file) => file.read_to_string(&mut xml).ok()?,
            Err(_) if part == "word/footnotes.xml" => continue,
            Err(_) => return None,
        };
        read_xml(&xml, &mut text)?;
    }
    Some(text)
}

fn read_xml(xml: &str, text: &mut Text) -> Option<()> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut in_text = false;
    loop {
        match reader.read_event().ok()? {
            Xml::Start(tag) | Xml::Empty(tag) => {
                let attribute = |name: &str| {
                    let found = tag.attributes().flatten().find(|own| own.key.as_ref() == name.as_bytes())?;
                    let value = String::from_utf8(found.value.into_owned()).ok()?;
                    Some(quick_xml::escape::unescape(&value).ok()?.into_owned())
                };
                match tag.name().as_ref() {
                    b"w:p" | b"w:br" => text.next(),
                    b"w:t" => in_text = true,
                    b"w:tab" => text.push(" "),
                    b"w:noBreakHyphen" => text.push("\u{2011}"),
                    b"w:softHyphen" => text.push("\u{ad}"),
                    b"wp:docPr" => text.free.extend(attribute("descr")),
                    b"w:pStyle" => text.is_draft |= attribute("w:val").is_some_and(|style| style.contains("DraftMark")),
                    _ => {}
                }
            }
            Xml::End(tag) if tag.name().as_ref() == b"w:t" => in_text = false,
            Xml::Text(part) if in_text => text.push(&part.decode().ok()?),
            Xml::GeneralRef(name) if in_text => {
                let name = name.decode().ok()?;
                text.push(&quick_xml::escape::unescape(&format!("&{name};")).ok()?);
            }
            Xml::Eof => return Some(()),
            _ => {}
        }
    }
}

/// Reads a Markdown paper.
pub fn of_markdown(source: &str) -> Text {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut text = Text { is_draft: source.starts_with("<p align=\"right\"><b>ПРОЕКТ</b>"), ..Text::default() };
    text.is_draft |= source.lines().take(3).any(|line| line.contains("<b>ПРОЕКТ</b>") || line == "**ПРОЕКТ**");
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push(&part),
            Event::Html(part) | Event::InlineHtml(part) => html(&part, &mut text),
            Event::SoftBreak => text.push(" "),
            Event::HardBreak => text.next(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let address = dest_url.strip_prefix("mailto:").unwrap_or(&dest_url);
                text.free.push(address.to_owned());
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Item
                | Tag::TableCell
                | Tag::FootnoteDefinition(_)
                | Tag::HtmlBlock,
            )
            | Event::End(TagEnd::Item | TagEnd::TableCell | TagEnd::FootnoteDefinition | TagEnd::HtmlBlock) => {
                text.next();
            }
            _ => {}
        }
    }
    text
}

/// The words between tags of HTML; a break begins a paragraph.
fn html(source: &str, text: &mut Text) {
    let mut rest = source;
    while let Some(at) = rest.find(['<', '&']) {
        text.push(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(if rest.starts_with('<') { '>' } else { ';' }).map_or(rest.len(), |end| end + 1);
        let (tag, more) = rest.split_at(end);
        match tag {
            "<br>" => text.next(),
            "&nbsp;" => text.push("\u{a0}"),
            _ if tag.starts_with('&') => text.push(&quick_xml::escape::unescape(tag).unwrap_or_default()),
            _ => {}
        }
        rest = more;
    }
    text.push(rest);
}
