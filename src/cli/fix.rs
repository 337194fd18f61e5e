//! `prikaz check --fix`: the mends that are safe, written into the user's files; every other byte stays.

use super::amend::{Refusal, amend, mendable};
use super::output::{Stream, print};
use super::pipeline::Outcome;
use crate::diagnostic::{FileId, Files, Finding, Findings};
use crate::failure::Failure;
use crate::source::{Kind, Node, Written, parse_yaml, written};
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
    /// Whether a program reads it as YAML, be it through a link of another ending.
    is_yaml: bool,
    list: BTreeSet<Change>,
}

/// What a round did: how many mends were made, and the files that were left.
#[derive(Default)]
struct Round {
    made: usize,
    refused: BTreeMap<Utf8PathBuf, Refusal>,
}

/// Writes all safe mends and checks again until there is none left, so that a second run finds nothing to mend; gives
/// what is found then.
pub(super) fn fix(
    mut outcomes: Vec<Outcome>,
    check: impl Fn() -> Result<Vec<Outcome>, Failure>,
) -> Result<Vec<Outcome>, Failure> {
    let (mut made, mut last) = (0, Round::default());
    for _ in 0..ROUNDS {
        // What was refused once and mended later is left no more.
        last = round(&outcomes)?;
        if last.made == 0 {
            break;
        }
        made += last.made;
        outcomes = check()?;
    }
    let refused = last
        .refused
        .iter()
        .map(|(path, refusal)| format!("не исправлен {}: {}\n", visible::name(path.as_str()), refusal.advice()));
    print(&format!("{}исправлено: {made}\n", refused.collect::<String>()), Stream::Err)?;
    Ok(outcomes)
}

/// Writes the mends of a check.
fn round(outcomes: &[Outcome]) -> Result<Round, Failure> {
    let mut round = Round::default();
    // Several programs may read one file, under several names.
    let mut files: BTreeMap<Utf8PathBuf, Changes> = BTreeMap::new();
    for Outcome { findings, files: all, .. } in outcomes {
        for (place, mend) in findings.iter().flat_map(Finding::mends) {
            let file = all.get(place.file);
            match mendable(&file.path) {
                Ok(real) => {
                    let changes = files.entry(real).or_insert_with(|| Changes {
                        path: file.path.clone(),
                        text: file.text.clone(),
                        is_yaml: false,
                        list: BTreeSet::new(),
                    });
                    changes.is_yaml |= matches!(file.path.extension(), Some("yaml" | "yml"));
                    // Of a file that changed between two readings the first is compared with what is there now.
                    if changes.text == file.text {
                        changes.list.insert((place.start, place.end, mend.to_owned()));
                    }
                }
                Err(refusal) => drop(round.refused.insert(file.path.clone(), refusal)),
            }
        }
    }
    for (real, changes) in files {
        match write(&real, &changes)? {
            Ok(count) => round.made += count,
            Err(refusal) => drop(round.refused.insert(changes.path, refusal)),
        }
    }
    Ok(round)
}

/// Writes the changes of a file; gives how many were made.
fn write(real: &Utf8Path, changes: &Changes) -> Result<Result<usize, Refusal>, Failure> {
    let Changes { path, text, list, .. } = changes;
    let bytes = fs::read(real).unwrap_or_default();
    let written = match written(&bytes, text) {
        Some(written) if written.is_unclean => return Ok(Err(Refusal::Unclean)),
        Some(written) => written,
        None => return Ok(Err(Refusal::Changed)),
    };
    let apart = apart(list);
    let harmless = if changes.is_yaml { harmless(path, text, &apart) } else { apart };
    let (mended, count) = mended(&bytes, &written, &harmless);
    if count == 0 {
        return Ok(Ok(0));
    }
    Ok(amend(real, &bytes, &mended)?.map(|()| count))
}

/// The changes, of those that overlap the first alone.
fn apart(changes: &BTreeSet<Change>) -> Vec<&Change> {
    let mut end = 0;
    changes
        .iter()
        .filter(|(from, to, _)| {
            *from >= end && {
                end = *to;
                true
            }
        })
        .collect()
}

/// The text with the changes made.
fn changed(text: &str, changes: &[&Change]) -> String {
    let (mut new, mut end) = (String::new(), 0);
    for (from, to, words) in changes {
        new.push_str(&text[end..*from as usize]);
        new.push_str(words);
        end = *to as usize;
    }
    new.push_str(&text[end..]);
    new
}

