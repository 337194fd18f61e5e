//! Same input, same bytes: whatever the order of programs and the number of threads.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::{prikaz, root};

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
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
