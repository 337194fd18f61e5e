//! Whether a command left the files of the user alone.

use super::folder::{Node, Nodes, Thing};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a command may write.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    /// The folder of papers, without links.
    pub out: Option<PathBuf>,
    /// The folder of the cache, if it is a folder of its own.
    pub cache: Option<PathBuf>,
    /// Files that it was told to write.
    pub files: Vec<PathBuf>,
    /// A folder that it was told to make.
    pub folder: Option<PathBuf>,
    /// The program whose texts it was told to mend.
    pub mended: Option<PathBuf>,
}

/// The files that the program wrote, as it left them.
pub type Ours = BTreeMap<PathBuf, Arc<[u8]>>;

/// A change that is nobody's to make: what kind, and of what.
pub type Harm = (&'static str, PathBuf);

/// What a command did that it may not; learns which files are ours.
pub fn harm(
    before: &Nodes,
    after: &Nodes,
    targets: &Targets,
    read: &dyn Fn(&Path) -> bool,
    ours: &mut Ours,
) -> Vec<Harm> {
    let mut harm = Vec::new();
    for (path, old) in before {
        let new = after.get(path);
        if new == Some(old) {
            continue;
        }
        if let Some(what) = lost(path, old, new, (before, after), targets, read, ours) {
            harm.push((what, path.clone()));
        }
    }
    for (path, new) in after {
        if before.get(path) == Some(new) {
            continue;
        }
        if !before.contains_key(path) {
            let is_kept = contents(new).is_some_and(|bytes| stands(bytes, path, before));
            match made(path, new, targets) {
                Some(what) if !is_kept => harm.push((what, path.clone())),
                _ => {}
            }
            if is_kept {
                continue;
            }
        }
        if let Some(bytes) = contents(new)
            && is_written(path, targets)
        {
            ours.insert(path.clone(), bytes.clone());
        }
    }
    harm
}

/// What was done to something that was there, unless it may be done.
fn lost(
    path: &Path,
    old: &Node,
    new: Option<&Node>,
    (before, after): (&Nodes, &Nodes),
    targets: &Targets,
    read: &dyn Fn(&Path) -> bool,
    ours: &Ours,
) -> Option<&'static str> {
    let is_ours = contents(old).is_some_and(|bytes| ours.get(path) == Some(bytes));
    if let Some(new) = new
        && is_ours
        && matches!(new.thing, Thing::File(_))
        && is_written(path, targets)
    {
        return None;
    }
    if read(path) && targets.mended.is_none() {
        return Some("a file that was read is gone or changed");
    }
    if let (Some(program), Some(new)) = (&targets.mended, new)
        && is_text(path)
        && matches!((&old.thing, &new.thing), (Thing::File(_), Thing::File(_)))
        && (path.starts_with(program) || read(path))
    {
        if new.mode != old.mode {
            return Some("a mended file has another mode");
        }
        return (new.owner != old.owner).then_some("a mended file has another owner");
    }
    if is_temporary(path) && (targets.out.as_ref().is_some_and(|out| path.starts_with(out)) || in_cache(path, targets))
    {
        // What a build that was stopped left (docs/promises.md).
        return None;
    }
    if in_cache(path, targets) {
        let is_cache = path.file_name().is_some_and(|name| name == "build.cache");
        return (!is_cache || new.is_none()).then_some("a file of the user in .prikaz is gone or changed");
    }
    if targets.files.iter().any(|file| file == path) {
        return match (&old.thing, new.map(|new| &new.thing)) {
            // A link gives way to a report as to a paper; what it leads to stays (docs/promises.md).
            (Thing::File(_) | Thing::Link(_), Some(Thing::File(_))) => None,
            _ => Some("what stands where a report is to go is gone"),
        };
    }
    if targets.out.as_ref().is_some_and(|out| path.starts_with(out) && path != out) {
        return match (&old.thing, new.map(|new| &new.thing)) {
            // A link in the place of a paper gives way to it (docs/promises.md).
            (Thing::Link(_), Some(Thing::File(_))) if is_paper(path) => None,
            (Thing::File(bytes), _) if is_paper(path) => {
                (!stands(bytes, path, after)).then_some("a paper that is not ours is lost")
            }
            _ => Some("a file of the user in the output folder is gone or changed"),
        };
    }
    let _ = before;
    Some(match (&old.thing, new) {
        (_, None) => "a file of the user is gone",
        (thing, Some(new)) if *thing == new.thing => "a mode or an owner is changed",
        (Thing::Link(_), Some(_)) => "a link of the user is replaced",
        (_, Some(_)) => "a file of the user is changed",
    })
}

/// What is wrong with something that was made, unless it may be made.
fn made(path: &Path, new: &Node, targets: &Targets) -> Option<&'static str> {
    let is_folder = new.thing == Thing::Folder;
    let above = |target: &PathBuf| target.starts_with(path) && is_folder;
    if is_temporary(path) {
        return Some("a temporary file is left");
    }
    let may = targets.files.iter().any(|file| file == path || above(file))
        || targets.folder.as_ref().is_some_and(|folder| path.starts_with(folder) || above(folder))
        || targets.cache.as_ref().is_some_and(above)
        || in_cache(path, targets)
        || is_list(path, targets)
        || targets.out.as_ref().is_some_and(|out| above(out) || path.starts_with(out) && (is_folder || is_paper(path)));
    (!may).then_some("a file is made that nobody asked for")
}

fn is_written(path: &Path, targets: &Targets) -> bool {
    targets.files.iter().any(|file| file == path)
        || in_cache(path, targets)
        || is_list(path, targets)
        || targets.out.as_ref().is_some_and(|out| path.starts_with(out) && is_paper(path))
}

/// Whether it is the list of the papers that were written into a folder.
fn is_list(path: &Path, targets: &Targets) -> bool {
    targets.out.as_ref().is_some_and(|out| path.parent() == Some(out))
        && path.file_name().is_some_and(|name| name == ".prikaz-papers")
}

/// Whether it is one of the two files of the cache.
fn in_cache(path: &Path, targets: &Targets) -> bool {
    let ours = [".gitignore", "build.cache"];
    let Some(cache) = &targets.cache else { return false };
    path.parent() == Some(cache)
        && path.file_name().is_some_and(|name| ours.iter().any(|own| name == *own) || is_temporary(path))
}

fn contents(node: &Node) -> Option<&Arc<[u8]>> {
    match &node.thing {
        Thing::File(bytes) => Some(bytes),
        Thing::Folder | Thing::Link(_) | Thing::Other => None,
    }
}

/// Whether a file of these bytes stands in the folder of the path or below it, under any name.
fn stands(bytes: &Arc<[u8]>, path: &Path, nodes: &Nodes) -> bool {
    let folder = path.parent().unwrap_or(path);
    nodes.iter().any(|(path, node)| path.starts_with(folder) && contents(node) == Some(bytes))
}

fn is_paper(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "docx" || extension == "md")
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml" || extension == "md")
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(".prikaz-") && name.ends_with(".tmp")
}
