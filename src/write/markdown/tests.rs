//! The text of papers: how it reads, and that it can be read back.

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::write;
use crate::diagnostic::{Files, Origin};
use crate::document::{
    Address, Align, Block, Cell, Column, Document, Emphasis, Image, Inline, List, Marker, Orientation, Paragraph, Row,
    RowKind, Section, Style, Table, plain_text,
};
use crate::markdown::{Piece, parse};

fn paper(sections: Vec<Vec<Block>>) -> Document {
    let section = |blocks| Section { orientation: Orientation::Portrait, blocks };
    Document {
        title: String::new(),
        author: String::new(),
        look: crate::document::Look::default(),
        sections: sections.into_iter().map(section).collect(),
    }
}

fn written(blocks: Vec<Block>) -> String {
    write(&paper(vec![blocks]))
}

fn text(style: Style, text: &str) -> Block {
    Paragraph::text(style, text).into()
}

fn body(inlines: Vec<Inline>) -> Block {
    Paragraph::new(Style::Body, inlines).into()
}

fn numbered(style: Style, number: &str, text: &str) -> Block {
    Paragraph { number: Some(number.to_owned()), ..Paragraph::text(style, text) }.into()
}

fn bold(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), emphasis: Emphasis { bold: true, ..Emphasis::default() } }
}

fn list(marker: Marker, items: &[&str]) -> Block {
    let item = |item: &&str| vec![text(Style::ListItem, item)];
    Block::List(List { marker, items: items.iter().map(item).collect() })
}

fn cell(inner: &str) -> Cell {
    Cell::new(if inner.is_empty() { Vec::new() } else { vec![text(Style::TableCell, inner)] })
}

fn row(kind: RowKind, cells: &[&str]) -> Row {
    Row { kind, cells: cells.iter().map(|inner| cell(inner)).collect() }
}

#[test]
fn an_order_reads_well() {
    let signature = vec![Inline::text("И.о. председателя комитета"), Inline::Tab, Inline::text("Л.Ю. Живцова")];
    let mark = Paragraph::new(
        Style::AppendixMark,
        vec![Inline::text("Приложение № 1"), Inline::Break, Inline::text("к приказу <№ 226>")],
    );
    let document = paper(vec![
        vec![
            text(Style::Letterhead, "Комитет по образованию"),
            text(Style::LetterheadAddress, "ул. Ленина, 1, тел. & факс"),
            text(Style::DocumentKind, "П Р И К А З"),
            text(Style::Requisites, "02.08.2021 № 01-05/226"),
            text(Style::OrderHeading, "Об утверждении"),
            body(vec![Inline::text("Во исполнение п. 2.1 (приложение № 1), 50%, 2021_2022, МОУ «СОШ № 4»")]),
            text(Style::Resolution, "п р и к а з ы в а ю:"),
            numbered(Style::Item, "1.", "Утвердить:"),
            numbered(Style::Subitem, "1.1.", "Программу"),
            numbered(Style::Item, "2.", "Контроль оставляю за собой."),
            Paragraph::new(Style::Signature, signature).into(),
        ],
        vec![
            mark.into(),
            text(Style::AppendixMark, "от 02.08.2021"),
            text(Style::Title, "Программа"),
            numbered(Style::Heading1, "1.", "Общие положения"),
            Block::PageBreak,
            text(Style::Heading2, "Цель #"),
        ],
    ]);
    assert_eq!(
        write(&document),
        "\
<p align=\"center\"><b>Комитет по образованию</b><br>
ул. Ленина, 1, тел. &amp; факс</p>

**П Р И К А З**

02.08.2021 № 01-05/226

**Об утверждении**

Во исполнение п. 2.1 (приложение № 1), 50%, 2021_2022, МОУ «СОШ № 4»

**п р и к а з ы в а ю:**

1. Утвердить:

1.1. Программу

2. Контроль оставляю за собой.

И.о. председателя комитета\u{2003}\u{2003}\u{2003}\u{2003}Л.Ю. Живцова

---

<p align=\"right\">Приложение № 1<br>
к приказу &lt;№ 226&gt;<br>
от 02.08.2021</p>

# Программа

## 1. Общие положения

---

### Цель \\#
"
    );
}

#[test]
fn lists_stay_apart_and_nest() {
    let nested = vec![text(Style::ListItem, "два"), list(Marker::Parenthesis(1), &["а", "б"])];
    let loose = vec![text(Style::ListItem, "раз"), text(Style::ListItem, "ещё")];
    let blocks = vec![
        text(Style::Body, "Меры:"),
        Block::List(List { marker: Marker::Dash, items: vec![vec![text(Style::ListItem, "раз")], nested] }),
        list(Marker::Dash, &["три"]),
        list(Marker::Period(9), &["четыре", "пять"]),
        list(Marker::Period(1), &["шесть"]),
        Block::List(List { marker: Marker::Period(10), items: vec![loose, Vec::new()] }),
    ];
    assert_eq!(
        written(blocks),
        "\
Меры:

- раз
- два
  1) а
  2) б

