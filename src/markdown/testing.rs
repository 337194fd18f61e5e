//! What the tests of this module share.

use std::fmt::Write;

use proptest::prelude::{Strategy, any, prop, prop_oneof};

use super::{Parsed, Piece, parse};
use crate::diagnostic::{Files, Origin};
use crate::document::{Block, Inline, Marker, Paragraph, RowKind, Table, plain_text};

/// Text of marks and words that Markdown knows, with any characters between.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let marks = "**,__,*,_,~~,`,```,[[,]],| a | b |\n| --- | --- |\n,| < | ^ |,\n- ,\n  ,> ,<!-- стиль: Пункт -->,[^1]: ,[а]: ,[^1],](,<,>,<br>,<!--,-->,<!-- подпись -->,|,\\,&amp;,&,#,# ,- ,+ ,1. ,1) ,=,\
        ===,---,{{,}},{%,!,![,www.a.ru,http://a.ru,<http://a>,:,.,\u{a0},\u{2003}, ,    ,\n,\n\n,\t,\0,\r\n,• ,– ,^,слово,a,1,«,»,№,\u{2028}";
    let marks: Vec<&str> = marks.split(',').chain([","]).collect();
    prop::collection::vec(
        prop_oneof![3 => prop::sample::select(marks).prop_map(str::to_owned), 1 => any::<String>()],
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

/// A text and what was read from it.
pub(super) struct Read {
    files: Files,
    pub(super) parsed: Parsed,
}

/// Reads a text as a whole file.
pub(super) fn read(text: &str) -> Read {
    let mut files = Files::default();
    let file = files.add("a.md", text);
    let parsed = parse(text, &Origin::file(file, text.len()));
    Read { files, parsed }
}

impl Read {
    /// The blocks, without directives.
    pub(super) fn blocks(&self) -> Vec<&Block> {
        let mut blocks = Vec::new();
        for piece in &self.parsed.pieces {
            match piece {
                Piece::Block(block) => blocks.push(block),
                Piece::Directive(_) => {}
            }
        }
        blocks
    }

    /// All paragraphs, those in lists and tables too.
    pub(super) fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut found = Vec::new();
        for block in self.blocks() {
            collect(block, &mut found);
        }
        found
    }

    /// The tables at the top level.
    pub(super) fn tables(&self) -> Vec<&Table> {
        let mut tables = Vec::new();
        for block in self.blocks() {
            match block {
                Block::Table(table) => tables.push(table),
                Block::Paragraph(_) | Block::List(_) | Block::PageBreak => {}
            }
        }
        tables
    }

    /// The blocks as an outline: a line for each paragraph, cell, item and directive.
    pub(super) fn outline(&self) -> String {
        let mut out = String::new();
        for piece in &self.parsed.pieces {
            match piece {
                Piece::Block(one) => block(one, 0, &mut out),
                Piece::Directive(directive) => {
                    writeln!(out, "<{}> {:?} {:?}", directive.name, directive.argument, directive.options).unwrap();
                }
            }
        }
        out
    }

    /// Each finding as `name: the text it points at`.
    pub(super) fn findings(&self) -> Vec<String> {
        let show = |finding: &crate::diagnostic::Finding| {
            format!("{}: {}", finding.name, finding.place.map_or("", |place| self.files.text(place)))
        };
        self.parsed.findings.iter().map(show).collect()
    }
}

fn collect<'b>(block: &'b Block, found: &mut Vec<&'b Paragraph>) {
    match block {
        Block::Paragraph(paragraph) => found.push(paragraph),
        Block::List(list) => list.items.iter().flatten().for_each(|block| collect(block, found)),
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.blocks).for_each(|block| collect(block, found));
        }
        Block::PageBreak => {}
    }
}

fn block(block_: &Block, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match block_ {
        Block::Paragraph(paragraph) => {
            writeln!(out, "{indent}{:?}: {}", paragraph.style, inlines(&paragraph.inlines)).unwrap();
        }
        Block::List(list) => {
            let marker = match list.marker {
                Marker::Dash => "-".to_owned(),
                Marker::Period(first) => format!("{first}."),
                Marker::Parenthesis(first) => format!("{first})"),
            };
            for item in &list.items {
                writeln!(out, "{indent}{marker}").unwrap();
                for one in item {
                    block(one, depth + 1, out);
                }
            }
        }
        Block::Table(table) => {
            let columns: Vec<_> =
                table.columns.iter().map(|column| format!("{:?}{:?}", column.align, column.width)).collect();
            writeln!(out, "{indent}table {} ruled={} head={}", columns.join(" "), table.ruled, table.head_rows)
                .unwrap();
            for row in &table.rows {
                let kind = if row.kind == RowKind::Head { "head" } else { "row" };
                writeln!(out, "{indent}{kind}").unwrap();
                for cell in &row.cells {
                    writeln!(out, "{indent}  {}x{}", cell.rows, cell.columns).unwrap();
                    for one in &cell.blocks {
                        block(one, depth + 2, out);
                    }
                }
            }
        }
        Block::PageBreak => out.push_str("page\n"),
    }
}

fn inlines(inlines_: &[Inline]) -> String {
    let show = |inline: &Inline| match inline {
        Inline::Text { text, emphasis } => {
            let marks = [(emphasis.bold, 'b'), (emphasis.italic, 'i'), (emphasis.strike, 's')];
            let marks: String = marks.iter().filter(|(on, _)| *on).map(|(_, mark)| *mark).collect();
            if marks.is_empty() { text.clone() } else { format!("{marks}({text})") }
        }
        Inline::Break => "⏎".to_owned(),
        Inline::Link { url, children } => format!("link({}: {})", url.written(), inlines(children)),
        Inline::Footnote(blocks) => {
            let mut text = String::new();
            for one in blocks {
                block(one, 0, &mut text);
            }
            format!("note({})", text.trim_end())
        }
        Inline::Tab | Inline::Image(_) | Inline::Reference { .. } => {
            plain_text(std::slice::from_ref(inline)).into_owned()
        }
    };
    inlines_.iter().map(show).collect()
}
