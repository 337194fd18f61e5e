//! Holds the targets of a run against the files of all programs found, before the first byte is written.
//!
//! Paths are compared by what the disk knows files by, so that links, mounts, `..` and names in other letters hide nothing.

use super::output;
use crate::failure::Failure;
use crate::source::{Folder, Identity, belongings, identity, is_unsearched, place_of};
use crate::write::docx::is_sealed;
use camino::{Utf8Path, Utf8PathBuf};
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
        for folder in folders {
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
            if path.file_name().is_some_and(is_unsearched) {
                break;
            }
        }
        for entry in place.read_dir_utf8().into_iter().flatten().flatten() {
            let path = target.join(entry.file_name());
            if entry.file_type().is_ok_and(|kind| kind.is_file()) && self.is_source(&path) {
                return Err(Failure::Target { path, why: SOURCE });
            }
        }
        Ok(())
    }

    /// Refuses targets of reports that may not be replaced: files that the run has read, texts and pictures of programs that
    /// are no earlier reports, places where a new file would become a template or a standard, and two that are one file.
    pub(super) fn reports(&self, targets: &[(&Utf8Path, &[u8])], read: &[&Utf8Path]) -> Result<(), Failure> {
        let read: BTreeSet<Identity> = read.iter().filter_map(|path| identity(path)).collect();
        let mut seen = BTreeSet::new();
        for (target, bytes) in targets {
            let is_text = target.extension().is_some_and(|ending| TEXTS.contains(&ending.to_lowercase().as_str()));
            let why = if !seen.insert(spot(target)) {
                Some("в этот файл уже пишется другой отчёт")
            } else if is_yaml(target) {
                Some("в файлах YAML лежат программы, отчёт поверх них не пишется")
            } else if identity(target).is_some_and(|identity| read.contains(&identity)) {
                Some("этот файл прочитан той же командой")
            } else if is_text && self.is_shelf(target.parent().unwrap_or("".into())) {
                Some("в этой папке лежат шаблоны или стандарты")
            } else if is_alike(target, bytes)? {
                None
            } else if self.is_source(target) {
                Some(SOURCE)
            } else {
                is_text.then_some("там уже лежит другой документ, и он не такой отчёт")
            };
            if let Some(why) = why {
                return Err(Failure::Target { path: (*target).to_owned(), why });
            }
        }
        Ok(())
    }

    /// Whether files of this folder are read as templates or standards.
    fn is_shelf(&self, folder: &Utf8Path) -> bool {
        let folder = identity(if folder.as_str().is_empty() { ".".into() } else { folder });
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

const SOURCE: &str = "это файл программы, поверх него ничего не пишется";

/// How the names of files end that hold the words of people.
const TEXTS: [&str; 3] = ["md", "png", "docx"];

/// Where a target lies and what it is called, so that two names of one file are the same on every disk.
fn spot(target: &Utf8Path) -> (Utf8PathBuf, Option<Identity>) {
    let place = place_of(target);
    // Names that differ in case alone are one file on some disks.
    (place.as_str().to_lowercase().into(), identity(target))
}

/// Whether a name is that of a YAML file, in whatever case, or was meant as such.
fn is_yaml(target: &Utf8Path) -> bool {
    let name = target.file_name().unwrap_or_default().trim().to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name);
    matches!(Utf8Path::new(name).extension(), Some("yaml" | "yml"))
}

/// Whether what stands in the place of a report is nothing, or a report of the same kind.
fn is_alike(target: &Utf8Path, new: &[u8]) -> Result<bool, Failure> {
    if !fs::metadata(target).is_ok_and(|data| data.is_file()) {
        return Ok(true);
    }
    let first = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
    let old = output::read(target)?;
    Ok(old.is_some_and(|old| old.is_empty() || (is_sealed(&old) && is_sealed(new)) || first(&old) == first(new)))
}
