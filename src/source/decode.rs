//! Bytes to text: UTF-8 without BOM, lines ended by `\n`; what is no such text gets a finding instead.

use super::garbled::{self, How};
use super::leftovers::{self, StandIn};
use super::letters;
use crate::diagnostic::{FileId, Files, Finding, Findings, Place};
use crate::limits;
use camino::Utf8Path;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use memchr::{memchr2_iter, memchr3_iter};
use std::borrow::Cow;

const SAVE_AS_UTF8: &str = "сохраните файл в UTF-8: Блокнот — «Сохранить как», кодировка «UTF-8»; \
                            VS Code — кодировка в строке внизу, «Reopen with Encoding», затем «Save with Encoding», UTF-8";

/// Registers the file and says whether its text can be used.
pub fn decode(path: &Utf8Path, bytes: &[u8], files: &mut Files, findings: &mut Findings) -> Option<FileId> {
    let usual = usual(bytes);
    let strange = usual.is_none();
    let (text, problem, joined, forbidden) = if let Some(text) = usual {
        let (text, joined) = letters::joined(text.into_owned());
        (text, None, joined, Vec::new())
    } else {
        let ((text, joined), problem) = match text(bytes) {
            Ok(text) => (letters::joined(lines_ended_by_newline(text)), None),
            Err((text, problem)) => ((lines_ended_by_newline(text), Vec::new()), Some(problem)),
        };
        let (text, forbidden) = without_forbidden(text);
        (text, problem, joined, forbidden)
    };
    let id = files.add_joined(path, text, joined);
    if let Some(Problem { name, message, help, place: (start, end) }) = problem {
        let finding = Finding::error(name, Place::new(id, start, end), message);
        findings.push(match help {
            Some(help) => finding.help(help),
            None => finding,
        });
        return None;
    }
    if let Some(finding) = strange.then(|| no_text(id, files)).flatten() {
        findings.push(finding);
        return None;
    }
    // What letters become in a wrong encoding may be such a character.
    let broken = strange && broken_letters(id, files, findings);
    for (at, character) in forbidden.into_iter().take(if broken { 0 } else { limits::ALIKE }) {
        findings.push(forbidden_character(Place::new(id, at, at + character.len_utf8()), character));
    }
    if let Some((start, message)) = long(&files.get(id).text) {
        findings.push(
            Finding::error("line-too-long", Place::new(id, start, start), message)
                .help("разделите текст на строки: похоже, что в файл попало не то"),
        );
        return None;
    }
    if files.get(id).text.trim().is_empty() {
        findings.push(
            Finding::error("empty-file", Place::new(id, 0, 0), "файл пуст")
                .help("впишите в него текст или удалите файл"),
        );
        return None;
    }
    Some(id)
}

/// What git left in the place of a text, or in it.
fn no_text(id: FileId, files: &Files) -> Option<Finding> {
    let file = files.get(id);
    let (name, message, help, range) = match leftovers::stand_in(file.text.as_bytes()) {
        Some(StandIn::Pointer) => (
            "lfs-pointer",
            "текст не скачан: в файле только указатель Git LFS".into(),
            "скачайте файлы командой «git lfs pull»",
            0..0,
        ),
        Some(StandIn::Path) => (
            "link-as-text",
            format!("в файле только путь «{}»: ссылка на файл скачана как текст", file.text.trim()),
            "положите вместо ссылки сам файл",
            0..0,
        ),
        None => {
            let mark = leftovers::conflict(&file.text)?;
            (
                "unfinished-merge",
                format!("слияние не закончено: в файле остался знак git «{}»", &file.text[mark.clone()]),
                "оставьте один из двух вариантов и удалите строки «<<<<<<<», «=======» и «>>>>>>>»",
                mark,
            )
        }
    };
    Some(Finding::error(name, Place::new(id, range.start, range.end), message).help(help))
}

