//! A table in which every row has every column, merged cells told apart.

use super::{Figure, Reading, reading};
use crate::diagnostic::Place;
use crate::document::{Block, Cell, RowKind, Table, block_text};

/// A table as a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// For each column the captions above it, from above; a merged caption stands over each of its columns.
    pub heads: Vec<Vec<String>>,
    /// For each column its captions in one line, in lower case.
    lines: Vec<String>,
    /// The rows under the head.
    pub rows: Vec<Vec<Slot>>,
}

/// A place of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The words of the cell.
    pub text: String,
    /// Where they were written.
    pub place: Place,
    /// Whether the cell covers other places too, or is covered from there.
    pub merged: bool,
    /// What the cell says as a number; a merged cell is not read.
    pub reading: Reading,
}

impl Slot {
    /// The number of a cell that holds one.
    pub fn figure(&self) -> Option<Figure> {
        match self.reading {
            Reading::Number(figure) => Some(figure),
            Reading::Empty | Reading::Words => None,
        }
    }
}

impl Grid {
    /// The grid of a table of a prose.
    pub fn of(table: &Table, whole: Place) -> Self {
        let width = table.columns.len();
        let mut all: Vec<Vec<Option<Slot>>> = vec![vec![None; width]; table.rows.len()];
        for (index, row) in table.rows.iter().enumerate() {
            let mut column = 0;
            for cell in &row.cells {
                while column < width && all[index][column].is_some() {
                    column += 1;
                }
                let slot = slot(cell, whole, row.kind == RowKind::Group);
                for line in all.iter_mut().skip(index).take(cell.rows) {
                    line.iter_mut().skip(column).take(cell.columns).for_each(|place| *place = Some(slot.clone()));
                }
            }
        }
        let blank = Slot { text: String::new(), place: whole, merged: false, reading: Reading::Empty };
        let mut rows = all
            .into_iter()
            .map(|row| row.into_iter().map(|slot| slot.unwrap_or_else(|| blank.clone())).collect::<Vec<_>>());
        let head: Vec<Vec<Slot>> = rows.by_ref().take(table.head_rows).collect();
        let heads: Vec<Vec<String>> = (0..width).map(|column| captions(&head, column)).collect();
        let lines = heads.iter().map(|captions| captions.join(" ").to_lowercase()).collect();
        Self { heads, lines, rows: rows.collect() }
    }

    /// The lowest caption of a column.
    pub fn caption(&self, column: usize) -> &str {
        self.heads[column].last().map_or("", String::as_str)
    }

    /// All captions of a column in one line, in lower case.
    pub fn head(&self, column: usize) -> &str {
        &self.lines[column]
    }

    /// What a row is called: its first words that are no number.
    pub fn label(&self, row: usize) -> &str {
        let named = self.rows[row].iter().find(|slot| slot.text.chars().any(char::is_alphabetic));
        named.map_or("", |slot| slot.text.trim())
    }

    /// Whether a column holds shares, means or marks, which do not add up.
    pub fn is_ratio(&self, column: usize) -> bool {
        const RATIOS: [&str; 16] = [
            "%",
            "процент",
            "доля",
            "средн",
            "балл",
            "уровень",
            "индекс",
            "коэффициент",
            "качеств",
            "успеваемост",
            "место",
            "рейтинг",
            "год ",
            "номер",
            "код",
            "ставк",
        ];
        let head = self.head(column);
        RATIOS.iter().any(|ratio| head.contains(ratio))
    }

    /// Whether a row adds up those above it: «Итого», «Всего по району».
    pub fn is_total(&self, row: usize) -> bool {
        is_total(self.label(row))
    }

    /// Whether a row only names those after it.
    pub fn is_group(&self, row: usize) -> bool {
        self.rows[row].iter().all(|slot| slot.merged || slot.text.is_empty())
    }

    /// Whether a column only counts the rows.
    pub fn counts_rows(&self, column: usize) -> bool {
        let head = self.head(column);
        column == 0 && (head.is_empty() || head.contains('№') || head.contains("п/п"))
    }
}

/// Whether the words stand before a total.
pub fn is_total(label: &str) -> bool {
    let lower = label.to_lowercase();
    let bare = lower.split(['(', ',', ':']).next().unwrap_or_default().trim();
    let mut words = bare.split_whitespace();
    matches!(words.next(), Some("итого" | "всего")) && matches!(words.next(), None | Some("по" | "за"))
}

fn slot(cell: &Cell, whole: Place, group: bool) -> Slot {
    let place = cell.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.place,
        Block::List(_) | Block::Table(_) | Block::PageBreak => None,
    });
    let merged = group || cell.columns > 1 || cell.rows > 1;
    let text = block_text(&cell.blocks).trim().to_owned();
    let reading = if merged { Reading::Words } else { reading(&text) };
    Slot { text, place: place.unwrap_or(whole), merged, reading }
}

fn captions(head: &[Vec<Slot>], column: usize) -> Vec<String> {
    let mut captions: Vec<String> = Vec::new();
    for row in head {
        let text = row[column].text.clone();
        if !text.is_empty() && captions.last() != Some(&text) {
            captions.push(text);
        }
    }
    captions
}
