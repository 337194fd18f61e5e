//! Years: «2021», «2020/2021», «2021-2024 гг.», «каждого учебного года».

use super::cursor::Cursor;
use super::lexicon::{is_each, is_school, is_year};
use super::phrase::{Year, Years};
use super::words::Sign;

/// Years that a program may name; other numbers of four digits are none.
const SENSIBLE: std::ops::Range<i16> = 1900..2200;

impl Cursor<'_> {
    /// The years after a part of the year; unsaid when there are none.
    pub(super) fn years(&mut self) -> Years {
        if let Some(school) = self.each_year() {
            return Years::Each { school };
        }
        let named = self.school_years().or_else(|| self.list_of_years()).or_else(|| self.year().map(|year| vec![year]));
        named.map_or(Years::Unsaid, Years::Named)
    }

    /// «каждого года», «текущего учебного года», «учебного года»: whether it is a school year.
    pub(super) fn each_year(&mut self) -> Option<bool> {
        self.attempt(|cursor| {
            let mut each = cursor.eat(&["в"]) && cursor.word(0).is_some_and(is_each);
            while cursor.eat_if(is_each) {
                each = true;
            }
            let school = cursor.eat_if(is_school);
            let calendar = !school && cursor.eat_stem(&["календарн"]);
            let year = cursor.eat_if(is_year);
            (year && (each || school || calendar)).then_some(school)
        })
    }

    /// «2019-2020 учебного года», «2019-2021 учебные годы».
    pub(super) fn school_years(&mut self) -> Option<Vec<Year>> {
        self.attempt(|cursor| {
            let first = cursor.plain_year()?;
            if !cursor.eat_sign(&Sign::Dash) {
                return None;
            }
            let last = cursor.second_year(first)?;
            if cursor.peek(0) == Some(&Sign::Slash) || !cursor.eat_if(is_school) {
                return None;
            }
            cursor.year_words();
            (first < last).then(|| (first..last).map(|first| Year { first, school: true }).collect())
        })
    }

    /// «2021-2024 гг.» and «2021, 2022 годов» after a part of the year.
    fn list_of_years(&mut self) -> Option<Vec<Year>> {
        self.attempt(|cursor| {
            let calendar = |first: i16| Year { first, school: false };
            let first = cursor.plain_year()?;
            cursor.year_words();
            if cursor.eat_sign(&Sign::Dash) {
                let last = cursor.plain_year().filter(|last| first < *last)?;
                if cursor.peek(0) == Some(&Sign::Slash) {
                    return None;
                }
                cursor.year_words();
                return Some((first..=last).map(calendar).collect());
            }
            let mut years = vec![calendar(first)];
            while let Some(next) = cursor.attempt(|cursor| {
                let joined = cursor.eat_sign(&Sign::Comma) || cursor.eat(&["и"]);
                let year = cursor.plain_year().filter(|_| joined)?;
                cursor.year_words();
                let range = matches!(cursor.peek(0), Some(Sign::Dash | Sign::Slash));
                (!range).then_some(year)
            }) {
                years.push(calendar(next));
            }
            (years.len() > 1).then_some(years)
        })
    }

    /// «2021 г.», «2020/2021», «2020/21 учебный год».
    pub(super) fn year(&mut self) -> Option<Year> {
        self.attempt(|cursor| {
            let first = cursor.plain_year()?;
            let school = cursor
                .attempt(|cursor| {
                    let slash = cursor.eat_sign(&Sign::Slash);
                    let second = cursor.second_year(first).filter(|_| slash)?;
                    (second == first + 1).then_some(())
                })
                .is_some();
            if school {
                cursor.eat_if(is_school);
            } else {
                cursor.eat_stem(&["календарн"]);
            }
            cursor.year_words();
            Some(Year { first, school })
        })
    }

    fn plain_year(&mut self) -> Option<i16> {
        let (value, digits) = self.number(0)?;
        (digits == 4 && SENSIBLE.contains(&value)).then(|| {
            self.at += 1;
            value
        })
    }

    /// The second year of a pair, of four digits or two.
    fn second_year(&mut self, first: i16) -> Option<i16> {
        let (value, digits) = self.number(0)?;
        let year = match digits {
            4 => value,
            2 => first / 100 * 100 + value,
            _ => return None,
        };
        self.at += 1;
        Some(year)
    }

    fn year_words(&mut self) {
        while self.eat_if(is_year) {}
    }
}
