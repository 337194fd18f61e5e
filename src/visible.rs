//! Makes seen what a terminal or a log would obey: control characters and those that turn the words around them, line
//! breaks within names, workflow commands. Known to all phases; knows the limits alone.
//!
//! Names of files and texts come from strangers. Every text on its way to a terminal passes [`text`] or [`coloured`] in
//! `cli::output`, every report [`text`] or [`json`], every name within them [`name`].

use crate::limits::is_forbidden;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write;

/// What may stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Allowed {
    Nothing,
    Lines,
    Colours,
}

/// A name or a line: it stays on one line.
pub fn name(text: &str) -> Cow<'_, str> {
    seen(text, Allowed::Nothing, plain)
}

/// Lines of text.
pub fn text(text: &str) -> Cow<'_, str> {
    seen(text, Allowed::Lines, plain)
}

/// Lines of text with colours for a terminal.
pub fn coloured(text: &str) -> Cow<'_, str> {
    seen(text, Allowed::Colours, plain)
}

/// A JSON text: its strings stay what they are, as JSON has a way to write every character.
pub fn json(text: &str) -> Cow<'_, str> {
    seen(text, Allowed::Lines, |character, seen| {
        for unit in character.encode_utf16(&mut [0; 2]) {
            write!(seen, "\\u{unit:04x}").expect("a string takes all that is written");
        }
    })
}

/// A name as the system has it, bytes that are no UTF-8 included.
pub fn system_name(written: &OsStr) -> String {
    let mut seen = String::new();
    for chunk in written.as_encoded_bytes().utf8_chunks() {
        seen.push_str(&name(chunk.valid()));
        for byte in chunk.invalid() {
            write!(seen, "\\x{byte:02x}").expect("a string takes all that is written");
        }
    }
    seen
}

/// A name as it is typed in a command: in quotation marks where a shell would part or change it.
pub fn argument(written: &str) -> String {
    quoted(written, cfg!(windows))
}

/// A name as a shell takes it: those of Windows know no backslash and, but for `PowerShell`, no single quotes; what
/// `cmd` makes of `%` within quotation marks nothing keeps it from.
fn quoted(written: &str, windows: bool) -> String {
    let written = if written.starts_with('-') { format!("./{written}") } else { written.to_owned() };
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_./".contains(sign);
    let is_live = |sign: char| "\"$`".contains(sign) || "!%\\".contains(sign) && !windows;
    let quoted = if !written.is_empty() && written.chars().all(is_plain) {
        written
    } else if written.contains(is_live) {
        format!("'{}'", written.replace('\'', if windows { "''" } else { r"'\''" }))
    } else {
        format!("\"{written}\"")
    };
    name(&quoted).into_owned()
}

fn plain(character: char, seen: &mut String) {
    write!(seen, "\\u{{{:x}}}", u32::from(character)).expect("a string takes all that is written");
}

/// The text with each sign that would be obeyed written by its number.
fn seen(text: &str, allowed: Allowed, spell: fn(char, &mut String)) -> Cow<'_, str> {
    let mut seen = String::new();
    // All before it is in the new text already.
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text.as_bytes()[at..].iter().position(|byte| may_begin_one(*byte)) {
        at += next;
        let Some(character) = text[at..].chars().next() else { break };
        let is_obeyed = match character {
            '\n' | '\t' if allowed != Allowed::Nothing => false,
            '\u{1b}' if allowed == Allowed::Colours => !is_colour(&text[at..]),
            // GitHub's commands of today at the start of a line, and the old ones of GitHub and Azure anywhere in it.
            ':' => text[at..].starts_with("::") && begins_line(&text[..at]),
            '#' => is_old_command(&text[at..]),
            _ => is_forbidden(character),
        };
        if is_obeyed {
            seen.push_str(&text[from..at]);
            spell(character, &mut seen);
            from = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    seen.push_str(&text[from..]);
    Cow::Owned(seen)
}

/// Whether a sign that would be obeyed may begin with this byte: the letters of Russian texts begin with none of them.
fn may_begin_one(byte: u8) -> bool {
    matches!(byte, ..0x20 | 0x7F | b':' | b'#' | 0xC2 | 0xD8 | 0xE2 | 0xEE | 0xEF)
}

/// Whether nothing but blanks stands before the end of a text in its line.
fn begins_line(before: &str) -> bool {
    before.chars().rev().take_while(|sign| *sign != '\n').all(char::is_whitespace)
}

/// Whether a text begins with `##[…` or `##vso[…`.
fn is_old_command(text: &str) -> bool {
    let word =
        text.strip_prefix("##").map(|rest| rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric()));
    word.is_some_and(|rest| rest.starts_with('['))
}

