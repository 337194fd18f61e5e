//! Whole programs from text, through the disk as a user has them.

mod findings;
mod programs;
mod table;

use super::read;
use crate::diagnostic::{Files, Findings};
use crate::model::Program;
use crate::source::discover;
use camino::Utf8Path;

/// What was read, and the findings as `file:line:column name: message | help`.
struct Outcome {
    program: Option<Program>,
    said: Vec<String>,
}

/// The smallest file that `source` takes for a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20\x08\x02\0\0\0crc_\0\0\0\0IENDcrc_";

/// Reads a program from the texts of its files; those in `..` are above the program's folder.
fn read_files(texts: &[(&str, &str)]) -> Outcome {
    let root = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(root.path()).unwrap();
    let folder = root.join("программа");
    std::fs::create_dir(&folder).unwrap();
    let put = |name: &str, bytes: &[u8]| {
        std::io::Write::write_all(&mut std::fs::File::create(folder.join(name)).unwrap(), bytes).unwrap();
    };
    put("герб.png", PNG);
    for (name, text) in texts {
        put(name, text.as_bytes());
    }
    let folder = &discover(&[root.to_owned()]).unwrap()[0];
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let program = read(folder, &mut files, &mut findings);
    findings.sort();
    let said = findings.iter().map(|finding| {
        let place = finding.place.unwrap();
        let at = files.start(place);
        let name = files.get(place.file).path.file_name().unwrap().to_owned();
        let help = finding.help.as_ref().map(|help| format!(" | {help}")).unwrap_or_default();
        format!("{name}:{}:{} {}: {}{help}", at.line, at.column, finding.name, finding.message)
    });
    Outcome { said: said.collect(), program }
}

/// Reads a program of one file.
fn read_text(text: &str) -> Outcome {
    read_files(&[("program.yaml", text)])
}

/// Reads a program of one file that must be without a fault.
fn program(text: &str) -> Program {
    let outcome = read_text(text);
    assert_eq!(outcome.said, Vec::<String>::new());
    outcome.program.unwrap()
}
