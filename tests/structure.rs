//! Cases of the rules of structure and indicators beyond the examples of their pages: found so often, or not at all.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use support::prikaz;

/// What a case that does not care for the card begins with.
const CARD: &str = "программа:\n  наименование: Программа поддержки школ\n  срок: 2021–2023\n";

const GOAL: &str = "цели:\n  - текст: Качество\n    задачи:\n      - {ид: кадры, текст: Кадры}\n      - {ид: школы, текст: Школы}\n      - {ид: дети, текст: Дети}\n";

/// The messages of a rule for a program.
fn messages(rule: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let card = if text.starts_with("программа:") { "" } else { CARD };
    fs::write(folder.path().join("программа.yaml"), format!("{card}{text}\n")).unwrap();
    // Tasks of measures are wanted by this standard alone.
    let standard: &[&str] = if rule == "measure-without-task" { &["--standard", "фиоко"] } else { &[] };
    let run = prikaz(folder.path(), &[&["check", "--format", "json"], standard].concat());
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let all = report["findings"].as_array().unwrap();
    let ours = all.iter().filter(|finding| finding["name"] == rule);
    ours.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

/// The card of a program of this name and term.
fn card(name: &str, term: &str) -> String {
    format!("программа:\n  наименование: {name}\n  срок: {term}\n")
}

fn indicators(rows: &[&str]) -> String {
    format!("показатели:\n  - {}\n", rows.join("\n  - "))
}

fn measures(rows: &[&str]) -> String {
    format!("дорожная карта:\n  мероприятия:\n    - {}\n", rows.join("\n    - "))
}

/// Each case: the rule, the program, how many findings.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn cases() -> Vec<(&'static str, String, usize)> {
    let value = |name: &str, unit: &str, values: &str| {
        indicators(&[&format!(
            "{{наименование: {name}, единица: \"{unit}\", базовое: {{год: 2020, значение: \"-\"}}, значения: {{{values}}}}}"
        )])
    };
    let full = "2021: 1, 2022: 2, 2023: 3";
    vec![
        // Nothing at all is one finding, for one indicator and for many.
        ("missing-value", indicators(&["наименование: Доля школ"]), 1),
        ("missing-unit", indicators(&["наименование: Доля школ"]), 0),
        ("missing-baseline", indicators(&["наименование: Доля школ"]), 0),
        ("missing-value", indicators(&["наименование: Доля А", "наименование: Доля Б", "наименование: Доля В"]), 1),
        ("missing-value", indicators(&["наименование: Доля А", "наименование: Доля Б"]), 2),
        // Years of the term, school years within it, a term of days.
        ("missing-value", value("Доля школ", "%", full), 0),
        ("missing-value", value("Доля школ", "%", "2021: 1, 2023: 3"), 1),
        ("missing-value", value("Доля школ", "%", "2021-2022: 1, 2022-2023: 3"), 0),
        ("missing-value", value("Доля школ", "%", "2021-2022: 1"), 1),
        ("value-outside-term", value("Доля школ", "%", "2020-2021: 1, 2021-2022: 1, 2022-2023: 3, 2023-2024: 4"), 0),
        ("value-outside-term", value("Доля школ", "%", "2019: 0, 2020: 1, 2021: 1, 2022: 2, 2023: 3"), 0),
        ("value-outside-term", value("Доля школ", "%", "2018: 0, 2021: 1, 2022: 2, 2023: 3, 2024: 4"), 2),
        // A heading is asked for nothing; what stands under it has its unit.
        (
            "missing-unit",
            "показатели:\n  - наименование: Экзамены\n    единица: \"%\"\n    показатели:\n      - наименование: Доля сдавших\n        значения: {2021: 1}".into(),
            0,
        ),
        (
            "missing-value",
            "показатели:\n  - наименование: Экзамены\n    показатели:\n      - наименование: Доля сдавших".into(),
            1,
        ),
        // Shares.
        ("percent-out-of-range", value("Доля школ", "%", "2021: 1, 2022: 101, 2023: -3"), 2),
        ("percent-out-of-range", value("Доля школ", "%", "2021: 100, 2022: \"100,0\", 2023: \"95-100 %\""), 0),
        ("percent-out-of-range", value("Темп роста числа школ", "%", "2021: 110, 2022: 120, 2023: 130"), 0),
        ("percent-out-of-range", value("Увеличение доли школ к уровню 2020 года", "%", "2021: 110"), 0),
        ("percent-out-of-range", value("Доля детей на 1000 жителей", "чел.", "2021: 110"), 0),
        ("share-without-percent", value("Доля школ", "шт.", full), 1),
        ("share-without-percent", value("Доля школ", "процентов", full), 0),
        ("share-without-percent", value("Доля школ", "доля единицы", full), 0),
        ("share-without-percent", value("Доля школ", "шт.", "2021: 5%, 2022: 6%, 2023: 7%"), 0),
        ("factor-under-percent", value("Рост числа призеров в 1,2 раза", "%", full), 1),
        ("factor-under-percent", value("Доля школ с диагностикой 2 раза в год", "%", full), 0),
        ("factor-under-percent", value("Рост числа призеров в 1,2 раза", "раз", full), 0),
        // Directions.
        ("value-against-direction", value("Снижение доли двоек", "%", full), 1),
        ("value-against-direction", value("Доля двоек", "%", "2021: 3, 2022: 2, 2023: 1"), 0),
        ("value-against-direction", value("Увеличение числа школ", "шт.", "2021: 3, 2022: 3, 2023: 1 200"), 0),
        ("value-against-direction", value("Увеличение числа школ", "шт.", "2021: 3, 2022: рост, 2023: 1"), 1),
        // Values.
        ("value-not-a-number", value("Сеть школ", "да/нет", "2021: \"нет\", 2022: \"да\", 2023: \"да\""), 0),
        ("value-not-a-number", value("Доля школ", "%", "2021: +, 2022: +, 2023: +"), 1),
        ("value-not-a-number", value("Доля школ", "%", "2021: не ниже среднего, 2022: 5, 2023: 6"), 1),
        ("unmeasurable-name", value("Создание условий для педагогов", "%", full), 1),
        ("unmeasurable-name", value("Проведение семинаров", "шт.", full), 0),
        ("unmeasurable-name", value("Развитие кадров (доля обученных)", "%", full), 0),
        // Ties.
        ("task-without-measure", format!("{GOAL}{}", measures(&["{мероприятие: А, задача: кадры}"])), 2),
        ("task-without-measure", format!("{GOAL}{}", measures(&["мероприятие: А"])), 1),
        ("measure-without-task", format!("{GOAL}{}", measures(&["мероприятие: А", "мероприятие: Б"])), 0),
        ("measure-without-task", format!("{GOAL}{}", measures(&["{мероприятие: А, задача: 1}", "мероприятие: Б"])), 1),
        (
            "measure-without-task",
            format!("{GOAL}{}дорожная карта:\n  разделы:\n    - наименование: Задача 2. Школы\n      мероприятия:\n        - мероприятие: А\n    - наименование: кадры.\n      мероприятия:\n        - мероприятие: Б\n    - наименование: Прочее\n      мероприятия:\n        - {{мероприятие: В, показатель: сдавшие}}\n", indicators(&["{ид: сдавшие, наименование: Доля сдавших, задача: дети}"])),
            0,
        ),
        (
            "task-without-measure",
            format!("{GOAL}{}дорожная карта:\n  разделы:\n    - наименование: Задача 2. Школы\n      мероприятия:\n        - мероприятие: А\n    - наименование: кадры.\n      мероприятия:\n        - мероприятие: Б\n    - наименование: Прочее\n      мероприятия:\n        - {{мероприятие: В, показатель: сдавшие}}\n", indicators(&["{ид: сдавшие, наименование: Доля сдавших, задача: дети}"])),
            0,
        ),
        ("indicator-without-task", format!("{GOAL}{}", indicators(&["наименование: Доля А"])), 0),
        ("task-without-indicator", format!("{GOAL}{}", indicators(&["наименование: Доля А"])), 1),
        // A link that names nothing is told of where it stands, not where it is missed.
        ("task-without-measure", format!("{GOAL}{}", measures(&["{мероприятие: А, задача: кадыр}"])), 0),
        ("task-without-indicator", format!("{GOAL}{}", indicators(&["{наименование: Доля А, задача: кадыр}"])), 0),
        // What most measures lack is told once, what a few lack by name.
        ("missing-result", measures(&["мероприятие: А", "мероприятие: Б", "мероприятие: В"]), 1),
        ("missing-result", measures(&["{мероприятие: А, результат: Да}", "мероприятие: Б", "мероприятие: В"]), 2),
        (
            "missing-result",
            measures(&[
                "{мероприятие: А, результат: Да}",
                "мероприятие: Б",
                "мероприятие: В",
                "мероприятие: Г",
                "мероприятие: Д",
                "мероприятие: Е",
                "мероприятие: Ж",
            ]),
            1,
        ),
        (
            "missing-deadline",
            measures(&["{мероприятие: А, подмероприятия: [{мероприятие: Б, срок: май 2022 г.}, {мероприятие: В}]}"]),
            1,
        ),
        (
            "missing-deadline",
            measures(&["{мероприятие: А, срок: май 2022 г., подмероприятия: [{мероприятие: Б}, {мероприятие: В}]}"]),
            0,
        ),
        ("missing-deadline", measures(&["{мероприятие: А, подмероприятия: [{мероприятие: Б}, {мероприятие: В}]}"]), 1),
        // The year of a program of one year, and of one school year, need not be written.
        ("deadline-without-year", measures(&["{мероприятие: А, срок: октябрь}"]), 1),
        ("deadline-without-year", card("План на 2024 год", "2024") + &measures(&["{мероприятие: А, срок: октябрь}"]), 0),
        ("deadline-without-year", card("План на год", "2023/2024 учебный год") + &measures(&["{мероприятие: А, срок: до 1 марта}"]), 0),
        // The years of a title: school years, a budget with its plan period, another term.
        ("term-conflict", card("Программа на 2023/2024–2025/2026 учебные годы", "2023/2024–2025/2026 учебные годы"), 0),
        ("term-conflict", card("Программа на 2023/24 – 2025/26 учебные годы", "2023/2024–2025/2026 учебные годы"), 0),
        ("term-conflict", card("Программа на 2024 год и плановый период 2025–2026 годов", "2024–2026"), 0),
        ("term-conflict", card("Программа на 2023/2024–2024/2025 учебные годы", "2023/2024–2025/2026 учебные годы"), 1),
        (
            "term-conflict",
            "приказ:\n  пункты:\n    - Признать утратившим силу приказ № 5 «О программе на 2018–2020 годы»".into(),
            0,
        ),
        ("term-conflict", "приказ:\n  пункты:\n    - Исполнять программу на 2018–2020 годы".into(), 1),
        // Repeats.
        ("duplicate-text", "цели:\n  - текст: Качество\n  - текст: КАЧЕСТВО.".into(), 1),
        ("duplicate-text", indicators(&["{наименование: Школы, единица: шт.}", "{наименование: Школы, единица: \"%\"}"]), 0),
        ("duplicate-number", indicators(&["наименование: А", "{наименование: Б, номер: 1}"]), 1),
        // Sections.
        ("empty-section", "содержание:\n  - раздел: \"Срок реализации: [[срок]]\"".into(), 0),
        ("empty-section", "содержание:\n  - раздел: Анализ".into(), 1),
        ("empty-section", "содержание:\n  - раздел: Анализ\n    разделы:\n      - раздел: Кадры\n        текст: Мало.".into(), 0),
        ("missing-section", "содержание:\n  - раздел: Введение\n    текст: Мало.".into(), 0),
        ("missing-section", "содержание:\n  - раздел: Условия\n    текст: |-\n      # Общие положения\n\n      Мало.".into(), 0),
        ("missing-section", "содержание:\n  - раздел: Самоанализ\n    текст: Мало.".into(), 1),
        // Results may stand with the indicators.
        ("missing-part", indicators(&["{наименование: Доля А, результат: Выросла}"]), 5),
        ("result-without-indicator", format!("{GOAL}{}результаты:\n  - {{текст: Да, задача: кадры}}\n  - {{текст: выросла., задача: школы}}\n  - текст: Нет", indicators(&["{наименование: Доля А, задача: кадры, результат: Выросла}"])), 1),
    ]
}

#[test]
fn each_case_is_found_so_often() {
    let mut wrong = Vec::new();
    for (rule, text, times) in cases() {
        let found = messages(rule, &text);
        if found.len() != times {
            wrong.push(format!("{rule}: {times} expected, found {found:#?} in\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
