//! A program in a folder of its own, with what stands beside it and how the program is called.

use super::folder::{copy, put};
use super::random::Random;
use super::support;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What is done after the first check and build.
#[derive(Debug, Clone)]
pub enum Step {
    /// `check --fix`.
    Fix,
    /// `check --report` of each kind into a file.
    Report(Vec<(&'static str, PathBuf)>),
    /// `baseline --out`.
    Baseline(PathBuf),
    /// `new`.
    New(PathBuf),
    /// Somebody edits a paper (by its number), then `build` again.
    Edit(usize),
    /// Somebody replaces a text of the program, then `build` again.
    Rebuild,
}

/// A region with a program.
pub struct Scene {
    folder: Option<tempfile::TempDir>,
    /// The top, around which nothing may change; the region and `чужое` lie in it.
    pub root: PathBuf,
    /// The folder of the region.
    pub region: PathBuf,
    /// The folder of the program.
    pub program: PathBuf,
    /// Where the commands run.
    pub here: PathBuf,
    /// The paths that the commands name; the program itself when none is said.
    pub targets: Option<Vec<OsString>>,
    /// `--out`.
    pub out: Option<OsString>,
    /// Whether the rights of root are given up.
    pub nobody: bool,
    /// Modes that are set at last.
    pub modes: Vec<(PathBuf, u32)>,
    /// What is done after the first check and build.
    pub steps: Vec<Step>,
    /// What check must not be silent about.
    pub told: Option<&'static str>,
}

/// The names of the bases that exist on disk, the rarer ones.
const BASES: [&str; 6] = [
    "examples/full",
    "examples/large",
    "programs/efremov-2021",
    "programs/krasninsky-2019",
    "programs/saratov-2021",
    "programs/strezhevoy-2020",
];

const ORDER: &str = "приказ:
  дата: 02.08.2021
  номер: 5
  заголовок: Об утверждении Программы развития
  преамбула: Во исполнение закона
  пункты:
    - утвердить: программа
  контроль: оставляю за собой
  подпись: начальник
";

const PEOPLE: &str = "люди:
  - ид: начальник
    имя: О.В. Соколова
    должность: начальник отдела образования
";

const TEXTS: &str = "содержание:
  - раздел: Анализ
    файл: анализ.md
  - раздел: Вывод
    текст: Вывод о школах
";

const ANALYSIS: &str =
    "Школы района работают.\n\n- первая школа;\n- вторая школа.\n\n| год | школ |\n| --- | --- |\n| 2021 | 5 |\n";

impl Scene {
    /// A base and what stands around it; `small` takes the smallest.
    pub fn new(random: &mut Random, small: bool) -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let root = folder.path().canonicalize().unwrap();
        let region = root.join("район");
        let program = region.join("школы");
        let choice = random.below(100);
        let above = random.chance(30);
        let git = random.chance(30);
        let base = *random.of(&BASES);
        let name = match choice {
            _ if small => "cut-down",
            0..35 => "cut-down",
            35..72 => "examples/minimal",
            _ => base,
        };
        if name == "cut-down" {
            put(&program.join("программа.yaml"), [support::GOOD, TEXTS, ORDER].concat());
            put(&program.join("анализ.md"), ANALYSIS);
            put(&program.join("муниципалитет.yaml"), PEOPLE);
        } else {
            copy(&support::root().join(name), &program);
        }
        let mut words = name.to_owned();
        if above && !small && matches!(name, "cut-down" | "examples/minimal") {
            fs::rename(program.join("муниципалитет.yaml"), region.join("муниципалитет.yaml")).unwrap();
            words.push_str(" below its municipality file");
        }
        if git && !small {
            fs::create_dir(region.join(".git")).unwrap();
            words.push_str(" in a repository");
        }
        put(&region.join("заметки.txt"), "купить бумагу\n");
        put(&root.join("чужое/важное.txt"), "важное\n");
        put(&root.join("чужое/важное.md"), "Чужой текст.\n");
        put(&root.join("чужое/.gitignore"), "node_modules\n");
        put(&root.join("чужое/.prikaz-важное.tmp"), "важное\n");
        let here = region.clone();
        let scene = Self {
            folder: Some(folder),
            root,
            region,
            program,
            here,
            targets: None,
            out: None,
            nobody: false,
            modes: Vec::new(),
            steps: Vec::new(),
            told: None,
        };
        (scene, words)
    }

    /// Sets owners and modes, once nothing more is changed.
    pub fn close(&self, is_root: bool) {
        if self.nobody && is_root {
            for (path, _) in super::folder::nodes(&self.root) {
                let _ = std::os::unix::fs::lchown(path, Some(super::command::NOBODY), Some(super::command::NOBODY));
            }
            let _ = std::os::unix::fs::chown(&self.root, Some(super::command::NOBODY), None);
        }
        for (path, mode) in &self.modes {
            if path.exists() {
                let _ = fs::set_permissions(path, fs::Permissions::from_mode(*mode));
            }
        }
    }

    /// The paths that the commands name.
    pub fn targets(&self) -> Vec<OsString> {
        self.targets.clone().unwrap_or_else(|| vec![self.named_from_here(&self.program)])
    }

    /// A path as it is named from where the commands run.
    pub fn named_from_here(&self, path: &Path) -> OsString {
        match path.strip_prefix(&self.here) {
            Ok(below) if below.as_os_str().is_empty() => ".".into(),
            Ok(below) if below.as_os_str().to_string_lossy().starts_with('-') => Path::new(".").join(below).into(),
            Ok(below) => below.into(),
            Err(_) => path.into(),
        }
    }

    /// The folder of papers, as the commands know it.
    pub fn out(&self) -> PathBuf {
        self.here.join(self.out.as_deref().unwrap_or("out".as_ref()))
    }

    /// The folder where the papers of the program are to lie.
    pub fn papers(&self) -> PathBuf {
        self.out().join(self.program.file_name().unwrap())
    }

    /// The program file, whatever it is called.
    pub fn main(&self) -> Option<PathBuf> {
        ["программа.yaml", "program.yaml"].map(|name| self.program.join(name)).into_iter().find(|path| path.exists())
    }

    /// The files of the program whose names end so.
    pub fn files(&self, endings: &[&str]) -> Vec<PathBuf> {
        let ends = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            endings.iter().any(|ending| name.ends_with(ending))
        };
        let mut all: Vec<PathBuf> = fs::read_dir(&self.program)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_file() && ends(path))
            .collect();
        all.sort();
        all
    }

    /// A text file of the program.
    pub fn text(&self, random: &mut Random) -> Option<PathBuf> {
        let all = self.files(&[".yaml", ".md"]);
        (!all.is_empty()).then(|| random.of(&all).clone())
    }

    /// Names a further text file in the program, at the head of its contents.
    pub fn section(&self, title: &str, file: &str) -> Option<()> {
        let main = self.main()?;
        let text = fs::read_to_string(&main).ok()?;
        let entry = format!("  - раздел: {title}\n    файл: {}\n", serde_json::to_string(file).unwrap());
        let text = match text.find("\nсодержание:\n") {
            Some(at) => {
                let at = at + "\nсодержание:\n".len();
                [&text[..at], &entry, &text[at..]].concat()
            }
            None if text.contains("\nсодержание:") => return None,
            None => format!("{}\nсодержание:\n{entry}", text.trim_end()),
        };
        fs::write(main, text).ok()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        for (path, _) in &self.modes {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o755));
        }
        if std::env::var_os("CHANGES_ONLY").is_some()
            && let Some(folder) = self.folder.take()
        {
            let _ = folder.keep();
        }
    }
}
