//! An item of the order that gives nobody its task.

use super::super::enacting::enacts;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tasks::{asks, names_executor};
use crate::diagnostic::Level;
use crate::model::{Item, ItemKind};

pub const RULE: Rule = Rule {
    name: "item-without-executor",
    level: Level::Warning,
    wants: &[],
    page: include_str!("item_without_executor.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    for item in order.items.iter().filter(|item| item.kind == ItemKind::Plain) {
        let Some(text) = &item.text else { continue };
        let Some(verb) = asks(&text.value) else { continue };
        if enacts(&text.value) || names_executor(&text.value) || item.items.iter().any(given) {
            continue;
        }
        let message = format!("не сказано, кому поручено «{verb}»");
        let help = "назовите исполнителя: «поручить: ид» и «текст: …» или начните пункт с него: «Руководителям школ …»";
        found.push(found.at(text.place, message).help(help).quote(verb));
    }
}

/// Whether an item under another names who is to do it.
fn given(item: &Item) -> bool {
    item.kind != ItemKind::Plain || item.text.as_ref().is_some_and(|text| names_executor(&text.value))
}