* три

9. четыре
10. пять

1) шесть

10. раз

    ещё

11.
"
    );
}

#[test]
fn tables_keep_their_grid() {
    let column = |align| Column { width: None, align };
    let mut tall = cell("№");
    tall.rows = 2;
    let mut wide = cell("Срок");
    wide.columns = 2;
    let mut group = cell("Раздел 1");
    group.columns = 3;
    let listed = Cell::new(vec![text(Style::TableCell, "а|б"), list(Marker::Dash, &["в", "г"])]);
    let table = Table {
        columns: vec![column(Align::Left), column(Align::Center), column(Align::Right)],
        head_rows: 2,
        rows: vec![
            Row { kind: RowKind::Head, cells: vec![tall, wide] },
            row(RowKind::Head, &["с", "по"]),
            Row { kind: RowKind::Group, cells: vec![group] },
            Row { kind: RowKind::Whole, cells: vec![cell("1"), listed, cell("")] },
            row(RowKind::Divisible, &["<", "1. x", "2021"]),
        ],
        ruled: true,
    };
    let bare = Table { head_rows: 0, rows: vec![row(RowKind::Whole, &["а", "б", "в"])], ..table.clone() };
    let unruled = Table { ruled: false, ..bare.clone() };
    assert_eq!(
        written(vec![Block::Table(table), Block::Table(bare), Block::Table(unruled)]),
        "\
| № | Срок | |
| --- | :-: | --: |
| | **с** | **по** |
| **Раздел 1** | | |
| 1 | а\\|б<br>– в<br>– г | |
| \\< | 1. x | 2021 |

| | | |
| --- | :-: | --: |
| а | б | в |

а

б

в
"
    );
}

#[test]
fn inlines_of_every_kind() {
    let link =
        |url: &str, text: &str| Inline::Link { url: Address::new(url).unwrap(), children: vec![Inline::text(text)] };
    let image =
        Image { png: Vec::new(), width_px: 1, height_px: 1, height_mm: 1, description: "Схема".to_owned() };
    let note = Inline::Footnote(vec![text(Style::Footnote, "раз"), text(Style::Footnote, "два")]);
    let blocks = vec![
        body(vec![
            Inline::text("См. "),
            link("https://a.ru/x_(y)", "[сайт]"),
            Inline::text(", "),
            link("https://b.ru", "https://b.ru"),
            note,
        ]),
        body(vec![
            bold("Срок: "),
            Inline::text("2024"),
            Inline::Break,
            Inline::text("слово"),
            bold("«Да»"),
            Inline::text("слово"),
        ]),
        body(vec![Inline::Image(image)]),
        body(vec![Inline::text("п. "), Inline::Reference { id: "цель".to_owned(), place: None }]),
    ];
    assert_eq!(
        written(blocks),
        "\
См. [\\[сайт\\]](https://a.ru/x_\\(y\\)), <https://b.ru>[^1]

**Срок:** 2024\\
слово<b>«Да»</b>слово

*Схема*

п. [[цель]]

[^1]: раз

    два
"
    );
}

#[test]
fn marks_are_escaped_only_where_they_count() {
    let cases = [
        ("01-05/226", "01-05/226"),
        ("2021_2022 и 50% * 2 = 100%", "2021_2022 и 50% * 2 = 100%"),
        ("ФИО_______ и ____", "ФИО\\_\\_\\_\\_\\_\\_\\_ и ____"),
        ("СОИРО*", "СОИРО*"),
        ("*а* и **б**", "\\*а\\* и \\*\\*б\\*\\*"),
        ("# а", "\\# а"),
        ("#а", "#а"),
        ("- а", "\\- а"),
        ("-5 градусов", "-5 градусов"),
        ("– а", "– а"),
        ("+ а", "\\+ а"),
        ("> а", "\\> а"),
        ("1. а", "1\\. а"),
        ("2025) а", "2025\\) а"),
        ("1.1. а", "1.1. а"),
        ("02.08.2021", "02.08.2021"),
        ("<b> a < b", "\\<b> a < b"),
        ("&amp; и А & Б", "\\&amp; и А & Б"),
        ("[1] и [текст](адрес)", "[1] и \\[текст](адрес)"),
        ("[[ид]] и [^1]", "\\[\\[ид]] и \\[^1]"),
        ("C:\\дом\\.txt\\", "C:\\дом\\\\.txt\\\\"),
        ("~50 чел.", "~50 чел."),
        ("а | б", "а | б"),
        ("---", "\\---"),
        ("___", "\\_\\_\\_"),
    ];
    for (plain, markdown) in cases {
        assert_eq!(written(vec![text(Style::Body, plain)]), format!("{markdown}\n"));
    }
}

