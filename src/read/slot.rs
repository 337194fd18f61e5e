//! A value to be read, with the key it stands under, and the words for the shape it has.

use crate::diagnostic::Place;
use crate::source::{Kind, Node};

/// A value under a key; the items of a list stand under the key of the list.
#[derive(Debug, Clone, Copy)]
pub struct Slot<'n> {
    /// The key as written.
    pub key: &'n str,
    /// Where a thing without a place of its own is shown: the key.
    pub at: Place,
    /// The value.
    pub node: &'n Node,
}

impl<'n> Slot<'n> {
    /// An item of the list in this slot.
    pub fn item(self, node: &'n Node) -> Self {
        Self { node, at: head(node), ..self }
    }

    /// The values of this slot: the items of a list, or the one value; those left empty are not there.
    pub fn items(self) -> Vec<Self> {
        match &self.node.kind {
            Kind::Sequence(nodes) => nodes.iter().filter(|node| !is_absent(node)).map(|node| self.item(node)).collect(),
            Kind::Scalar(_) | Kind::Mapping(_) => vec![self],
            Kind::Null => Vec::new(),
        }
    }

    /// Where the value begins; for a mapping its first key.
    pub fn head(self) -> Place {
        head(self.node)
    }

    /// What was written, in the words of a finding.
    pub fn written(self) -> &'static str {
        match self.node.kind {
            Kind::Null => "не написано ничего",
            Kind::Scalar(_) => "написан текст",
            Kind::Sequence(_) => "написан список",
            Kind::Mapping(_) => "написаны ключи со значениями",
        }
    }
}

/// Where a value begins: the value itself when it is a text, otherwise its first item or key.
pub fn head(node: &Node) -> Place {
    match &node.kind {
        Kind::Null | Kind::Scalar(_) => node.place,
        Kind::Sequence(nodes) => nodes.first().map_or(node.place, head),
        Kind::Mapping(entries) => entries.first().map_or(node.place, |entry| head(&entry.key)),
    }
}

/// Whether nothing is written there: null or an empty text.
pub fn is_absent(node: &Node) -> bool {
    match &node.kind {
        Kind::Null => true,
        Kind::Scalar(scalar) => scalar.text.trim().is_empty(),
        Kind::Sequence(nodes) => nodes.is_empty(),
        Kind::Mapping(_) => false,
    }
}
