//! The papers of the programs and examples, as Markdown that a person can read and review.
//!
//! `BLESS=1 cargo test --test goldens` rewrites them; read the diff.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{prikaz, root};

/// Builds programs and holds every paper against its golden.
fn hold(paths: &[&str]) {
    let out = tempfile::tempdir().unwrap();
    let target = out.path().to_str().unwrap();
    let done = prikaz(&root(), &[&["build", "--format", "md", "--out", target], paths].concat());
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.err);
    let built = papers(out.path());
    assert!(!built.is_empty());
    let goldens = root().join("tests/golden");
    let mut differing = Vec::new();
    for paper in &built {
        let text = fs::read_to_string(out.path().join(paper)).unwrap();
        let golden = goldens.join(paper);
        #[expect(clippy::disallowed_methods, reason = "blessing is asked for by the environment")]
        let bless = std::env::var("BLESS").is_ok();
        if bless {
            fs::create_dir_all(golden.parent().unwrap()).unwrap();
            #[expect(clippy::disallowed_methods, reason = "a blessed golden is written")]
            fs::write(&golden, &text).unwrap();
        } else if fs::read_to_string(&golden).ok().as_ref() != Some(&text) {
            differing.push(paper.clone());
        }
    }
    assert!(differing.is_empty(), "other than their goldens: {differing:?}");
    for path in paths {
        #[expect(clippy::disallowed_methods, reason = "blessing is asked for by the environment")]
        if std::env::var("BLESS").is_ok() {
            forget(&goldens, &built, Path::new(path).file_name().unwrap());
        }
        let name = Path::new(path).file_name().unwrap();
        let known = papers(&goldens.join(name)).len();
        let now = built.iter().filter(|paper| paper.starts_with(name)).count();
        assert_eq!(known, now, "{path}: a golden without its paper");
    }
}

/// Removes goldens that no paper has any more.
fn forget(goldens: &Path, built: &[PathBuf], program: &std::ffi::OsStr) {
    for paper in papers(&goldens.join(program)) {
        let paper = Path::new(program).join(paper);
        if !built.contains(&paper) {
            fs::remove_file(goldens.join(paper)).unwrap();
        }
    }
}

/// Every paper below a folder, relative to it, sorted.
fn papers(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paper = |path: &Path| path.extension().is_some_and(|extension| extension == "md");
    let files = entries.filter(|entry| entry.file_type().is_file() && paper(entry.path()));
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_path_buf()).collect()
}

#[test]
fn the_published_programs() {
    hold(&["programs/efremov-2021", "programs/krasninsky-2019", "programs/saratov-2021", "programs/strezhevoy-2020"]);
}

#[test]
fn the_examples() {
    hold(&["examples/minimal", "examples/full", "examples/large"]);
}
