//! `prikaz check --fix`: the mends that are safe, written into the user's files, nothing else changed.

use super::output::{self, Stream, print};
use super::pipeline::Outcome;
use crate::diagnostic::{Files, Findings};
use crate::failure::Failure;
use crate::source::parse_yaml;
use crate::visible;
use camino::Utf8PathBuf;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A mend: the bytes it replaces and what stands there then.
type Change = (u32, u32, String);

/// Writes all safe mends; gives how many were made.
pub(super) fn fix(outcomes: &[Outcome]) -> Result<usize, Failure> {
    let mut changes: BTreeMap<Utf8PathBuf, (String, BTreeSet<Change>)> = BTreeMap::new();
    for Outcome { findings, files, .. } in outcomes {
        for finding in findings {
            let (Some(place), Some(mend)) = (finding.place, finding.mended()) else { continue };
            let file = files.get(place.file);
            let (_, list) = changes.entry(file.path.clone()).or_insert_with(|| (file.text.clone(), BTreeSet::new()));
            list.insert((place.start, place.end, mend.to_owned()));
        }
    }
    let mut made = 0;
    for (path, (text, changes)) in changes {
        let form = fs::read(&path).ok().and_then(|bytes| Form::of(&bytes, &text));
        let (mended, count) = mended(&text, &changes);
        match form {
            Some(form) if count > 0 && still_read(&path, &text, &mended) => {
                output::write(&path, &form.bytes(&mended))?;
                made += count;
            }
            Some(_) => {}
            None => print(
                &format!(
                    "не исправлен {}: сохраните его в UTF-8 с одинаковыми концами строк\n",
                    visible::name(path.as_str())
                ),
                Stream::Err,
            )?,
        }
    }
    Ok(made)
}

/// How a text lies in its file.
#[derive(Debug, Clone, Copy)]
struct Form {
    has_bom: bool,
    has_crlf: bool,
}

impl Form {
    /// The form of a text in a file of these bytes, if it is in UTF-8 and its lines end alike.
    fn of(bytes: &[u8], text: &str) -> Option<Self> {
        let forms = [(false, false), (false, true), (true, false), (true, true)];
        let forms = forms.map(|(has_bom, has_crlf)| Self { has_bom, has_crlf });
        forms.into_iter().find(|form| form.bytes(text) == bytes)
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

/// Whether a mended YAML file reads as well as before.
fn still_read(path: &Utf8PathBuf, old: &str, new: &str) -> bool {
    let faults = |text: &str| {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        let id = files.add(path, text);
        parse_yaml(id, &files, &mut findings);
        findings.iter().map(|finding| finding.name).collect::<Vec<_>>()
    };
    !matches!(path.extension(), Some("yaml" | "yml")) || faults(old) == faults(new)
}
