//! A paper with everything in it: an order, appendices on upright and lying pages, lists, notes and a long table.

use crate::document::{
    Address, Align, Block, Cell, Column, Document, Emphasis, Image, Inline, List, Look, Marker, Orientation, Paragraph,
    Row, RowKind, Section, Style, Table,
};

/// The paper.
pub(super) fn paper() -> Document {
    Document {
        title: "Об утверждении программы «Качество» <2025> & планов".to_owned(),
        author: "Управление образования".to_owned(),
        look: Look::default(),
        sections: vec![
            Section { orientation: Orientation::Portrait, blocks: order() },
            Section { orientation: Orientation::Portrait, blocks: Vec::new() },
            Section { orientation: Orientation::Portrait, blocks: program() },
            Section { orientation: Orientation::Landscape, blocks: roadmap() },
            Section { orientation: Orientation::Portrait, blocks: last_appendix() },
        ],
    }
}

/// A paragraph of one text.
pub(super) fn text(style: Style, text: &str) -> Block {
    Paragraph::text(style, text).into()
}

/// A paragraph with a number.
fn numbered(style: Style, number: &str, text: &str) -> Block {
    Paragraph { number: Some(number.to_owned()), ..Paragraph::text(style, text) }.into()
}

fn inlines(style: Style, inlines: Vec<Inline>) -> Block {
    Paragraph::new(style, inlines).into()
}

fn bold(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), emphasis: Emphasis { bold: true, ..Emphasis::default() } }
}

fn link(url: &str, text: &str) -> Inline {
    Inline::Link { url: Address::new(url).unwrap(), children: vec![Inline::text(text)] }
}

fn signature() -> Block {
    inlines(
        Style::Signature,
        vec![
            Inline::text("Начальник управления образования администрации Краснинского муниципального района"),
            Inline::Tab,
            Inline::text("И. И. Иванова"),
        ],
    )
}

fn order() -> Vec<Block> {
    let image = Image {
        png: PICTURE.to_vec(),
        width_px: 20,
        height_px: 24,
        height_mm: 20,
        description: "Герб «Краснинского» района & \"области\"".to_owned(),
    };
    let half = |lines: [&str; 3]| {
        let mut blocks = vec![text(Style::Letterhead, lines[0]), text(Style::Letterhead, lines[1])];
        blocks.push(text(Style::LetterheadAddress, lines[2]));
        Cell::new(blocks)
    };
    vec![
        text(Style::DraftMark, "ПРОЕКТ"),
        Block::Table(Table {
            columns: [4, 2, 4].map(|width| Column { width: Some(width), align: Align::Center }).to_vec(),
            head_rows: 0,
            rows: vec![Row {
                kind: RowKind::Whole,
                cells: vec![
                    half(["АДМИНИСТРАЦИЯ", "КРАСНИНСКОГО РАЙОНА", "216100, п. Красный, ул. Карла Маркса, д. 16"]),
                    Cell::new(vec![inlines(Style::Letterhead, vec![Inline::Image(image)])]),
                    half(["КРАСНЫЙ РАЙОНЫ", "ХАКИМИЯТЕ", "телефон: (48145) 4-18-56, kras@example.ru"]),
                ],
            }],
            ruled: false,
        }),
        text(Style::DocumentKind, "П Р И К А З"),
        inlines(
            Style::Requisites,
            vec![
                Inline::text("от 10\u{a0}февраля 2025\u{a0}г."),
                Inline::Tab,
                Inline::text("п. Красный"),
                Inline::Tab,
                Inline::text("№\u{a0}123"),
            ],
        ),
        text(
            Style::OrderHeading,
            "Об утверждении муниципальной программы повышения качества образования на 2025–2027 годы",
        ),
        inlines(
            Style::Body,
            vec![
                Inline::text("В целях повышения качества образования, во исполнение "),
                link("https://пример.рф/закон?a=1&b=2 3", "Федерального закона"),
                Inline::text(" от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»"),
                Inline::Footnote(vec![inlines(
                    Style::Footnote,
                    vec![
                        Inline::text("Собрание законодательства & документов, "),
                        link("https://example.ru/?x=<1>", "2012, № 53"),
                        Inline::text("."),
                        Inline::Footnote(vec![text(Style::Footnote, "внутренняя сноска")]),
                    ],
                )]),
                Inline::text(" и на основании Положения"),
            ],
        ),
        text(Style::Resolution, "п р и к а з ы в а ю:"),
        numbered(Style::Item, "1.", "Утвердить прилагаемые:"),
        numbered(Style::Subitem, "1.1.", "муниципальную программу повышения качества образования (приложение № 1);"),
        numbered(Style::Subitem, "1.2.", "план мероприятий («дорожную карту») по её реализации (приложение № 2)."),
        numbered(
            Style::Item,
            "2.",
            "Отделу дошкольного и общего образования (Петрова А. А.) довести настоящий приказ до сведения руководителей муниципальных образовательных организаций в срок до 1 марта 2025 г.",
        ),
        numbered(Style::Item, "3.", "Контроль за исполнением приказа оставляю за собой."),
        signature(),
        inlines(Style::Signature, vec![Inline::text("Заместитель"), Inline::Tab, Inline::text("П. П. Петров")]),
    ]
}

