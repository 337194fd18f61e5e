//! A ground with twelve folders, any of which may hold the program, get the papers or be where the commands run.

use super::command::NOBODY;
use super::folder::{Nodes, nodes, put};
use super::support::GOOD;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a folder is to the one in the middle.
pub const FOLDERS: [&str; 12] = [
    "the same",
    "above",
    "below",
    "beside",
    "through a link",
    "through «..»",
    "in other case",
    "decomposed",
    "read-only",
    "a full disk",
    "another file system",
    "a paper's name",
];

const READ_ONLY: usize = 8;
const FULL: usize = 9;
const OTHER: usize = 10;

/// The folders by their numbers that the program, its output and the commands take.
#[derive(Debug, Clone, Copy)]
pub struct Roles {
    pub program: usize,
    pub output: usize,
    pub here: usize,
}

/// The files of the program, which a run reads.
pub const SOURCES: [&str; 5] = ["программа.yaml", "муниципалитет.yaml", "программа.md", "приказ.md", "анализ.md"];

const TEXTS: &str = "содержание:
  - раздел: Анализ
    файл: анализ.md
  - раздел: Программа
    файл: программа.md
  - раздел: Приказ
    файл: приказ.md
приказ:
  дата: 02.08.2021
  номер: 5
  заголовок: Об утверждении Программы развития
  преамбула: Во исполнение закона №273
  пункты:
    - утвердить: программа
  контроль: оставляю за собой
  подпись: начальник
";

const PEOPLE: &str = "оформление:
  типографика: нет
люди:
  - ид: начальник
    имя: О.В. Соколова
    должность: начальник отдела образования
";

/// A ground of one thread; a small disk is mounted on it where that may be done.
pub struct Ground {
    folder: tempfile::TempDir,
    other: tempfile::TempDir,
    root: PathBuf,
    disk: Option<PathBuf>,
    is_root: bool,
}

impl Ground {
    pub fn new(is_root: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let shm = Path::new("/dev/shm");
        let other = if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() }.unwrap();
        for top in [folder.path(), other.path()] {
            fs::set_permissions(top, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let root = folder.path().canonicalize().unwrap();
        let disk = root.join("диск");
        fs::create_dir(&disk).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=400k", "tmpfs"]).arg(&disk).output();
        let disk = mount.is_ok_and(|mount| mount.status.success()).then_some(disk);
        Self { folder, other, root, disk, is_root }
    }

    /// Whether a disk can be full here.
    pub fn has_disk(&self) -> bool {
        self.disk.is_some()
    }

    /// A folder as it is named, links and «..» and all.
    pub fn named(&self, folder: usize) -> PathBuf {
        let middle = self.root.join("область/район");
        match folder {
            0 => middle,
            1 => self.root.join("область"),
            2 => middle.join("школы"),
            3 => self.root.join("область/сосед"),
            4 => self.root.join("область/ссылка"),
            5 => middle.join("школы/../../район"),
            6 => self.root.join("область/РАЙОН"),
            7 => self.root.join("область/раи\u{306}он"),
            READ_ONLY => self.root.join("область/закрыто"),
            FULL => self.disk.clone().unwrap_or_else(|| self.root.join("диск")).join("полный"),
            OTHER => self.other.path().canonicalize().unwrap().join("другой"),
            _ => middle.join("приказ.docx"),
        }
    }

    /// A folder as it is named from where the commands run.
    pub fn from(&self, here: usize, folder: usize) -> PathBuf {
        let (here, named) = (self.named(here).canonicalize().unwrap(), self.named(folder));
        if named.canonicalize().is_ok_and(|real| real == here) {
            return ".".into();
        }
        match (here.strip_prefix(&self.root), named.strip_prefix(&self.root)) {
            (Ok(deep), Ok(below)) => {
                let up: PathBuf = deep.components().map(|_| "..").collect();
                up.join(below)
            }
            _ => named,
        }
    }

    /// All that lies on it.
    pub fn nodes(&self) -> Nodes {
        let mut all = nodes(&self.root);
        all.extend(nodes(&self.other.path().canonicalize().unwrap()));
        all
    }

    /// Lays it out anew for some roles.
    pub fn lay(&self, roles: Roles) {
        self.clear();
        for folder in 0..FOLDERS.len() {
            let path = self.named(folder);
            if folder == 4 {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                symlink("район", &path).unwrap();
            }
            fs::create_dir_all(&path).unwrap();
            put(&path.join("важное.txt"), "важное\n");
            put(&path.join(".gitignore"), "свое\n");
        }
        let program = self.named(roles.program);
        put(&program.join("программа.yaml"), [GOOD, TEXTS].concat());
        put(&program.join("муниципалитет.yaml"), PEOPLE);
        for name in ["программа.md", "приказ.md", "анализ.md"] {
            put(&program.join(name), format!("Исходный текст №5 из {name}.\n"));
        }
        put(&program.join("паспорт.docx"), "сделано руками\n");
        let name = program.canonicalize().unwrap();
        let papers = self.named(roles.output).join(name.file_name().unwrap());
        put(&papers.join("дорожная-карта.docx"), "правлено руками\n");
        put(&papers.join("мой.md"), "мое\n");
        if self.is_root {
            let nobody = Some(NOBODY);
            for path in self.nodes().into_keys().chain([self.root.clone()]) {
                let _ = std::os::unix::fs::lchown(path, nobody, nobody);
            }
        }
        if self.disk.is_some() {
            // As much as there is room for; what is freed late is filled as well.
            let fill =
                |part: usize, size: usize| fs::write(self.named(FULL).join(format!("полно-{part}")), vec![0; size]);
            (0..1000).find(|part| fill(*part, if *part == 0 { 1_000_000 } else { 1 }).is_err() && *part > 0);
        }
        fs::set_permissions(self.named(READ_ONLY), fs::Permissions::from_mode(0o555)).unwrap();
    }

    fn clear(&self) {
        let closed = self.named(READ_ONLY);
        if closed.exists() {
            fs::set_permissions(closed, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let tops = [self.root.clone(), self.root.join("диск"), self.other.path().to_owned()];
        for entry in tops.iter().flat_map(|top| fs::read_dir(top).unwrap()).flatten() {
            if entry.file_name() != "диск" {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        self.clear();
        if let Some(disk) = &self.disk {
            let _ = Command::new("umount").arg("-l").arg(disk).output();
        }
        let _ = self.folder.path();
    }
}
