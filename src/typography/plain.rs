//! Texts that no rule could mend, told from their bytes alone: most texts are such.

use super::binding::counts;

/// The first byte of most Russian letters, and that of the others.
const LETTER: [u8; 2] = [0xd0, 0xd1];

/// The last bytes of « and ».
const QUOTES: [u8; 2] = [0xab, 0xbb];

/// Whether a text holds nothing that a rule could mend: Russian and Latin letters, single spaces, marks close to their
/// words, a full stop at the end alone, quotation marks in one level, no hyphen but after «о» («учебно-методический»,
/// while «май-июнь» is a range), no number with what it counts, and no power of ten, which is bound to what it counts.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut quoted = false;
    for (at, byte) in bytes.iter().copied().enumerate() {
        if ALWAYS_PLAIN[usize::from(byte)] {
            continue;
        }
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        let plain = match byte {
            b'0'..=b'9' => next != LETTER[0] || !text[at + 1..].starts_with('г'),
            b' ' if before.is_ascii_digit() => !next.is_ascii_digit() && !counts(word(&text[at + 1..])),
            b' ' => !matches!(before, b' ' | b'('),
            b',' | b';' | b':' | b')' => before != b' ',
            b'.' => before != b' ' && at + 1 == bytes.len(),
            b'-' => LETTER.contains(&next) && text[..at].ends_with('о'),
            0xc2 if next == QUOTES[0] && !quoted => {
                quoted = true;
                bytes.get(at + 2) != Some(&b' ')
            }
            0xc2 if next == QUOTES[1] => {
                quoted = false;
                before != b' '
            }
            _ => false,
        };
        if !plain {
            return false;
        }
    }
    !text.contains("мл")
}

/// The bytes that no rule looks at for themselves, whatever stands beside them: of letters, «/» and «(».
const ALWAYS_PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        plain[byte as usize] = matches!(byte, 0xd0 | 0xd1 | 0x80..=0xbf | b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'(');
        byte -= 1;
    }
    plain
};

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}
