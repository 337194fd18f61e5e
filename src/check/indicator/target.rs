//! A target in the name of an indicator: «до 80 %», «на 10 %», «в 1,2 раза», «(не менее 5 в год)».

use super::super::text::fold::lower;
use super::naming::change;

/// The words that come before the number of a target.
const LIMITS: [&str; 4] = ["менее", "ниже", "более", "выше"];

/// The words of the target that a name holds, as they stand there.
///
/// What is counted may have a bound of its own («набравших не менее 120 баллов», «от 5 до 18 лет»): a target is a per
/// cent or a factor of a name that begins with a change, a per cent at the end of a name without a clause, or a bound
/// in brackets.
pub fn target(name: &str) -> Option<String> {
    let pieces: Vec<&str> = name.split_whitespace().collect();
    (0..pieces.len()).find_map(|at| {
        let number = number(pieces[at])?;
        let start = begin(&pieces, at)?;
        let (percent, factor, end) = unit(&pieces, at, number);
        let last = end + 1 >= pieces.len();
        let changes = change(name).is_some() && (percent || factor);
        let plain = percent && last && !name.contains(',');
        let bracket = pieces[start].starts_with('(') && !is_bound(&pieces, at);
        let words = pieces[start..=end].join(" ");
        let words = words.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ';'));
        (changes || plain || bracket).then(|| words.to_owned())
    })
}

/// The digits that a piece of text begins with.
fn number(piece: &str) -> Option<&str> {
    let end = piece.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(piece.len());
    piece.starts_with(|c: char| c.is_ascii_digit()).then(|| &piece[..end])
}

/// Whether per cent or times are counted, and the last piece of the amount.
fn unit(pieces: &[&str], at: usize, number: &str) -> (bool, bool, usize) {
    let after = &pieces[at][number.len()..];
    let next = pieces.get(at + 1).map(|next| lower(next)).unwrap_or_default();
    if after.starts_with('%') {
        (true, false, at)
    } else if next.starts_with('%') || next.starts_with("процент") {
        (true, false, at + 1)
    } else if next.trim_end_matches(|c: char| !c.is_alphabetic()) == "раза" || next.trim_end_matches('.') == "раз"
    {
        let often = pieces.get(at + 2).is_some_and(|word| *word == "в" || *word == "за");
        (false, !often, at + 1)
    } else {
        (false, false, at)
    }
}

/// Where the words before the number begin: «до», «на», «в», «не менее», «не менее чем на».
fn begin(pieces: &[&str], at: usize) -> Option<usize> {
    let word = |index: usize| lower(pieces[index]).trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    let mut start = at;
    if start > 0 && matches!(word(start - 1).as_str(), "до" | "на" | "в") {
        start -= 1;
    }
    if start > 0 && word(start - 1) == "чем" {
        start -= 1;
    }
    if start > 1 && LIMITS.contains(&word(start - 1).as_str()) && word(start - 2) == "не" {
        start -= 2;
    }
    (start < at).then_some(start)
}

/// Whether the number bounds what is counted and not how much: an age, a length of service, marks.
fn is_bound(pieces: &[&str], at: usize) -> bool {
    let next = pieces.get(at + 1).map(|next| lower(next)).unwrap_or_default();
    ["лет", "год", "балл", "час", "класс", "человек", "обучающ", "учащ", "школ"]
        .iter()
        .any(|stem| next.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_target_is_told_from_a_bound_of_what_is_counted() {
        for (name, words) in [
            ("Увеличение доли педагогов, прошедших обучение, до 80 %", "до 80 %"),
            ("Снижение доли неуспевающих на 10%", "на 10%"),
            ("Рост числа призеров не менее, чем в 1,2 раза.", "не менее, чем в 1,2 раза"),
            ("Охват детей дополнительным образованием не менее 80 %", "не менее 80 %"),
            ("Наличие договоров (не менее 5 в год)", "не менее 5"),
        ] {
            assert_eq!(target(name).as_deref(), Some(words), "{name}");
        }
        for name in [
            "Доля выпускников, набравших не менее 220 баллов",
            "Увеличение доли детей, получивших не менее 120 баллов на ЕГЭ",
            "Охват детей от 5 до 18 лет",
            "Доля обучающихся, выполнивших не менее 50 % заданий",
            "Доля классов с наполняемостью до 25 человек",
            "Доля педагогов со стажем (до 3 лет)",
            "Доля школ, где диагностику проводят 2 раза в год",
            "Доля участников программы 2021 года",
            "Доля школ на 1 сентября",
        ] {
            assert_eq!(target(name), None, "{name}");
        }
    }
}
