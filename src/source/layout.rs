//! Where values stand in the lines of the file: what the scanner's spans leave open.

use crate::diagnostic::{Origin, Place};
use memchr::{memchr, memchr2};

/// What YAML takes for blank; a no-break space is a letter to it.
pub const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// The origin of a scalar written at `place`; `indent` is that of a block scalar's lines.
///
/// Each line of the file must stand in the scalar as it is, with only blanks between (a folded line break is one).
/// If it does not — an escape like `\n` or a doubled quote — every place in the text is the whole.
pub fn origin(text: &str, place: Place, inner: (usize, usize), scalar: &str, indent: Option<usize>) -> Origin {
    Origin::runs(place, runs(text, inner, scalar, indent).unwrap_or_default())
}

fn runs(text: &str, (start, end): (usize, usize), scalar: &str, indent: Option<usize>) -> Option<Vec<(usize, usize)>> {
    // Most are of one line and stand there as they are.
    if text.get(start..end) == Some(scalar) && indent.is_none() && is_bare_line(scalar) {
        return Some(vec![(0, start)]);
    }
    let mut runs = Vec::new();
    let mut cursor = 0;
    let mut line_start = start;
    for line in text.get(start..end)?.split('\n') {
        let skipped = match indent {
            Some(_) if line_start == start => 0,
            Some(indent) => line.bytes().take(indent).take_while(|byte| *byte == b' ').count(),
            None => line.bytes().take_while(|byte| is_blank(*byte)).count(),
        };
        let end = line.len() - line.bytes().rev().take_while(|byte| is_blank(*byte)).count();
        if skipped < end {
            let content = &line[skipped..if indent.is_some() { line.len() } else { end }];
            cursor = find(scalar, cursor, content)?;
            runs.push((cursor, line_start + skipped));
            cursor += content.len();
        }
        line_start += line.len() + 1;
    }
    scalar[cursor..].trim_matches(BLANKS).is_empty().then_some(runs)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n')
}

/// Whether a text is a line with no blank before it.
fn is_bare_line(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(BLANKS) && memchr(b'\n', text.as_bytes()).is_none()
}

/// Where the content begins in the scalar, with nothing but blanks from the cursor on.
fn find(scalar: &str, mut cursor: usize, content: &str) -> Option<usize> {
    while !scalar[cursor..].starts_with(content) {
        match scalar.as_bytes().get(cursor) {
            Some(b' ' | b'\n' | b'\t') => cursor += 1,
            _ => return None,
        }
    }
    Some(cursor)
}

/// The first byte of a value: after the colon, blanks, comments and names.
pub fn first_sign(text: &str, key_end: usize) -> usize {
    let mut at = key_end;
    loop {
        let rest = &text[at..];
        at += match rest.as_bytes().first() {
            Some(b':' | b' ' | b'\t' | b'\n') => 1,
            Some(b'#') => rest.find('\n').unwrap_or(rest.len()),
            Some(b'&' | b'!') => rest.find(char::is_whitespace).unwrap_or(rest.len()),
            _ => return at,
        };
    }
}

/// The byte after the closing quote: the event's span goes on to the next sign of the file.
pub fn quoted_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[start..end.max(start)];
    let Some(quote) = bytes.first().copied() else { return end };
    let mut at = 1;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr2(quote, b'\\', rest)) {
        at += next;
        let escape = quote == b'"' && bytes[at] == b'\\';
        if escape || quote == b'\'' && bytes[at..].starts_with(b"''") {
            at += 2;
        } else if bytes[at] == quote {
            return start + at + 1;
        } else {
            at += 1;
        }
    }
    end
}
