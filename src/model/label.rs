//! How numbers look: «1.», «I.», «Раздел 1.», «1)», a dash, nothing.

/// A pattern for the number before an item, a row or a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What stands before the number: «Раздел ».
    pub before: String,
    /// How the number itself is written.
    pub numeral: Numeral,
    /// What stands after it: «.».
    pub after: String,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// 1, 2, 3.
    Arabic,
    /// I, II, III.
    Roman,
    /// а, б, в.
    Letter,
    /// A dash instead of a number.
    Dash,
    /// Nothing at all.
    None,
}

impl Label {
    /// A label of a bare numeral and what follows it.
    pub fn new(before: &str, numeral: Numeral, after: &str) -> Self {
        Self { before: before.into(), numeral, after: after.into() }
    }

    /// Reads a pattern in which `1`, `I` or `а` stands for the number, `-` for a dash and «нет» for nothing.
    pub fn parse(pattern: &str) -> Option<Self> {
        let pattern = pattern.trim();
        match pattern {
            "нет" | "без номера" | "none" => return Some(Self::new("", Numeral::None, "")),
            "-" | "–" | "—" | "дефис" | "тире" | "dash" => return Some(Self::new("", Numeral::Dash, "")),
            _ => {}
        }
        let marks = [('1', Numeral::Arabic), ('I', Numeral::Roman), ('І', Numeral::Roman)];
        for (mark, numeral) in marks {
            if let Some((before, after)) = pattern.split_once(mark) {
                let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
                return (!digits(before) && !digits(after)).then(|| Self::new(before, numeral, after));
            }
        }
        let after = pattern.strip_prefix('а')?;
        matches!(after, "." | ")" | "").then(|| Self::new("", Numeral::Letter, after))
    }

    /// The label of the n-th item, from 1; nothing for a dash or for no number.
    pub fn number(&self, n: usize) -> Option<String> {
        self.bare(n).map(|numeral| self.around(&numeral))
    }

    /// The number of the n-th item, from 1, without what stands around it; nothing for a dash or for no number.
    pub fn bare(&self, n: usize) -> Option<String> {
        match self.numeral {
            Numeral::Arabic => Some(n.to_string()),
            Numeral::Roman => Some(roman(n)),
            Numeral::Letter => Some(letter(n)),
            Numeral::Dash | Numeral::None => None,
        }
    }

    /// A number computed elsewhere, such as «1.2», with what stands around it; nothing where there are no numbers.
    pub fn printed(&self, number: &str) -> String {
        match self.numeral {
            Numeral::None => String::new(),
            Numeral::Dash => "–".into(),
            Numeral::Arabic | Numeral::Roman | Numeral::Letter => self.around(number),
        }
    }

    /// The label with a number computed elsewhere, such as «1.2»; one that ends as the label does keeps one end.
    pub fn around(&self, number: &str) -> String {
        let number = if self.after.is_empty() { number } else { number.trim_end_matches(['.', ')']) };
        format!("{}{number}{}", self.before, self.after)
    }
}

/// A number in Roman numerals.
fn roman(mut n: usize) -> String {
    const NUMERALS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, numeral) in NUMERALS {
        while n >= value {
            roman.push_str(numeral);
            n -= value;
        }
    }
    roman
}

/// The n-th letter of those that official lists use (without ё, з, й, о, ч, ъ, ы, ь).
fn letter(n: usize) -> String {
    const LETTERS: &str = "абвгдежиклмнпрстуфхцшщэюя";
    LETTERS.chars().nth(n.saturating_sub(1) % LETTERS.chars().count()).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_real_programs() {
        let number = |pattern: &str, n| Label::parse(pattern).unwrap().number(n);
        assert_eq!(number("1.", 3).as_deref(), Some("3."));
        assert_eq!(number("Раздел 1.", 6).as_deref(), Some("Раздел 6."));
        assert_eq!(number("I", 4).as_deref(), Some("IV"));
        assert_eq!(number("Направление 1.", 2).as_deref(), Some("Направление 2."));
        assert_eq!(number("1)", 15).as_deref(), Some("15)"));
        assert_eq!(number("а)", 3).as_deref(), Some("в)"));
        assert_eq!(number("нет", 3), None);
        assert_eq!(number("-", 3), None);
        assert_eq!(Label::parse("Показатель 1.").unwrap().around("2.3"), "Показатель 2.3.");
        assert_eq!(Label::parse("Показатель 1.").unwrap().around("2.3."), "Показатель 2.3.");
        assert_eq!(Label::parse("1)").unwrap().around("5."), "5)");
        assert_eq!(Label::parse("как-нибудь"), None);
        assert_eq!(Label::parse("1.1."), None);
    }
}