fn program() -> Vec<Block> {
    let item = |words: &str| vec![text(Style::ListItem, words)];
    let mut nested = item(
        "муниципальные показатели, у которых есть и второй уровень подробности, а текст пункта занимает больше одной строки:",
    );
    nested.push(Block::List(List {
        marker: Marker::Parenthesis(1), items: vec![item("первый;"), item("второй.")]
    }));
    nested.push(text(
        Style::ListItem,
        "Второй абзац того же пункта, который стоит под первым и тоже занимает больше одной строки текста на странице.",
    ));
    let mut blocks = vec![
        Block::PageBreak,
        inlines(
            Style::AppendixMark,
            vec![
                Inline::text("Приложение №\u{a0}1"),
                Inline::Break,
                Inline::text("к приказу управления образования администрации Краснинского района"),
                Inline::Break,
                Inline::text("от 10\u{a0}февраля 2025\u{a0}г. №\u{a0}123"),
            ],
        ),
        text(Style::Title, "Муниципальная программа"),
        text(Style::Title, "«Качество образования»"),
        text(Style::TitlePageFoot, "п. Красный"),
        text(Style::TitlePageFoot, "2025"),
        Block::PageBreak,
        numbered(Style::Heading1, "Раздел 1.", "Общие положения"),
        inlines(
            Style::Body,
            vec![
                Inline::text("Знаки "),
                bold("& < > \" '"),
                Inline::text(
                    " печатаются как есть, а служебные\u{b}\u{1}\u{ffff} пропадают; неразрывный дефис: 1\u{2011}й; ",
                ),
                Inline::Reference { id: "нет-такого".to_owned(), place: None },
                Inline::text(". Примечание"),
                Inline::Footnote(vec![text(Style::Body, "Вторая сноска, обычным текстом.")]),
                Inline::text("."),
            ],
        ),
        numbered(Style::Heading2, "1.1.", "Показатели"),
        text(Style::Body, "Показатели делятся на:"),
        Block::List(List {
            marker: Marker::Dash, items: vec![item("федеральные;"), nested, item("школьные.")]
        }),
        numbered(Style::Heading3, "1.1.1.", "Перечень"),
        Block::List(List {
            marker: Marker::Period(1),
            items: vec![item("Первый список, первый пункт."), item("Второй пункт.")],
        }),
        text(Style::Body, "Следующий список начинается заново:"),
        Block::List(List {
            marker: Marker::Period(1), items: vec![item("Первый пункт."), item("Второй пункт.")]
        }),
        text(Style::Body, "А этот — с пятого:"),
        Block::List(List { marker: Marker::Period(5), items: vec![item("Пятый пункт."), Vec::new()] }),
        text(Style::Caption, "Таблица 1. Паспорт программы"),
        passport(),
        passport(),
    ];
    blocks.push(Block::PageBreak);
    blocks.push(passport());
    blocks
}

