//! All files that belong to programs, read or not.

use super::discover::{Folder, is_searched};
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeSet;
use walkdir::WalkDir;

/// Lists every file in the folders of the programs, in those of their templates and standards, and the municipality
/// files above; hidden folders and those for papers are not looked into.
pub fn belongings(folders: &[Folder]) -> BTreeSet<Utf8PathBuf> {
    let all: BTreeSet<&Utf8Path> = folders.iter().map(|folder| folder.path.as_path()).collect();
    let is_outermost = |path: &&&Utf8Path| !path.ancestors().skip(1).any(|above| all.contains(above));
    let shared = folders.iter().flat_map(|folder| folder.templates.iter().chain(&folder.standards));
    let roots: BTreeSet<&Utf8Path> =
        all.iter().filter(is_outermost).copied().chain(shared.map(Utf8PathBuf::as_path)).collect();
    let walk = |root: &Utf8Path| {
        let entries = WalkDir::new(root).into_iter().filter_entry(is_searched).flatten();
        let files = entries.filter(|entry| !entry.file_type().is_dir());
        files.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok()).collect::<Vec<_>>()
    };
    let municipality = folders.iter().flat_map(|folder| &folder.municipality).cloned();
    roots.into_iter().flat_map(walk).chain(municipality).collect()
}
