//! Letters of two scripts that look the same.

use super::words::{is_cyrillic, is_latin};

/// Latin letters and the Cyrillic ones that look like them.
const ALIKE: &[(char, char)] = &[
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('k', 'к'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('Ë', 'Ё'),
    ('ë', 'ё'),
    ('Ə', 'Ә'),
    ('ə', 'ә'),
    ('I', 'І'),
    ('i', 'і'),
];

/// Russian words of one letter that has a Latin look-alike, lower case and as a sentence may begin.
const SINGLE: &[char] = &['a', 'c', 'k', 'o', 'y', 'A', 'B', 'C', 'K', 'O', 'Y'];

/// Whether a word has letters of both scripts.
pub fn is_mixed(word: &str) -> bool {
    word.chars().any(is_cyrillic) && word.chars().any(is_latin)
}

/// A word with letters of both scripts as it was probably meant, if that can be told.
pub fn unmixed(word: &str) -> Option<String> {
    let (latin, cyrillic) = (all_latin(word), all_cyrillic(word));
    let roman = latin.clone().filter(|word| is_roman(word));
    roman.or(cyrillic).or(latin)
}

/// The word in Cyrillic letters, if every Latin one of it has a look-alike.
pub fn all_cyrillic(word: &str) -> Option<String> {
    let alike = |letter: char| ALIKE.iter().find(|(latin, own)| *latin == letter && *own != 'І' && *own != 'і');
    word.chars().map(|own| if is_latin(own) { alike(own).map(|pair| pair.1) } else { Some(own) }).collect()
}

/// The word in Latin letters, if every Cyrillic one of it has a look-alike.
fn all_latin(word: &str) -> Option<String> {
    let alike = |letter: char| ALIKE.iter().find(|(_, cyrillic)| *cyrillic == letter);
    word.chars().map(|own| if is_cyrillic(own) { alike(own).map(|pair| pair.0) } else { Some(own) }).collect()
}

/// Whether a word holds crosses in place of figures: «ХХ», «20ХХ»; it may be a Roman number as well.
pub fn is_crosses(word: &str) -> bool {
    let figures = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
    figures.chars().count() > 1 && figures.chars().all(|sign| matches!(sign, 'Х' | 'X' | 'х' | 'x'))
}

/// Whether a word is a Roman number.
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| "IVXLCDM".contains(letter))
}

/// Whether a letter standing alone is a Latin one that looks like a Russian word.
pub fn is_like_a_word(letter: &str) -> bool {
    letter.chars().count() == 1 && letter.chars().all(|own| SINGLE.contains(&own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_scripts() {
        for (word, wanted) in [
            ("cтраница", Some("страница")),
            ("шкoла", Some("школа")),
            ("ХIХ", Some("XIX")),
            ("РISA", Some("PISA")),
            ("ЕГЭs", None),
        ] {
            assert!(is_mixed(word));
            assert_eq!(unmixed(word).as_deref(), wanted, "{word}");
        }
        assert!(!["школа", "PISA", "мәктәп", "9"].into_iter().any(is_mixed));
    }
}
