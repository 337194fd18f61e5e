//! Marks that carry the places of a template's text through tera.
//!
//! Neither tera nor pulldown-cmark maps rendered text back to the template, so each line, and each text after a
//! tag, begins with a mark of private-use characters that names its place; rendering keeps the marks, and they
//! are stripped after. A mark is never put where it would stop `{%-` or `-%}` from trimming. Each tag is followed by a
//! mark without a place, by which the [`Meter`](super::meter::Meter) counts it.

use crate::diagnostic::{FileId, Files, Origin, Place};

const OPEN: char = '\u{E000}';
const SEPARATOR: char = '\u{E001}';
const CLOSE: char = '\u{E002}';

/// Whether a character belongs to marks and may not come from data.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, OPEN | SEPARATOR | CLOSE)
}

/// A mark without a place: it is printed with each tag, so that what a template does can be counted.
const STEP: [char; 2] = [OPEN, CLOSE];

/// A template's text with marks; `index` is its number among the templates of the set.
pub(super) fn mark(text: &str, index: usize) -> String {
    let mut marked = String::with_capacity(text.len() * 2);
    let mut step = true;
    let put = |marked: &mut String, offset: usize| {
        marked.extend([
            OPEN.to_string(),
            index.to_string(),
            SEPARATOR.to_string(),
            offset.to_string(),
            CLOSE.to_string(),
        ]);
    };
    let mut offset = 0;
    let mut due = true;
    while let Some(next) = text[offset..].chars().next() {
        let rest = &text[offset..];
        if step && !next.is_whitespace() {
            marked.extend(STEP);
            step = false;
        }
        if let Some(length) = tag(rest) {
            marked.push_str(&rest[..length]);
            due = !rest[..length].ends_with("-%}") && !rest[..length].ends_with("-}}");
            step = !due;
            if due {
                marked.extend(STEP);
            }
            offset += length;
            continue;
        }
        if due && !next.is_whitespace() {
            put(&mut marked, offset);
            due = false;
        }
        due |= next == '\n';
        marked.push(next);
        offset += next.len_utf8();
    }
    if step {
        marked.extend(STEP);
    }
    marked
}

/// The length of the tag that the text begins with.
pub(super) fn tag(text: &str) -> Option<usize> {
    let close = match text.get(..2)? {
        "{%" => "%}",
        "{{" => "}}",
        "{#" => "#}",
        _ => return None,
    };
    text.find(close).map(|at| at + close.len())
}

/// Rendered text without its marks, and where each part of it came from.
pub(super) fn strip(rendered: &str, files_of_templates: &[FileId], files: &Files) -> (String, Origin) {
    let mut text = String::with_capacity(rendered.len());
    let mut runs = Vec::new();
    let mut main = None;
    for piece in rendered.split(OPEN) {
        let Some((head, tail)) = piece.split_once(CLOSE) else {
            text.push_str(piece);
            continue;
        };
        if let Some((index, offset)) = head.split_once(SEPARATOR)
            && let (Ok(index), Ok(offset)) = (index.parse::<usize>(), offset.parse::<usize>())
            && let Some(file) = files_of_templates.get(index)
        {
            // An included template has other offsets; its lines show the place of the inclusion.
            if *main.get_or_insert(*file) == *file {
                runs.push((text.len(), offset));
            }
        }
        text.push_str(tail);
    }
    let file = main.unwrap_or(files_of_templates[0]);
    let whole = Place::new(file, 0, files.get(file).text.len());
    (text, Origin::runs(whole, runs))
}

/// A template with marks, back as it was written.
pub(super) fn unmark(marked: &str) -> String {
    let after_mark = |piece: &str| piece.split_once(CLOSE).map_or(piece.to_string(), |(_, tail)| tail.to_string());
    marked.split(OPEN).map(after_mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_put_and_taken_away() {
        let template = "Первая {{ a }} и\n  {%- if b %}вторая{% endif -%}\n третья\n";
        assert_eq!(unmark(&mark(template, 3)), template);
    }

    #[test]
    fn a_line_keeps_its_place() {
        let mut files = Files::default();
        let template = "Первая\n\nВторая {{ a }} строка\n";
        let id = files.add("t.md", template);
        let rendered = mark(template, 0).replace("{{ a }}", "длинное-длинное значение");
        let (text, origin) = strip(&rendered, &[id], &files);
        let at = text.find("строка").unwrap();
        assert_eq!(files.text(origin.place(at, at + "строка".len())), "строка");
    }
}
