//! Terms and periods: «2021-2025 годы», «2020/2021–2022/2023 учебные годы», «с 01.09.2021 по 31.05.2024».

use super::calendar::{self, NoDate};
use super::context::Reader;
use super::slot::Slot;
use crate::diagnostic::{Finding, Place};
use crate::model::{Period, Span, Term, TermKind};
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// Words that may stand after the years and change nothing.
const YEAR_WORDS: [&str; 10] = ["год", "года", "годы", "годов", "гг", "гг.", "г", "г.", "г.г.", "году"];
/// Words that make years school years.
const SCHOOL_WORDS: [&str; 7] = ["учебный", "учебные", "учебных", "учебного", "учебном", "уч.", "уч"];

/// Why a text is no term.
#[derive(Debug, PartialEq, Eq)]
enum NoTerm {
    /// A day in it is impossible.
    Date(NoDate),
    /// It ends before it starts.
    Backwards,
    /// A school year of other than one year.
    LongSchoolYear,
    /// It does not look like a term.
    Unclear,
}

/// Years without the words around them: «2021», «2020/2021».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Year {
    first: i16,
    second: Option<i16>,
}

/// Years as written: one or two of them, and the words found around them.
struct Years {
    from: Year,
    to: Option<Year>,
    school: bool,
    /// Whether nothing but the numbers was written.
    bare: bool,
}

impl Reader<'_> {
    /// The term of a program; one that cannot be understood is reported and kept as it was written.
    pub fn term(&mut self, slot: Slot<'_>) -> Term {
        let place = slot.node.place;
        let Some(written) = self.word(slot, "нужен срок") else {
            let text = self.files.text(place).split_whitespace().collect::<Vec<_>>().join(" ");
            return Term { span: None, text, place };
        };
        let (span, text) = match term(written) {
            Ok((from, to, kind, text)) => (Some(Span { from, to, kind }), text),
            Err(why) => {
                self.no_term(written, why, place);
                (None, written.to_owned())
            }
        };
        Term { span, text, place }
    }

    /// Says why a text is no term.
    fn no_term(&mut self, written: &str, why: NoTerm, place: Place) {
        let finding = |message: String| Finding::error("bad-term", place, message);
        let finding = match why {
            NoTerm::Date(why) => {
                self.no_date(written, &why, place);
                return;
            }
            NoTerm::Backwards => {
                finding(format!("срок «{written}» кончается раньше, чем начинается")).help("поменяйте годы местами")
            }
            NoTerm::LongSchoolYear => finding(format!("в сроке «{written}» учебный год длится не один год"))
                .help("напишите учебный год двумя годами подряд, например 2021/2022"),
            NoTerm::Unclear => finding(format!("не понять срок «{written}»"))
                .help("напишите срок так: 2021-2025 годы, 2021/2022–2023/2024 учебные годы или 01.09.2021–31.05.2024"),
        };
        self.report(finding);
    }

    /// A year or a school year.
    pub fn period(&mut self, slot: Slot<'_>) -> Option<Period> {
        let written = self.word(slot, "нужен год")?;
        let found = period(written);
        if found.is_none() {
            let finding = Finding::error("bad-period", slot.node.place, format!("не понять год «{written}»"));
            self.report(finding.help("напишите год четырьмя цифрами: 2021, а учебный год двумя годами: 2021-2022"));
        }
        found
    }
}

/// The days of the term that a text names, if it names one.
pub fn span(written: &str) -> Option<Span> {
    term(written).ok().map(|(from, to, kind, _)| Span { from, to, kind })
}

/// The term that a text names, with what is printed.
fn term(written: &str) -> Result<(Date, Date, TermKind, String), NoTerm> {
    if let Some(years) = years(written) {
        return of_years(&years, written);
    }
    let (first, last) = days(written).ok_or(NoTerm::Unclear)?;
    let (from, to) = match (calendar::day(first), calendar::day(last)) {
        (Ok(from), Ok(to)) => (from, to),
        (Err(why @ (NoDate::Impossible(_) | NoDate::ShortYear(_))), _)
        | (_, Err(why @ (NoDate::Impossible(_) | NoDate::ShortYear(_)))) => return Err(NoTerm::Date(why)),
        (Err(NoDate::Unclear), _) | (_, Err(NoDate::Unclear)) => return Err(NoTerm::Unclear),
    };
    if to.date < from.date {
        return Err(NoTerm::Backwards);
    }
    let text = if from.iso || to.iso {
        format!("с {} по {}", calendar::printed(from, first), calendar::printed(to, last))
    } else {
        written.to_owned()
    };
    Ok((from.date, to.date, TermKind::Dates, text))
}

