//! Names for the folders of papers: short, stable, no two alike, nor the same folder to a system that does not tell
//! cases and forms of letters apart.

use super::above::absolute;
use crate::file_name::folded;
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};

/// A name for each (folder, folder that was searched): the way between them, or the folder's own name; those that
/// are alike get the names of the folders above in front, as many as it takes. Folders whose whole paths are alike get
/// numbers.
pub fn unique<'a>(here: &Utf8Path, folders: impl Iterator<Item = (&'a Utf8Path, &'a Utf8Path)>) -> Vec<String> {
    let folders: Vec<(Utf8PathBuf, usize)> = folders
        .map(|(folder, root)| {
            let (folder, root) = (absolute(here, folder), absolute(here, root));
            let length = folder.strip_prefix(&root).map_or(0, |below| below.components().count());
            (folder, length.max(1))
        })
        .collect();
    let mut lengths: Vec<usize> = folders.iter().map(|(_, length)| *length).collect();
    let wholes: Vec<String> = folders.iter().map(|(path, _)| folded(path.as_str())).collect();
    loop {
        let names: Vec<String> = folders.iter().zip(&lengths).map(|((path, _), length)| tail(path, *length)).collect();
        let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (name, whole) in names.iter().zip(&wholes) {
            owners.entry(folded(name)).or_default().insert(whole);
        }
        let alike: Vec<usize> = (0..names.len()).filter(|index| owners[&folded(&names[*index])].len() > 1).collect();
        let longest = |index: &usize| lengths[*index] > folders[*index].0.components().count();
        if alike.is_empty() || alike.iter().all(longest) {
            return numbered(names);
        }
        for index in alike {
            lengths[index] += 1;
        }
    }
}

/// The names, with a number after those that are alike.
fn numbered(names: Vec<String>) -> Vec<String> {
    let mut taken: BTreeSet<String> = names.iter().map(|name| folded(name)).collect();
    let mut seen = BTreeSet::new();
    let number = |name: String| {
        if seen.insert(folded(&name)) {
            return name;
        }
        let mut numbers = 2..=taken.len() + 2;
        let free = numbers.find_map(|number| {
            let numbered = format!("{name} ({number})");
            taken.insert(folded(&numbered)).then_some(numbered)
        });
        free.expect("there are more numbers than names")
    };
    names.into_iter().map(number).collect()
}

/// The last so many parts of a path, joined by `/`.
fn tail(path: &Utf8Path, length: usize) -> String {
    // The root and, on Windows, the disk are no names of folders.
    let is_name = |part: &Utf8Component<'_>| matches!(part, Utf8Component::Normal(_));
    let parts: Vec<&str> = path.components().filter(is_name).map(|part| part.as_str()).collect();
    if parts.is_empty() { "программа".into() } else { parts[parts.len().saturating_sub(length)..].join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folders: &[&str]) -> Vec<String> {
        unique("/р".into(), folders.iter().map(|folder| (Utf8Path::new(folder), Utf8Path::new("."))))
    }

    #[test]
    fn a_system_that_tells_no_cases_apart_has_a_folder_for_each() {
        assert_eq!(names(&["П", "п", "п (2)", "р"]), ["П", "п (3)", "п (2)", "р"]);
        assert_eq!(names(&["Й", "И\u{306}", "й/а", "й./а"]), ["Й", "И\u{306} (2)", "й/а", "й./а (2)"]);
        let roots = [("а/Х", "а"), ("б/х", "б")].map(|(folder, root)| (Utf8Path::new(folder), Utf8Path::new(root)));
        assert_eq!(unique("/р".into(), roots.into_iter()), ["а/Х", "б/х"]);
    }
}
