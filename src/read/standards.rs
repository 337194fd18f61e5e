//! The standards inside the binary and those of the user's folders.

use super::standard::standard;
use crate::diagnostic::{Files, Findings};
use crate::model::Standard;
use crate::source::{load_yaml, parse_yaml};
use camino::Utf8PathBuf;
use include_dir::{Dir, include_dir};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/standards");

/// The standards inside the binary, sorted by name.
pub fn embedded_standards(files: &mut Files, findings: &mut Findings) -> Vec<Standard> {
    let mut all = Vec::new();
    for file in EMBEDDED.files() {
        let id = files.add(format!("standards/{}", file.path().display()), file.contents_utf8().unwrap_or_default());
        let node = parse_yaml(id, files, findings);
        all.extend(node.and_then(|node| standard(&node, files, findings)));
    }
    all.sort_by(|a: &Standard, b| a.name.value.cmp(&b.name.value));
    all
}

/// The standards in these files.
pub fn own_standards(paths: &[Utf8PathBuf], files: &mut Files, findings: &mut Findings) -> Vec<Standard> {
    let read = |path: &Utf8PathBuf| {
        let Some(node) = load_yaml(path, files, findings) else {
            files.tear(path);
            return None;
        };
        standard(&node, files, findings)
    };
    paths.iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_standards_are_without_fault() {
        let mut findings = Findings::default();
        let all = embedded_standards(&mut Files::default(), &mut findings);
        assert_eq!(findings, Findings::default());
        assert_eq!(all.len(), EMBEDDED.files().count());
    }
}
