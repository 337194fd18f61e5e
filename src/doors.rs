//! Doors for the fuzz targets, and for nothing else.

/// The order of the schema for the children of an element of a DOCX, where it has one.
pub fn children_of(parent: &[u8]) -> Option<&'static [&'static str]> {
    crate::write::docx::children_of(parent)
}
