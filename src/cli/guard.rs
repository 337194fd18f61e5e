//! Holds the targets of a run against the files of all programs found, before the first byte is written.
//!
//! Paths are compared by what the disk knows files by, so that links, mounts, `..` and names in other letters hide nothing.

use super::output;
use crate::failure::Failure;
use crate::file_name::folded;
use crate::source::{Folder, Identity, belongings, identity, is_program, is_unsearched, place_of};
use camino::Utf8Path;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The folders and files of programs, as the disk knows them.
pub(super) struct Guard<'a> {
    folders: &'a [Folder],
    /// The folders of programs.
    programs: BTreeMap<Identity, &'a Utf8Path>,
    /// The folders above them, each with a program in it.
    above: BTreeMap<Identity, &'a Utf8Path>,
    /// All files of programs, listed when they are asked for.
    files: OnceCell<BTreeSet<Identity>>,
}

impl<'a> Guard<'a> {
    /// Takes in where the programs lie.
    pub(super) fn of(folders: &'a [Folder]) -> Self {
        let mut seen = BTreeMap::new();
        let mut known = |path: &Utf8Path| *seen.entry(path.to_owned()).or_insert_with(|| identity(path));
        let (mut programs, mut above) = (BTreeMap::new(), BTreeMap::new());
        for folder in folders.iter().filter(|folder| folder.meant.is_none()) {
            for (depth, path) in place_of(&folder.path).ancestors().enumerate() {
                if let Some(identity) = known(path) {
                    let place = if depth == 0 { &mut programs } else { &mut above };
                    place.entry(identity).or_insert(folder.path.as_path());
                }
            }
        }
        Self { folders, programs, above, files: OnceCell::new() }
    }

    /// Refuses a folder for papers that is the folder of a program, lies above one, or lies in one where texts of the
    /// program may stand; and one in which a file of a program lies, however it came there.
    ///
    /// The folders that are never searched for programs (`out` and hidden ones) are safe within a program's folder too.
    pub(super) fn papers(&self, target: &Utf8Path) -> Result<(), Failure> {
        let place = place_of(target);
        let among = |program: &Utf8Path| {
            Err(Failure::PapersAmongSources { papers: target.to_owned(), program: program.to_owned() })
        };
        if let Some(program) = identity(&place).and_then(|identity| self.above.get(&identity)) {
            return among(program);
        }
        for path in place.ancestors() {
            if let Some(program) = identity(path).and_then(|identity| self.programs.get(&identity)) {
                return among(program);
            }
            // A program that the command does not name has its texts there too.
            if is_program(path) {
                return among(path);
            }
            if path.file_name().is_some_and(is_unsearched) {
                break;
            }
        }
        for entry in place.read_dir_utf8().into_iter().flatten().flatten() {
            let path = target.join(entry.file_name());
            if entry.file_type().is_ok_and(|kind| kind.is_file()) && self.is_source(&path) {
                let why =
                    "это файл программы, поверх него ничего не пишется; назовите для документов другую папку (--out)";
                return Err(Failure::Target { path, why });
            }
        }
        Ok(())
    }

    /// Refuses targets of reports that may not be replaced: files that the run has read, whatever is no earlier report of
    /// the same kind, places where a new file would become a template or a standard, and two that are one file.
    pub(super) fn reports(&self, targets: &[Target<'_>], read: &[&Utf8Path]) -> Result<(), Failure> {
        let read = Read::of(read);
        let (mut places, mut files) = (BTreeSet::new(), BTreeSet::new());
        for target in targets {
            let path = target.path;
            let is_template = path.extension().is_some_and(|ending| ending.to_lowercase() == "md");
            // Where a file is not there yet, names that differ in case or form of letters alone may be one on this disk.
            let is_new = places.insert(folded(place_of(path).as_str()));
            let why = if !is_new || identity(path).is_some_and(|identity| !files.insert(identity)) {
                Some("в этот файл уже пишется другой отчёт; назовите другой файл")
            } else if is_yaml(path) {
                Some("в файлах YAML лежат программы, отчёт поверх них не пишется; назовите другой файл")
            } else if read.has(path) {
                Some("этот файл прочитан той же командой; назовите другой файл")
            } else if is_template && self.is_shelf(output::folder_of(path)) {
                Some("в этой папке лежат шаблоны или стандарты; назовите другой файл")
            } else if target.is_free()? {
                None
            } else if self.is_source(path) {
                Some("это файл программы, поверх него ничего не пишется; назовите другой файл")
            } else {
                Some(target.taken)
            };
            if let Some(why) = why {
                return Err(Failure::Target { path: path.to_owned(), why });
            }
        }
        Ok(())
    }

    /// Whether files of this folder are read as templates or standards.
    fn is_shelf(&self, folder: &Utf8Path) -> bool {
        let folder = identity(folder);
        let mut shelves = self.folders.iter().flat_map(|folder| folder.templates.iter().chain(&folder.standards));
        folder.is_some() && shelves.any(|shelf| identity(shelf) == folder)
    }

    /// Whether a file belongs to a program.
    fn is_source(&self, target: &Utf8Path) -> bool {
        identity(target).is_some_and(|identity| self.files().contains(&identity))
    }

    fn files(&self) -> &BTreeSet<Identity> {
        self.files.get_or_init(|| belongings(self.folders).iter().filter_map(|path| identity(path)).collect())
    }
}

/// A file that a run is to write beside papers, and what may stand there before.
pub(super) struct Target<'t> {
    pub(super) path: &'t Utf8Path,
    /// Whether a file is an earlier one of the same kind.
    pub(super) is_earlier: &'t dyn Fn(&[u8]) -> bool,
    /// Why nothing else is replaced, and what to do.
    pub(super) taken: &'static str,
}

/// Why a report takes the place of no other file.
pub(super) const TAKEN: &str = "там уже лежит другой файл, и он не такой отчёт; назовите другой файл или удалите этот";

impl Target<'_> {
    /// Whether nothing stands there, or something that may be replaced.
    fn is_free(&self) -> Result<bool, Failure> {
        if !fs::metadata(self.path).is_ok_and(|data| data.is_file()) {
            return Ok(true);
        }
        let old = output::read(self.path)?;
        Ok(old.is_some_and(|old| old.is_empty() || (self.is_earlier)(&old)))
    }
}

/// The files that a run has read.
pub(super) struct Read(BTreeSet<Identity>);

impl Read {
    pub(super) fn of(paths: &[&Utf8Path]) -> Self {
        Self(paths.iter().filter_map(|path| identity(path)).collect())
    }

    /// Whether a path leads to one of them.
    pub(super) fn has(&self, path: &Utf8Path) -> bool {
        identity(path).is_some_and(|identity| self.0.contains(&identity))
    }
}

/// Whether a name is that of a YAML file, in whatever case, or was meant as such.
fn is_yaml(target: &Utf8Path) -> bool {
    let name = target.file_name().unwrap_or_default().trim().to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name);
    matches!(Utf8Path::new(name).extension(), Some("yaml" | "yml"))
}
