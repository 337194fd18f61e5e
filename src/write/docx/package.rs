//! The container: which parts there are, how they refer to one another, and the zip with the same bytes each time.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::Arc;

use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ledger::{Ledger, Side, link_id, picture_id};
use super::section::{FIRST_HEADER_ID, HEADER_ID};
use super::shared::Shared;
use super::{inline, numbering, seal, style};
use crate::document::{Look, PageNumber};

/// How hard parts are deflated: the next levels take half as long again and more for a part smaller by a tenth.
const LEVEL: i64 = 3;

/// The first line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The part with title and author.
const CORE: &str = "docProps/core.xml";

const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;

/// A part of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its path in the zip.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Arc<[u8]>,
}

/// The parts of a paper, in the order in which they are stored.
pub(super) fn parts(
    title: &str,
    author: &str,
    document: Vec<u8>,
    notes: Vec<u8>,
    ledger: &Ledger,
    shared: &Shared,
) -> Vec<Part> {
    let mut parts = vec![
        part(CORE, core_properties(title, author)),
        Part { path: "word/document.xml".to_owned(), bytes: document.into() },
    ];
    if ledger.body.refers() {
        parts.push(part("word/_rels/document.xml.rels", document_relations(ledger)));
    }
    if !ledger.note_texts.is_empty() {
        if ledger.notes.refers() {
            let relations = format!("{DECLARATION}{RELATIONSHIPS}{}</Relationships>", side_relations(&ledger.notes));
            parts.push(part("word/_rels/footnotes.xml.rels", relations));
        }
        parts.push(Part { path: "word/footnotes.xml".to_owned(), bytes: notes.into() });
    }
    for (index, picture) in ledger.pictures.iter().enumerate() {
        parts.push(Part { path: format!("word/{}", picture_path(index)), bytes: picture.as_slice().into() });
    }
    if !ledger.lists.is_empty() {
        parts.push(part("word/numbering.xml", numbering::part(&ledger.lists)));
    }
    parts.extend_from_slice(shared.parts());
    parts.push(seal::part(&parts));
    parts.sort_by(|one, other| one.path.cmp(&other.path));
    parts
}

/// The parts that depend on nothing but the look, the languages and which kinds of things there are.
pub(super) fn shared_parts(ledger: &Ledger) -> Vec<Part> {
    let look = &ledger.look;
    let edge = edge(look);
    let mut parts = vec![
        part("[Content_Types].xml", content_types(ledger)),
        part("_rels/.rels", include_str!("parts/package.rels").to_owned()),
        part("docProps/app.xml", include_str!("parts/app.xml").to_owned()),
        part("word/fontTable.xml", font_table(look)),
        part(&format!("word/{edge}1.xml"), edge_part(include_str!("parts/header.xml"), look)),
        part(&format!("word/{edge}2.xml"), edge_part(include_str!("parts/header_first.xml"), look)),
        part("word/settings.xml", settings(!ledger.note_texts.is_empty())),
        part("word/styles.xml", style::part(look, &ledger.languages)),
        part("word/theme/theme1.xml", in_font(include_str!("parts/theme.xml"), look)),
    ];
    if !ledger.body.refers() {
        parts.push(part("word/_rels/document.xml.rels", document_relations(ledger)));
    }
    parts
}

/// The zip of these parts: no clock, no name of this system, no folders, the order as given; shared parts are copied as they were deflated.
pub(super) fn zip(parts: &[Part], mut shared: Option<Shared>) -> Vec<u8> {
    let stored = SimpleFileOptions::default()
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .compression_method(CompressionMethod::Stored);
    let deflated = stored.compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        if let Some(deflated) = shared.as_mut().and_then(|shared| shared.deflated(&part.path)) {
            writer.raw_copy_file(deflated).expect("a vector takes all that is written");
            continue;
        }
        // Deflating a few lines gains little and takes as long as much text.
        let options = if [CORE, seal::PATH].contains(&part.path.as_str()) { stored } else { deflated };
        writer.start_file(part.path.as_str(), options).expect("the parts have different names");
        writer.write_all(&part.bytes).expect("a vector takes all that is written");
    }
    let mut zip = writer.finish().expect("a vector takes all that is written").into_inner();
    name_one_system(&mut zip);
    zip
}

/// Says at every entry that Unix made it: zip names the system it runs on, for a copied entry whatever is asked.
fn name_one_system(zip: &mut [u8]) {
    const UNIX: u8 = 3;
    let word = |zip: &[u8], at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    // The end of the directory is the last 22 bytes, as the archive has no comment.
    let end = zip.len() - 22;
    let mut at = word(zip, end + 16) | word(zip, end + 18) << 16;
    for _ in 0..word(zip, end + 10) {
        zip[at + 5] = UNIX;
        at += 46 + word(zip, at + 28) + word(zip, at + 30) + word(zip, at + 32);
    }
}

fn part(path: &str, text: String) -> Part {
    Part { path: path.to_owned(), bytes: text.into_bytes().into() }
}

/// At which edge of the page its number stands, as the parts are called.
fn edge(look: &Look) -> &'static str {
    match look.page_number {
        PageNumber::TopCenter | PageNumber::TopRight => "header",
        PageNumber::BottomCenter => "footer",
    }
}

