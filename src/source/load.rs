//! Reads one file from the disk: what cannot be read is a finding, never a crash or a wait.

use super::{Node, decode, digest_at, discover, yaml};
use crate::diagnostic::{FileId, Files, Finding, Findings, Place, with_slashes};
use crate::failure;
use crate::limits;
use crate::visible;
use camino::Utf8Path;
use std::fs;
use std::io::Read;

/// Reads a YAML file into a tree; what is wrong with it goes to the findings.
pub fn load_yaml(path: &Utf8Path, files: &mut Files, findings: &mut Findings) -> Option<Node> {
    let id = load_text(path, files, findings)?;
    yaml::parse(id, &files.get(id).text, findings)
}

/// Parses a registered file into a tree; what is wrong with it goes to the findings.
pub fn parse_yaml(id: FileId, files: &Files, findings: &mut Findings) -> Option<Node> {
    yaml::parse(id, &files.get(id).text, findings)
}

/// Reads a text file (Markdown, a template) and registers it.
pub fn load_text(path: &Utf8Path, files: &mut Files, findings: &mut Findings) -> Option<FileId> {
    match read(path, limits::FILE_SIZE) {
        Ok(bytes) if files.size() + bytes.len() > limits::PROGRAM_SIZE => {
            files.miss();
            let id = files.add(path, "");
            findings.push(program_too_large(Place::new(id, 0, 0)));
            None
        }
        Ok(bytes) => {
            files.saw(path, digest_at(path, &bytes));
            let decoded = decode::decode(path, &bytes, files, findings);
            if decoded.is_none() {
                files.miss();
            }
            decoded
        }
        Err(unread) => {
            files.miss();
            let id = files.add(path, "");
            findings.push(unread.finding(path, Place::new(id, 0, 0)));
            None
        }
    }
}

/// The finding of a file that does not fit into a program any more.
pub fn program_too_large(place: Place) -> Finding {
    let message = format!("файл не прочитан: в программе больше {} МБ текста", limits::PROGRAM_SIZE / (1024 * 1024));
    Finding::error("program-too-large", place, message).help("удалите лишнее или разделите программу на несколько")
}

/// Why a file was not read.
pub struct Unread {
    name: &'static str,
    reason: String,
    help: Option<&'static str>,
}

impl Unread {
    /// The finding, at the place that is to blame.
    pub fn finding(self, path: &Utf8Path, place: Place) -> Finding {
        let path = with_slashes(path.as_str());
        let path = visible::name(&path);
        let finding = Finding::error(self.name, place, format!("не удалось прочитать «{path}»: {}", self.reason));
        match self.help {
            Some(help) => finding.help(help),
            None => finding,
        }
    }
}

/// The text of what this program wrote earlier: a report, a baseline, the record of an output folder; what is wrong with the file is told in Russian.
pub fn read_report(path: &Utf8Path) -> Result<String, String> {
    let bytes = read(path, limits::REPORT_SIZE).map_err(|unread| unread.reason)?;
    // Editors and shells of Windows put a mark in front.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes).to_vec();
    let text = String::from_utf8(bytes).map_err(|_| "он не в кодировке UTF-8")?;
    match text.lines().position(|line| line.starts_with("<<<<<<< ")) {
        None => Ok(text),
        Some(line) => Err(format!("строка {}: слияние веток git в нём не закончено; сделайте файл заново", line + 1)),
    }
}

/// The bytes of a regular file of a bearable size; a pipe or a device is not waited for, nor is a link followed out of
/// the folder of the programs.
pub fn read(path: &Utf8Path, limit: u64) -> Result<Vec<u8>, Unread> {
    let unreadable = |error: std::io::Error| Unread {
        name: "unreadable-file",
        reason: failure::reason(&error),
        help: (error.kind() == std::io::ErrorKind::PermissionDenied).then_some("разрешите чтение файла"),
    };
    let data = fs::metadata(path).map_err(unreadable)?;
    if !data.is_file() {
        let (reason, help) = if data.is_dir() {
            ("это папка, а не файл", "уберите её отсюда или переименуйте: под этим именем нужен файл")
        } else {
            ("это не обычный файл", "положите под этим именем обычный файл")
        };
        return Err(Unread { name: "unreadable-file", reason: reason.into(), help: Some(help) });
    }
    if discover::leads_outside(path) {
        return Err(Unread {
            name: "file-outside-folder",
            reason: "это ссылка на файл вне папки программ".into(),
            help: Some("положите вместо ссылки сам файл"),
        });
    }
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        let reason = format!("файл больше {} МБ", limit / (1024 * 1024));
        let help = "разделите его на несколько, а лишнее удалите";
        return Err(Unread { name: "file-too-large", reason, help: Some(help) });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &Utf8Path) -> String {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        assert!(load_text(path, &mut files, &mut findings).is_none());
        let finding = findings.iter().next().unwrap();
        assert_eq!(files.get(finding.place.unwrap().file).path, path);
        format!("{}: {}", finding.name, finding.message)
    }

    #[test]
    fn what_cannot_be_read_is_a_finding_with_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        let missing = folder.join("нет.md");
        assert_eq!(
            said(&missing),
            format!("unreadable-file: не удалось прочитать «{missing}»: нет такого файла или папки")
        );
        assert_eq!(said(folder), format!("unreadable-file: не удалось прочитать «{folder}»: это папка, а не файл"));
        let large = folder.join("много.md");
        fs::File::create(&large).unwrap().set_len(limits::FILE_SIZE + 1).unwrap();
        assert_eq!(said(&large), format!("file-too-large: не удалось прочитать «{large}»: файл больше 4 МБ"));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_waited_for() {
        assert!(said("/dev/null".into()).ends_with("это не обычный файл"));
    }
}
