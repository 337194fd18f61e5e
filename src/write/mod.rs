//! Turns the document tree into bytes, one module per format. Knows no program, no order and no template.

pub mod markdown;
