//! Parts of the year with their years: a day, months, quarters, weeks of a month, seasons, years.

use super::cursor::Cursor;
use super::lexicon::{is_year, month, ordinal, season, seasonal, unit};
use super::phrase::{Part, Piece, Unit, Year, Years};
use super::words::Sign;

/// Words before which «года» alone means a whole year.
const BEFORE_YEAR: [&str; 11] = [
    "течение",
    "течении",
    "протяжении",
    "конца",
    "концу",
    "окончания",
    "окончанию",
    "начала",
    "началу",
    "весь",
    "всего",
];
const UNSURE_QUARTER: &str = "«квартал» учебного года прочитан как учебная четверть";
const UNSURE_WINTER: &str = "зима прочитана как декабрь этого года и январь–февраль следующего";
const UNSURE_TENTH: &str = "начало, середина и конец месяца прочитаны как его декады";

impl Cursor<'_> {
    /// A part of the year with its years; several when one noun stands for several: «I и III кварталы».
    pub(super) fn pieces(&mut self) -> Option<Vec<Piece>> {
        let start = self.at;
        if let Some(found) = self.attempt(Self::numbered) {
            return Some(found);
        }
        let (part, years, taken) = self
            .attempt(Self::date)
            .or_else(|| self.attempt(Self::day))
            .or_else(|| self.attempt(Self::whole_month))
            .or_else(|| self.attempt(Self::tenth))
            .or_else(|| self.attempt(Self::season))
            .or_else(|| self.attempt(Self::whole_year))?;
        Some(vec![Piece { part, years, words: self.since(start), taken }])
    }

    /// «15.10.2022», «15.10».
    fn date(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        if let Sign::DayMonth { month, day } = *self.peek(0)? {
            self.at += 1;
            return Some((Part::day(month, day)?, self.years(), None));
        }
        let Sign::Date { year, month, day } = *self.peek(0)? else { return None };
        self.at += 1;
        while self.eat_if(is_year) {}
        Some((Part::day(month, day)?, Years::Named(vec![Year { first: year, school: false }]), None))
    }

    /// «15 сентября 2021 г.», «1-15 сентября».
    fn day(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        let first = self.small()?;
        let last = self.attempt(|cursor| if cursor.eat_sign(&Sign::Dash) { cursor.small() } else { None });
        let month = self.take(month)?;
        let (first, last) = (Part::day(month, first)?, Part::day(month, last.unwrap_or(first))?);
        let part = Part { first: first.first, last: last.last };
        (!part.crosses()).then(|| (part, self.years(), None))
    }

    /// «октябрь 2021 г.», «в октябре месяце».
    fn whole_month(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        let month = self.take(month)?;
        self.eat_stem(&["месяц"]);
        Some((Part::months(month, month), self.years(), None))
    }

    /// «начало сентября», «в конце мая».
    fn tenth(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        let (first, last) = self.take(|word| match word {
            "начало" | "начале" => Some((1, 10)),
            "середина" | "середине" => Some((11, 20)),
            "конец" | "конце" => Some((21, 31)),
            _ => None,
        })?;
        let month = self.take(month)?;
        Some((Part { first: (month, first), last: (month, last) }, self.years(), Some(UNSURE_TENTH)))
    }

    /// «лето 2021», «летний период», «осенние каникулы».
    fn season(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        let part = self.attempt(Self::holidays).or_else(|| {
            let first = self.take(season).or_else(|| {
                self.attempt(|cursor| {
                    let first = cursor.take(seasonal)?;
                    cursor.eat_stem(&["период", "месяц", "сезон", "время"]).then_some(first)
                })
            })?;
            Some(Part::months(first, (first + 1) % 12 + 1))
        })?;
        let years = self.years();
        let school = |years: &Years| matches!(years, Years::Named(years) if years.iter().all(|year| year.school));
        let taken = (part.crosses() && !school(&years)).then_some(UNSURE_WINTER);
        Some((part, years, taken))
    }

    /// «осенние каникулы», «осенние, зимние и весенние каникулы»: the months in which they lie.
    fn holidays(&mut self) -> Option<Part> {
        let first = self.take(seasonal)?;
        let part = match first {
            6 => Part::months(6, 8),
            9 => Part::months(10, 11),
            12 => Part::months(12, 1),
            _ => Part::months(first, first + 1),
        };
        let is = |ahead: usize| self.word(ahead).is_some_and(|word| seasonal(word).is_some() || word == "и");
        let mut ahead = 0;
        while is(ahead) || self.peek(ahead) == Some(&Sign::Comma) {
            ahead += 1;
        }
        let holidays = self.word(ahead).is_some_and(|word| word.starts_with("каникул"));
        if ahead == 0 {
            self.eat_stem(&["каникул"]);
        }
        holidays.then_some(part)
    }

    /// «2021 год», «2019-2020 учебный год», «каждый учебный год», «весь год».
    fn whole_year(&mut self) -> Option<(Part, Years, Option<&'static str>)> {
        let bare = self.before().is_some_and(|word| BEFORE_YEAR.contains(&word));
        let whole = self.eat(&["весь", "всего", "целого", "целый"]) || bare;
        let part = |school| if school { Part::SCHOOL_YEAR } else { Part::YEAR };
        if let Some(school) = self.each_year() {
            return Some((part(school), Years::Each { school }, None));
        }
        if whole && self.eat_if(is_year) {
            return Some((Part::YEAR, Years::Each { school: false }, None));
        }
        let years = self.school_years().or_else(|| self.year().map(|year| vec![year]))?;
        let school = years.iter().all(|year| year.school);
        Some((part(school), Years::Named(years), None))
    }

    /// «3 квартал 2021 года», «I и III кварталы», «вторая неделя сентября», «первая половина октября».
    fn numbered(&mut self) -> Option<Vec<Piece>> {
        let start = self.at;
        let mut numbers = vec![self.ordinal()?];
        let mut range = false;
        while let Some(next) = self.attempt(|cursor| {
            range |= cursor.peek(0) == Some(&Sign::Dash);
            let joined = [Sign::Comma, Sign::Slash, Sign::Dash].iter().any(|sign| cursor.eat_sign(sign));
            if joined || cursor.eat(&["и"]) { cursor.ordinal() } else { None }
        }) {
            numbers.push(next);
        }
        let unit = self.take(unit)?;
        let month = self.take(month);
        let years = self.years();
        let school = match &years {
            Years::Each { school } => *school,
            Years::Named(years) => years.iter().all(|year| year.school),
            Years::Unsaid => false,
        };
        let parts: Option<Vec<Part>> = numbers.iter().map(|number| part(*number, unit, month, school)).collect();
        let mut parts = parts?;
        if range {
            let [first, last] = parts[..] else { return None };
            parts = vec![Part { first: first.first, last: last.last }];
        }
        let taken = (unit == Unit::Quarter && school).then_some(UNSURE_QUARTER);
        let words = self.since(start);
        let piece = |part| Piece { part, years: years.clone(), words: words.clone(), taken };
        Some(parts.into_iter().map(piece).collect())
    }

    /// «3», «III», «третий»; 0 is the last.
    pub(super) fn ordinal(&mut self) -> Option<i16> {
        if let Some((value, digits)) = self.number(0) {
            self.at += 1;
            return (digits == 1 && value > 0).then_some(value);
        }
        self.take(ordinal)
    }

    /// A number of at most two digits.
    pub(super) fn small(&mut self) -> Option<i8> {
        let (value, digits) = self.number(0)?;
        self.at += 1;
        if digits <= 2 { value.try_into().ok() } else { None }
    }
}

