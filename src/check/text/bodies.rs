//! Bodies that every program may name in one word, and slips of the hand in their names.

use super::slip::{is_ending, is_slip};
use super::words::stem;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const BODIES: [&str; 10] = [
    "Кванториум",
    "Минобрнауки",
    "Минобразования",
    "Минобразование",
    "Минпросвещения",
    "Минпросвещение",
    "Рособрнадзор",
    "Роспотребнадзор",
    "Росстат",
    "Роскомнадзор",
];

/// The fewest letters in which a slip is told from another name.
pub const SHORTEST: u8 = 7;

/// The names by their stems.
static STEMS: LazyLock<BTreeMap<String, &str>> =
    LazyLock::new(|| BODIES.iter().map(|name| (stem(name), *name)).collect());

/// The body that a stem means with a letter too many, too few, of another kind or in another place.
pub fn meant(written: &str) -> Option<&'static str> {
    if STEMS.contains_key(written) {
        return None;
    }
    let near = |stem: &str| is_slip(stem, written) && !is_ending(stem, written);
    STEMS.iter().find(|(stem, _)| near(stem)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_word() {
        let meant = |word: &str| meant(&stem(word));
        assert_eq!(meant("Рособнадзора"), Some("Рособрнадзор"));
        assert_eq!(meant("Рособрандзор"), Some("Рособрнадзор"));
        for word in ["Рособрнадзором", "Росреестра", "надзора"] {
            assert_eq!(meant(word), None, "{word}");
        }
    }
}
