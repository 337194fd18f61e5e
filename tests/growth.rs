//! Time grows with a list and not with its square: nothing is compared each with each.
//!
//! Processor time of whole runs on n and on 2n things; twice the things may take three times the time, where a square
//! takes four. `benches/growth.py` measures every list and up to the limits.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use std::fmt::Write;
use support::{folder, prikaz};

const CARD: &str = "программа:\n  наименование: Программа поддержки школ\n  срок: 2021–2023 годы\n";
const DISTRICT: &str = "муниципалитет:\n  наименование: Приреченский район\n";
const TEXT: &str = "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n";
const ORDER: &str = "приказ:\n  дата: 30 августа 2021 г.\n  номер: 5\n";

/// From how many ticks of the processor's clock on a time is long enough to be compared.
const TICKS: u64 = 15;

/// The names and texts of files.
type Files = Vec<(String, String)>;

/// The files of a program with so many things.
type Make = fn(usize) -> Files;

/// A word of its own for each number.
fn word(number: usize) -> String {
    const PARTS: [&str; 16] =
        ["ба", "ве", "гу", "дар", "жон", "зал", "кир", "лом", "мур", "нед", "пос", "рыб", "сан", "тев", "уль", "фен"];
    (0..4).map(|place| PARTS[number >> (4 * place) & 15]).collect()
}

/// A line for each number.
fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut all, number| {
        writeln!(all, "{}", line(number)).unwrap();
        all
    })
}

fn program(text: &str, district: &str, prose: &str) -> Files {
    let files = [("программа.yaml", format!("{CARD}{text}")), ("муниципалитет.yaml", format!("{DISTRICT}{district}"))];
    let files = files.into_iter().chain([("анализ.md", format!("Текст.\n\n{prose}"))]);
    files.map(|(name, text)| (name.to_owned(), text)).collect()
}

fn measures(n: usize, key: &str, value: impl Fn(usize) -> String) -> String {
    let row = |i| format!("    - ид: мера-{i}\n      мероприятие: Дело {}\n      {key}: {}", word(i), value(i));
    format!("дорожная карта:\n  мероприятия:\n{}", lines(n, row))
}

fn tasks(n: usize) -> String {
    format!("задачи:\n{}", lines(n, |i| format!("  - ид: задача-{i}\n    текст: Развитие {} в школах", word(i))))
}

fn parties(n: usize) -> String {
    let row = |i| format!("  - ид: сторона-{i}\n    наименование: Комитет {}\n    краткое: К{}", word(i), word(i));
    format!("стороны:\n{}", lines(n, row))
}

fn people(n: usize) -> String {
    format!("люди:\n{}", lines(n, |i| format!("  - ид: лицо-{i}\n    имя: А.Б. А{}ов", word(i))))
}

fn paragraphs(n: usize, text: impl Fn(usize) -> String) -> String {
    lines(n, |i| format!("{}\n", text(i)))
}

