//! Folders that were probably meant as those of templates or standards and are named otherwise.

use super::super::listed;
use super::{is_program, join};
use camino::{Utf8Path, Utf8PathBuf};

/// Names that are almost right, the right ones, and what such a folder holds.
const NAMES: [(&str, &str, &str); 8] = [
    ("шаблон", "шаблоны", "md"),
    ("Шаблоны", "шаблоны", "md"),
    ("template", "templates", "md"),
    ("Templates", "templates", "md"),
    ("стандарт", "стандарты", "yaml"),
    ("Стандарты", "стандарты", "yaml"),
    ("standard", "standards", "yaml"),
    ("Standards", "standards", "yaml"),
];

/// Those in a program's folder and above it, as the user would name them, each with its right name. A folder that is
/// a program, or stands beside one of the right name, is none.
pub fn misnamed(here: &Utf8Path, above: &[Utf8PathBuf]) -> Vec<(Utf8PathBuf, &'static str)> {
    let mut found = Vec::new();
    for folder in above {
        for (name, right, holds) in NAMES {
            let path = join(folder, name);
            let real = here.join(&path);
            if real.is_dir()
                && !here.join(join(folder, right)).is_dir()
                && !is_program(&real)
                && !listed(&real, &[holds]).is_empty()
            {
                found.push((path, right));
            }
        }
    }
    found
}
