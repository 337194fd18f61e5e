//! A name that is mistyped by a letter.

use super::super::tie::names::{names, person_names};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::bodies;
use super::super::text::form::{Form, Key, Traits};
use super::super::text::keyset::KeySet;
use super::super::text::lexicon::Lexicon;
use super::super::text::slip::{Left, Slips, is_ending, is_slip};
use super::super::text::tokens::{Token, Tokens};
use super::super::text::words::stem;
use crate::diagnostic::Level;
use crate::model::Text;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "misspelt-name",
    level: Level::Warning,
    wants: &[],
    page: include_str!("misspelt_name.md"),
    check,
};

/// Names that every program may use, of several words, which are told by their neighbours.
const SEVERAL: &[&str] = &[
    "Министерство просвещения Российской Федерации",
    "Министерство образования и науки",
    "Федеральная служба по надзору в сфере образования и науки",
    "Федеральный институт оценки качества образования",
    "Федеральный институт педагогических измерений",
    "всероссийские проверочные работы",
    "государственная итоговая аттестация",
    "единый государственный экзамен",
    "основной государственный экзамен",
    "федеральный государственный образовательный стандарт",
    "Об образовании в Российской Федерации",
    "Правительство Российской Федерации",
    "Президент Российской Федерации",
    "Точка роста",
];

/// The shortest word in which a letter is told from an ending.
const SHORTEST: u8 = 5;

/// On which sides of a word its neighbours stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sides {
    Both,
    Before,
    After,
    /// It is one of two words of a name.
    Either,
}

/// The stems of the neighbours of a word.
type Context = (Sides, Key, Key);

/// A word that a known name has in a context.
#[derive(Debug, Clone)]
struct Known<'n> {
    context: Context,
    key: Key,
    letters: u8,
    text: &'n str,
}

/// The words of the known names.
#[derive(Debug, Default)]
struct Contexts<'n> {
    /// In the order of their contexts, then of their stems.
    words: Vec<Known<'n>>,
    /// The stems of the words, and which stems are a slip of one.
    slips: Slips,
    /// The stems of which the contexts are made.
    near: KeySet,
    /// The words of names of two words.
    pairs: KeySet,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let (municipality, lexicon) = (&subject.program.municipality, subject.lexicon);
    let papers = subject.program.papers.iter().map(|paper| &paper.title);
    let titles = std::iter::once(&subject.program.title).chain(papers).map(|title| &title.nominative);
    let own = names(municipality).into_iter().chain(titles).map(|name| name.value.as_str());
    let mut contexts = Contexts::of(own.chain(SEVERAL.iter().copied()), lexicon);
    let surnames = surnames(municipality.people.iter().flat_map(person_names), lexicon);
    for passage in subject.passages {
        let (text, all) = (passage.text.as_ref(), passage.words.all.as_slice());
        let mut near = (false, contexts.is_near(all, 0));
        for at in 0..all.len() {
            let after = contexts.is_near(all, at + 1);
            let beside = near.0 || after;
            near = (near.1, after);
            let meant = of_body(text, &all[at], lexicon)
                .or_else(|| if beside { contexts.of_several(text, all, at, lexicon) } else { None })
                .or_else(|| of_person(text, all, at, &surnames));
            if let Some((wrong, right)) = meant {
                let message = format!("похоже на опечатку в слове «{right}»: «{wrong}»");
                let help = format!("исправьте на «{right}» в нужном падеже; если это другое слово, оставьте");
                found.push(found.at(passage.place, message).help(help).quote(wrong));
            }
        }
    }
}

/// A body that is named in one word.
fn of_body<'t>(text: &'t str, word: &Token, lexicon: &Lexicon) -> Option<(&'t str, String)> {
    let name = if word.form.is(Traits::BODY) { bodies::meant(&lexicon.text(word.form.stem))? } else { return None };
    Some((&text[word.range()], name.to_owned()))
}

