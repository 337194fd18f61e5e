//! A look into the bytes of a DOCX: every part is read, the order of the schema holds.

use prikaz::doors;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The letters that each part prints.
///
/// # Panics
/// When the file is no ZIP, a part is no XML or children stand in an order that Word refuses.
pub fn letters(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a DOCX is a ZIP");
    let mut letters = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("every part can be opened");
        let name = part.name().to_owned();
        if name.contains("media/") {
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("every part is UTF-8");
        letters.insert(name.clone(), of_part(&name, &xml));
    }
    letters
}

fn of_part(name: &str, xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(Vec<u8>, usize)> = Vec::new();
    let mut text = String::new();
    loop {
        match reader.read_event().expect("every part is XML") {
            Event::Start(start) => {
                child(name, &mut open, start.name().as_ref());
                open.push((start.name().as_ref().to_vec(), 0));
            }
            Event::Empty(start) => child(name, &mut open, start.name().as_ref()),
            Event::End(_) => {
                open.pop();
            }
            Event::Text(part) if open.last().is_some_and(|(name, _)| name == b"w:t") => {
                text.push_str(&part.decode().expect("every text is UTF-8"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    text.retain(char::is_alphanumeric);
    text
}

/// Notes a child of the innermost open element, which may not stand behind one that comes after it in the schema.
fn child(part: &str, open: &mut [(Vec<u8>, usize)], name: &[u8]) {
    let Some((parent, reached)) = open.last_mut() else { return };
    let Some(order) = doors::children_of(parent) else { return };
    let rank = order.iter().position(|known| known.as_bytes() == name);
    let rank = rank.unwrap_or_else(|| panic!("{part}: {} in {}", show(name), show(parent)));
    assert!(rank >= *reached, "{part}: {} stands too late in {}", show(name), show(parent));
    *reached = rank;
}

fn show(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
