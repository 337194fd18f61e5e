//! An abbreviation that nothing explains.

use super::super::text::abbreviations::{abbreviations, definitions, is_abbreviation, is_explained_after, run};
use super::super::passages::{Passage, Role};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::{Form, Key, Traits};
use super::super::text::keyset::KeySet;
use super::super::text::tokens::{Tokens, stems};
use super::super::text::trie::{ROOT, Trie};
use super::super::text::words::words;
use crate::diagnostic::{Level, Place, plural};
use crate::model::{ItemKind, Passport, Responsible};
use crate::resolve;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "unexpanded-abbreviation",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unexpanded_abbreviation.md"),
    check,
};

/// Where an abbreviation stands first and how often it stands.
struct Use {
    place: Place,
    count: usize,
    form: Form,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut explained = of_municipality(subject);
    explained.extend(subject.definitions.iter().flat_map(|(_, definition)| abbreviations_in(definition.name)));
    let mut uses: BTreeMap<&str, Use> = BTreeMap::new();
    let own = subject.passages.iter().map(|passage| (passage.text.as_ref(), &passage.words, passage.place, passage.role));
    let linked = linked(subject);
    for (text, words, _) in &linked {
        explained.extend(definitions(text, words).into_iter().flat_map(|definition| abbreviations_in(definition.name)));
    }
    let linked = linked.iter().map(|(text, words, place)| (*text, words, *place, Role::Responsible));
    for (text, words, place, role) in own.chain(linked) {
        for at in abbreviations(text, words) {
            let word = words.all[at];
            let abbreviation = &text[word.range()];
            for short in [abbreviation, run(text, &words.all, at)] {
                if is_explained_after(&text[word.start() + short.len()..], short) {
                    explained.extend(abbreviations_in(short));
                }
            }
            // The titles of acts are not ours to mend.
            if !word.form.is(Traits::KNOWN) && role != Role::Act {
                uses.entry(abbreviation).or_insert(Use { place, count: 0, form: word.form }).count += 1;
            }
        }
    }
    if subject.is_edition() {
        // What the program itself lacks is said there.
        for Passage { text, words, .. } in &subject.editions[0] {
            explained.extend(abbreviations(text, words).into_iter().map(|at| &text[words.all[at].range()]));
        }
    }
    let small = LazyCell::new(|| small(subject.passages));
    for (abbreviation, Use { place, count, form }) in uses {
        // What stands in small letters too is a word in a title: «АКТ» and «акт».
        if explained.contains(abbreviation) || is_word(&form, &small) {
            continue;
        }
        let message = format!("сокращение «{abbreviation}» нигде не раскрыто{}", times(count));
        let help = format!(
            "напишите при первом употреблении полное название и «(далее – {abbreviation})» или добавьте сокращение в «сокращения»"
        );
        found.push(found.at(place, message).help(help).quote(abbreviation));
    }
}

/// The words that stand in small letters, and their stems.
fn small(passages: &[Passage<'_>]) -> (KeySet, KeySet) {
    let all = || {
        let words = passages.iter().flat_map(|passage| &passage.words.all);
        words.filter(|word| word.form.is(Traits::LETTERS) && !word.form.is(Traits::CAPITAL)).map(|word| word.form)
    };
    let long = |form: &Form| form.stem_letters >= LONG_STEM;
    (all().map(|form| form.folded).collect(), all().filter(long).map(|form| form.stem).collect())
}

/// The least letters of a stem by which a word in capitals is known: «ПО» of «ПОО» is no word.
const LONG_STEM: u8 = 4;

/// Whether a word in capitals stands in small letters too, or another form of it does.
fn is_word(form: &Form, (words, stems): &(KeySet, KeySet)) -> bool {
    (form.letters > 2 && words.has(form.folded)) || (form.stem_letters >= LONG_STEM && stems.has(form.stem))
}

/// The printed names of the parties that measures and indicators link, each with its words and where the link is.
fn linked<'s>(subject: &Subject<'s>) -> Vec<(&'s str, Tokens, Place)> {
    let measures = subject.measures().into_iter().flat_map(|measure| &measure.responsible);
    let indicators = subject.program.indicators.iter().flat_map(|indicator| &indicator.responsible);
    let mut names: BTreeMap<&str, Option<(&str, Tokens)>> = BTreeMap::new();
    let mut linked = Vec::new();
    for responsible in measures.chain(indicators) {
        let Responsible::Party(link) = responsible else { continue };
        let name = names.entry(&link.written).or_insert_with(|| {
            let party = resolve::party(subject.program, &link.written)?;
            let name = party.short.as_ref().unwrap_or(&party.name).value.as_str();
            Some((name, Tokens::of(name, subject.lexicon)))
        });
        linked.extend(name.as_ref().map(|(name, words)| (*name, words.clone(), link.place)));
    }
    linked
}

