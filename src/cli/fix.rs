//! `prikaz check --fix`: the mends that are safe, written into the user's files, nothing else changed.

use super::amend::{Refusal, amend, mendable};
use super::output::{Stream, print};
use super::pipeline::Outcome;
use crate::diagnostic::{FileId, Files, Findings};
use crate::failure::Failure;
use crate::source::{Kind, Node, composed, parse_yaml};
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// How often programs are mended and checked again at most: a mend may uncover another one.
const ROUNDS: usize = 100;

/// A mend: the bytes it replaces and what stands there then.
type Change = (u32, u32, String);

/// The changes of a file, with its path as the user knows it and its text as it was read.
struct Changes {
    path: Utf8PathBuf,
    text: String,
    list: BTreeSet<Change>,
}

/// Writes all safe mends and checks again until there is none left, so that a second run finds nothing to mend; gives
/// what is found then.
pub(super) fn fix(
    mut outcomes: Vec<Outcome>,
    check: impl Fn() -> Result<Vec<Outcome>, Failure>,
) -> Result<Vec<Outcome>, Failure> {
    let (mut made, mut refused) = (0, BTreeMap::new());
    for _ in 0..ROUNDS {
        let now = round(&outcomes, &mut refused)?;
        if now == 0 {
            break;
        }
        made += now;
        outcomes = check()?;
    }
    let refused = refused
        .iter()
        .map(|(path, refusal)| format!("не исправлен {}: {}\n", visible::name(path.as_str()), refusal.advice()));
    print(&format!("{}исправлено: {made}\n", refused.collect::<String>()), Stream::Err)?;
    Ok(outcomes)
}

/// Writes the mends of a check; gives how many were made.
fn round(outcomes: &[Outcome], refused: &mut BTreeMap<Utf8PathBuf, Refusal>) -> Result<usize, Failure> {
    // Several programs may read one file, under several names.
    let mut files: BTreeMap<Utf8PathBuf, Changes> = BTreeMap::new();
    for Outcome { findings, files: all, .. } in outcomes {
        for finding in findings {
            let (Some(place), Some(mend)) = (finding.place, finding.mended()) else { continue };
            let file = all.get(place.file);
            match mendable(&file.path) {
                Ok(real) => {
                    let changes = files.entry(real).or_insert_with(|| Changes {
                        path: file.path.clone(),
                        text: file.text.clone(),
                        list: BTreeSet::new(),
                    });
                    // Of a file that changed between two readings the first is compared with what is there now.
                    if changes.text == file.text {
                        changes.list.insert((place.start, place.end, mend.to_owned()));
                    }
                }
                Err(refusal) => drop(refused.insert(file.path.clone(), refusal)),
            }
        }
    }
    let mut made = 0;
    for (real, Changes { path, text, list }) in files {
        match write(&real, &text, &list)? {
            Ok(count) => made += count,
            Err(refusal) => drop(refused.insert(path, refusal)),
        }
    }
    Ok(made)
}

