//! What is read from texts a methodist or a template would hold.

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

use super::testing::{hostile, read};

/// The outline, then the findings.
fn shown(text: &str) -> String {
    let read = read(text);
    let mut shown = read.outline();
    for finding in read.findings() {
        shown.push_str(&["! ", &finding, "\n"].concat());
    }
    shown
}

#[test]
fn text_and_its_marks() {
    let text = "\
# Раздел
## Глава
##### Мелко

Текст **жирный *и курсив*** и ~~нет~~
в две строки,  с пробелами \\*звёздами\\* &laquo;ёлочками&raquo;\\
новая<br>третья, п. [[утверждение]] и [[цель|см.]].

<https://site.ru> и [сайт **наш**](https://a.ru/b), a@b.ru, слово[^1].

[^1]: Текст *сноски*.
";
    assert_eq!(
        shown(text),
        "\
Heading1: Раздел
Heading2: Глава
Heading3: Мелко
Body: Текст b(жирный )bi(и курсив) и s(нет) в две строки, с пробелами *звёздами* «ёлочками»⏎новая⏎третья, \
п. [[утверждение]] и [[цель]].
Body: link(https://site.ru: https://site.ru) и link(https://a.ru/b: сайт b(наш)), a@b.ru, \
словоnote(Footnote: Текст i(сноски).).
"
    );
}

#[test]
fn lists_tight_and_loose_and_nested() {
    let text = "\
- раз
- **два**
  1) а
  2) б

     ещё
* новый

3. три
4. четыре
";
    assert_eq!(
        shown(text),
        "\
-
  ListItem: раз
-
  ListItem: b(два)
  1)
    ListItem: а
  1)
    ListItem: б
    ListItem: ещё
-
  ListItem: новый
3.
  ListItem: три
3.
  ListItem: четыре
"
    );
}

#[test]
fn table_merges_lines_and_layout() {
    let text = "\
<!-- таблица: ширины=6,40,14 шапка=2 линии=нет -->
| № | Срок | < |
| --- | :-: | --: |
| ^ | с | по |
| 1 | • а<br>• **б** | x<br>y |
| \\< | \\^ | 1. a<br>2. b |
| итог | < | < |
";
    assert_eq!(
        shown(text),
        "\
table LeftSome(6) CenterSome(40) RightSome(14) ruled=false head=2
head
  2x1
    TableHead: №
  1x2
    TableHead: Срок
head
  1x1
    TableHead: с
  1x1
    TableHead: по
row
  1x1
    TableCell: 1
  1x1
    -
      TableCell: а
    -
      TableCell: b(б)
  1x1
    TableCell: x
    TableCell: y
row
  1x1
    TableCell: <
  1x1
    TableCell: ^
  1x1
    1.
      TableCell: a
    1.
      TableCell: b
row
  1x3
    TableCell: итог
"
    );
}

#[test]
fn a_table_without_head_has_a_blank_one() {
    assert_eq!(
        shown("| | |\n| --- | --- |\n| а | б |\n"),
        "table LeftNone LeftNone ruled=true head=0\nrow\n  1x1\n    TableCell: а\n  1x1\n    TableCell: б\n"
    );
}

#[test]
fn crooked_merges_are_found_and_undone() {
    let read = read("| < | b |\n| --- | --- |\n| ^ | b |\n| a | < |\n| ^ | c |\n");
    assert_eq!(read.findings(), ["crooked-merge: <", "crooked-merge: ^", "crooked-merge: <", "crooked-merge: ^"]);
    let text = read.outline();
    assert!(!text.contains("1x2") && !text.contains("2x1"), "{text}");
}

