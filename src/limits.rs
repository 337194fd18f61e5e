//! How much an input may hold before it is refused: no file may hang the program, exhaust the memory or reach outside.
//!
//! All limits stand here, and `docs/limits.md` tells them to the users. Knows nothing else of ours.

use memchr::memchr3_iter;
use std::time::Duration;

/// The size of a text file in bytes up to which it is read.
pub const FILE_SIZE: u64 = 4 * 1024 * 1024;

/// How many bytes of text one program may have in all its files, a file counted each time it is named.
pub const PROGRAM_SIZE: usize = 8 * 1024 * 1024;

/// How many YAML files a program may have beside its own.
pub const PARTS: usize = 200;

/// How many files and folders are looked through for programs.
pub const ENTRIES: usize = 1_000_000;

/// How deep folders may lie in each other where programs are looked for.
pub const FOLDERS: usize = 64;

/// How long a line may be in characters.
pub const LINE: usize = 20_000;

/// How long a word may be in characters.
pub const WORD: usize = 2000;

/// How many columns a table may have: Word knows no more.
pub const COLUMNS: usize = 63;

/// How many cells a table may have, those that its short rows lack included.
pub const CELLS: usize = 20_000;

/// How deep mappings and sequences may be nested.
pub const DEPTH: usize = 64;

/// How many brackets of a text may be open at once: nobody reads more, and rules compare each with each.
pub const BRACKETS: usize = 50;

/// How many nodes one file may give, copies by alias included.
pub const NODES: usize = 200_000;

/// How many values a list may have.
pub const ITEMS: usize = 20_000;

/// How many bytes the copies by alias may have in one file, and those of footnotes that are named several times.
pub const COPIES: usize = 256 * 1024;

/// How many alike findings are told one by one: forbidden characters of a file, open brackets of a line.
pub const ALIKE: usize = 20;

/// How many findings of one program are told.
pub const FINDINGS: usize = 5000;

/// The size in bytes up to which a baseline, a report, the record of an output folder or an earlier paper is read.
pub const REPORT_SIZE: u64 = 64 * 1024 * 1024;

/// The size of the record of an output folder in bytes from which on it is shortened.
pub const RECORD_SIZE: u64 = 8 * 1024 * 1024;

/// The size of a picture's file in bytes.
pub const PICTURE_SIZE: u64 = 4 * 1024 * 1024;

/// How many pixels a picture may be wide or high.
pub const PICTURE_SIDE: u32 = 5000;

/// The size of a template in bytes.
pub const TEMPLATE_SIZE: usize = 128 * 1024;

/// How many exceptions a program may have: each is held against each finding.
pub const EXCEPTIONS: usize = 1000;

/// How many editions a program may have: each is checked and printed as a whole program.
pub const EDITIONS: usize = 20;

/// How many templates, and how many standards, of its own a program may have.
pub const LISTED: usize = 100;

/// How long a tag of a template may be in bytes.
pub const TAG: usize = 1000;

/// How many numbers the function `range` of templates gives.
pub const RANGE: i64 = 1000;

/// How many bytes the templates of one program may print, the marks of their tags included.
pub const TEMPLATE_TEXT: usize = 4 * 1024 * 1024;

/// How long the templates of one program may take; for those that calculate much and print nothing.
pub const TEMPLATE_TIME: Duration = Duration::from_secs(2);

/// Whether a character may stand in no text: it is invisible and breaks the file of a paper, or turns the words around
/// it so that a reader sees others than the file holds. Tabs and line breaks are for the caller to allow.
pub fn is_forbidden(character: char) -> bool {
    let turns =
        matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // The marks of `compose` take the first private characters.
    let taken = matches!(character, '\u{E000}'..='\u{E002}');
    // A space without width parts a word unseen, the others begin a line where none is seen.
    let parts = matches!(character, '\u{200B}' | '\u{2028}' | '\u{2029}');
    character.is_control() || turns || taken || parts || matches!(character, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// What is wrong with a forbidden character, in Russian: «в тексте …».
pub fn name_forbidden(character: char) -> String {
    let code = u32::from(character);
    match character {
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            format!(
                "невидимый знак U+{code:04X}: он меняет порядок букв, и на бумаге видно не то, что написано в файле"
            )
        }
        _ => format!("невидимый управляющий знак U+{code:04X}"),
    }
}

/// Where more brackets are open in one paragraph than may be, as a byte of the text.
pub fn too_many_brackets(text: &str) -> Option<usize> {
    memchr3_iter(b'(', b'[', b'{', text.as_bytes()).nth(BRACKETS)?;
    let mut open = 0_usize;
    let mut blank = true;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            b'\n' if blank => open = 0,
            _ => {}
        }
        blank = byte == b'\n' || blank && byte == b' ';
        if open > BRACKETS {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_counted_within_a_paragraph() {
        assert_eq!(too_many_brackets(&"(а) [б] {в}".repeat(1000)), None);
        assert_eq!(too_many_brackets(&"(а\n\n".repeat(1000)), None);
        assert_eq!(too_many_brackets(&"(а\n".repeat(1000)), Some(200));
    }
}
