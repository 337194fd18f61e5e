//! An appendix that the order speaks of and does not have.

use super::super::enacting::amends;
use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use crate::diagnostic::{Level, Place};
use crate::model::{Appendix, Item, ItemKind, PaperKey};
use crate::resolve::{PaperRef, paper, paper_of};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub const RULE: Rule = Rule {
    name: "missing-appendix",
    level: Level::Warning,
    wants: &[],
    page: include_str!("missing_appendix.md"),
    check,
};

/// «приложение № 2», «приложению 2»; the words after it say to what.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bприложени[Ѐ-ӿa-z0-9_]+\s*(?:№\s*)?(?P<number>[0-9]{1,2})\b(?P<to>\s+к\s+[Ѐ-ӿa-z0-9_]+(?:\s+[Ѐ-ӿa-z0-9_]+)?)?")
        .expect("the pattern of appendices is sound")
});

/// What an order may be that speaks of itself.
const OWN: [&str; 4] = ["приказ", "постановлен", "распоряжен", "решени"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(order) = subject.order else { return };
    let there = order.appendices.len();
    let mut amending = BTreeSet::new();
    order.items.iter().for_each(|item| texts_that_amend(item, false, &mut amending));
    for passage in subject.passages.iter().filter(|passage| passage.words.traits.has(Traits::APPENDIX)) {
        for captures in NUMBERED.captures_iter(&passage.text) {
            let to = captures.name("to").map_or("", |to| to.as_str()).to_lowercase();
            // What is no appendix of this very order is counted elsewhere.
            let amends = amending.contains(&passage.place);
            let own = to.contains("настоящ") && OWN.iter().any(|act| to.contains(act));
            let ours = if to.is_empty() { passage.role == Role::Item } else { to.contains("приказ") };
            let ours = own || (ours && !amends);
            let number: usize = captures["number"].parse().unwrap_or_default();
            if !ours || to.contains("приказу мин") || number <= there {
                continue;
            }
            let message = format!("приложения № {number} у приказа нет: {}", counted(there));
            let help = "добавьте его в «приложения» или исправьте номер; номер по иду ставится сам: «№ [[ид]]»";
            found.push(found.at(passage.place, message).help(help).quote(&captures[0]));
        }
    }
    let mut attached = BTreeSet::new();
    gather(&order.appendices, subject, &mut attached);
    order.items.iter().for_each(|item| unattached(item, there, &attached, subject, found));
}

/// Gathers the texts of items that change another act, and of those under them: the appendices there are its own.
fn texts_that_amend(item: &Item, within: bool, all: &mut BTreeSet<Place>) {
    let within = within || item.text.as_ref().is_some_and(|text| amends(&text.value));
    if within {
        all.extend(item.text.iter().chain(item.dashes.iter().map(|dash| &dash.text)).map(|text| text.place));
    }
    item.items.iter().for_each(|inner| texts_that_amend(inner, within, all));
}

/// How many appendices there are.
fn counted(there: usize) -> String {
    match there {
        0 => "приложений нет".into(),
        1 => "приложение одно".into(),
        some => format!("приложений {some}"),
    }
}

/// Finds approved papers that are not attached. An order without appendices may say in words of its own where the paper
/// is.
fn unattached(item: &Item, there: usize, attached: &BTreeSet<PaperKey>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if let ItemKind::Approve(approvals) = &item.kind {
        let own = there == 0 && item.text.is_some();
        for approval in approvals.iter().filter(|approval| !own && (there > 0 || approval.text.is_none())) {
            let Some(approved) = paper(subject.whole, &approval.paper.written) else { continue };
            if !attached.contains(&approved.key()) {
                let lacks = if there > 0 { "среди приложений этого нет" } else { "приложений у приказа нет" };
                let message = format!("«{}» утверждается, но {lacks}", approval.paper.written);
                let help = format!("добавьте «{}» в «приложения»", approval.paper.written);
                found.push(found.at(approval.paper.place, message).help(help));
            }
        }
    }
    item.items.iter().for_each(|inner| unattached(inner, there, attached, subject, found));
}

/// Adds the papers that appendices and theirs are.
fn gather(appendices: &[Appendix], subject: &Subject<'_>, attached: &mut BTreeSet<PaperKey>) {
    for appendix in appendices {
        attached.extend(paper_of(appendix, subject.whole).map(PaperRef::key));
        gather(&appendix.appendices, subject, attached);
    }
}