#[test]
fn a_paper_without_blocks_is_one_line_end() {
    assert_eq!(write(&paper(vec![])), "\n");
    assert_eq!(write(&paper(vec![vec![Block::PageBreak], vec![text(Style::Body, "а"), Block::PageBreak]])), "а\n");
}

/// The plain text of what is read back from a text, a line for each paragraph.
fn read_back(markdown: &str) -> Vec<String> {
    let mut files = Files::default();
    let file = files.add("a.md", markdown);
    let parsed = parse(markdown, &Origin::file(file, markdown.len()));
    let mut texts = Vec::new();
    for piece in parsed.pieces {
        match piece {
            Piece::Block(Block::Paragraph(paragraph)) => texts.push(plain_text(&paragraph.inlines).into_owned()),
            Piece::Block(Block::Table(table)) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    let text = |block: &Block| match block {
                        Block::Paragraph(paragraph) => plain_text(&paragraph.inlines).into_owned(),
                        other @ (Block::List(_) | Block::Table(_) | Block::PageBreak) => format!("{other:?}"),
                    };
                    texts.extend(cell.blocks.iter().map(text));
                }
            }
            other @ (Piece::Block(_) | Piece::Directive(_)) => texts.push(format!("{other:?}")),
        }
    }
    texts
}

fn collapsed(text: &str) -> String {
    let blank = |letter: char| letter == ' ' || letter.is_control();
    text.split(blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn hostile() -> impl Strategy<Value = String> {
    let marks = "**,__,*,_,~~,~,`,```,~~~,[[,]],[,],(,),[^1],](,<,>,<br>,<!--,-->,|,\\,&amp;,&,#,# ,- ,+ ,1. ,1) ,=,===,---,\
        !,www.a.ru,http://a.ru,<http://a>,:,.,\u{a0}, ,    ,\n,\t,слово,a,x,1,«,»,№";
    let marks: Vec<&str> = marks.split(',').chain([","]).collect();
    prop::collection::vec(
        prop_oneof![4 => prop::sample::select(marks).prop_map(str::to_owned), 1 => any::<String>()],
        0..7,
    )
    .prop_map(|parts| parts.concat())
}

fn lined() -> impl Strategy<Value = Vec<Inline>> {
    let emphasis = (any::<bool>(), any::<bool>(), any::<bool>());
    let set_off = (hostile(), emphasis)
        .prop_map(|(text, (bold, italic, strike))| Inline::Text { text, emphasis: Emphasis { bold, italic, strike } });
    let url = prop::sample::select(vec!["https://a.ru/b", "https://a.ru/`b", "tel:1`"]);
    let link = (hostile(), url).prop_map(|(text, url)| Inline::Link {
        url: Address::new(url).unwrap(),
        children: vec![Inline::text(format!("с{text}"))],
    });
    let inline = prop_oneof![
        4 => set_off,
        3 => hostile().prop_map(Inline::text),
        1 => proptest::strategy::Just(Inline::Break),
        1 => proptest::strategy::Just(Inline::Footnote(vec![text(Style::Footnote, "раз")])),
        1 => link,
    ];
    prop::collection::vec(inline, 0..5)
}

/// The text without the tags that stand for emphasis inside words.
fn untagged(text: &str) -> String {
    ["<b>", "</b>", "<i>", "</i>", "<s>", "</s>"].iter().fold(text.to_owned(), |text, tag| text.replace(tag, ""))
}

fn expected(text: &str) -> Vec<String> {
    let text = collapsed(text);
    if text.is_empty() { Vec::new() } else { vec![text] }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_paragraph_is_read_back(plain in hostile()) {
        let markdown = written(vec![text(Style::Body, &plain)]);
        prop_assert_eq!(read_back(&markdown), expected(&plain), "{}", markdown);
    }

    #[test]
    fn a_heading_is_read_back(plain in hostile()) {
        let markdown = written(vec![text(Style::Heading1, &plain)]);
        prop_assert_eq!(read_back(&markdown), expected(&plain), "{}", markdown);
    }

    #[test]
    fn a_cell_is_read_back(plain in hostile()) {
        let table = Table {
            columns: vec![Column::default(); 2],
            head_rows: 0,
            rows: vec![row(RowKind::Whole, &[&format!("я{plain}"), "ю"])],
            ruled: true,
        };
        let markdown = written(vec![Block::Table(table)]);
        prop_assert_eq!(read_back(&markdown), [collapsed(&format!("я{plain}")), "ю".to_owned()], "{}", markdown);
    }

    #[test]
    fn emphasis_links_and_breaks_are_read_back(inlines in lined()) {
        let markdown = written(vec![body(inlines.clone())]);
        let read = read_back(&markdown).iter().map(|text| untagged(text)).collect::<Vec<_>>().join("¶");
        prop_assert_eq!(collapsed(&read).replace(' ', ""), untagged(&collapsed(&plain_text(&inlines))).replace(' ', ""), "{}", markdown);
        prop_assert!(!markdown.contains(" \n") && !markdown.contains("\n\n\n"), "{:?}", markdown);
    }
}
