//! A sum of money, exact, with as many decimals as it was written with.

use rust_decimal::Decimal;
use std::iter::Sum;
use std::ops::Add;

/// A sum of money, in whatever unit the funding is given in; never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// The most digits before the comma: so many of the longest sums as no one writes still add up exactly.
    const DIGITS: usize = 15;
    /// The most digits after the comma.
    const DECIMALS: usize = 5;

    /// Reads «1250,5», «1 250,5» or «1250.5».
    pub fn parse(written: &str) -> Option<Self> {
        let (whole, decimals) = match written.trim().split_once([',', '.']) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (written.trim(), None),
        };
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}']).collect();
        let grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
        let whole = groups.concat();
        let sound = grouped && groups.iter().all(|group| all_digits(group)) && whole.len() <= Self::DIGITS;
        let sound_decimals = decimals.is_none_or(|text| all_digits(text) && text.len() <= Self::DECIMALS);
        let number = format!("{whole}.{}", decimals.unwrap_or("0"));
        let mut number = Decimal::from_str_exact(&number).ok().filter(|_| sound && sound_decimals)?;
        if decimals.is_none() {
            number.rescale(0);
        }
        Some(Self(number))
    }

    /// How many digits it has after the comma.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// «1 250,50» with at least so many decimals, the thousands held together by no-break spaces.
    pub fn printed(self, decimals: u32) -> String {
        let mut number = self.0;
        number.rescale(decimals.max(self.decimals()));
        let number = number.to_string();
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let mut printed = String::new();
        for (index, digit) in whole.char_indices() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                printed.push('\u{a0}');
            }
            printed.push(digit);
        }
        if decimals.is_empty() { printed } else { format!("{printed},{decimals}") }
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sums_as_people_write_them() {
        for (written, printed) in [
            ("150,0", "150,0"),
            ("150.0", "150,0"),
            ("0", "0"),
            ("0,0", "0,0"),
            (" 1250,50 ", "1\u{a0}250,50"),
            ("1 250,5", "1\u{a0}250,5"),
            ("12\u{a0}345\u{202f}678", "12\u{a0}345\u{a0}678"),
            ("999999999999999,99999", "999\u{a0}999\u{a0}999\u{a0}999\u{a0}999,99999"),
        ] {
            assert_eq!(Money::parse(written).map(|sum| sum.printed(0)).as_deref(), Some(printed), "{written}");
        }
        let wrong =
            ["", "-5", "5 тыс.", "1,5,0", "1.250,5", "12 50", "1  250", "5,", ",5", "1e3", "0,000001", "1 250 5"];
        for written in wrong.into_iter().chain(["1000000000000000", "١٢"]) {
            assert_eq!(Money::parse(written), None, "{written}");
        }
    }

    #[test]
    fn decimals_are_exact_and_stay() {
        let sum: Money = ["0,1", "0,2"].into_iter().filter_map(Money::parse).sum();
        assert_eq!(Some(sum), Money::parse("0,3"));
        assert_eq!(Money::parse("150").unwrap().printed(1), "150,0");
        assert_eq!(Money::parse("0,25").unwrap().printed(1), "0,25");
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(whole in 0_u64..1_000_000_000_000_000, decimals in "[0-9]{1,5}") {
            let sum = Money::parse(&format!("{whole},{decimals}")).unwrap();
            prop_assert_eq!(Money::parse(&sum.printed(0)), Some(sum));
        }

        #[test]
        fn sums_are_those_of_hundredths(all in prop::collection::vec(0_u64..100_000_000_000, 0..40)) {
            let money = |hundredths: u64| Money::parse(&format!("{},{:02}", hundredths / 100, hundredths % 100)).unwrap();
            let sum: Money = all.iter().map(|own| money(*own)).sum();
            prop_assert_eq!(sum, money(all.iter().sum()));
        }
    }
}
