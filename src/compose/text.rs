//! Text of the model as inlines and blocks: references become numbers, styles follow the place.

use crate::document::{Block, Inline, List, Marker, Paragraph, Row, Style, Table};
use crate::model::{Label, Numeral, Prose, Text, is_short};
use crate::resolve::Numbering;

/// The text of a paragraph.
pub(super) type Inlines = Vec<Inline>;

/// A text as inlines: `[[ид]]` becomes a number, a line break a new line.
pub(super) fn inlines(text: &str, numbering: &Numbering) -> Vec<Inline> {
    let expanded = numbering.expand(text);
    let mut inlines = Vec::new();
    for line in expanded.lines() {
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::text(line.trim()));
    }
    inlines
}

/// A text as one paragraph.
pub(super) fn paragraph(style: Style, text: &Text, numbering: &Numbering) -> Paragraph {
    Paragraph { place: Some(text.place), ..Paragraph::new(style, inlines(&text.value, numbering)) }
}

/// Prose with its references filled in.
pub(super) fn prose(prose: &Prose, numbering: &Numbering) -> Vec<Block> {
    prose.blocks.iter().map(|block| fill(block, numbering)).collect()
}

/// Prose for a cell of a table: running text and lists in the style of cells.
pub(super) fn cell_prose(text: &Prose, numbering: &Numbering) -> Vec<Block> {
    let mut blocks = prose(text, numbering);
    blocks.iter_mut().for_each(as_cell);
    blocks
}

fn as_cell(block: &mut Block) {
    match block {
        Block::Paragraph(paragraph) => {
            if matches!(paragraph.style, Style::Body | Style::ListItem) {
                paragraph.style = Style::TableCell;
            }
        }
        Block::List(list) => list.items.iter_mut().flatten().for_each(as_cell),
        Block::Table(_) | Block::PageBreak => {}
    }
}

fn fill(block: &Block, numbering: &Numbering) -> Block {
    let fill_all = |blocks: &[Block]| blocks.iter().map(|block| fill(block, numbering)).collect::<Vec<_>>();
    match block {
        Block::Paragraph(paragraph) => {
            Block::Paragraph(Paragraph { inlines: fill_inlines(&paragraph.inlines, numbering), ..paragraph.clone() })
        }
        Block::List(list) => {
            Block::List(List { marker: list.marker, items: list.items.iter().map(|item| fill_all(item)).collect() })
        }
        Block::Table(table) => {
            let row = |row: &Row| {
                let mut row = row.clone();
                row.cells.iter_mut().for_each(|cell| cell.blocks = fill_all(&cell.blocks));
                row
            };
            Block::Table(Table { rows: table.rows.iter().map(row).collect(), ..table.clone() })
        }
        Block::PageBreak => Block::PageBreak,
    }
}

fn fill_inlines(inlines: &[Inline], numbering: &Numbering) -> Vec<Inline> {
    let fill_inline = |inline: &Inline| match inline {
        Inline::Reference { id, place } => match numbering.get(id) {
            Some(number) => Inline::text(number),
            None => Inline::Reference { id: id.clone(), place: *place },
        },
        Inline::Link { url, children } => {
            Inline::Link { url: url.clone(), children: fill_inlines(children, numbering) }
        }
        Inline::Footnote(blocks) => Inline::Footnote(blocks.iter().map(|block| fill(block, numbering)).collect()),
        Inline::Text { .. } | Inline::Break | Inline::Tab | Inline::Image(_) => inline.clone(),
    };
    inlines.iter().map(fill_inline).collect()
}

