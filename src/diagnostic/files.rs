//! The files that were read, so that a place can be turned into file, line and column.

use super::Known;
use camino::{Utf8Path, Utf8PathBuf};
use memchr::memchr_iter;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The number of a file in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A stretch of a file: byte offsets into its decoded text, the end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A file that was read: its path as the user knows it and its decoded text without a BOM.
#[derive(Debug, Clone)]
pub struct File {
    /// The path, as it is to be printed.
    pub path: Utf8PathBuf,
    /// The text that the places point into.
    pub text: String,
    /// Byte offset of the start of each line.
    lines: Box<[u32]>,
    /// The ends of letters that are two signs in the file and one in the text.
    joined: Box<[u32]>,
}

/// All files of one run of the pipeline, by [`FileId`].
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// Shared, as all programs have the embedded ones.
    all: Vec<Arc<File>>,
    /// The digests of the files on the disk, pictures included.
    digests: Vec<(Utf8PathBuf, u128)>,
    /// Whether a file that was wanted could not be read.
    lack: bool,
    /// The YAML files that could not be read.
    torn: BTreeSet<FileId>,
    size: usize,
    /// The first file of each path.
    paths: BTreeMap<Utf8PathBuf, FileId>,
    /// The names in the folders that were looked through for files that are not there.
    listed: BTreeMap<Utf8PathBuf, Known<String>>,
}

/// Writes a path as every report does: `/` between its parts on every system, so that reports of several agree.
pub fn with_slashes(path: &str) -> Cow<'_, str> {
    slashes(path, std::path::MAIN_SEPARATOR)
}

fn slashes(path: &str, separator: char) -> Cow<'_, str> {
    if separator != '/' && path.contains(separator) { path.replace(separator, "/").into() } else { path.into() }
}

impl Files {
    /// Adds a file and gives its number.
    ///
    /// # Panics
    /// When 2^32 files were added already, or a file is too large for [`Place`].
    pub fn add(&mut self, path: impl Into<Utf8PathBuf>, text: impl Into<String>) -> FileId {
        self.add_joined(path, text, Vec::new())
    }

    /// Adds a file some letters of which are two signs in it; the text has one, which ends at these offsets.
    ///
    /// # Panics
    /// As [`Files::add`].
    pub fn add_joined(&mut self, path: impl Into<Utf8PathBuf>, text: impl Into<String>, joined: Vec<u32>) -> FileId {
        let text = text.into();
        let lines = std::iter::once(0).chain(memchr_iter(b'\n', text.as_bytes()).map(|at| narrow(at + 1))).collect();
        let (id, path) = (FileId(u32::try_from(self.all.len()).expect("fewer than 2^32 files are read")), path.into());
        self.size += text.len();
        self.paths.entry(path.clone()).or_insert(id);
        self.all.push(Arc::new(File { path, text, lines, joined: joined.into() }));
        id
    }

    /// Notes that a file that was wanted is not among them.
    pub fn miss(&mut self) {
        self.lack = true;
    }

    /// Notes that a YAML file could not be read.
    pub fn tear(&mut self, path: &Utf8Path) {
        self.lack = true;
        self.torn.extend(self.find(path));
    }

    /// Whether a YAML file could not be read.
    pub fn is_torn(&self) -> bool {
        !self.torn.is_empty()
    }

    /// Whether a place is in a YAML file that could not be read.
    pub fn is_in_torn(&self, place: Place) -> bool {
        self.torn.contains(&place.file)
    }

    /// Whether every file that was wanted was read.
    pub fn are_all(&self) -> bool {
        !self.lack
    }

    /// Notes that the bytes of this digest were read from a file.
    pub fn saw(&mut self, path: &Utf8Path, digest: u128) {
        self.digests.push((path.into(), digest));
    }

    /// The files that were read from the disk, with the digests of their bytes.
    pub fn digests(&self) -> impl Iterator<Item = (&Utf8Path, u128)> {
        self.digests.iter().map(|(path, digest)| (path.as_path(), *digest))
    }

