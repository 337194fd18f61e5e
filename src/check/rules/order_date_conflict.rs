//! The order named with another date or another number than its own.

use super::super::acts::{Home, Kind, Mention, day, normal_number};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Program;

pub const RULE: Rule = Rule {
    name: "order-date-conflict",
    level: Level::Error,
    wants: &[],
    page: include_str!("order_date_conflict.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    let (Some(signed), Some(number)) = (&order.date, &order.number) else { return };
    let own = normal_number(&number.value);
    for act in subject.acts.iter().filter(|act| act.kind == Kind::Order && is_own(act, subject.whole)) {
        let (Some(date), Some(written)) = (act.date, &act.number) else { continue };
        let same = normal_number(written) == own;
        if same && date != signed.date {
            let message = format!("приказ № {own} назван от {}, а подписан {}", day(date), day(signed.date));
            let help = "исправьте дату или уберите отметку: она ставится сама";
            found.push(act.quoted(found.at(act.place, message).help(help).also(signed.place, "дата приказа")));
        } else if !same && date == signed.date && act.home == Home::Mark {
            let message = format!("в отметке стоит номер {written}, а номер приказа – {own}");
            let help = "исправьте номер или уберите отметку: она ставится сама";
            found.push(act.quoted(found.at(act.place, message).help(help).also(number.place, "номер приказа")));
        }
    }
}

/// Beginnings of the posts that an order may be called after.
const HEADS: [&str; 3] = ["предс", "начал", "руков"];

/// Whether the words after «приказ» name no body, or the one that issues this order.
fn is_own(act: &Mention, program: &Program) -> bool {
    let issuer = program.municipality.issuer.as_ref();
    let names = issuer.into_iter().flat_map(|issuer| [&issuer.name, &issuer.genitive]).flatten();
    let stems = |text: &str| -> Vec<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.map(|word| word.to_lowercase().chars().take(5).collect()).collect()
    };
    let body = stems(&act.body);
    let own: Vec<String> = names.flat_map(|name| stems(&name.value)).collect();
    act.home == Home::Mark || body.iter().all(|word| own.contains(word) || HEADS.contains(&word.as_str()))
}