/// The lists whose comparison is the nearest temptation.
fn lists() -> Vec<(&'static str, Make)> {
    vec![
        ("references", |n| {
            let text = measures(n, "результат", word) + TEXT;
            program(&text, "", &paragraphs(n, |i| format!("См. [[мерза-{i}]].")))
        }),
        ("parties", |n| {
            program(&measures(n, "ответственные", |i| format!("{{сторона: сторон-{i}}}")), &parties(n), "")
        }),
        ("people", |n| program(&measures(n, "ответственные", |i| format!("{{лицо: лица-{i}}}")), &people(n), "")),
        ("tasks", |n| program(&(tasks(n) + &measures(n, "задача", |i| format!("зодача-{i}"))), "", "")),
        ("texts of tasks", |n| {
            let written = |i| format!("Развитие {} в школах", word(i));
            program(&(tasks(n) + &measures(n, "задача", written)), "", "")
        }),
        ("indicators", |n| {
            let row = |i| format!("  - ид: доля-{i}\n    задача: задача-{i}\n    наименование: Доля {}", word(i));
            let all = format!("показатели:\n{}", lines(n, row));
            program(&(tasks(n) + &all + &measures(n, "показатель", |i| format!("доли-{i}"))), "", "")
        }),
        ("acts", |n| {
            let acts = lines(n, |i| format!("  - ид: акт-{i}\n    вид: приказ\n    номер: {i}"));
            let basis = lines(n, |i| format!("    - ссылка: окт-{i}"));
            program(&format!("акты:\n{acts}{ORDER}  основания:\n{basis}"), "", "")
        }),
        ("papers", |n| {
            let papers = lines(n, |i| format!("  - {{ид: бумага-{i}, наименование: Положение о {}}}", word(i)));
            let items = lines(n, |i| format!("    - утвердить: бумага-{i}"));
            let appendices = lines(n, |i| format!("    - бумага-{i}"));
            program(&format!("документы:\n{papers}{ORDER}  пункты:\n{items}  приложения:\n{appendices}"), "", "")
        }),
        ("missing files", |n| {
            let named = lines(n, |i| format!("  - {{раздел: О {}, файл: фейл-{i}.md}}", word(i)));
            let mut files = program(&format!("содержание:\n{named}"), "", "");
            files.extend((0..n).map(|i| (format!("файл-{i}.md"), String::new())));
            files
        }),
        ("files", |n| {
            let named = lines(n, |i| format!("  - {{раздел: О {}, файл: файл-{i}.md}}", word(i)));
            let mut files = program(&format!("содержание:\n{named}"), "", "");
            files.extend((0..n).map(|i| (format!("файл-{i}.md"), "Текст.".to_owned())));
            files
        }),
        ("surnames", |n| program(TEXT, &people(n), &paragraphs(n, |i| format!("Поручить А.Б. А{}ков.", word(i))))),
        ("names in the text", |n| {
            program(TEXT, &parties(n), &paragraphs(n, |i| format!("Комитет {}а действует.", word(i))))
        }),
        ("abbreviations", |n| {
            let short = |i| word(i).to_uppercase();
            let listed = lines(n, |i| format!("  {}: центр {}", short(i), word(i)));
            program(
                &format!("сокращения:\n{listed}{TEXT}"),
                &parties(n),
                &paragraphs(n, |i| format!("В {}.", short(i))),
            )
        }),
        ("sections of a standard", |n| {
            let sections = lines(n, |i| format!("  - {{раздел: Глава {}, текст: Текст.}}", word(i + 3)));
            let mut files = program(&format!("содержание:\n{sections}"), "", "");
            files[0].1 = files[0].1.replacen("годы\n", "годы\n  стандарт: свой\n", 1);
            let wanted = lines(n, |i| format!("  - {{наименование: О {0}, слова: [{0}], нужен: желательно}}", word(i)));
            files.push(("стандарты/свой.yaml".into(), format!("наименование: свой\nразделы:\n{wanted}")));
            files
        }),
        ("words in one value", |n| {
            // Two blank lines in a value in quotation marks are a new paragraph.
            let text = lines(n, |i| format!("      Школа {}o.\n\n", word(i)));
            program(&format!("содержание:\n  - раздел: Анализ\n    текст: \"\n{text}      \"\n"), "", "")
        }),
        ("texts that are alike", |n| {
            let tasks = lines(n, |i| format!("  - Развитие компетенций педагогов школ района {i}"));
            let text = |i| format!("Развитие компетенций педагогов школ области {i}");
            program(&format!("задачи:\n{tasks}{TEXT}"), "", &paragraphs(n, text))
        }),
    ]
}

/// The ticks of the processor that children of this process have used.
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
    // cutime and cstime, fields 16 and 17 from 1, of which two stand before the bracket.
    fields[13..15].iter().map(|field| field.parse::<u64>().unwrap()).sum()
}

/// The least ticks of several checks of so many things.
fn spent(files: &Files, times: usize) -> u64 {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let folder = folder(&files);
    let run = |_| {
        let before = ticks();
        let done = prikaz(folder.path(), &["check", "--jobs", "1"]);
        let refused = ["too-many-nodes", "too-large"].iter().any(|name| done.out.contains(name));
        assert!(done.code < 2 && !refused, "{} {}", done.code, done.err);
        ticks() - before
    };
    (0..times).map(run).min().unwrap()
}

#[test]
fn time_grows_with_the_list() {
    for (name, files) in lists() {
        let mut n = 500;
        while spent(&files(n), 1) < TICKS && n < 4000 {
            n *= 2;
        }
        let [one, two] = [n, 2 * n].map(|n| spent(&files(n), 2));
        assert!(two < TICKS || two <= 3 * one, "{name}: {n} take {one} ticks, twice as many take {two}");
    }
}
