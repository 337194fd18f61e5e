//! What `check --fix` does to the files of the user, and what it never does.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use saphyr_parser::{Event, Parser};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::{GOOD, folder, prikaz, root};

/// A program with a slip that is mended.
fn slipped() -> String {
    GOOD.replace("Развитие кадров", "Развитие кадров,школ")
}

/// The same, mended.
fn mended() -> String {
    GOOD.replace("Развитие кадров", "Развитие кадров, школ")
}

#[test]
fn what_may_lose_a_word_is_left_to_people() {
    let parties = |names: [&str; 3]| {
        let measures = names.map(|name| {
            format!(
                "    - мероприятие: Проверка работы «{}»\n      срок: Сентябрь 2021\n      ответственные: {{текст: \"{name}\"}}\n",
                name.len()
            )
        });
        format!("{GOOD}{}", measures.concat())
    };
    let texts = [
        // Another text of the user may be the wrong one.
        parties(["МКУ «Центр образования,,", "МКУ «Центр образования»", "МКУ «Центр образования»"]),
        parties(["мку «ЦЕНТР Образования»", "МКУ «Центр образования»", "МКУ «Центр образования»"]),
        parties(["Школы\u{301} района", "Школы района", "школы Района"]),
        GOOD.replace("Развитие кадров", "Поездка на Бора Бора, едва едва, кто кто"),
        GOOD.replace("Развитие кадров", "Развитие школ №№ 4, 7,, сельских.. и городских"),
        GOOD.replace("срок: Сентябрь 2021", "срок: \"ежегодно декабрь,\""),
        GOOD.replace("срок: Сентябрь 2021", "срок: \"Сентябрь сентябрь 2021\""),
        GOOD.replace("{текст: Управление образования}", "{текст: \"Управление образования,\"}"),
        GOOD.replace("Обучение учителей математики", "вход c паролем: [вход](http://x.ru/c)"),
    ];
    for text in texts {
        let folder = folder(&[("программа.yaml", text.as_bytes())]);
        let done = prikaz(folder.path(), &["check", "--fix"]);
        assert!(done.err.contains("исправлено: 0"), "{text}\n{done:?}");
        assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), text);
    }
}

#[test]
fn a_year_is_put_before_a_comma_that_stays() {
    let text = GOOD
        .replace("срок: 2021–2025", "срок: 01.09.2021–30.11.2022")
        .replace("срок: Сентябрь 2021", "срок: \"до 1 декабря,\"");
    let folder = folder(&[("программа.yaml", text.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "--fix"]);
    assert!(done.err.contains("исправлено: 1"), "{done:?}");
    let wanted = text.replace("декабря,", "декабря 2021 г.,");
    assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), wanted);
}

#[test]
fn a_file_with_an_unseen_sign_is_left_and_the_sign_is_to_blame() {
    let text = GOOD.replace("Развитие кадров", "Развитие по закону N 5\u{200b}");
    let folder = folder(&[("программа.yaml", text.as_bytes())]);
    let done = prikaz(folder.path(), &["check", "--fix"]);
    let said = "не исправлен программа.yaml: в файле есть невидимый знак (control-character); сначала удалите его\n";
    assert!(done.err.contains(said) && done.err.ends_with("исправлено: 0\n"), "{done:?}");
    assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), text);
}

#[test]
fn all_slips_of_a_text_are_mended_at_once() {
    let slips = "слово,дело и ".repeat(150);
    let lines = slips.trim().replace(" и ", " и\n        ");
    let apart = |text: &str| text.replace(",д", ", д");
    for written in [slips.trim(), &format!(">-\n        {lines}"), &format!("'{}'", slips.trim())] {
        let text = GOOD.replace("Обучение учителей математики", written);
        assert_ne!(text, GOOD);
        let folder = folder(&[("программа.yaml", text.as_bytes())]);
        let done = prikaz(folder.path(), &["check", "--fix"]);
        assert!(done.err.ends_with("исправлено: 150\n"), "{}", done.err);
        assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), apart(&text));
        let done = prikaz(folder.path(), &["check", "--fix"]);
        assert!(done.err.ends_with("исправлено: 0\n"), "{}", done.err);
    }
}

#[test]
fn all_bytes_but_those_of_a_mend_stay() {
    let letters = |text: &str| text.replace('й', "и\u{306}");
    for (from, to) in [("\n", "\r\n"), ("цели:", "цели:\r"), ("\n  ", "\r\n  "), ("", "")] {
        let file = |text: String| format!("\u{feff}{}", letters(&text).replacen(from, to, 5));
        let folder = folder(&[("программа.yaml", file(slipped()).as_bytes())]);
        let done = prikaz(folder.path(), &["check", "--fix"]);
        assert!(done.err.ends_with("исправлено: 1\n"), "{to:?}: {done:?}");
        assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), file(mended()), "{to:?}");
    }
}

