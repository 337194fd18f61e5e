//! Lists that were pasted: lines of one paragraph that begin with a mark which is none in Markdown, «– », «•», «(1) ».

use std::ops::Range;

use pulldown_cmark::Event;

use super::Piece;
use super::block::is_inline;
use super::inline::{Line, trim_end};
use super::items::BULLETS;
use super::reader::Reader;
use crate::diagnostic::Finding;
use crate::document::{Block, Inline, List, Marker, Paragraph, Style};

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A dash, or what Word puts before an item.
    Dash,
    /// A number in brackets: «(1)».
    Bracketed(u64),
    /// A Roman number: «II.».
    Roman(u64),
}

/// What the lines of a paragraph are.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    /// Which lines are items.
    items: Vec<usize>,
    /// The first line that may be one.
    doubtful: Option<usize>,
}

impl Reader<'_> {
    /// Where the lines of the paragraph ahead begin that are items; `first` is the beginning of the paragraph.
    pub(super) fn pasted_items(&mut self, first: usize) -> Vec<usize> {
        let mut starts = vec![first];
        let mut open = 0_usize;
        for (event, range) in &self.events[self.at..] {
            match event {
                Event::Start(tag) if is_inline(tag) => open += 1,
                Event::End(_) if open > 0 => open -= 1,
                Event::Start(_) | Event::End(_) | Event::Html(_) | Event::Rule => break,
                Event::SoftBreak => starts.push(range.end),
                // A value in a template has hard breaks: its lines stay as they are.
                Event::HardBreak
                | Event::Text(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::TaskListMarker(_) => {}
            }
        }
        if starts.len() < 2 {
            return Vec::new();
        }
        let line = |at: &usize| {
            let line = self.text[*at..].split('\n').next().unwrap_or_default();
            line.trim_start_matches([' ', '\t', '>']).trim_end_matches([' ', '\\'])
        };
        let lines: Vec<&str> = starts.iter().map(line).collect();
        let Shape { items, doubtful } = shape(&lines);
        // Of a bullet within a paragraph the reader of lines tells.
        if let Some(doubtful) = doubtful.filter(|line| !lines[*line].starts_with(BULLETS)) {
            let at = starts[doubtful];
            let begin = at + self.text[at..].find(lines[doubtful]).unwrap_or_default();
            let place = self.place(&(begin..begin + lines[doubtful].chars().next().map_or(0, char::len_utf8)));
            self.findings.push(
                Finding::warning("joined-items", place, "строка с тире слилась с предыдущей в один абзац").help(
                    "если это пункт перечня, начните его с «- »; если тире внутри предложения, перенесите его в конец строки выше",
                ),
            );
        }
        items.into_iter().map(|item| starts[item]).collect()
    }

    /// A paragraph some of whose lines are items: those with a dash become a list, each other a paragraph.
    pub(super) fn pasted(
        &self,
        line: Line,
        items: &[usize],
        range: &Range<usize>,
        [text, item]: [Style; 2],
    ) -> Vec<Piece> {
        let mut parts = vec![(range.start, Vec::new())];
        let mut breaks = line.breaks.iter();
        for inline in line.inlines {
            let cut = if inline == Inline::Break { breaks.next().filter(|cut| items.contains(&cut.end)) } else { None };
            match (cut, parts.last_mut()) {
                (None, Some((_, part))) => part.push(inline),
                (Some(cut), _) => parts.push((cut.end, Vec::new())),
                (None, None) => {}
            }
        }
        let mut blocks: Vec<Block> = Vec::new();
        let ends: Vec<usize> = parts.iter().skip(1).map(|(start, _)| *start).chain([range.end]).collect();
        for ((start, mut part), end) in parts.into_iter().zip(ends) {
            trim_end(&mut part);
            let is_dash = items.contains(&start) && strip_dash(&mut part);
            if part.is_empty() {
                continue;
            }
            let place = Some(self.place(&(start..end.max(start))));
            let paragraph = Paragraph { place, ..Paragraph::new(if is_dash { item } else { text }, part) };
            match blocks.last_mut() {
                Some(Block::List(list)) if is_dash => list.items.push(vec![paragraph.into()]),
                _ if is_dash => {
                    blocks.push(Block::List(List { marker: Marker::Dash, items: vec![vec![paragraph.into()]] }));
                }
                _ => blocks.push(paragraph.into()),
            }
        }
        blocks.into_iter().map(Piece::Block).collect()
    }
}

/// Takes a dash and the blanks after it from the beginning; says whether there was one.
fn strip_dash(part: &mut Vec<Inline>) -> bool {
    let Some(Inline::Text { text, .. }) = part.first_mut() else { return false };
    let Some(rest) = after_dash(text) else { return false };
    *text = rest.trim_start().to_owned();
    if text.is_empty() {
        part.remove(0);
    }
    true
}

/// What stands after the dash or bullet that a line begins with.
fn after_dash(line: &str) -> Option<&str> {
    let blank = |rest: &&str| rest.starts_with([' ', '\t', '\u{a0}']) || rest.is_empty();
    let bullet = line.strip_prefix(BULLETS);
    bullet.or_else(|| ["–", "—", "-", "o"].iter().find_map(|dash| line.strip_prefix(dash)).filter(blank))
}