/// The term of some years.
fn of_years(years: &Years, written: &str) -> Result<(Date, Date, TermKind, String), NoTerm> {
    let pairs = years.from.second.is_some() || years.to.is_some_and(|to| to.second.is_some());
    let last = years.to.unwrap_or(years.from);
    let one_year = |year: Year| year.second.is_some_and(|second| second == year.first + 1);
    let (first, end, school) = if pairs {
        if !one_year(years.from) || !one_year(last) {
            return Err(NoTerm::LongSchoolYear);
        }
        (years.from.first, last.first + 1, true)
    } else if years.school {
        let to = years.to.ok_or(NoTerm::Unclear)?;
        (years.from.first, to.first, true)
    } else {
        (years.from.first, last.first, false)
    };
    if end < first || (school && end == first) {
        return Err(NoTerm::Backwards);
    }
    let text = match (years.bare, school, end - first) {
        (false, ..) => written.to_owned(),
        (true, false, 0) => format!("{written} год"),
        (true, false, _) => format!("{written} годы"),
        (true, true, 1) => format!("{written} учебный год"),
        (true, true, _) => format!("{written} учебные годы"),
    };
    let day = |year: i16, month: i8, day: i8| Date::new(year, month, day).map_err(|_| NoTerm::Unclear);
    if school {
        Ok((day(first, 9, 1)?, day(end, 8, 31)?, TermKind::SchoolYears, text))
    } else {
        Ok((day(first, 1, 1)?, day(end, 12, 31)?, TermKind::Years, text))
    }
}

/// The two days of a term written as dates.
fn days(written: &str) -> Option<(&str, &str)> {
    let bare = written.strip_prefix("с ").or_else(|| written.strip_prefix("со "));
    let parts = match bare {
        Some(bare) => bare.split_once(" по "),
        None => written
            .split_once(['–', '—'])
            .or_else(|| written.split_once(" - "))
            .or_else(|| written.split_once('-').filter(|_| written.contains('.'))),
    };
    parts.map(|(first, last)| (first.trim(), last.trim()))
}

/// The year or school year that a text names.
fn period(written: &str) -> Option<Period> {
    let years = years(written)?;
    let pair = match (years.from, years.to) {
        (Year { first, second: Some(second) }, None)
        | (Year { first, second: None }, Some(Year { first: second, second: None })) => Some((first, second)),
        (Year { second: None, .. }, None) if !years.school => return Some(Period::Year(years.from.first)),
        (Year { .. }, _) => None,
    };
    pair.filter(|(first, second)| *second == first + 1).map(|(first, _)| Period::SchoolYear(first))
}

/// Takes the words around the years away and reads the years.
fn years(written: &str) -> Option<Years> {
    let text = written.replace(['\u{a0}', '\u{202f}'], " ").replace(['–', '—', '−'], "-").to_lowercase();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let (mut school, mut bare) = (false, true);
    if words.first().is_some_and(|word| ["на", "в"].contains(word)) {
        words.remove(0);
        bare = false;
    }
    while let Some(word) = words.last().filter(|word| YEAR_WORDS.contains(word) || SCHOOL_WORDS.contains(word)) {
        school |= SCHOOL_WORDS.contains(word);
        bare = false;
        words.pop();
    }
    let mut numbers = match words[..] {
        ["с", first, "по", second] => {
            bare = false;
            format!("{first}-{second}")
        }
        _ => words.concat(),
    };
    let digits = numbers.trim_end_matches(|letter: char| !letter.is_ascii_digit()).len();
    if YEAR_WORDS.contains(&&numbers[digits..]) {
        numbers.truncate(digits);
        bare = false;
    }
    let (from, to) = match numbers.split_once('-') {
        Some((from, to)) => (year(from)?, Some(year(to)?)),
        None => (year(&numbers)?, None),
    };
    Some(Years { from, to, school, bare })
}

