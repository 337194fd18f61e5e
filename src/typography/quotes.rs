//! Quotation marks: straight and English ones become «ёлочки», and „лапки“ within quotation marks.
//!
//! «Ёлочки» within «ёлочки» become „лапки“ where every one of the paragraph has its pair; official papers often leave
//! out a closing one, and then all stay. A paragraph whose straight marks have no pairs is left as it is: it may
//! speak of inches.

use super::line::{Edit, Line};

/// Mends the quotation marks of a line.
pub(super) fn quotes(line: &Line) -> Vec<Edit> {
    paired(line).unwrap_or_default()
}

/// A quotation mark that waits for its pair.
struct Open {
    at: usize,
    mends: bool,
    outer: bool,
}

fn paired(line: &Line) -> Option<Vec<Edit>> {
    let text = line.text();
    if !text.iter().any(|sign| matches!(sign, '«' | '»' | '„' | '"' | '“' | '”')) {
        return None;
    }
    let closed = closed_guillemets(text);
    let count = |sign: char| text.iter().filter(|own| **own == sign).count();
    let balanced = closed.len() == count('«') && closed.len() == count('»');
    let mut open: Vec<Open> = Vec::new();
    let mut edits = Vec::new();
    for (at, sign) in text.iter().enumerate().filter(|(at, _)| !line.is_shut(*at)) {
        let outer = open.is_empty();
        match sign {
            // The second level changes its shape, the third is «ёлочки» again.
            '«' if closed.contains(&at) => open.push(Open { at, mends: balanced && open.len() == 1, outer }),
            '»' if open.last().is_some_and(|last| last.mends && text[last.at] == '«') => {
                let pair = open.pop()?;
                edits.push(Edit::replace(pair.at, pair.at + 1, '„'));
                edits.push(Edit::replace(at, at + 1, '“'));
            }
            '„' => open.push(Open { at, mends: false, outer }),
            '»' if open.last().is_some_and(|last| !last.mends && text[last.at] == '«') => drop(open.pop()),
            '“' | '”' if open.last().is_some_and(|last| text[last.at] == '„') => drop(open.pop()),
            '"' | '“' | '”' => {
                if opens(text, at) && *sign != '”' {
                    open.push(Open { at, mends: true, outer });
                } else {
                    let pair = open.pop().filter(|pair| pair.mends)?;
                    let (left, right) = if pair.outer { ('«', '»') } else { ('„', '“') };
                    edits.push(Edit::replace(pair.at, pair.at + 1, left));
                    edits.push(Edit::replace(at, at + 1, right));
                }
            }
            _ => {}
        }
    }
    if open.iter().any(|pair| pair.mends) {
        return None;
    }
    edits.sort_by_key(Edit::start);
    Some(edits)
}

/// Whether a mark stands before a word.
fn opens(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    let free = before.is_none_or(|sign| {
        sign.is_whitespace() || matches!(sign, '(' | '[' | '«' | '„' | '"' | '“' | '-' | '–' | '—' | '/')
    });
    let word = |sign: char| sign.is_alphanumeric() || matches!(sign, '«' | '„' | '"' | '“' | '_' | '№' | '(' | '…');
    free && text.get(at + 1).is_some_and(|sign| word(*sign))
}

/// The opening guillemets that have a closing one: official papers often leave one out.
fn closed_guillemets(text: &[char]) -> Vec<usize> {
    let mut open = Vec::new();
    let mut closed = Vec::new();
    for (at, sign) in text.iter().enumerate() {
        match sign {
            '«' => open.push(at),
            '»' => closed.extend(open.pop()),
            _ => {}
        }
    }
    closed
}
