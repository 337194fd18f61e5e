//! What the rules for orders, acts and numbers must find, and what looks alike and must be left.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use support::{folder, prikaz};

const CARD: &str = "программа:\n  наименование: Программа поддержки школ\n  срок: 2021–2025\n";

/// The messages of a rule for a program with this YAML after its card and this Markdown as a section.
fn messages(rule: &str, yaml: &str, markdown: &str) -> Vec<String> {
    let contents = "содержание:\n  - раздел: Анализ\n    файл: текст.md\n";
    let program = format!("{CARD}{yaml}\n{}", if markdown.is_empty() { "" } else { contents });
    let folder = folder(&[("программа.yaml", program.as_bytes()), ("текст.md", markdown.as_bytes())]);
    let run = prikaz(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let ours = report["findings"].as_array().unwrap().iter().filter(|finding| finding["name"] == rule);
    ours.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

/// A Markdown table of these lines, the first being its head.
fn table(lines: &[&str]) -> String {
    let columns = lines[0].matches('|').count() - 1;
    let rule = format!("|{}", " --- |".repeat(columns));
    [&[lines[0], &rule], &lines[1..]].concat().join("\n") + "\n"
}

#[test]
fn tables_are_recounted() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        // Subtotals: the total is the sum of the subtotals.
        (
            "wrong-total",
            &[
                "| Школа | Детей |",
                "| А | 5 |",
                "| Б | 6 |",
                "| Итого | 11 |",
                "| В | 7 |",
                "| Г | 8 |",
                "| Итого | 15 |",
                "| Всего | 26 |",
            ],
            &[],
        ),
        (
            "wrong-total",
            &[
                "| Школа | Детей |",
                "| А | 5 |",
                "| Б | 6 |",
                "| Итого | 11 |",
                "| В | 7 |",
                "| Г | 8 |",
                "| Итого | 15 |",
                "| Всего | 27 |",
            ],
            &["«Всего»: записано 27, а в сумме 26"],
        ),
        // A cell that cannot be read, a mean under a wrong name, a share: left.
        ("wrong-total", &["| Школа | Детей |", "| А | 5 |", "| Б | около 6 |", "| Итого | 12 |"], &[]),
        ("wrong-total", &["| Школа | УО |", "| А | 50 |", "| Б | 60 |", "| Итого | 54 |"], &[]),
        ("wrong-total", &["| Школа | Доля, % |", "| А | 50 |", "| Б | 60 |", "| Итого | 120 |"], &[]),
        (
            "wrong-total",
            &["| Школа | Сумма |", "| А | 1 200,5 |", "| Б | – |", "| В | 0,3 |", "| ИТОГО: | 1 205,9 |"],
            &["«ИТОГО:»: записано 1 205,9, а в сумме 1200,8"],
        ),
        (
            "wrong-total",
            &["| Показатель | Число |", "| Педагогов | 20 |", "| из них молодых | 6 |", "| Всего | 30 |"],
            &[],
        ),
        ("wrong-total", &["| Этап | Число |", "| 1 | 2 |", "| 2 | 3 |", "| Всего предметов | 12 |"], &[]),
        // Columns.
        (
            "wrong-total",
            &["| Источник | 2021 | 2022 | Всего |", "| А | 1 | 2 | 3 |", "| Б | 4 | 5 | 8 |"],
            &["«Б»: записано 8, а в сумме 9"],
        ),
        ("wrong-total", &["| Школа | Всего | Высшая | Первая |", "| А | 10 | 3 | 4 |", "| Б | 12 | 5 | 5 |"], &[]),
        // Means.
        (
            "wrong-mean",
            &["| Предмет | 2019 | 2020 | В среднем |", "| А | 3,5 | 4,0 | 3,8 |", "| Б | 3,0 | 4,0 | 3,6 |"],
            &[],
        ),
        (
            "wrong-mean",
            &["| Школа | Балл |", "| А | 40 |", "| Б | 60 |", "| Среднее | 100 |"],
            &["«Среднее»: среднее 100 не сходится, среднее чисел 40, 60 – 50, записана их сумма"],
        ),
        ("wrong-mean", &["| Школа | Балл |", "| А | 40 |", "| Б | 45 |", "| В среднем по району | 62 |"], &[]),
        // Shares.
        (
            "wrong-share",
            &[
                "| Школа | Всего | Сдали | % |",
                "| А | 40 | 30 | 75 |",
                "| Б | 33 | 25 | 75,8 |",
                "| В | 31 | 28 | 90 |",
                "| Г | 10 | 10 | 100 |",
            ],
            &[],
        ),
        (
            "wrong-share",
            &[
                "| Школа | Учителей | Учеников | УО, % |",
                "| А | 40 | 300 | 75 |",
                "| Б | 33 | 250 | 50 |",
                "| В | 31 | 280 | 90 |",
            ],
            &[],
        ),
        ("percent-over-hundred", &["| Школа | Рост к 2020 году, % |", "| А | 120 |"], &[]),
        ("percent-over-hundred", &["| Школа | Выполнение плана, % |", "| А | 104 |"], &[]),
        ("percent-over-hundred", &["| Школа | Кол-во / % |", "| А | 137 |"], &[]),
        ("percent-over-hundred", &["| Школа | КО, % |", "| А | 137 |"], &["«А»: 137 в столбце долей – больше 100 %"]),
    ];
    for (rule, lines, wanted) in cases {
        assert_eq!(messages(rule, "", &table(lines)), *wanted, "{rule}: {lines:#?}");
    }
}

