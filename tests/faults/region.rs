//! A region with programs in two versions, whose papers all differ, and what may lie in its output folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::support::{Run, prikaz, root};

/// The papers of an output folder by their paths in it.
pub type Papers = BTreeMap<String, Vec<u8>>;

/// A text of the programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    Old,
    New,
}

/// The folder of a region, and the papers of both versions as an undisturbed build writes them.
pub struct Region {
    pub folder: tempfile::TempDir,
    programs: usize,
    old: Papers,
    new: Papers,
}

impl Region {
    /// So many programs, of which the old version is built into `out`.
    pub fn new(programs: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut region = Self { folder, programs, old: Papers::new(), new: Papers::new() };
        region.old = region.undisturbed(Version::Old);
        region.new = region.undisturbed(Version::New);
        assert_eq!(region.old.len(), 10 * programs);
        assert!(region.old.iter().all(|(path, bytes)| region.new.get(path).is_some_and(|new| new != bytes)));
        region.mends(Version::Old);
        region
    }

    fn undisturbed(&self, version: Version) -> Papers {
        write(self.path(), self.programs, version);
        let out = tempfile::tempdir().unwrap();
        let done = prikaz(self.path(), &["build", ".", "--no-cache", "--out", out.path().to_str().unwrap()]);
        assert_eq!(done.code, 0, "{}", done.err);
        papers(out.path())
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn out(&self) -> PathBuf {
        self.path().join("out")
    }

    pub fn build(&self) -> Run {
        prikaz(self.path(), &["build", "."])
    }

    /// The build as a command, to be started and disturbed.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prikaz"));
        command.current_dir(self.path()).args(["build", "."]);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    }

    /// Rewrites all programs, each at once, as an editor or git does.
    pub fn write(&self, version: Version) {
        write(self.path(), self.programs, version);
    }

    pub fn of(&self, version: Version) -> &Papers {
        match version {
            Version::Old => &self.old,
            Version::New => &self.new,
        }
    }

    /// Holds every paper that is there against both versions; gives how many are new.
    pub fn is_whole(&self) -> usize {
        let found = papers(&self.out());
        for (path, bytes) in &found {
            assert!(self.old.get(path) == Some(bytes) || self.new.get(path) == Some(bytes), "damaged: {path}");
        }
        found.iter().filter(|(path, bytes)| self.new.get(*path) == Some(bytes)).count()
    }

    /// Holds the papers of each program against both versions: they are of one.
    pub fn is_of_one_version(&self) {
        let found = papers(&self.out());
        let of = |papers: &Papers, name: &str| -> Papers {
            papers.iter().filter(|(path, _)| path.starts_with(name)).map(|(p, b)| (p.clone(), b.clone())).collect()
        };
        for name in names(self.programs) {
            let found = of(&found, &name);
            assert!(found == of(&self.old, &name) || found == of(&self.new, &name), "mixed: {name}");
        }
    }

    /// Builds undisturbed: all papers are of the version, and nothing else lies there.
    pub fn mends(&self, version: Version) {
        self.write(version);
        let done = self.build();
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(papers(&self.out()) == *self.of(version), "not the papers of {version:?}");
        assert_eq!(self.leftovers(), Vec::<String>::new());
    }

    /// What a build left beside the papers and the cache.
    pub fn leftovers(&self) -> Vec<String> {
        let cache = [".gitignore", "build.cache"];
        let out = files(&self.out()).into_keys().filter(|path| !is_paper(path) && path != ".prikaz-papers");
        out.chain(files(&self.path().join(".prikaz")).into_keys().filter(|path| !cache.contains(&path.as_str())))
            .collect()
    }
}

/// Writes the programs of a version under a folder.
pub fn write(folder: &Path, programs: usize, version: Version) {
    let example = root().join("examples/minimal");
    let text = fs::read_to_string(example.join("программа.yaml")).unwrap();
    let text = match version {
        Version::Old => text,
        Version::New => text.replace("качества образования", "уровня образования"),
    };
    put(&folder.join("муниципалитет.yaml"), &fs::read(example.join("муниципалитет.yaml")).unwrap());
    for name in names(programs) {
        put(&folder.join(name).join("программа.yaml"), text.as_bytes());
    }
}

/// Replaces a file by another name and a rename; an equal one stays.
fn put(path: &Path, bytes: &[u8]) {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return;
    }
    let folder = path.parent().unwrap();
    fs::create_dir_all(folder).unwrap();
    let aside = folder.join("aside");
    fs::write(&aside, bytes).unwrap();
    fs::rename(aside, path).unwrap();
}

fn names(programs: usize) -> impl Iterator<Item = String> {
    (0..programs).map(|number| format!("программа-{number:02}"))
}

/// The papers under a folder.
pub fn papers(out: &Path) -> Papers {
    files(out).into_iter().filter(|(path, _)| is_paper(path)).collect()
}

fn is_paper(path: &str) -> bool {
    matches!(Path::new(path).extension().and_then(|extension| extension.to_str()), Some("docx" | "md"))
}

/// The files under a folder, by their paths in it.
pub fn files(folder: &Path) -> Papers {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        Some((name, fs::read(entry.path()).ok()?))
    };
    files.filter_map(read).collect()
}

/// Puts the files of a folder back as they were.
pub fn restore(folder: &Path, files: &Papers) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
