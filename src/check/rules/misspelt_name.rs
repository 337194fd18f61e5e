//! A name that is mistyped by a letter.

use super::super::tie::names::{names, person_names};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::{Word, stem, words};
use crate::diagnostic::Level;
use std::collections::{BTreeMap, BTreeSet};
use strsim::osa_distance;

pub const RULE: Rule = Rule {
    name: "misspelt-name",
    level: Level::Warning,
    wants: &[],
    page: include_str!("misspelt_name.md"),
    check,
};

/// Names that every program may use: of one word, which is told by itself.
const SINGLE: &[&str] = &[
    "Кванториум", "Минобрнауки", "Минобразования", "Минобразование", "Минпросвещения", "Минпросвещение", "Рособрнадзор",
    "Роспотребнадзор", "Росстат", "Роскомнадзор",
];

/// Of several words, which are told by their neighbours.
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
const SHORTEST: usize = 5;

/// The words on both sides of a word; empty where a name begins or ends.
type Context = (String, String);

/// What a known name has between two words.
type Contexts = BTreeMap<Context, BTreeMap<String, String>>;

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let municipality = &subject.program.municipality;
    let papers = subject.program.papers.iter().map(|paper| &paper.title);
    let titles = std::iter::once(&subject.program.title).chain(papers).map(|title| &title.nominative);
    let own = names(municipality).into_iter().chain(titles).map(|name| name.value.as_str());
    let mut contexts = Contexts::new();
    for name in own.chain(SEVERAL.iter().copied()) {
        learn(name, &mut contexts);
    }
    let single: BTreeMap<String, &str> = SINGLE.iter().map(|name| (stem(name), *name)).collect();
    let surnames: BTreeMap<String, BTreeSet<String>> =
        municipality.people.iter().flat_map(person_names).filter_map(|name| surname(&words(&name.value), 0)).fold(
            BTreeMap::new(),
            |mut known, (initials, surname, _)| {
                known.entry(initials).or_default().insert(surname.to_owned());
                known
            },
        );
    for passage in &subject.passages {
        let all = words(&passage.text);
        let stems: Vec<String> = all.iter().map(|word| stem(word.text)).collect();
        for (at, word) in all.iter().enumerate() {
            let meant = of_one_word(word.text, &stems[at], &single)
                .or_else(|| of_several(&all, &stems, at, &contexts))
                .or_else(|| of_person(&all, at, &surnames));
            if let Some((wrong, right)) = meant {
                let message = format!("похоже на опечатку в слове «{right}»: «{wrong}»");
                let help = format!("исправьте на «{right}» в нужном падеже; если это другое слово, оставьте");
                found.push(found.at(passage.place, message).help(help).quote(wrong));
            }
        }
    }
}

/// A name of one word with a letter too many, too few, of another kind or in another place.
fn of_one_word<'t>(word: &'t str, own: &str, known: &BTreeMap<String, &str>) -> Option<(&'t str, String)> {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if !capital || word.chars().count() < SHORTEST + 2 || known.contains_key(own) {
        return None;
    }
    let (_, name) = known.iter().find(|(stem, _)| osa_distance(stem, own) == 1 && !is_ending(stem, own))?;
    Some((word, (*name).to_owned()))
}

/// Remembers which word stands between which in a name.
fn learn(name: &str, contexts: &mut Contexts) {
    let all = words(name);
    let stems: Vec<String> = all.iter().map(|word| stem(word.text)).collect();
    for (at, word) in all.iter().enumerate() {
        for context in contexts_of(&stems, at) {
            contexts.entry(context).or_default().entry(stems[at].clone()).or_insert_with(|| word.text.to_owned());
        }
    }
}

