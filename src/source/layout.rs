//! Lays a scalar's text beside the lines it was written in, so that each part of it knows its place.

use crate::diagnostic::{Origin, Place};

/// The origin of a scalar written at `place`; `indent` is that of a block scalar's lines.
///
/// Each line of the file must stand in the scalar as it is, with only blanks between (a folded line break is one).
/// If it does not — an escape like `\n` or a doubled quote — every place in the text is the whole.
pub fn origin(text: &str, place: Place, inner: (usize, usize), scalar: &str, indent: Option<usize>) -> Origin {
    Origin::runs(place, runs(text, inner, scalar, indent).unwrap_or_default())
}

fn runs(text: &str, (start, end): (usize, usize), scalar: &str, indent: Option<usize>) -> Option<Vec<(usize, usize)>> {
    let mut runs = Vec::new();
    let mut cursor = 0;
    let mut line_start = start;
    for line in text.get(start..end)?.split('\n') {
        let skipped = match indent {
            Some(_) if line_start == start => 0,
            Some(indent) => line.bytes().take(indent).take_while(|byte| *byte == b' ').count(),
            None => line.len() - line.trim_start().len(),
        };
        let content = if indent.is_some() { &line[skipped..] } else { line.trim() };
        if !content.trim().is_empty() {
            cursor = find(scalar, cursor, content)?;
            runs.push((cursor, line_start + skipped));
            cursor += content.len();
        }
        line_start += line.len() + 1;
    }
    scalar[cursor..].trim().is_empty().then_some(runs)
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