/// The items of a list by a label: a real list where Word has one, otherwise paragraphs with numbers.
/// Items are (own number or none, text); `style` is that of the paragraphs.
pub(super) fn list(items: Vec<(Option<String>, Vec<Inline>)>, label: &Label, style: Style) -> Vec<Block> {
    let count = items.len();
    if count == 0 {
        return Vec::new();
    }
    let own_numbers = items.iter().any(|(number, _)| number.is_some());
    let marker = match (label.numeral, label.before.as_str(), label.after.as_str()) {
        (Numeral::Dash, ..) => Some(Marker::Dash),
        (Numeral::Arabic, "", ".") if !own_numbers => Some(Marker::Period(1)),
        (Numeral::Arabic, "", ")") if !own_numbers => Some(Marker::Parenthesis(1)),
        (Numeral::Arabic | Numeral::Roman | Numeral::Letter | Numeral::None, ..) => None,
    };
    let closing = |index: usize| match (label.numeral, label.after.as_str()) {
        (Numeral::None, _) => "",
        (Numeral::Dash | Numeral::Letter, _) | (Numeral::Arabic, ")") if index + 1 < count => ";",
        (Numeral::Dash | Numeral::Letter | Numeral::Arabic | Numeral::Roman, _) => ".",
    };
    let items = items.into_iter().enumerate().map(|(index, (number, mut inlines))| {
        if let Some(Inline::Text { text, .. }) = inlines.last_mut() {
            *text = ending(text, closing(index));
        }
        (index, number, inlines)
    });
    match marker {
        Some(marker) => {
            let style = if style == Style::Body { Style::ListItem } else { style };
            let items = items.map(|(_, _, inlines)| vec![Paragraph::new(style, inlines).into()]).collect();
            vec![Block::List(List { marker, items })]
        }
        None => items
            .map(|(index, number, inlines)| {
                let number = match number {
                    Some(number) if label.numeral != Numeral::None => Some(label.around(&number)),
                    None if !own_numbers => label.number(index + 1),
                    Some(_) | None => None,
                };
                let style = if style == Style::Body && number.is_some() { Style::Item } else { style };
                Paragraph { number, ..Paragraph::new(style, inlines) }.into()
            })
            .collect(),
    }
}

/// Puts a dashed list under each item of a list that has one.
pub(super) fn with_lists(blocks: Vec<Block>, lists: Vec<Vec<Inlines>>, style: Style) -> Vec<Block> {
    let dash = Label::new("", Numeral::Dash, "");
    let under = |texts: Vec<Inlines>| list(texts.into_iter().map(|text| (None, text)).collect(), &dash, style);
    let mut lists = lists.into_iter().map(|texts| if texts.is_empty() { Vec::new() } else { under(texts) });
    let mut nested = Vec::new();
    for block in blocks {
        match block {
            Block::List(mut own) => {
                own.items.iter_mut().zip(&mut lists).for_each(|(item, under)| item.extend(under));
                nested.push(Block::List(own));
            }
            Block::Paragraph(_) | Block::Table(_) | Block::PageBreak => {
                nested.push(block);
                nested.extend(lists.next().unwrap_or_default());
            }
        }
    }
    nested
}

/// A text that ends in punctuation: the mark is added where there is none.
pub(super) fn ending(text: &str, mark: &str) -> String {
    let text = text.trim_end();
    let stop = text.ends_with('.') && (mark == "." || !is_abbreviated(text));
    let closed = stop || text.ends_with([';', ':', ',', '!', '?', '…']);
    if closed || text.is_empty() { text.into() } else { format!("{text}{mark}") }
}

/// A text without the marks that close it, where a mark or a bracket of the paper follows; the full stop of an
/// abbreviation or of initials stays, but for another full stop.
pub(super) fn unclosed<'t>(text: &'t str, next: &str) -> &'t str {
    let mut text = text.trim_end();
    while let Some(shorter) = text.strip_suffix([':', ';', ',', '.']) {
        if text.ends_with('.') && next != "." && is_abbreviated(text) {
            break;
        }
        text = shorter.trim_end();
    }
    text
}

/// The mark after a text without one; a full stop is not put after a mark that ends a sentence.
pub(super) fn mark_after(text: &str, mark: &'static str) -> &'static str {
    if mark == "." && text.ends_with(['!', '?', '…']) { "" } else { mark }
}

/// Whether the full stop at the end of a text belongs to its last word: «2021 г.», «Иванова Б.Б.», «в т.ч.».
fn is_abbreviated(text: &str) -> bool {
    let word = text.rsplit([' ', '\u{a0}', '\n', '(', '«']).next().unwrap_or_default();
    // «класс А.»: a capital alone is initials where a name begins with a capital before it: «Иванова Б.».
    let named = || -> bool {
        let before = text[..text.len() - word.len()].trim_end();
        let name = before.rsplit([' ', '\u{a0}', '\n', '(', '«']).next().unwrap_or_default();
        name.ends_with('.') || name.starts_with(char::is_uppercase)
    };
    is_short(word) && (!is_initial(word) || named())
}

/// Whether a word is one capital with a full stop.
fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|bare| bare.chars().count() == 1 && bare.chars().all(char::is_uppercase))
}