#[test]
fn names_are_taken_from_the_registry() {
    let registry = "стороны:\n  - наименование: МКУ «Центр образования»\n  - наименование: Отдел культуры,\n";
    let other = |name: &str| GOOD.replace("Управление образования", name);
    for (written, wanted) in [
        ("мку Центр Образования", "МКУ «Центр образования»"),
        ("МКУ Центр (образования)", "МКУ Центр (образования)"),
        ("отдел Культуры", "отдел Культуры"),
    ] {
        let text = other(written);
        let folder = folder(&[("муниципалитет.yaml", registry.as_bytes()), ("программа.yaml", text.as_bytes())]);
        prikaz(folder.path(), &["check", "--fix"]);
        assert_eq!(fs::read_to_string(folder.path().join("программа.yaml")).unwrap(), other(wanted), "{written}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn fixed(folder: &Path) -> String {
        prikaz(folder, &["check", "--fix"]).err
    }

    #[test]
    fn a_file_is_mended_where_a_link_leads() {
        let folder = folder(&[("общее/главная.yaml", slipped().as_bytes())]);
        for program in ["п", "р"] {
            fs::create_dir(folder.path().join(program)).unwrap();
            symlink("../общее/главная.yaml", folder.path().join(program).join("программа.yaml")).unwrap();
        }
        assert!(fixed(folder.path()).contains("исправлено: 1"));
        assert!(folder.path().join("п/программа.yaml").is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("общее/главная.yaml")).unwrap(), mended());
    }

    #[test]
    fn a_file_is_read_as_it_is_named_in_the_program() {
        let file = GOOD.replace("Развитие кадров", "Развитие центр N 5:школа,дело");
        let folder = folder(&[("данные.txt", file.as_bytes())]);
        symlink("данные.txt", folder.path().join("программа.yaml")).unwrap();
        fixed(folder.path());
        let new = fs::read_to_string(folder.path().join("данные.txt")).unwrap();
        assert_eq!(shape(&new), shape(&file));
        assert_ne!(new, file);
    }

    #[test]
    fn rights_and_owner_stay() {
        let folder = folder(&[("программа.yaml", slipped().as_bytes())]);
        let path = folder.path().join("программа.yaml");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        // Only the superuser can give a file away.
        let given = std::os::unix::fs::chown(&path, Some(12345), Some(12345)).is_ok();
        assert!(fixed(folder.path()).contains("исправлено: 1"));
        let data = fs::metadata(&path).unwrap();
        assert_eq!(data.permissions().mode() & 0o777, 0o600);
        assert!(!given || (data.uid(), data.gid()) == (12345, 12345));
        assert_eq!(fs::read_to_string(&path).unwrap(), mended());
    }

    #[test]
    fn a_file_that_is_closed_or_has_a_second_name_is_left() {
        let folder = folder(&[("программа.yaml", slipped().as_bytes())]);
        let path = folder.path().join("программа.yaml");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let told = fixed(folder.path());
        assert!(told.contains("не исправлен программа.yaml: файл закрыт для записи"), "{told}");
        assert!(told.contains("исправлено: 0"), "{told}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        fs::hard_link(&path, folder.path().join("второе имя.txt")).unwrap();
        let told = fixed(folder.path());
        assert!(told.contains("не исправлен программа.yaml: у файла есть второе имя"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), slipped());
        assert_eq!(fs::metadata(&path).unwrap().nlink(), 2);
    }
}

/// A row of numbers that looks random and is the same every time.
struct Dice(u64);

impl Dice {
    /// A number below the bound.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// What is put in the place of what, to make a slip.
const SLIPS: [(&str, &str); 24] = [
    (" ", "  "),
    (" ", " - "),
    (", ", ","),
    (", ", " , "),
    (", ", ",, "),
    (",", ";"),
    (" – ", " - "),
    ("«", "\""),
    ("»", "\""),
    ("»", "“"),
    ("»", ""),
    ("«", ""),
    ("№ ", "№"),
    ("№ ", "N "),
    ("№ ", "№№ "),
    ("с", "c"),
    ("О", "O"),
    (" в ", " в в "),
    (" и ", " и, "),
    ("\n", ",\n"),
    (". ", ".. "),
    ("г.", "г"),
    (" 2021", ""),
    ("М", "м"),
];

/// A text with a slip at one of the places that fit, if there is one after its first colon.
fn slip(text: &str, dice: &mut Dice) -> String {
    let (right, wrong) = SLIPS[dice.below(SLIPS.len())];
    let after_key = |at: &usize| {
        let line = &text[text[..*at].rfind('\n').map_or(0, |line| line + 1)..*at];
        line.contains(": ") || line.contains("- ") || !text.contains(": ")
    };
    let places: Vec<usize> = text.match_indices(right).map(|(at, _)| at).filter(after_key).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let at = places[dice.below(places.len())];
    format!("{}{wrong}{}", &text[..at], &text[at + right.len()..])
}

/// The texts of a folder and of those below it.
fn texts(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "md") {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// Copies a program with slips in its texts; some of its files get a mark at the beginning or other line ends.
fn copy(from: &Path, to: &Path, dice: &mut Dice) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let new = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &new, dice);
            continue;
        }
        let Ok(mut text) = fs::read_to_string(&path) else {
            fs::copy(&path, &new).unwrap();
            continue;
        };
        if new.ends_with("муниципалитет.yaml") && dice.below(2) == 0 && !text.contains("типографика")
        {
            let layout = "оформление:\n  типографика: нет\n";
            text = if text.contains("\nоформление:\n") {
                text.replace("\nоформление:\n", &format!("\n{layout}"))
            } else {
                text + layout
            };
        } else {
            for _ in 0..dice.below(30) {
                text = slip(&text, dice);
            }
        }
        if dice.below(4) == 0 {
            text = text.replace('\n', "\r\n");
        }
        let mark = if dice.below(6) == 0 { "\u{feff}" } else { "" };
        fs::write(new, format!("{mark}{text}")).unwrap();
    }
}

