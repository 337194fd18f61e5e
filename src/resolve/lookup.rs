//! What an id, a number or a name stands for.

use crate::model::{Act, Appendix, BuiltIn, Goal, Id, Names, Paper, PaperKey, Party, Person, Program, Task, TaskAt};

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
    /// Which paper it is.
    pub fn key(self) -> PaperKey {
        match self {
            Self::BuiltIn(built_in, program) => {
                PaperKey::BuiltIn(built_in, program.edition.as_ref().map(|id| id.value.clone()))
            }
            Self::Own(paper) => PaperKey::Own(paper.id.value.clone()),
            Self::Appendix(appendix) => PaperKey::Appendix(appendix.place),
        }
    }
}

fn id(id: Option<&Id>) -> Option<&str> {
    id.map(|id| id.value.as_str())
}

/// The task of this id or number, with its number from 1.
pub fn task<'a>(program: &'a Program, written: &str) -> Option<(usize, &'a Task)> {
    let names = program.directory.tasks.get_or_init(|| {
        let of_goal = |(at, goal): (usize, &'a Goal)| goal.tasks.iter().enumerate().map(move |own| (Some(at), own));
        let of_goals = program.goals.iter().enumerate().flat_map(of_goal);
        let all: Vec<_> = of_goals.chain(program.tasks.iter().enumerate().map(|own| (None, own))).collect();
        let numbers: Vec<String> = (1..=all.len()).map(|number| number.to_string()).collect();
        Names::of(all.into_iter().zip(&numbers).enumerate().map(|(before, ((goal, (index, task)), number))| {
            let at = TaskAt { number: before + 1, goal, index };
            (at, id(task.id.as_ref()).into_iter().chain([number.as_str()]))
        }))
    });
    let at = names.get(written)?;
    let tasks = at.goal.map_or(&program.tasks, |goal| &program.goals[goal].tasks);
    Some((at.number, &tasks[at.index]))
}

/// The person of this id or name.
pub fn person<'a>(program: &'a Program, written: &str) -> Option<&'a Person> {
    let people = &program.municipality.people;
    let names = program.directory.people.get_or_init(|| {
        let names = |person: &'a Person| id(person.id.as_ref()).into_iter().chain([person.name.value.as_str()]);
        Names::of(people.iter().map(names).enumerate())
    });
    people.get(*names.get(written)?)
}

/// The party or school of this id, name or short name.
pub fn party<'a>(program: &'a Program, written: &str) -> Option<&'a Party> {
    let parties = &program.municipality.parties;
    let names = program.directory.parties.get_or_init(|| {
        let names = |party: &'a Party| {
            let short = party.short.as_ref().map(|short| short.value.as_str());
            id(party.id.as_ref()).into_iter().chain([party.name.value.as_str()]).chain(short)
        };
        Names::of(parties.iter().map(names).enumerate())
    });
    parties.get(*names.get(written)?)
}

/// The legal act of this id.
pub fn act<'a>(program: &'a Program, written: &str) -> Option<&'a Act> {
    let ids = || Names::of(program.acts.iter().map(|act| id(act.id.as_ref())).enumerate());
    program.acts.get(*program.directory.acts.get_or_init(ids).get(written)?)
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
    let ids = || Names::of(program.papers.iter().map(|paper| [paper.id.value.as_str()]).enumerate());
    if let Some(own) = program.directory.papers.get_or_init(ids).get(written) {
        return Some(PaperRef::Own(&program.papers[*own]));
    }
    let order = program.order.as_ref()?;
    let ids = || {
        let mut all = Vec::new();
        gather(&order.appendices, &[], &mut all);
        Names::of(all)
    };
    let (last, above) = program.directory.appendices.get_or_init(ids).get(written)?.split_last()?;
    let beside = above.iter().fold(&order.appendices, |within, index| &within[*index].appendices);
    Some(PaperRef::Appendix(&beside[*last]))
}

/// Adds the ids of appendices and of those within them, each with the indices on its way.
fn gather<'a>(appendices: &'a [Appendix], above: &[usize], all: &mut Vec<(Vec<usize>, Option<&'a str>)>) {
    for (index, appendix) in appendices.iter().enumerate() {
        let own = [above, &[index]].concat();
        all.push((own.clone(), id(appendix.id.as_ref())));
        gather(&appendix.appendices, &own, all);
    }
}
