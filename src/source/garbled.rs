//! Broken letters: a text that somebody read in a wrong encoding and saved so, `РџСЂРѕ…` for `Про…`.
//!
//! A word is broken when it becomes Russian on the way back: written in the encoding in which it was shown and read in
//! the one that was meant.

use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, WINDOWS_1251, WINDOWS_1252};
use std::ops::Range;

/// The first broken letters of a text, and in how many lines there are some.
pub(super) struct Garbled {
    pub(super) range: Range<usize>,
    pub(super) lines: usize,
    pub(super) how: How,
}

/// What happened to the letters.
pub(super) enum How {
    /// They were read in a wrong encoding: what stood there, the names of the encoding that was meant and of the wrong one.
    Recoded(String, &'static str, &'static str),
    /// Signs stand in their place.
    Lost,
}

/// How many question marks in a row are lost letters, and not somebody's doubt.
pub(super) const MARKS: &str = "?????";

/// A way in which letters break: shown in one encoding, meant in another, and the words that may be such.
type Way = (&'static Encoding, &'static Encoding, fn(&str) -> bool);

const WAYS: [Way; 7] = [
    (WINDOWS_1251, UTF_8, |word| word.matches(['Р', 'С']).count() > 2),
    (WINDOWS_1252, UTF_8, |word| word.matches(['Ð', 'Ñ']).count() > 2),
    (IBM866, UTF_8, |word| word.matches(['╨', '╤']).count() > 2),
    (KOI8_R, UTF_8, |word| word.contains(is_drawn) && word.matches(['п', 'я']).count() > 2),
    (WINDOWS_1252, WINDOWS_1251, |word| {
        word.split(|own| !('À'..='ÿ').contains(&own)).any(|run| run.chars().count() > 3)
    }),
    (WINDOWS_1251, IBM866, |word| word.matches(['®', '¬', '¤', 'Ј', 'Ў', 'ў', 'Ґ']).count() > 1),
    (IBM866, WINDOWS_1251, is_capitalised_in_dos),
];

/// Whether a word may be one in Windows-1251 that was read as CP866: a capital becomes a line of a frame, the letters after
/// it become the last of the alphabet.
fn is_capitalised_in_dos(word: &str) -> bool {
    let Some((_, rest)) = word.split_once(is_drawn) else { return false };
    let mut letters = rest.chars().filter(|own| own.is_alphabetic());
    let late = |own: char| matches!(own, 'р'..='я' | 'Ё' | 'ё' | 'Є' | 'є' | 'Ї' | 'ї' | 'Ў' | 'ў');
    letters.clone().count() > 2 && letters.all(late)
}

/// Whether broken letters may begin at this byte, which is 0xc2, 0xc3 or 0xe2: signs that Russian texts hardly hold, and
/// «а» and «е» of a text in UTF-8 that was read as Windows-1251.
pub(super) fn may_begin(bytes: &[u8], at: usize) -> bool {
    match bytes[at..] {
        [0xc2, 0xa4 | 0xac | 0xae, ..] | [0xe2, 0x94..=0x96, ..] => true,
        [0xc2, 0xa1..=0xbf, ..] => at > 1 && bytes[at - 2] == 0xd0 && matches!(bytes[at - 1], 0xa0 | 0xa1),
        [0xc3, next, ..] => !matches!(next, 0x97 | 0xb7),
        _ => false,
    }
}

/// Looks for broken letters in a text.
pub(super) fn garbled(text: &str) -> Option<Garbled> {
    let mut found: Option<Garbled> = None;
    let mut start = 0;
    for line in text.split('\n') {
        if let Some((range, how)) = in_line(line) {
            let first = || Garbled { range: start + range.start..start + range.end, lines: 0, how };
            found.get_or_insert_with(first).lines += 1;
        }
        start += line.len() + 1;
    }
    found
}

fn in_line(line: &str) -> Option<(Range<usize>, How)> {
    if line.is_ascii() && !line.contains(MARKS) {
        return None;
    }
    let mut start = 0;
    for word in line.split([' ', '\t']) {
        if let Some(at) = word.find('\u{fffd}') {
            return Some((start + at..start + at + '\u{fffd}'.len_utf8(), How::Lost));
        }
        if let Some(at) = word.find(MARKS) {
            let length = word[at..].len() - word[at..].trim_start_matches('?').len();
            return Some((start + at..start + at + length, How::Lost));
        }
        if !word.is_ascii()
            && let Some(how) = recoded(word)
        {
            return Some((start..start + word.len(), how));
        }
        start += word.len() + 1;
    }
    None
}

