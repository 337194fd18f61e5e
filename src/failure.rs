//! What kept us from doing the work: not the user's program, but the folder, the disk, the arguments.

use crate::limits;
use crate::visible;
use camino::Utf8PathBuf;
use std::{fmt, io};

/// A failure; the exit code is 2.
#[derive(Debug)]
pub enum Failure {
    /// A path that was named does not exist.
    NoSuchPath(Utf8PathBuf),
    /// A path that was named without quotation marks, so that the shell parted it.
    Parted {
        /// The part of it.
        part: Utf8PathBuf,
        /// The whole.
        whole: String,
    },
    /// Not every system has files of this name.
    BadName {
        /// The name.
        name: String,
        /// Why.
        reason: String,
    },
    /// No program was found under the paths.
    NoPrograms {
        /// The paths.
        paths: Vec<Utf8PathBuf>,
        /// A file that was probably meant as a program file, and how it should be named.
        alike: Option<(Utf8PathBuf, &'static str)>,
    },
    /// A path is not valid UTF-8.
    NotUtf8(String),
    /// A file or folder could not be read.
    Read {
        /// Which.
        path: Utf8PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be written.
    Write {
        /// Which.
        path: Utf8PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A path that was named is neither a file nor a folder (a pipe, a device).
    NotAFile(Utf8PathBuf),
    /// `--only` names a paper that no program has.
    UnknownPaper {
        /// What was written.
        written: String,
        /// What could be.
        known: Vec<String>,
    },
    /// No embedded template has this name.
    UnknownTemplate {
        /// What was written.
        written: String,
        /// What could be.
        known: Vec<String>,
    },
    /// There is no such standard.
    UnknownStandard(String),
    /// The file of the baseline cannot be understood.
    Baseline {
        /// The file.
        path: Utf8PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file is no JSON report of a check.
    Report {
        /// The file.
        path: Utf8PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A program stands in two reports.
    ReportedTwice(String),
    /// The reports are not all parts of one check: what is wrong.
    NotAllParts(String),
    /// The report could not be printed.
    Print(io::Error),
    /// Symbolic links lead back to a folder above.
    LinkCycle(Utf8PathBuf),
    /// A link to a folder outside those of the programs.
    LinkOutside(Utf8PathBuf),
    /// There are too many files and folders to look through.
    TooManyFiles(Utf8PathBuf),
    /// Folders lie too deep in each other.
    TooDeep(Utf8PathBuf),
    /// A paper would be written outside the folder for papers.
    PaperOutside(Utf8PathBuf),
    /// Papers would stand among the files of a program.
    PapersAmongSources {
        /// The folder for papers.
        papers: Utf8PathBuf,
        /// The folder of the program.
        program: Utf8PathBuf,
    },
    /// Something is not to be written where the command line says.
    Target {
        /// Where.
        path: Utf8PathBuf,
        /// Why not, one Russian line.
        why: &'static str,
    },
    /// The folder to be created exists already.
    Exists(Utf8PathBuf),
    /// A file that is to be written holds something else already.
    Taken {
        /// The file.
        path: Utf8PathBuf,
        /// What is to be written: «шаблон».
        what: &'static str,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names and reasons come from strangers; none of them adds a line.
        write!(f, "{}", visible::name(&self.text()))?;
        self.advice().map_or(Ok(()), |advice| write!(f, "\n{}", visible::name(&advice)))
    }
}

impl Failure {
    /// What to do, where it takes a line of its own.
    fn advice(&self) -> Option<String> {
        if let Self::Parted { whole, .. } = self {
            return Some(format!("возьмите имя в кавычки: {}", visible::argument(whole)));
        }
        let Self::NoPrograms { alike, .. } = self else { return None };
        Some(match alike {
            Some((file, name)) => format!("есть похожий файл {file} — переименуйте его в {name}"),
            None => "программа — это папка с файлом program.yaml или программа.yaml; \
                     создать новую: prikaz new НАЗВАНИЕ"
                .to_owned(),
        })
    }

    /// What happened.
    fn text(&self) -> String {
        match self {
            Self::NoSuchPath(path) | Self::Parted { part: path, .. } => {
                format!("нет такого файла или папки: {path}")
            }
            Self::BadName { name, reason } => format!("папка не может называться «{name}»: {reason}"),
            Self::NoPrograms { paths, .. } => {
                let paths: Vec<&str> = paths.iter().map(|path| path.as_str()).collect();
                format!("программ не найдено: {}", paths.join(", "))
            }
            Self::NotUtf8(path) => format!("имя не в кодировке UTF-8: {path}; переименуйте файл или папку"),
            Self::Read { path, source } => format!("не удалось прочитать {path}: {}", reason(source)),
            Self::Write { path, source } => {
                format!("не удалось записать {path}: {}{}", reason(source), advice(source))
            }
            Self::NotAFile(path) => format!("это не файл и не папка: {path}"),
            Self::UnknownPaper { written, known } => {
                format!("документа «{written}» не бывает; бывает: {}", known.join(", "))
            }
            Self::UnknownTemplate { written, known } => {
                format!("встроенного шаблона «{written}» нет; есть: {}", known.join(", "))
            }
            Self::UnknownStandard(name) => format!("стандарта «{name}» нет; встроенные: базовый, мп, фиоко, шнор"),
            Self::Baseline { path, reason } => format!("не удалось понять {path}: {reason}"),
            Self::Report { path, reason } => {
                format!("{path} — не отчёт prikaz check --report json: {reason}")
            }
            Self::ReportedTwice(program) => {
                format!("программа {program} есть в двух отчётах; объединяются отчёты разных частей одной проверки")
            }
            Self::NotAllParts(reason) => {
                format!("{reason}; объединяются отчёты всех частей одной проверки, каждой по одному")
            }
            Self::Print(source) => format!("не удалось напечатать отчёт: {}", reason(source)),
            Self::LinkCycle(path) => format!("ссылки на папки замкнуты в круг: {path}"),
            Self::LinkOutside(path) => format!(
                "ссылка ведёт из папки программ наружу: {path}; удалите её или назовите в команде саму папку с программами"
            ),
            Self::TooManyFiles(path) => format!(
                "в папке {path} больше {} файлов; назовите в команде папку, где лежат программы",
                limits::ENTRIES
            ),
            Self::TooDeep(path) => format!(
                "в папке {path} больше {} папок одна в другой; назовите в команде папку, где лежат программы",
                limits::FOLDERS
            ),
            Self::PaperOutside(path) => {
                format!("папка для бумаг {path} — ссылка на другую папку; удалите ссылку и соберите заново")
            }
            Self::PapersAmongSources { papers, program } => format!(
                "документы легли бы в папку {papers}, к файлам программы {program}; ничего не записано; \
                 назовите для документов другую папку, например --out out"
            ),
            Self::Target { path, why } => format!("не записан {path}: {why}"),
            Self::Exists(path) => format!("папка уже есть и не пуста: {path}"),
            Self::Taken { path, what } => {
                format!("в файле {path} уже лежит другое, {what} поверх него не пишется: назовите другой файл")
            }
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } | Self::Print(source) => Some(source),
            Self::NoSuchPath(_)
            | Self::Parted { .. }
            | Self::BadName { .. }
            | Self::NoPrograms { .. }
            | Self::NotUtf8(_)
            | Self::NotAFile(_)
            | Self::UnknownPaper { .. }
            | Self::UnknownTemplate { .. }
            | Self::LinkCycle(_)
            | Self::LinkOutside(_)
            | Self::TooManyFiles(_)
            | Self::TooDeep(_)
            | Self::PaperOutside(_)
            | Self::PapersAmongSources { .. }
            | Self::Target { .. }
            | Self::UnknownStandard(_)
            | Self::Baseline { .. }
            | Self::Report { .. }
            | Self::ReportedTwice(_)
            | Self::NotAllParts(_)
            | Self::Exists(_)
            | Self::Taken { .. } => None,
        }
    }
}

/// The system's reason in Russian where it is a common one.
pub(crate) fn reason(error: &io::Error) -> String {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is the standard library's and grows")]
    match error.kind() {
        io::ErrorKind::NotFound => "нет такого файла или папки".into(),
        io::ErrorKind::PermissionDenied => "нет прав доступа".into(),
        io::ErrorKind::StorageFull => "на диске нет места".into(),
        io::ErrorKind::ReadOnlyFilesystem => "диск доступен только для чтения".into(),
        io::ErrorKind::QuotaExceeded => "исчерпана квота на диске".into(),
        io::ErrorKind::FileTooLarge => "файл больше, чем здесь разрешено".into(),
        io::ErrorKind::NotADirectory => "это не папка".into(),
        io::ErrorKind::AlreadyExists => "уже есть файл с таким именем".into(),
        io::ErrorKind::InvalidFilename => "слишком длинное имя".into(),
        io::ErrorKind::IsADirectory => "это папка, а не файл".into(),
        _ if is_taken(error) => "файл занят другой программой".into(),
        _ => error.to_string(),
    }
}

/// What to do when a file could not be written, where the system's reason tells.
fn advice(error: &io::Error) -> &'static str {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is the standard library's and grows")]
    match error.kind() {
        // Windows says so of a document that is open in Word.
        io::ErrorKind::PermissionDenied => "; закройте документ, если он открыт, и проверьте права на папку",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "; освободите место и повторите команду: прежние файлы целы"
        }
        io::ErrorKind::IsADirectory => "; переименуйте или удалите эту папку",
        _ if is_taken(error) => "; закройте документ и повторите команду",
        _ => "",
    }
}

/// Whether another program has the file open: its sharing violation of Windows has no kind in the standard library.
fn is_taken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::ResourceBusy || cfg!(windows) && error.raw_os_error() == Some(32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_reasons_are_told_in_russian() {
        let said = |kind: io::ErrorKind| reason(&kind.into());
        assert_eq!(said(io::ErrorKind::AlreadyExists), "уже есть файл с таким именем");
        #[cfg(unix)]
        {
            let long = std::fs::metadata("я".repeat(200)).unwrap_err();
            assert_eq!(reason(&long), "слишком длинное имя");
        }
    }
}
