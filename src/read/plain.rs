//! What is printed as it stands in a text without markup and was meant otherwise.

use super::context::Reader;
use super::vocabulary::{ITEM, Record};
use crate::diagnostic::{Finding, Origin, Place};
use crate::limits;
use crate::source::Scalar;

/// So many bytes are shown of a reference without an end.
const REFERENCE: usize = 120;

/// Marks of items that Word puts before the lines of a list.
const BULLETS: [char; 6] = ['•', '●', '▪', '■', '◦', '\u{f0b7}'];

impl Reader<'_> {
    /// Says what will be printed as it stands in a plain text; one finding of a kind.
    pub(super) fn plain(&mut self, scalar: &Scalar, place: Place, record: Option<&Record>) {
        let text = scalar.text.trim_end();
        let at = |(start, end): (usize, usize)| scalar.origin.place(start, end);
        if let Some(found) = emphasis(text) {
            let finding = "звёздочки напечатаются как есть: это поле без разметки";
            let lines = "подчёркивания напечатаются как есть: это поле без разметки";
            let finding = if text[found.0..].starts_with('*') { finding } else { lines };
            self.report(Finding::warning("markup-in-text", at(found), finding).help("удалите их"));
        }
        if let Some(found) = tag(text) {
            let message = format!("тег «{}» напечатается как есть: это поле без разметки", &text[found.0..found.1]);
            self.report(Finding::warning("markup-in-text", at(found), message).help("удалите тег"));
        }
        if let Some(blank) = blank_line(text) {
            let help = if record.is_some_and(|record| record.en == ITEM.en) {
                "разделите на «подпункты» или «дефисы»"
            } else {
                "удалите пустую строку"
            };
            let start = blank + (text[blank..].len() - text[blank..].trim_start().len());
            let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
            let shown = if start < end { at((start, end)) } else { place };
            let message = "в поле одного абзаца стоит пустая строка: второго абзаца в документе не будет";
            self.report(Finding::warning("paragraphs-in-text", shown, message).help(help));
        }
        self.joined_bullets(text, &scalar.origin);
        self.unclosed_references(&scalar.text, &scalar.origin);
    }

    /// Says that items of a list pasted from Word stand on one line; cells of a table divide theirs by `<br>`.
    pub(super) fn joined_bullets(&mut self, text: &str, origin: &Origin) {
        if let Some((start, end)) = joined_bullets(text) {
            let message = format!("пункты со знаком «{}» слились в одну строку", &text[start..end]);
            let finding = Finding::warning("joined-items", origin.place(start, end), message);
            self.report(finding.help("запишите их списком: каждый с новой строки после «- »"));
        }
    }

    /// Says which `[[ид]]` lacks a bracket.
    pub(super) fn unclosed_references(&mut self, text: &str, origin: &Origin) {
        for (start, end) in unclosed(text) {
            let place = origin.place(start, end);
            let message = format!("ссылка «{}» не закрыта и напечатается как есть", &text[start..end]);
            let finding = Finding::warning("unclosed-reference", place, message);
            self.report(finding.help("поставьте по две скобки с каждой стороны: [[ид]]"));
        }
    }
}

/// The first pair of `**` or `__` around words.
fn emphasis(text: &str) -> Option<(usize, usize)> {
    ["**", "__"].into_iter().find_map(|mark| {
        let open = text.find(mark)?;
        let inner = &text[open + 2..];
        let length = inner.find(mark)?;
        inner[..length].contains(char::is_alphanumeric).then_some((open, open + length + 4))
    })
}

/// The first HTML tag: `<b>`, `</p>`, `<br/>`.
fn tag(text: &str) -> Option<(usize, usize)> {
    text.match_indices('<').find_map(|(start, _)| {
        let length = text[start..].find('>')?;
        let name = text[start + 1..start + length].trim_matches('/');
        let word = name.split_ascii_whitespace().next().filter(|word| name.starts_with(word))?;
        let known = word.bytes().all(|byte| byte.is_ascii_alphanumeric()) && word.as_bytes()[0].is_ascii_lowercase();
        (known && !name.contains('<')).then_some((start, start + length + 1))
    })
}

/// Where an empty line inside the text begins.
fn blank_line(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let begin = text.len() - text.trim_start().len();
    let mut at = begin;
    for line in text[begin..].split('\n') {
        if line.trim().is_empty() {
            return Some(at);
        }
        at += line.len() + 1;
    }
    None
}

/// The second mark of items on one line.
fn joined_bullets(text: &str) -> Option<(usize, usize)> {
    // Each of them is of three bytes, and no Russian letter is.
    if text.bytes().all(|byte| byte < 0xe0) {
        return None;
    }
    let mut start = 0;
    for line in text.split('\n') {
        let mut marks = line.char_indices().filter(|(_, own)| BULLETS.contains(own));
        if let Some((at, own)) = marks.nth(1).filter(|_| !line.contains("<br")) {
            return Some((start + at, start + at + own.len_utf8()));
        }
        start += line.len() + 1;
    }
    None
}

/// References that lack one bracket of two: `[[ид]`, `[ид]]`, `[[ид`.
fn unclosed(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    if !text.bytes().any(|byte| matches!(byte, b'[' | b']')) {
        return found;
    }
    let mut start = 0;
    for line in text.split('\n') {
        let mut open: Vec<usize> = Vec::new();
        let mut closed = Vec::new();
        let mut last = 0;
        for (at, _) in line.match_indices(['[', ']']) {
            if line[at..].starts_with('[') {
                open.push(at);
            } else if let Some(own) = open.pop() {
                last = own;
            } else if at > 0 && line[..at].ends_with(']') {
                closed.push((last, at + 1));
            }
        }
        for own in open.into_iter().filter(|own| line[*own..].starts_with("[[")).take(limits::ALIKE) {
            let rest = &line[own..];
            let rest = &rest[..rest.floor_char_boundary(REFERENCE)];
            let end = rest.find(']').map_or(rest.trim_end().len(), |at| at + 1);
            closed.push((own, own + end));
        }
        found.extend(closed.into_iter().map(|(from, to)| (start + from, start + to)));
        start += line.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_that_lack_one() {
        for (text, found) in [
            ("на [[срок] годы", &["[[срок]"][..]),
            ("на [срок]] годы", &["[срок]]"]),
            ("на [[срок", &["[[срок"]),
            ("[[а]] и [б] и [в [г]] и [[1]](x)\n[x", &[]),
        ] {
            let said: Vec<&str> = unclosed(text).into_iter().map(|(start, end)| &text[start..end]).collect();
            assert_eq!(said, found, "{text}");
        }
    }

    #[test]
    fn markup_is_told_from_text() {
        for (text, found) in [
            ("**Срок** и", Some("**Срок**")),
            ("а __б__", Some("__б__")),
            ("подпись ____ и ____", None),
            ("5 ** 6", None),
        ] {
            assert_eq!(emphasis(text).map(|(start, end)| &text[start..end]), found, "{text}");
        }
        for (text, found) in
            [("а <b>б</b>", Some("<b>")), ("а<br/>б", Some("<br/>")), ("<СОШ> < 5 > 3", None), ("a < b > c", None)]
        {
            assert_eq!(tag(text).map(|(start, end)| &text[start..end]), found, "{text}");
        }
    }
}
