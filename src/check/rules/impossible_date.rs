//! A day that no calendar has.

use super::super::acts::marks;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::days::{Fault, NoDay, impossible};
use super::super::text::form::Traits;
use crate::diagnostic::{Level, Place};
use crate::limits;
use crate::model::MONTHS;

pub const RULE: Rule =
    Rule { name: "impossible-date", level: Level::Error, wants: &[], page: include_str!("impossible_date.md"), check };

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let dated = subject.passages.iter().filter(|passage| passage.words.traits.has(Traits::DIGIT));
    for passage in dated {
        tell(&passage.text, &passage.words.shown(&passage.text), passage.place, found);
    }
    for mark in subject.order.into_iter().flat_map(marks) {
        tell(&mark.value, &mark.value, mark.place, found);
    }
}

/// Tells the days of a text; `shown` is it without references.
fn tell(text: &str, shown: &str, place: Place, found: &mut Found<'_>) {
    for NoDay { at, fault } in impossible(shown).into_iter().take(limits::ALIKE) {
        let message = format!("такого дня нет: {}", quoted(&text[at.clone()]));
        let finding = found.at(place, message).help(advice(fault));
        found.push(finding.marked(text, at, None));
    }
}

/// A day in quotation marks; the number of one may have its own: «31» июня.
fn quoted(day: &str) -> String {
    let inner = day.contains('»') && !day.contains('«');
    format!("«{}{day}»", if inner { "«" } else { "" })
}

/// What is to be done about a day.
fn advice(fault: Fault) -> String {
    match fault {
        Fault::Day { last, month, year } => {
            let year = year.map(|year| format!(" {year} г.")).unwrap_or_default();
            let month = MONTHS[usize::from(month.unsigned_abs()) - 1];
            format!("исправьте число или месяц: последний день – {last} {month}{year}")
        }
        Fault::Month => "исправьте месяц: их двенадцать".to_owned(),
        Fault::Year => "исправьте год: в нём четыре цифры".to_owned(),
    }
}
