//! Where a text stands in the bytes of its file: what decoding left out or made otherwise is known, so that words can be
//! replaced there and all other bytes stay.

use super::letters;
use crate::limits;
use std::ops::Range;

/// How the text of a file is written in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// Where the text begins in the bytes: behind the mark, if there is one.
    begin: usize,
    /// Stretches that are otherwise in the bytes: where they begin and end in the text and end in the bytes.
    others: Vec<(usize, usize, usize)>,
    /// Whether the bytes hold a character that may stand in no text.
    pub is_unclean: bool,
}

/// How a text is written in these bytes; none when they give another text.
pub fn written(bytes: &[u8], text: &str) -> Option<Written> {
    let file = std::str::from_utf8(bytes).ok()?;
    let mut rest = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut written = Written { begin: file.len() - rest.len(), others: Vec::new(), is_unclean: false };
    let mut at = 0;
    while let Some(sign) = rest.chars().next() {
        let (own, length) = match sign {
            '\r' => ("\n".into(), if rest.starts_with("\r\n") { 2 } else { 1 }),
            sign if sign != '\n' && sign != '\t' && limits::is_forbidden(sign) => {
                written.is_unclean = true;
                (" ".repeat(sign.len_utf8()).into(), sign.len_utf8())
            }
            _ => letters::first(rest),
        };
        let next = at + own.len();
        if !text[at..].starts_with(&*own) {
            return None;
        }
        rest = &rest[length..];
        if own.len() != length {
            written.others.push((at, next, file.len() - rest.len()));
        }
        at = next;
    }
    (at == text.len()).then_some(written)
}

impl Written {
    /// Where a stretch of the text stands in the bytes; none when a letter there that is two signs would be torn.
    pub fn range(&self, start: usize, end: usize) -> Option<Range<usize>> {
        Some(self.at(start)?..self.at(end)?)
    }

    fn at(&self, offset: usize) -> Option<usize> {
        let before = self.others.partition_point(|(start, _, _)| *start < offset);
        match self.others[..before].last() {
            None => Some(self.begin + offset),
            Some((_, end, at)) => Some(at + offset.checked_sub(*end)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_bytes_whatever_decoding_changed() {
        let file = "\u{feff}И\u{306}од\r\nза\u{301}мок\rи\u{306}\nконец";
        let text = "Йод\nза\u{301}мок\nй\nконец";
        let written = written(file.as_bytes(), text).unwrap();
        assert!(!written.is_unclean);
        for word in ["Йод", "од", "за\u{301}мок", "й", "конец", "од\nза"] {
            let at = text.find(word).unwrap();
            let found = &file[written.range(at, at + word.len()).unwrap()];
            assert_eq!(letters::composed(found).replace("\r\n", "\n"), word);
        }
        assert_eq!(written.range(1, 2), None);
    }

    #[test]
    fn another_text_is_none_and_an_unseen_sign_is_known() {
        assert_eq!(written("а б".as_bytes(), "а в"), None);
        assert_eq!(written("а".as_bytes(), "а б"), None);
        assert_eq!(written("а б".as_bytes(), "а"), None);
        assert_eq!(written(b"\xff", "а"), None);
        assert!(written("N 5\u{200b} лет".as_bytes(), "N 5    лет").unwrap().is_unclean);
    }
}
