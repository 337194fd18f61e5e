//! A path with blanks that was typed without quotation marks and came as several.

use crate::failure::Failure;
use camino::{Utf8Path, Utf8PathBuf};

/// The failure of a path that is not there, told better where it and its neighbours are parts of one that is.
pub fn or(failure: Failure, here: &Utf8Path, paths: &[Utf8PathBuf], number: usize) -> Failure {
    let Failure::NoSuchPath(part) = failure else { return failure };
    let wholes = (0..=number).flat_map(|from| (number + 1..=paths.len()).map(move |to| from..to));
    let wholes = wholes.filter(|range| (2..=MOST).contains(&range.len()));
    let mut wholes = wholes.map(|range| paths[range].iter().map(|path| path.as_str()).collect::<Vec<_>>().join(" "));
    match wholes.find(|whole| here.join(whole).exists()) {
        Some(whole) => Failure::Parted { part, whole },
        None => Failure::NoSuchPath(part),
    }
}

/// Of how many words a name is put together at most.
const MOST: usize = 12;
