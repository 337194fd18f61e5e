//! What a program with its editions and its order mentions: by a link, or in words in any case form.

use super::super::passages::Passage;
use super::super::subject::Subject;
use super::super::text::fold::lower;
use super::super::text::form::{Key, head};
use super::super::text::keyset::KeySet;
use super::super::text::lexicon::Lexicon;
use super::super::text::tokens::{Token, Tokens};
use crate::diagnostic::Place;
use crate::model::{
    Control, Indicator, Item, ItemKind, Link, Measure, Municipality, Order, Party, Passport, Person, Program,
    Responsible,
};
use std::collections::BTreeSet;

/// The links and the words of a program.
#[derive(Debug)]
pub struct Mentions<'a> {
    links: BTreeSet<&'a str>,
    /// Which of the names that were asked for stand in a text.
    named: BTreeSet<&'a str>,
    /// Which of the abbreviations do, or stand in the name of a party or a post.
    abbreviations: BTreeSet<&'a str>,
}

/// What is looked for: words one after another.
struct Wanted<'a> {
    name: &'a str,
    words: Vec<String>,
    is_abbreviation: bool,
}

impl<'a> Mentions<'a> {
    /// All that the whole program mentions, whichever edition of it is looked at.
    pub fn of(subject: &Subject<'a>) -> Self {
        let (program, lexicon) = (subject.whole, subject.lexicon);
        let municipality = &program.municipality;
        let mut links: BTreeSet<&str> = std::iter::once(program)
            .chain(&program.editions)
            .flat_map(links)
            .chain(program.order.iter().flat_map(of_order))
            .map(|link| link.written.as_str())
            .collect();
        links.extend(
            municipality.parties.iter().filter_map(|party| party.head.as_ref()).map(|head| head.written.as_str()),
        );
        let mut mentions = Self { links, named: BTreeSet::new(), abbreviations: BTreeSet::new() };
        let wanted = Search::of(mentions.wanted(municipality), lexicon);
        for Passage { text, words, .. } in subject.editions.iter().flatten() {
            wanted.look(text, words, &mut mentions);
        }
        let issuer = municipality.issuer.iter().flat_map(|issuer| issuer.name.iter().chain(&issuer.genitive));
        issuer.for_each(|text| wanted.look(&text.value, &Tokens::of(&text.value, lexicon), &mut mentions));
        mentions
    }

    /// The names of parties and people and the abbreviations, as far as no link names them.
    fn wanted(&mut self, municipality: &'a Municipality) -> Vec<Wanted<'a>> {
        let parties = municipality.parties.iter().filter(|party| !self.links_party(party)).flat_map(names_of);
        let people = municipality.people.iter().filter(|person| !self.links_person(person)).map(surname);
        let name = |name: &'a str| Wanted {
            name,
            words: words(name).map(|word| stem(&lower(word))).collect(),
            is_abbreviation: false,
        };
        let mut wanted: Vec<Wanted<'_>> = parties.chain(people).map(name).collect();
        // The name of a party or a post mentions abbreviations, but not the party itself.
        let posts =
            municipality.people.iter().filter_map(|person| person.post.as_ref()).map(|post| post.name.value.as_str());
        let named: Vec<Vec<&str>> =
            municipality.parties.iter().flat_map(names_of).chain(posts).map(|name| words(name).collect()).collect();
        for (short, _) in &municipality.abbreviations {
            let own: Vec<&str> = words(&short.value).collect();
            if named.iter().any(|name| name.windows(own.len().max(1)).any(|window| window == own)) {
                self.abbreviations.insert(&short.value);
            } else {
                let words = own.into_iter().map(str::to_owned).collect();
                wanted.push(Wanted { name: &short.value, words, is_abbreviation: true });
            }
        }
        wanted.retain(|wanted| !wanted.words.is_empty());
        wanted
    }

    /// Whether a party is named, by its id or by one of its names.
    pub fn party(&self, party: &Party) -> bool {
        self.links_party(party) || names_of(party).any(|name| self.named.contains(name))
    }

