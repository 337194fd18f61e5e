//! Gives the program a mark of its own sources, by which it knows what another program left in a cache.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hasher = DefaultHasher::new();
    for source in ["src", "templates", "standards", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={source}");
        hash(Path::new(source), &mut hasher);
    }
    println!("cargo::rustc-env=PRIKAZ_SOURCES={:016x}", hasher.finish());
}

/// Takes in a file, or a folder file by file in the order of their names; what cannot be read is passed over.
fn hash(path: &Path, hasher: &mut DefaultHasher) {
    if let Ok(entries) = fs::read_dir(path) {
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            hash(&path, hasher);
        }
    } else if let Ok(bytes) = fs::read(path) {
        (path, bytes).hash(hasher);
    }
}
