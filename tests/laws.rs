//! Laws of the house: what may know what, and how large a file may be.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file below `src` with its text.
fn sources() -> BTreeMap<String, String> {
    fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    gather(&root, &mut found);
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The phase of a file: the first folder, or the file itself.
fn phase(name: &str) -> &str {
    name.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The code of a file without its tests and comments: a test or a doc may name what the code must not.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether a file holds tests alone.
fn is_test(name: &str) -> bool {
    name.split('/').any(|part| part == "tests" || part == "tests.rs" || part == "testing.rs")
}

#[test]
fn phases_know_only_what_stands_before_them() {
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("diagnostic", &[][..]),
        ("document", &["limits", "diagnostic"]),
        ("failure", &["limits", "visible"]),
        ("file_name", &[]),
        ("limits", &[]),
        ("visible", &["limits"]),
        ("source", &["limits", "diagnostic", "failure", "file_name", "visible"]),
        ("markdown", &["limits", "diagnostic", "document"]),
        ("model", &["diagnostic", "document", "file_name"]),
        ("deadline", &["model"]),
        ("read", &["limits", "diagnostic", "document", "markdown", "model", "source", "visible"]),
        ("resolve", &["diagnostic", "model"]),
        ("check", &["limits", "deadline", "diagnostic", "document", "model", "resolve"]),
        ("compose", &["limits", "diagnostic", "document", "file_name", "markdown", "model", "resolve"]),
        ("typography", &["document"]),
        ("write", &["document"]),
        ("report", &["diagnostic", "document", "visible"]),
        ("main", &["cli"]),
    ]);
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let Some(known) = may.get(phase(&name)) else { continue };
        let code = code(&text);
        for other in [
            "check",
            "cli",
            "compose",
            "deadline",
            "diagnostic",
            "document",
            "failure",
            "file_name",
            "limits",
            "markdown",
            "model",
            "read",
            "report",
            "resolve",
            "source",
            "typography",
            "visible",
            "write",
        ] {
            let named = [format!("crate::{other}::"), format!("crate::{other};"), "crate::{".to_string()];
            let named = named.iter().any(|named| code.contains(named));
            if named && other != phase(&name) && !known.contains(&other) && !is_test(&name) {
                wrong.push(format!("{name} knows {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_library_is_named_in_one_phase() {
    let homes = [
        ("tera", "compose/"),
        ("pulldown_cmark", "markdown/"),
        ("docx_rs", "write/docx/"),
        ("saphyr_parser", "source/"),
        ("rust_decimal", "model/"),
        ("clap", "cli/"),
        ("walkdir", "source/"),
        ("unicode_normalization", "source/"),
        ("unicode_normalization", "file_name.rs"),
        ("annotate_snippets", "report/"),
        ("quick_junit", "report/"),
        ("percent_encoding", "report/"),
        ("siphasher", "report/"),
        ("xxhash_rust", "digest.rs"),
        ("file_id", "source/identity.rs"),
        ("postcard", "cli/"),
        ("quick_xml", "write/docx/"),
        ("zip", "write/docx/"),
        ("tempfile", "cli/"),
        ("png", "source/"),
        ("regex", "check/"),
    ];
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let code = code(&text);
        for (library, _) in homes {
            let named =
                [format!("use {library}::"), format!(" {library}::"), format!("({library}::"), format!("<{library}::")];
            let named = named.iter().any(|named| code.contains(named));
            let has_home = homes.iter().any(|(own, home)| *own == library && name.starts_with(home));
            if named && !has_home && !is_test(&name) {
                wrong.push(format!("{name} names {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_are_written_by_the_output_alone() {
    let writers = [
        "fs::write(",
        "File::create(",
        "OpenOptions",
        "create_dir",
        "remove_file(",
        "remove_dir",
        "fs::rename(",
        "fs::copy(",
        "hard_link(",
        "set_permissions(",
        "persist",
    ];
    // The files of the user are mended apart: they keep their rights, their owner and their place.
    let homes = ["cli/output.rs", "cli/amend.rs"];
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let code = code(&text);
        for writer in writers {
            if code.contains(writer) && !homes.contains(&name.as_str()) && !is_test(&name) {
                wrong.push(format!("{name} calls {writer}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_printed_but_what_was_made_visible() {
    let ways = ["io::stdout()", "io::stderr()", "print!(", "println!(", "dbg!("];
    let mut printing = Vec::new();
    for (name, text) in sources() {
        let code = code(&text);
        let asks = |after: &str| after.starts_with(".is_terminal()");
        if ways.into_iter().any(|way| code.split(way).skip(1).any(|after| !asks(after))) && !is_test(&name) {
            printing.push(name);
        }
    }
    assert_eq!(printing, ["cli/output.rs"]);
    // What is said of a failure passes there whole, whatever names it holds.
    let failure = code(&sources()["failure.rs"]);
    assert_eq!(failure.matches("write!(").count(), failure.matches("visible::name(&").count());
}

#[test]
fn nothing_reaches_the_network_starts_a_program_or_reads_the_environment() {
    let doors = ["std::net", "process::Command", "env::var", "std::os::"];
    let open = |(name, text): (String, String)| {
        let code = code(&text);
        let doors = doors.into_iter().filter(move |door| code.contains(door)).collect::<Vec<_>>();
        (!doors.is_empty() && !is_test(&name)).then_some((name, doors))
    };
    let open: Vec<_> = sources().into_iter().filter_map(open).collect();
    // The rights of a paper, and of a file of the user.
    let homes = ["cli/amend.rs", "cli/output.rs"].map(|home| (home.to_owned(), vec!["std::os::"]));
    assert_eq!(open, homes);
}

#[test]
fn a_file_is_one_idea() {
    let long: Vec<_> =
        sources().into_iter().filter(|(_, text)| text.lines().count() > 600).map(|(name, _)| name).collect();
    assert!(long.is_empty(), "over 600 lines: {long:?}");
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect();
    assert!(silent.is_empty(), "without a module doc: {silent:?}");
}

#[test]
fn the_lists_of_findings_name_those_that_there_are() {
    let sources = sources();
    let lists = ["check/lost.rs", "check/waiting.rs"];
    let mut strangers = Vec::new();
    for list in lists {
        let code = code(&sources[list]);
        let quoted = code.split('"').skip(1).step_by(2);
        for name in quoted.filter(|name| name.contains('-') && name.is_ascii() && !name.contains(' ')) {
            let written = format!("\"{name}\"");
            let others = sources.iter().filter(|(other, _)| !lists.contains(&other.as_str()));
            if name != "unfinished-check" && !others.into_iter().any(|(_, text)| text.contains(&written)) {
                strangers.push(name.to_owned());
            }
        }
    }
    assert!(strangers.is_empty(), "no finding is named so: {strangers:?}");
}

/// Marks, not words: what of them is printed is nobody's loss.
const MARKS: [&str; 2] = ["code-in-text", "printed-rule"];

/// The name that the finding around a place of the code is made with: the nearest one.
fn made_with(code: &str, at: usize) -> Option<&str> {
    let made = ["Finding::error(", "Finding::warning(", "Finding::new("].into_iter().flat_map(|call| {
        code.match_indices(call).filter_map(|(start, _)| {
            let name = code[start + call.len()..].trim_start().strip_prefix('"')?.split('"').next()?;
            Some((start, name))
        })
    });
    made.min_by_key(|(start, _)| start.abs_diff(at)).map(|(_, name)| name)
}

#[test]
fn what_is_unread_or_unprinted_cannot_be_silenced() {
    let sources = sources();
    let lost = &sources["check/lost.rs"];
    let (mut told, mut missing) = (0, Vec::new());
    let homes = ["check", "compose", "markdown", "read", "resolve", "source"];
    for (name, text) in sources.iter().filter(|(name, _)| homes.contains(&phase(name)) && !is_test(name)) {
        let code = code(text);
        let said = ["не прочитан", "не печата", "не попад"].into_iter().flat_map(|words| code.match_indices(words));
        for (at, words) in said {
            if name == "check/lost.rs" || name.starts_with("read/vocabulary/") || name.ends_with("_tests.rs") {
                continue;
            }
            let made = made_with(&code, at).unwrap_or_else(|| panic!("{name}: nothing is found with «{words}»"));
            told += 1;
            if !MARKS.contains(&made) && !lost.contains(&format!("(\"{made}\",")) {
                missing.push(format!("{name}: {made}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(told > 15, "{told}");
}
