//! Turns the [`document`](crate::document) tree into the bytes of a paper, one module per format.
//!
//! A writer takes a tree and gives bytes: it reads no file and no clock, and knows no word of the domain. What a
//! paragraph looks like is decided by its named style alone, and the same tree gives the same bytes everywhere.

pub mod docx;
pub mod markdown;
