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

/// A black picture, 64 pixels wide and 32 high.
const PNG: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00@\x00\x00\x00 \x01\x00\x00\x00\x00\x8a\xe6C)\
    \x00\x00\x00\x0dIDATx\xdac`\x18\x05\xf8\x00\x00\x01 \x00\x01\xf3\xc5Cw\x00\x00\x00\x00IEND\xaeB`\x82";

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