impl<'n> Contexts<'n> {
    /// Remembers which word stands between which in the names.
    fn of(names: impl Iterator<Item = &'n str>, lexicon: &Lexicon) -> Self {
        let mut contexts = Self::default();
        for name in names {
            let words = Tokens::of(name, lexicon).all;
            for (at, word) in words.iter().enumerate() {
                for context in contexts_of(&words, at) {
                    let Form { stem: key, stem_letters: letters, .. } = word.form;
                    let near = if context.0 == Sides::Either { &mut contexts.pairs } else { &mut contexts.near };
                    near.add(context.1);
                    near.add(context.2);
                    contexts.words.push(Known { context, key, letters, text: &name[word.range()] });
                }
            }
        }
        // Of the spellings of one word the first is told.
        contexts.words.sort_by(|one, other| {
            let stems = || lexicon.text(one.key).cmp(&lexicon.text(other.key));
            one.context.cmp(&other.context).then_with(stems)
        });
        contexts.words.dedup_by(|one, other| (one.context, one.key) == (other.context, other.key));
        let long = contexts.words.iter().filter(|known| known.letters >= SHORTEST - 1);
        contexts.slips = Slips::of(long.map(|known| known.key), lexicon);
        contexts
    }

    /// The contexts of a word in which words of names may be.
    fn contexts(&self, all: &[Token], at: usize) -> impl Iterator<Item = Context> {
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| all.get(at));
        let pairs = near.map(|word| (Sides::Either, word.form.stem, word.form.stem));
        contexts_of(all, at).chain(pairs).filter(|(sides, one, other)| {
            let known = if *sides == Sides::Either { &self.pairs } else { &self.near };
            known.has(*one) && known.has(*other)
        })
    }

    /// Whether a word is one of a name.
    fn is_near(&self, all: &[Token], at: usize) -> bool {
        all.get(at).is_some_and(|word| self.near.has(word.form.stem) || self.pairs.has(word.form.stem))
    }

    /// The word of names that is this one in a context.
    fn at(&self, context: Context, key: Key, lexicon: &Lexicon) -> Option<&Known<'n>> {
        let text = lexicon.text(key);
        let before = |known: &Known<'_>| known.context.cmp(&context).then_with(|| lexicon.text(known.key).cmp(&text));
        self.words.binary_search_by(before).ok().map(|at| &self.words[at])
    }

    /// A word of a longer name, told by its neighbours.
    fn of_several<'t>(
        &mut self,
        text: &'t str,
        all: &[Token],
        at: usize,
        lexicon: &Lexicon,
    ) -> Option<(&'t str, String)> {
        let own = all[at].form;
        if own.stem_letters < SHORTEST - 1 || own.letters < SHORTEST {
            return None;
        }
        let mut meant = self.slips.meant(own.stem, lexicon).to_vec();
        if meant.is_empty() {
            return None;
        }
        let contexts: Vec<Context> = self.contexts(all, at).collect();
        if contexts.iter().any(|context| self.at(*context, own.stem, lexicon).is_some()) {
            return None;
        }
        meant.sort_by(|one, other| lexicon.text(*one).cmp(&lexicon.text(*other)));
        let mut right = contexts.iter().flat_map(|context| meant.iter().map(move |key| (*context, *key)));
        let right = right.find_map(|(context, key)| self.at(context, key, lexicon))?;
        Some((&text[all[at].range()], right.text.to_owned()))
    }
}

/// The neighbours by which a word is told: one on each side, or two on one side.
fn contexts_of(all: &[Token], at: usize) -> impl Iterator<Item = Context> {
    let near = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|word| word.form.stem);
    let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let pair = |sides: Sides, one: Option<Key>, other: Option<Key>| Some((sides, one?, other?));
    // A name of two words has one neighbour, which must be a telling one.
    let telling = || all.iter().enumerate().any(|(own, word)| own != at && word.form.stem_letters >= SHORTEST);
    let short = before.or(after).filter(|_| all.len() == 2 && telling());
    [
        pair(Sides::Both, before, after),
        pair(Sides::Before, near(at.checked_sub(2)), before),
        pair(Sides::After, after, near(Some(at + 2))),
        pair(Sides::Either, short, short),
    ]
    .into_iter()
    .flatten()
}

/// The surnames of people of the same initials.
#[derive(Debug, Default)]
struct Surnames {
    /// Each once, in their order.
    forms: Vec<String>,
    stems: BTreeSet<String>,
    /// Made when first a strange surname stands with the initials.
    left: OnceCell<Left>,
}