#[test]
fn two_halves_make_a_whole() {
    let lines = [
        "| Год | 2018 | 2019 |",
        "| Детей | 137 | 140 |",
        "| из них: | | |",
        "| - совершеннолетние | 33 / 24% | 45 / 32% |",
        "| - несовершеннолетние | 101 / 74% | 95 / 68% |",
    ];
    let wanted = "2018: совершеннолетние 33 и несовершеннолетние 101 – вместе 134, а всего 137";
    assert_eq!(messages("wrong-total", "", &table(&lines)), [wanted]);
}

#[test]
fn promises_are_compared() {
    let result = |text: &str| format!("результаты:\n  - {text}");
    let school = "школ с низкими образовательными результатами обучающихся";
    let cases = [
        (
            format!("Сокращение числа {school} не менее чем на 30%"),
            format!("Планируется сокращение числа {school} не менее чем на 25-30%."),
            1,
        ),
        (
            format!("Сокращение числа {school} не менее чем на 30%"),
            format!("Планируется сокращение числа {school} не менее чем на 30 %."),
            0,
        ),
        (
            format!("Сокращение числа {school} до 30% в 2022 году"),
            format!("Сокращение числа {school} до 20% в 2023 году."),
            0,
        ),
        (
            format!("Сокращение числа {school} не менее чем на 30%"),
            format!("Увеличение числа {school} не менее чем на 10%."),
            0,
        ),
        (
            "Увеличение доли педагогов с высшей категорией до 40%".into(),
            "Увеличение доли педагогов, прошедших повышение квалификации, до 90%.".into(),
            0,
        ),
    ];
    for (one, other, wanted) in cases {
        assert_eq!(messages("number-conflict", &result(&one), &other).len(), wanted, "{one}\n{other}");
    }
}

#[test]
fn orders_are_read_with_care() {
    let order = |lines: &str| format!("приказ:\n  дата: 02.08.2021\n  номер: 226\n{lines}");
    let cases = [
        ("bad-order-heading", "  заголовок: Об утверждении плана на 2021–2025 гг.", 0),
        ("bad-order-heading", "  заголовок: Об утверждении плана.", 1),
        ("act-after-order", "  основания:\n    - На основании приказа министерства от 02.08.2021 № 15", 0),
        ("act-after-order", "  преамбула: Во исполнение приказа министерства от 03.08.2021 № 15", 1),
        (
            "order-date-conflict",
            "  пункты:\n    - Руководителям школ исполнить приказ министерства образования от 05.02.2021 № 226",
            0,
        ),
        ("order-date-conflict", "  пункты:\n    - Руководителям школ исполнить приказ от 05.02.2021 № 226", 1),
        ("order-date-conflict", "  пункты:\n    - Признать утратившим силу приказ от 05.02.2020 № 12", 0),
        ("missing-appendix", "  пункты:\n    - Руководителям школ представить сведения (приложение № 1)", 1),
        (
            "missing-appendix",
            "  пункты:\n    - Руководителям школ исполнить приказ (приложение № 3 к приказу министерства)",
            0,
        ),
        (
            "missing-appendix",
            "  пункты:\n    - текст: \"Внести в постановление от 30.09.2013 № 1296 изменения:\"\n      подпункты:\n        - Приложение № 3 изложить в новой редакции\n        - в приложении № 2 цифры «3» заменить цифрами «5»",
            0,
        ),
        (
            "missing-appendix",
            "  пункты:\n    - Дополнить план приложением № 4 согласно приложению № 1 к настоящему приказу",
            1,
        ),
        ("missing-appendix", "  пункты:\n    - Утвердить план согласно приложению № 2 к настоящему постановлению", 1),
        ("item-without-executor", "  пункты:\n    - Внести изменения в постановление от 30.09.2013 № 1296", 0),
        ("item-without-executor", "  пункты:\n    - Создать рабочую группу по реализации плана", 0),
        ("item-without-executor", "  пункты:\n    - Опубликовать (разместить) настоящее постановление на сайте", 0),
        ("item-without-executor", "  пункты:\n    - Признать утратившим силу приказ «Как обеспечить всех»", 0),
        ("item-without-executor", "  пункты:\n    - Создать условия для работы школ", 1),
        ("item-without-deadline", "  пункты:\n    - Создать рабочую группу по реализации плана", 0),
        ("item-without-deadline", "  пункты:\n    - Отделу печати опубликовать настоящее постановление", 0),
        ("item-without-deadline", "  пункты:\n    - Отделу печати опубликовать отчет", 1),
        ("item-without-deadline", "  пункты:\n    - Руководителям школ вести сайты постоянно", 0),
        ("item-without-deadline", "  пункты:\n    - Руководителям школ довести приказ до сведения педагогов", 1),
        (
            "item-without-deadline",
            "  пункты:\n    - Рекомендовать администрациям поселений оказать содействие школам",
            0,
        ),
        (
            "incomplete-act",
            "  основания:\n    - акт:\n        вид: письмо Рособрнадзора\n        название: О критериях",
            0,
        ),
        (
            "incomplete-act",
            "  основания:\n    - акт:\n        вид: приказ Рособрнадзора\n        название: О критериях",
            1,
        ),
    ];
    for (rule, lines, wanted) in cases {
        let found = messages(rule, &order(lines), "");
        assert_eq!(found.len(), wanted, "{rule}\n{lines}\n{found:?}");
    }
}

