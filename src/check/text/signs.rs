//! Signs: which belong to words, and which of them a text may hold.

/// Whether a sign belongs to a word: a letter or a digit.
pub fn is_of_word(sign: char) -> bool {
    match sign {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '0'..='9' | 'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' => false,
        _ => sign.is_alphanumeric(),
    }
}

/// Whether a sign is a letter.
pub fn is_letter(sign: char) -> bool {
    matches!(sign, 'а'..='я' | 'А'..='Я') || sign.is_alphabetic()
}

/// A small set of signs that never lacks one of its own, but may seem to have another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u128);

impl Signs {
    /// The set of the signs of a text.
    pub fn of(text: &str) -> Self {
        let mut signs = Self::default();
        text.chars().for_each(|sign| signs.add(sign));
        signs
    }

    /// Adds a sign.
    pub fn add(&mut self, sign: char) {
        self.0 |= 1 << (u32::from(sign) % u128::BITS);
    }

    /// Whether one of the signs of the other set may be here.
    pub fn may_hold(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_classifier_agrees_with_unicode() {
        assert!(('\0'..=char::MAX).all(|sign| is_of_word(sign) == sign.is_alphanumeric()));
        assert!(('\0'..=char::MAX).all(|sign| is_letter(sign) == sign.is_alphabetic()));
    }

    #[test]
    fn a_set_never_lacks_a_sign() {
        let signs = Signs::of("(а) №");
        assert!(["(", ")", "№", "а№"].iter().all(|own| signs.may_hold(Signs::of(own))));
        assert!(!signs.may_hold(Signs::of("[]%_")));
    }
}
