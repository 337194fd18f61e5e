//! The digest of a file, by which it is known again.

use super::discover::real_place;
use camino::Utf8Path;
use xxhash_rust::xxh3::xxh3_128;

/// 128 bits that are the same for the same bytes, on every machine.
pub fn digest(bytes: &[u8]) -> u128 {
    xxh3_128(bytes)
}

/// The digest of a file that has these bytes; where links lead to it, another than that of the file itself.
pub fn digest_at(path: &Utf8Path, bytes: &[u8]) -> u128 {
    match real_place(path) {
        None => digest(bytes),
        Some(place) => digest(&[bytes, b"\0", place.as_str().as_bytes()].concat()),
    }
}
