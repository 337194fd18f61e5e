//! How large a part of a tree is, which an alias copies.

use super::{Kind, Node};

/// How large a node is with all below it.
pub struct Size {
    /// It and all below it.
    pub nodes: usize,
    /// How many collections stand one in another.
    pub depth: usize,
    /// The text of all its scalars.
    pub bytes: usize,
}

/// The size of a node.
pub fn size(node: &Node) -> Size {
    let below = |sizes: &mut dyn Iterator<Item = Size>| {
        sizes.fold(Size { nodes: 1, depth: 1, bytes: 0 }, |whole, part| Size {
            nodes: whole.nodes + part.nodes,
            depth: whole.depth.max(part.depth + 1),
            bytes: whole.bytes + part.bytes,
        })
    };
    match &node.kind {
        Kind::Null => Size { nodes: 1, depth: 0, bytes: 0 },
        Kind::Scalar(scalar) => Size { nodes: 1, depth: 0, bytes: scalar.text.len() },
        Kind::Sequence(items) => below(&mut items.iter().map(size)),
        Kind::Mapping(entries) => below(&mut entries.iter().flat_map(|entry| [size(&entry.key), size(&entry.value)])),
    }
}
