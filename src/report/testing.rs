//! Awkward findings for the tests of every format.

use super::run::{Checked, RuleText, Run};
use crate::diagnostic::{FileId, Files, Finding, Findings, Level, Place};

const PATH: &str = "./programs/Округ, «Южный» 100%/program.yaml";
const PROSE: &str = "./programs/Округ, «Южный» 100%/тексты/раздел 1.md";

const RULES: [RuleText<'static>; 3] = [
    RuleText {
        name: "no-unit",
        title: "у показателя нет единицы измерения",
        page: "# Что проверяет\n\nУ каждого показателя есть `единица`.\n",
        level: Level::Error,
    },
    RuleText {
        name: "odd-word", title: "слово не из словаря", page: "Проверяет слова.\n", level: Level::Warning
    },
    RuleText { name: "never-found", title: "то, чего нет", page: "Проверяет.\n", level: Level::Note },
];

/// A run of no programs.
pub(super) fn empty<T>(test: impl FnOnce(&Run<'_>) -> T) -> T {
    test(&Run { programs: &[], rules: &RULES, version: "0.1.0", date: None, shard: None })
}

/// A run of one program without findings.
pub(super) fn clean<T>(test: impl FnOnce(&Run<'_>) -> T) -> T {
    let (findings, files) = (Findings::default(), Files::default());
    test(&Run {
        programs: &[checked("programs/a/program.yaml", "Чистая программа", &findings, &files)],
        rules: &RULES,
        version: "0.1.0",
        date: None,
        shard: None,
    })
}

/// A run of two programs with every awkward thing, and a third that is clean.
pub(super) fn awkward<T>(test: impl FnOnce(&Run<'_>) -> T) -> T {
    shifted("", test)
}

/// The awkward run, its first file moved down by some lines.
pub(super) fn shifted<T>(shift: &str, test: impl FnOnce(&Run<'_>) -> T) -> T {
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let main = files.add(PATH, format!("{shift}имя: «я» 😀 <b>\nсрок: 2021\nсрок: 2021\nконец\n"));
    let prose = files.add(PROSE, "Первая строка | с чертой\nи `вторая`\n");
    let at = |id: FileId, part: &str| part_of(&files, id, part);
    findings.push(
        Finding::error(
            "no-unit",
            at(main, "<b>"),
            "плохо: 100%, «a|b» <script>alert(1)</script> `код` \"кавычки\"\r\nвторая строка",
        )
        .help("поправьте *это* [здесь](x), см. @user и #1")
        .also(at(prose, "вторая"), "и вот, где: «там»"),
    );
    findings.push(Finding::warning("odd-word", at(prose, "с чертой\nи `вторая`\n"), "слово {0} на двух строках"));
    findings.push(Finding::warning("odd-word", at(main, "срок"), "одно и то же"));
    let again = files.get(main).text.rfind("срок").unwrap();
    findings.push(Finding::warning("odd-word", Place::new(main, again, again + "срок".len()), "одно и то же"));
    findings.push(Finding {
        level: Level::Note,
        ..Finding::error("stray", None, "без места\u{1b}[31m\u{0} и без правила")
    });
    findings.push(Finding::error(
        "no-unit",
        Place::new(prose, files.get(prose).text.len(), files.get(prose).text.len()),
        "в конце файла",
    ));

    let (mut others, mut found) = (Files::default(), Findings::default());
    let other = others.add("programs/b/program.yaml", "а: б\n");
    found.push(
        Finding::error("no-unit", Place::new(other, 0, 2), "у показателя нет единицы").help("добавьте «единица»"),
    );
    let (none, no_files) = (Findings::default(), Files::default());
    let first = Checked {
        passport: Some((11, 13)),
        excused: 2,
        baselined: 5,
        ..checked(PATH, "Программа | <i>«Юг»</i>\nи `север`", &findings, &files)
    };
    test(&Run {
        programs: &[
            first,
            checked("programs/b/program.yaml", "Вторая программа", &found, &others),
            checked("programs/c/program.yaml", "Третья программа", &none, &no_files),
        ],
        rules: &RULES,
        version: "0.1.0",
        date: Some("25.11.2026"),
        shard: None,
    })
}

/// One program with this many findings, of all levels in turn.
pub(super) fn many<T>(number: usize, test: impl FnOnce(&Run<'_>) -> T) -> T {
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let line = "показатель: 1\n";
    let id = files.add("programs/много/program.yaml", line.repeat(number));
    for index in 0..number {
        let at = index * line.len();
        let level = super::words::LEVELS[index % 3];
        let message = format!("у показателя «Доля педагогов, прошедших диагностику» № {index} нет единицы измерения");
        let finding = Finding::error("no-unit", Place::new(id, at, at + "показатель".len()), message);
        findings.push(Finding { level, ..finding }.help("добавьте строку «единица», например: единица: проценты"));
    }
    let program = Checked {
        passport: Some((13, 13)),
        ..checked("programs/много/program.yaml", "Много", &findings, &files)
    };
    test(&Run { programs: &[program], rules: &RULES, version: "0.1.0", date: Some("25.11.2026"), shard: None })
}

/// Whether a text for programs ends with a newline and brings no escape to a terminal.
pub(super) fn is_plain(text: &str) -> bool {
    text.ends_with('\n') && !text.contains('\u{1b}')
}

fn checked<'a>(path: &'a str, title: &'a str, findings: &'a Findings, files: &'a Files) -> Checked<'a> {
    Checked { path, title, standard: "базовый", passport: None, excused: 0, baselined: 0, findings, files }
}

fn part_of(files: &Files, id: FileId, part: &str) -> Place {
    let at = files.get(id).text.find(part).unwrap();
    Place::new(id, at, at + part.len())
}
