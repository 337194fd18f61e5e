//! Files that were probably meant as files of a program and are named otherwise.

use super::{is_searched, join, shown};
use crate::diagnostic::nearest;
use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

/// Names of a program file, with what begins the names that are like each.
const NAMES: [(&str, &str); 2] = [("прог", "программа.yaml"), ("prog", "program.yaml")];

/// The first file whose name is like that of a program file, as the user would name it, and how to rename it.
pub fn file(here: &Utf8Path, root: &Utf8Path) -> Option<(Utf8PathBuf, &'static str)> {
    let start = if root == "." { here.to_owned() } else { here.join(root) };
    let walk = WalkDir::new(&start).sort_by_file_name().into_iter().filter_entry(is_searched);
    walk.flatten().filter(|entry| entry.file_type().is_file()).find_map(|entry| {
        let path = Utf8Path::from_path(entry.path())?;
        let right = right_name(path.file_name()?)?;
        let folder = path.parent().map(|folder| shown(folder, &start, root))?;
        let place = if path == start { root.to_owned() } else { join(&folder, path.file_name()?) };
        Some((place, right))
    })
}

/// Whether a name is that of a YAML file but for its ending: «показатели.YAML», «показатели.yaml.txt».
pub fn is_misnamed(name: &str) -> bool {
    let is_yaml = |name: &str| matches!(Utf8Path::new(name).extension(), Some("yaml" | "yml"));
    let lower = name.to_ascii_lowercase();
    is_yaml(lower.strip_suffix(".txt").unwrap_or(&lower)) && !is_yaml(name) && !name.starts_with('.')
}

/// The right name for a file that is named almost so.
fn right_name(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let fits = [".yaml", ".yml", ".txt"].iter().any(|ending| lower.ends_with(ending));
    let (_, right) = NAMES.into_iter().find(|(begin, _)| lower.starts_with(begin))?;
    nearest(&lower, [right]).filter(|_| fits)
}
