//! Mistakes and where they are shown.

use super::read_text;

#[test]
fn all_mistakes_are_found_in_one_run() {
    let outcome = read_text(
        "\
программа:
  наменование: Развитие школ
  срок: 2025-2021
паспорт:
  заказчик: Комитет
  бюджет: 100
цели:
  - задачи: [Учить]
показатели:
  - наименование: Доля
    направление: растёт
    значения: {21: 50, 2022: 60}
дорожная карта:
  мероприятия:
    - мероприятие: [Семинар]
приказ:
  дата: 31.02.2021
  подпись:
    лицо: Иванов
    исполняет обязанности: конечно
  number: 5
  номер: 6
люди: []
",
    );
    let expected = [
        "2:3 unknown-key: ключ «наменование» здесь неизвестен | возможно, имелось в виду «наименование»",
        "3:9 bad-term: срок «2025-2021» кончается раньше, чем начинается | поменяйте годы местами",
        "6:3 unknown-key: ключ «бюджет» здесь неизвестен | здесь могут стоять ключи: «заголовок», «основание», \
         «заказчик», «разработчики», «исполнители», «механизмы», «финансирование», «контроль», «строки»",
        "8:5 missing-key: нет ключа «текст» | напишите «текст: …»: цель",
        "11:18 unknown-choice: у ключа «направление» не бывает значения «растёт» | здесь может стоять: «рост», \
         «снижение», «сохранение»",
        "12:16 bad-period: не понять год «21» | напишите год четырьмя цифрами: 2021, а учебный год двумя годами: 2021-2022",
        "15:21 wrong-type: у ключа «мероприятие» нужен текст, а написан список | напишите одно значение без «- » и \
         без квадратных скобок",
        "17:9 bad-date: 31 февраля 2021 года не бывает | исправьте день, месяц или год",
        "20:28 bad-flag: у ключа «исполняет обязанности» написано «конечно», а это не «да» и не «нет» | напишите «да» \
         или «нет»",
        "22:3 duplicate-key: ключи «number» и «номер» значат одно и то же, а написаны оба | оставьте один из них, а \
         другой удалите",
        "23:1 unknown-key: ключ «люди» здесь неизвестен | перенесите этот ключ в файл municipality.yaml (муниципалитет.yaml)",
    ];
    let expected: Vec<String> = expected.iter().map(|line| format!("program.yaml:{line}")).collect();
    assert_eq!(outcome.said, expected);
    let program = outcome.program.unwrap();
    assert_eq!(program.title.nominative.value, "Развитие школ");
    assert_eq!(program.goals[0].tasks[0].text.value, "Учить");
}

#[test]
fn shapes_are_named_in_plain_words() {
    let outcome = read_text(
        "\
программа:
  наименование: Развитие
паспорт: таблица
цели:
  - Учить: всех
  - [[цель]]
содержание:
  - часть: {цели: да}
  - текст: '<!-- раздел: альбомный -->'
",
    );
    assert_eq!(outcome.said.len(), 5, "{:#?}", outcome.said);
    let said: Vec<&str> = outcome.said.iter().map(|line| line.strip_prefix("program.yaml:").unwrap()).collect();
    assert!(said[0].starts_with("3:10 wrong-type: у ключа «паспорт» нужны ключи со значениями, а написан текст"));
    assert_eq!(
        said[1],
        "5:5 unknown-key: ключ «Учить» здесь неизвестен | если это текст с двоеточием, возьмите его целиком в кавычки"
    );
    assert!(
        said[2].starts_with("6:7 wrong-type: у ключа «цели» нужны ключи со значениями, а написан список"),
        "{said:?}"
    );
    assert!(said[3].starts_with("8:13 wrong-type: у ключа «часть» нужно одно из слов, а написаны ключи"), "{said:?}");
    assert!(
        said[4].starts_with("9:13 unknown-directive: указание «раздел» в тексте программы не действует"),
        "{said:?}"
    );
}

/// What was said of a program with these lines, without file and help.
fn said(text: &str) -> Vec<String> {
    let outcome = read_text(text);
    let short = |line: &String| {
        let line = line.strip_prefix("program.yaml:").unwrap_or(line);
        line.split(" | ").next().unwrap_or(line).to_owned()
    };
    outcome.said.iter().map(short).collect()
}

/// The helps of a program's findings.
fn helps(text: &str) -> Vec<String> {
    read_text(text).said.iter().filter_map(|line| line.split_once(" | ").map(|(_, help)| help.to_owned())).collect()
}