/// Whether a text begins with the sequence that sets a colour.
fn is_colour(text: &str) -> bool {
    let numbers = text
        .strip_prefix("\u{1b}[")
        .map(|rest| rest.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ';'));
    numbers.is_some_and(|rest| rest.starts_with('m'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_obeyed_is_written_by_its_number() {
        assert_eq!(name("Моя «программа» №\u{a0}1 ёй😀"), "Моя «программа» №\u{a0}1 ёй😀");
        assert_eq!(name("а\nб\r\t\u{1b}[2J\u{9b}\u{7f}"), "а\\u{a}б\\u{d}\\u{9}\\u{1b}[2J\\u{9b}\\u{7f}");
        assert_eq!(name("\u{202e}txt\u{2066}\u{2028}\u{feff}"), "\\u{202e}txt\\u{2066}\\u{2028}\\u{feff}");
        assert_eq!(text("а\n\tб\u{202e}\n"), "а\n\tб\\u{202e}\n");
    }

    #[test]
    fn no_forbidden_sign_is_passed_by() {
        for sign in ('\0'..=char::MAX).filter(|sign| is_forbidden(*sign)) {
            assert_ne!(name(&format!("а{sign}")), format!("а{sign}"), "{}", sign.escape_unicode());
        }
    }

    #[test]
    fn commands_of_services_are_none() {
        assert_eq!(name("::error::x"), "\\u{3a}:error::x");
        assert_eq!(text("а::б\n  ::stop-commands::x\n::y"), "а::б\n  \\u{3a}:stop-commands::x\n\\u{3a}:y");
        assert_eq!(
            text("а ##[add-mask]б ##vso[x] ###[y] ## [z]"),
            "а \\u{23}#[add-mask]б \\u{23}#vso[x] #\\u{23}#[y] ## [z]"
        );
        assert_eq!(name("section_start:1:а\r\u{1b}[0K"), "section_start:1:а\\u{d}\\u{1b}[0K");
    }

    #[test]
    fn colours_are_kept_and_nothing_else_of_a_terminal() {
        assert_eq!(coloured("\u{1b}[1;31mошибка\u{1b}[0m\u{1b}[2J"), "\u{1b}[1;31mошибка\u{1b}[0m\\u{1b}[2J");
        assert_eq!(text("\u{1b}[1m"), "\\u{1b}[1m");
    }

    #[test]
    fn strings_of_json_stay_what_they_are() {
        let strings = ["\u{202e}а\u{1b}", "##[x]", "::y", "\u{9b}\u{2028}"];
        let written = serde_json::to_string_pretty(&strings).unwrap();
        let seen = json(&written);
        assert!(seen.chars().all(|character| character == '\n' || !is_forbidden(character)), "{seen}");
        assert!(!seen.contains("##["), "{seen}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&seen).unwrap(), strings);
    }

    #[test]
    fn a_name_is_typed_as_a_shell_reads_it() {
        let typed = ["программа", "Моя программа", "Программа «А»", "-а", "", "а's"].map(argument);
        assert_eq!(typed, ["программа", "\"Моя программа\"", "\"Программа «А»\"", "./-а", "\"\"", "\"а's\""]);
    }

    #[test]
    fn a_shell_of_windows_gets_single_quotes_where_it_must_alone() {
        let typed = ["100%", "Ура!", "а\\б", "$а", "а`б'в"].map(|written| quoted(written, true));
        assert_eq!(typed, ["\"100%\"", "\"Ура!\"", "\"а\\б\"", "'$а'", "'а`б''в'"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_leaves_a_typed_name_as_it_is() {
        for written in ["а \"б\"", "$HOME", "`id`", "а'$б", "а\\б", "!!", "100%", "-n", "а;б|в&г"] {
            let typed = format!("printf %s {}", argument(written));
            let done = std::process::Command::new("sh").args(["-c", &typed]).output().unwrap();
            assert_eq!(String::from_utf8(done.stdout).unwrap().trim_start_matches("./"), written);
        }
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_seen() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(system_name(OsStr::from_bytes(b"a\xff\x1b")), "a\\xff\\u{1b}");
    }
}
