//! The findings of a run one after another, each with its path, its lines and a fingerprint.

use super::run::{Checked, Run};
use crate::diagnostic::{Files, Finding, Place, Position, with_slashes};
use crate::visible;
use camino::Utf8Path;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::Hasher;

/// A finding as services show it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// What was found.
    pub finding: &'a Finding,
    /// The files its places point into.
    pub files: &'a Files,
    /// Where it is.
    pub spot: Spot,
    /// The same for the same finding in a later run, even when lines moved; unique in the run.
    pub fingerprint: String,
}

/// A path with forward slashes and without `./`, and the stretch of the file when it is known.
#[derive(Debug)]
pub(super) struct Spot {
    /// The path.
    pub path: String,
    /// The first character and the one after the last, line breaks at the end left out.
    pub span: Option<(Position, Position)>,
}

impl Spot {
    /// The spot of a place.
    pub(super) fn of(place: Place, files: &Files) -> Self {
        let file = files.get(place.file);
        let start = file.text.floor_char_boundary(place.start as usize);
        let end = file.text.floor_char_boundary(place.end as usize).max(start);
        let shown = file.text[start..end].trim_end_matches(['\n', '\r', ' ']);
        let span = (file.position(start), file.position(start + shown.len()));
        Self { path: plain_path(&file.path), span: Some(span) }
    }

    /// The spot of a finding: the program's file when it has no place.
    pub(super) fn of_finding(finding: &Finding, program: &Checked<'_>) -> Self {
        match finding.place {
            Some(place) => Self::of(place, program.files),
            None => Self::of_program(program),
        }
    }

    /// The file of a program.
    pub(super) fn of_program(program: &Checked<'_>) -> Self {
        Self { path: plain_path(Utf8Path::new(program.path)), span: None }
    }

    /// The path as it is printed.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        visible::name(&self.path)
    }

    /// The first line; 1 when it is not known.
    pub(super) fn line(&self) -> usize {
        self.span.map_or(1, |(start, _)| start.line)
    }
}

/// The findings of all programs in their order.
pub(super) fn entries<'a>(run: &Run<'a>) -> Vec<Entry<'a>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut entries = Vec::new();
    for program in run.programs {
        for finding in program.findings {
            let spot = Spot::of_finding(finding, program);
            let marked = finding.place.map_or("", |place| program.files.text(place));
            let content = [finding.name, &spot.path, &finding.message, marked].join("\0");
            let repeats = seen.entry(content.clone()).or_default();
            let fingerprint = fingerprint(&content, *repeats);
            *repeats += 1;
            entries.push(Entry { finding, files: program.files, spot, fingerprint });
        }
    }
    entries
}

/// 128 bits of the content and of the number of findings of the same content before.
pub(super) fn hash(content: &str, repeats: usize) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write(content.as_bytes());
    hasher.write(&(repeats as u64).to_le_bytes());
    hasher.finish128().as_u128()
}

/// The same as a fingerprint.
fn fingerprint(content: &str, repeats: usize) -> String {
    format!("{:032x}", hash(content, repeats))
}

fn plain_path(path: &Utf8Path) -> String {
    let plain: camino::Utf8PathBuf = path.components().filter(|part| *part != camino::Utf8Component::CurDir).collect();
    with_slashes(plain.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing;
    use std::collections::BTreeSet;

    #[test]
    fn fingerprints_differ_in_a_run_and_outlive_a_moved_line() {
        let prints = |shift: &str| {
            testing::shifted(shift, |run| entries(run).into_iter().map(|e| e.fingerprint).collect::<Vec<_>>())
        };
        let before = prints("");
        assert!(before.len() > 5);
        assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len());
        assert_eq!(before, prints("# строка\n# строка\n"));
    }

    #[test]
    fn the_algorithm_of_fingerprints_stays() {
        assert_eq!(fingerprint("правило\0путь", 1), "c7e36bc456efa717f990dfd9bd4cc88e");
    }

    #[test]
    fn paths_are_plain() {
        let plain = |path: &str| plain_path(Utf8Path::new(path));
        assert_eq!(plain("./а/./б.yaml"), "а/б.yaml");
        assert_eq!(plain("../а/б.yaml"), "../а/б.yaml");
        assert_eq!(plain("/а/б.yaml"), "/а/б.yaml");
    }
}
