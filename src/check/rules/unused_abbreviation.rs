//! An abbreviation that stands in the list and nowhere else.

use super::super::tie::mentions::{Mentions, unused};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Text;

pub const RULE: Rule = Rule {
    name: "unused-abbreviation",
    level: Level::Note,
    wants: &[],
    page: include_str!("unused_abbreviation.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let abbreviations = subject.whole.municipality.abbreviations.iter().map(|(short, _)| short);
    let used = |mentions: &Mentions<'_>, short: &Text| mentions.abbreviation(&short.value);
    for short in unused(subject, abbreviations, |short| short.place, used) {
        let message = format!("сокращение «{}» в программе не встречается", short.value.trim());
        found.push(found.at(short.place, message).help("уберите его из списка «сокращения»"));
    }
}