/// Tells of letters that were recoded or lost; says whether there are any.
fn broken_letters(id: FileId, files: &Files, findings: &mut Findings) -> bool {
    let text = &files.get(id).text;
    let Some(garbled) = garbled::garbled(text) else { return false };
    let shown = &text[garbled.range.clone()];
    let lines = if garbled.lines > 1 { format!(" (строк: {})", garbled.lines) } else { String::new() };
    let (message, help) = match garbled.how {
        How::Recoded(word, meant, shown_in) => (
            format!("буквы испорчены: «{shown}» вместо «{word}»; текст в {meant} прочитан как {shown_in}{lines}"),
            // So a console of Windows gives what a command prints.
            if shown_in.contains("DOS") {
                "верните прежний файл; то, что печатает команда, сохраняйте параметром «--out», а не знаком «>»"
            } else {
                "верните прежний файл или наберите это место заново"
            },
        ),
        How::Lost => (
            format!("буквы потеряны: вместо них «{shown}»{lines}"),
            if shown.starts_with('?') {
                "верните прежний файл или наберите это место заново и сохраните в UTF-8; если это пропуск, допишите его"
            } else {
                "верните прежний файл или наберите это место заново и сохраните в UTF-8"
            },
        ),
    };
    let place = Place::new(id, garbled.range.start, garbled.range.end);
    findings.push(Finding::error("broken-letters", place, message).help(help));
    true
}

/// The finding of a character that may stand in no text.
pub fn forbidden_character(place: Place, character: char) -> Finding {
    Finding::error("control-character", place, format!("в тексте {}", limits::name_forbidden(character)))
        .help("удалите знак и наберите это место заново: он попал сюда при копировании")
}

/// The first line or word that is too long: where it begins and what is to be said.
fn long(text: &str) -> Option<(usize, String)> {
    let said = |what: &str, limit: usize, part: &str| {
        let length = if part.len() > limit { part.chars().count() } else { 0 };
        (length > limit).then(|| format!("{what} длиннее {limit} знаков: {length}"))
    };
    let mut start = 0;
    for line in text.split('\n') {
        if let Some(message) = said("строка", limits::LINE, line) {
            return Some((start, message));
        }
        // A short line has no long word.
        let long = if line.len() > limits::WORD { line } else { "" };
        let mut at = start;
        for word in long.split_inclusive([' ', '\t', '\u{a0}']) {
            if let Some(message) = said("слово", limits::WORD, word.trim_end()) {
                return Some((at, message));
            }
            at += word.len();
        }
        start += line.len() + 1;
    }
    None
}

struct Problem {
    name: &'static str,
    message: String,
    help: Option<&'static str>,
    place: (usize, usize),
}

/// The text of bytes that are in UTF-8 and hold nothing that is to be replaced or told.
fn usual(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let strange = |at| is_unseen(bytes, at) || garbled::may_begin(bytes, at);
    if holds_controls(bytes)
        || begins_as_binary(bytes)
        || memchr3_iter(0xc2, 0xc3, 0xe2, bytes).any(strange)
        || leftovers::may_be(bytes)
    {
        return None;
    }
    UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
}

/// The text, or what can be shown of it with the reason why it cannot be used.
fn text(bytes: &[u8]) -> Result<String, (String, Problem)> {
    let (wide, bytes) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (None, rest),
        [0xFF, 0xFE, rest @ ..] => (Some(UTF_16LE), rest),
        [0xFE, 0xFF, rest @ ..] => (Some(UTF_16BE), rest),
        _ => (wide_without_bom(bytes), bytes),
    };
    if let Some(encoding) = wide {
        return Err(wrong_encoding(encoding, bytes));
    }
    if bytes.contains(&0) || is_binary(bytes) {
        let problem = Problem {
            name: "binary-file",
            message: "это не текст, а двоичный файл".into(),
            help: Some("проверьте, тот ли файл назван: документы Word и архивы здесь не читаются"),
            place: (0, 0),
        };
        return Err((String::new(), problem));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Err(not_utf8(bytes)),
    }
}

/// Whether the bytes begin as a usual file that is no text.
fn begins_as_binary(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 5] = [b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xFF\xD8\xFF", b"\xD0\xCF\x11\xE0"];
    BEGINNINGS.iter().any(|begin| bytes.starts_with(begin))
}

