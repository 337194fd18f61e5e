//! The files of one folder that may belong to a program, and what they say of it.

use super::alike::{self, Likeness, Misnamed, Right};
use super::{Folder, MAIN, MUNICIPALITY, STANDARDS, TEMPLATES, above, folders, join};
use crate::limits;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};

/// The YAML files that stand in one folder, and those that were meant as such.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The folder, as the user named it.
    pub path: Utf8PathBuf,
    /// The YAML files.
    pub files: BTreeSet<String>,
    /// The files whose names are almost those of YAML files.
    pub misnamed: BTreeSet<String>,
}

/// What shows that a file was meant as a program file of this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Its name is like it.
    Alike(&'static str),
    /// It holds the card of a program.
    Card(&'static str),
}

impl Listing {
    /// The program file.
    pub fn main(&self) -> Option<&'static str> {
        self.mains().next()
    }

    fn mains(&self) -> impl Iterator<Item = &'static str> {
        MAIN.into_iter().filter(|name| self.files.contains(*name))
    }

    /// The folder as that of a program whose file is named otherwise; a file within a program must be named alike, and
    /// one among templates and standards is none.
    pub fn meant(&self, here: &Utf8Path, within: bool) -> Option<Folder> {
        if is_shelf(&self.path) {
            return None;
        }
        let card = |file: &str| alike::card(here.join(join(&self.path, file)).as_std_path());
        let same = |file: &str| match alike::main(file)? {
            Likeness::Same(right) => Some(Meant::Alike(right)),
            Likeness::Near(_) => None,
        };
        let near =
            |file: &str| alike::main(file).filter(|_| card(file).is_some()).map(|like| Meant::Alike(like.right()));
        let named = || self.files.iter().chain(&self.misnamed).map(String::as_str);
        let first = |is: &dyn Fn(&str) -> Option<Meant>| named().find_map(|file| Some((file, is(file)?)));
        let foreign = |file: &&str| !within && self.files.contains(*file) && !MUNICIPALITY.contains(file);
        let (file, meant) = first(&same)
            .or_else(|| first(&near))
            .or_else(|| named().filter(foreign).find_map(|file| Some((file, Meant::Card(card(file)?)))))?;
        Some(Folder { main: join(&self.path, file), path: self.path.clone(), meant: Some(meant), ..Folder::default() })
    }

    /// Its YAML files, if it lies within a program but in none of its folders of templates and standards.
    pub fn strangers(&self, program: &Utf8Path) -> Vec<Utf8PathBuf> {
        if is_shelf(self.path.strip_prefix(program).unwrap_or(&self.path)) {
            return Vec::new();
        }
        let own = self.files.iter().filter(|file| !MUNICIPALITY.contains(&file.as_str()));
        own.map(|file| join(&self.path, file)).collect()
    }

    /// The folder of a program.
    pub fn folder(self, neighbours: &mut Neighbours<'_>, root: &Utf8Path, name: String) -> Folder {
        let here = neighbours.here;
        let main = self.main().unwrap_or(MAIN[0]);
        let above = above::folders(here, root, &self.path);
        let in_each = |names: &[&str], is: fn(&Utf8Path) -> bool| -> Vec<Utf8PathBuf> {
            let all = above.iter().flat_map(|folder| names.iter().map(|name| join(folder, name)));
            all.filter(|path| is(&here.join(path))).collect()
        };
        let own = self.files.iter().chain(&self.misnamed).map(String::as_str);
        // One that is merely like it is a part.
        let mut misnamed = municipalities(here, &self.path, own, |name| self.files.contains(name));
        for folder in above.iter().skip(1) {
            misnamed.extend_from_slice(neighbours.municipalities(folder));
        }
        let place = |file: &String| join(&self.path, file);
        let is_known = |path: &Utf8PathBuf| misnamed.iter().any(|known| known.path == *path);
        let is_part = |file: &&String| {
            let file = file.as_str();
            let known = MAIN.contains(&file) || MUNICIPALITY.contains(&file);
            !known && !matches!(alike::municipality(file), Some(Likeness::Same(_)))
        };
        let parts = self.files.iter().filter(is_part).map(place).collect();
        let others: Vec<Misnamed> = self
            .misnamed
            .iter()
            .filter(|file| alike::is_misnamed(file))
            .map(place)
            .filter(|path| !is_known(path))
            .map(|path| Misnamed { path, right: Right::Ending(".yaml") })
            .collect();
        misnamed.extend(others);
        let shelves = [TEMPLATES, STANDARDS].map(|names| in_each(&names, Utf8Path::is_dir));
        for (shelves, ending) in shelves.iter().zip([".md", ".yaml"]) {
            for shelf in shelves {
                misnamed.extend_from_slice(neighbours.misnamed(shelf, ending));
            }
        }
        let [templates, standards] = shelves;
        Folder {
            main: join(&self.path, main),
            meant: None,
            rivals: self.mains().skip(1).map(|file| join(&self.path, file)).collect(),
            parts,
            below: Vec::new(),
            misnamed,
            misnamed_folders: folders::misnamed(here, &above),
            municipality: in_each(&MUNICIPALITY, Utf8Path::exists),
            beyond: neighbours.beyond(root, &self.path),
            templates,
            standards,
            name,
            path: self.path,
        }
    }
}

