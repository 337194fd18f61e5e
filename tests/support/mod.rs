//! Running the program as a user does.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// A program without a finding.
pub const GOOD: &str = "\
программа:
  наименование: Программа развития на [[срок]]
  винительный: Программу развития на [[срок]]
  срок: 2021–2025
  стандарт: базовый
цели:
  - текст: Повышение качества образования
    задачи:
      - ид: кадры
        текст: Развитие кадров
дорожная карта:
  мероприятия:
    - мероприятие: Обучение учителей математики
      задача: кадры
      срок: Сентябрь 2021
      ответственные: {текст: Управление образования}
";

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The checkout.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program in a folder.
pub fn prikaz(folder: &Path, arguments: &[&str]) -> Run {
    let done = Command::new(env!("CARGO_BIN_EXE_prikaz")).current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    Run { code: done.status.code().expect("no signal"), out: text(done.stdout), err: text(done.stderr) }
}

/// A folder with these files.
pub fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}
