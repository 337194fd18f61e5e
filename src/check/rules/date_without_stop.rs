//! A date whose «г» lacks its full stop.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "date-without-stop",
    level: Level::Note,
    wants: &[],
    page: include_str!("date_without_stop.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let of_order = subject.order.and_then(|order| order.date.as_ref());
    let of_acts = subject.program.acts.iter().filter_map(|act| act.date.as_ref());
    for date in of_order.into_iter().chain(of_acts) {
        let text = date.text.trim_end();
        if text.ends_with(" г") {
            let message = format!("в дате «{text}» после «г» нет точки");
            found.push(found.at(date.place, message).help("допишите точку: «г.»").mend(&date.text, 0..text.len(), format!("{text}.")));
        }
    }
}
