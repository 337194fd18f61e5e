//! Letters of two signs, as macOS writes «й» in names of files, brought to one sign.

use camino::{Utf8Path, Utf8PathBuf};
use memchr::memchr2;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text with its letters composed.
pub fn composed(text: &str) -> Cow<'_, str> {
    if may_hold_marks(text) { Cow::Owned(joined(text.to_owned()).0) } else { Cow::Borrowed(text) }
}

/// The text with its letters composed, and the ends of the letters that were, as byte offsets, once for each sign that
/// is gone.
pub fn joined(text: String) -> (String, Vec<u32>) {
    if !may_hold_marks(&text) {
        return (text, Vec::new());
    }
    let mut whole = String::with_capacity(text.len());
    let mut ends = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (letter, end) = first(rest);
        let gone = rest[..end].chars().count().saturating_sub(letter.chars().count());
        whole.push_str(&letter);
        ends.extend(std::iter::repeat_n(u32::try_from(whole.len()).unwrap_or(u32::MAX), gone));
        rest = &rest[end..];
    }
    (whole, ends)
}

/// The first letter of a text with the marks that belong to it, composed, and how many bytes they take.
pub fn first(text: &str) -> (Cow<'_, str>, usize) {
    let mark = text.char_indices().skip(1).find(|(_, sign)| !is_combining_mark(*sign));
    let end = mark.map_or(text.len(), |(at, _)| at);
    let letter = &text[..end];
    (if may_hold_marks(letter) { Cow::Owned(letter.nfc().collect()) } else { Cow::Borrowed(letter) }, end)
}

/// The way to a file whose name is written with composed letters, but may lie on the disk with decomposed ones.
pub fn on_disk(folder: &Utf8Path, name: &str) -> Option<Utf8PathBuf> {
    let step = |above: Utf8PathBuf, part: &str| {
        let composed = super::reference::join(&above, part);
        if composed.exists() {
            return Some(composed);
        }
        let other: String = part.nfd().collect();
        Some(super::reference::join(&above, &other)).filter(|path| other != part && path.exists())
    };
    name.split('/').try_fold(folder.to_owned(), step)
}

/// Whether a text may hold marks that belong to the letter before: these begin with one of two bytes.
fn may_hold_marks(text: &str) -> bool {
    memchr2(0xCC, 0xCD, text.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_joined_and_stresses_stay() {
        assert_eq!(joined("Йод".to_owned()), ("Йод".to_owned(), Vec::new()));
        assert_eq!(joined("И\u{306}од и\u{306}".to_owned()), ("Йод й".to_owned(), vec![2, 9]));
        assert_eq!(joined("за\u{301}мок".to_owned()), ("за\u{301}мок".to_owned(), Vec::new()));
        assert_eq!(composed("\u{306}a"), "\u{306}a");
    }
}
