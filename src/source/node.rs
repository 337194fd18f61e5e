//! The YAML tree: texts exactly as written, each with its place; typing them is the business of `read`.

use crate::diagnostic::{Origin, Place};

/// A value or a key with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// From the first byte to the last; an empty value has an empty place after its colon or dash.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// An empty value, `~` or `null` without quotes.
    Null,
    /// A text.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values, in the order written; no key occurs twice and every key is a scalar.
    Mapping(Vec<Entry>),
}

/// A text exactly as written, without quotes and indentation.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// The text.
    pub text: String,
    /// How it was written.
    pub style: ScalarStyle,
    /// Where each part of the text stands in the file.
    pub origin: Origin,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key, always a scalar.
    pub key: Node,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The text, if the node is a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => None,
        }
    }
}
