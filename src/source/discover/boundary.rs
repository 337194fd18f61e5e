//! How far links may lead: not out of the repository or, without one, out of the folder in which the program is run.

use super::above::{absolute, boundary};
use camino::{Utf8Path, Utf8PathBuf};

/// Whether a path is reached by links that lead outside.
pub fn leads_outside(path: &Utf8Path) -> bool {
    leads_outside_from(&here(), path)
}

/// Where a file really is, if links lead to it.
pub fn real_place(path: &Utf8Path) -> Option<Utf8PathBuf> {
    linked(&absolute(&here(), path))
}

fn here() -> Utf8PathBuf {
    std::env::current_dir().ok().and_then(|here| Utf8PathBuf::from_path_buf(here).ok()).unwrap_or_default()
}

/// The real path of one without `.` and `..`, if it is another.
fn linked(plain: &Utf8Path) -> Option<Utf8PathBuf> {
    plain.canonicalize_utf8().ok().filter(|real| real != plain)
}

/// The same, seen from a folder.
pub(super) fn leads_outside_from(here: &Utf8Path, path: &Utf8Path) -> bool {
    let plain = absolute(here, path);
    let (Some(real), Some(folder)) = (linked(&plain), plain.parent()) else { return false };
    let last = boundary(here, folder, folder);
    !last.canonicalize_utf8().is_ok_and(|last| real.starts_with(last))
}
