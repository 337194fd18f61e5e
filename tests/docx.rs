//! The DOCX of a real package and of a small order, part by part.

mod support;

use quick_xml::events::Event;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use support::{prikaz, root};

/// A part of a paper.
fn part(paper: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(File::open(paper).expect("the paper")).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// The main part of a built paper.
fn document(program: &str, paper: &str) -> String {
    let out = tempfile::tempdir().expect("a folder");
    let target = out.path().to_str().expect("UTF-8");
    let done = prikaz(&root(), &["build", program, "--format", "docx", "--out", target]);
    assert_eq!(done.code, 0, "{}", done.err);
    let name = Path::new(program).file_name().expect("a name");
    part(&out.path().join(name).join(paper), "word/document.xml")
}

/// The text between a start and an end, for each occurrence.
fn elements<'a>(xml: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    xml.split(start).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

#[test]
fn the_roadmap_repeats_its_head_keeps_its_rows_and_lies_on_its_side() {
    let xml = document("programs/saratov-2021", "приказ-с-приложениями.docx");
    let tables = elements(&xml, "<w:tbl>", "</w:tbl>");
    let roadmap = tables.last().expect("a table");
    let rows = elements(roadmap, "<w:tr>", "</w:tr>");
    assert_eq!(rows.len(), 1 + 5 + 32);
    assert!(rows[0].contains("<w:tblHeader/>"));
    assert!(rows[1..].iter().all(|row| !row.contains("<w:tblHeader/>")));
    assert!(rows.iter().all(|row| row.contains("<w:cantSplit/>")));
    let sections: Vec<&&str> = rows.iter().filter(|row| row.contains(r#"<w:gridSpan w:val="5"/>"#)).collect();
    assert_eq!(sections.len(), 5);
    assert!(sections.iter().all(|row| row.contains("TableGroup")));
    let pages = elements(&xml, "<w:sectPr", "</w:sectPr>");
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| page.contains(r#"<w:headerReference w:type="default""#)));
    assert_eq!(pages.iter().filter(|page| page.contains("<w:titlePg")).count(), 1);
    let lying = pages.iter().filter(|page| page.contains(r#"w:orient="landscape""#));
    assert!(lying.clone().all(|page| page.contains(r#"w:w="16838""#) && page.contains(r#"w:h="11906""#)));
    assert_eq!(lying.count(), 1);
}

#[test]
fn the_order_of_the_smallest_program() {
    let xml = document("examples/minimal", "приказ.docx");
    let golden = root().join("tests/golden/minimal/приказ.document.xml");
    let text = readable(&xml);
    #[expect(clippy::disallowed_methods, reason = "blessing is asked for by the environment")]
    let bless = std::env::var("BLESS").is_ok();
    if bless {
        #[expect(clippy::disallowed_methods, reason = "a blessed golden is written")]
        std::fs::write(&golden, &text).expect("the golden is written");
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert!(text == expected, "other than {golden:?}; BLESS=1 rewrites it");
}

/// Every element of an XML text on a line of its own.
fn readable(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut writer = quick_xml::Writer::new_with_indent(Vec::new(), b' ', 1);
    loop {
        let event = reader.read_event().expect("well-formed");
        if event == Event::Eof {
            break;
        }
        writer.write_event(event).expect("written to memory");
    }
    String::from_utf8(writer.into_inner()).expect("UTF-8") + "\n"
}

#[test]
fn the_second_column_of_a_letterhead_is_in_its_language() {
    let xml = document("examples/full", "приказ.docx");
    let runs = elements(&xml, "<w:r>", "</w:r>");
    let foreign: Vec<&&str> = runs.iter().filter(|run| run.contains(r#"<w:rStyle w:val="Language-tt"/>"#)).collect();
    assert!(foreign.iter().any(|run| run.contains("ТАТАРСТАН РЕСПУБЛИКАСЫ")), "{foreign:?}");
    assert!(foreign.iter().all(|run| !run.contains("РЕСПУБЛИКА ТАТАРСТАН")));
}
