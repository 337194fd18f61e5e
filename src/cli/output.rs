//! The only writer: files through a temporary name, text to the terminal.

use crate::failure::Failure;
use camino::Utf8Path;
use std::fs;
use std::io::{self, ErrorKind, Write};
use tempfile::NamedTempFile;

/// How the name of a temporary file begins and ends, by which a later run knows it for ours.
const TEMPORARY: (&str, &str) = (".prikaz-", ".tmp");

/// How often a file is tried again whose folder or temporary file somebody took away in between.
const TRIES: usize = 20;

/// Where text is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// The results.
    Out,
    /// Everything else.
    Err,
}

/// Prints text; a reader that went away is no failure.
pub(super) fn print(text: &str, stream: Stream) -> Result<(), Failure> {
    let written = match stream {
        Stream::Out => io::stdout().lock().write_all(text.as_bytes()),
        Stream::Err => io::stderr().lock().write_all(text.as_bytes()),
    };
    match written {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::Print(source)),
        Err(_) | Ok(()) => Ok(()),
    }
}

/// Writes a report as [`write()`] does, but never over a file of a program.
pub(super) fn write_report(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    if matches!(path.extension(), Some("yaml" | "yml")) {
        let source = io::Error::other("в файлах YAML лежат программы, отчёт поверх них не пишется");
        return Err(Failure::Write { path: path.into(), source });
    }
    write(path, bytes)
}

/// Writes a file whole or not at all: to a temporary name beside it, then renamed. An equal file stays untouched, a link
/// gives way to the file, a pipe or a device is refused.
pub(super) fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    if fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return Err(failed(io::Error::other("это не обычный файл")));
    }
    let alike = fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    if alike && fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut tries = 0..TRIES;
    loop {
        create_folder(folder)?;
        match replace(folder, path, bytes) {
            Err(error) if error.kind() == ErrorKind::NotFound && tries.next().is_some() => {}
            done => return done.map_err(failed),
        }
    }
}

/// Puts a new file in the place of the old one.
fn replace(folder: &Utf8Path, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(TEMPORARY.0).suffix(TEMPORARY.1).tempfile_in(folder)?;
    file.write_all(bytes)?;
    readable(&file)?;
    file.persist(path)?;
    Ok(())
}

/// Removes the temporary files that a run which was stopped left in a folder.
pub(super) fn clear(folder: &Utf8Path) {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let ours = |name: &str| name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
    for entry in entries.filter(|entry| ours(entry.file_name())) {
        // One that cannot be removed, or is gone already, hinders nobody.
        let _ = fs::remove_file(entry.path());
    }
}

/// Creates a folder and those above it.
pub(super) fn create_folder(folder: &Utf8Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| Failure::Write { path: folder.into(), source })
}

/// Creates a folder for papers inside another; a link that leads elsewhere is a failure.
pub(super) fn create_inside(out: &Utf8Path, folder: &Utf8Path) -> Result<(), Failure> {
    create_folder(folder)?;
    let real =
        |path: &Utf8Path| path.canonicalize_utf8().map_err(|source| Failure::Write { path: path.into(), source });
    if real(folder)?.starts_with(real(out)?) { Ok(()) } else { Err(Failure::PaperOutside(folder.into())) }
}

/// A temporary file is the owner's alone; a paper is for everybody.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
