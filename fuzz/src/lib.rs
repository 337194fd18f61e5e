//! What the fuzz targets share: the letters of blocks, random papers, and a look into a DOCX.

pub mod docx;
pub mod letters;
pub mod paper;
