//! A text without a mark of Markdown is a paragraph as it stands: most values of a program are.

use super::inline::single_blanks;
use super::{Parsed, Piece};
use crate::diagnostic::{Findings, Origin};
use crate::document::{Inline, Paragraph, Style};

/// What is read from a line without marks; nothing when it needs to be read as Markdown.
pub(super) fn read(text: &str, origin: &Origin) -> Option<Parsed> {
    let line = text.strip_suffix('\n').unwrap_or(text);
    if begins_a_block(line) || line.ends_with(char::is_whitespace) || holds_mark(line.as_bytes()) {
        return None;
    }
    let words = if holds_blanks(line.as_bytes()) { single_blanks(line, &mut true) } else { line.to_owned() };
    let inlines = vec![Inline::text(words)];
    let paragraph = Paragraph { place: Some(origin.place(0, line.len())), ..Paragraph::new(Style::Body, inlines) };
    Some(Parsed { pieces: vec![Piece::Block(paragraph.into())], findings: Findings::default() })
}

/// Whether a line begins, or may begin, something else than a paragraph.
fn begins_a_block(line: &str) -> bool {
    let item = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    match line.chars().next() {
        None | Some('#' | '>' | '-' | '+' | '=') => true,
        Some('0'..='9') => item.starts_with(['.', ')']),
        Some(sign) => sign.is_whitespace() || sign.is_control(),
    }
}

/// Whether a line holds a byte that Markdown may not take for that of a word.
fn holds_mark(line: &[u8]) -> bool {
    let is_mark =
        |byte: u8| b"*_[]<`~|\\&\x7f".iter().fold(u8::from(byte < 0x20), |is, mark| is | u8::from(byte == *mark));
    // Without a way out of the loops they go by many bytes at once.
    line.iter().fold(0, |held, byte| held | is_mark(*byte)) != 0
}

/// Whether a line may hold other blanks than single spaces.
fn holds_blanks(line: &[u8]) -> bool {
    let is_blank = |byte: u8, after: u8| (byte == b' ' && after == b' ') || (byte == 0xc2 && after < 0xa0);
    let pairs = line.iter().zip(line.get(1..).unwrap_or_default());
    pairs.fold(0, |held, (byte, after)| held | u8::from(is_blank(*byte, *after))) != 0
}

#[cfg(test)]
mod tests {
    use super::super::reader::Reader;
    use super::super::testing::hostile;
    use super::*;
    use crate::diagnostic::Files;
    use proptest::prelude::*;

    /// What the quick way gives and what the reader gives.
    fn both(text: &str) -> (Option<Parsed>, Parsed) {
        let origin = Origin::file(Files::default().add("a.md", text), text.len());
        (read(text, &origin), Reader::new(text, &origin).read())
    }

    proptest! {
        #[test]
        fn a_line_without_marks_is_what_markdown_makes_of_it(
            text in prop_oneof![hostile(), "[а-яa-z0-9 .,:;()«»!?#>=+–•\u{85}\u{a0}\u{301}\"'{}$%@/^-]{1,24}\n?", "\\PC{0,12}"]
        ) {
            let (quick, whole) = both(&text);
            prop_assert!(quick.is_none_or(|quick| quick == whole), "{text:?}");
        }
    }

    #[test]
    fn most_values_are_lines_without_marks() {
        for text in ["Доля педагогов (не менее 50 %), «Точка роста» – 2021 г.", "2021 год", "Итоги: № 5; да!\n"]
        {
            let (quick, whole) = both(text);
            assert_eq!(quick, Some(whole), "{text}");
        }
        for text in ["1. Раз", "- раз", "    раз", "раз\nдва", "на [[срок]]", "**Раз**", "раз  ", "# Раз", ""]
        {
            assert_eq!(both(text).0, None, "{text}");
        }
    }
}