/// A text whose first letter is a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain_text;

    fn items(texts: &[&str]) -> Vec<(Option<String>, Vec<Inline>)> {
        texts.iter().map(|text| (None, vec![Inline::text(*text)])).collect()
    }

    /// Numbers and texts of the paragraphs, those of a list included.
    fn paragraphs(blocks: &[Block]) -> Vec<(Option<String>, String)> {
        let of_block = |block: &Block| match block {
            Block::Paragraph(paragraph) => {
                vec![(paragraph.number.clone(), plain_text(&paragraph.inlines).into_owned())]
            }
            Block::List(list) => list.items.iter().flat_map(|item| paragraphs(item)).collect(),
            Block::Table(_) | Block::PageBreak => Vec::new(),
        };
        blocks.iter().flat_map(of_block).collect()
    }

    #[test]
    fn a_dashed_list_is_closed_as_official_papers_have_it() {
        let blocks = list(items(&["первое", "второе;", "третье"]), &Label::parse("-").unwrap(), Style::Body);
        let texts: Vec<String> = paragraphs(&blocks).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["первое;", "второе;", "третье."]);
    }

    #[test]
    fn items_with_numbers_of_their_own_keep_them() {
        let mut own = items(&["доля", "без номера"]);
        own[0].0 = Some("1.2".into());
        let blocks = list(own, &Label::parse("Показатель 1.").unwrap(), Style::TableCell);
        let numbers: Vec<Option<String>> = paragraphs(&blocks).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [Some("Показатель 1.2.".to_string()), None]);
    }

    #[test]
    fn a_list_stands_under_its_item() {
        for (label, count) in [("1.", 1), ("Результат 1.", 3)] {
            let blocks = list(items(&["первое", "второе:"]), &Label::parse(label).unwrap(), Style::Body);
            let under = items(&["доля", "число"]).into_iter().map(|(_, text)| text).collect();
            let blocks = with_lists(blocks, vec![Vec::new(), under], Style::Body);
            assert_eq!(blocks.len(), count, "{label}");
            let texts: Vec<String> = paragraphs(&blocks).into_iter().map(|(_, text)| text).collect();
            assert_eq!(texts, ["первое.", "второе:", "доля;", "число."], "{label}");
        }
    }

    #[test]
    fn a_mark_follows_words_without_one_and_takes_no_stop_from_an_abbreviation() {
        for (text, next, expected) in [
            ("заместителя Иванову Б.Б.", ".", "заместителя Иванову Б.Б"),
            ("Ивановой Б.Б.", ":", "Ивановой Б.Б."),
            ("Ивановой Б.\u{a0}Б.:", ":", "Ивановой Б.\u{a0}Б."),
            ("Иванова Б.Б.;", ",", "Иванова Б.Б."),
            ("план .", ";", "план"),
            ("план;:.", ")", "план"),
            ("до 2021 г.", ")", "до 2021 г."),
            ("до 2021 г.", ".", "до 2021 г"),
            ("до июня.", ")", "до июня"),
            ("готовы?", ".", "готовы?"),
            ("", ".", ""),
        ] {
            assert_eq!(unclosed(text, next), expected, "{text} {next}");
        }
        assert_eq!(mark_after("готовы?", "."), "");
        assert_eq!(mark_after("готовы?", ";"), ";");
        assert_eq!(mark_after("план", "."), ".");
    }

    #[test]
    fn punctuation_is_not_doubled() {
        assert_eq!(ending("план", ";"), "план;");
        assert_eq!(ending("план.", ";"), "план.");
        assert_eq!(ending("план ", ";"), "план;");
        assert_eq!(ending("Иванов Б.Б.", ";"), "Иванов Б.Б.;");
        assert_eq!(ending("2021 г.", ";"), "2021 г.;");
        assert_eq!(ending("2021 г.", "."), "2021 г.");
        assert_eq!(ending("«план»", "."), "«план».");
        assert_eq!(ending("класс А.", ";"), "класс А.");
        assert_eq!(ending("Иванова Б.", ";"), "Иванова Б.;");
        for short in
            ["в т.ч.", "ежегодно, т.е.", "2 мес.", "3 нед.", "5 дн.", "2 час.", "1 кв.", "тел.", "каб.", "и т.д."]
        {
            assert_eq!(ending(short, ";"), format!("{short};"));
            assert_eq!(unclosed(&format!("{short}:"), ":"), short);
        }
        assert_eq!(ending("", "."), "");
    }
}
