//! What a program with its editions and its order mentions: by a link, or in words in any case form.

use super::super::passages::Passage;
use super::super::subject::Subject;
use super::super::text::fold::lower;
use super::super::text::form::head;
use super::super::text::keyset::KeySet;
use super::super::text::lexicon::Lexicon;
use super::super::text::tokens::{Token, Tokens};
use super::super::text::trie::{At, ROOT, Trie};
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
        let mut search = Search::of(&mentions, municipality, lexicon);
        // The name of a party or a post mentions abbreviations, but not the party itself.
        let posts = municipality.people.iter().filter_map(|person| person.post.as_ref()).map(|post| &*post.name.value);
        for name in municipality.parties.iter().flat_map(names_of).chain(posts) {
            let all: Vec<&str> = words(name).collect();
            (0..all.len()).for_each(|at| search.short(all[at..].iter().copied(), &mut mentions));
        }
        for Passage { text, words, .. } in subject.editions.iter().flatten() {
            search.look(text, words, &mut mentions);
        }
        let issuer = municipality.issuer.iter().flat_map(|issuer| issuer.name.iter().chain(&issuer.genitive));
        issuer.for_each(|text| search.look(&text.value, &Tokens::of(&text.value, lexicon), &mut mentions));
        mentions
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

/// What is looked for, and not found yet.
struct Search<'a> {
    /// Names by what their words begin with.
    names: Trie<String, &'a str>,
    /// Abbreviations as they are.
    abbreviations: Trie<&'a str, &'a str>,
    /// The heads of the first words of all.
    heads: KeySet,
    /// Whether a name begins with a word too short to be told by its head.
    any: bool,
    lexicon: &'a Lexicon,
}

impl<'a> Search<'a> {
    /// The names of parties and people and the abbreviations, as far as no link names them.
    fn of(mentions: &Mentions<'a>, municipality: &'a Municipality, lexicon: &'a Lexicon) -> Self {
        let (names, abbreviations) = (Trie::default(), Trie::default());
        let mut search = Self { names, abbreviations, heads: KeySet::default(), any: false, lexicon };
        let parties = municipality.parties.iter().filter(|party| !mentions.links_party(party)).flat_map(names_of);
        let people = municipality.people.iter().filter(|person| !mentions.links_person(person)).map(surname);
        for name in parties.chain(people) {
            let stems: Vec<String> = words(name).map(|word| stem(&lower(word))).collect();
            let Some(first) = stems.first() else { continue };
            search.any |= first.chars().count() < 3;
            search.heads.add(lexicon.key(head(first)));
            search.names.add(stems, name);
        }
        for (short, _) in &municipality.abbreviations {
            let Some(first) = words(&short.value).next() else { continue };
            search.heads.add(lexicon.key(head(&lower(first))));
            search.abbreviations.add(words(&short.value), short.value.as_str());
        }
        search
    }

    /// Finds what stands in a text.
    fn look(&mut self, text: &str, words: &Tokens, mentions: &mut Mentions<'a>) {
        for (at, word) in words.all.iter().enumerate() {
            let head = self.heads.has(word.form.head);
            if head {
                self.short(words.all[at..].iter().map(|word| &text[word.range()]), mentions);
            }
            if head || self.any {
                self.name(ROOT, &words.all[at..], mentions);
            }
        }
    }

    /// Finds the abbreviations with which words begin.
    fn short<'t>(&mut self, words: impl Iterator<Item = &'t str>, mentions: &mut Mentions<'a>) {
        for at in self.abbreviations.along(words) {
            mentions.abbreviations.extend(self.abbreviations.take(at));
        }
    }

    /// Finds the names with which words begin, whatever their endings.
    fn name(&mut self, at: At, words: &[Token], mentions: &mut Mentions<'a>) {
        let Some((word, rest)) = words.split_first() else { return };
        let lexicon = self.lexicon;
        let word = lexicon.text(word.form.folded);
        let begins = word.char_indices().map(|(end, letter)| &word[..end + letter.len_utf8()]);
        let nexts: Vec<At> = begins.filter_map(|begin| self.names.next(at, begin)).collect();
        drop(word);
        for next in nexts {
            mentions.named.extend(self.names.take(next));
            self.name(next, rest, mentions);
        }
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
