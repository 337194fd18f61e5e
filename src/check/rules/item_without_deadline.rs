//! A task of the order without a deadline.

use super::super::enacting::{amends, enacts};
use super::super::text::fold::brief;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tasks::{asks, tells_when};
use crate::diagnostic::{Finding, Level, Place};
use crate::model::{Item, ItemKind, Text};

pub const RULE: Rule = Rule {
    name: "item-without-deadline",
    level: Level::Note,
    wants: &[],
    page: include_str!("item_without_deadline.md"),
    check,
};

/// A task: its words, and whether it says when.
struct Task<'o> {
    text: &'o Text,
    timed: bool,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    for item in &order.items {
        if item.text.as_ref().is_some_and(|text| amends(&text.value)) {
            continue;
        }
        let under = tasks_under(item);
        let timed = is_timed(item);
        let some = under.iter().any(|task| task.timed);
        for task in under.iter().filter(|task| some && !task.timed && !timed && !enacts(&task.text.value)) {
            let finding = missing(task.text.place, &task.text.value, found);
            found.push(Finding { level: Level::Warning, ..finding });
        }
        if let (Some(text), false, false) = (&item.text, timed, some)
            && is_task(item)
        {
            found.push(missing(text.place, &text.value, found));
        }
    }
}

/// Whether an item gives a task that has an end.
fn is_task(item: &Item) -> bool {
    if item.text.as_ref().is_some_and(|text| enacts(&text.value)) {
        return false;
    }
    let advised = |text: &Text| text.value.to_lowercase().starts_with("рекоменд");
    let asked = item.text.as_ref().is_some_and(|text| asks(&text.value).is_some() && !advised(text));
    match item.kind {
        ItemKind::Assign(_) => true,
        ItemKind::Plain => asked || item.items.iter().any(is_task),
        ItemKind::Approve(_) | ItemKind::Appoint(_) | ItemKind::Recommend(_) => false,
    }
}

fn is_timed(item: &Item) -> bool {
    item.deadline.is_some() || item.text.as_ref().is_some_and(|text| tells_when(&text.value))
}

/// The tasks under an item: its own items and dashes.
fn tasks_under(item: &Item) -> Vec<Task<'_>> {
    let recommended = matches!(item.kind, ItemKind::Recommend(_));
    let items = item.items.iter().filter(|_| !recommended).filter_map(|inner| {
        let timed = is_timed(inner) || tasks_under(inner).iter().any(|task| task.timed);
        let open = matches!(inner.kind, ItemKind::Plain | ItemKind::Assign(_));
        inner.text.as_ref().filter(|_| open || timed).map(|text| Task { text, timed })
    });
    let dashes = item.dashes.iter().map(|dash| Task {
        text: &dash.text,
        timed: dash.deadline.is_some() || tells_when(&dash.text.value),
    });
    items.chain(dashes).collect()
}

fn missing(place: Place, text: &str, found: &Found<'_>) -> Finding {
    let message = format!("у поручения «{}» нет срока", brief(text));
    found.at(place, message).help("допишите «срок: до 15 сентября 2021 г.» или «срок: ежегодно, май»")
}
