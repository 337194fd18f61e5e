//! The tree of tricky YAML, its places and its findings, as text.

use super::*;
use crate::diagnostic::Files;
use crate::source::ScalarStyle;
use std::fmt::Write;

/// The tree, each node with the text its place covers, and then the findings.
fn show(text: &str) -> String {
    let mut files = Files::default();
    let id = files.add("a.yaml", text);
    let mut findings = Findings::default();
    let node = parse(id, text, &mut findings);
    findings.sort();
    let mut out = String::new();
    if let Some(node) = node {
        dump(&node, &files, 0, &mut out);
    }
    for finding in &findings {
        let place = finding.place.unwrap();
        let at = files.start(place);
        writeln!(out, "{}:{} {} {:?}: {}", at.line, at.column, finding.name, files.text(place), finding.message)
            .unwrap();
        if let Some(help) = &finding.help {
            writeln!(out, "  = {help}").unwrap();
        }
        for (place, label) in &finding.related {
            writeln!(out, "  + {:?} {label}", files.text(*place)).unwrap();
        }
    }
    out
}

fn dump(node: &Node, files: &Files, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match &node.kind {
        Kind::Null => {
            let at = files.start(node.place);
            writeln!(out, "{indent}null {:?} {}:{}", files.text(node.place), at.line, at.column).unwrap();
        }
        Kind::Scalar(scalar) => {
            let style = match scalar.style {
                ScalarStyle::Plain => "",
                ScalarStyle::Quoted => "quoted ",
                ScalarStyle::Block => "block ",
            };
            let place = files.text(node.place);
            if place == scalar.text {
                writeln!(out, "{indent}{style}{place:?}").unwrap();
            } else {
                writeln!(out, "{indent}{style}{:?} at {place:?}", scalar.text).unwrap();
            }
        }
        Kind::Sequence(items) => {
            writeln!(out, "{indent}list {:?}", files.text(node.place)).unwrap();
            for item in items {
                dump(item, files, depth + 1, out);
            }
        }
        Kind::Mapping(entries) => {
            writeln!(out, "{indent}keys {:?}", files.text(node.place)).unwrap();
            for entry in entries {
                dump(&entry.key, files, depth + 1, out);
                dump(&entry.value, files, depth + 2, out);
            }
        }
    }
}

/// The scalar of the first entry and, word by word, what its origin says.
fn words(text: &str) -> Vec<(String, String)> {
    let mut files = Files::default();
    let id = files.add("a.yaml", text);
    let node = parse(id, text, &mut Findings::default()).unwrap();
    let Kind::Mapping(entries) = node.kind else { panic!() };
    let Kind::Scalar(scalar) = &entries[0].value.kind else { panic!() };
    scalar
        .text
        .split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - scalar.text.as_ptr() as usize;
            (word.to_owned(), files.text(scalar.origin.place(start, start + word.len())).to_owned())
        })
        .collect()
}

#[test]
fn scalars_stay_what_was_written() {
    let text = "а: 8,5\nб: 1.10\nв: 007\nг: 01-05/226\nд: да\nе: 2021-08-02\nж: 10:30\nз: 1 250,5\nи: true\n";
    let mut files = Files::default();
    let id = files.add("a.yaml", text);
    let mut findings = Findings::default();
    let Kind::Mapping(entries) = parse(id, text, &mut findings).unwrap().kind else { panic!() };
    let texts: Vec<&str> = entries.iter().map(|entry| entry.value.text().unwrap()).collect();
    assert_eq!(texts, ["8,5", "1.10", "007", "01-05/226", "да", "2021-08-02", "10:30", "1 250,5", "true"]);
    assert!(findings.is_empty());
}

