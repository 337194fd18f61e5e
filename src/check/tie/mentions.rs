//! What a program with its editions and its order mentions: by a link, or in words in any case form.

use super::super::passages::passages;
use super::super::subject::Subject;
use super::super::text::fold::lower;
use crate::diagnostic::Place;
use crate::model::{
    Control, Indicator, Item, ItemKind, Link, Measure, Order, Party, Passport, Person, Program, Responsible,
};
use std::collections::{BTreeMap, BTreeSet};

/// The links and the words of a program.
#[derive(Debug)]
pub struct Mentions {
    links: BTreeSet<String>,
    /// The words as written; an empty one parts the texts.
    words: Vec<String>,
    /// Where the words begin with these letters.
    heads: BTreeMap<String, Vec<usize>>,
    /// The words of the names of parties and posts.
    names: Vec<Vec<String>>,
}

impl Mentions {
    /// All that the whole program mentions, whichever edition of it is looked at.
    fn of(subject: &Subject<'_>) -> Self {
        let program = subject.whole;
        let mut mentions =
            Self { links: BTreeSet::new(), words: Vec::new(), heads: BTreeMap::new(), names: Vec::new() };
        for edition in std::iter::once(program).chain(&program.editions) {
            mentions.links.extend(links(edition).into_iter().map(|link| link.written.clone()));
            for passage in passages(edition, None) {
                mentions.text(&passage.text);
            }
        }
        for passage in passages(program, program.order.as_ref()) {
            mentions.text(&passage.text);
        }
        program.order.iter().flat_map(of_order).for_each(|link| _ = mentions.links.insert(link.written.clone()));
        let municipality = &program.municipality;
        for party in &municipality.parties {
            mentions.links.extend(party.head.iter().map(|head| head.written.clone()));
            std::iter::once(&party.name).chain(&party.short).for_each(|name| mentions.abbreviations_of(&name.value));
        }
        let posts = municipality.people.iter().filter_map(|person| person.post.as_ref());
        posts.for_each(|post| mentions.abbreviations_of(&post.name.value));
        let issuer = municipality.issuer.iter().flat_map(|issuer| issuer.name.iter().chain(&issuer.genitive));
        issuer.for_each(|text| mentions.text(&text.value));
        mentions
    }

    /// Whether a party is named, by its id or by one of its names.
    pub fn party(&self, party: &Party) -> bool {
        let id = party.id.as_ref().map(|id| id.value.as_str());
        let names = [Some(party.name.value.as_str()), party.short.as_ref().map(|short| short.value.as_str())];
        id.is_some_and(|id| self.links.contains(id))
            || names.into_iter().flatten().any(|name| self.links.contains(name) || self.names(name))
    }

    /// Whether a person is named, by the id or by the surname.
    pub fn person(&self, person: &Person) -> bool {
        let id = person.id.as_ref().map(|id| id.value.as_str());
        let surname = words(&person.name.value).max_by_key(|word| word.chars().count()).unwrap_or_default();
        id.is_some_and(|id| self.links.contains(id)) || self.links.contains(&person.name.value) || self.names(surname)
    }

    /// Whether an abbreviation stands in a text, or in the name of a party or a post.
    pub fn abbreviation(&self, short: &str) -> bool {
        let short: Vec<&str> = words(short).collect();
        let named = self.names.iter().any(|name| name.windows(short.len().max(1)).any(|window| window == short));
        named || self.stands(&short, |word, wanted| word == wanted)
    }

    /// The name of a party or a post mentions abbreviations, but not the party itself.
    fn abbreviations_of(&mut self, name: &str) {
        self.names.push(words(name).map(str::to_owned).collect());
    }

    fn text(&mut self, text: &str) {
        for word in words(text) {
            self.heads.entry(head(&lower(word))).or_default().push(self.words.len());
            self.words.push(word.to_owned());
        }
        self.words.push(String::new());
    }

