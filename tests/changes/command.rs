//! One run of the program: bounded in processor time, as root without root's rights where they are to matter.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::ffi::{OsStr, OsString};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who has no rights but those of everybody.
pub const NOBODY: u32 = 65534;

/// Seconds of processor time that any run may take.
const SECONDS: u32 = 20;

/// The program, where everybody can start it.
pub struct Binary {
    path: PathBuf,
    is_root: bool,
    _copy: Option<tempfile::TempDir>,
}

/// What a run gave.
#[derive(Debug, Clone)]
pub struct Done {
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    pub signal: Option<i32>,
    pub out: String,
    pub err: String,
    /// The command in words of a shell.
    pub command: String,
}

impl Binary {
    /// The program of this checkout; copied only if nobody else may come near it.
    pub fn new() -> Self {
        let own = PathBuf::from(env!("CARGO_BIN_EXE_prikaz"));
        let here = tempfile::tempdir().unwrap();
        let is_root = std::fs::metadata(here.path()).unwrap().uid() == 0;
        let starts = || {
            let mut command = Command::new(&own);
            command.current_dir("/").arg("--version").uid(NOBODY).gid(NOBODY);
            command.output().is_ok_and(|done| done.status.success())
        };
        if !is_root || starts() {
            return Self { path: own, is_root, _copy: None };
        }
        let path = here.path().join("prikaz");
        assert!(Command::new("chmod").arg("755").arg(here.path()).status().unwrap().success());
        // Copied by another process: a test that forks meanwhile would keep the copy open for writing.
        assert!(Command::new("cp").arg(&own).arg(&path).status().unwrap().success());
        Self { path, is_root, _copy: Some(here) }
    }

    /// Whether the tests run as root, so that rights must be given up to matter.
    pub fn is_root(&self) -> bool {
        self.is_root
    }

    /// Runs it in a folder; `nobody` gives up the rights of root.
    pub fn run<S: AsRef<OsStr>>(&self, here: &Path, arguments: &[S], nobody: bool) -> Done {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -t {SECONDS}; exec \"$0\" \"$@\"")]).arg(&self.path).args(arguments);
        command.current_dir(here).env_remove("RUST_BACKTRACE").stdin(Stdio::null());
        if nobody && self.is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        let words: Vec<String> = arguments.iter().map(|word| quoted(word.as_ref())).collect();
        let said = format!("cd {}; prikaz {}", quoted(here.as_os_str()), words.join(" "));
        match command.output() {
            Ok(done) => Done {
                code: done.status.code(),
                signal: done.status.signal(),
                out: text(done.stdout),
                err: text(done.stderr),
                command: said,
            },
            // Who may not stand in a folder runs nothing there.
            Err(error) if nobody => {
                Done { code: Some(2), signal: None, out: String::new(), err: error.to_string(), command: said }
            }
            Err(error) => panic!("{said}: {error}"),
        }
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| format!("\u{1}no UTF-8: {:?}", error.into_bytes()))
}

fn quoted(word: &OsStr) -> String {
    let word: OsString = word.into();
    let text = word.to_string_lossy();
    if !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || "-_./=,".contains(letter)) {
        text.into_owned()
    } else {
        format!("$'{}'", text.escape_debug().to_string().replace("\\\"", "\""))
    }
}
