//! Digests, by which bytes are known again: 128 bits that are the same for the same bytes, on every machine.
//!
//! They find accidents and are no signatures. Known to all phases, knows none.

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// Computes the digest of these bytes.
pub fn digest(bytes: &[u8]) -> u128 {
    xxh3_128(bytes)
}

/// Computes the digest of several stretches of bytes; it depends on where each of them ends.
pub fn digest_of<'a>(stretches: impl IntoIterator<Item = &'a [u8]>) -> u128 {
    let mut hasher = Xxh3::new();
    for stretch in stretches {
        hasher.update(&(stretch.len() as u64).to_le_bytes());
        hasher.update(stretch);
    }
    hasher.digest128()
}