    /// Whether these words stand somewhere, whatever their endings.
    fn names(&self, name: &str) -> bool {
        let stems: Vec<String> = words(name).map(|word| stem(&lower(word))).collect();
        let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
        self.stands(&stems, |word, stem| lower(word).starts_with(stem))
    }

    /// Whether words stand one after another that fit the wanted ones.
    fn stands(&self, wanted: &[&str], fits: impl Fn(&str, &str) -> bool) -> bool {
        let Some(head) = wanted.first().map(|first| head(&lower(first))) else { return false };
        let near = self.heads.range(head.clone()..).take_while(|(known, _)| known.starts_with(&head));
        near.flat_map(|(_, starts)| starts).any(|start| {
            let text = self.words[*start..].iter().take(wanted.len());
            text.len() == wanted.len() && text.zip(wanted).all(|(word, wanted)| fits(word, wanted))
        })
    }
}

/// The things that no other program inherits and this one does not mention; told once, not for each edition.
pub fn unused<'a, T>(
    subject: &Subject<'_>,
    things: impl Iterator<Item = &'a T>,
    place: impl Fn(&T) -> Place,
    used: impl Fn(&Mentions, &T) -> bool,
) -> Vec<&'a T> {
    let shared = &subject.whole.municipality.shared;
    let own: Vec<_> = things.filter(|thing| !shared.contains(&place(thing).file)).collect();
    if own.is_empty() || subject.is_edition() {
        return Vec::new();
    }
    let mentions = Mentions::of(subject);
    own.into_iter().filter(|thing| !used(&mentions, thing)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The letters by which a word is looked up.
fn head(word: &str) -> String {
    word.chars().take(3).collect()
}

/// A word without what may be its ending.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    let ending = match length {
        0..4 => 0,
        4 => 1,
        5..8 => 2,
        _ => 3,
    };
    word.chars().take(length - ending).collect()
}

/// The links of a program or an edition that may name a party or a person.
fn links(program: &Program) -> Vec<&Link> {
    let mut all = Vec::new();
    let sections = program.roadmap.iter().flat_map(|roadmap| &roadmap.sections);
    sections
        .flat_map(|section| &section.stages)
        .flat_map(|stage| &stage.measures)
        .for_each(|own| measure(own, &mut all));
    program.indicators.iter().for_each(|own| indicator(own, &mut all));
    if let Some(Passport { basis, customer, developers, executors, mechanisms, funding, control, .. }) =
        &program.passport
    {
        let rows = [basis, customer, developers, executors, mechanisms, funding, control];
        all.extend(rows.into_iter().flatten().filter_map(|part| part.party.as_ref()));
    }
    all
}

fn measure<'a>(own: &'a Measure, all: &mut Vec<&'a Link>) {
    responsible(&own.responsible, all);
    own.children.iter().for_each(|child| measure(child, all));
}

fn indicator<'a>(own: &'a Indicator, all: &mut Vec<&'a Link>) {
    responsible(&own.responsible, all);
    own.children.iter().for_each(|child| indicator(child, all));
}

fn responsible<'a>(responsible: &'a [Responsible], all: &mut Vec<&'a Link>) {
    all.extend(responsible.iter().filter_map(|own| match own {
        Responsible::Party(link) | Responsible::Person(link) => Some(link),
        Responsible::Text(_) => None,
    }));
}

fn of_order(order: &Order) -> Vec<&Link> {
    let mut all: Vec<&Link> = order.visas.iter().chain(&order.acquaint).collect();
    if let Some(Control::Person { person, .. }) = &order.control {
        all.push(person);
    }
    all.extend(order.signature.iter().map(|signature| &signature.person));
    all.extend(order.executor.iter().map(|executor| &executor.person));
    order.items.iter().for_each(|own| item(own, &mut all));
    all
}

fn item<'a>(own: &'a Item, all: &mut Vec<&'a Link>) {
    match &own.kind {
        ItemKind::Plain | ItemKind::Approve(_) => {}
        ItemKind::Assign(link) | ItemKind::Appoint(link) | ItemKind::Recommend(link) => all.push(link),
    }
    own.items.iter().for_each(|inner| item(inner, all));
}