#[test]
fn directives() {
    let text = "\
<!-- стиль: пункт -->
Утвердить.
<!-- стиль: Подпункт -->

- один
- два

<!-- # заметка -->
<!-- дорожная карта: колонки=номер,срок название=\"Дорожная карта\" краткая -->
<!-- подпись --><!-- лист -->
Текст.
";
    assert_eq!(
        shown(text),
        "\
Item: Утвердить.
-
  Subitem: один
-
  Subitem: два
<дорожная карта> Some(\"колонки=номер,срок название=\\\"Дорожная карта\\\" краткая\") \
[(\"колонки\", \"номер,срок\"), (\"название\", \"Дорожная карта\")]
<подпись> None []
<лист> None []
Body: Текст.
"
    );
}

#[test]
fn bad_directives_are_found() {
    let text = "\
<!-- стиль: Пнукт -->
а

<!-- стиль: Пункт -->

<!-- таблица: ширины=1 лини=нет -->

| a | b |
| --- | --- |
| <!-- x: y --> | <!-- # y --> |

- <!-- подпись: да -->

  а <!-- подпись: да --> б

  а <!-- заметка --> б

<!-- что это? -->

<!-- таблица: шапка=2 -->
";
    assert_eq!(
        read(text).findings(),
        [
            "unknown-style: <!-- стиль: Пнукт -->",
            "idle-directive: <!-- стиль: Пункт -->",
            "unknown-option: <!-- таблица: ширины=1 лини=нет -->",
            "wrong-widths: <!-- таблица: ширины=1 лини=нет -->",
            "misplaced-directive: <!-- x: y -->",
            "misplaced-directive: <!-- подпись: да -->",
            "misplaced-directive: <!-- подпись: да -->",
            "hidden-comment: <!-- заметка -->",
            "hidden-comment: <!-- что это? -->",
            "idle-directive: <!-- таблица: шапка=2 -->",
        ]
    );
}

#[test]
fn traps_of_markdown_are_found() {
    let cases = [
        ("**Срок: **2024\n", &["stray-emphasis: **", "stray-emphasis: **"][..]),
        ("\\*\\*Срок\\*\\* и \\** а\n", &[]),
        ("зал 2*3*4 м и 5**6**7\n", &["lost-asterisk: *3*", "lost-asterisk: **6**"]),
        ("зал 2*3 м, *1*, №*5*\n", &[]),
        ("| 3 | 4 |\n", &["broken-table: | 3 | 4 |"]),
        (
            "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| 1 \\| 2 | 3 |\n",
            &["uneven-row: | 1 |", "uneven-row: | 1 | 2 | 3 |"],
        ),
        ("текст\n\n    код\n", &["indented-code: код"]),
        ("```\nкод\n```\n", &["fenced-code: ```\nкод\n```"]),
        ("текст\n\n---\n\nтекст\n", &["printed-rule: ---"]),
        ("Текст\n---\n", &["underlined-heading: Текст\n---"]),
        ("а <b>б</b> <СОШ>\n", &["raw-html: <b>", "raw-html: </b>"]),
        ("<div>\nа\n</div>\n", &["raw-html: <div>\nа\n</div>"]),
        ("<!-- подпись\n\nтекст\n", &["unclosed-comment: <!-- подпись\n\nтекст"]),
        ("![а](b.png)\n", &["picture-in-text: ![а](b.png)"]),
        ("2025. Итоги\n", &["year-as-list: 2025. Итоги"]),
        ("а) раз\nб) два\n1.2. три\n", &["joined-items: б)", "joined-items: 1.2."]),
        ("слово[^2] и [^3]\n\n[^3]: да\n\n[^4]: нет\n", &["footnote-without-text: [^2]", "unused-footnote: [^4]: нет"]),
        ("[слово]: текст\n", &["lost-line: [слово]: текст"]),
        ("[слово](https://a.ru) и [x]\n\n[x]: tel:112\n", &[]),
        (
            "[а](javascript:x), [б](график.md) и [в]\n\n<smb://а> [](#место)\n\n[в]: C:\\а.docx\n",
            &[
                "unlinked-address: [а](javascript:x)",
                "unlinked-address: [б](график.md)",
                "unlinked-address: [в]",
                "unlinked-address: <smb://а>",
                "unlinked-address: [](#место)",
            ],
        ),
        ("> цитата\n", &[]),
        ("| А | Б |\n| В | Г |\n", &["broken-table: | А | Б |\n| В | Г |"]),
        ("Вот:\n| А | Б |\n| В | Г |\n", &["broken-table: | А | Б |\n| В | Г |"]),
        ("#Заголовок\nтекст\n", &["heading-without-blank: #Заголовок"]),
        ("№ 5 #5\n", &[]),
        ("-раз\n-два\n", &["item-without-blank: -"]),
        ("1)раз\n2)два\n", &["item-without-blank: 1)"]),
        ("-раз\nдва\n", &[]),
        ("1. раз\n\n3. три\n4. ч\n", &["skipped-number: 3."]),
        ("1. раз\n1. два\n", &[]),
        ("- а\n  3. раз\n  4. два\n", &[]),
        ("- [ ] задача\n- [x](https://a.ru)\n", &["task-box: [ ]"]),
        ("Вот:\n• А\n• Б\n", &[]),
        ("Вот\n• А\n", &["joined-items: •"]),
        ("Москва\n– столица\n", &[]),
        ("Школа, где\n– как и прежде –\nучатся\n– и дети\n", &["joined-items: –"]),
        ("`код`\n", &["code-in-text: `код`"]),
    ];
    for (text, findings) in cases {
        assert_eq!(read(text).findings(), findings, "{text}");
    }
}

#[test]
fn a_list_that_was_pasted_is_a_list() {
    let text = "\
Задачи **школы**:
– раз, который не
вошёл в *строку*;
–\u{a0}**два**[^1];
— три.

Москва
– столица.

1. Пункт:
   • а
   •\tб
2. Ещё

\u{f0b7} один
o два

Этапы:
(1) первый;
(2) второй

[^1]: Вот:
    – а
    – б
";
    assert_eq!(
        shown(text),
        "\
Body: Задачи b(школы):
-
  ListItem: раз, который не вошёл в i(строку);
-
  ListItem: b(два)note(Footnote: Вот:
-
  Footnote: а
-
  Footnote: б);
-
  ListItem: три.
Body: Москва – столица.
1.
  ListItem: Пункт:
  -
    ListItem: а
  -
    ListItem: б
1.
  ListItem: Ещё
-
  ListItem: один
-
  ListItem: два
Body: Этапы:
Body: (1) первый;
Body: (2) второй
"
    );
}

#[test]
fn what_is_taken_for_code_or_tags_is_kept() {
    assert_eq!(read("    раз\n    два\n\n    три\n").outline(), "Body: раз два\nBody: три\n");
    assert_eq!(read("а <b>б</b>\n").outline(), "Body: а <b>б</b>\n");
}

#[test]
fn nesting_without_end_is_cut() {
    let read = read(&("> ".repeat(5000) + "конец " + &"*а **б ".repeat(3000)));
    assert!(read.outline().contains("конец"));
    assert!(read.findings()[0].starts_with("deep-nesting"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_its_findings_have_places(text in hostile()) {
        let read = read(&text);
        prop_assert!(read.findings().iter().all(|finding| !finding.is_empty()));
        for table in read.tables() {
            for (number, row) in table.rows.iter().enumerate() {
                let from_above = table.rows[..number].iter().enumerate().flat_map(|(above, row)| {
                    row.cells.iter().filter(move |cell| above + cell.rows > number)
                });
                let width: usize = row.cells.iter().chain(from_above).map(|cell| cell.columns).sum();
                prop_assert!(width == table.columns.len(), "{table:?}");
            }
        }
    }
}
