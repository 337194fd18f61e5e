//! The only writer: files through a temporary name, text to the terminal.

use crate::failure::Failure;
use crate::file_name::folded;
use crate::limits;
use crate::source::place_of;
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};
use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind, IsTerminal, Read, Seek, SeekFrom, Write};
use tempfile::NamedTempFile;

/// How the name of a temporary file begins and ends, by which a later run knows it for ours.
const TEMPORARY: (&str, &str) = (".prikaz-", ".tmp");

/// How many letters and digits stand between.
const RANDOM: usize = 6;

/// What the name says of a paper that is kept.
const CHANGED: &str = "изменён вручную";

/// How often a file is tried again whose folder or temporary file somebody took away in between.
const TRIES: usize = 20;

/// Where text is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// The results.
    Out,
    /// The results, as commands that GitHub is to obey; `report::github` lets no text of the user begin one.
    Commands,
    /// Everything else.
    Err,
}

/// Prints text, whatever a terminal or a log would obey in it made visible; a reader that went away is no failure.
pub(super) fn print(text: &str, stream: Stream) -> Result<(), Failure> {
    let shown = match stream {
        Stream::Out if io::stdout().is_terminal() => visible::coloured(text),
        Stream::Err if io::stderr().is_terminal() => visible::coloured(text),
        Stream::Out | Stream::Err => visible::text(text),
        Stream::Commands => Cow::Borrowed(text),
    };
    let written = match stream {
        Stream::Out | Stream::Commands => io::stdout().lock().write_all(shown.as_bytes()),
        Stream::Err => io::stderr().lock().write_all(shown.as_bytes()),
    };
    match written {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::Print(source)),
        Err(_) | Ok(()) => Ok(()),
    }
}

/// Writes a file whole or not at all: to a temporary name beside it, then renamed. An equal file stays untouched, a link
/// gives way to the file, a pipe or a device is refused.
pub(super) fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    write_if(path, bytes, || true).map(|_| ())
}

/// Writes a file as [`write()`] does if a last look, right before the new one takes its place, allows it; gives whether.
pub(super) fn write_if(path: &Utf8Path, bytes: &[u8], allowed: impl Fn() -> bool) -> Result<bool, Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    if fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return Err(failed(io::Error::other("это не обычный файл")));
    }
    let alike = fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    if alike && fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(true);
    }
    let folder = folder_of(path);
    let mut tries = 0..TRIES;
    loop {
        create_folder(folder)?;
        match replace(folder, path, bytes, &allowed) {
            Err(error) if error.kind() == ErrorKind::NotFound && tries.next().is_some() => {}
            done => return done.map_err(failed),
        }
    }
}

/// Puts a new file in the place of the old one, if it is allowed still.
fn replace(folder: &Utf8Path, path: &Utf8Path, bytes: &[u8], allowed: impl Fn() -> bool) -> io::Result<bool> {
    let mut file = temporary(folder)?;
    file.write_all(bytes)?;
    readable(&file)?;
    if !allowed() {
        return Ok(false);
    }
    file.persist(path)?;
    Ok(true)
}

/// The folder of a file.
pub(super) fn folder_of(path: &Utf8Path) -> &Utf8Path {
    path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
}

/// Creates a file under a name that a later run knows for ours; it goes away unless it is given another name.
pub(super) fn temporary(folder: &Utf8Path) -> io::Result<NamedTempFile> {
    let mut name = tempfile::Builder::new();
    name.prefix(TEMPORARY.0).suffix(TEMPORARY.1).rand_bytes(RANDOM).tempfile_in(folder)
}