/// Which lines of a paragraph are items, told from how all of them begin and end.
fn shape(lines: &[&str]) -> Shape {
    let marks: Vec<Option<Mark>> = lines.iter().map(|line| mark(line)).collect();
    let of = |mark: Mark| (0..lines.len()).filter(|line| marks[*line] == Some(mark)).collect::<Vec<_>>();
    let ends = |line: usize, signs: &[char]| lines[line].ends_with(signs);
    let dashes = of(Mark::Dash);
    match dashes[..] {
        // A line after a colon; any other alone is a dash within a sentence.
        [line] if line > 0 && ends(line - 1, &[':']) => return Shape { items: dashes, doubtful: None },
        [] | [_] => {}
        [first, ..] => {
            let closed =
                |line: usize| marks[line - 1].is_some() || ends(line - 1, &['.', ',', ';', ':', '!', '?', '…']);
            let opened = first == 0 || ends(first - 1, &['.', ';', ':', '!', '?']);
            // «– как сказано выше – » within a sentence that was broken into lines.
            let rest = |line: usize| after_dash(lines[line]).unwrap_or_default();
            let within = dashes.iter().any(|line| [" – ", " — "].iter().any(|dash| rest(*line).contains(dash)));
            // «Показатель⏎– доля педагогов,⏎– вырос»: nothing opens a list, and a comma closes no item of one.
            let goes_on = ends(first, &[',']);
            return match dashes[1..].iter().find(|line| !closed(**line)) {
                Some(line) => Shape { items: Vec::new(), doubtful: Some(*line) },
                None if !opened && (within || goes_on) => Shape { items: Vec::new(), doubtful: Some(first) },
                None => Shape { items: dashes, doubtful: None },
            };
        }
    }
    let numbers: Vec<(usize, Mark)> =
        marks.iter().enumerate().filter_map(|(line, mark)| Some((line, (*mark)?))).collect();
    let follows = |pair: &[(usize, Mark)]| match (pair[0].1, pair[1].1) {
        (Mark::Bracketed(before), Mark::Bracketed(own)) | (Mark::Roman(before), Mark::Roman(own)) => {
            before.checked_add(1) == Some(own)
        }
        _ => false,
    };
    let counted = numbers.len() > 1 && numbers.windows(2).all(follows);
    Shape {
        items: if counted { numbers.into_iter().map(|(line, _)| line).collect() } else { Vec::new() },
        doubtful: None,
    }
}

fn mark(line: &str) -> Option<Mark> {
    if after_dash(line).is_some_and(|rest| !rest.trim().is_empty()) {
        return Some(Mark::Dash);
    }
    let word = line.split([' ', '\t']).next().filter(|word| word.len() < line.len())?;
    if let Some(number) = word.strip_prefix('(').and_then(|word| word.strip_suffix(')')) {
        return number.parse().ok().filter(|_| number.len() < 3).map(Mark::Bracketed);
    }
    roman(word.strip_suffix('.')?).map(Mark::Roman)
}

/// The value of a Roman number up to XXXIX.
fn roman(word: &str) -> Option<u64> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = word.bytes().take_while(|byte| *byte == b'X').count();
    let ones = ONES.iter().position(|ones| *ones == &word[tens..])?;
    (tens < 4 && !word.is_empty()).then_some((tens * 10 + ones) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the lines that are items; «?» and a number for one that may be.
    fn shown(text: &str) -> String {
        let Shape { items, doubtful } = shape(&text.split('\n').collect::<Vec<_>>());
        let items = items.into_iter().map(|item| item.to_string());
        items.chain(doubtful.map(|line| format!("?{line}"))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn items_are_told_by_their_shape() {
        for (text, expected) in [
            ("Задачи:\n– раз;\n– два.", "1 2"),
            ("– раз\n– два\n– три", "0 1 2"),
            ("Задачи\n— раз\n— два", "1 2"),
            ("Задачи:\n– раз, который не\nвошёл в строку;\n– два.", "1 3"),
            ("Результат:\n– рост доли", "1"),
            ("•\tраз\n•два", "0 1"),
            ("\u{f0b7} раз\n\u{f0b7} два", "0 1"),
            ("Вот:\no раз\no два", "1 2"),
            ("Вот:\n(1) раз;\n(2) два", "1 2"),
            ("I. Раз\nII. Два\nпродолжение\nIII. Три", "0 1 3"),
            // Not items.
            ("Школа, в которой учатся\n– как и прежде – дети", ""),
            ("– раз", ""),
            ("Школа, в которой учатся\n– как и прежде – дети\n– и взрослые", "?1"),
            ("– Кто это\nсказал\n– Я", "?2"),
            ("Основной показатель программы\n– доля педагогов, прошедших обучение,\n– вырос на 5 процентов.", "?1"),
            ("Основные показатели программы:\n– доля педагогов,\n– число школ.", "1 2"),
            ("Пункт\n(1) раз\nи\n(3) три", ""),
            ("V. Иванов\nпришёл\nX. Петров", ""),
            ("о школе\nо детях", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
