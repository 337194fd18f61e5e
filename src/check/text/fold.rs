//! Texts as a reader compares and quotes them.

/// The text without case, «ё», doubled spaces and the sign at its end.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if may_hold_blanks(text.as_bytes()) {
        for word in text.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            push_lower(word, &mut folded);
        }
    } else {
        push_lower(text.trim_matches(' '), &mut folded);
    }
    folded.truncate(folded.trim_end_matches(['.', ';', ',', ':']).trim_end().len());
    folded
}

/// Whether a text may hold other white space than single spaces.
fn may_hold_blanks(text: &[u8]) -> bool {
    let is_blank = |byte: u8, after: u8| match byte {
        b' ' => after == b' ',
        // U+0085 and U+00A0.
        0xc2 => after == 0x85 || after == 0xa0,
        // U+1680, U+3000 and U+205F.
        0xe1 | 0xe3 => true,
        0xe2 => after == 0x81,
        // The last bytes of those from U+2000 on.
        0x80 => matches!(after, 0x80..=0x8f | 0xa8..=0xaf),
        _ => byte < b' ',
    };
    // Without a way out of the loop it goes by many bytes at once.
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    let held = pairs.fold(0, |held, (byte, after)| held | u8::from(is_blank(*byte, *after)));
    held != 0 || text.last().is_some_and(|byte| *byte < b' ')
}

/// The words of the text without case and «ё».
pub fn words(text: &str) -> Vec<String> {
    super::words::words(text).map(|word| lower(word.text)).collect()
}

/// The beginning of a long text, as it is quoted in a message.
pub fn brief(text: &str) -> String {
    const LONG: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(['.', ';', ':']);
    if line.chars().count() <= LONG {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONG).collect();
    let mut whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    // A preposition or a conjunction goes with the word that was cut off.
    while let Some((before, last)) = whole.rsplit_once(' ')
        && last.chars().count() <= 2
    {
        whole = before;
    }
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', '-', ' ', '(']))
}

/// The text in lower case and without «ё».
pub fn lower(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_lower(text, &mut folded);
    folded
}

/// Adds the text in lower case and without «ё»; what is so already is added as it stands.
fn push_lower(text: &str, folded: &mut String) {
    let (start, bytes) = (folded.len(), text.as_bytes());
    let (mut at, mut added) = (0, 0);
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            // The letters from «а» to «п», and from «р» to «я».
            (0xd0, Some(0xb0..)) | (0xd1, Some(..0x90)) => at += 2,
            (b'A'..=b'Z' | 0x80.., _) => {
                let Some(sign) = text[at..].chars().next() else { break };
                folded.push_str(&text[added..at]);
                at += sign.len_utf8();
                added = at;
                match sign {
                    'ё' | 'Ё' => folded.push('е'),
                    // It has two small letters, by its place in the word.
                    'Σ' => {
                        folded.truncate(start);
                        folded.push_str(&text.to_lowercase().replace('ё', "е"));
                        return;
                    }
                    _ => folded.extend(sign.to_lowercase()),
                }
            }
            _ => at += 1,
        }
    }
    folded.push_str(&text[added..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lower_case_is_that_of_unicode(text in "\\PC{0,8}[А-Яа-яЁёΣΑİ ]{0,8}") {
            prop_assert_eq!(lower(&text), text.to_lowercase().replace('ё', "е"));
        }
    }

    #[test]
    fn no_white_space_is_overlooked() {
        let blanks = ('\0'..=char::MAX).filter(|sign| sign.is_whitespace() && *sign != ' ');
        for sign in blanks {
            assert!(may_hold_blanks(format!("а{sign}б").as_bytes()) && may_hold_blanks(format!("{sign}").as_bytes()));
        }
        assert!(!may_hold_blanks(" Об «образовании» № 5 – да… ".as_bytes()) && may_hold_blanks(b"a  b"));
    }

    #[test]
    fn texts_that_read_the_same_are_the_same() {
        assert_eq!(fold("Отчёт  о\n работе ."), fold("отчет о работе;"));
        assert_ne!(fold("Отчет о работе"), fold("Отчет о работах"));
    }

    #[test]
    fn a_quoted_text_ends_with_a_whole_word() {
        assert_eq!(brief("Доля педагогов."), "Доля педагогов");
        let long = brief(&"слово, ".repeat(20));
        assert!(long.ends_with("слово…") && long.chars().count() <= 61, "{long}");
    }
}