/// The part at the edge of the page with its number.
fn edge_part(header: &str, look: &Look) -> String {
    match look.page_number {
        PageNumber::TopCenter | PageNumber::TopRight => header.to_owned(),
        PageNumber::BottomCenter => header.replace("w:hdr", "w:ftr").replace("\"Header\"", "\"Footer\""),
    }
}

/// The table of the one font; what only the usual font has is left out for another.
fn font_table(look: &Look) -> String {
    let table = include_str!("parts/font_table.xml");
    if look.font == Look::USUAL_FONT {
        return table.to_owned();
    }
    in_font(table, look)
        .replace("<w:panose1 w:val=\"02020603050405020304\"/>", "")
        .replace("<w:family w:val=\"roman\"/>", "<w:family w:val=\"auto\"/>")
}

/// A part with the name of the font in the place of the usual one.
fn in_font(part: &str, look: &Look) -> String {
    part.replace(Look::USUAL_FONT, &style::font(look))
}

fn picture_path(index: usize) -> String {
    format!("media/image{}.png", index + 1)
}

fn content_types(ledger: &Ledger) -> String {
    let mut xml = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    if !ledger.pictures.is_empty() {
        xml.push_str("<Default Extension=\"png\" ContentType=\"image/png\"/>");
    }
    let mut named = |path: &str, kind: &str| {
        write!(xml, "<Override PartName=\"/{path}\" ContentType=\"{kind}+xml\"/>").expect("a string takes all");
    };
    let word = |kind: &str| format!("{CONTENT_TYPE}wordprocessingml.{kind}");
    named("docProps/app.xml", &format!("{CONTENT_TYPE}extended-properties"));
    named("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
    named(seal::PATH, &format!("{CONTENT_TYPE}custom-properties"));
    named("word/document.xml", &word("document.main"));
    named("word/fontTable.xml", &word("fontTable"));
    if !ledger.note_texts.is_empty() {
        named("word/footnotes.xml", &word("footnotes"));
    }
    let edge = edge(&ledger.look);
    named(&format!("word/{edge}1.xml"), &word(edge));
    named(&format!("word/{edge}2.xml"), &word(edge));
    if !ledger.lists.is_empty() {
        named("word/numbering.xml", &word("numbering"));
    }
    named("word/settings.xml", &word("settings"));
    named("word/styles.xml", &word("styles"));
    named("word/theme/theme1.xml", &format!("{CONTENT_TYPE}theme"));
    xml.push_str("</Types>");
    xml
}

fn document_relations(ledger: &Ledger) -> String {
    let mut xml = format!("{DECLARATION}{RELATIONSHIPS}");
    xml.push_str(&relation("rIdStyles", "styles", "styles.xml", ""));
    xml.push_str(&relation("rIdSettings", "settings", "settings.xml", ""));
    xml.push_str(&relation("rIdFontTable", "fontTable", "fontTable.xml", ""));
    xml.push_str(&relation("rIdTheme", "theme", "theme/theme1.xml", ""));
    let edge = edge(&ledger.look);
    xml.push_str(&relation(HEADER_ID, edge, &format!("{edge}1.xml"), ""));
    xml.push_str(&relation(FIRST_HEADER_ID, edge, &format!("{edge}2.xml"), ""));
    if !ledger.lists.is_empty() {
        xml.push_str(&relation("rIdNumbering", "numbering", "numbering.xml", ""));
    }
    if !ledger.note_texts.is_empty() {
        xml.push_str(&relation("rIdFootnotes", "footnotes", "footnotes.xml", ""));
    }
    xml.push_str(&side_relations(&ledger.body));
    xml.push_str("</Relationships>");
    xml
}

/// The links and pictures of a side.
fn side_relations(side: &Side) -> String {
    let links = side.links.iter().enumerate();
    let links = links.map(|(index, url)| relation(&link_id(index), "hyperlink", url, " TargetMode=\"External\""));
    let pictures = side.shown.iter();
    let pictures = pictures.map(|index| relation(&picture_id(*index), "image", &picture_path(*index), ""));
    links.chain(pictures).collect()
}

fn relation(id: &str, kind: &str, target: &str, mode: &str) -> String {
    let target = escape(target);
    format!("<Relationship Id=\"{id}\" Type=\"{RELATION}{kind}\" Target=\"{target}\"{mode}/>")
}

/// Title and author. There are no dates: they would differ with each run, and the date of a paper is in its text.
fn core_properties(title: &str, author: &str) -> String {
    let (title, author) = (escape(inline::printable(title)), escape(inline::printable(author)));
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>ru-RU</dc:language>\
         </cp:coreProperties>"
    )
}

fn settings(has_notes: bool) -> String {
    let separators =
        if has_notes { "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>" } else { "" };
    include_str!("parts/settings.xml").replace("<!-- notes -->", separators)
}

#[cfg(test)]
mod tests {
    use super::*;
    use zip::System;

    #[test]
    fn what_another_system_packed_is_said_to_be_of_the_same_one() {
        let packed = |system| {
            let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).system(system);
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            for name in ["a.xml", "папка/б.xml"] {
                writer.start_file(name, options).unwrap();
                writer.write_all(name.as_bytes()).unwrap();
            }
            writer.finish().unwrap().into_inner()
        };
        let (mut there, here) = (packed(System::Dos), packed(System::Unix));
        assert_ne!(there, here);
        name_one_system(&mut there);
        assert_eq!(there, here);
    }
}