/// Whether the bytes begin as a file that is no text, or hold too many signs that no text has; Word leaves vertical tabs
/// and form feeds in texts.
fn is_binary(bytes: &[u8]) -> bool {
    let foreign = |byte: &&u8| **byte < 0x20 && !b"\t\n\r\x0B\x0C\x1B".contains(*byte);
    let controls = bytes.iter().filter(foreign).count();
    begins_as_binary(bytes) || (controls > 1 && controls * 10 > bytes.len())
}

/// UTF-16 without a BOM: no text of ours holds a zero byte, and this decodes without a fault.
fn wide_without_bom(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some_and(|text| {
            text.contains('\n') && !text.contains(|c: char| c.is_control() && !"\t\r\n".contains(c))
        })
    })
}

fn not_utf8(bytes: &[u8]) -> (String, Problem) {
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{FFFD}').count();
    let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{FFFD}').count();
    if broken * 4 < whole {
        let text = lines_ended_by_newline(lossy.into_owned());
        let at = text.find('\u{FFFD}').unwrap_or(0);
        let problem = Problem {
            name: "wrong-encoding",
            message: "знак испорчен: он не в кодировке UTF-8, хотя файл вокруг — в ней".into(),
            help: Some("наберите это место заново"),
            place: (at, at + '\u{FFFD}'.len_utf8()),
        };
        return (text, problem);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // A short Russian text is easily taken for a western one, as its bytes are letters in both.
    let letters = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        text.chars().filter(|c| ('а'..='я').contains(c)).count()
    };
    let encoding = if letters(guess) == 0 && letters(WINDOWS_1251) > 0 { WINDOWS_1251 } else { guess };
    wrong_encoding(encoding, bytes)
}

fn wrong_encoding(encoding: &'static Encoding, bytes: &[u8]) -> (String, Problem) {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let message = format!("файл не в кодировке UTF-8: похоже на {}", garbled::name(encoding));
    let problem = Problem { name: "wrong-encoding", message, help: Some(SAVE_AS_UTF8), place: (0, 0) };
    (text.into_owned(), problem)
}

fn lines_ended_by_newline(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The text with each forbidden character replaced by blanks of the same length, and where these were.
fn without_forbidden(text: String) -> (String, Vec<(usize, char)>) {
    if !may_hold_forbidden(text.as_bytes()) {
        return (text, Vec::new());
    }
    let is_forbidden = |c: char| c != '\n' && c != '\t' && limits::is_forbidden(c);
    let forbidden: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_forbidden(*c)).collect();
    let mut clean = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, character) in &forbidden {
        clean.push_str(&text[copied..*at]);
        clean.push_str(&"   "[..character.len_utf8()]);
        copied = at + character.len_utf8();
    }
    clean.push_str(&text[copied..]);
    (clean, forbidden)
}

/// Whether the bytes of a text may hold a forbidden character, told from their first bytes.
fn may_hold_forbidden(bytes: &[u8]) -> bool {
    holds_controls(bytes) || memchr2_iter(0xc2, 0xe2, bytes).any(|at| is_unseen(bytes, at))
}

/// Whether there are controls, or bytes with which other forbidden characters begin.
fn holds_controls(bytes: &[u8]) -> bool {
    let one = |byte: u8| (byte < 0x20 && byte != b'\n' && byte != b'\t') || matches!(byte, 0x7f | 0xd8 | 0xee | 0xef);
    // Without a way out of the loop it goes by many bytes at once.
    bytes.iter().fold(false, |held, byte| held | one(*byte))
}

