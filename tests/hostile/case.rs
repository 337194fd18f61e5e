//! A folder with hostile files, a run in it, and what must hold after.

#![allow(clippy::disallowed_methods, reason = "a test writes its own folders")]

use crate::support::GOOD;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a run of the unoptimised program may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// The municipality of [`order`].
pub const PEOPLE: &str = "люди:\n  - ид: начальник\n    имя: Е.П. Демидова\n    должность: начальник отдела\n";

/// The program with another text of its goal.
pub fn goal(text: &str) -> String {
    GOOD.replace("Повышение качества образования", text)
}

/// The program with a chapter in a file of its own.
pub fn chapter(file: &str) -> String {
    format!("{GOOD}содержание:\n  - раздел: Анализ\n    файл: {file}\n")
}

/// The program with an order.
pub fn order() -> String {
    let order = "приказ:\n  дата: 02.08.2021\n  номер: 5\n  заголовок: Об утверждении Программы развития\n  \
                 преамбула: Во исполнение закона\n  пункты:\n    - утвердить: программа\n  контроль: оставляю за собой\n  \
                 подпись: начальник\n";
    format!("{GOOD}{order}")
}

/// A black picture.
pub fn png((width, height): (u32, u32)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![0; (width * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A case in the making.
pub struct Case {
    name: &'static str,
    folder: tempfile::TempDir,
    program: String,
    arguments: Vec<String>,
    code: i32,
    said: String,
}

/// A case that held.
pub struct Held(tempfile::TempDir, String);

impl Case {
    /// A build in an empty folder.
    pub fn new(name: &'static str) -> Self {
        let (folder, arguments) = (tempfile::tempdir().unwrap(), vec!["build".into()]);
        fs::create_dir(folder.path().join("программы")).unwrap();
        Self { name, folder, program: "программы".into(), arguments, code: 0, said: String::new() }
    }

    /// A file of the folder.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// A file of the folder that may be no text.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        fs::write(self.place(path), bytes).unwrap();
        self
    }

    /// A symbolic link.
    #[cfg(unix)]
    pub fn link(self, path: &str, target: &str) -> Self {
        std::os::unix::fs::symlink(target, self.place(path)).unwrap();
        self
    }

    /// A pipe that nobody writes to.
    #[cfg(unix)]
    pub fn pipe(self, path: &str) -> Self {
        assert!(Command::new("mkfifo").arg(self.place(path)).status().unwrap().success());
        self
    }

    /// Other arguments than `build`.
    pub fn asks(mut self, arguments: &[&str]) -> Self {
        self.arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        self
    }

    /// The folder of the program gets this name, which is then that of its papers' folder.
    pub fn named(mut self, name: &str) -> Self {
        let (old, new) = (self.home(), self.folder.path().join(name));
        fs::rename(old, new).unwrap();
        self.program = name.into();
        self
    }

    /// The exit code and some words that are printed.
    pub fn says(mut self, code: i32, said: &str) -> Self {
        self.code = code;
        self.said = said.into();
        self
    }

    /// Runs the program: it ends in time, says what it must and leaves every file as it was but those in `out` and `.prikaz`.
    pub fn holds(self) -> Held {
        let before = listed(self.folder.path());
        let (code, text) = self.run();
        let name = self.name;
        assert_eq!(code, self.code, "{name}: {text}");
        assert!(text.contains(&self.said), "{name}: no «{}» in {text}", self.said);
        assert!(!text.contains("panicked"), "{name}: {text}");
        assert_eq!(listed(self.folder.path()), before, "{name}");
        for paper in papers(&self.home().join("out")) {
            assert!(paper.extension().is_none_or(|own| own != "tmp"), "{name}: {}", paper.display());
        }
        Held(self.folder, text)
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join(&self.program)
    }

    fn place(&self, path: &str) -> PathBuf {
        let path = self.home().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    /// The exit code and all that is printed.
    fn run(&self) -> (i32, String) {
        let (out, err) = (self.folder.path().join("вывод"), self.folder.path().join("ошибки"));
        let file = |path: &Path| Stdio::from(fs::File::create(path).unwrap());
        let mut command = Command::new(env!("CARGO_BIN_EXE_prikaz"));
        command.current_dir(self.home()).args(&self.arguments).stdin(Stdio::null());
        let mut run = command.stdout(file(&out)).stderr(file(&err)).spawn().unwrap();
        let since = Instant::now();
        let status = loop {
            if let Some(status) = run.try_wait().unwrap() {
                break status;
            }
            if since.elapsed() > PATIENCE {
                run.kill().unwrap();
                panic!("{}: no end", self.name);
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let text = [&out, &err].map(|path| fs::read_to_string(path).unwrap()).concat();
        fs::remove_file(out).unwrap();
        fs::remove_file(err).unwrap();
        (status.code().unwrap_or(-1), text)
    }
}

impl Held {
    /// All that was printed.
    pub fn said(&self) -> &str {
        &self.1
    }

    /// The text of a Markdown paper.
    pub fn markdown(&self, name: &str) -> String {
        let path = papers(&self.0.path().join("программы/out")).into_iter().find(|path| path.ends_with(name)).unwrap();
        fs::read_to_string(path).unwrap()
    }

    /// Where the links of all DOCX papers lead, each address once.
    pub fn targets(&self) -> Vec<String> {
        let mut targets = std::collections::BTreeSet::new();
        for path in papers(&self.0.path().join("программы/out")) {
            let Ok(mut archive) = zip::ZipArchive::new(fs::File::open(path).unwrap()) else { continue };
            let names: Vec<String> =
                archive.file_names().filter(|name| name.contains("_rels/")).map(Into::into).collect();
            for name in names {
                let xml = std::io::read_to_string(archive.by_name(&name).unwrap()).unwrap();
                for relation in xml.split("<Relationship ").filter(|relation| relation.contains("\"External\"")) {
                    let target = relation.split("Target=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
                    targets.insert(quick_xml::escape::unescape(target).unwrap().into_owned());
                }
            }
        }
        targets.into_iter().collect()
    }

    /// The text of a paper, if it was built.
    pub fn paper_text(&self, name: &str) -> Option<String> {
        let path = papers(&self.0.path().join("программы/out")).into_iter().find(|path| path.ends_with(name))?;
        let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
        let xml = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
        // Between the tags of a part there is text alone.
        let text: String = xml.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        Some(quick_xml::escape::unescape(&text).unwrap().into_owned())
    }
}

/// Every file, link and folder with its size, but what lies in `out`.
fn listed(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let data = fs::symlink_metadata(entry.path()).unwrap();
        let own = entry.file_name() == "out" || entry.file_name() == ".prikaz";
        if data.is_dir() && !own {
            all.extend(listed(&entry.path()));
        }
        if !own {
            all.insert(entry.path(), if data.is_file() { data.len() } else { 0 });
        }
    }
    all
}

/// The files in `out`.
fn papers(out: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(out).into_iter().flatten().flatten();
    let below = |entry: fs::DirEntry| {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder { papers(&entry.path()) } else { vec![entry.path()] }
    };
    entries.flat_map(below).collect()
}
