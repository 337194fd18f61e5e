//! A school that the program never names.

use super::super::text::fold::brief;
use super::super::tie::mentions::{Mentions, unused};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::PartyKind;

pub const RULE: Rule = Rule {
    name: "unused-school",
    level: Level::Note,
    wants: &[],
    page: include_str!("unused_school.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let schools = subject.whole.municipality.parties.iter().filter(|party| party.kind == PartyKind::School);
    for school in unused(subject, schools, |school| school.place, Mentions::party) {
        let message = format!("школа «{}» в программе не упоминается", brief(&school.name.value));
        let help = "укажите ее у мероприятий или в тексте, кто участвует в программе, – или уберите из списка «школы»";
        found.push(found.at(school.name.place, message).help(help));
    }
}
