//! Names for the folders of papers: short, stable, no two alike.

use super::above::absolute;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeMap;

/// A name for each (folder, folder that was searched): the way between them, or the folder's own name; those that
/// are alike get the names of the folders above in front, as many as it takes.
pub fn unique<'a>(here: &Utf8Path, folders: impl Iterator<Item = (&'a Utf8Path, &'a Utf8Path)>) -> Vec<String> {
    let folders: Vec<(Utf8PathBuf, usize)> = folders
        .map(|(folder, root)| {
            let (folder, root) = (absolute(here, folder), absolute(here, root));
            let length = folder.strip_prefix(&root).map_or(0, |below| below.components().count());
            (folder, length.max(1))
        })
        .collect();
    let mut lengths: Vec<usize> = folders.iter().map(|(_, length)| *length).collect();
    loop {
        let names: Vec<String> = folders.iter().zip(&lengths).map(|((path, _), length)| tail(path, *length)).collect();
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &names {
            *count.entry(name).or_default() += 1;
        }
        let alike: Vec<usize> = (0..names.len()).filter(|index| count[names[*index].as_str()] > 1).collect();
        let longest = |index: &usize| lengths[*index] > folders[*index].0.components().count();
        if alike.is_empty() || alike.iter().all(longest) {
            return names;
        }
        for index in alike {
            lengths[index] += 1;
        }
    }
}

/// The last so many parts of a path, joined by `/`.
fn tail(path: &Utf8Path, length: usize) -> String {
    let parts: Vec<&str> = path.components().map(|part| part.as_str()).filter(|part| *part != "/").collect();
    if parts.is_empty() { "программа".into() } else { parts[parts.len().saturating_sub(length)..].join("/") }
}
