//! Same input, same bytes: whatever the order of programs, the number of threads and the machine.
//!
//! `BLESS=1 cargo test --test determinism` rewrites the digests; the other goldens show what changed.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use support::{prikaz, root};
use xxhash_rust::xxh3::xxh3_64;

/// Every paper below a folder with its bytes; the record of them tells of the machine's folders.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() && entry.file_name() != ".prikaz-papers" {
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_string();
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn order_and_threads_do_not_reach_the_bytes() {
    let programs = [
        "programs/efremov-2021",
        "programs/krasninsky-2019",
        "programs/saratov-2021",
        "programs/strezhevoy-2020",
        "examples/full",
    ];
    let mut reversed = programs;
    reversed.reverse();
    let build = |paths: &[&str], jobs: &str| {
        let out = tempfile::tempdir().unwrap();
        let target = out.path().to_str().unwrap();
        let done = prikaz(&root(), &[&["build", "--jobs", jobs, "--out", target], paths].concat());
        assert!(done.code < 2, "{}", done.err);
        files(out.path())
    };
    let one = build(&programs, "1");
    assert!(one.len() >= 40);
    assert_eq!(one, build(&reversed, "4"));
    // A program alone has the bytes that it has among others.
    let alone = build(&["examples/full"], "2");
    assert!(alone.len() >= 10);
    assert!(alone.iter().all(|(name, bytes)| one.get(name) == Some(bytes)));
}

#[test]
fn every_machine_writes_the_same_bytes() {
    let out = tempfile::tempdir().unwrap();
    let target = out.path().to_str().unwrap();
    let done = prikaz(&root(), &["build", "--no-cache", "--out", target, "examples/minimal", "examples/full"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let mut text = String::new();
    for (name, bytes) in files(out.path()) {
        writeln!(text, "{:016x} {name}", xxh3_64(&bytes)).unwrap();
        if Path::new(&name).extension().is_some_and(|extension| extension == "docx") {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for index in 0..zip.len() {
                let mut part = zip.by_index(index).unwrap();
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).unwrap();
                writeln!(text, "{:016x} {name}: {}", xxh3_64(&bytes), part.name()).unwrap();
            }
        }
    }
    let golden = root().join("tests/golden/digests.txt");
    #[expect(clippy::disallowed_methods, reason = "blessing is asked for by the environment")]
    let bless = std::env::var("BLESS").is_ok();
    if bless {
        #[expect(clippy::disallowed_methods, reason = "a blessed golden is written")]
        fs::write(&golden, &text).unwrap();
    }
    let known = fs::read_to_string(&golden).unwrap_or_default();
    let other: Vec<&str> = text.lines().filter(|line| !known.lines().any(|known| known == *line)).collect();
    assert!(known == text, "other than {golden:?}, BLESS=1 rewrites it:\n{}", other.join("\n"));
}