/// Whether a forbidden character begins at this byte, which is 0xc2 or 0xe2: «–», «…» and «№» begin so too.
fn is_unseen(bytes: &[u8], at: usize) -> bool {
    match bytes[at..] {
        [0xc2, next, ..] => next < 0xa0,
        [0xe2, 0x80, last, ..] => matches!(last, 0x8b | 0x8e | 0x8f | 0xa8..=0xae),
        [0xe2, 0x81, last, ..] => matches!(last, 0xa6..=0xa9),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(bytes: &[u8]) -> (Option<String>, Vec<String>) {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        let id = decode("a.yaml".into(), bytes, &mut files, &mut findings);
        let said = findings.iter().map(|finding| format!("{}: {}", finding.name, finding.message)).collect();
        (id.map(|id| files.get(id).text.clone()), said)
    }

    #[test]
    fn no_forbidden_character_is_overlooked() {
        let all = ('\u{0}'..=char::MAX).filter(|c| *c != '\n' && *c != '\t' && limits::is_forbidden(*c));
        for character in all {
            assert!(may_hold_forbidden(format!("а{character}б").as_bytes()), "{character:?}");
        }
        assert!(!may_hold_forbidden("Ёж – «Юг» № 5 … ‑ — ’ \u{a0}\n\t".as_bytes()));
    }

    #[test]
    fn bom_and_carriage_returns_are_harmless() {
        let (text, said) = run("\u{FEFF}имя: а\r\nсрок: б\r\n".as_bytes());
        assert_eq!(text.as_deref(), Some("имя: а\nсрок: б\n"));
        assert!(said.is_empty());
    }

    #[test]
    fn other_encodings_are_named() {
        let russian = "программа:\n  наименование: Повышение качества образования\n";
        let (bytes, _, _) = WINDOWS_1251.encode(russian);
        assert_eq!(
            run(&bytes),
            (None, vec!["wrong-encoding: файл не в кодировке UTF-8: похоже на Windows-1251".into()])
        );
        let (bytes, _, _) = WINDOWS_1251.encode("срок: 2021\n");
        assert_eq!(
            run(&bytes),
            (None, vec!["wrong-encoding: файл не в кодировке UTF-8: похоже на Windows-1251".into()])
        );
        let (bytes, _, _) = encoding_rs::IBM866.encode(russian);
        assert_eq!(
            run(&bytes),
            (None, vec!["wrong-encoding: файл не в кодировке UTF-8: похоже на CP866 (DOS)".into()])
        );
        let wide: Vec<u8> = russian.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xFF, 0xFE], wide.as_slice()].concat();
        for bytes in [wide, marked] {
            assert_eq!(run(&bytes), (None, vec!["wrong-encoding: файл не в кодировке UTF-8: похоже на UTF-16".into()]));
        }
    }

    #[test]
    fn one_broken_character_is_shown_where_it_is() {
        let mut bytes = "имя: школа номер пять\n".as_bytes().to_vec();
        bytes.insert(bytes.len() - 1, 0xFF);
        let (_, said) = run(&bytes);
        assert_eq!(said, ["wrong-encoding: знак испорчен: он не в кодировке UTF-8, хотя файл вокруг — в ней"]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(run(b"PK\x03\x04\0\0\xFF"), (None, vec!["binary-file: это не текст, а двоичный файл".into()]));
        for bytes in [&b"\x01\x02\x03abc\x04"[..], b"%PDF-1.4\n", b"\xFF\xD8\xFF\xE0\x10", b"\x07\xE2\x05\xE4\x06"] {
            assert_eq!(run(bytes), (None, vec!["binary-file: это не текст, а двоичный файл".into()]));
        }
        assert_eq!(run(b""), (None, vec!["empty-file: файл пуст".into()]));
        assert_eq!(run("\u{FEFF} \r\n".as_bytes()), (None, vec!["empty-file: файл пуст".into()]));
    }

    #[test]
    fn control_characters_become_blanks_of_the_same_length() {
        let (text, said) = run("а: б\u{B}в\u{FEFF}\u{9B}\n".as_bytes());
        assert_eq!(text.as_deref(), Some("а: б в     \n"));
        assert_eq!(said.len(), 3);
        assert_eq!(said[0], "control-character: в тексте невидимый управляющий знак U+000B");
    }

    #[test]
    fn letters_that_change_their_order_are_told() {
        let (text, said) = run("сумма: \u{202E}001\u{202C} рублей\n".as_bytes());
        assert_eq!(text.as_deref(), Some("сумма:    001    рублей\n"));
        assert!(said[0].contains("U+202E: он меняет порядок букв"), "{said:?}");
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let long = format!("а: б\nв: {}\n", "слово ".repeat(20_000));
        assert_eq!(run(long.as_bytes()), (None, vec!["line-too-long: строка длиннее 20000 знаков: 120003".into()]));
        let long = format!("а: б\nв: \u{a0}{}\n", "ы".repeat(2001));
        assert_eq!(run(long.as_bytes()), (None, vec!["line-too-long: слово длиннее 2000 знаков: 2001".into()]));
    }
}