/// The letters and digits of a line, whatever their case and alphabet; «N» for «№» is none.
fn letters(line: &str) -> Vec<char> {
    let alike =
        |letter: char| "acekopxytmhbiё".find(letter).map(|at| "асекорхутмнвіе".chars().nth(at).unwrap_or(letter));
    let all = line.chars().filter(|sign| sign.is_alphanumeric() && *sign != 'N').flat_map(char::to_lowercase);
    all.map(|letter| if letter == 'ё' { 'е' } else { alike(letter).unwrap_or(letter) }).collect()
}

/// What a line has more of letters than before; none when it lacks one.
fn added(old: &str, new: &str) -> Option<String> {
    let (old, mut more) = (letters(old), String::new());
    let mut old = old.into_iter().peekable();
    for letter in letters(new) {
        if old.next_if_eq(&letter).is_none() {
            more.push(letter);
        }
    }
    old.next().is_none().then_some(more)
}

/// The events of a YAML text, without what the values hold.
fn shape(text: &str) -> Vec<String> {
    let mut shape = Vec::new();
    for event in Parser::new_from_str(text.trim_start_matches('\u{feff}')) {
        shape.push(match event {
            Ok((Event::Scalar(_, style, ..), _)) => format!("{style:?}"),
            Ok((other, _)) => format!("{other:?}"),
            Err(_) => return shape,
        });
    }
    shape
}

#[test]
fn no_word_is_lost_whatever_slips_there_are() {
    let mut dice = Dice(7);
    let folder = tempfile::tempdir().unwrap();
    let programs = fs::read_dir(root().join("programs")).unwrap().chain(fs::read_dir(root().join("examples")).unwrap());
    let mut programs: Vec<PathBuf> = programs.map(|entry| entry.unwrap().path()).collect();
    programs.retain(|path| !path.ends_with("ci") && path.is_dir());
    programs.sort();
    for round in 0..6 {
        for program in &programs {
            let name = format!("{round}-{}", program.file_name().unwrap().to_str().unwrap());
            copy(program, &folder.path().join(name), &mut dice);
        }
    }
    let before = texts(folder.path());
    let done = prikaz(folder.path(), &["check", "--fix", "--no-exceptions", "--format", "concise"]);
    let made = done.err.rsplit("исправлено: ").next().unwrap().trim().parse::<usize>().unwrap();
    assert!(made > 100, "{made}");
    let after = texts(folder.path());
    for (path, old) in &before {
        let at = path.display();
        let (old, new) = (std::str::from_utf8(old).unwrap(), std::str::from_utf8(&after[path]).unwrap());
        assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{at}");
        assert_eq!(old.matches("\r\n").count(), new.matches("\r\n").count(), "{at}");
        assert_eq!(old.lines().count(), new.lines().count(), "{at}");
        if path.extension().is_some_and(|extension| extension == "yaml") {
            assert_eq!(shape(old), shape(new), "{at}");
        }
        for (old, new) in old.lines().zip(new.lines()) {
            let more = added(old, new).unwrap_or_else(|| panic!("{at}: a letter is lost\n{old}\n{new}"));
            let year = more.is_empty() || (more.starts_with("20") && more.ends_with('г'));
            assert!(year, "{at}: {more} is added\n{old}\n{new}");
            let count = |line: &str, sign: char| line.matches(sign).count();
            for sign in [',', ';', ':', '(', ')', '/', '№', '[', ']'] {
                assert!(count(old, sign) <= count(new, sign), "{at}: «{sign}» is lost\n{old}\n{new}");
            }
            let stops = count(old, '.') <= count(new, '.') || old.trim_end_matches(['"', '\'']).ends_with('.');
            assert!(stops, "{at}: a full stop is lost\n{old}\n{new}");
        }
    }
    let done = prikaz(folder.path(), &["check", "--fix", "--no-exceptions", "--format", "concise"]);
    assert!(done.err.ends_with("исправлено: 0\n"), "{}", done.err);
    assert_eq!(texts(folder.path()), after);
}