/// What the municipality explains: its list, and short names whose full ones do without the abbreviation and are
/// printed somewhere.
fn of_municipality<'s>(subject: &Subject<'s>) -> BTreeSet<&'s str> {
    let municipality = &subject.program.municipality;
    let listed = municipality.abbreviations.iter().flat_map(|(short, _)| abbreviations_in(&short.value));
    let short = municipality.parties.iter().filter_map(|party| Some((party.short.as_ref()?, &party.name)));
    let explains = short.filter_map(|(short, name)| {
        let full: Vec<_> = abbreviations_in(&name.value).collect();
        let own: Vec<_> = abbreviations_in(&short.value).filter(|own| !full.contains(own)).collect();
        (!own.is_empty()).then(|| (stems(&name.value, subject.lexicon), own))
    });
    let explains: Vec<(Vec<Key>, Vec<&str>)> = explains.collect();
    let firsts: KeySet = explains.iter().filter_map(|(name, _)| name.first().copied()).collect();
    let mut explained: BTreeSet<&str> = listed.collect();
    if explains.is_empty() {
        return explained;
    }
    let mut names = Trie::default();
    for (name, own) in explains {
        names.add(name, own);
    }
    let mut told = |text: &[Key]| {
        for start in (0..text.len()).filter(|at| firsts.has(text[*at])) {
            for said in names.along(&text[start..]) {
                explained.extend(names.take(said).into_iter().flatten());
            }
        }
        if text.is_empty() {
            explained.extend(names.take(ROOT).into_iter().flatten());
        }
    };
    for Passage { text, words, .. } in subject.passages {
        told(&words.stems(text, subject.lexicon));
    }
    said_besides(subject).for_each(|text| told(&stems(text, subject.lexicon)));
    explained
}

/// The full names that the passport and the order print.
fn said_besides<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s str> {
    let program = subject.program;
    let passport = program.passport.iter().flat_map(Passport::parts).filter_map(|part| part.party.as_ref());
    let items = subject.order.into_iter().flat_map(|order| &order.items).filter_map(|item| match &item.kind {
        ItemKind::Recommend(link) => Some(link),
        ItemKind::Plain | ItemKind::Approve(_) | ItemKind::Assign(_) | ItemKind::Appoint(_) => None,
    });
    let named = passport.chain(items).filter_map(|link| resolve::party(program, &link.written));
    let issuer = program.municipality.issuer.iter().filter_map(|issuer| issuer.name.as_ref());
    named.map(|party| party.name.value.as_str()).chain(issuer.map(|name| name.value.as_str()))
}

/// All words of a name that are abbreviations.
fn abbreviations_in(name: &str) -> impl Iterator<Item = &str> {
    words(name).map(|word| word.text).filter(|word| is_abbreviation(word))
}

/// How often, when more than once.
fn times(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        _ => format!(" ({})", plural::count(count, ["раз", "раза", "раз"])),
    }
}
