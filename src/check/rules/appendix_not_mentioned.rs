//! An appendix that nothing in the order refers to.

use super::super::passages::Passage;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use crate::diagnostic::Level;
use crate::model::{Appendix, AppendixContent};
use crate::resolve::{NumberedAppendix, appendices, approved, paper_of};
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
    let (approved, mentioned) = (approved(program), mentioned(subject));
    for numbered in appendices(order, &program.municipality.layout) {
        let appendix = numbered.appendix;
        let own = paper_of(appendix, program);
        let named = names(appendix).any(|id| referred.contains(id))
            || own.is_some_and(|own| approved.contains(&own.key()));
        // A number or a bare «приложение» may mean any of them; only silence is certain.
        if named || (speaks && numbered.parent.is_some()) || mentioned.contains(&numbered.number.to_string()) {
            continue;
        }
        let message = match &numbered.parent {
            None => format!("приложение № {} не названо ни в одном пункте приказа", numbered.number),
            Some(parent) => format!("о приложении № {} к {} нигде не сказано", numbered.number, called(parent)),
        };
        let help = "утвердите его пунктом «утвердить» или сошлитесь на него: «(приложение № [[ид]])»";
        found.push(found.at(appendix.place, message).help(help));
    }
}

/// An appendix that has appendices of its own, in the dative.
fn called(numbered: &NumberedAppendix<'_>) -> String {
    let own = match (numbered.shown, numbered.number) {
        (true, number) => format!("приложению № {number}"),
        (false, _) => "единственному приложению".to_owned(),
    };
    numbered.parent.iter().fold(own, |own, parent| format!("{own} к {}", called(parent)))
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

/// The numbers of the appendices that texts name, as they are written there.
fn mentioned(subject: &Subject<'_>) -> BTreeSet<String> {
    let mut numbers = BTreeSet::new();
    for passage in speaking(subject) {
        let text = passage.text.to_lowercase();
        for rest in text.split("приложени").skip(1) {
            let rest = rest.trim_start_matches(char::is_alphabetic).trim_start_matches([' ', '\u{a0}', '№']);
            numbers.insert(rest.chars().take_while(char::is_ascii_digit).collect());
        }
    }
    numbers
}
