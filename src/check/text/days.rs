//! Days that no calendar has: «31.02.2021», «31 сентября», «21.11.20024».

use crate::model::MONTHS;
use jiff::civil::Date;
use std::ops::Range;

/// A day that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoDay {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The month has no such day; its last one is this, in this year if it matters.
    Day {
        /// The last day.
        last: i8,
        /// The month, from 1.
        month: i8,
        /// The year.
        year: Option<i16>,
    },
    /// There is no such month.
    Month,
    /// The year has not four figures.
    Year,
}

/// Words before which a date stands, whatever its year looks like.
const BEFORE: [&str; 9] = ["от", "до", "с", "со", "по", "на", "к", "не позднее", "дата"];

/// Those before which a date may have a year of two figures; after the others a code stands as well: «по 44.03.01».
const BEFORE_SHORT: [&str; 4] = ["от", "до", "с", "со"];

/// The greatest day that any month has; a greater number is that of a code, unless words say that a date stands there.
const GREATEST: i8 = 31;

/// How many bytes the longest of them has, with the letter before it.
const LONGEST: usize = 26;

/// Words before numbers of several parts that are no dates.
const NUMBERED: [&str; 12] =
    ["сп", "снип", "санпин", "гост", "ост", "ту", "мр", "му", "пункт", "пункта", "пункте", "версия"];

/// The letters with which the names of months begin.
const FIRST: [char; 18] = ['я', 'ф', 'м', 'а', 'и', 'с', 'о', 'н', 'д', 'Я', 'Ф', 'М', 'А', 'И', 'С', 'О', 'Н', 'Д'];

/// What joins a number to a longer one.
const JOINTS: [char; 6] = ['.', '/', '\\', '_', ':', ','];

/// The days of a text that no calendar has.
pub fn impossible(text: &str) -> Vec<NoDay> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit).map(|next| at + next) {
        let end = start + digits(&text[start..]).len();
        let day = if end - start > 2 { None } else { in_digits(text, start).or_else(|| in_words(text, start)) };
        at = day.as_ref().map_or(end, |(at, _)| at.end);
        found.extend(day.and_then(|(at, fault)| Some(NoDay { at, fault: fault? })));
    }
    found
}

/// The date in digits that begins at a number: where it stands, and what is wrong with it, if anything is.
fn in_digits(text: &str, start: usize) -> Option<(Range<usize>, Option<Fault>)> {
    let (day, rest) = number(&text[start..]);
    let sign = rest.chars().next().filter(|sign| matches!(sign, '.' | '/' | '-'))?;
    let (month, rest) = number(after(rest, sign)?);
    let year = digits(after(rest, sign)?);
    let rest = &after(rest, sign)?[year.len()..];
    if day.len() > 2 || !(1..=2).contains(&month.len()) {
        return None;
    }
    let end = text.len() - rest.len();
    let before = &text[..start];
    let century = year.starts_with("19") || year.starts_with("20");
    let dated = || follows(before, &BEFORE) || is_year(rest);
    let length = month.len();
    let [day, month] = [day, month].map(|digits| digits.parse::<i8>().unwrap_or_default());
    let fits = match (year.len(), sign) {
        (4, '.') => century && (day <= GREATEST || dated()),
        (5, '.') => century && length == 2 && day <= GREATEST,
        (4, _) | (3, '.') => century && dated() && day <= GREATEST,
        (2, '.') => is_year(rest) || (day <= GREATEST && follows(before, &BEFORE_SHORT)),
        _ => false,
    };
    if !fits || !is_apart(before, rest) {
        return None;
    }
    let fault = match year.parse::<i16>() {
        _ if day == 0 && month == 0 => None,
        _ if !(1..=12).contains(&month) => Some(Fault::Month),
        Ok(short) if year.len() == 2 => of_day(day, month, Some(2000 + short)),
        Ok(year_) if year.len() == 4 => of_day(day, month, Some(year_)),
        Ok(_) | Err(_) => Some(Fault::Year),
    };
    Some((start..end, fault))
}

/// The date with the name of a month that begins at a number.
fn in_words(text: &str, start: usize) -> Option<(Range<usize>, Option<Fault>)> {
    let (day, rest) = number(&text[start..]);
    let rest = ["-го", "-е", "»", "\""].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    let named = rest.trim_start();
    if !named.starts_with(FIRST) {
        return None;
    }
    let length = named.find(|sign: char| !sign.is_alphabetic()).unwrap_or(named.len());
    let month = named[..length].to_lowercase();
    let month = MONTHS.iter().position(|name| *name == month).filter(|_| named.len() < rest.len())?;
    let month = i8::try_from(month + 1).ok()?;
    let before = text[..start].trim_end_matches(['«', '"']);
    if before.ends_with(|sign: char| sign.is_alphanumeric() || JOINTS.contains(&sign)) || is_listed(before) {
        return None;
    }
    let rest = &named[length..];
    let year = digits(rest.trim_start());
    let after = &rest.trim_start()[year.len()..];
    let century = year.starts_with("19") || year.starts_with("20");
    let odd = match year.len() {
        // «На 1 января 20500 учащихся»: a figure of its own.
        5 => century && (is_year(after) || ends(after)),
        3 => century && is_year(after),
        _ => false,
    };
    let full = if year.len() == 4 && century { year.parse().ok() } else { None };
    let end = text.len() - if odd || full.is_some() { after.len() } else { rest.len() };
    let fault = of_day(day.parse().unwrap_or_default(), month, full);
    Some((start..end, fault.or(odd.then_some(Fault::Year))))
}

