//! The files of a folder: the main file with its parts as one mapping, and the municipality files above.

use super::context::Reader;
use super::municipality::municipality;
use super::names;
use super::program::program;
use super::slot::head;
use super::vocabulary::{MUNICIPALITY, PROGRAM};
use crate::diagnostic::{Finding, Place};
use crate::limits;
use crate::model::{Municipality, Program};
use crate::source::{Entry, Folder, Kind, load_yaml};
use crate::visible;
use camino::Utf8Path;

/// Reads all files of a program folder.
pub fn read(folder: &Folder, reader: &mut Reader<'_>) -> Option<Program> {
    if let Some(meant) = folder.meant {
        names::meant(folder, meant, reader);
        return None;
    }
    let name = |path: &Utf8Path| visible::name(path.file_name().unwrap_or_default()).into_owned();
    let mut inherited = Municipality::default();
    for (index, path) in folder.municipality.iter().enumerate().rev() {
        if let Some(first) = folder.municipality[..index].iter().find(|first| first.parent() == path.parent()) {
            let place = Place::new(reader.files.add(path, ""), 0, 0);
            let message = "в папке два файла муниципалитета: этот не прочитан";
            let help = format!("оставьте один из файлов {} и {}, а другой удалите", name(first), name(path));
            reader.report(Finding::error("two-municipalities", place, message).help(help));
            continue;
        }
        inherited.written = true;
        let Some((at, entries)) = mapping(path, reader) else {
            inherited.incomplete = true;
            continue;
        };
        if path.parent() != folder.main.parent() {
            inherited.shared.push(at.file);
        }
        let fields = reader.open_entries(&MUNICIPALITY, at, &entries);
        municipality(reader, &fields, &mut inherited);
    }
    for rival in &folder.rivals {
        let place = Place::new(reader.files.add(rival, ""), 0, 0);
        let finding = Finding::error("two-programs", place, "в папке два файла программы: этот не прочитан");
        let help = format!("оставьте один из файлов {} и {}, а другой удалите", name(&folder.main), name(rival));
        reader.report(finding.help(help));
    }
    names::misnamed(folder, reader);
    names::misnamed_folders(folder, reader);
    names::beyond(folder, reader);
    names::below(folder, reader);
    let (at, mut entries) = mapping(&folder.main, reader)?;
    if let Some(surplus) = folder.parts.get(limits::PARTS) {
        let place = Place::new(reader.files.add(surplus, ""), 0, 0);
        let message = format!("в папке больше {} файлов YAML: этот и следующие не прочитаны", limits::PARTS);
        let finding = Finding::error("too-many-files", place, message);
        reader.report(finding.help("соедините их или переложите чужие в другую папку"));
    }
    for path in folder.parts.iter().take(limits::PARTS) {
        entries.extend(mapping(path, reader).map(|(_, entries)| entries).unwrap_or_default());
    }
    let is_card = |entry: &Entry| {
        entry.key.text().and_then(|key| PROGRAM.find(key.trim())).is_some_and(|key| key.en == "program")
    };
    if reader.files.is_torn() && !entries.iter().any(is_card) {
        // It may stand in the file that was not read.
        return None;
    }
    let fields = reader.open_entries(&PROGRAM, at, &entries);
    program(reader, &fields, inherited)
}

/// The keys of a file, and its beginning; `source` has said so when the file is no mapping.
fn mapping(path: &Utf8Path, reader: &mut Reader<'_>) -> Option<(Place, Vec<Entry>)> {
    let Some(node) = load_yaml(path, reader.files, reader.findings) else {
        reader.files.tear(path);
        return None;
    };
    let at = head(&node);
    match node.kind {
        Kind::Mapping(entries) => Some((at, entries)),
        Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => None,
    }
}
