//! «Протокол форматно-логического контроля»: the findings as an official paper, to be signed and filed with the order.

use super::entry::Spot;
use super::run::{Checked, Run};
use super::summary::{counted, hidden};
use super::words::{LEVELS, one_line, russian};
use crate::diagnostic::Finding;
use crate::diagnostic::plural::count;
use crate::document::{
    Align, Block, Cell, Column, Document, Inline, Look, Orientation, Paragraph, Row, RowKind, Section, Style, Table,
};
use crate::visible;

/// The title of the protocol, by which an earlier one is known.
pub const TITLE: &str = "Протокол форматно-логического контроля";

/// A blank for a day.
const BLANK_DAY: &str = "«__»\u{a0}__________\u{a0}20__\u{a0}г.";

/// The head of the table of findings, and the share of its width that each column has.
const COLUMNS: [(&str, u32); 5] =
    [("№ п/п", 10), ("Где: файл, строка", 36), ("Замечание", 54), ("Уровень", 32), ("Как исправить", 43)];

/// The protocol of a run: what was checked, the result, a table of findings for each program, the signature.
pub fn protocol(run: &Run<'_>) -> Document {
    let mut blocks =
        vec![title(), text(format!("Дата проверки: {}.", run.date.unwrap_or(BLANK_DAY).trim_end_matches('.')))];
    blocks.push(text(format!("Проверку провела программа prikaz, версия {}.", run.version)));
    blocks.push(text(format!("Проверено: {}.", count(run.programs.len(), ["программа", "программы", "программ"]))));
    blocks.push(text(format!("Результат: {}.", result(LEVELS.map(|level| run.count(level))))));
    for (index, program) in run.programs.iter().enumerate() {
        blocks.extend(chapter(index + 1, program));
    }
    let who = "Проверил:\u{a0}______________\u{a0}/_________________/";
    let line = [Inline::text(who), Inline::Tab, Inline::text(run.date.unwrap_or(BLANK_DAY))];
    blocks.push(Paragraph::new(Style::Signature, line.to_vec()).into());
    Document {
        title: TITLE.to_owned(),
        author: String::new(),
        look: Look { table_size: 10, size: 12, ..Look::default() },
        sections: vec![Section { orientation: Orientation::Portrait, blocks }],
    }
}

fn title() -> Block {
    let lines = [Inline::text("ПРОТОКОЛ"), Inline::Break, Inline::text("форматно-логического контроля (ФЛК)")];
    Paragraph::new(Style::Title, lines.to_vec()).into()
}

fn text(text: String) -> Block {
    Paragraph::text(Style::Body, text).into()
}

/// What was checked of a program, what came of it, and its findings.
fn chapter(number: usize, program: &Checked<'_>) -> Vec<Block> {
    let heading =
        Paragraph { number: Some(format!("{number}.")), ..Paragraph::text(Style::Heading2, one_line(program.title)) };
    let mut blocks = vec![
        heading.into(),
        text(format!("Файл: {}.", Spot::of_program(program).shown())),
        text(format!("Сверено со структурой «{}».", one_line(program.standard))),
    ];
    if let Some((filled, wanted)) = program.passport {
        blocks.push(text(format!("Паспорт: заполнено {filled} из {wanted} строк.")));
    }
    let result = result(LEVELS.map(|level| program.findings.count(level)));
    blocks.push(text(format!("Результат: {result}{}.", hidden(program.excused, program.baselined))));
    if !program.findings.is_empty() {
        blocks.push(Paragraph::text(Style::Caption, "Перечень замечаний").into());
        blocks.push(Block::Table(table(program)));
    }
    blocks
}

/// «выявлено: 3 ошибки, 1 предупреждение» or «ошибок не выявлено, …».
fn result(numbers: [usize; 3]) -> String {
    match (numbers, counted(numbers)) {
        ([0, 0, 0], _) => "ошибок не выявлено".to_owned(),
        ([0, ..], found) => format!("ошибок не выявлено; выявлено: {found}"),
        (_, found) => format!("выявлено: {found}"),
    }
}

fn table(program: &Checked<'_>) -> Table {
    let cell = |style, text: &str| Cell::new(vec![Paragraph::text(style, text).into()]);
    let head = COLUMNS.iter().map(|(name, _)| cell(Style::TableHead, name)).collect();
    let mut rows = vec![Row { kind: RowKind::Head, cells: head }];
    for (index, finding) in program.findings.iter().enumerate() {
        let texts = [
            format!("{}", index + 1),
            where_found(finding, program),
            one_line(&finding.message),
            russian(finding.level).to_owned(),
            finding.help.as_deref().map_or("—".to_owned(), one_line),
        ];
        let cells = texts.iter().map(|text| cell(Style::TableCell, text)).collect();
        rows.push(Row { kind: RowKind::Whole, cells });
    }
    let column =
        |index, width| Column { width: Some(width), align: if index == 0 { Align::Center } else { Align::Left } };
    Table {
        columns: COLUMNS.iter().enumerate().map(|(index, (_, width))| column(index, *width)).collect(),
        head_rows: 1,
        rows,
        ruled: true,
    }
}

/// The file, without the folder of the program, and the line.
fn where_found(finding: &Finding, program: &Checked<'_>) -> String {
    let spot = Spot::of_finding(finding, program);
    let own = Spot::of_program(program).path;
    let folder = own.rfind('/').map_or("", |at| &own[..=at]);
    let file = visible::name(spot.path.strip_prefix(folder).unwrap_or(&spot.path));
    spot.span.map_or(file.to_string(), |(start, _)| format!("{file}, строка\u{a0}{}", start.line))
}

#[cfg(test)]
mod tests {
    use super::protocol;
    use crate::document::{Block, block_text};
    use crate::report::testing::{awkward, clean, empty, many};
    use crate::write;

    fn text(document: &crate::document::Document) -> String {
        document.sections.iter().map(|section| block_text(&section.blocks)).collect()
    }

    #[test]
    fn every_finding_is_a_row_under_a_repeated_head() {
        let document = awkward(protocol);
        let tables: Vec<(usize, usize)> = document.sections[0]
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Table(table) => Some((table.head_rows, table.rows.len())),
                Block::Paragraph(_) | Block::List(_) | Block::PageBreak => None,
            })
            .collect();
        assert_eq!(tables, [(1, 7), (1, 2)]);
        let text = text(&document);
        for part in [
            "Дата проверки: 25.11.2026.",
            "программа prikaz, версия 0.1.0.",
            "Проверено: 3 программы. Результат: выявлено: 3 ошибки, 3 предупреждения, 1 замечание.",
            "Паспорт: заполнено 11 из 13 строк.",
            "тексты/раздел 1.md, строка\u{a0}1",
            "Сверено со структурой «базовый». Результат: ошибок не выявлено.",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn it_is_written_with_any_findings() {
        for (document, name) in [
            (awkward(protocol), "awkward"),
            (clean(protocol), "clean"),
            (empty(protocol), "empty"),
            (many(120, protocol), "many"),
        ] {
            assert!(write::docx::write(&document).starts_with(b"PK"), "{name}");
            assert!(write::markdown::write(&document).contains("Проверил"), "{name}");
        }
    }

    #[test]
    fn without_a_date_there_is_a_blank() {
        assert!(text(&clean(protocol)).contains("Дата проверки: «__»"));
    }
}
