//! A file named in a YAML file: beside it or below, never outside its folder.

use super::letters::on_disk;
use crate::diagnostic::{Files, Finding, Place};
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};

/// The path of a file written in a YAML file of this folder; one that may not be read is noted in the files.
pub fn resolve_file(folder: &Utf8Path, written: &str, place: Place, files: &mut Files) -> Result<Utf8PathBuf, Finding> {
    find(folder, written, place, files).inspect_err(|_| files.miss())
}

fn find(folder: &Utf8Path, written: &str, place: Place, files: &mut Files) -> Result<Utf8PathBuf, Finding> {
    // Paths are typed on Windows too; the file must be found on every system.
    let name = written.trim().replace('\\', "/");
    let shown = visible::name(written);
    let outside = || {
        Finding::error("file-outside-folder", place, format!("файл «{shown}» лежит вне папки программы"))
            .help("положите файл в папку программы и укажите путь от неё, например «тексты/модель.md»")
    };
    if name.starts_with('/') || name.get(1..2) == Some(":") || name.split('/').any(|part| part == "..") {
        return Err(outside());
    }
    let Some(path) = on_disk(folder, &name).filter(|_| !name.is_empty()) else {
        // What lies elsewhere is not to be told, not even that it is not there.
        let path = join(folder, &name);
        let above = path.ancestors().skip(1).find(|above| above.exists() && !name.is_empty());
        let is_elsewhere = above.is_some_and(|above| !is_inside(folder, above));
        return Err(if is_elsewhere { outside() } else { unknown(folder, &name, place, files) });
    };
    if !path.is_file() {
        return Err(Finding::error("unknown-file", place, format!("«{shown}» — не файл")));
    }
    if is_inside(folder, &path) { Ok(path) } else { Err(outside()) }
}

/// Whether a path leads to something in this folder or below.
fn is_inside(folder: &Utf8Path, path: &Utf8Path) -> bool {
    let base = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
    match (base.canonicalize_utf8(), path.canonicalize_utf8()) {
        (Ok(base), Ok(real)) => real.starts_with(&base),
        _ => false,
    }
}

/// The folder's file, without a leading `./`.
pub fn join(folder: &Utf8Path, name: &str) -> Utf8PathBuf {
    if folder == "." || folder == "" { Utf8PathBuf::from(name) } else { folder.join(name) }
}

fn unknown(folder: &Utf8Path, name: &str, place: Place, files: &mut Files) -> Finding {
    let finding = Finding::error("unknown-file", place, format!("нет файла «{}»", visible::name(name)));
    let (below, last) = name.rsplit_once('/').map_or(("", name), |(below, last)| (below, last));
    let listed = join(folder, if below.is_empty() { "." } else { below });
    match files.names_in(&listed, || names_of(&listed)).nearest(last) {
        Some(near) if below.is_empty() => finding.help(format!("возможно, имелось в виду «{}»", visible::name(near))),
        Some(near) => {
            let near = format!("{below}/{near}");
            finding.help(format!("возможно, имелось в виду «{}»", visible::name(&near)))
        }
        None => finding.help("положите файл в эту папку или исправьте имя"),
    }
}

/// The names of the files of a folder, in their order.
fn names_of(folder: &Utf8Path) -> Vec<String> {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().to_owned()).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_inside_its_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        let top = Utf8Path::from_path(folder.path()).unwrap();
        let inner = top.join("программа");
        std::fs::create_dir_all(inner.join("тексты")).unwrap();
        for path in ["чужой.md", "программа/модель.md", "программа/тексты/цели.md"]
        {
            std::fs::File::create(top.join(path)).unwrap();
        }
        let place = Place::new(Files::default().add("a.yaml", ""), 0, 0);
        let find = |written: &str| find(&inner, written, place, &mut Files::default());
        let name = |written: &str| find(written).map_err(|finding| finding.name);
        assert_eq!(name("модель.md"), Ok(inner.join("модель.md")));
        assert_eq!(name("тексты\\цели.md"), Ok(inner.join("тексты/цели.md")));
        assert_eq!(name("../чужой.md"), Err("file-outside-folder"));
        assert_eq!(name("C:/чужой.md"), Err("file-outside-folder"));
        assert_eq!(name("/etc/hostname"), Err("file-outside-folder"));
        assert_eq!(name("тексты"), Err("unknown-file"));
        std::fs::create_dir(inner.join("Истории\u{306}")).unwrap();
        std::fs::File::create(inner.join("Истории\u{306}/Йод.md")).unwrap();
        assert_eq!(name("Историй/Йод.md"), Ok(inner.join("Истории\u{306}/Йод.md")));
        assert_eq!(name(""), Err("unknown-file"));
        let help = find("тексты/цель.md").unwrap_err().help.unwrap();
        assert_eq!(help, "возможно, имелось в виду «тексты/цели.md»");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(top.join("чужой.md"), inner.join("ссылка.md")).unwrap();
            assert_eq!(name("ссылка.md"), Err("file-outside-folder"));
            std::os::unix::fs::symlink(top, inner.join(".верх")).unwrap();
            for path in [".верх/чужой.md", ".верх/чужои.md", ".верх/нет/чужой.md"] {
                assert_eq!(name(path), Err("file-outside-folder"), "{path}");
                assert!(!find(path).unwrap_err().help.unwrap().contains("чужой.md"));
            }
        }
    }
}