    /// The files that were read.
    pub fn paths(&self) -> impl Iterator<Item = &Utf8Path> {
        self.digests.iter().map(|(path, _)| path.as_path())
    }

    /// The names in a folder, which is listed once.
    pub fn names_in(&mut self, folder: &Utf8Path, list: impl FnOnce() -> Vec<String>) -> &Known<String> {
        self.listed.entry(folder.into()).or_insert_with(|| Known::of(list()))
    }

    /// How many bytes the texts of all files have.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Leaves these files alone and lets go of the others, which are empty then.
    pub fn keep(&mut self, wanted: &BTreeSet<FileId>) {
        let none =
            Arc::new(File { path: Utf8PathBuf::new(), text: String::new(), lines: [0].into(), joined: [].into() });
        for (file, number) in self.all.iter_mut().zip(0..) {
            if !wanted.contains(&FileId(number)) {
                *file = Arc::clone(&none);
            }
        }
    }

    /// The file with this number.
    pub fn get(&self, id: FileId) -> &File {
        &self.all[id.0 as usize]
    }

    /// The file of this path, if it was read already.
    pub fn find(&self, path: &Utf8Path) -> Option<FileId> {
        self.paths.get(path).copied()
    }

    /// Line and column of the start of a place.
    pub fn start(&self, place: Place) -> Position {
        self.get(place.file).position(place.start as usize)
    }

    /// Line and column of the end of a place (the column after its last character).
    pub fn end(&self, place: Place) -> Position {
        self.get(place.file).position(place.end as usize)
    }

    /// The text a place covers.
    pub fn text(&self, place: Place) -> &str {
        &self.get(place.file).text[place.start as usize..place.end as usize]
    }
}

impl File {
    /// Line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|start| *start as usize <= offset) - 1;
        let start = self.lines[line] as usize;
        let joined = |until: usize| self.joined.partition_point(|end| *end as usize <= until);
        let column = self.text[start..offset].chars().count() + joined(offset) - joined(start) + 1;
        Position { line: line + 1, column }
    }

    /// The line that a byte offset is in, without white space around it.
    pub fn line(&self, offset: usize) -> &str {
        let offset = self.text.floor_char_boundary(offset);
        let start = self.text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[offset..].find('\n').map_or(self.text.len(), |at| offset + at);
        self.text[start..end].trim()
    }

    /// Byte offset of the start of a line counted from 1, if the file has it.
    pub fn line_start(&self, line: usize) -> Option<usize> {
        self.lines.get(line.checked_sub(1)?).map(|start| *start as usize)
    }
}

impl Place {
    /// A place from byte offsets.
    ///
    /// # Panics
    /// When an offset does not fit 32 bits; `source` refuses such files.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: narrow(start), end: narrow(end) }
    }
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).expect("source refuses files that are too large")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_kept_are_empty() {
        let mut files = Files::default();
        let [first, second] = ["a.yaml", "b.yaml"].map(|path| files.add(path, "имя: я\n"));
        files.keep(&[second].into());
        assert_eq!(files.get(first).text, "");
        assert_eq!(files.get(second).text, "имя: я\n");
        assert_eq!(files.start(Place::new(first, 0, 0)), Position { line: 1, column: 1 });
    }

    #[test]
    fn paths_of_all_systems_are_written_alike() {
        assert_eq!(slashes("programs\\а\\program.yaml", '\\'), "programs/а/program.yaml");
        assert_eq!(slashes("programs/а/program.yaml", '\\'), "programs/а/program.yaml");
        assert_eq!(slashes("programs/а\\б.yaml", '/'), "programs/а\\б.yaml");
    }

    #[test]
    fn columns_count_characters() {
        let mut files = Files::default();
        let id = files.add("a.yaml", "имя: я\nсрок: 2021\n");
        let at = files.get(id).text.find("2021").unwrap();
        assert_eq!(files.start(Place::new(id, at, at + 4)), Position { line: 2, column: 7 });
        assert_eq!(files.end(Place::new(id, at, at + 4)), Position { line: 2, column: 11 });
    }
}
