//! Dates as people write them: «02.08.2021», «2 августа 2021 года», `2021-08-02`.

use super::context::Reader;
use super::slot::Slot;
use crate::diagnostic::{Finding, Place};
use crate::model::{DateForm, Dated, MONTHS};
use jiff::civil::Date;

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDate {
    /// It looks like a date, but there is no such day; says so.
    Impossible(String),
    /// Its year has two digits; the date with the whole year.
    ShortYear(String),
    /// It does not look like a date.
    Unclear,
}

/// A day, and whether it was written as ISO 8601 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Whether it was written as `2021-08-02`.
    pub iso: bool,
}

impl Reader<'_> {
    /// A date.
    pub fn date(&mut self, slot: Slot<'_>) -> Option<Dated> {
        let written = self.word(slot, "нужна дата")?;
        match day(written) {
            Ok(day) => Some(Dated { date: day.date, text: printed(day, written), place: slot.node.place }),
            Err(why) => {
                self.no_date(written, &why, slot.node.place);
                None
            }
        }
    }

    /// Says why a text is no date.
    pub fn no_date(&mut self, written: &str, why: &NoDate, place: Place) {
        let finding = match why {
            NoDate::Impossible(message) => {
                Finding::error("bad-date", place, message).help("исправьте день, месяц или год")
            }
            NoDate::ShortYear(whole) => {
                Finding::error("bad-date", place, format!("год в дате пишется полностью: {whole}"))
                    .help(format!("напишите дату так: {whole}"))
            }
            NoDate::Unclear => Finding::error("bad-date", place, format!("не понять дату «{written}»"))
                .help("напишите дату так: 02.08.2021 или 2 августа 2021 года"),
        };
        self.report(finding);
    }
}

/// What is printed for a day: as it was written, but an ISO date is written out.
pub fn printed(day: Day, written: &str) -> String {
    if !day.iso {
        return written.trim().to_owned();
    }
    DateForm::Words.of(day.date, written)
}

/// The day that a text names, if it names one.
pub fn date(written: &str) -> Option<Date> {
    day(written).ok().map(|day| day.date)
}

/// The day that a text names.
pub fn day(written: &str) -> Result<Day, NoDate> {
    let text = written.replace(['\u{a0}', '\u{202f}'], " ").replace(['«', '»', '"', '“', '”'], "").to_lowercase();
    let text = text.trim();
    let bare = ["года", "год", "г.", "г"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text).trim();
    let (parts, iso): (Vec<&str>, bool) = if bare.contains(' ') {
        (bare.split_whitespace().collect(), false)
    } else if bare.contains('.') {
        (bare.split('.').collect(), false)
    } else {
        (bare.split('-').rev().collect(), true)
    };
    let [day, month, year] = parts[..] else { return Err(NoDate::Unclear) };
    let named = MONTHS.iter().position(|name| *name == month);
    let month = match named {
        Some(index) => i64::try_from(index + 1).ok(),
        None => number(month, 2),
    };
    let (Some(day), Some(month), Some(year)) = (number(day, 2), month, number(year, 4).filter(|year| *year >= 1000))
    else {
        let short = (!iso && year.len() == 2).then(|| bare.strip_suffix(year)).flatten();
        let short = short.filter(|_| number(day, 2).is_some() && month.is_some() && number(year, 2).is_some());
        return Err(short.map_or(NoDate::Unclear, |before| NoDate::ShortYear(format!("{before}20{year}"))));
    };
    let date = Date::new(narrow(year), narrow(month), narrow(day));
    date.map(|date| Day { date, iso }).map_err(|_| NoDate::Impossible(impossible(day, month, year)))
}

/// Says that there is no such day.
fn impossible(day: i64, month: i64, year: i64) -> String {
    match usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month)) {
        Some(month) => format!("{day} {month} {year} года не бывает"),
        None => format!("месяца с номером {month} не бывает"),
    }
}

/// A number of at most so many digits.
fn number(text: &str, digits: usize) -> Option<i64> {
    let plain = !text.is_empty() && text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A number of at most four digits as the narrow type of a calendar.
fn narrow<T: TryFrom<i64>>(number: i64) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(number).expect("at most four digits for a year and two for a day or month")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_real_papers() {
        let date = |written: &str| day(written).map(|day| (day.date.to_string(), printed(day, written)));
        for (written, iso, text) in [
            ("2021-08-02", "2021-08-02", "2 августа 2021 г."),
            ("02.08.2021", "2021-08-02", "02.08.2021"),
            ("2 августа 2021 года", "2021-08-02", "2 августа 2021 года"),
            ("02 августа 2021 г.", "2021-08-02", "02 августа 2021 г."),
            ("26.09.2019 г", "2019-09-26", "26.09.2019 г"),
            ("26.09.2019г.", "2019-09-26", "26.09.2019г."),
            ("«02» августа 2021\u{a0}г.", "2021-08-02", "«02» августа 2021\u{a0}г."),
        ] {
            assert_eq!(date(written), Ok((iso.to_owned(), text.to_owned())), "{written}");
        }
    }

    #[test]
    fn what_is_no_date() {
        let impossible = |message: &str| Err(NoDate::Impossible(message.to_owned()));
        assert_eq!(day("31.02.2021"), impossible("31 февраля 2021 года не бывает"));
        assert_eq!(day("29 февраля 2021 г."), impossible("29 февраля 2021 года не бывает"));
        assert_eq!(day("2021-13-01"), impossible("месяца с номером 13 не бывает"));
        let short = |whole: &str| Err(NoDate::ShortYear(whole.to_owned()));
        assert_eq!(day("25.12.25"), short("25.12.2025"));
        assert_eq!(day("2 августа 21 г."), short("2 августа 2021"));
        for written in ["октябрь 2021", "02.08.x1", "2021", "", "2 августа", "1.2.3.4", "02-08-2021"] {
            assert_eq!(day(written), Err(NoDate::Unclear), "{written}");
        }
    }
}
