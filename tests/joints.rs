//! Where a paper adds a sign after data: one sign only, and no space before it, whatever the data end in.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use std::path::Path;
use support::{prikaz, root};

/// Signs that close words.
const SIGNS: [char; 4] = ['.', ',', ';', ':'];

/// Builds the programs of a folder and gives the places of their papers where signs meet or stand apart, but those that
/// the texts of the programs have themselves.
fn faults(folder: &Path) -> Vec<String> {
    let built = prikaz(folder, &["build", "--format", "md", "--out", "out"]);
    assert!(built.code < 2, "{}{}", built.out, built.err);
    let (mut papers, mut texts) = (Vec::new(), String::new());
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        if entry.file_name() == ".prikaz-papers" {
            continue;
        }
        if entry.path().starts_with(folder.join("out")) { papers.push(text) } else { texts += &text }
    }
    assert!(!papers.is_empty(), "{}", built.err);
    let texts = plain(&texts);
    let mut found: Vec<String> = papers.iter().flat_map(|paper| joints(&plain(paper))).collect();
    found.retain(|fault| !texts.contains(fault.as_str()));
    found
}

/// A text with its spaces alike and without the backslashes of Markdown.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\\', "")
}

/// The places of a text where two signs meet or a space stands before one, each with the word before.
fn joints(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.contains("---")) {
        let signs: Vec<char> = line.chars().collect();
        for at in 1..signs.len() {
            let (before, sign) = (signs[at - 1], signs[at]);
            let met = SIGNS.contains(&before) || (before == ' ' && !signs[..at].iter().all(|own| *own == ' '));
            if SIGNS.contains(&sign) && met && !abbreviated(&signs[..at], sign) {
                // The cell of a table or its line.
                let cell = signs[..at].iter().rposition(|own| matches!(own, '|' | '>')).map_or(0, |bar| bar + 1);
                let fault: String = signs[cell.max(at.saturating_sub(12))..=at].iter().collect();
                found.push(fault.trim_start().to_owned());
            }
        }
    }
    found
}

/// Whether the full stop before another sign belongs to the word: «2021 г.;», «Ивановой Б.Б.:».
fn abbreviated(before: &[char], sign: char) -> bool {
    let text: String = before.iter().collect();
    let word = text.rsplit([' ', '(', '«']).next().unwrap_or_default();
    let initials = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    sign != '.' && (["г.", "руб."].contains(&word) || word.split_terminator('.').all(initials))
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().filter_map(Result::ok) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn published_programs_and_examples_with_and_without_typography() {
    for typography in ["да", "нет"] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        let layout = format!("оформление:\n  типографика: {typography}\n");
        fs::write(folder.path().join("муниципалитет.yaml"), layout).unwrap();
        for name in ["programs", "examples/minimal", "examples/full", "examples/large"] {
            copy(&root().join(name), &folder.path().join(name));
        }
        assert_eq!(faults(folder.path()), Vec::<String>::new(), "типографика: {typography}");
    }
}

/// What the municipality has.
const MUNICIPALITY: &str = "\
оформление: {типографика: ТИП}
люди:
  - ид: зам
    имя: Б.Б. Иванова
    дательный: Ивановой Б.Б.
    винительный: Иванову Б.Б.
    должность: {наименование: заместитель, дательный: заместителю, винительный: заместителя}
  - {ид: глава, имя: А.А. Петров, должность: глава района}