/// Reads a file that stands in the place of one of ours; nothing when it is too large to be one.
pub(super) fn read(path: &Utf8Path) -> Result<Option<Vec<u8>>, Failure> {
    let failed = |source| Failure::Read { path: path.into(), source };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(limits::REPORT_SIZE + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok((bytes.len() as u64 <= limits::REPORT_SIZE).then_some(bytes))
}

/// Reads what a file of ours holds from a place on, or from the beginning when it is shorter by now, at most its last
/// megabytes; gives where it ends too. One that cannot be read is empty.
pub(super) fn read_from(path: &Utf8Path, start: u64) -> (String, u64) {
    let text = || -> io::Result<(String, u64)> {
        // A pipe is not waited for.
        let end = fs::metadata(path).ok().filter(fs::Metadata::is_file).map_or(0, |data| data.len());
        let start = if start > end { 0 } else { start }.max(end.saturating_sub(limits::REPORT_SIZE));
        if start == end {
            return Ok((String::new(), end));
        }
        let (mut file, mut bytes) = (fs::File::open(path)?, Vec::new());
        file.seek(SeekFrom::Start(start))?;
        file.take(end - start).read_to_end(&mut bytes)?;
        Ok((String::from_utf8_lossy(&bytes).into_owned(), end))
    };
    text().unwrap_or_default()
}

/// Keeps a file beside itself under another name, which is given: one that says why, and that nothing else has.
pub(super) fn keep(path: &Utf8Path) -> Result<Utf8PathBuf, Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    let (stem, extension) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    for number in 1.. {
        let number = if number == 1 { String::new() } else { format!(" {number}") };
        let kept = path.with_file_name(format!("{stem} ({CHANGED}{number}).{extension}"));
        match fs::hard_link(path, &kept) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                // One that is too large to be compared is kept once more.
                let is_file = fs::symlink_metadata(&kept).is_ok_and(|data| data.is_file());
                if is_file && read(&kept)?.is_some_and(|old| read(path).is_ok_and(|now| now == Some(old))) {
                    return Ok(kept);
                }
            }
            Ok(()) => return Ok(kept),
            // Not every disk knows two names of one file.
            Err(_) => match copy_new(path, &kept) {
                Ok(()) => return Ok(kept),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(error)),
            },
        }
    }
    unreachable!("numbers do not end")
}

/// Copies a file to a place where nothing stands, with its rights; a copy that is not whole goes away.
fn copy_new(from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
    let mut old = fs::File::open(from)?;
    let mut new = fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    let copied = io::copy(&mut old, &mut new).and_then(|_| new.set_permissions(old.metadata()?.permissions()));
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

/// Adds text to the end of a file, which is created if there is none; only a regular file is added to.
pub(super) fn append(path: &Utf8Path, text: &str) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    if fs::symlink_metadata(path).is_ok_and(|data| !data.is_file()) {
        return Err(failed(io::Error::other("это не обычный файл")));
    }
    let mut tries = 0..TRIES;
    loop {
        match fs::OpenOptions::new().append(true).create(true).open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound && tries.next().is_some() => {
                create_folder(folder_of(path))?;
            }
            file => return file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed),
        }
    }
}

/// Removes the temporary files that a run which was stopped left in a folder.
pub(super) fn clear(folder: &Utf8Path) {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let ours = |name: &str| {
        let random = name.strip_prefix(TEMPORARY.0).and_then(|rest| rest.strip_suffix(TEMPORARY.1));
        random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    for entry in entries.filter(|entry| ours(entry.file_name())) {
        // One that cannot be removed, or is gone already, hinders nobody.
        let _ = fs::remove_file(entry.path());
    }
}

/// Creates a folder and those above it.
pub(super) fn create_folder(folder: &Utf8Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| Failure::Write { path: folder.into(), source })
}

/// Creates a folder for papers inside another; a link on the way leads to papers of others and is a failure.
pub(super) fn create_inside(out: &Utf8Path, name: &str) -> Result<Utf8PathBuf, Failure> {
    let folder = out.join(name);
    // A disk that does not tell cases or forms of letters apart gives the name as it stands there.
    if folded(place_of(&folder).as_str()) != folded(place_of(out).join(name).as_str()) {
        return Err(Failure::PaperOutside(folder));
    }
    create_folder(&folder)?;
    Ok(folder)
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
