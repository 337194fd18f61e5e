//! What an earlier build left of each program, so that one whose files and papers are unchanged is not built again.
//!
//! An entry holds the digests of all that was read and written and what was told. It is used only while all of them are
//! the same, and is kept only of programs without errors all of whose files were read, as one that was not has no digest.
//! The cache is one file in `.prikaz`; one that is absent, damaged or of another program is no cache.

use super::arguments::BuildArguments;
use super::build::Built;
use super::output;
use crate::diagnostic::Files;
use crate::digest::digest;
use crate::limits;
use crate::source::{self, Folder, digest_at, listed};
use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const FOLDER: &str = ".prikaz";
const FILE: &str = ".prikaz/build.cache";

/// The entries of earlier builds.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// Whether it is read and kept at all.
    used: bool,
    entries: BTreeMap<Key, Entry>,
}

/// The program file and the digest of the options.
type Key = (String, u128);

/// What is known of a program that was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Of the names of all files that may belong to the program.
    folder: u128,
    /// The day on which it was checked, if an exception expires.
    day: Option<String>,
    /// The files that were read.
    inputs: Vec<(String, u128)>,
    /// What is left of the program, its papers with it.
    pub(super) built: Built,
}

/// What a build has to say of the entry of a program.
pub(super) enum News {
    /// It holds still.
    Same,
    /// This is the new one.
    Built(Box<Entry>),
    /// There can be none.
    Unfit,
}

impl Entry {
    /// The entry of a program whose papers were written just now; the names are those from before it was read.
    pub(super) fn new(names: u128, files: &Files, day: Option<Date>, built: &Built) -> Self {
        let inputs = files.digests().map(|(path, digest)| (path.to_string(), digest)).collect();
        Self { folder: names, day: day.map(|day| day.to_string()), inputs, built: built.clone() }
    }

    /// The papers that it was built into.
    fn papers(&self) -> impl Iterator<Item = &Utf8Path> {
        self.built.written.iter().map(|(path, _)| Utf8Path::new(path))
    }

    fn is_fresh(&self, folder: &Folder, today: Option<Date>) -> bool {
        let same = |(path, known): &(String, u128)| {
            let path = Utf8Path::new(path);
            source::read(path, limits::FILE_SIZE).is_ok_and(|bytes| digest_at(path, &bytes) == *known)
        };
        let today = today.map(|day| day.to_string());
        self.folder == names(folder)
            && (self.day.is_none() || self.day == today)
            && self.inputs.iter().all(same)
            && self.built.written.iter().all(same)
    }
}

/// The digest of the names of all that may belong to a program, templates and standards of the folders above included.
pub(super) fn names(folder: &Folder) -> u128 {
    let templates = folder.templates.iter().flat_map(|path| listed(path, &["md"]));
    let standards = folder.standards.iter().flat_map(|path| listed(path, &["yaml", "yml"]));
    let listed: Vec<Utf8PathBuf> = templates.chain(standards).collect();
    digest(format!("{folder:?}{listed:?}").as_bytes())
}

impl Cache {
    /// The cache of the current folder, empty when it is not to be used.
    pub(super) fn open(arguments: &BuildArguments) -> Self {
        let used = !arguments.no_cache && is_own();
        if used {
            output::clear(Utf8Path::new(FOLDER));
        }
        Self { used, entries: if used { read().unwrap_or_default() } else { BTreeMap::new() } }
    }

    /// What an earlier build left of a program, if nothing of it changed since.
    pub(super) fn fresh(&self, folder: &Folder, options: u128, today: Option<Date>) -> Option<&Entry> {
        self.entries.get(&key(folder, options)).filter(|entry| entry.is_fresh(folder, today))
    }

    /// Keeps the entries of a build beside those of other programs, unless nothing is new; gives the papers that are left
    /// of programs which are gone. A cache that cannot be kept is none.
    pub(super) fn keep<'f>(
        mut self,
        options: u128,
        news: impl Iterator<Item = (&'f Folder, News)>,
    ) -> BTreeSet<Utf8PathBuf> {
        if !self.used {
            return BTreeSet::new();
        }
        let gone = self.entries.extract_if(.., |(main, _), _| !Utf8Path::new(main).exists());
        let gone: Vec<Entry> = gone.map(|(_, entry)| entry).collect();
        let mut left: Vec<Utf8PathBuf> = gone.iter().flat_map(Entry::papers).map(ToOwned::to_owned).collect();
        // Nobody asks again for what was built into a folder that is gone.
        let idle = |key: &Key, entry: &Entry| key.1 != options && !entry.papers().any(Utf8Path::exists);
        let idle = self.entries.extract_if(.., |key, entry| idle(key, entry)).count();
        let mut changed = !gone.is_empty() || idle > 0;
        for (folder, news) in news {
            let key = key(folder, options);
            changed |= match news {
                News::Same => false,
                News::Built(entry) => {
                    let is_new = self.entries.get(&key) != Some(&*entry);
                    // Its papers may have another folder by now, or another name.
                    let before = self.entries.insert(key, *entry);
                    left.extend(before.iter().flat_map(Entry::papers).map(ToOwned::to_owned));
                    is_new
                }
                News::Unfit => self.entries.remove(&key).is_some(),
            };
        }
        if changed {
            let _ = write(&self.entries);
        }
        left.into_iter().filter(|path| path.exists()).collect()
    }
}

/// Whether the folder of the cache is one or can be made; a link would lead to somebody else's files.
pub(super) fn is_own() -> bool {
    fs::symlink_metadata(FOLDER).map_or(true, |data| data.is_dir())
}

/// The digest of what a build is asked for.
pub(super) fn options(arguments: &BuildArguments, terminal: bool) -> u128 {
    digest(format!("{:?}{:?}{:?}{terminal}", arguments.out, arguments.format, arguments.only).as_bytes())
}

fn key(folder: &Folder, options: u128) -> Key {
    (folder.main.to_string(), options)
}

/// The mark of this program: another one may find and write other things.
const ORIGIN: &[u8] = concat!(env!("CARGO_PKG_VERSION"), " ", env!("PRIKAZ_SOURCES"), "\n").as_bytes();

/// The entries, if the file is whole and of this program: its mark, the digest of the entries, then they.
fn read() -> Option<BTreeMap<Key, Entry>> {
    // A pipe is not waited for.
    fs::metadata(FILE).ok().filter(fs::Metadata::is_file)?;
    let bytes = fs::read(FILE).ok()?;
    let (known, entries) = bytes.strip_prefix(ORIGIN)?.split_first_chunk()?;
    if *known == digest(entries).to_le_bytes() { postcard::from_bytes(entries).ok() } else { None }
}

fn write(entries: &BTreeMap<Key, Entry>) -> Option<()> {
    let entries = postcard::to_allocvec(entries).ok()?;
    let file = [ORIGIN, &digest(&entries).to_le_bytes(), &entries].concat();
    output::create_folder(Utf8Path::new(FOLDER)).ok()?;
    // Nobody is to commit it.
    let ignored = Utf8Path::new(FOLDER).join(".gitignore");
    if fs::symlink_metadata(&ignored).is_err() {
        output::write(&ignored, b"*\n").ok()?;
    }
    output::write(Utf8Path::new(FILE), &file).ok()
}