/// The bytes of a file with the changes of its text made, and how many were made.
fn mended(bytes: &[u8], written: &Written, changes: &[&Change]) -> (Vec<u8>, usize) {
    let (mut new, mut end, mut count) = (Vec::new(), 0, 0);
    for (from, to, words) in changes {
        let Some(range) = written.range(*from as usize, *to as usize) else { continue };
        new.extend_from_slice(&bytes[end..range.start]);
        // A line break stays what it is in this file.
        let has_crlf = bytes[range.clone()].contains(&b'\r');
        let words = if has_crlf { Cow::Owned(words.replace('\n', "\r\n")) } else { Cow::Borrowed(words.as_str()) };
        new.extend_from_slice(words.as_bytes());
        (end, count) = (range.end, count + 1);
    }
    new.extend_from_slice(&bytes[end..]);
    (new, count)
}

/// The changes after which the file is read as before: all, or the halves of them that are so, and halves of the others.
fn harmless<'c>(path: &Utf8Path, text: &str, changes: &[&'c Change]) -> Vec<&'c Change> {
    let old = Reading::of(path, text);
    let mut kept: Vec<&Change> = Vec::new();
    let mut halves = vec![changes];
    while let Some(part) = halves.pop() {
        kept.extend(part);
        if old.is_kept_by(&Reading::of(path, &changed(text, &kept)), &kept, text) {
            continue;
        }
        kept.truncate(kept.len() - part.len());
        if part.len() > 1 {
            let (first, second) = part.split_at(part.len() / 2);
            halves.extend([second, first]);
        }
    }
    kept
}

/// What a YAML file is read as.
struct Reading {
    faults: Vec<&'static str>,
    /// Its keys, lists and kinds of values.
    shape: String,
    /// Where each value stands, and how many letters and digits it has.
    values: Vec<(u32, u32, usize)>,
}

impl Reading {
    fn of(path: &Utf8Path, text: &str) -> Self {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        let id: FileId = files.add(path, text);
        let mut reading = Self { faults: Vec::new(), shape: String::new(), values: Vec::new() };
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
                self.values.push((node.place.start, node.place.end, letters(&scalar.text)));
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
    /// changes in it take or give: one that begins a comment would take what stands after it.
    fn is_kept_by(&self, new: &Self, changes: &[&Change], text: &str) -> bool {
        let keeps = |(old, new): (&(u32, u32, usize), &(u32, u32, usize))| {
            let (start, end, old) = *old;
            let (mut lost, mut gained) = (0, 0);
            let first = changes.partition_point(|(from, _, _)| *from < start);
            for (from, to, words) in changes[first..].iter().take_while(|(from, _, _)| *from < end) {
                let (old, new) = (letters(&text[*from as usize..*to as usize]), letters(words));
                lost += old.saturating_sub(new);
                gained += new.saturating_sub(old);
            }
            old.saturating_sub(new.2) <= lost && new.2.saturating_sub(old) <= gained
        };
        self.faults == new.faults && self.shape == new.shape && self.values.iter().zip(&new.values).all(keeps)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|sign| sign.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(text: &str, words: &[(&str, &str)]) -> BTreeSet<Change> {
        let change = |(old, new): &(&str, &str)| {
            let at = text.find(old).unwrap();
            let [from, to] = [at, at + old.len()].map(|at| u32::try_from(at).unwrap());
            (from, to, (*new).to_owned())
        };
        words.iter().map(change).collect()
    }

    /// The text after those of the changes that are harmless.
    fn made(text: &str, words: &[(&str, &str)]) -> String {
        changed(text, &harmless(Utf8Path::new("а.yaml"), text, &apart(&changes(text, words))))
    }

    fn kept(text: &str, old: &str, new: &str) -> bool {
        made(text, &[(old, new)]) != text
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
    #[test]
    fn harmless_changes_are_made_beside_a_harmful_one() {
        let text = "а: слово,дело, два,три\nб: Школа#1 пять\nв: шесть,семь\n";
        let words =
            [("слово,дело", "слово, дело"), ("два,три", "два, три"), ("#1", " #1"), ("шесть,семь", "шесть, семь")];
        let wanted = text.replace("о,д", "о, д").replace("а,т", "а, т").replace("ь,с", "ь, с");
        assert_eq!(made(text, &words), wanted);
    }

    #[test]
    fn what_one_value_may_lose_another_may_not() {
        let text = "а: N 1, N 2, N 3, N 4, N 5, N 6\nб: Школа#1 шесть\n";
        let words = [
            ("N 1", "№ 1"),
            ("N 2", "№ 2"),
            ("N 3", "№ 3"),
            ("N 4", "№ 4"),
            ("N 5", "№ 5"),
            ("N 6", "№ 6"),
            ("Школа#1 шес", "Школа #1 шес"),
        ];
        let all = changes(text, &words);
        let all = apart(&all);
        let path = Utf8Path::new("а.yaml");
        assert!(!Reading::of(path, text).is_kept_by(&Reading::of(path, &changed(text, &all)), &all, text));
        assert_eq!(made(text, &words), text.replace('N', "№"));
    }
}
