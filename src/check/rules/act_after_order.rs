//! An act that is younger than the order that rests on it.

use super::super::acts::{Home, day, normal_number};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};

pub const RULE: Rule = Rule {
    name: "act-after-order",
    level: Level::Warning,
    wants: &[],
    page: include_str!("act_after_order.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    let Some(signed) = &order.date else { return };
    let own = order.number.as_ref().map(|number| normal_number(&number.value));
    for act in &subject.acts {
        let Some(date) = act.date.filter(|date| *date > signed.date) else { continue };
        let number = act.number.as_ref().map(|number| normal_number(number));
        // The order itself under another date is a finding of its own.
        if number.is_some() && number == own {
            continue;
        }
        let message = format!("акт от {} позже приказа от {}", day(date), day(signed.date));
        let help = "проверьте дату акта: на день подписания приказа такого акта еще не было";
        let finding = act.quoted(found.at(act.place, message).help(help).also(signed.place, "дата приказа"));
        let level = if act.home == Home::Ground { Level::Error } else { Level::Warning };
        found.push(Finding { level, ..finding });
    }
}