/// The years that a program may be of.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// «2021» or «2020/2021» or «2020/21».
fn year(text: &str) -> Option<Year> {
    let number = |text: &str, digits: usize| {
        let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<i16>().ok()).flatten()
    };
    let whole = |text: &str| number(text, 4).filter(|year| YEARS.contains(year));
    let Some((first, second)) = text.split_once('/') else {
        return Some(Year { first: whole(text)?, second: None });
    };
    let first = whole(first)?;
    let second = number(second, 4).or_else(|| Some(first / 100 * 100 + number(second, 2)?))?;
    Some(Year { first, second: Some(second) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_real_programs() {
        for (written, from, to, kind, text) in [
            ("2021–2025", "2021-01-01", "2025-12-31", TermKind::Years, "2021–2025 годы"),
            ("2021-2025 годы", "2021-01-01", "2025-12-31", TermKind::Years, "2021-2025 годы"),
            ("2020 – 2023 гг.", "2020-01-01", "2023-12-31", TermKind::Years, "2020 – 2023 гг."),
            ("2020-2023гг.", "2020-01-01", "2023-12-31", TermKind::Years, "2020-2023гг."),
            ("2021", "2021-01-01", "2021-12-31", TermKind::Years, "2021 год"),
            ("2021 год", "2021-01-01", "2021-12-31", TermKind::Years, "2021 год"),
            ("на 2021-2025 годы", "2021-01-01", "2025-12-31", TermKind::Years, "на 2021-2025 годы"),
            ("с 2021 по 2025 год", "2021-01-01", "2025-12-31", TermKind::Years, "с 2021 по 2025 год"),
            (
                "2020/2021–2022/2023 учебные годы",
                "2020-09-01",
                "2023-08-31",
                TermKind::SchoolYears,
                "2020/2021–2022/2023 учебные годы",
            ),
            ("2020/21", "2020-09-01", "2021-08-31", TermKind::SchoolYears, "2020/21 учебный год"),
            ("2020-2021 учебный год", "2020-09-01", "2021-08-31", TermKind::SchoolYears, "2020-2021 учебный год"),
            ("01.09.2021–31.05.2024", "2021-09-01", "2024-05-31", TermKind::Dates, "01.09.2021–31.05.2024"),
            ("с 01.09.2021 по 31.05.2024", "2021-09-01", "2024-05-31", TermKind::Dates, "с 01.09.2021 по 31.05.2024"),
            (
                "2021-09-01 – 2024-05-31",
                "2021-09-01",
                "2024-05-31",
                TermKind::Dates,
                "с 1 сентября 2021 г. по 31 мая 2024 г.",
            ),
        ] {
            let found = term(written).map(|(from, to, kind, text)| (from.to_string(), to.to_string(), kind, text));
            assert_eq!(found, Ok((from.to_owned(), to.to_owned(), kind, text.to_owned())), "{written}");
        }
    }

    #[test]
    fn what_is_no_term() {
        for (written, why) in [
            ("2025-2021 годы", NoTerm::Backwards),
            ("31.05.2024–01.09.2021", NoTerm::Backwards),
            ("2020/2022", NoTerm::LongSchoolYear),
            ("2020/2021-2025", NoTerm::LongSchoolYear),
            ("2021 учебный год", NoTerm::Unclear),
            ("скоро", NoTerm::Unclear),
            ("", NoTerm::Unclear),
            ("01.09.21–31.05.24", NoTerm::Date(NoDate::ShortYear("01.09.2021".into()))),
            ("31.02.2021–31.05.2024", NoTerm::Date(NoDate::Impossible("31 февраля 2021 года не бывает".into()))),
        ] {
            assert_eq!(term(written), Err(why), "{written}");
        }
    }

    #[test]
    fn periods_of_real_tables() {
        for (written, found) in [
            ("2021", Some(Period::Year(2021))),
            ("2021 год", Some(Period::Year(2021))),
            ("2021-2022", Some(Period::SchoolYear(2021))),
            ("2021/2022", Some(Period::SchoolYear(2021))),
            ("2021/22 уч. год", Some(Period::SchoolYear(2021))),
            ("2021-2023", None),
            ("план", None),
        ] {
            assert_eq!(period(written), found, "{written}");
        }
    }
}
