//! What an id, a number or a name stands for.

use crate::model::{Act, Appendix, BuiltIn, Id, Paper, Party, Person, Program, Task};

/// A paper that a link names.
#[derive(Debug, Clone, Copy)]
pub enum PaperRef<'a> {
    /// A paper made from the model, of the program or of an edition of it.
    BuiltIn(BuiltIn, &'a Program),
    /// A paper of the municipality's own.
    Own(&'a Paper),
    /// An appendix with a text of its own.
    Appendix(&'a Appendix),
}

impl PaperRef<'_> {
    /// Whether both name the same paper.
    pub fn same(self, other: PaperRef<'_>) -> bool {
        match (self, other) {
            (Self::BuiltIn(a, one), PaperRef::BuiltIn(b, two)) => {
                a == b && id(one.edition.as_ref()) == id(two.edition.as_ref())
            }
            (Self::Own(one), PaperRef::Own(two)) => one.id.value == two.id.value,
            (Self::Appendix(one), PaperRef::Appendix(two)) => one.place == two.place,
            (Self::BuiltIn(..) | Self::Own(_) | Self::Appendix(_), _) => false,
        }
    }
}

fn id(id: Option<&Id>) -> Option<&str> {
    id.map(|id| id.value.as_str())
}

/// The task of this id or number, with its number from 1.
pub fn task<'a>(program: &'a Program, written: &str) -> Option<(usize, &'a Task)> {
    let mut tasks = program.all_tasks().enumerate().map(|(index, task)| (index + 1, task));
    let counted = written.starts_with(|sign: char| sign.is_ascii_digit());
    tasks.find(|(number, task)| id(task.id.as_ref()) == Some(written) || (counted && number.to_string() == written))
}

/// The person of this id or name.
pub fn person<'a>(program: &'a Program, written: &str) -> Option<&'a Person> {
    program
        .municipality
        .people
        .iter()
        .find(|person| id(person.id.as_ref()) == Some(written) || person.name.value == written)
}

/// The party or school of this id, name or short name.
pub fn party<'a>(program: &'a Program, written: &str) -> Option<&'a Party> {
    program.municipality.parties.iter().find(|party| {
        id(party.id.as_ref()) == Some(written)
            || party.name.value == written
            || party.short.as_ref().is_some_and(|short| short.value == written)
    })
}

/// The legal act of this id.
pub fn act<'a>(program: &'a Program, written: &str) -> Option<&'a Act> {
    program.acts.iter().find(|act| id(act.id.as_ref()) == Some(written))
}

/// The paper of this name or id: «программа», «программа/2022», «дорожная карта», the id of a paper or appendix.
pub fn paper<'a>(program: &'a Program, written: &str) -> Option<PaperRef<'a>> {
    let (name, edition) = match written.split_once('/') {
        Some((name, edition)) => (name.trim(), Some(edition.trim())),
        None => (written, None),
    };
    let built_in = match name {
        "программа" | "program" => Some(BuiltIn::Program),
        "паспорт" | "passport" => Some(BuiltIn::Passport),
        "дорожная карта" | "roadmap" => Some(BuiltIn::Roadmap),
        _ => None,
    };
    if let Some(built_in) = built_in {
        let program = program.edition(edition)?;
        let present = match built_in {
            BuiltIn::Program => true,
            BuiltIn::Passport => program.passport.is_some(),
            BuiltIn::Roadmap => program.roadmap.is_some(),
        };
        return present.then_some(PaperRef::BuiltIn(built_in, program));
    }
    if let Some(own) = program.papers.iter().find(|paper| paper.id.value == written) {
        return Some(PaperRef::Own(own));
    }
    let order = program.order.as_ref()?;
    find_appendix(&order.appendices, written).map(PaperRef::Appendix)
}

fn find_appendix<'a>(appendices: &'a [Appendix], written: &str) -> Option<&'a Appendix> {
    appendices.iter().find_map(|appendix| {
        if id(appendix.id.as_ref()) == Some(written) {
            Some(appendix)
        } else {
            find_appendix(&appendix.appendices, written)
        }
    })
}