/// The neighbours by which a word is told: one on each side, or two on one side.
fn contexts_of(stems: &[String], at: usize) -> Vec<Context> {
    let near = |at: Option<usize>| at.and_then(|at| stems.get(at)).cloned();
    let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let pair = |one: Option<String>, other: Option<String>, mark: &str| Some((format!("{mark}{}", one?), other?));
    let long = |stem: &&String| stem.chars().count() >= SHORTEST;
    // A name of two words has one neighbour, which must be a telling one.
    let short = (stems.len() == 2).then(|| before.iter().chain(&after).find(long).cloned()).flatten();
    [
        pair(before.clone(), after.clone(), ""),
        pair(near(at.checked_sub(2)), before, "<"),
        pair(after, near(Some(at + 2)), ">"),
        short.map(|stem| (String::from("2"), stem)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A word of a longer name, told by its neighbours.
fn of_several<'t>(all: &[Word<'t>], stems: &[String], at: usize, known: &Contexts) -> Option<(&'t str, String)> {
    let own = &stems[at];
    if own.chars().count() < SHORTEST - 1 || all[at].text.chars().count() < SHORTEST {
        return None;
    }
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| stems.get(at));
    let pairs = near.map(|stem| (String::from("2"), stem.clone()));
    let candidates: Vec<_> = contexts_of(stems, at).into_iter().chain(pairs).filter_map(|context| known.get(&context)).collect();
    if candidates.iter().any(|words| words.contains_key(own)) {
        return None;
    }
    let mut meant = candidates.into_iter().flatten();
    let (_, right) = meant.find(|(stem, _)| {
        stem.chars().count() >= SHORTEST - 1 && osa_distance(stem, own) == 1 && !is_ending(stem, own)
    })?;
    Some((all[at].text, right.clone()))
}

/// The initials and the surname that stand together at a word, and where the surname stands.
fn surname<'t>(all: &[Word<'t>], at: usize) -> Option<(String, &'t str, usize)> {
    let initial = |at: usize| {
        all.get(at).filter(|word| word.text.chars().count() == 1 && word.text.chars().all(char::is_uppercase))
    };
    let name = |at: usize| {
        let word = all.get(at)?;
        let capital = word.text.chars().next().is_some_and(char::is_uppercase);
        (capital && word.text.chars().count() > 3).then_some(word.text)
    };
    if let (Some(one), Some(two)) = (initial(at), initial(at + 1)) {
        return Some((format!("{}{}", one.text, two.text), name(at + 2)?, at + 2));
    }
    let (one, two) = (initial(at + 1)?, initial(at + 2)?);
    Some((format!("{}{}", one.text, two.text), name(at)?, at))
}

/// A surname that differs by a letter from the one with these initials.
fn of_person<'t>(
    all: &[Word<'t>],
    at: usize,
    known: &BTreeMap<String, BTreeSet<String>>,
) -> Option<(&'t str, String)> {
    let (initials, written, _) = surname(all, at)?;
    let forms = known.get(&initials)?;
    if forms.iter().any(|form| form == written || stem(form) == stem(written)) {
        return None;
    }
    let right = forms.iter().find(|form| osa_distance(form, written) == 1 && !is_ending(form, written))?;
    Some((written, right.clone()))
}

/// Whether two words differ at their ends only, as forms of one word do.
fn is_ending(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    same + 2 >= one.chars().count().min(other.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_name_is_told_by_its_neighbours() {
        let mut contexts = Contexts::new();
        learn("Комитет по образованию администрации муниципального образования город Ефремов", &mut contexts);
        learn("Точка роста", &mut contexts);
        for (text, wanted) in [
            ("Комитет по оброзованию администрации города", Some("оброзованию")),
            ("комитета по образованию администрации муницпального образования", Some("муницпального")),
            ("центры «Точка ростта»", None),
            ("Комитетом по образованию администрации", None),
            ("отдел по обращениям администрации", None),
        ] {
            let all = words(text);
            let stems: Vec<String> = all.iter().map(|word| stem(word.text)).collect();
            let found = (0..all.len()).find_map(|at| of_several(&all, &stems, at, &contexts));
            assert_eq!(found.map(|(wrong, _)| wrong), wanted, "{text}");
        }
    }

    #[test]
    fn bodies_and_people_are_told() {
        let single = BTreeMap::from([(stem("Рособрнадзор"), "Рособрнадзор")]);
        let one = |word| of_one_word(word, &stem(word), &single).is_some();
        assert!(one("Рособнадзора") && one("Рособрандзор"));
        assert!(!one("Рособрнадзором") && !one("Росреестра") && !one("надзора"));
        let known = BTreeMap::from([(String::from("ЛЮ"), BTreeSet::from([String::from("Живцова")]))]);
        let person = |text| (0..4).find_map(|at| of_person(&words(text), at, &known)).map(|(wrong, _)| wrong.to_owned());
        assert_eq!(person("Жевцовой Л.Ю. поручить"), None, "two letters");
        assert_eq!(person("возложить на Л.Ю. Жевцова и"), Some("Жевцова".to_owned()));
        assert_eq!(person("Живцовой Л.Ю."), None);
    }
}