/// The part that a number and a unit name, in a month or in a year.
fn part(number: i16, unit: Unit, month: Option<i8>, school: bool) -> Option<Part> {
    let number = i8::try_from(number).ok()?;
    let days = |first, last| month.map(|month| Part { first: (month, first), last: (month, last) });
    let equal = |months: i8, count: i8| {
        let index = if number == 0 { count } else { number };
        (index <= count).then(|| Part::months((index - 1) * months + 1, index * months))
    };
    let of_table = |table: &[(i8, i8)]| {
        let index = if number == 0 { table.len() } else { usize::from(number.unsigned_abs()) };
        table.get(index - 1).map(|(first, last)| Part::months(*first, *last))
    };
    match (unit, month) {
        (Unit::Week, Some(_)) => match number {
            0 => days(25, 31),
            1..=4 => days(number * 7 - 6, number * 7),
            5 => days(29, 31),
            _ => None,
        },
        (Unit::TenDays, Some(_)) => match number {
            0 | 3 => days(21, 31),
            1 | 2 => days(number * 10 - 9, number * 10),
            _ => None,
        },
        (Unit::HalfOf, Some(_)) => match number {
            0 | 2 => days(16, 31),
            1 => days(1, 15),
            _ => None,
        },
        (Unit::Half | Unit::HalfOf, None) if school => of_table(&[(9, 12), (1, 5)]),
        (Unit::Half | Unit::HalfOf, None) => equal(6, 2),
        (Unit::SchoolQuarter, None) => of_table(&SCHOOL_QUARTERS),
        (Unit::Quarter, None) if school => of_table(&SCHOOL_QUARTERS),
        (Unit::Quarter, None) => equal(3, 4),
        (Unit::Trimester, None) => of_table(&TRIMESTERS),
        _ => None,
    }
}

/// The quarters of a school year by their months.
pub(super) const SCHOOL_QUARTERS: [(i8, i8); 4] = [(9, 10), (11, 12), (1, 3), (4, 5)];
/// The thirds of a school year by their months.
pub(super) const TRIMESTERS: [(i8, i8); 3] = [(9, 11), (12, 2), (3, 5)];
