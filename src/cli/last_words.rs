//! What a build says last: what a person must know of the papers, and how many there are.

use super::arguments::BuildArguments;
use super::build::Built;
use super::cache;
use super::paper::Kept;
use crate::report::count;
use crate::visible;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeSet;

/// What is said last: what is left of an earlier build, and «собрано: 24 файла, 3 программы, папка out».
pub(super) fn last_words(
    built: &[Built],
    kept: &[Kept],
    left: &BTreeSet<Utf8PathBuf>,
    arguments: &BuildArguments,
) -> (String, String) {
    let stale: Vec<&Utf8PathBuf> = built.iter().flat_map(|built| &built.stale).chain(left).collect();
    let drafts = match built.iter().filter(|built| built.is_draft).count() {
        0 => String::new(),
        drafts => format!("; с пометкой «ПРОЕКТ», потому что есть ошибки: {}", programs(drafts)),
    };
    let files = count(built.iter().map(|built| built.written.len()).sum(), ["файл", "файла", "файлов"]);
    // Of a program that could not be read nothing is built.
    let read = built.iter().filter(|built| !built.names.is_empty()).count();
    let excused = match built.iter().map(|built| built.told.excused()).sum() {
        0 => String::new(),
        excused => format!("; под исключением: {}", count(excused, ["замечание", "замечания", "замечаний"])),
    };
    let all = format!(
        "собрано: {files}, {}, папка {}{drafts}{excused}\n",
        programs(read),
        visible::name(arguments.out.as_str())
    );
    let ousted: Vec<&str> = built.iter().filter_map(|built| built.ousted.as_deref()).collect();
    (
        cache_note(arguments).to_owned()
            + &kept_note(kept)
            + &ousted_note(&ousted, &arguments.out)
            + &stale_note(&stale),
        all,
    )
}

fn programs(number: usize) -> String {
    count(number, ["программа", "программы", "программ"])
}

/// What a person must know of papers that are no longer those of the program.
fn stale_note(stale: &[&Utf8PathBuf]) -> String {
    if stale.is_empty() {
        return String::new();
    }
    let names: Vec<_> = stale.iter().map(|path| visible::name(path.as_str())).collect();
    format!("остались от прежней сборки и не обновлены:\n  {}\n", names.join("\n  "))
}

/// What a person must know when the cache is not used although it was to be.
fn cache_note(arguments: &BuildArguments) -> &'static str {
    if arguments.no_cache || cache::is_own() {
        ""
    } else {
        "память о собранном не взята: .prikaz – не папка, а ссылка или файл; удалите её\n"
    }
}

/// What a person must know of programs whose papers gave way to those of others.
fn ousted_note(ousted: &[&str], out: &Utf8Path) -> String {
    if ousted.is_empty() {
        return String::new();
    }
    let out = visible::name(out.as_str());
    format!(
        "в папке {out} лежали документы других программ с таким же именем папки; теперь там документы этих. Соберите все \
         программы одной командой или каждую в свою папку (--out):\n  {}\n",
        ousted.iter().map(|path| visible::name(path)).collect::<Vec<_>>().join("\n  ")
    )
}

/// What a person must know of papers that somebody changed.
fn kept_note(kept: &[Kept]) -> String {
    if kept.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = kept
        .iter()
        .map(|(paper, kept)| format!("{} → {}", visible::name(paper.as_str()), visible::name(kept.as_str())))
        .collect();
    format!(
        "изменены после сборки и сохранены под другим именем; перенесите правки в файлы программы:\n  {}\n",
        lines.join("\n  ")
    )
}