impl Surnames {
    /// The surname of which what was written is a slip.
    fn meant(&self, written: &str) -> Option<&str> {
        if self.stems.contains(&stem(written)) || self.forms.binary_search_by(|form| form.as_str().cmp(written)).is_ok() {
            return None;
        }
        let left = self.left.get_or_init(|| {
            let mut left = Left::default();
            self.forms.iter().enumerate().for_each(|(number, form)| left.add(form, number));
            left
        });
        let near = left.near(written).into_iter().map(|number| self.forms[number].as_str());
        near.into_iter().find(|form| is_slip(form, written) && !is_ending(form, written))
    }
}

/// The surnames of people by their initials.
fn surnames<'n>(names: impl Iterator<Item = &'n Text>, lexicon: &Lexicon) -> BTreeMap<String, Surnames> {
    let mut known: BTreeMap<String, Surnames> = BTreeMap::new();
    for name in names {
        if let Some((initials, surname)) = surname(&name.value, &Tokens::of(&name.value, lexicon).all, 0) {
            known.entry(initials).or_default().forms.push(surname.to_owned());
        }
    }
    for surnames in known.values_mut() {
        surnames.forms.sort();
        surnames.forms.dedup();
        surnames.stems = surnames.forms.iter().map(|form| stem(form)).collect();
    }
    known
}

/// The initials and the surname that stand together at a word.
fn surname<'t>(text: &'t str, all: &[Token], at: usize) -> Option<(String, &'t str)> {
    let initial = |at: usize| all.get(at).filter(|word| word.form.letters == 1 && word.form.is(Traits::CAPITALS));
    let name = |at: usize| {
        let word = all.get(at)?;
        (word.form.is(Traits::CAPITAL) && word.form.letters > 3).then(|| &text[word.range()])
    };
    let initials = |one: &Token, two: &Token| format!("{}{}", &text[one.range()], &text[two.range()]);
    let second = initial(at + 1)?;
    if let Some(first) = initial(at) {
        return Some((initials(first, second), name(at + 2)?));
    }
    Some((initials(second, initial(at + 2)?), name(at)?))
}

/// A surname that differs by a letter from the one with these initials.
fn of_person<'t>(
    text: &'t str,
    all: &[Token],
    at: usize,
    known: &BTreeMap<String, Surnames>,
) -> Option<(&'t str, String)> {
    let (initials, written) = surname(text, all, at)?;
    Some((written, known.get(&initials)?.meant(written)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Files, Place};

    #[test]
    fn a_word_of_a_name_is_told_by_its_neighbours() {
        let lexicon = Lexicon::default();
        let name = "Комитет по образованию администрации муниципального образования город Ефремов";
        let mut contexts = Contexts::of([name, "Точка роста"].into_iter(), &lexicon);
        for (text, wanted) in [
            ("Комитет по оброзованию администрации города", Some("оброзованию")),
            ("комитета по образованию администрации муницпального образования", Some("муницпального")),
            ("центры «Точка ростта»", None),
            ("Комитетом по образованию администрации", None),
            ("отдел по обращениям администрации", None),
        ] {
            let all = Tokens::of(text, &lexicon).all;
            let found = (0..all.len()).find_map(|at| contexts.of_several(text, &all, at, &lexicon));
            assert_eq!(found.map(|(wrong, _)| wrong), wanted, "{text}");
        }
    }

    #[test]
    fn bodies_and_people_are_told() {
        let lexicon = Lexicon::default();
        let body = |word: &'static str| of_body(word, &Tokens::of(word, &lexicon).all[0], &lexicon);
        assert_eq!(body("Рособнадзора"), Some(("Рособнадзора", "Рособрнадзор".into())));
        assert_eq!(body("Рособрнадзора"), None);
        let mut files = Files::default();
        let place = Place::new(files.add("муниципалитет.yaml", ""), 0, 0);
        let known = surnames([Text { value: "Живцова Л.Ю.".into(), place }].iter(), &lexicon);
        let person = |text: &'static str| {
            let all = Tokens::of(text, &lexicon).all;
            (0..4).find_map(|at| of_person(text, &all, at, &known)).map(|(wrong, _)| wrong)
        };
        assert_eq!(person("Жевцовой Л.Ю. поручить"), None, "two letters");
        assert_eq!(person("возложить на Л.Ю. Жевцова и"), Some("Жевцова"));
        assert_eq!(person("Живцовой Л.Ю."), None);
    }
}
