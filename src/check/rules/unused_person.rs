//! A person whom the program never names.

use super::super::tie::mentions::{Mentions, unused};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "unused-person",
    level: Level::Note,
    wants: &[],
    page: include_str!("unused_person.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let people = subject.whole.municipality.people.iter();
    for person in unused(subject, people, |person| person.place, Mentions::person) {
        let message = format!("{} в программе и приказе не упоминается", person.name.value.trim());
        let help = "назовите лицо в приказе (подпись, контроль, пункты) или у мероприятия – или уберите из списка «люди»";
        found.push(found.at(person.name.place, message).help(help));
    }
}
