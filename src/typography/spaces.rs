//! Spaces that are too many: between words, and on the wrong side of a mark.

use super::lexicon::{NO_BREAK, is_space};
use super::line::{Edit, Line};

/// A mark that stands close to the word before it.
const AFTER_WORD: &[char] = &['.', ',', ';', ':', '!', '?', ')', '»'];

/// Makes one space of several.
///
/// Spaces that do not break stay, as somebody meant them, and so does the gap between words that are written
/// w i d e, and a blank to be filled in: «    ».
pub(super) fn runs(line: &Line) -> Vec<Edit> {
    let text = line.text();
    let mut edits = Vec::new();
    for (from, to) in gaps(text) {
        let gap = &text[from..to];
        if to - from < 2 || !gap.contains(&' ') || from == 0 || to == text.len() {
            continue;
        }
        if is_blank(text, from, to) || (is_single(text, from - 1) && is_single(text, to)) {
            continue;
        }
        let by = if gap.contains(&NO_BREAK) { NO_BREAK } else { ' ' };
        edits.push(Edit::replace(from, to, by));
    }
    edits
}

/// Takes away a space before «,» and after «(»; one that stands before the mark instead of after it changes sides.
pub(super) fn around_marks(line: &Line) -> Vec<Edit> {
    let text = line.text();
    let mut edits = Vec::new();
    for (from, to) in gaps(text) {
        if from == 0 || to == text.len() || is_blank(text, from, to) {
            continue;
        }
        let (before, after) = (text[from - 1], text[to]);
        if matches!(before, '(' | '«') && (after.is_alphanumeric() || matches!(after, '«' | '„' | '"' | '(')) {
            edits.push(Edit::remove(from, to));
        } else if AFTER_WORD.contains(&after) && ends_word(before) {
            let next = text.get(to + 1).copied();
            if next.is_none_or(|next| next.is_whitespace() || (closes(next) && next != after)) {
                edits.push(Edit::remove(from, to));
            } else if next.is_some_and(|next| begins_phrase(after, next, text.get(to + 2).copied())) {
                edits.extend([Edit::remove(from, to), Edit::insert(to + 1, ' ')]);
            }
        }
    }
    edits
}

/// The spans of spaces in a text.
fn gaps(text: &[char]) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = text[at..].iter().take_while(|sign| is_space(**sign)).count();
        if length > 0 {
            gaps.push((at, at + length));
        }
        at += length + 1;
    }
    gaps
}

/// Whether a gap is a place to write in: «    », (    ).
fn is_blank(text: &[char], from: usize, to: usize) -> bool {
    from > 0 && matches!((text[from - 1], text.get(to)), ('«' | '„' | '"', Some('»' | '“' | '"')) | ('(', Some(')')))
}

/// Whether the sign at an index is a letter that stands alone, as in «П Р И К А З».
fn is_single(text: &[char], at: usize) -> bool {
    let apart = |sign: Option<&char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    text[at].is_alphabetic() && apart(at.checked_sub(1).and_then(|at| text.get(at))) && apart(text.get(at + 1))
}

fn ends_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, ')' | '»' | '“' | '%' | '.')
}

fn closes(sign: char) -> bool {
    AFTER_WORD.contains(&sign) || matches!(sign, '“' | '"')
}

/// Whether what follows a mark at once is Russian text and not the ending of a file or site.
fn begins_phrase(mark: char, first: char, second: Option<char>) -> bool {
    let russian = |sign: char| matches!(sign, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    match mark {
        ',' | ';' => russian(first),
        '.' => russian(first) && first.is_uppercase() && second.is_some_and(char::is_lowercase),
        _ => false,
    }
}