/// Whether a way leads into a folder of templates or standards.
fn is_shelf(way: &Utf8Path) -> bool {
    way.components().any(|part| TEMPLATES.contains(&part.as_str()) || STANDARDS.contains(&part.as_str()))
}

/// What is known of the folders above the programs, so that each is listed once.
#[derive(Debug)]
pub struct Neighbours<'a> {
    here: &'a Utf8Path,
    known: BTreeMap<Utf8PathBuf, Vec<Misnamed>>,
    /// The misnamed files of each folder of templates or standards.
    shelves: BTreeMap<Utf8PathBuf, Vec<Misnamed>>,
    /// The nearest municipality file above each highest folder.
    beyond: BTreeMap<Utf8PathBuf, Option<Utf8PathBuf>>,
}

impl<'a> Neighbours<'a> {
    /// Nothing is known yet.
    pub fn new(here: &'a Utf8Path) -> Self {
        Self { here, known: BTreeMap::new(), shelves: BTreeMap::new(), beyond: BTreeMap::new() }
    }

    fn beyond(&mut self, root: &Utf8Path, folder: &Utf8Path) -> Option<Utf8PathBuf> {
        let (last, above) = above::beyond(self.here, root, folder)?;
        let is_file = |path: &Utf8PathBuf| self.here.join(path).is_file();
        let first = || above.iter().flat_map(|above| MUNICIPALITY.map(|name| join(above, name))).find(is_file);
        self.beyond.entry(last).or_insert_with(first).clone()
    }

    /// The files of a folder of templates or standards whose ending is almost this.
    fn misnamed(&mut self, folder: &Utf8Path, ending: &'static str) -> &[Misnamed] {
        let is_misnamed = if ending == ".md" { alike::is_misnamed_text } else { alike::is_misnamed };
        let here = self.here;
        self.shelves.entry(folder.to_owned()).or_insert_with(|| {
            let entries = here.join(folder).read_dir_utf8().into_iter().flatten().flatten();
            let files = entries.filter(|entry| is_misnamed(entry.file_name()) && entry.path().is_file());
            let mut paths: Vec<Utf8PathBuf> = files.map(|entry| join(folder, entry.file_name())).collect();
            paths.sort();
            paths.truncate(limits::LISTED);
            paths.into_iter().map(|path| Misnamed { path, right: Right::Ending(ending) }).collect()
        })
    }

    fn municipalities(&mut self, folder: &Utf8Path) -> &[Misnamed] {
        let here = self.here;
        self.known.entry(folder.to_owned()).or_insert_with(|| {
            let entries = here.join(folder).read_dir_utf8().into_iter().flatten().flatten();
            let names: BTreeSet<String> = entries.map(|entry| entry.file_name().to_owned()).collect();
            municipalities(here, folder, names.iter().map(String::as_str), |_| false)
        })
    }
}

/// The files of a folder whose names are like that of a municipality file; one that is merely like it counts where no
/// file has the right name and it is no part.
fn municipalities<'n>(
    here: &Utf8Path,
    folder: &Utf8Path,
    names: impl Iterator<Item = &'n str>,
    is_part: impl Fn(&str) -> bool,
) -> Vec<Misnamed> {
    let real = |name: &str| here.join(join(folder, name)).canonicalize_utf8().ok();
    let mut found = Vec::new();
    for name in names.filter(|name| alike::may_be(name) && !MUNICIPALITY.contains(name)) {
        let Some(likeness) = alike::municipality(name) else { continue };
        let right: Vec<Utf8PathBuf> = MUNICIPALITY.iter().filter_map(|right| real(right)).collect();
        let is_meant = match likeness {
            Likeness::Same(_) => true,
            Likeness::Near(_) => right.is_empty() && !is_part(name),
        };
        // Where case is not told apart, the name is right.
        if is_meant && real(name).is_some_and(|own| own.is_file() && !right.contains(&own)) {
            found.push(Misnamed { path: join(folder, name), right: Right::Name(likeness.right()) });
        }
    }
    found
}
