//! A party that the program never names.

use super::super::text::fold::brief;
use super::super::tie::mentions::{Mentions, unused};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::PartyKind;

pub const RULE: Rule = Rule {
    name: "unused-party",
    level: Level::Note,
    wants: &[],
    page: include_str!("unused_party.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let parties = subject.whole.municipality.parties.iter().filter(|party| party.kind == PartyKind::Organisation);
    for party in unused(subject, parties, |party| party.place, Mentions::party) {
        let message = format!("сторона «{}» в программе не упоминается", brief(&party.name.value));
        let help = "укажите ее у мероприятий или уберите из списка «стороны»";
        found.push(found.at(party.name.place, message).help(help));
    }
}
