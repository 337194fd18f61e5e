//! The number in a value of an indicator: «55,0», «1 200», «не ниже 50 %», «25-30».

/// A number, or the two ends of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The number, or the lower end.
    pub low: f64,
    /// The number, or the upper end.
    pub high: f64,
}

impl Amount {
    /// The only number or range in the text; nothing when it holds none or several.
    pub fn of(text: &str) -> Option<Self> {
        let text: Vec<char> = text.trim().chars().map(plain).collect();
        let found = numbers(&text);
        match found.as_slice() {
            [one] => Some(Self { low: one.value, high: one.value }),
            [low, high] => {
                let between: String = text[low.end..high.start].iter().filter(|c| !c.is_whitespace()).collect();
                matches!(between.as_str(), "-" | ".." | "..." | "до" | "%-")
                    .then_some(Self { low: low.value, high: high.value })
            }
            _ => None,
        }
    }

    /// The middle, by which values of different years are compared.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }
}

struct Number {
    value: f64,
    start: usize,
    end: usize,
}

/// Every space as a space, every dash as a hyphen.
fn plain(c: char) -> char {
    match c {
        // An ellipsis parts the ends of a range too.
        '−' | '–' | '—' | '‑' | '…' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn numbers(text: &[char]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let number = number(text, at);
        at = number.end;
        found.push(number);
    }
    found
}

/// The number that begins here: digits, groups of three after spaces, a decimal part.
fn number(text: &[char], start: usize) -> Number {
    let digits = |from: usize| text[from.min(text.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + digits(start);
    let mut written: String = text[start..end].iter().collect();
    if end - start <= 3 {
        while text.get(end) == Some(&' ') && digits(end + 1) == 3 {
            written.extend(&text[end + 1..end + 4]);
            end += 4;
        }
    }
    let part = digits(end + 1);
    if matches!(text.get(end), Some(',' | '.')) && part > 0 {
        written.push('.');
        written.extend(&text[end + 1..=end + part]);
        end += 1 + part;
    }
    let negative = start == 1 && text[0] == '-';
    let value: f64 = written.parse().expect("digits with one point are a number");
    Number { value: if negative { -value } else { value }, start, end }
}

#[cfg(test)]
mod tests {
    use super::Amount;

    #[test]
    fn the_number_of_a_value_is_found_however_it_is_written() {
        let one = |text: &str| Amount::of(text).map(|amount| (amount.low, amount.high));
        let same = |number: f64| Some((number, number));
        for (text, number) in [
            ("55,0", 55.0),
            ("50%", 50.0),
            ("0.9", 0.9),
            ("1\u{a0}200", 1200.0),
            ("12 500,5 руб.", 12500.5),
            ("Не ниже среднего 50%", 50.0),
            ("не менее 5", 5.0),
            ("−3", -3.0),
            ("1,2 раза", 1.2),
        ] {
            assert_eq!(one(text), same(number), "{text}");
        }
        for text in ["25-30", "25 – 30 %", "от 25 до 30", "25…30"] {
            assert_eq!(one(text), Some((25.0, 30.0)), "{text}");
        }
        for text in ["", "да", "-", "2 из 5", "рост", "1/3"] {
            assert_eq!(one(text), None, "{text}");
        }
    }
}
