//! Deadlines that are given as fields: no phrase is to be understood but how often.

use super::judge::{Said, judge};
use super::phrase::{Bound, Every, Part, Piece, Stretch, Unit, Year, Years};
use super::{Cursor, Doubt, Reading, Setting, unknown, words};
use crate::model::{Dated, Deadline, DeadlineForm};

/// Reads a deadline as it was given: fields by themselves, a phrase as [`super::read`] does; the words of the doubts
/// are those of its printed text.
pub fn of(deadline: &Deadline, setting: &Setting<'_>) -> Reading {
    let phrase = deadline.text.value.as_str();
    let DeadlineForm::Fields { from, to, every, plan, .. } = &deadline.form else {
        return super::read(phrase, setting);
    };
    let words = 0..phrase.len();
    let mut said = Said { words: words.clone(), external: plan.is_some(), ..Said::default() };
    said.from = from.as_ref().map(|from| day(from, &words));
    said.until = to.as_ref().map(|to| (day(to, &words), Bound::Until));
    if let Some(written) = every {
        match repetition(&written.value) {
            Some(every) => said.every = Some(every),
            None => return unknown(words),
        }
    }
    let mut reading = judge(said, setting, phrase).unwrap_or_else(unknown);
    let plan = plan.as_ref().and_then(|plan| {
        let named = super::read(&format!("по {}", plan.value), setting);
        named.doubts.into_iter().find(|doubt| matches!(doubt, Doubt::PlanNotNamed { .. }))
    });
    reading.doubts.extend(plan.map(|_| Doubt::PlanNotNamed { words }));
    reading
}

fn day(dated: &Dated, words: &std::ops::Range<usize>) -> Stretch {
    let day = (dated.date.month(), dated.date.day());
    let years = Years::Named(vec![Year { first: dated.date.year(), school: false }]);
    Stretch::of(Piece { part: Part { first: day, last: day }, years, words: words.clone(), taken: None })
}

/// «год», «2 месяца», «half-year».
fn repetition(written: &str) -> Option<Every> {
    let english = match written.to_lowercase().as_str() {
        "year" => Some(Unit::Year),
        "half-year" => Some(Unit::Half),
        "quarter" => Some(Unit::Quarter),
        "month" => Some(Unit::Month),
        "week" => Some(Unit::Week),
        "day" => Some(Unit::Day),
        _ => None,
    };
    if let Some(unit) = english {
        return Some(Every { unit, step: 1, times: 1 });
    }
    let tokens = words::tokens(&format!("раз в {written}"));
    let mut cursor = Cursor::new(&tokens);
    cursor.times().filter(|_| cursor.at == tokens.len())
}
