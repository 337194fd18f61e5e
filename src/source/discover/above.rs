//! The folders from which a program inherits: its own and those above it, up to the repository's.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// The folder and those above, nearest first, up to the first with `.git`; without one, up to the current folder or,
/// if the program lies elsewhere, up to the folder that was searched. Named as the user named the folder.
pub fn folders(here: &Utf8Path, root: &Utf8Path, folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let (real, root) = (absolute(here, folder), absolute(here, root));
    let last = boundary(here, &root, &real);
    let named = |path: &Utf8Path| if folder.is_absolute() { path.to_owned() } else { relative(here, path) };
    let all = real.ancestors().take_while(|path| path.starts_with(last));
    all.map(|path| if path == real { folder.to_owned() } else { named(path) }).collect()
}

/// The highest folder from which a folder inherits and which is not that of a repository, with those above it, nearest
/// first and named as the user named the folder; none within a repository.
pub fn beyond(here: &Utf8Path, root: &Utf8Path, folder: &Utf8Path) -> Option<(Utf8PathBuf, Vec<Utf8PathBuf>)> {
    let (real, root) = (absolute(here, folder), absolute(here, root));
    let last = boundary(here, &root, &real);
    let named = |path: &Utf8Path| if folder.is_absolute() { path.to_owned() } else { relative(here, path) };
    let is_free = !last.join(".git").exists();
    is_free.then(|| (last.to_owned(), last.ancestors().skip(1).map(named).collect()))
}

/// The highest folder that a folder belongs to; all paths are absolute.
pub fn boundary<'a>(here: &'a Utf8Path, root: &'a Utf8Path, folder: &'a Utf8Path) -> &'a Utf8Path {
    match folder.ancestors().find(|path| path.join(".git").exists()) {
        Some(repository) => repository,
        None if folder.starts_with(here) => here,
        None => root,
    }
}

/// The path from the root of the disk, without `.` and `..`.
pub fn absolute(here: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let mut whole = Utf8PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                whole.pop();
            }
            Utf8Component::Prefix(_) | Utf8Component::RootDir | Utf8Component::Normal(_) => whole.push(part),
        }
    }
    whole
}

/// The way from a folder to a path, both without links.
pub fn relative(here: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let common = here.ancestors().find(|above| path.starts_with(above)).unwrap_or(here);
    let up = here.strip_prefix(common).map_or(0, |rest| rest.components().count());
    let mut way: Utf8PathBuf = std::iter::repeat_n("..", up).collect();
    way.push(path.strip_prefix(common).unwrap_or(path));
    if way.as_str().is_empty() { ".".into() } else { way.components().collect() }
}