#[test]
fn words_in_the_capitals_of_a_title_are_no_abbreviations() {
    for (text, wanted) in [
        ("**МОДЕЛЬ** оценки\n\nСОСТАВ рабочей группы\n\nФОРМА отчета\n\nУСТАВ школы\n\nПРИНЯТА на совете", 0),
        ("АКТ СВЕРКИ\n\nЛИСТ ОЦЕНКИ\n\n# ДОГОВОР О РАБОТЕ", 0),
        ("АКТ проверки\n\nК нему прилагается акт прошлого года.", 0),
        ("ТЕМЫ совещаний\n\nСовещание по теме года.", 0),
        ("Работа РМО и ИМЦ, СОИРО, ТОИПКРО, ВСОКО", 5),
        ("РМО\n\nИМЦ, ВШК", 3),
        ("МОДЕЛЬ работы РМО", 1),
    ] {
        let found = messages("unexpanded-abbreviation", "", text);
        assert_eq!(found.len(), wanted, "{text}\n{found:?}");
    }
}

#[test]
fn a_deadline_outside_two_terms_is_told_once() {
    let inherited = |deadline: &str| {
        let roadmap = format!("дорожная карта:\n  мероприятия:\n    - {{мероприятие: Обучение, срок: {deadline}}}");
        format!("{roadmap}\nредакции:\n  - {{ид: р1, программа: {{срок: 2024–2025}}}}")
    };
    let told = |deadline: &str| messages("deadline-outside-term", &inherited(deadline), "");
    assert_eq!(told("октябрь 2031"), ["срок «октябрь 2031» выходит за срок программы"]);
    assert_eq!(told("октябрь 2022"), ["срок «октябрь 2022» выходит за срок редакции «р1»"]);
    assert_eq!(told("октябрь 2024"), Vec::<String>::new());
    let folder = folder(&[("программа.yaml", format!("{CARD}{}\n", inherited("октябрь 2022")).as_bytes())]);
    let done = prikaz(folder.path(), &["check"]);
    assert!(done.out.contains("поправьте срок мероприятия или срок редакции «р1»"), "{}", done.out);
}

#[test]
fn an_appendix_of_an_appendix_is_told_by_what_it_belongs_to() {
    let order = |appendices: &str| {
        let papers = "документы:\n  - {ид: устав, наименование: Положение о школе}\n";
        format!("{papers}приказ:\n  пункты:\n    - утвердить: программа\n  приложения:\n    - {appendices}")
    };
    let told = |appendices: &str| messages("appendix-not-mentioned", &order(appendices), "");
    let own = "{документ: программа, приложения: [устав]}";
    assert_eq!(told(own), ["о приложении № 1 к единственному приложению нигде не сказано"]);
    let second = format!("программа\n    - {}", own.replace("программа", "паспорт"));
    assert_eq!(told(&second)[1..], ["о приложении № 1 к приложению № 2 нигде не сказано"]);
}

#[test]
fn only_what_changes_an_act_is_no_task() {
    let order = |item: &str| format!("приказ:\n  пункты:\n    - '{item}'");
    for (rule, item, wanted) in [
        ("item-without-deadline", "Директорам школ представить отчет и исключить случаи нарушения прав детей", 1),
        ("item-without-deadline", "Отделу кадров принять к сведению и представить отчет", 1),
        ("item-without-deadline", "Пункт 3 приказа изложить в новой редакции, представить на сайт", 0),
        ("missing-appendix", "Директорам школ заменить устаревшее оборудование (приложение № 7)", 1),
        ("missing-appendix", "Дополнить приказ приложением № 7", 0),
    ] {
        assert_eq!(messages(rule, &order(item), "").len(), wanted, "{rule}: {item}");
    }
}
