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
  пункты:
    - {утвердить: программа, поручить: иванов}
    - срок: завтра
  приложения:
    - {документ: программа, файл: модель.md}
    - отметка: Приложение
",
    );
    let names: Vec<&str> = outcome.said.iter().map(|line| line.split([' ', ':']).nth(3).unwrap()).collect();
    assert_eq!(names, ["conflicting-keys", "missing-key", "conflicting-keys", "unknown-file", "missing-key"]);
}
