//! What lies in a folder: kinds, bytes, modes, owners, targets of links.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A thing in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    File(Arc<[u8]>),
    Folder,
    Link(PathBuf),
    /// A pipe, a device.
    Other,
}

/// A thing with its mode and owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub thing: Thing,
    pub mode: u32,
    pub owner: u32,
}

/// All that lies under a folder, links not followed.
pub type Nodes = BTreeMap<PathBuf, Node>;

/// Looks at all that lies under a folder.
pub fn nodes(root: &Path) -> Nodes {
    let mut all = Nodes::new();
    look(root, &mut all);
    all
}

fn look(folder: &Path, all: &mut Nodes) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(data) = fs::symlink_metadata(&path) else { continue };
        let thing = if data.is_symlink() {
            Thing::Link(fs::read_link(&path).unwrap_or_default())
        } else if data.is_dir() {
            look(&path, all);
            Thing::Folder
        } else if data.is_file() {
            Thing::File(fs::read(&path).unwrap_or_default().into())
        } else {
            Thing::Other
        };
        all.insert(path, Node { thing, mode: data.mode() & 0o7777, owner: data.uid() });
    }
}

/// Copies a folder, links not followed.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Writes a file and the folders above it.
pub fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let _ = fs::write(path, bytes);
}
