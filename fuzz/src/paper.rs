//! Random papers: any tree that the phases before the writers can build.

use arbitrary::{Result, Unstructured};
use prikaz::document::{
    Address, Align, Block, Cell, Column, Document, Emphasis, Inline, List, Look, Marker, Orientation, Paragraph, Row, RowKind,
    Section, Style, Table,
};

/// How deep blocks lie in each other.
const DEPTH: usize = 4;

/// A paper.
pub fn paper(random: &mut Unstructured<'_>) -> Result<Document> {
    let mut sections = Vec::new();
    for _ in 0..random.int_in_range(1..=3)? {
        let orientation = *random.choose(&[Orientation::Portrait, Orientation::Landscape])?;
        sections.push(Section { orientation, blocks: blocks(random, 0)? });
    }
    Ok(Document { title: text(random)?, author: text(random)?, look: Look::default(), sections })
}

fn blocks(random: &mut Unstructured<'_>, depth: usize) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for _ in 0..random.int_in_range(0..=4)? {
        let kind = random.int_in_range(0..=if depth < DEPTH { 5 } else { 2 })?;
        blocks.push(match kind {
            0..=2 => paragraph(random, depth)?.into(),
            3 => Block::PageBreak,
            4 => Block::List(list(random, depth + 1)?),
            _ => Block::Table(table(random, depth + 1)?),
        });
    }
    Ok(blocks)
}

fn paragraph(random: &mut Unstructured<'_>, depth: usize) -> Result<Paragraph> {
    let style = *random.choose(&Style::ALL)?;
    let mut paragraph = Paragraph::new(style, inlines(random, depth)?);
    if random.ratio(1, 8)? {
        paragraph.number = Some(text(random)?);
    }
    if random.ratio(1, 8)? {
        paragraph.language = Some((*random.choose(&["ru", "tt", "en-US"])?).to_owned());
    }
    Ok(paragraph)
}

fn inlines(random: &mut Unstructured<'_>, depth: usize) -> Result<Vec<Inline>> {
    let mut line = Vec::new();
    for _ in 0..random.int_in_range(0..=4)? {
        line.push(match random.int_in_range(0..=9)? {
            0..=4 => {
                let [bold, italic, strike] = [random.arbitrary()?, random.arbitrary()?, random.arbitrary()?];
                Inline::Text { text: text(random)?, emphasis: Emphasis { bold, italic, strike } }
            }
            5 => Inline::Break,
            6 => Inline::Tab,
            7 => Inline::Reference { id: text(random)?, place: None },
            8 if depth < DEPTH => match Address::new(&format!("https://site.ru/{}", text(random)?)) {
                Some(url) => Inline::Link { url, children: inlines(random, depth + 1)? },
                None => Inline::Tab,
            },
            // A note holds paragraphs without notes: the reader gives no others.
            9 if depth < DEPTH => Inline::Footnote(blocks(random, DEPTH)?),
            _ => Inline::text(text(random)?),
        });
    }
    Ok(line)
}

fn list(random: &mut Unstructured<'_>, depth: usize) -> Result<List> {
    let marker = match random.int_in_range(0..=2)? {
        0 => Marker::Dash,
        1 => Marker::Period(random.arbitrary()?),
        _ => Marker::Parenthesis(random.arbitrary()?),
    };
    let mut items = Vec::new();
    for _ in 0..random.int_in_range(0..=3)? {
        items.push(blocks(random, depth)?);
    }
    Ok(List { marker, items })
}

/// A table whose cells cover each place of its grid once.
fn table(random: &mut Unstructured<'_>, depth: usize) -> Result<Table> {
    let (width, height): (usize, usize) = (random.int_in_range(1..=4)?, random.int_in_range(0..=4)?);
    let mut columns = Vec::new();
    for _ in 0..width {
        let share = if random.ratio(1, 3)? { Some(random.int_in_range(0..=u32::from(u16::MAX))?) } else { None };
        columns.push(Column { width: share, align: *random.choose(&[Align::Left, Align::Center, Align::Right])? });
    }
    let head_rows = random.int_in_range(0..=height)?;
    let mut covered = vec![vec![false; width]; height];
    let mut rows = Vec::new();
    for y in 0..height {
        let kind = match y < head_rows {
            true => RowKind::Head,
            false => *random.choose(&[RowKind::Group, RowKind::Whole, RowKind::Divisible])?,
        };
        let mut cells = Vec::new();
        for x in 0..width {
            if covered[y][x] {
                continue;
            }
            let room = (x..width).take_while(|x| !covered[y][*x]).count();
            let end = if y < head_rows { head_rows } else { height };
            let (columns, rows) = (random.int_in_range(1..=room)?, random.int_in_range(1..=end - y)?);
            for row in &mut covered[y..y + rows] {
                row[x..x + columns].fill(true);
            }
            cells.push(Cell { blocks: blocks(random, depth)?, columns, rows });
        }
        rows.push(Row { kind, cells });
    }
    Ok(Table { columns, head_rows, rows, ruled: random.arbitrary()? })
}

/// A text of letters, signs of XML and Markdown, and whatever comes.
fn text(random: &mut Unstructured<'_>) -> Result<String> {
    const PARTS: [&str; 20] = [
        "слово",
        "а",
        "Б",
        "7",
        " ",
        "  ",
        "\u{a0}",
        "&",
        "<w:p>",
        "]]>",
        "\"",
        "'",
        "|",
        "*",
        "[[",
        "\\",
        "№",
        "«",
        "\t",
        "\n",
    ];
    let mut text = String::new();
    for _ in 0..random.int_in_range(0..=5)? {
        match random.ratio(1, 6)? {
            true => text.push(random.arbitrary()?),
            false => text.push_str(random.choose(&PARTS)?),
        }
    }
    Ok(text)
}
