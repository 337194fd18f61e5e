//! What no generator of the same papers can save: parsing the YAML with positions, deflating the parts and writing them.
//!
//! `cargo bench --bench floor -- COUNTRY PAPERS` reads the YAML files under COUNTRY and the parts of the DOCX files under
//! PAPERS, and prints the milliseconds that one thread takes for each municipality.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark may panic and print"
)]

use saphyr_parser::{Parser, StrInput};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a DOCX, each with its path.
type Parts = Vec<(String, Vec<u8>)>;

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect()
}

fn parts(path: &PathBuf) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().to_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn zip(parts: &Parts, level: i64) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default().compression_level(Some(level))).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [country, papers] = arguments.as_slice() else { return };
    let yaml = files(country, "yaml");
    let docx: Vec<Parts> = files(papers, "docx").iter().map(parts).collect();
    let folders = u32::try_from(yaml.iter().filter(|path| path.ends_with("программа.yaml")).count()).unwrap();
    // The level of the papers, and the usual one.
    let out = tempfile::tempdir().unwrap();
    for level in [3, 6] {
        floor(&yaml, &docx, folders, level, out.path());
    }
}

fn floor(yaml: &[PathBuf], docx: &[Parts], folders: u32, level: i64, out: &Path) {
    let mut times = [f64::MAX; 3];
    for round in 0..5 {
        let start = Instant::now();
        let events: usize =
            yaml.iter().map(|path| Parser::new(StrInput::new(&fs::read_to_string(path).unwrap())).count()).sum();
        let parsed = start.elapsed();
        let start = Instant::now();
        let zipped: Vec<Vec<u8>> = docx.iter().map(|parts| zip(parts, level)).collect();
        let deflated = start.elapsed();
        let start = Instant::now();
        for (index, bytes) in zipped.iter().enumerate() {
            fs::write(out.join(format!("{level}-{round}-{index}.docx")), bytes).unwrap();
        }
        let written = start.elapsed();
        assert!(events > 0);
        for (best, time) in times.iter_mut().zip([parsed, deflated, written]) {
            *best = best.min(time.as_secs_f64() * 1000.0 / f64::from(folders));
        }
    }
    let [parsed, deflated, written] = times;
    println!(
        "level {level}: a municipality, one thread: parse {parsed:.2} ms, deflate {deflated:.2} ms, write {written:.2} ms"
    );
    println!("level {level}: floor {:.2} ms", parsed + deflated + written);
}
