//! The digest of a file with the place to which links lead.

use super::discover::real_place;
use crate::digest::digest;
use camino::Utf8Path;

/// The digest of a file that has these bytes; where links lead to it, another than that of the file itself.
pub fn digest_at(path: &Utf8Path, bytes: &[u8]) -> u128 {
    match real_place(path) {
        None => digest(bytes),
        Some(place) => digest(&[bytes, b"\0", place.as_str().as_bytes()].concat()),
    }
}
