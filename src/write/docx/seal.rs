//! The digest that a paper carries, by which it is known whether anybody changed it since.
//!
//! It stands in the custom properties, which Word and `LibreOffice` keep when they save a document, while its other parts
//! change. It is of the names and bytes of all other parts, whatever the order and the deflating.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::package::{DECLARATION, Part};
use crate::digest::digest_of;

/// The part with the custom properties.
pub(super) const PATH: &str = "docProps/custom.xml";

/// What stands in it before and after the digest.
const FRAME: (&str, &str) = (
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
     xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\
     <property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"prikaz\"><vt:lpwstr>",
    "</vt:lpwstr></property></Properties>",
);

/// How many bytes all parts of a paper may have together; a larger one is none of ours.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Makes the part that seals these parts, which are all the others.
pub(super) fn part(others: &[Part]) -> Part {
    let mut pairs: Vec<(&str, &[u8])> = others.iter().map(|part| (part.path.as_str(), &*part.bytes)).collect();
    let text = format!("{DECLARATION}{}{:032x}{}", FRAME.0, seal(&mut pairs), FRAME.1);
    Part { path: PATH.to_owned(), bytes: text.into_bytes().into() }
}

/// Whether the bytes are a paper as it was written: nobody saved it again, not even with the same words.
pub fn is_sealed(paper: &[u8]) -> bool {
    sealed(paper).is_some()
}

/// Whether they are one with this title, which has no sign that XML knows.
pub fn is_sealed_as(title: &str, paper: &[u8]) -> bool {
    let title = format!("<dc:title>{title}</dc:title>");
    let is_core = |(path, bytes): &(String, Vec<u8>)| {
        path == "docProps/core.xml" && memchr::memmem::find(bytes, title.as_bytes()).is_some()
    };
    sealed(paper).is_some_and(|parts| parts.iter().any(is_core))
}

/// The parts of a paper as it was written, without the seal.
fn sealed(paper: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut parts = parts_of(paper)?;
    let at = parts.iter().position(|(path, _)| path == PATH)?;
    let (_, own) = parts.swap_remove(at);
    let mut pairs: Vec<(&str, &[u8])> = parts.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let seal = format!("{:032x}", seal(&mut pairs));
    (own == format!("{DECLARATION}{}{seal}{}", FRAME.0, FRAME.1).into_bytes()).then_some(parts)
}

fn seal(parts: &mut [(&str, &[u8])]) -> u128 {
    parts.sort_unstable();
    digest_of(parts.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]))
}

/// The parts of a package with their bytes, if it is one that can be read.
fn parts_of(paper: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = ZipArchive::new(Cursor::new(paper)).ok()?;
    let mut left = LARGEST;
    (0..zip.len())
        .map(|index| {
            let part = zip.by_index(index).ok()?;
            let path = part.name().to_owned();
            let mut bytes = Vec::new();
            part.take(left + 1).read_to_end(&mut bytes).ok()?;
            left = left.checked_sub(bytes.len() as u64)?;
            Some((path, bytes))
        })
        .collect()
}
