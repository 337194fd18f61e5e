//! Deadlines that are given as fields: no phrase is to be understood but how often.

use super::judge::judge;
use super::phrase::{Bound, Every, Part, Piece, Stretch, Unit, Year, Years};
use super::said::Said;
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

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;
    use crate::diagnostic::{Files, Place};
    use crate::model::{Span, TermKind, Text};
    use jiff::civil::date;

    #[test]
    fn fields_are_read_without_their_phrase() {
        let place = Place::new(Files::default().add("a.yaml", "срок"), 0, 0);
        let dated = |year: i16, month: i8| Dated { date: date(year, month, 1), text: String::new(), place };
        let text = |value: &str| Text { value: value.to_owned(), place };
        let term = Span { from: date(2021, 1, 1), to: date(2024, 12, 31), kind: TermKind::Years };
        let setting = Setting { term: Some(term), ..Setting::default() };
        let (first, last) = (Some(dated(2021, 9)), Some(dated(2022, 9)));
        for (from, to, every, plan, kind, count, doubts) in [
            (first.clone(), last.clone(), None, None, Kind::Interval, 0, vec![]),
            (first.clone(), None, None, None, Kind::Open, 0, vec![]),
            (None, last.clone(), None, None, Kind::Point, 0, vec![]),
            (first.clone(), last.clone(), Some("квартал"), None, Kind::Recurring, 5, vec![]),
            (None, None, Some("month"), None, Kind::Recurring, 48, vec![]),
            (None, None, Some("две недели"), None, Kind::Recurring, 105, vec![]),
            (last, first, None, None, Kind::Interval, 0, vec!["backwards"]),
            (None, None, None, Some("плану СОИРО"), Kind::External, 0, vec![]),
            (None, None, None, Some("плану работы"), Kind::External, 0, vec!["plan-not-named"]),
            (None, None, Some("пятницу"), None, Kind::Recurring, 209, vec![]),
            (None, None, Some("мебель"), None, Kind::Unknown, 0, vec!["unknown"]),
        ] {
            let (every, plan) = (every.map(text), plan.map(text));
            let form = DeadlineForm::Fields { from, to, every, plan, place };
            let reading = of(&Deadline { text: text("напечатано"), form }, &setting);
            let names: Vec<_> = reading.doubts.iter().map(Doubt::name).collect();
            assert_eq!((reading.kind, reading.occurrences.len(), names), (kind, count, doubts));
        }
    }
}