/// What is wrong with a day of a month; without a year, February may have its 29th.
fn of_day(day: i8, month: i8, year: Option<i16>) -> Option<Fault> {
    let last = Date::new(year.unwrap_or(2020), month, 1).ok()?.days_in_month();
    (day < 1 || day > last).then_some(Fault::Day { last, month, year: year.filter(|_| month == 2) })
}

/// Whether a text ends with one of these words.
fn follows(before: &str, words: &[&str]) -> bool {
    let before = before.trim_end();
    let before = before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..].to_lowercase();
    let stands = |word: &str| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    words.iter().any(|word| stands(word))
}

/// Whether nothing but a sign follows: no word, no figure, no unit.
fn ends(after: &str) -> bool {
    let rest = after.trim_start_matches(['.', ',', ';', ':', ')', '»', '"', '!', '?']);
    rest.trim().is_empty() || (rest.len() < after.len() && rest.starts_with(char::is_whitespace))
}

/// Whether «г.» or «года» follows.
fn is_year(after: &str) -> bool {
    let after = after.trim_start();
    let word = &after[..after.find(|sign: char| !sign.is_alphabetic()).unwrap_or(after.len())];
    matches!(word, "г" | "года" | "год" | "году")
}

/// Whether a date is no part of a longer number or of a code: «№ 31.02.2021», «31.02.2021-ОД», «10.31.02.2021».
fn is_apart(before: &str, after: &str) -> bool {
    let joined = before.ends_with(|sign: char| sign.is_alphanumeric() || JOINTS.contains(&sign));
    let last = before.trim_end().rsplit(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let coded = is_number(before) || NUMBERED.contains(&last.as_str()) || before.trim_end().ends_with("п.");
    let goes_on = |rest: &str| rest.starts_with(|sign: char| sign.is_alphanumeric());
    let mut signs = after.chars();
    let more = match signs.next() {
        Some('г') | None => false,
        // A range of days.
        Some('-') => goes_on(signs.as_str()) && !has_dots(signs.as_str()),
        Some('.' | ',' | ':') => signs.as_str().starts_with(|sign: char| sign.is_ascii_digit()),
        Some('/' | '\\' | '_' | '%') => true,
        Some(sign) => sign.is_alphanumeric(),
    };
    // «01.02.2021-31.02.2021», but not «ОД-31.02.2021».
    let ranged = before
        .strip_suffix('-')
        .is_none_or(|rest| rest.ends_with(|sign: char| sign.is_ascii_digit()) && has_dots(tail(rest)));
    !joined && !coded && !more && ranged
}

/// Whether a number is that of an act or a thing.
fn is_number(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with('№') || before.ends_with(" N") || before == "N"
}

/// Whether a number is one of several: «школы № 31, 32», «школы 30, 31», «№ 5 и 31».
fn is_listed(before: &str) -> bool {
    let mut first = before.trim_end();
    while let Some(rest) = listed_before(first) {
        first = rest;
    }
    is_number(first) || (first.len() < before.trim_end().len() && is_counted(first))
}

/// What stands before a number that another one of a list follows.
fn listed_before(before: &str) -> Option<&str> {
    let rest =
        before.strip_suffix([',', ';', '–', '—', '-']).or_else(|| before.strip_suffix(" и")).map(str::trim_end)?;
    let number = rest.len() - rest.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_whole = number < rest.len() && rest.len() - number < 5 && !rest[..number].ends_with(JOINTS);
    is_whole.then(|| rest[..number].trim_end())
}

/// Whether numbers stand after the name of what has numbers: «школы», «кабинеты», «пункты».
fn is_counted(before: &str) -> bool {
    const COUNTED: [&str; 20] = [
        "школ",
        "сад",
        "доу",
        "оу",
        "лице",
        "гимнази",
        "кабинет",
        "пункт",
        "част",
        "стать",
        "номер",
        "строк",
        "раздел",
        "приложени",
        "участ",
        "групп",
        "класс",
        "сош",
        "интернат",
        "учреждени",
    ];
    let last = before.trim_end().rsplit(|sign: char| !sign.is_alphabetic()).find(|word| !word.is_empty());
    let last = last.unwrap_or_default().to_lowercase();
    COUNTED.iter().any(|name| last.starts_with(name))
}

/// Whether a text begins with digits between full stops.
fn has_dots(text: &str) -> bool {
    let first = digits(text);
    let second = text[first.len()..].strip_prefix('.').map(digits);
    !first.is_empty() && second.is_some_and(|second| !second.is_empty())
}

/// The last signs of a text up to a space.
fn tail(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or(text)
}

/// The digits that a text begins with.
fn digits(text: &str) -> &str {
    &text[..text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len())]
}

