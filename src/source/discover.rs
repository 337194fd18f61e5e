//! Finds the programs' folders and the files that belong to each.

mod above;
mod alike;
mod boundary;
mod folders;
mod listing;
mod names;
mod parted;

pub use above::relative;
pub use alike::{Misnamed, Right};
pub use boundary::{leads_outside, real_place};
pub use listing::Meant;
pub use parted::all_exist;

use crate::failure::Failure;
use crate::limits;
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};
use listing::{Listing, Neighbours};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use walkdir::{DirEntry, WalkDir};

const MAIN: [&str; 4] = ["program.yaml", "программа.yaml", "program.yml", "программа.yml"];
const MUNICIPALITY: [&str; 4] = ["municipality.yaml", "муниципалитет.yaml", "municipality.yml", "муниципалитет.yml"];
const TEMPLATES: [&str; 2] = ["templates", "шаблоны"];
const STANDARDS: [&str; 2] = ["standards", "стандарты"];
const SKIPPED: [&str; 3] = ["target", "node_modules", "out"];

/// A program's folder and the files that belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    /// The folder, as the user named it.
    pub path: Utf8PathBuf,
    /// The program file.
    pub main: Utf8PathBuf,
    /// Why the program file is not read, if its name is another; then nothing else is known of the folder.
    pub meant: Option<Meant>,
    /// Further program files beside it, which are not read.
    pub rivals: Vec<Utf8PathBuf>,
    /// Further YAML files beside it, sorted.
    pub parts: Vec<Utf8PathBuf>,
    /// YAML files in folders below that are no programs, which are not read.
    pub below: Vec<Utf8PathBuf>,
    /// Files beside it that were meant as parts, and files beside it and above that were meant as those of the
    /// municipality, but are named otherwise, which are not read.
    pub misnamed: Vec<Misnamed>,
    /// Folders in it and above it that were meant as those of templates or standards, each with its right name.
    pub misnamed_folders: Vec<(Utf8PathBuf, &'static str)>,
    /// The municipality files of the folder and of those above it, nearest first.
    pub municipality: Vec<Utf8PathBuf>,
    /// The nearest municipality file above those, which is not taken as no repository holds them together.
    pub beyond: Option<Utf8PathBuf>,
    /// The folders of templates in the folder and above it, nearest first.
    pub templates: Vec<Utf8PathBuf>,
    /// The folders of standards in the folder and above it, nearest first.
    pub standards: Vec<Utf8PathBuf>,
    /// The name of the folder for its papers: unique among the folders found together.
    pub name: String,
}

/// Finds the programs under the paths, sorted by path and without duplicates.
pub fn discover(paths: &[Utf8PathBuf]) -> Result<Vec<Folder>, Failure> {
    let here = std::env::current_dir().map_err(|source| Failure::Read { path: ".".into(), source })?;
    let here =
        Utf8PathBuf::from_path_buf(here).map_err(|path| Failure::NotUtf8(visible::system_name(path.as_os_str())))?;
    discover_from(&here, paths)
}

fn discover_from(here: &Utf8Path, paths: &[Utf8PathBuf]) -> Result<Vec<Folder>, Failure> {
    let mut found: BTreeMap<Utf8PathBuf, (Utf8PathBuf, Listing)> = BTreeMap::new();
    for (number, path) in paths.iter().enumerate() {
        let (root, listings) = search(here, path).map_err(|failure| parted::or(failure, here, paths, number))?;
        for listing in listings {
            found.entry(listing.path.clone()).or_insert_with(|| (root.clone(), listing));
        }
    }
    let (mut found, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        found.into_iter().partition(|(_, (_, listing))| listing.main().is_some());
    let mut seen = BTreeSet::new();
    let mut is_new =
        |path: &Utf8Path| seen.insert(here.join(path).canonicalize_utf8().unwrap_or_else(|_| path.to_owned()));
    found.retain(|path, _| is_new(path));
    if found.is_empty() {
        let alike = paths.iter().find_map(|path| alike::file(here, &without_dot(path)));
        return Err(Failure::NoPrograms { paths: paths.to_vec(), alike });
    }
    let names = names::unique(here, found.iter().map(|(path, (root, _))| (path.as_path(), root.as_path())));
    let mut meant = Vec::new();
    let mut below: BTreeMap<Utf8PathBuf, Vec<Utf8PathBuf>> = BTreeMap::new();
    for (path, (_, listing)) in others {
        let program = path.ancestors().map(named).find(|above| found.contains_key(*above));
        if let Some(folder) = listing.meant(here, program.is_some()) {
            meant.extend(is_new(&path).then_some(folder));
        } else if let Some(program) = program {
            below.entry(program.to_owned()).or_default().extend(listing.strangers(program));
        }
    }
    let mut neighbours = Neighbours::new(here);
    let folder = |((path, (root, listing)), name): ((Utf8PathBuf, (Utf8PathBuf, Listing)), String)| Folder {
        below: below.remove(&path).unwrap_or_default(),
        ..listing.folder(&mut neighbours, &root, name)
    };
    let mut folders: Vec<Folder> = found.into_iter().zip(names).map(folder).collect();
    folders.extend(meant);
    folders.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(folders)
}

/// A folder as it is named when it is the current one.
fn named(path: &Utf8Path) -> &Utf8Path {
    if path.as_str().is_empty() { Utf8Path::new(".") } else { path }
}

/// The folder that was searched, as the user named it, and the folders with YAML files in it.
fn search(here: &Utf8Path, path: &Utf8Path) -> Result<(Utf8PathBuf, Vec<Listing>), Failure> {
    let shown = without_dot(path);
    let data = match fs::metadata(here.join(path)) {
        Ok(data) => data,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Failure::NoSuchPath(shown)),
        Err(source) => return Err(Failure::Read { path: shown, source }),
    };
    if data.is_dir() {
        return walk(here, &shown, usize::MAX).map(|listings| (shown, listings));
    }
    if !data.is_file() {
        return Err(Failure::NotAFile(shown));
    }
    let folder = shown.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(".".into()).to_owned();
    let mut listings = walk(here, &folder, 1)?;
    if listings.iter().all(|listing| listing.main().is_none()) {
        // A file that several programs share, such as the municipality's, stands for all of them.
        listings = walk(here, &folder, usize::MAX)?;
    }
    Ok((folder, listings))
}

