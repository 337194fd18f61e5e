//! Bytes of a program file → tree → model → findings → papers: nothing panics, whatever stands in the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prikaz::check::check;
use prikaz::compose::{Templates, Wanted, compose, embedded};
use prikaz::diagnostic::{Files, Findings};
use prikaz::model::Standard;
use prikaz::read::{embedded_standards, read};
use prikaz::resolve::{Numbering, links};
use prikaz::source::Folder;
use prikaz::typography::typeset;
use prikaz::write;
use std::sync::LazyLock;

/// What does not change from one run to the next.
static GROUND: LazyLock<(Files, Templates, Vec<Standard>)> = LazyLock::new(|| {
    let mut files = Files::default();
    let sources = embedded(&mut files);
    let templates = Templates::new(&sources, &files).expect("the embedded templates are valid");
    let standards = embedded_standards(&mut files, &mut Findings::default());
    (files, templates, standards)
});

/// A folder with one program file.
static FOLDER: LazyLock<(tempfile::TempDir, Folder)> = LazyLock::new(|| {
    let disk = tempfile::tempdir().expect("a folder can be made");
    let path = camino::Utf8PathBuf::from_path_buf(disk.path().to_owned()).expect("its name is UTF-8");
    let folder = Folder {
        main: path.join("program.yaml"),
        path,
        name: "a".into(),
        ..Folder::default()
    };
    (disk, folder)
});

fuzz_target!(|bytes: &[u8]| {
    let (files, templates, standards) = &*GROUND;
    let (mut files, mut findings) = (files.clone(), Findings::default());
    std::fs::write(&FOLDER.1.main, bytes).expect("a file can be written");
    let program = read(&FOLDER.1, &mut files, &mut findings);
    findings.sort();
    for finding in &findings {
        assert!(!finding.message.is_empty());
        if let Some(place) = finding.place {
            files.text(place);
        }
    }
    let Some(program) = program else { return };
    let (numbering, _) = Numbering::of(&program);
    links(&program, &numbering);
    let mut found = check(&program, None, standards);
    found.narrow(&files);
    let compose = |wanted| compose(&program, &numbering, templates, &files, &[], false, wanted);
    compose(Wanted::Findings);
    let (papers, _) = compose(Wanted::Papers);
    for mut paper in papers {
        typeset(&mut paper.document);
        write::markdown::write(&paper.document);
        write::docx::write(&paper.document);
    }
});