стороны:
  - {ид: школы, наименование: Школы, дательный: \"школамКОНЕЦ\"}
";

/// A program in which everything that a paper puts a sign after ends so.
const PROGRAM: &str = "\
программа:
  наименование: Программа развития на [[срок]]
  винительный: \"Программу развитияКОНЕЦ\"
  далее: \"ПрограммаКОНЕЦ\"
  срок: 2021–2025
паспорт:
  заказчик: \"АдминистрацияКОНЕЦ\"
  механизмы:
    - {заголовок: \"КадрыКОНЕЦ\", текст: обучение}
    - {заголовок: \"СвязиКОНЕЦ\", список: [\"одноКОНЕЦ\", \"другоеКОНЕЦ\"]}
  строки:
    - строка: механизмы
    - {строка: задачи, метка: а)}
    - {строка: цели, метка: \"-\"}
    - {строка: показатели, метка: 1)}
    - {строка: результаты, метка: 1.}
    - строка: финансирование
цели:
  - {текст: \"Повышение качестваКОНЕЦ\", задачи: [\"Развитие кадровКОНЕЦ\", \"Помощь школамКОНЕЦ\"]}
  - {текст: \"Снижение рисковКОНЕЦ\", задачи: [\"ЕщёКОНЕЦ\"]}
показатели:
  - {номер: 1.1., наименование: \"Доля школКОНЕЦ\", единица: \"%\", результат: \"Доля вырослаКОНЕЦ\"}
результаты:
  - {текст: \"ГотовоКОНЕЦ\", список: [\"первоеКОНЕЦ\", \"второеКОНЕЦ\"]}
  - \"СделаноКОНЕЦ\"
финансирование:
  единица: \"тыс. руб.КОНЕЦ\"
  источники:
    - {наименование: \"бюджет районаКОНЕЦ\", по годам: {2021: 10, 2022: 20}}
    - {наименование: \"бюджет краяКОНЕЦ\", по годам: {2021: 1, 2022: 2}}
дорожная карта:
  стороны: через запятую
  мероприятия:
    - мероприятие: Обучение учителей
      срок: Сентябрь 2021
      ответственные: [{текст: \"отделКОНЕЦ\"}, {текст: \"школыКОНЕЦ\"}]
содержание:
  - раздел: Цели
    части: [{часть: цели, метка: а)}, {часть: задачи, метка: \"-\"}, {часть: результаты, метка: 1)}]
приказ:
  основания:
    - {вводная: на основании, текст: \"Устава районаКОНЕЦ\"}
    - \"законаКОНЕЦ\"
  цель: развития
  пункты:
    - {утвердить: [программа], срок: \"до 1 июня 2021 годаКОНЕЦ\"}
    - {утвердить: [паспорт, дорожная карта], текст: \"Утвердить бумагиКОНЕЦ\"}
    - назначить: зам
    - поручить: зам
      дефисы: [\"собратьКОНЕЦ\", {текст: \"сдатьКОНЕЦ\", срок: \"до 1 июня 2021 годаКОНЕЦ\"}]
    - поручить: зам
      текст: \"подготовитьКОНЕЦ\"
      срок: \"до 1 июля 2021 годаКОНЕЦ\"
      дефисы: [\"планКОНЕЦ\", \"отчётКОНЕЦ\"]
    - рекомендовать: школы
    - {рекомендовать: школы, подпункты: [{текст: \"принятьКОНЕЦ\"}]}
    - {текст: \"ОпубликоватьКОНЕЦ\", срок: \"до 1 июня 2021 годаКОНЕЦ\"}
  контроль: зам
  подпись: {лицо: глава}
  приложения:
    - {документ: программа, приложения: [{документ: паспорт}]}
    - документ: дорожная карта
";

#[test]
fn data_that_end_in_signs_of_their_own() {
    for typography in ["да", "нет"] {
        for end in ["", ".", ";", ":", ",", " ", " Б.Б.", " Б.Б.;", " 2021 г.", "?"] {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in [("муниципалитет.yaml", MUNICIPALITY), ("программа.yaml", PROGRAM)]
            {
                let text = text.replace("КОНЕЦ", end).replace("ТИП", typography);
                fs::write(folder.path().join(name), text).unwrap();
            }
            let own = prikaz(folder.path(), &["check", "--format", "json"]);
            for unread in ["unknown-key", "yaml-syntax", "wrong-type", "unknown-person", "missing-key"] {
                assert!(!own.out.contains(&format!("\"{unread}\"")), "{}", own.out);
            }
            assert_eq!(faults(folder.path()), Vec::<String>::new(), "«{end}», типографика: {typography}");
        }
    }
}
