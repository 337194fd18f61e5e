//! An appendix that nothing in the order refers to.

use super::super::passages::Passage;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use crate::diagnostic::Level;
use crate::model::{Appendix, AppendixContent, Item, ItemKind, Program};
use crate::resolve::{PaperRef, appendices, paper};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "appendix-not-mentioned",
    level: Level::Warning,
    wants: &[],
    page: include_str!("appendix_not_mentioned.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let (Some(order), program) = (subject.order, subject.whole) else { return };
    let referred: BTreeSet<&str> = program.references.iter().map(|reference| reference.id.as_str()).collect();
    let speaks = speaking(subject).next().is_some();
    let mut approved = Vec::new();
    order.items.iter().for_each(|item| approved_by(item, &mut approved));
    let approved: Vec<PaperRef<'_>> = approved.into_iter().filter_map(|written| paper(program, written)).collect();
    for numbered in appendices(order, &program.municipality.layout) {
        let appendix = numbered.appendix;
        let own = paper_of(appendix, program);
        let named = names(appendix).any(|id| referred.contains(id))
            || own.is_some_and(|own| approved.iter().any(|paper| paper.same(own)));
        // A number or a bare «приложение» may mean any of them; only silence is certain.
        if named || (speaks && numbered.parent.is_some()) || mentioned_by_number(subject, numbered.number) {
            continue;
        }
        let message = match &numbered.parent {
            None => format!("приложение № {} не названо ни в одном пункте приказа", numbered.number),
            Some(_) => format!("о приложении № {} к приложению нигде не сказано", numbered.number),
        };
        let help = "утвердите его пунктом «утвердить» или сошлитесь на него: «(приложение № [[ид]])»";
        found.push(found.at(appendix.place, message).help(help));
    }
}

/// The papers that an item and those under it approve.
fn approved_by<'o>(item: &'o Item, all: &mut Vec<&'o str>) {
    if let ItemKind::Approve(approvals) = &item.kind {
        all.extend(approvals.iter().map(|approval| approval.paper.written.as_str()));
    }
    item.items.iter().for_each(|inner| approved_by(inner, all));
}

/// The paper that an appendix is.
fn paper_of<'a>(appendix: &'a Appendix, program: &'a Program) -> Option<PaperRef<'a>> {
    match &appendix.content {
        AppendixContent::Paper(link) => paper(program, &link.written),
        AppendixContent::Text { .. } => Some(PaperRef::Appendix(appendix)),
    }
}

/// The names by which a reference may mean an appendix.
fn names(appendix: &Appendix) -> impl Iterator<Item = &str> {
    let paper = match &appendix.content {
        AppendixContent::Paper(link) => Some(link.written.as_str()),
        AppendixContent::Text { .. } => None,
    };
    appendix.id.iter().map(|id| id.value.as_str()).chain(paper)
}

/// The texts that speak of appendices.
fn speaking<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s Passage<'s>> {
    subject.passages.iter().filter(|passage| passage.words.traits.has(Traits::APPENDIX))
}

/// Whether a text names the appendix of this number.
fn mentioned_by_number(subject: &Subject<'_>, number: usize) -> bool {
    let number = number.to_string();
    speaking(subject).any(|passage| {
        let text = passage.text.to_lowercase();
        let mut after = text.split("приложени").skip(1);
        after.any(|rest| {
            let rest = rest.trim_start_matches(char::is_alphabetic).trim_start_matches([' ', '\u{a0}', '№']);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits == number
        })
    })
}