fn walk(here: &Utf8Path, root: &Utf8Path, depth: usize) -> Result<Vec<Listing>, Failure> {
    let start = if root == "." { here.to_owned() } else { here.join(root) };
    let mut listings: BTreeMap<Utf8PathBuf, Listing> = BTreeMap::new();
    let walk = WalkDir::new(&start).follow_links(true).max_depth(depth).into_iter().filter_entry(is_searched);
    for (number, entry) in walk.enumerate() {
        if number > limits::ENTRIES {
            return Err(Failure::TooManyFiles(root.to_owned()));
        }
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => match failure(&error, &start, root) {
                Some(failure) => return Err(failure),
                None => continue,
            },
        };
        let is_folder = entry.file_type().is_dir();
        let is_yaml = is_yaml(&entry);
        if !is_yaml && !is_folder && !is_alike(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let path = Utf8Path::from_path(entry.path())
            .ok_or_else(|| Failure::NotUtf8(visible::system_name(entry.path().as_os_str())))?;
        if is_folder {
            if entry.depth() > 0 && entry.path_is_symlink() && boundary::leads_outside_from(here, path) {
                return Err(Failure::LinkOutside(shown(path, &start, root)));
            }
            if entry.depth() > limits::FOLDERS {
                return Err(Failure::TooDeep(root.to_owned()));
            }
            continue;
        }
        if let (Some(folder), Some(file)) = (path.parent(), path.file_name()) {
            let listing = listings.entry(shown(folder, &start, root)).or_default();
            let files = if is_yaml { &mut listing.files } else { &mut listing.misnamed };
            files.insert(file.to_owned());
        }
    }
    Ok(listings.into_iter().map(|(path, listing)| Listing { path, ..listing }).collect())
}

/// Everything but hidden folders and those that tools fill.
pub(super) fn is_searched(entry: &DirEntry) -> bool {
    let skipped = is_unsearched(&entry.file_name().to_string_lossy());
    entry.depth() == 0 || !skipped || !entry.file_type().is_dir()
}

/// Whether a folder of this name is never looked into for programs: a hidden one, or one that tools fill.
pub fn is_unsearched(name: &str) -> bool {
    name.starts_with('.') || SKIPPED.contains(&name)
}

/// Whether a folder is that of a program.
pub fn is_program(folder: &Utf8Path) -> bool {
    MAIN.iter().any(|main| folder.join(main).is_file())
}

fn is_yaml(entry: &DirEntry) -> bool {
    let hidden = entry.file_name().to_string_lossy().starts_with('.');
    let extension = entry.path().extension().and_then(|extension| extension.to_str());
    !entry.file_type().is_dir() && !hidden && matches!(extension, Some("yaml" | "yml"))
}

fn is_alike(name: &str) -> bool {
    alike::may_be(name) && (alike::is_misnamed(name) || alike::main(name).is_some())
}

/// A link that leads nowhere is no reason to stop; a circle and a closed door are.
fn failure(error: &walkdir::Error, start: &Utf8Path, root: &Utf8Path) -> Option<Failure> {
    let path = error.path().unwrap_or(start.as_std_path());
    let Some(path) = Utf8Path::from_path(path) else {
        return Some(Failure::NotUtf8(visible::system_name(path.as_os_str())));
    };
    let path = shown(path, start, root);
    if error.loop_ancestor().is_some() {
        return Some(Failure::LinkCycle(path));
    }
    let kind = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
    if kind == io::ErrorKind::NotFound {
        return None;
    }
    // A link to itself: ELOOP of Linux and of macOS, which the standard library does not name yet.
    if matches!(error.io_error().and_then(io::Error::raw_os_error), Some(40 | 62)) {
        return Some(Failure::LinkCycle(path));
    }
    Some(Failure::Read { path, source: kind.into() })
}

/// A path under the folder that was searched, as the user would name it.
fn shown(path: &Utf8Path, start: &Utf8Path, root: &Utf8Path) -> Utf8PathBuf {
    match path.strip_prefix(start) {
        Ok(below) if below.as_str().is_empty() => root.to_owned(),
        Ok(below) => join(root, below.as_str()),
        Err(_) => path.to_owned(),
    }
}

fn join(folder: &Utf8Path, name: &str) -> Utf8PathBuf {
    super::reference::join(folder, name)
}

/// The path without `./` in front; the current folder itself stays `.`.
fn without_dot(path: &Utf8Path) -> Utf8PathBuf {
    let path: Utf8PathBuf = path.components().filter(|part| part.as_str() != ".").collect();
    if path.as_str().is_empty() { ".".into() } else { path }
}

#[cfg(test)]
mod tests;