/// The digits that a text begins with, and what stands after them.
fn number(text: &str) -> (&str, &str) {
    text.split_at(digits(text).len())
}

/// What stands after a sign that parts a date; after a full stop a space may stand.
fn after(text: &str, sign: char) -> Option<&str> {
    let rest = text.strip_prefix(sign)?;
    Some(if sign == '.' { rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest) } else { rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_no_calendar_has() {
        for (text, wanted) in [
            ("отчет от 31.02.2021 № 5", &["31.02.2021"][..]),
            ("до 31 сентября", &["31 сентября"]),
            ("протокол от 21.11.20024 № 5", &["21.11.20024"]),
            ("29.02.2021 и 29.02.2024", &["29.02.2021"]),
            ("29 февраля 2021 г., 29 февраля 2024 года, 29 февраля", &["29 февраля 2021"]),
            ("«31» июня 2021 г.", &["31» июня 2021"]),
            ("с 25 по 31-го июня; 30–31 июня", &["31-го июня", "31 июня"]),
            ("1 сентября 20211 года, 1 сентября 202 г.", &["1 сентября 20211", "1 сентября 202"]),
            ("12.13.2021г.; 00.05.2021; 0.05.2021", &["12.13.2021", "00.05.2021", "0.05.2021"]),
            ("01.02.2021-31.06.2021, 31.06.2021-15.07.2021", &["31.06.2021", "31.06.2021"]),
            ("до 31.09.21, с 31/06/2021, 01.09.202 г.", &["31.09.21", "31/06/2021", "01.09.202"]),
            ("31. 09. 2021", &["31. 09. 2021"]),
            ("до 35 мая", &["35 мая"]),
            ("от 35.12.2021 № 5, 45.01.21 г.", &["35.12.2021", "45.01.21"]),
            ("до 1 сентября 20211; 1 мая 20211, 1 мая 20211.", &["1 сентября 20211", "1 мая 20211", "1 мая 20211"]),
        ] {
            let found = impossible(text);
            let found: Vec<_> = found.into_iter().map(|day| &text[day.at]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_left() {
        for text in [
            "№ 31.02.2021, № 31.02.2021-ОД, приказ 31.02.2021-ОД, ОД-31.02.2021, 31.02.2021/5",
            "тел. 8 (48731) 31-02-21, 31.02.21, 31-02-2021",
            "версия 31.02.2021, СП 59.13330.2020, ГОСТ Р 7.0.97-2016, СанПиН 2.4.3648-20, п. 31.02.2021",
            "10.31.02.2021, 192.168.31.20, 31.02.2021.5",
            "1.234.567 руб., 31.02 тыс., 99.99.9999",
            "29.02.2024, 31.12.2021, 1.1.2021, 31 декабря, 29 февраля, 00.00.2021",
            "№ 31 сентября, 0,5 мая, 2021 мая, 131 июня, 31 школа сентября",
            "5-31 мая, к 1 сентября 2021/2022 учебного года, 1 мая 20 человек, 1 мая 205 человек",
        ] {
            assert_eq!(impossible(text), [], "{text}");
        }
    }

    /// Right texts made of what stands in orders beside dates: codes, numbers, sums and lists.
    #[test]
    fn no_right_text_has_an_impossible_day() {
        let words = ["по", "на", "к", "от", "до", "с", "в", "для", "код", "Код", "РД", "ВСН", "по специальности"];
        let codes =
            ["44.03.01", "38.02.01", "38.03.04", "44.04.01", "52.19.2009", "50.13.2021", "52.24.643", "99.13.2021"];
        for code in codes {
            for word in words {
                let dated = code.ends_with("2009") || code.ends_with("2021");
                if dated && BEFORE.contains(&word) {
                    continue;
                }
                for after in [" Педагогическое образование", ", 44.03.05", ".", " и 38.02.03", ""]
                {
                    let text = format!("Обучение {word} {code}{after}");
                    assert_eq!(impossible(&text), [], "{text}");
                }
            }
        }
        for (number, month) in [20500, 20000, 19900, 20211].into_iter().zip(MONTHS.iter().cycle()) {
            for counted in ["учащихся", "рублей", "человек", "тыс. руб.", "мест", "(всего) мест", "– число мест"]
            {
                for text in [format!("На 1 {month} {number} {counted}"), format!("С 1 {month} {number} {counted}.")]
                {
                    assert_eq!(impossible(&text), [], "{text}");
                }
            }
        }
        for things in ["школы", "Школам №", "школ №№", "кабинеты", "пункты", "№", "детские сады №", "СОШ №"]
        {
            for list in ["31, 32", "30, 31", "5, 12, 31", "30 и 31", "30–31", "1, 2 и 32", "28 - 32"] {
                for month in ["июня", "мая", "февраля"] {
                    let text = format!("Открыть {things} {list} {month} 2021 г.");
                    assert_eq!(impossible(&text), [], "{text}");
                }
            }
        }
    }
}
