//! Encodings: of a file of the program.

use super::random::Random;
use super::scene::Scene;
use std::fs;

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    let path = scene.text(random)?;
    let text = fs::read_to_string(&path).ok()?;
    let at = text.floor_char_boundary(random.below(text.len().max(1)));
    let (head, tail) = text.split_at(at);
    let within = |letter: &str| [head, letter, tail].concat().into_bytes();
    let inserted = |bytes: &[u8]| [head.as_bytes(), bytes, tail.as_bytes()].concat();
    let utf16 = |big: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let (bytes, said, told): (Vec<u8>, &str, bool) = match random.below(24) {
        0 => (["\u{feff}", &text].concat().into_bytes(), "with a mark of byte order", false),
        1 => (text.replace('\n', "\r\n").into_bytes(), "with CRLF", false),
        2 => (text.replace('\n', "\r").into_bytes(), "with CR", false),
        3 => ([head.replace('\n', "\r\n"), tail.to_owned()].concat().into_bytes(), "half with CRLF", false),
        4 => ([vec![0xff, 0xfe], utf16(false)].concat(), "in UTF-16LE", true),
        5 => ([vec![0xfe, 0xff], utf16(true)].concat(), "in UTF-16BE", true),
        6 => (utf16(false), "in UTF-16 without a mark", true),
        7 => (encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(), "in Windows-1251", true),
        8 => (encoding_rs::IBM866.encode(&text).0.into_owned(), "in DOS", true),
        9 => (inserted(b"\0"), "with a NUL", true),
        10 => (inserted(b"\xff"), "with a lone byte", true),
        11 => (inserted(b"\xd0"), "with half a letter", true),
        12 => (
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned().into_bytes(),
            "read as Windows-1252",
            false,
        ),
        13 => (
            encoding_rs::WINDOWS_1251.decode_without_bom_handling(text.as_bytes()).0.into_owned().into_bytes(),
            "read as Windows-1251",
            false,
        ),
        14 => (text.replace('й', "и\u{306}").replace('ё', "е\u{308}").into_bytes(), "with й of two signs", false),
        15 => (within("\u{fffd}"), "with a sign of replacement", false),
        16 => (within("\u{202e}"), "with U+202E", true),
        17 => (within("\u{ad}"), "with a soft hyphen", false),
        18 => (within("\u{2028}"), "with U+2028", false),
        19 => (within("\u{1b}[31m"), "with ESC", true),
        20 => (Vec::new(), "emptied", true),
        21 => ("\u{feff}".into(), "emptied to its mark", true),
        22 => (within("\u{200b}"), "with a space of no width", false),
        _ => (b"PK\x03\x04".to_vec(), "replaced by an archive", true),
    };
    fs::write(&path, bytes).ok()?;
    if told {
        scene.told = Some("a file that cannot be read");
    }
    Some(format!("{:?} {said} (at byte {at})", path.file_name()?))
}
