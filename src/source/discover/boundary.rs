//! How far links may lead: not out of the repository or, without one, out of the folder in which the program is run.

use super::above::{absolute, boundary};
use camino::{Utf8Path, Utf8PathBuf};

/// Whether a path is reached by links that lead outside.
pub fn leads_outside(path: &Utf8Path) -> bool {
    let here = std::env::current_dir().ok().and_then(|here| Utf8PathBuf::from_path_buf(here).ok()).unwrap_or_default();
    leads_outside_from(&here, path)
}

/// The same, seen from a folder.
pub(super) fn leads_outside_from(here: &Utf8Path, path: &Utf8Path) -> bool {
    let plain = absolute(here, path);
    let Ok(real) = plain.canonicalize_utf8() else { return false };
    let Some(folder) = plain.parent().filter(|_| real != plain) else { return false };
    let last = boundary(here, folder, folder);
    !last.canonicalize_utf8().is_ok_and(|last| real.starts_with(last))
}
