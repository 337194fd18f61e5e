//! A path with blanks that was typed without quotation marks and came as several.

use crate::failure::Failure;
use camino::{Utf8Path, Utf8PathBuf};

/// Of how many words a name is put together at most.
const MOST: usize = 12;

/// The failure of a path that is not there, told better where it and its neighbours are parts of one that is.
pub fn or(failure: Failure, here: &Utf8Path, paths: &[Utf8PathBuf], number: usize) -> Failure {
    let Failure::NoSuchPath(part) = failure else { return failure };
    let ends = number + 1..=paths.len().min(number + MOST);
    let wholes = (number.saturating_sub(MOST)..=number).flat_map(|from| ends.clone().map(move |to| from..to));
    let wholes = wholes.filter(|range| (2..=MOST).contains(&range.len()));
    let mut wholes = wholes.map(|range| paths[range].iter().map(|path| path.as_str()).collect::<Vec<_>>().join(" "));
    match wholes.find(|whole| here.join(whole).exists()) {
        Some(whole) => Failure::Parted { part, whole },
        None => Failure::NoSuchPath(part),
    }
}

/// Refuses paths of which one is not there.
pub fn all_exist(paths: &[Utf8PathBuf]) -> Result<(), Failure> {
    match paths.iter().position(|path| !path.exists()) {
        Some(number) => Err(or(Failure::NoSuchPath(paths[number].clone()), Utf8Path::new(""), paths, number)),
        None => Ok(()),
    }
}