/// Writes the changes of a file; gives how many were made.
fn write(path: &Utf8Path, text: &str, changes: &BTreeSet<Change>) -> Result<Result<usize, Refusal>, Failure> {
    let bytes = fs::read(path).unwrap_or_default();
    let form = match Form::of(&bytes, text) {
        Ok(form) => form,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let changes = harmless(path, text, changes);
    let (mended, count) = mended(text, &changes);
    if count == 0 {
        return Ok(Ok(0));
    }
    Ok(amend(path, &bytes, &form.bytes(&mended))?.map(|()| count))
}

/// How a text lies in its file.
#[derive(Debug, Clone, Copy)]
struct Form {
    has_bom: bool,
    has_crlf: bool,
}

impl Form {
    /// The form of a text in a file of these bytes, if it is in UTF-8 and its lines end alike.
    fn of(bytes: &[u8], text: &str) -> Result<Self, Refusal> {
        let forms = [(false, false), (false, true), (true, false), (true, true)];
        let forms = forms.map(|(has_bom, has_crlf)| Self { has_bom, has_crlf });
        // Letters of two signs were read as one, and are written so.
        let written = composed(std::str::from_utf8(bytes).unwrap_or_default());
        let fits = forms.into_iter().find(|form| form.bytes(text) == written.as_bytes());
        let plain = || written.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        fits.ok_or_else(|| if plain() == text { Refusal::MixedEnds } else { Refusal::Changed })
    }

    /// The bytes of a text in this form.
    fn bytes(self, text: &str) -> Vec<u8> {
        let bom = if self.has_bom { "\u{feff}" } else { "" };
        let text = if self.has_crlf { Cow::Owned(text.replace('\n', "\r\n")) } else { Cow::Borrowed(text) };
        [bom, &text].concat().into_bytes()
    }
}

/// The text with the changes made, of those that overlap the first alone, and how many were made.
fn mended(text: &str, changes: &BTreeSet<Change>) -> (String, usize) {
    let (mut new, mut end, mut count) = (String::new(), 0, 0);
    for (from, to, words) in changes {
        let (from, to) = (*from as usize, *to as usize);
        if from >= end {
            new.push_str(&text[end..from]);
            new.push_str(words);
            (end, count) = (to, count + 1);
        }
    }
    new.push_str(&text[end..]);
    (new, count)
}

/// The changes after which the file is read as before: all, or those that are so one by one.
fn harmless(path: &Utf8Path, text: &str, changes: &BTreeSet<Change>) -> BTreeSet<Change> {
    if !matches!(path.extension(), Some("yaml" | "yml")) {
        return changes.clone();
    }
    let old = Reading::of(path, text);
    let reads =
        |changes: &BTreeSet<Change>| old.is_kept_by(&Reading::of(path, &mended(text, changes).0), changes, text);
    if reads(changes) {
        return changes.clone();
    }
    let mut kept = BTreeSet::new();
    for change in changes {
        kept.insert(change.clone());
        if !reads(&kept) {
            kept.remove(change);
        }
    }
    kept
}

/// What a YAML file is read as.
struct Reading {
    faults: Vec<&'static str>,
    /// Its keys, lists and kinds of values.
    shape: String,
    /// How many letters and digits each value has.
    letters: Vec<usize>,
}

impl Reading {
    fn of(path: &Utf8Path, text: &str) -> Self {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        let id: FileId = files.add(path, text);
        let mut reading = Self { faults: Vec::new(), shape: String::new(), letters: Vec::new() };
        if let Some(root) = parse_yaml(id, &files, &mut findings) {
            reading.gather(&root);
        }
        reading.faults = findings.iter().map(|finding| finding.name).collect();
        reading
    }

    fn gather(&mut self, node: &Node) {
        match &node.kind {
            Kind::Null => self.shape.push('~'),
            Kind::Scalar(scalar) => {
                self.shape.push('.');
                self.letters.push(letters(&scalar.text));
            }
            Kind::Sequence(items) => {
                self.shape.push('[');
                for item in items {
                    self.gather(item);
                }
                self.shape.push(']');
            }
            Kind::Mapping(entries) => {
                self.shape.push('{');
                for entry in entries {
                    self.shape.push_str(entry.key.text().unwrap_or_default());
                    self.gather(&entry.value);
                }
                self.shape.push('}');
            }
        }
    }

    /// Whether another reading has the same faults, keys and values, and no value has lost or got more letters than the
    /// changes take or give: one that begins a comment would take what stands after it.
    fn is_kept_by(&self, new: &Self, changes: &BTreeSet<Change>, text: &str) -> bool {
        let (mut lost, mut gained) = (0, 0);
        for (from, to, words) in changes {
            let (old, new) = (letters(&text[*from as usize..*to as usize]), letters(words));
            lost += old.saturating_sub(new);
            gained += new.saturating_sub(old);
        }
        let mut pairs = self.letters.iter().zip(&new.letters);
        self.faults == new.faults
            && self.shape == new.shape
            && pairs.all(|(old, new)| old.saturating_sub(*new) <= lost && new.saturating_sub(*old) <= gained)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|sign| sign.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, old: &str, new: &str) -> bool {
        let at = text.find(old).map(|at| u32::try_from(at).unwrap_or_default()).unwrap_or_default();
        let end = at + u32::try_from(old.len()).unwrap_or_default();
        !harmless(Utf8Path::new("а.yaml"), text, &BTreeSet::from([(at, end, new.to_owned())])).is_empty()
    }

    #[test]
    fn a_change_that_tears_the_file_is_not_made() {
        assert!(kept("цель: школа - центр\n", " - ", " – "));
        assert!(kept("цель: закон N 5\n", "N 5", "№ 5"));
        // A comment, a key, a value of another kind.
        assert!(!kept("цель: Школа#1 района\n", "Школа#1", "Школа #1"));
        assert!(!kept("цель: центр:школа\n", "центр:школа", "центр: школа"));
        assert!(!kept("цель: .[а, б]\n", ".[", "["));
    }
}
