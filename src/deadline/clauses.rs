//! The clauses of a phrase: named times with «с» and «до», repetitions, the whole term, days of a month.

use super::cursor::Cursor;
use super::lexicon::{adverb, amount, is_day_of_week, is_each, is_plan, is_school, unit};
use super::phrase::{Bound, Clause, Every, Unit};
use super::words::{Sign, TERM};

impl Cursor<'_> {
    /// All clauses up to the end or a closing bracket; the token that was not understood otherwise.
    pub(super) fn clauses(&mut self) -> Result<Vec<Clause>, usize> {
        let mut found = Vec::new();
        loop {
            let mut dash = false;
            while self.eat_sign(&Sign::Comma)
                || self.eat_sign(&Sign::Slash)
                || self.eat(&["и", "а", "также"])
                || (!found.is_empty() && !dash && self.eat_sign(&Sign::Dash))
            {
                dash |= self.tokens[self.at - 1].kind == Sign::Dash;
            }
            if matches!(self.peek(0), None | Some(Sign::Close)) {
                return Ok(found);
            }
            let start = self.at;
            if let Some(inner) = self.attempt(Self::brackets) {
                found.extend(inner);
                continue;
            }
            if let Some(aside) = self.attempt(Self::aside).filter(|_| !found.is_empty()) {
                found.push(aside);
                continue;
            }
            match self.clause() {
                // «2021 – с августа» is no list.
                Some(Clause::Time { .. }) if dash && found.last() != Some(&Clause::Then) => return Err(start),
                Some(clause) => found.push(clause),
                None => return Err(start),
            }
        }
    }

    fn clause(&mut self) -> Option<Clause> {
        self.attempt(Self::then)
            .or_else(|| self.attempt(Self::whole_term))
            .or_else(|| self.attempt(Self::open))
            .or_else(|| self.attempt(Self::every))
            .or_else(|| self.attempt(Self::day_of_month))
            .or_else(|| self.attempt(Self::time))
            .or_else(|| self.attempt(Self::external))
            .or_else(|| self.attempt(Self::event))
    }

    /// «далее», «затем», «и далее».
    fn then(&mut self) -> Option<Clause> {
        self.eat(&["далее", "затем"]).then_some(Clause::Then)
    }

    /// «весь период», «в течение всего срока реализации Программы», `[[срок]]`.
    fn whole_term(&mut self) -> Option<Clause> {
        if self.eat(&[TERM]) {
            return Some(Clause::WholeTerm);
        }
        let _ = self.within() || (self.eat(&["до", "к", "по"]) && self.eat_stem(&["конц", "окончан", "заверш"]));
        let all = self.eat(&["весь", "всего", "всем", "все"]);
        let noun = self.eat_stem(&["период", "срок", "врем"]);
        let run = self.eat_stem(&["реализаци", "действи", "выполнени", "исполнени"]);
        if !((all && noun) || run) {
            return None;
        }
        self.eat_stem(&["настоящ", "данн", "муниципальн"]);
        let named = self.eat_stem(&["программ", "подпрограмм", "план", "проект", "концепци", "мероприят"]);
        if named || self.eat_stem(&["дорожн"]) {
            self.eat_stem(&["карт", "мероприят"]);
        }
        Some(Clause::WholeTerm)
    }

    /// «ежегодно», «каждый месяц», «2 раза в год», «по итогам каждой четверти».
    fn every(&mut self) -> Option<Clause> {
        let start = self.at;
        let every = self
            .attempt(|cursor| cursor.take(adverb).map(|unit| Every { unit, step: 1, times: 1 }))
            .or_else(|| self.attempt(Self::each_unit))
            .or_else(|| self.attempt(Self::day_of_week))
            .or_else(|| self.attempt(Self::times))?;
        Some(Clause::Every { every, words: self.since(start) })
    }

    /// «каждый месяц», «по итогам (каждой) четверти».
    fn each_unit(&mut self) -> Option<Every> {
        let result = self.eat(&["по"]) && self.eat_stem(&["итог", "результат", "окончани", "завершени"]);
        if !result {
            let _ = self.within() || (self.eat(&["до", "к", "в"]) && self.eat_stem(&["конц", "начал", "окончан"]));
        }
        if !self.eat_stem(&["кажд"]) && !result {
            return None;
        }
        let unit = self.unit()?;
        if unit == Unit::Week {
            self.eat(&["месяца"]);
        }
        // «в течение каждого года» is a time, «каждый год» a repetition; both repeat every year.
        Some(Every { unit, step: 1, times: 1 })
    }

    /// «третий четверг каждого месяца», «по средам».
    fn day_of_week(&mut self) -> Option<Every> {
        let weekly = self.eat(&["по"]) && self.eat_if(is_day_of_week);
        if weekly {
            return Some(Every { unit: Unit::Week, step: 1, times: 1 });
        }
        self.ordinal()?;
        while self.eat(&["и"]) || self.eat_sign(&Sign::Comma) {
            self.ordinal()?;
        }
        if !(self.eat_if(is_day_of_week) || self.eat_stem(&["недел"])) {
            return None;
        }
        self.eat_if(is_each);
        self.eat(&["месяца"]).then_some(Every { unit: Unit::Month, step: 1, times: 1 })
    }

    /// «раз в полугодие», «не реже одного раза в квартал», «раз в 2 года», «дважды в год».
    pub(super) fn times(&mut self) -> Option<Every> {
        if self.eat(&["не"]) && !(self.eat(&["реже", "менее"])) {
            return None;
        }
        self.eat(&["чем"]);
        let number = self.attempt(Self::small).map(i16::from);
        let times = number.or_else(|| self.take(amount));
        let adverb = times.is_some() && self.before().is_some_and(|word| ["дважды", "трижды"].contains(&word));
        if !adverb && !self.eat(&["раз", "раза", "разу"]) {
            return None;
        }
        if !(self.eat(&["в", "во", "за"]) || self.within()) {
            return None;
        }
        self.eat(&["течение"]);
        self.eat_stem(&["кажд"]);
        let step = self.attempt(Self::small).map(i16::from).or_else(|| self.take(amount)).unwrap_or(1);
        let unit = self.unit()?;
        (step > 0).then_some(Every { unit, step, times: times.unwrap_or(1).max(1) })
    }

    /// «год», «учебный год», «квартал».
    fn unit(&mut self) -> Option<Unit> {
        let school = self.eat_if(is_school);
        let calendar = !school && self.eat_stem(&["календарн"]);
        let unit = self.take(unit).filter(|unit| *unit != Unit::HalfOf && *unit != Unit::TenDays)?;
        match (school, unit) {
            (true, Unit::Year) => Some(Unit::SchoolYear),
            (true, Unit::Quarter | Unit::SchoolQuarter) => Some(Unit::SchoolQuarter),
            (true, _) => None,
            (false, unit) => (!calendar || unit >= Unit::Quarter).then_some(unit),
        }
    }

    /// «до 5 числа», «не позднее 10-го числа следующего месяца».
    fn day_of_month(&mut self) -> Option<Clause> {
        let until = self.until().is_some();
        let day = self.small().filter(|day| (1..=31).contains(day))?;
        if !self.eat_stem(&["числ"]) {
            return None;
        }
        self.attempt(|cursor| {
            cursor.eat_if(is_each);
            let month = cursor.eat_stem(&["месяц"]);
            cursor.eat_sign(&Sign::Comma);
            if cursor.eat_stem(&["следующ"]) {
                cursor.eat(&["за"]);
                cursor.eat_if(is_each);
                cursor.eat_stem(&["месяц", "период", "квартал"]);
                return Some(());
            }
            month.then_some(())
        });
        Some(Clause::DayOfMonth { day, until })
    }

    /// Named times with what stands before them.
    fn time(&mut self) -> Option<Clause> {
        let start = self.at;
        let (bound, stretches) = self.attempt(Self::from).or_else(|| self.attempt(Self::to)).or_else(|| {
            let _ = self.within() || self.eat(&["на", "в", "во", "за"]);
            self.stretches().map(|found| (Bound::Within, found))
        })?;
        let inclusive = self.eat(&["включительно"]);
        let bound = if inclusive && bound == Bound::UntilUnsure { Bound::Until } else { bound };
        Some(Clause::Time { bound, stretches, words: self.since(start) })
    }

    /// «с августа 2020», «с 1 по 15 сентября».
    fn from(&mut self) -> Option<(Bound, Vec<super::phrase::Stretch>)> {
        let _ =
            self.eat_all("в период") || self.eat_all("на период") || self.eat_all("в срок") || self.eat(&["период"]);
        self.eat(&["начиная"]);
        if !(self.eat(&["с", "со"]) || self.eat_all("не ранее") || self.eat_all("не раньше")) {
            return None;
        }
        self.eat(&["начала"]);
        if let Some(stretch) = self.between() {
            return Some((Bound::Within, vec![stretch]));
        }
        let found = self.stretches()?;
        (found.len() == 1).then_some((Bound::From, found))
    }

    /// «до 1 сентября», «не позднее …», «к началу учебного года», «по 31 мая».
    fn to(&mut self) -> Option<(Bound, Vec<super::phrase::Stretch>)> {
        let bound = self.until()?;
        let end = self.eat_stem(&["конц", "окончан", "заверш"]);
        let begin = !end && self.eat_stem(&["начал"]);
        let bound = if end {
            Bound::Until
        } else if begin {
            Bound::UntilStart
        } else {
            bound
        };
        let found = self.stretches()?;
        (found.len() == 1).then_some((bound, found))
    }

    /// «до», «в срок до», «к», «по», «не позднее».
    fn until(&mut self) -> Option<Bound> {
        let _ = self.eat_all("в срок") || self.eat_all("на период") || self.eat_all("в период");
        if self.eat_all("не позднее") || self.eat_all("не позже") {
            self.eat(&["чем"]);
            self.eat(&["до"]);
            return Some(Bound::Until);
        }
        if self.eat(&["по"]) {
            return Some(Bound::Until);
        }
        self.eat(&["до", "к", "ко"]).then_some(Bound::UntilUnsure)
    }

    /// «в течение», «на протяжении», «в период».
    fn within(&mut self) -> bool {
        ["в течение", "в течении", "на протяжении", "в период", "на период", "за период"]
            .iter()
            .any(|words| self.eat_all(words))
            || (self.word(0).is_some_and(|word| ["на", "за", "в"].contains(&word))
                && self.word(1).is_some_and(|word| {
                    ["весь", "всего", "всем", "период", "срок"].contains(&word) && !self.is_plan_near()
                })
                && self.eat(&["на", "за", "в"]))
    }

    /// Whether a document is named close by.
    pub(super) fn is_plan_near(&self) -> bool {
        (0..4).any(|ahead| self.word(ahead).is_some_and(is_plan))
    }
}
