//! The paper with everything in it, looked at part by part.

mod fixture;

#[test]
fn dump() {
    std::fs::write("/tmp/docxout/all.docx", super::write(&fixture::paper())).unwrap();
}