/// What a word was before it was recoded.
fn recoded(word: &str) -> Option<How> {
    WAYS.iter().filter(|(_, _, may_be)| may_be(word)).find_map(|(shown, meant, _)| {
        let (bytes, _, _) = shown.encode(word);
        let (text, _) = meant.decode_without_bom_handling(&bytes);
        let letters = text.chars().filter(|own| matches!(own, 'А'..='я' | 'Ё' | 'ё')).count();
        let others =
            text.chars().filter(|own| own.is_alphabetic() && !own.is_ascii() || is_odd(*own)).count() - letters;
        (letters > 2 && others * 4 <= letters).then(|| How::Recoded(text.into_owned(), name(meant), name(shown)))
    })
}

/// Whether a sign stands in no Russian word: a letter that was lost on the way, a line of a frame.
fn is_odd(sign: char) -> bool {
    sign == '\u{fffd}' || is_drawn(sign) || matches!(sign, '¤' | '¬' | '®' | '§' | '¦' | '°' | '±')
}

/// Whether a sign is of those that frames are drawn with.
fn is_drawn(sign: char) -> bool {
    ('\u{2500}'..='\u{259f}').contains(&sign)
}

/// The name of an encoding as users know it.
pub(super) fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1251" => "Windows-1251",
        "windows-1252" => "Windows-1252",
        "IBM866" => "CP866 (DOS)",
        "UTF-16LE" | "UTF-16BE" => "UTF-16",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use memchr::memchr3_iter;

    /// What stood in place of the first broken letters, and what happened to them.
    fn told(text: &str) -> Option<String> {
        garbled(text).map(|garbled| match garbled.how {
            How::Recoded(word, meant, shown) => format!("{word}: {meant} как {shown}, {}", garbled.lines),
            How::Lost => format!("«{}», {}", &text[garbled.range], garbled.lines),
        })
    }

    fn may_be(text: &str) -> bool {
        let bytes = text.as_bytes();
        memchr3_iter(0xc2, 0xc3, 0xe2, bytes).any(|at| may_begin(bytes, at))
    }

    /// A text as a program shows it that takes it for one in another encoding.
    fn shown(text: &str, meant: &'static Encoding, shown: &'static Encoding) -> String {
        let (bytes, _, _) = meant.encode(text);
        shown.decode_without_bom_handling(&bytes).0.into_owned()
    }

    #[test]
    fn every_way_is_known_with_what_stood_there() {
        for (as_shown, meant, _) in WAYS {
            for text in ["Программа", "имя: x\nПовышение качества\nсрок", "«Развитие кадров», 2021"]
            {
                let broken = shown(text, meant, as_shown);
                let said = told(&broken).unwrap_or_default();
                assert!(may_be(&broken), "{broken}");
                assert!(said.contains(&format!("{} как {}", name(meant), name(as_shown))), "{broken}: {said}");
            }
        }
        assert_eq!(told("а: Ïðîãðàììà\nб: Öåëü").as_deref(), Some("Программа: Windows-1251 как Windows-1252, 2"));
        assert_eq!(told("а: РџСЂРѕРіСЂР°РјРјР°").as_deref(), Some("Программа: UTF-8 как Windows-1251, 1"));
        assert_eq!(told("а: ╨Я╤А╨╛╨│╤А╨░╨╝╨╝╨░").as_deref(), Some("Программа: UTF-8 как CP866 (DOS), 1"));
        assert_eq!(told("цель: ????????? ????????").as_deref(), Some("«?????????», 1"));
        assert_eq!(told("школа \u{fffd} 5").as_deref(), Some("«\u{fffd}», 1"));
    }

    #[test]
    fn texts_of_all_languages_stay() {
        for text in [
            "СССР, РСФСР, «РОСОБРНАДЗОР» – ФГБУ «ФИОКО»; 20 °С, § 5, № 7, 50 ¤, Word®, a¬b, 3 × 4 ÷ 2",
            "МӘГАРИФ БҮЛЕГЕ, Җәлил, Өфө, Ҡазан, Ӹ, Їжак, Ўзбек, Ђорђе, Љубљана, Джемаль Ҫ",
            "Élysée, naïveté, Ärger, Øre, façade, Åse, über, Zürich, ÀÉ",
            "а│б│в ├──файл ┌───┐ █████ ╔═╗ │текст│ ├слово",
            "Правда???? Что?! …",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
