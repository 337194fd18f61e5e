//! Awkward cases of the rules on words: what each must find and what it must leave alone.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use std::fs;
use support::prikaz;

/// The messages of a rule for a program of these lines beside a municipality of those.
fn messages(rule: &str, program: &str, municipality: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let card = if program.lines().any(|line| line.starts_with("программа:")) {
        ""
    } else {
        "программа:\n  наименование: Программа поддержки школ\n"
    };
    fs::write(folder.path().join("программа.yaml"), format!("{card}{program}\n")).unwrap();
    if !municipality.is_empty() {
        fs::write(folder.path().join("муниципалитет.yaml"), format!("{municipality}\n")).unwrap();
    }
    let run = prikaz(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{rule}: {}", run.err));
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["name"] == rule);
    findings.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

/// Results of a program, one a line.
fn results(lines: &[&str]) -> String {
    let items = lines.iter().map(|line| format!("  - '{line}'")).collect::<Vec<_>>().join("\n");
    format!("результаты:\n{items}")
}

const PARTIES: &str = "стороны:
  - наименование: общеобразовательные организации
    краткое: ОО
  - наименование: МКУ «ГМЦ»
  - наименование: Управление образования
люди:
  - ид: глава
    имя: Л.Ю. Живцова";

const EDITION: &str = "приказ:
  пункты:
    - утвердить:
        документ: дорожная карта
        далее: Карта
    - Разместить документы на сайте (далее – Сайт).
    - Обновлять Сайт.
дорожная карта:
  мероприятия:
    - мероприятие: Отчет
редакции:
  - ид: 2023
    программа:
      наименование: Программа поддержки школ на 2023 год
      далее: Проект
    содержание:
      - раздел: О Карте
        текст: Карта действует год.";

const ACTS: &str = "акты:
  - Приказ РЦЭИ от 01.02.2021 № 5
результаты:
  - Отчет";

/// A rule, a program, a municipality, and words of each message that must be found.
type Case<'t> = (&'t str, String, &'t str, &'t [&'t str]);

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn awkward_cases() {
    let measure = |who: &str| {
        format!(
            "дорожная карта:\n  мероприятия:\n    - мероприятие: Отчет\n      срок: май 2021\n      ответственные: {who}"
        )
    };
    let cases: Vec<Case<'_>> = vec![
        (
            "unexpanded-abbreviation",
            results(&["Отчет ОО и РМО", "Отчет РМО"]),
            PARTIES,
            &["«ОО» нигде не раскрыто", "«РМО» нигде не раскрыто (2 раза)"],
        ),
        ("unexpanded-abbreviation", results(&["Отчет ОО", "Отчеты общеобразовательных организаций"]), PARTIES, &[]),
        ("unexpanded-abbreviation", results(&["Отчет РМО (районное методическое объединение)"]), "", &[]),
        ("unexpanded-abbreviation", results(&["РМО – районное методическое объединение"]), "", &[]),
        (
            "unexpanded-abbreviation",
            results(&["ФИС ОКО (федеральная информационная система оценки качества образования)"]),
            "",
            &[],
        ),
        (
            "unexpanded-abbreviation",
            results(&["на учете в КДН и ЗП (комиссия по делам несовершеннолетних и защите их прав)"]),
            "",
            &[],
        ),
        (
            "unexpanded-abbreviation",
            results(&["ПАСПОРТ программы", "Форма ОО-1, форма ЗП-образование, АИС «Навигатор»"]),
            "",
            &[],
        ),
        ("unexpanded-abbreviation", results(&["ВПР, ЕГЭ, ФГОС НОО, ПРОГРАММА РАЗВИТИЯ ШКОЛ, приказ № 15-ОД"]), "", &[]),
        ("unexpanded-abbreviation", results(&["работа регионального уровня (РКР)"]), "", &["РКР"]),
        ("unexpanded-abbreviation", measure("МКУ «ГМЦ»"), PARTIES, &["ГМЦ"]),
        ("unexpanded-abbreviation", ACTS.to_owned(), "", &[]),
        (
            "abbreviation-conflict",
            results(&["школы района (далее – Школы)", "школы города (далее – Школы)"]),
            "",
            &["второй раз"],
        ),
        (
            "abbreviation-conflict",
            results(&["каждая образовательная организация (ОО)"]),
            PARTIES,
            &["раскрыто по-разному"],
        ),
        ("abbreviation-conflict", results(&["в общеобразовательных организациях (далее – ОО)"]), PARTIES, &[]),
        (
            "abbreviation-conflict",
            results(&["муниципальная система оценки качества образования (МСОКО)"]),
            "сокращения:\n  МСОКО: муниципальная система оценки качества образования",
            &[],
        ),
        (
            "abbreviation-conflict",
            results(&["общеобразовательные организации (ОО)", "общеобразовательных организаций (далее – ОрО)"]),
            "",
            &[],
        ),
        ("unused-short-name", results(&["Программа школ (далее – Программа)", "отчет о Программе"]), "", &[]),
        (
            "unused-short-name",
            results(&["Программа школ (далее – Программа)", "отчет о программе"]),
            "",
            &["«Программа» вводится"],
        ),
        ("unused-short-name", EDITION.to_owned(), "", &["«Проект» вводится"]),
        ("inconsistent-party", measure("[{текст: 'МКУ ГМЦ'}]"), PARTIES, &["МКУ ГМЦ и МКУ «ГМЦ»"]),
        ("inconsistent-party", measure("[{текст: 'управление образования'}]"), PARTIES, &[]),
        ("inconsistent-party", results(&["Отчет МКУ ГМЦ города"]), PARTIES, &["МКУ ГМЦ и МКУ «ГМЦ»"]),
        ("misspelt-name", results(&["поручить Л.Ю. Жывцова"]), PARTIES, &["«Живцова»: «Жывцова»"]),
        ("misspelt-name", results(&["поручить Живцовой Л.Ю. и Л.Ю. Петровой"]), PARTIES, &[]),
        ("misspelt-name", results(&["отчет Министерства просвящения Российской Федерации"]), "", &["просвящения"]),
        ("misspelt-name", results(&["отчет Министерству просвещения Российской Федерации, Рособрнадзору"]), "", &[]),
        ("mixed-script", results(&["OO города и ОО района"]), PARTIES, &["латинские буквы O, O"]),
        ("mixed-script", results(&["PISA, IT-класс, 5 A класс, категория B и XX век"]), "", &[]),
        (
            "mixed-script",
            "результаты:\n  - Отчет".to_owned(),
            "стороны:\n  - наименование: Отдел oбразования",
            &["латинская буква o"],
        ),
        ("unfinished-text", results(&["Отчет;", "Справка,", "План."]), "", &[]),
        ("unfinished-text", results(&["Отчет.", "Справка, план и"]), "", &["обрывается на слове «и»"]),
        ("unbalanced-quotes", results(&["МКУ «ГМЦ и «Точка роста"]), "", &["не закрыта", "не закрыта"]),
        ("typography-slip", results(&["закон №273 - \"Об образовании\""]), "", &[]),
        ("typography-slip", results(&["закон №273"]), "оформление:\n  типографика: нет", &["№273"]),
    ];
    let mut wrong = Vec::new();
    for (rule, program, municipality, wanted) in cases {
        let found = messages(rule, &program, municipality);
        let fits =
            found.len() == wanted.len() && wanted.iter().zip(&found).all(|(words, message)| message.contains(words));
        if !fits {
            wrong.push(format!("{rule}: {found:#?} instead of {wanted:?} in\n{program}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
