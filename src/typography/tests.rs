//! Phrases of real papers, and the laws of typography; a no-break space is shown as «·».

use super::line::{Line, mended};
use super::plain::is_plain;
use super::typeset;
use crate::document::{
    Address, Block, Cell, Column, Document, Emphasis, Inline, Orientation, Paragraph, Row, RowKind, Section, Style,
    Table, plain_text,
};
use proptest::prelude::*;

/// What is mended: as written, as printed.
const MENDED: &[(&str, &str)] = &[
    ("от 29.12.2013 №273;", "от 29.12.2013 №·273;"),
    ("приказа от 12 июля 2021 г. № под-900/21 «О поддержке»", "приказа от 12·июля 2021·г. №·под-900/21 «О поддержке»"),
    ("школы №№ 4, 7", "школы №№·4, 7"),
    ("§5 и § 6", "§·5 и §·6"),
    ("№п/п", "№ п/п"),
    ("в МО г.Ефремов за счет", "в МО г.·Ефремов за счет"),
    ("район г. Саратова", "район г.·Саратова"),
    ("на 2021-2024гг.", "на 2021–2024·гг."),
    ("15 тыс. руб., 25 000 200,5 руб.", "15·тыс.·руб., 25·000·200,5·руб."),
    ("не менее 70 % педагогов", "не менее 70·% педагогов"),
    ("контроль возложить на Воронцова А.И.", "контроль возложить на Воронцова·А.И."),
    ("И.о. председателя комитета Л.Ю. Живцова", "И.о. председателя комитета Л.Ю.·Живцова"),
    ("имени А. С. Пушкина", "имени А.·С.·Пушкина"),
    ("Климова-Петрова Е. С., методист", "Климова-Петрова·Е.·С., методист"),
    (
        "утвержденной п. 1.3 приказа, ст. 28, ул. Школьная, д. 1",
        "утвержденной п.·1.3 приказа, ст.·28, ул. Школьная, д.·1",
    ),
    ("на окраинах городов и т. д.", "на окраинах городов и·т.·д."),
    ("образования, в т.ч. в ШНОР", "образования, в·т.ч. в ШНОР"),
    ("02 августа 2021 года № 226", "02·августа 2021 года №·226"),
    ("(далее – Программа)", "(далее·– Программа)"),
    ("качество — это результат", "качество·— это результат"),
    ("на 2021-2025 годы, 2020 - 2023, 2018 – 2025", "на 2021–2025 годы, 2020–2023, 2018–2025"),
    ("2020/2021-2022/2023 учебные годы", "2020/2021–2022/2023 учебные годы"),
    ("| Сентябрь-октябрь 2019", "| Сентябрь–октябрь 2019"),
    ("февраль – март 2021", "февраль–март 2021"),
    ("не менее чем на 25-30%", "не менее чем на 25–30%"),
    ("педагогов - участников, ГИА - 9 класс", "педагогов·– участников, ГИА·– 9 класс"),
    ("школы № 5 - участницы", "школы №·5·– участницы"),
    ("ШНОР и ШНСУ .Аналитическая справка", "ШНОР и ШНСУ. Аналитическая справка"),
    ("обучающихся ( в том числе ) , педагогов", "обучающихся (в том числе), педагогов"),
    ("« ГОРОД  САРАТОВ »", "«ГОРОД САРАТОВ»"),
    ("программа \"Развитие\" и “Успех”", "программа «Развитие» и «Успех»"),
    ("МОУ \"Школа \"Успех\"\"", "МОУ «Школа „Успех“»"),
    ("«Развитие \"Точек роста\" в школе»", "«Развитие „Точек роста“ в школе»"),
    ("МКУ «Центр «Юность»» и «Лад»", "МКУ «Центр „Юность“» и «Лад»"),
    ("\"Центр «Юность» района\"", "«Центр „Юность“ района»"),
    ("программы «Развитие «Образование», \"Успех\"", "программы «Развитие «Образование», «Успех»"),
    ("\"___\" ________ 2021 г.", "«___» ________ 2021·г."),
];

/// What stays: numbers, codes, telephones, addresses, blanks, and what may mean something else.
const KEPT: &[&str] = &[
    "от 30.08.2021 №·01-05/226, №·273-ФЗ, №·3-12-30/80, №·760-П, №·08-70",
    "протокол №·2021-2025",
    "приказа от 01.02.2020 N 15-20",
    "приказ №·12 - ОД",
    "приказ №·А - 5",
    "письмо исх. - №17/3",
    "письмо (Вх.-№17/3)",
    "1-2 дня",
    "СОШ-2, ГИА-11 класс, on-line, школ-участниц",
    "тел. 2-00-00, 22-45",
    "с 9-30 до 17-00",
    "01.09.2021-31.05.2024",
    "10-15",
    "5-9-х классов",
    "рост на 50%",
    "http://sarrcoko.ru/a-2020-2021/№5 и school-2@edu.ru, план-2020-2021.docx",
    "файлы .docx и сайты .рф",
    "программа «Развитие «Образование»",
    "экран 5\" и 7 дюймов",
    "приказ «О программе «Развитие образования»",
    "«  » августа, (    )",
    "П Р И К А З   О   Р А Б О Т Е",
    "одно- и двухэтажных",
    "- Программа",
    "– Школа",
    "2021·г. Саратов",
    "№ п/п",
    "и так далее ...",
];

fn shown(text: &str) -> String {
    text.replace('\u{a0}', "·")
}

fn written(text: &str) -> String {
    text.replace('·', "\u{a0}")
}

#[test]
fn signs_between_words_are_mended() {
    for (text, expected) in MENDED {
        assert_eq!(shown(&mended(text)), *expected, "{text}");
    }
}

