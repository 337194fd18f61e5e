//! Whether two paths are one file: through links, mounts, and names in other letters where the disk takes them for alike.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use file_id::{FileId, get_file_id};

/// What the disk knows a file or folder by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity(FileId);

/// Asks the disk for the identity of what a path leads to; none when there is nothing, or nothing that may be looked at.
pub fn identity(path: &Utf8Path) -> Option<Identity> {
    get_file_id(path).ok().map(Identity)
}

/// Finds the place that a path means, without links, `.` and `..`; what does not exist yet is named below what does.
pub fn place_of(path: &Utf8Path) -> Utf8PathBuf {
    let parts: Vec<Utf8Component<'_>> = path.components().collect();
    let above = (0..=parts.len()).rev().find_map(|length| {
        let head: Utf8PathBuf = parts[..length].iter().collect();
        let head = if head.as_str().is_empty() { Utf8PathBuf::from(".") } else { head };
        head.canonicalize_utf8().ok().map(|real| (real, length))
    });
    let Some((mut place, length)) = above else { return path.to_owned() };
    for part in &parts[length..] {
        if *part == Utf8Component::ParentDir {
            place.pop();
        } else {
            place.push(part);
        }
    }
    // What «нет/../есть» means exists again.
    place.canonicalize_utf8().unwrap_or(place)
}
