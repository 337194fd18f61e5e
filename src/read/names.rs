//! Files that are not read because of their names or folders: nothing of the user's is passed over in silence.

use super::context::Reader;
use super::vocabulary::PROGRAM;
use crate::diagnostic::{Finding, Level, Place};
use crate::limits;
use crate::source::{Folder, Meant, Right, digest_at, read};
use crate::visible;
use camino::Utf8Path;

/// Says that the program file of a folder has another name.
pub fn meant(folder: &Folder, meant: Meant, reader: &mut Reader<'_>) {
    let place = beginning(&folder.main, reader);
    reader.report(match meant {
        Meant::Alike(right) => {
            let message = format!("программа не прочитана: имя файла похоже на «{right}», но написано иначе");
            let help = format!("переименуйте файл: наберите «{right}» заново, без пробелов и без второго окончания");
            Finding::error("misnamed-file", place, message).help(help)
        }
        Meant::Card(right) => {
            let card = right.trim_end_matches(".yaml");
            let message = format!("файл не прочитан: в нём есть «{card}:», а файла «{right}» в этой папке нет");
            let help =
                format!("если это программа, переименуйте файл в «{right}»; если нет, уберите из него «{card}:»");
            Finding::warning("misnamed-file", place, message).help(help)
        }
    });
}

/// Tells of folders that were meant as those of templates or standards.
pub fn misnamed_folders(folder: &Folder, reader: &mut Reader<'_>) {
    for (path, right) in &folder.misnamed_folders {
        let place = Place::new(reader.files.add(path, ""), 0, 0);
        let message = format!("папка не прочитана: её имя – не «{right}»");
        let finding = Finding::warning("misnamed-folder", place, message);
        reader.report(finding.help(format!("переименуйте её в «{right}»")));
    }
}

/// Says which files beside the program and above it have a name that is almost right.
pub fn misnamed(folder: &Folder, reader: &mut Reader<'_>) {
    for file in &folder.misnamed {
        let place = beginning(&file.path, reader);
        let finding = match file.right {
            Right::Name(right) => {
                let message = format!("файл не прочитан: его имя похоже на «{right}», но написано иначе");
                Finding::warning("misnamed-file", place, message)
                    .help(format!("переименуйте его: наберите «{right}» заново, без пробелов и без второго окончания"))
            }
            Right::Ending(ending) => {
                let name = file.path.file_name().unwrap_or_default();
                let stem = name.chars().take_while(|sign| *sign != '.').collect::<String>();
                let whose = if ending == ".md" { "шаблонов" } else { "программы" };
                let message = format!("файл не прочитан: его имя кончается не на «{ending}»");
                Finding::warning("misnamed-file", place, message).help(format!(
                    "переименуйте его в «{}{ending}» или уберите из папки {whose}",
                    visible::name(stem.trim())
                ))
            }
        };
        reader.report(finding);
    }
}

/// Says that a municipality file above is not taken, and from where it would be.
pub fn beyond(folder: &Folder, reader: &mut Reader<'_>) {
    let Some(path) = &folder.beyond else { return };
    let place = beginning(path, reader);
    let message = "файл муниципалитета в папке выше не взят: без хранилища git берутся файлы не выше текущей папки";
    let above = path.parent().map_or(".", |above| above.as_str());
    let help = format!("если он нужен, запустите prikaz из папки «{}»", visible::name(above));
    reader.report(Finding::new("municipality-not-taken", Level::Note, place, message).help(help));
}

/// Says which files in the folders below hold nothing but keys of a program: a part is read beside the program alone.
pub fn below(folder: &Folder, reader: &mut Reader<'_>) {
    for path in folder.below.iter().take(limits::PARTS) {
        let bytes = read(path, limits::FILE_SIZE);
        reader.files.saw(path, bytes.as_ref().map_or(0, |bytes| digest_at(path, bytes)));
        let Ok(bytes) = bytes else { continue };
        if is_part(&String::from_utf8_lossy(&bytes)) {
            let place = beginning(path, reader);
            let message = "файл не прочитан, хотя в нём ключи программы: он лежит не рядом с файлом программы";
            let help =
                format!("если это часть программы, переложите его к файлу {}", visible::name(folder.main.as_str()));
            reader.report(Finding::new("misplaced-file", Level::Note, place, message).help(help));
        }
    }
}

/// Whether every key of a text is one of a program.
fn is_part(text: &str) -> bool {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_alphanumeric() || first == '"' || first == '\'');
    let mut keys = text.trim_start_matches('\u{feff}').lines().filter(begins).peekable();
    let is_known = |line: &str| line.split_once(':').is_some_and(|(key, _)| PROGRAM.find(key.trim()).is_some());
    keys.peek().is_some() && keys.all(is_known)
}

fn beginning(path: &Utf8Path, reader: &mut Reader<'_>) -> Place {
    Place::new(reader.files.add(path, ""), 0, 0)
}