#[test]
fn what_may_mean_something_else_stays() {
    for text in KEPT {
        assert_eq!(shown(&mended(&written(text))), *text);
    }
}

fn document(blocks: Vec<Block>) -> Document {
    let sections = vec![Section { orientation: Orientation::Portrait, blocks }];
    Document {
        title: "Программа на 2021-2024 годы".into(),
        author: String::new(),
        look: crate::document::Look::default(),
        sections,
    }
}

fn typeset_inlines(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut document = document(vec![Paragraph::new(Style::Body, inlines).into()]);
    typeset(&mut document);
    let Block::Paragraph(paragraph) = document.sections.remove(0).blocks.remove(0) else { unreachable!() };
    paragraph.inlines
}

fn bold(text: &str) -> Inline {
    Inline::Text { text: text.into(), emphasis: Emphasis { bold: true, ..Emphasis::default() } }
}

#[test]
fn emphasis_does_not_part_a_text() {
    let mended =
        typeset_inlines(vec![Inline::text("приказ №"), bold("5 \"О"), Inline::text(" школах\" 2020"), bold("-2021")]);
    let expected = [Inline::text("приказ №\u{a0}"), bold("5 «О"), Inline::text(" школах» 2020"), bold("–2021")];
    assert_eq!(mended, expected);
}

#[test]
fn a_run_that_loses_its_last_sign_goes() {
    let mended = typeset_inlines(vec![Inline::text("цели"), bold(" "), Inline::text(", задачи")]);
    assert_eq!(mended, [Inline::text("цели"), Inline::text(", задачи")]);
}

#[test]
fn links_stay_and_their_neighbours_are_bound() {
    let link = Inline::Link {
        url: Address::new("http://a.ru/2020-2021").unwrap(),
        children: vec![Inline::text("на 2020-2021 \"год\"")],
    };
    let mended = typeset_inlines(vec![Inline::text("отчет "), link.clone(), Inline::text(" – здесь")]);
    assert_eq!(mended, [Inline::text("отчет "), link, Inline::text("\u{a0}– здесь")]);
}

#[test]
fn tables_notes_and_the_title_are_mended() {
    let paragraph = |text: &str| Block::from(Paragraph::text(Style::Body, text));
    let note = Inline::Footnote(vec![paragraph("приказ №5")]);
    let cell = Cell::new(vec![Paragraph::new(Style::TableCell, vec![Inline::text("2019-2021"), note]).into()]);
    let row = Row { kind: RowKind::Whole, cells: vec![cell] };
    let table = Table { columns: vec![Column::default()], head_rows: 0, rows: vec![row], ruled: true };
    let mut document = document(vec![Block::Table(table)]);
    typeset(&mut document);
    let printed = format!("{document:?}");
    for text in ["Программа на 2021–2024 годы", "2019–2021", "приказ №\\u{a0}5"] {
        assert!(printed.contains(text), "{text}: {printed}");
    }
}

/// What typography may not change.
fn letters(text: &str) -> String {
    let free = |sign: &char| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '"' | '«' | '»' | '„' | '“' | '”');
    text.chars().filter(free).collect()
}

/// Text of the pieces that rules look for, in any order.
fn phrase() -> impl Strategy<Value = String> {
    let pieces = "№|§|г|г.|гг.|т.|т.ч.|д.|п.|ч.|и|в|-|–|—|\"|“|”|„|«|»|(|)|,|.|;|:|%|…|_| | |  |·|\n|5|12|100|000|2020|2021|\
         2021/2022|10-15|01-05/226|май|июнь|июня|август|тыс.|руб.|чел.|Л.|Ю.|Л.Ю.|Живцова|Саратов|школа|А|http://a.ru/|a@b.ru|a.docx|п/п|тел.";
    let pieces: Vec<String> = pieces.split('|').map(written).collect();
    proptest::collection::vec(proptest::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    proptest::collection::vec((phrase(), any::<bool>()), 0..4).prop_map(|runs| {
        runs.into_iter().map(|(text, is_bold)| if is_bold { bold(&text) } else { Inline::text(text) }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn plain_texts_need_no_rule(
        text in "([А-Яа-яё]{1,4}|[a-z]{1,4}| |, |; |: |,|/|-|о-|\\.| \\(|\\) |\\)| «|» |»|«|млн|тыс|руб|чел|г|и|в|т|К|май|мая |№|[0-9]{1,4}|[0-9] ){0,12}",
        other in phrase(),
    ) {
        for text in [text, other] {
            let mut line = Line::of(&[Inline::text(&text)]);
            prop_assert!(!is_plain(&text) || !line.mend(), "{text}");
        }
    }

    #[test]
    fn a_plain_text_in_one_level_of_marks_is_known(text in "[а-я]{3,9}( [а-я]{3,9}| «[а-я]{3,5} [а-я]{3,5}»| \\([а-я]{3,6}\\)|[,;:] [а-я]{3}| учебно-[а-я]{3,5}| [0-9]{1,4} (классы|этап)){0,8}\\.?") {
        prop_assert!(is_plain(&text) || text.contains("мл"), "{text}");
    }

    #[test]
    fn letters_and_digits_stay_and_a_second_pass_finds_nothing(inlines in inlines()) {
        let before = plain_text(&inlines).into_owned();
        let once = typeset_inlines(inlines);
        let after = plain_text(&once);
        prop_assert_eq!(letters(&before), letters(&after));
        let signs = before.chars().filter(|sign| matches!(sign, '№' | '§' | '.')).count();
        prop_assert!(after.chars().count() <= before.chars().count() + signs);
        prop_assert_eq!(typeset_inlines(once.clone()), once);
    }
}
