//! The files of a folder of templates or standards.

use crate::limits;
use camino::{Utf8Path, Utf8PathBuf};

/// The files with one of these extensions directly in a folder, sorted; none when it cannot be read, and never more
/// than twice the limit.
pub fn listed(folder: &Utf8Path, extensions: &[&str]) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let mut files: Vec<Utf8PathBuf> = entries
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| path.extension().is_some_and(|own| extensions.contains(&own)) && path.is_file())
        .collect();
    files.sort();
    files.truncate(2 * limits::LISTED);
    files
}
