//! The template files of a folder.

use camino::{Utf8Path, Utf8PathBuf};

/// The Markdown files directly in a folder, sorted; none when it cannot be read.
pub fn template_files(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let mut files: Vec<Utf8PathBuf> = entries
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| path.extension() == Some("md") && path.is_file())
        .collect();
    files.sort();
    files
}
