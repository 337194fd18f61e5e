//! What a cell of a table says as a number.

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Nothing: empty, a dash.
    Empty,
    /// A number.
    Number(Figure),
    /// Something else.
    Words,
}

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Its value.
    pub value: f64,
    /// How many digits stand behind the decimal comma.
    pub decimals: i32,
    /// Whether a per cent sign stands behind it.
    pub percent: bool,
}

impl Figure {
    /// Half a unit of its last digit: by how much rounding may have changed it.
    pub fn slack(self) -> f64 {
        0.5 * 10_f64.powi(-self.decimals) + 1e-9
    }
}

/// Reads a cell: «1 234,5», «76%», «–».
pub fn reading(text: &str) -> Reading {
    let text = text.trim();
    if matches!(text, "" | "-" | "–" | "—" | "х" | "x") {
        return Reading::Empty;
    }
    if !text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return Reading::Words;
    }
    let text: String = text.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign }).collect();
    let text = text.as_str();
    let (bare, percent) = text.strip_suffix('%').map_or((text, false), |bare| (bare.trim_end(), true));
    let (whole, fraction) = bare.split_once([',', '.']).unwrap_or((bare, ""));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    let mut groups = whole.split(' ');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.all(|group| group.len() == 3 && digits(group));
    let short = !whole.contains(' ') || first.len() <= 3;
    if !digits(first) || !grouped || !short || !(fraction.is_empty() || digits(fraction)) || bare.ends_with([',', '.'])
    {
        return Reading::Words;
    }
    let plain = format!("{}.{}", whole.replace(' ', ""), if fraction.is_empty() { "0" } else { fraction });
    match (plain.parse(), i32::try_from(fraction.len())) {
        (Ok(value), Ok(decimals)) => Reading::Number(Figure { value, decimals, percent }),
        _ => Reading::Words,
    }
}

/// A number as people write it, with a decimal comma and as many digits behind it.
pub fn written(value: f64, decimals: i32) -> String {
    let places = usize::try_from(decimals).unwrap_or(0);
    format!("{value:.places$}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_people_write_them() {
        let value = |text: &str| match reading(text) {
            Reading::Number(figure) => Some((figure.value, figure.decimals, figure.percent)),
            Reading::Empty | Reading::Words => None,
        };
        assert_eq!(value("1\u{a0}234,5"), Some((1234.5, 1, false)));
        assert_eq!(value("76 %"), Some((76.0, 0, true)));
        assert_eq!(value("0"), Some((0.0, 0, false)));
        for words in ["33 / 24%", "1.", "12 34", "до 5", "2020-2021", "-5", "1234 567", "5,"] {
            assert_eq!(reading(words), Reading::Words, "{words}");
        }
        for empty in ["", " ", "–", "-", "х"] {
            assert_eq!(reading(empty), Reading::Empty, "{empty}");
        }
        assert_eq!(written(91.0, 0), "91");
        assert_eq!(written(2.0 / 3.0, 2), "0,67");
    }
}