#[test]
fn a_term_that_is_not_understood_is_kept_as_written() {
    for written in ["три года", "2028–2026", "31.02.2021–01.09.2022"] {
        let outcome = read_text(&format!("программа: {{наименование: 'на [[срок]]', срок: {written}}}\n"));
        assert_eq!(outcome.said.len(), 1, "{:?}", outcome.said);
        let term = outcome.program.unwrap().term.unwrap();
        assert_eq!((term.text.as_str(), term.span), (written, None));
        assert!(term.periods().is_empty());
    }
    let outcome = read_text("программа: {наименование: Р, срок: [2021, 2025]}\n");
    assert_eq!(outcome.program.unwrap().term.unwrap().text, "[2021, 2025]");
}

#[test]
fn an_id_can_stand_in_a_file_name() {
    for (written, message) in [
        ("'../чужая'", "ид «../чужая» не может содержать «/»"),
        ("'а[1]'", "ид «а[1]» не может содержать «[»"),
        ("'.а'", "ид «.а» не может начинаться точкой"),
        (&"ы".repeat(61), "ид длиннее 60 знаков"),
    ] {
        let outcome = read_text(&format!(
            "программа: {{наименование: Р}}\nредакции:\n  - ид: {written}\n    программа: {{срок: 2022}}\n"
        ));
        let expected = format!("program.yaml:3:9 bad-id: {message} | составьте ид из букв, цифр и дефисов");
        assert_eq!(outcome.said, [expected]);
        let id = outcome.program.unwrap().editions[0].edition.clone().unwrap();
        assert!(!id.value.contains(['/', '[']) && !id.value.starts_with('.') && id.value.chars().count() <= 60);
    }
}

#[test]
fn markup_in_a_plain_text_is_found() {
    assert_eq!(
        said(
            "\
программа: {наименование: '**Развитие** <b>школ</b> на [[срок]'}
цели: ['• А • Б', 'подпись ____ и ____, [1]']
приказ:
  пункты:
    - |
      Принять

      Учесть
    - |
      Одна
      строка
"
        ),
        [
            "1:28 markup-in-text: звёздочки напечатаются как есть: это поле без разметки",
            "1:41 markup-in-text: тег «<b>» напечатается как есть: это поле без разметки",
            "1:56 unclosed-reference: ссылка «[[срок]» не закрыта и напечатается как есть",
            "2:13 joined-items: пункты со знаком «•» слились в одну строку",
            "8:7 paragraphs-in-text: в поле одного абзаца стоит пустая строка: второго абзаца в документе не будет",
        ]
    );
    let order = "программа: {наименование: Р}\nприказ:\n  пункты:\n    - |\n      А\n\n      Б\n";
    assert_eq!(helps(order), ["разделите на «подпункты» или «дефисы»"]);
}

#[test]
fn a_note_in_prose_is_a_warning() {
    let prose = "программа: {наименование: Р}\nсодержание:\n  - текст: |\n      <!-- проверить -->\n\n      а <!-- и тут --> б [[в]\n  - текст: • А • Б\n";
    assert_eq!(
        said(prose),
        [
            "4:7 hidden-comment: пометка в документ не попадёт",
            "6:9 hidden-comment: пометка в документ не попадёт",
            "6:26 unclosed-reference: ссылка «[[в]» не закрыта и напечатается как есть",
            "7:16 joined-items: пункты со знаком «•» слились в одну строку",
        ]
    );
}

#[test]
fn a_key_at_the_wrong_level_is_told_where_to_go() {
    for (text, help) in [
        ("программа:\n  наименование: Р\n  приказ: {номер: 5}\n", "ключ «приказ» пишется с начала строки, без отступа"),
        ("программа: {наименование: Р}\nутвердить: программа\n", "ключ «утвердить» пишется внутри «пункты»"),
        (
            "программа: {наименование: Р}\nприказ:\n  люди: []\n",
            "перенесите этот ключ в файл municipality.yaml (муниципалитет.yaml)",
        ),
    ] {
        assert_eq!(helps(text), [help]);
    }
    let files = [("../municipality.yaml", "город: Саратов\n"), ("program.yaml", "программа: {наименование: Р}\n")];
    let said = super::read_files(&files).said;
    assert!(said[0].ends_with(" | ключ «город» пишется внутри «муниципалитет»"), "{said:?}");
    let dash = read_text("программа: {наименование: Р}\nцели:\n  -ид: курсы\n").said;
    assert_eq!(
        dash,
        ["program.yaml:3:3 no-blank-after-dash: после «-» нет пробела: «-ид» | поставьте пробел: «- ид: …»"]
    );
}

#[test]
fn a_second_program_file_is_one_finding() {
    let files = [("program.yaml", "программа: {наименование: Р}\n"), ("программа.yaml", "программа: {бюджет: 5}\n")];
    let said = super::read_files(&files).said;
    assert_eq!(
        said,
        ["программа.yaml:1:1 two-programs: в папке два файла программы: этот не прочитан | оставьте один из файлов \
          program.yaml и программа.yaml, а другой удалите"]
    );
}