fn passport() -> Block {
    let row = |name: &str, blocks: Vec<Block>| Row {
        kind: RowKind::Divisible,
        cells: vec![Cell::new(vec![text(Style::TableCell, name)]), Cell::new(blocks)],
    };
    let item = |words: &str| vec![text(Style::ListItem, words)];
    Block::Table(Table {
        columns: vec![Column { width: Some(30), align: Align::Left }, Column { width: Some(70), align: Align::Left }],
        head_rows: 0,
        rows: vec![
            row(
                "Наименование программы",
                vec![text(Style::TableCell, "Муниципальная программа «Качество образования»")],
            ),
            row(
                "Цели",
                vec![Block::List(List {
                    marker: Marker::Period(1),
                    items: vec![
                        item(
                            "Повышение качества образования в школах с низкими результатами обучения и в школах, работающих в сложных условиях.",
                        ),
                        item("Развитие системы оценки."),
                    ],
                })],
            ),
            row(
                "Задачи",
                vec![Block::List(List {
                    marker: Marker::Dash, items: vec![item("первая;"), item("вторая.")]
                })],
            ),
            row("Ссылка", vec![inlines(Style::TableCell, vec![link("https://example.ru/", "example.ru")])]),
            row(
                "Вложенная таблица",
                vec![Block::Table(Table {
                    columns: Vec::new(),
                    head_rows: 1,
                    rows: vec![Row { kind: RowKind::Head, cells: vec![Cell::new(Vec::new()), Cell::new(Vec::new())] }],
                    ruled: true,
                })],
            ),
            row("Пусто", Vec::new()),
        ],
        ruled: true,
    })
}

fn roadmap() -> Vec<Block> {
    vec![
        text(Style::AppendixMark, "Приложение № 2"),
        text(Style::Title, "План мероприятий («дорожная карта»)"),
        Block::Table(roadmap_table()),
    ]
}

/// A table with a head of two rows, rows that name groups, and cells that span rows and columns.
fn roadmap_table() -> Table {
    let cell = |style: Style, words: &str| Cell::new(vec![text(style, words)]);
    let head = |words: &str| cell(Style::TableHead, words);
    let mut rows = vec![
        Row {
            kind: RowKind::Head,
            cells: vec![
                Cell { rows: 2, ..head("№ п/п") },
                Cell { rows: 2, ..head("Мероприятие") },
                Cell { columns: 2, ..head("Сроки") },
                Cell { rows: 2, ..head("Ответственные исполнители") },
                Cell { rows: 2, ..head("Результат") },
            ],
        },
        Row { kind: RowKind::Head, cells: vec![head("начало"), head("окончание")] },
    ];
    for group in 1..=5 {
        let name = format!("Направление {group}. Развитие механизмов управления качеством образования");
        rows.push(Row { kind: RowKind::Group, cells: vec![Cell { columns: 6, ..cell(Style::TableGroup, &name) }] });
        for measure in 1..=11 {
            let mut cells = vec![
                cell(Style::TableCell, &format!("{group}.{measure}.")),
                cell(
                    Style::TableCell,
                    "Проведение мониторинга эффективности деятельности руководителей образовательных организаций",
                ),
                cell(Style::TableCell, "01.09.2025"),
                cell(Style::TableCell, "25.12.2025"),
            ];
            if measure % 2 == 1 {
                let rows = if measure == 11 { 1 } else { 2 };
                cells.push(Cell {
                    rows,
                    ..cell(Style::TableCell, "Отдел общего образования, информационно\u{2011}методический центр")
                });
            }
            cells.push(cell(Style::TableCell, "Аналитическая справка & приказ <итоги>"));
            let kind = if measure == 3 { RowKind::Divisible } else { RowKind::Whole };
            rows.push(Row { kind, cells });
        }
    }
    let aligned = |align| Column { width: None, align };
    Table {
        columns: [Align::Center, Align::Left, Align::Center, Align::Center, Align::Left, Align::Left]
            .map(aligned)
            .to_vec(),
        head_rows: 2,
        rows,
        ruled: true,
    }
}

fn last_appendix() -> Vec<Block> {
    let long =
        "Настоящий порядок определяет правила проведения мониторинга и использования его результатов. ".repeat(24);
    vec![
        text(Style::AppendixMark, "Приложение № 3"),
        text(Style::Title, "Порядок проведения мониторинга"),
        text(Style::Body, long.trim()),
        text(Style::Body, "Срок — постоянно."),
        signature(),
        Block::PageBreak,
    ]
}

/// A PNG of one pixel.
const PICTURE: [u8; 69] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 144, 119, 83,
    222, 0, 0, 0, 12, 73, 68, 65, 84, 120, 156, 99, 72, 235, 88, 5, 0, 2, 240, 1, 153, 245, 37, 194, 84, 0, 0, 0, 0,
    73, 69, 78, 68, 174, 66, 96, 130,
];