#[test]
fn places_are_exact() {
    assert_eq!(
        show(
            "имя: \"в кавычках\"\nсписок:\n  - а\n  - б: 1\n    в: 2\n\n# к\nпусто:\nещё: ~\nф: {а: 1, б: [x, 'y']}\n\
             м: один\n  два   # конец\nж:\n- а\n-\n- б\n"
        ),
        r#"keys "имя: \"в кавычках\"\nсписок:\n  - а\n  - б: 1\n    в: 2\n\n# к\nпусто:\nещё: ~\nф: {а: 1, б: [x, 'y']}\nм: один\n  два   # конец\nж:\n- а\n-\n- б"
  "имя"
    quoted "в кавычках" at "\"в кавычках\""
  "список"
    list "- а\n  - б: 1\n    в: 2"
      "а"
      keys "б: 1\n    в: 2"
        "б"
          "1"
        "в"
          "2"
  "пусто"
    null "" 8:7
  "ещё"
    null "~" 9:6
  "ф"
    keys "{а: 1, б: [x, 'y']}"
      "а"
        "1"
      "б"
        list "[x, 'y']"
          "x"
          quoted "y" at "'y'"
  "м"
    "один два" at "один\n  два"
  "ж"
    list "- а\n-\n- б"
      "а"
      null "" 15:2
      "б"
"#
    );
}

#[test]
fn block_scalars_cover_their_lines() {
    assert_eq!(
        show(
            "а: |\n\n  раз\n   два\n\n  | три |\n\nб: |-\n  x\n# c\nв: >\n  один\n  два\n\n  три\nг: |+\n  k\n\nд: |\n"
        ),
        r#"keys "а: |\n\n  раз\n   два\n\n  | три |\n\nб: |-\n  x\n# c\nв: >\n  один\n  два\n\n  три\nг: |+\n  k\n\nд: |"
  "а"
    block "\nраз\n два\n\n| три |\n" at "раз\n   два\n\n  | три |"
  "б"
    block "x"
  "в"
    block "один два\nтри\n" at "один\n  два\n\n  три"
  "г"
    block "k\n\n" at "k"
  "д"
    block "" at "|"
"#
    );
}

#[test]
fn each_word_knows_where_it_stands() {
    for text in [
        "а: |\n\n  раз\n   два три\n\n  четыре\n",
        "а: >-\n  раз\n  два\n\n  три четыре\nб: в\n",
        "а: раз\n  два\n\n  три четыре\n",
        "а: \"раз два\n  три четыре\"\n",
        "а: '  раз два'\n",
        "б: |2\n    раз\n   два\n",
    ] {
        let words = words(text);
        assert!(!words.is_empty());
        for (word, place) in words {
            assert_eq!(word, place, "{text:?}");
        }
    }
    assert_eq!(words("а: \"раз\\tдва\"\n")[0].1, "\"раз\\tдва\"");
    assert_eq!(words("а: 'д''Артаньян'\n")[0].1, "'д''Артаньян'");
}

#[test]
fn a_repeated_key_is_shown_with_the_first() {
    assert_eq!(
        show("имя: а\nсрок: 1\nимя: б\n"),
        r#"keys "имя: а\nсрок: 1"
  "имя"
    "а"
  "срок"
    "1"
3:1 duplicate-key "имя": ключ «имя» повторяется
  = оставьте один из них: читается только первый
  + "имя" первый раз — здесь
"#
    );
}

#[test]
fn a_decimal_comma_in_brackets_gives_one_finding_per_number() {
    assert_eq!(
        show("а: {2022: 8,5, 2024: 10}\nб: [8,5, \"1,5\", 10]\nв: [1, 2,3,4]\nг: 8,5\n"),
        r#"keys "а: {2022: 8,5, 2024: 10}\nб: [8,5, \"1,5\", 10]\nв: [1, 2,3,4]\nг: 8,5"
  "а"
    keys "{2022: 8,5, 2024: 10}"
      "2022"
        "8,5"
      "2024"
        "10"
  "б"
    list "[8,5, \"1,5\", 10]"
      "8,5"
      quoted "1,5" at "\"1,5\""
      "10"
  "в"
    list "[1, 2,3,4]"
      "1"
      "2,3,4"
  "г"
    "8,5"
1:11 decimal-comma "8,5": запятая в «8,5» внутри скобок разделяет значения
  = возьмите число в кавычки: "8,5"; если это разные значения, поставьте после запятой пробел
2:5 decimal-comma "8,5": запятая в «8,5» внутри скобок разделяет значения
  = возьмите число в кавычки: "8,5"; если это разные значения, поставьте после запятой пробел
3:8 decimal-comma "2,3,4": запятая в «2,3,4» внутри скобок разделяет значения
  = возьмите число в кавычки: "2,3,4"; если это разные значения, поставьте после запятой пробел
"#
    );
}

