//! A requisite or a part that the standard wants of an order and the order lacks.

use super::super::acts::kind_of;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};
use crate::document::block_text;
use crate::model::{Degree, Order};

pub const RULE: Rule = Rule {
    name: "missing-order-part",
    level: Level::Error,
    wants: &["order.date", "order.number", "order.heading", "order.basis", "order.control", "order.signature"],
    page: include_str!("missing_order_part.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    let parts = [
        ("order.date", order.date.is_some(), "нет даты", "добавьте в «приказ» строку «дата: 02.08.2021»"),
        ("order.number", order.number.is_some(), "нет номера", "добавьте в «приказ» строку «номер: 226»"),
        (
            "order.heading",
            order.heading.is_some(),
            "нет заголовка",
            "добавьте в «приказ» строку «заголовок: Об утверждении …»",
        ),
        (
            "order.control",
            order.control.is_some() || speaks_of_control(order),
            "не сказано, кто следит за исполнением",
            "добавьте в «приказ» строку «контроль: оставляю за собой» или ид того, на кого он возложен",
        ),
        (
            "order.signature",
            order.signature.is_some(),
            "нет подписи",
            "добавьте в «приказ» строку «подпись» с идом того, кто подписывает",
        ),
    ];
    for (thing, present, what, help) in parts {
        if !present {
            let finding = found.at(order.place, format!("у приказа {what}")).help(help);
            found.wanted(subject.wants(thing), finding);
        }
    }
    if !has_basis(order) {
        let help = "добавьте «основания»: закон, программу области или приказ, во исполнение которого он издан";
        let wanted = subject.wants("order.basis");
        // A purpose alone is a lawful beginning of an order of the head's own will.
        if order.purpose.is_some() && wanted != Degree::Optional {
            let what = "в приказе названа цель, но не назван акт, на основании которого он издан";
            let finding = found.at(order.place, what).help(help);
            found.push(Finding { level: Level::Note, ..finding });
        } else {
            found.wanted(wanted, found.at(order.place, "у приказа нет основания").help(help));
        }
    }
}

/// Whether an item lays the control on someone in words of its own.
fn speaks_of_control(order: &Order) -> bool {
    let texts = order.items.iter().filter_map(|item| item.text.as_ref());
    texts.into_iter().any(|text| text.value.trim_start().to_lowercase().starts_with("контрол"))
}

/// Whether the order names what it rests on.
fn has_basis(order: &Order) -> bool {
    const LEADS: [&str; 6] =
        ["на основании", "во исполнение", "в соответствии", "руководствуясь", "согласно", "в связи с"];
    let preamble = order.preamble.iter().map(|preamble| block_text(&preamble.blocks));
    !order.basis.is_empty()
        || preamble.into_iter().any(|text| {
            let lower = text.to_lowercase();
            LEADS.iter().any(|lead| lower.contains(lead)) || kind_of(&text).is_some()
        })
}
