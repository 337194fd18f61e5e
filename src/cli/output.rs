//! The only writer: files through a temporary name, text to the terminal.

use crate::failure::Failure;
use camino::Utf8Path;
use std::fs;
use std::io::{ErrorKind, Write};
use tempfile::NamedTempFile;

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
        Stream::Out => std::io::stdout().lock().write_all(text.as_bytes()),
        Stream::Err => std::io::stderr().lock().write_all(text.as_bytes()),
    };
    match written {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::Print(source)),
        Err(_) | Ok(()) => Ok(()),
    }
}

/// Writes a file whole or not at all: to a temporary name beside it, then renamed. An equal file stays untouched.
pub(super) fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    // A pipe or a device in the place of a file is not read, it is replaced.
    let is_file = fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    if is_file && fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    create_folder(folder)?;
    let mut file = NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    readable(&file).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
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
fn readable(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}