#[test]
fn a_sign_that_cuts_a_text_is_told_from_a_comment() {
    assert_eq!(
        show("а: школа #5  \nб: школа  # 5\nв: #7\nг: x#y\nд: |\n  школа #5\nе: # к\nж: \"a\" #5\n"),
        r##"keys "а: школа #5  \nб: школа  # 5\nв: #7\nг: x#y\nд: |\n  школа #5\nе: # к\nж: \"a\""
  "а"
    "школа"
  "б"
    "школа"
  "в"
    null "" 3:3
  "г"
    "x#y"
  "д"
    block "школа #5\n" at "школа #5"
  "е"
    null "" 7:3
  "ж"
    quoted "a" at "\"a\""
1:10 text-cut-by-comment "#5": знак «#» обрезал текст: дальше — комментарий
  = возьмите текст в кавычки: "школа #5"; если это комментарий, поставьте после «#» пробел
3:4 text-cut-by-comment "#7": знак «#» обрезал текст: дальше — комментарий
  = возьмите текст в кавычки: "#7"; если это комментарий, поставьте после «#» пробел
"##
    );
}

#[test]
fn a_no_break_space_is_no_indent() {
    let text = "а:\n\u{a0}\u{a0}б: в\u{a0}\n";
    assert!(show(text).contains("no-break-space \"\\u{a0}\\u{a0}\""), "{}", show(text));
}

#[test]
fn names_and_copies_work_and_signs_by_mistake_are_shown() {
    assert_eq!(
        show("а: &x [1]\nб: *x\nв: &Рога и копыта\nг: !tag текст\n<<: *x\n[1]: 2\n: 3\n"),
        r#"keys "а: &x [1]\nб: *x\nв: &Рога и копыта\nг: !tag текст"
  "а"
    list "[1]"
      "1"
  "б"
    list "[1]"
      "1"
  "в"
    "и копыта"
  "г"
    "текст"
3:4 unused-anchor "&Рога": слово «&Рога» в документ не попадёт: «&» в начале значения — служебный знак
  = возьмите всё значение в кавычки
4:4 yaml-tag "!tag": «!tag» в документ не попадёт: «!» в начале значения — служебный знак
  = возьмите всё значение в кавычки
5:1 merge-key "<<": ключ «<<» не поддерживается
  = перепишите нужные ключи сюда
6:1 key-not-text "[1]": на месте ключа стоят скобки, а не слово
  = если это текст, возьмите его в кавычки
7:1 key-not-text "": перед двоеточием нет ключа
  = напишите ключ перед двоеточием
"#
    );
}

#[test]
fn the_root_is_one_mapping() {
    for (text, name) in [
        ("# только комментарий\n", "empty-file"),
        ("---\n", "empty-file"),
        ("- а\n", "not-a-mapping"),
        ("срок:2021\n", "not-a-mapping"),
        ("а: 1\n---\nб: 2\n", "several-documents"),
        ("а: &x [*x]\n", "alias-inside-itself"),
    ] {
        assert!(show(text).contains(name), "{text:?}: {}", show(text));
    }
    assert!(show("---\nа: 1\n...\n").starts_with("keys \"а: 1\"\n"));
}

#[test]
fn limits_hold() {
    assert!(show(&format!("а: {}", "[".repeat(40_000))).contains("nested-too-deep"));
    assert!(show(&format!("а: {}1{}\n", "[".repeat(63), "]".repeat(63))).starts_with("keys"));
    let mut bomb = "а0: &а0 [1, 2, 3, 4, 5, 6, 7, 8]\n".to_owned().replace("&а0", "&a0");
    for level in 1..12 {
        let copies = vec![format!("*a{}", level - 1); 8].join(", ");
        writeln!(bomb, "а{level}: &a{level} [{copies}]").unwrap();
    }
    assert!(show(&bomb).contains("too-many-nodes"));
}

#[test]
fn every_prefix_and_every_hole_is_survived() {
    let text = "имя: \"в \\\"кавычках\\\"\"\nсписок: &x\n  - а # к\n  - {б: 8,5, в: [1,2]}\n  - *x\nт: |\n\n  раз\n\t два\n\
                ф: >-\n  один\n  два\n? к\n: !t з\nпусто:\n- x\n-\n...\n---\n%";
    for (at, character) in text.char_indices() {
        show(&text[..at]);
        show(&text[at..]);
        show(&format!("{}{}", &text[..at], &text[at + character.len_utf8()..]));
    }
}