    /// Whether a person is named, by the id or by the surname.
    pub fn person(&self, person: &Person) -> bool {
        self.links_person(person) || self.named.contains(surname(person))
    }

    /// Whether an abbreviation stands in a text, or in the name of a party or a post.
    pub fn abbreviation(&self, short: &str) -> bool {
        self.abbreviations.contains(short)
    }

    fn links_party(&self, party: &Party) -> bool {
        party.id.as_ref().is_some_and(|id| self.links.contains(id.value.as_str()))
            || names_of(party).any(|name| self.links.contains(name))
    }

    fn links_person(&self, person: &Person) -> bool {
        person.id.as_ref().is_some_and(|id| self.links.contains(id.value.as_str()))
            || self.links.contains(person.name.value.as_str())
    }
}

/// What is looked for, by the heads of its first words.
struct Search<'a> {
    wanted: Vec<(Key, Wanted<'a>)>,
    heads: KeySet,
    /// What begins with a word too short to be told by its head.
    short: Vec<Wanted<'a>>,
    lexicon: &'a Lexicon,
}

impl<'a> Search<'a> {
    fn of(wanted: Vec<Wanted<'a>>, lexicon: &'a Lexicon) -> Self {
        let begins = |wanted: &Wanted<'_>| lower(&wanted.words[0]);
        let (short, long): (Vec<_>, Vec<_>) =
            wanted.into_iter().partition(|wanted| !wanted.is_abbreviation && begins(wanted).chars().count() < 3);
        let wanted: Vec<_> = long.into_iter().map(|wanted| (lexicon.key(head(&begins(&wanted))), wanted)).collect();
        let heads = wanted.iter().map(|(head, _)| *head).collect();
        Self { wanted, heads, short, lexicon }
    }

    /// Finds what stands in a text.
    fn look(&self, text: &str, words: &Tokens, mentions: &mut Mentions<'a>) {
        for (at, word) in words.all.iter().enumerate() {
            let long = self.heads.has(word.form.head).then_some(&self.wanted).into_iter().flatten();
            let long = long.filter(|(head, _)| *head == word.form.head).map(|(_, wanted)| wanted);
            for wanted in long.chain(&self.short) {
                let found = if wanted.is_abbreviation { &mut mentions.abbreviations } else { &mut mentions.named };
                if !found.contains(wanted.name) && wanted.stands(text, &words.all[at..], self.lexicon) {
                    found.insert(wanted.name);
                }
            }
        }
    }
}

impl Wanted<'_> {
    /// Whether the words begin with the wanted ones: an abbreviation as it is, a name whatever its endings.
    fn stands(&self, text: &str, words: &[Token], lexicon: &Lexicon) -> bool {
        let fits = |(wanted, word): (&String, &Token)| {
            if self.is_abbreviation {
                text[word.range()] == **wanted
            } else {
                lexicon.text(word.form.folded).starts_with(wanted.as_str())
            }
        };
        words.len() >= self.words.len() && self.words.iter().zip(words).all(fits)
    }
}

/// The names of a party.
fn names_of(party: &Party) -> impl Iterator<Item = &str> {
    std::iter::once(&party.name).chain(&party.short).map(|name| name.value.as_str())
}

/// The longest word of the name of a person.
fn surname(person: &Person) -> &str {
    words(&person.name.value).max_by_key(|word| word.chars().count()).unwrap_or_default()
}

/// The things that no other program inherits and this one does not mention; told once, not for each edition.
pub fn unused<'a, 's, T>(
    subject: &Subject<'s>,
    things: impl Iterator<Item = &'a T>,
    place: impl Fn(&T) -> Place,
    used: impl Fn(&Mentions<'s>, &T) -> bool,
) -> Vec<&'a T> {
    let shared = &subject.whole.municipality.shared;
    let own: Vec<_> = things.filter(|thing| !shared.contains(&place(thing).file)).collect();
    if own.is_empty() || subject.is_edition() {
        return Vec::new();
    }
    let mentions = subject.mentions();
    own.into_iter().filter(|thing| !used(mentions, thing)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    super::super::text::words::words(text).map(|word| word.text)
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
