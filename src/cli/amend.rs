//! Writes a mended text into a user's file: all of it or nothing, and the file keeps its rights, its owner and its place.

use super::output;
use crate::failure::Failure;
use crate::source::leads_outside;
use camino::{Utf8Path, Utf8PathBuf};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};

/// Why a file was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    /// It may not be written.
    ReadOnly,
    /// It has a second name, which a new file in its place would not have.
    SecondName,
    /// A link leads out of the folder of programs.
    Outside,
    /// It belongs to somebody else, and a new file would not.
    Owner,
    /// It is not what was read any more.
    Changed,
    /// It holds a character that nobody sees and no text may hold.
    Unclean,
}

impl Refusal {
    /// What is to be done, in Russian.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::ReadOnly => "файл закрыт для записи; разрешите запись и повторите",
            Self::SecondName => {
                "у файла есть второе имя (жёсткая ссылка), замена разорвала бы их; исправьте его вручную"
            }
            Self::Outside => "ссылка ведёт за пределы папки программ; исправьте файл там, где он лежит",
            Self::Owner => "у файла другой владелец, и сохранить его нельзя; запустите от имени владельца",
            Self::Changed => "файл изменился во время проверки; запустите её снова",
            Self::Unclean => "в файле есть невидимый знак (control-character); сначала удалите его",
        }
    }
}

/// Where a file that may be mended really lies; links are followed as long as they stay in the folder of programs.
pub(super) fn mendable(path: &Utf8Path) -> Result<Utf8PathBuf, Refusal> {
    if leads_outside(path) {
        return Err(Refusal::Outside);
    }
    path.canonicalize_utf8().map_err(|_| Refusal::Changed)
}

/// Writes new bytes in the place of the old ones, which must still be there. The path leads over no link.
pub(super) fn amend(path: &Utf8Path, old: &[u8], new: &[u8]) -> Result<Result<(), Refusal>, Failure> {
    let failed = |source| Failure::Write { path: path.into(), source };
    let Ok(data) = fs::metadata(path) else { return Ok(Err(Refusal::Changed)) };
    if !may_be_written(path, &data) {
        return Ok(Err(Refusal::ReadOnly));
    }
    if has_second_name(&data) {
        return Ok(Err(Refusal::SecondName));
    }
    let mut file = output::temporary(output::folder_of(path)).map_err(failed)?;
    file.write_all(new).map_err(failed)?;
    if keep(file.as_file(), &data).is_err() {
        return Ok(Err(Refusal::Owner));
    }
    // The last look: somebody may have saved the file meanwhile.
    if !fs::read(path).is_ok_and(|now| now == old) {
        return Ok(Err(Refusal::Changed));
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(Ok(()))
}

/// Whether the rights of a file allow writing, also for a user whom the system lets write anything.
fn may_be_written(path: &Utf8Path, data: &Metadata) -> bool {
    !is_closed(data) && OpenOptions::new().write(true).open(path).is_ok()
}

/// Whether not even the owner may write.
#[cfg(unix)]
fn is_closed(data: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    data.permissions().mode() & 0o200 == 0
}

#[cfg(not(unix))]
fn is_closed(data: &Metadata) -> bool {
    data.permissions().readonly()
}

#[cfg(unix)]
fn has_second_name(data: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    data.nlink() > 1
}

/// The standard library does not count the names of a file here.
#[cfg(not(unix))]
fn has_second_name(_: &Metadata) -> bool {
    false
}

/// Gives a new file the owner and the rights of the old one.
#[cfg(unix)]
fn keep(file: &File, data: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (data.uid(), data.gid()) {
        fchown(file, Some(data.uid()), Some(data.gid()))?;
    }
    file.set_permissions(data.permissions())
}

#[cfg(not(unix))]
fn keep(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test writes its own files")]
    fn a_file_that_changed_meanwhile_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Utf8PathBuf::from_path_buf(folder.path().join("а.yaml")).expect("UTF-8");
        fs::write(&path, "новое").expect("a file");
        let done = amend(&path, "старое".as_bytes(), b"x").expect("no failure");
        assert_eq!((done, fs::read(&path).expect("a file")), (Err(Refusal::Changed), "новое".into()));
        assert_eq!(amend(&path, "новое".as_bytes(), b"x").expect("no failure"), Ok(()));
        assert_eq!(
            (fs::read(&path).expect("a file"), folder.path().read_dir().expect("it").count()),
            (b"x".to_vec(), 1)
        );
    }
}