#[test]
fn a_second_municipality_file_is_one_finding() {
    let program = "программа: {наименование: Р}\n";
    let files =
        [("муниципалитет.yaml", "орган: {}\n"), ("municipality.yaml", "орган: {}\n"), ("программа.yaml", program)];
    let said = super::read_files(&files).said;
    let two = said.iter().filter(|said| said.contains("two-municipalities")).collect::<Vec<_>>();
    assert_eq!(
        two,
        [
            "муниципалитет.yaml:1:1 two-municipalities: в папке два файла муниципалитета: этот не прочитан | оставьте один \
          из файлов municipality.yaml и муниципалитет.yaml, а другой удалите"
        ]
    );
}

#[test]
fn one_fault_of_a_file_is_one_finding() {
    let spaces = "программа:\n\u{a0}\u{a0}наименование: А\n\u{a0}\u{a0}срок: 2021\n";
    assert_eq!(said(spaces).len(), 1, "{:?}", said(spaces));
    let mixed = "программа:\n  наименование: А\n\u{a0}\u{a0}срок: 2021\n";
    assert_eq!(said(mixed).len(), 1, "{:?}", said(mixed));
    for text in ["а:\n  - x\n\u{a0}\u{a0}- y\n", "а:\n  б: 1\n \u{a0}в: 2\n", "а: \"x\n\u{a0}б: 2\n"] {
        assert_eq!(said(text).len(), 1, "{:?}", said(text));
        assert!(said(text)[0].contains("неразрывный пробел") || text.contains('"'), "{:?}", said(text));
    }
    let year = said("программа: {наименование: А}\nприказ: {дата: 25.12.25}\n");
    assert_eq!(year, ["2:16 bad-date: год в дате пишется полностью: 25.12.2025"]);
    let open = said("программа: [");
    assert_eq!(open, ["1:12 yaml-syntax: скобка «[» не закрыта"]);
}

#[test]
fn a_program_without_a_card_is_not_read() {
    let outcome = read_text("цели: [Учить]\n");
    assert_eq!(
        outcome.said,
        ["program.yaml:1:1 missing-key: нет ключа «программа» | напишите «программа: …»: название и срок программы"]
    );
    assert!(outcome.program.is_none());
    assert!(read_text("- цели\n").program.is_none());
}

#[test]
fn keys_that_exclude_each_other_are_found() {
    let outcome = read_text(
        "\
программа: {наименование: Развитие}
приказ:
  основания: [Закон]
  цель: развития
  преамбула: Во исполнение закона
  пункты:
    - {утвердить: программа, поручить: иванов}
    - срок: завтра
  приложения:
    - {документ: программа, файл: модель.md}
    - отметка: Приложение
    - {документ: программа, наименование: Программа, страница: альбомная}
",
    );
    let names: Vec<&str> = outcome.said.iter().map(|line| line.split([' ', ':']).nth(3).unwrap()).collect();
    assert_eq!(
        names,
        [
            "conflicting-keys",
            "conflicting-keys",
            "conflicting-keys",
            "missing-key",
            "conflicting-keys",
            "unknown-file",
            "missing-key",
            "conflicting-keys",
            "conflicting-keys"
        ]
    );
}

#[test]
fn wrong_sums_and_links_are_told_with_what_is_right() {
    let outcome = read_text(
        "\
программа: {наименование: Развитие}
финансирование:
  единица: тыс. руб.
  источники:
    - наименование: местный бюджет
      по годам:
        2021: 150 тыс. руб.
        2022: -5
дорожная карта:
  мероприятия:
    - {мероприятие: Курсы, звено: Мониторинг}
    - {мероприятие: Курсы, звено: обучение}
",
    );
    let help = "напишите сумму числом, например 1 250,5; единица пишется один раз, в ключе «единица»";
    let expected = [
        format!("7:15 bad-money: у ключа «2021» написано «150 тыс. руб.», а это не сумма | {help}"),
        format!("8:15 bad-money: у ключа «2022» написано «-5», а это не сумма | {help}"),
        "11:35 unknown-choice: у ключа «звено» не бывает значения «Мониторинг» | возможно, имелось в виду «мониторинг»"
            .to_owned(),
        "12:35 unknown-choice: у ключа «звено» не бывает значения «обучение» | здесь может стоять: «цель», \
         «показатель», «метод сбора информации», «мониторинг», «анализ», «адресные рекомендации», «мера», \
         «управленческое решение», «анализ эффективности»"
            .to_owned(),
    ];
    assert_eq!(outcome.said, expected.map(|line| format!("program.yaml:{line}")));
}
