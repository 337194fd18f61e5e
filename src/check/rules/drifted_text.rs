//! A text that was typed anew in another place and drifted apart from the first.

use super::super::text::fold::brief;
use super::super::text::form::Key;
use super::super::text::lexicon::Lexicon;
use super::super::text::likeness::{Index, Stems, shared};
use super::super::text::tokens::{Token, Tokens};
use super::super::passages::{Passage, Role};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};
use crate::model::{Text, Wordings};

pub const RULE: Rule = Rule {
    name: "drifted-text",
    level: Level::Warning,
    wants: &[],
    page: include_str!("drifted_text.md"),
    check,
};

/// How like a retyped text must be: titles are rewritten more freely.
const LIKE: f64 = 0.72;
const TITLES_LIKE: f64 = 0.6;

/// Shorter texts are alike by chance.
const FEWEST: usize = 5;

/// How many words a wording must have more or fewer to be worth a note.
const DIFFERING: usize = 5;

/// Stems of the words of a term, which differ from paper to paper.
const TERM: [&str; 3] = ["год", "учебн", "срок"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    retyped(subject, found);
    wordings(subject, found);
}

/// Paragraphs, passport rows and items that repeat a goal, a task, an indicator or a title with other words.
fn retyped(subject: &Subject<'_>, found: &mut Found<'_>) {
    let view = View::of(subject.lexicon);
    let sources: Vec<&Passage<'_>> = subject.passages.iter().filter(|passage| source(passage.role).is_some()).collect();
    let index = Index::new(sources.iter().map(|passage| view.set(&passage.text, &passage.words)).collect(), TITLES_LIKE);
    for passage in subject.passages {
        if !may_repeat(passage.role) || passage.words.all.len() < FEWEST {
            continue;
        }
        let own = view.set(&passage.text, &passage.words);
        if own.len() < FEWEST {
            continue;
        }
        let mut like = index.like(&own);
        like.retain(|(number, _)| sources[*number].place != passage.place);
        let Some((number, best)) = like.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)) else { continue };
        let other = sources[number];
        let titles = other.role == Role::Title && matches!(passage.role, Role::OrderHeading | Role::Item);
        if best >= 1.0 || best < if titles { TITLES_LIKE } else { LIKE } {
            continue;
        }
        let Some((here, there)) = view.replaced(&passage.text, &other.text) else { continue };
        let name = source(other.role).unwrap_or_default();
        let message = format!("тот же текст, что в {name}, записан другими словами: здесь «{}», там «{}»", brief(here), brief(there));
        let help = "приведите оба места к одним словам или напишите текст один раз";
        found.push(found.at(passage.place, message)
.help(help).quote(here).also(other.place, "здесь иначе"));
    }
}

/// Goals, tasks and indicators that a wording of their own says otherwise.
fn wordings(subject: &Subject<'_>, found: &mut Found<'_>) {
    let program = subject.program;
    let goals = program.goals.iter().map(|goal| ("цель", Some(&goal.text), &goal.wordings));
    let tasks = program.all_tasks().map(|task| ("задача", Some(&task.text), &task.wordings));
    for (name, text, Wordings { passport, section, indicators, roadmap, place: _ }) in goals.chain(tasks) {
        let Some(text) = text else { continue };
        for wording in [passport, section, indicators, roadmap].into_iter().flatten() {
            if let Some(finding) = drifted(name, text, wording, &View::of(subject.lexicon), found) {
                found.push(finding);
            }
        }
    }
}

fn drifted(name: &str, text: &Text, wording: &Text, view: &View<'_>, found: &Found<'_>) -> Option<Finding> {
    let said = format!("{name} в двух местах документа сформулирована по-разному");
    let help = "если разница не нужна, удалите эту строку из «иначе»";
    let finding = |message| found.at(wording.place, message).help(help).also(text.place, "здесь иначе");
    let finding = match view.replaced(&wording.value, &text.value) {
        Some((here, there)) => {
            finding(format!("{said}: здесь «{}», там «{}»", brief(here), brief(there))).quote(here)
        }
        None if view.differing(&text.value, &wording.value) >= DIFFERING => finding(said),
        None => return None,
    };
    Some(Finding { level: Level::Note, ..finding })
}

/// Where a text that others repeat stands, in the prepositional case.
fn source(role: Role) -> Option<&'static str> {
    match role {
        Role::Title => Some("наименовании"),
        Role::Goal => Some("цели"),
        Role::Task => Some("задаче"),
        Role::Result => Some("ожидаемом результате"),
        Role::Indicator | Role::Attribute => Some("показателе"),
        Role::Act
        | Role::Passport
        | Role::Heading
        | Role::Paragraph
        | Role::Cell
        | Role::Measure
        | Role::MeasureResult
        | Role::Deadline
        | Role::Responsible
        | Role::Item
        | Role::OrderHeading => None,
    }
}

/// Whether a text of this role may repeat another.
fn may_repeat(role: Role) -> bool {
    matches!(role, Role::Paragraph | Role::Passport | Role::Heading | Role::Item | Role::OrderHeading)
}

/// How texts are looked at when they are compared.
struct View<'l> {
    lexicon: &'l Lexicon,
    term: [Key; 3],
}

impl<'l> View<'l> {
    fn of(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, term: TERM.map(|stem| lexicon.key(stem)) }
    }

    /// The stems of a text.
    fn set(&self, text: &str, words: &Tokens) -> Stems {
        let mut stems = words.stems(text, self.lexicon);
        stems.retain(|stem| !self.term.contains(stem));
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// How many stems only one of two texts has.
    fn differing(&self, one: &str, other: &str) -> usize {
        let [one, other] = [one, other].map(|text| self.set(text, &Tokens::of(text, self.lexicon)));
        one.len() + other.len() - 2 * shared(&one, &other)
    }

    /// The first words of a text that stand in place of other words between the same neighbours; other forms of one
    /// word and the words with which a text begins are no others.
    fn replaced<'t>(&self, here: &'t str, there: &'t str) -> Option<(&'t str, &'t str)> {
        let words = [here, there].map(|text| Tokens::of(text, self.lexicon));
        let (one, other) = (self.meant(&words[0]), self.meant(&words[1]));
        let (known_one, known_other) = (self.set(here, &words[0]), self.set(there, &words[1]));
        let shared = common(&one, &other);
        let ends = shared.iter().copied().chain([(one.len(), other.len())]);
        shared.iter().zip(ends.skip(1)).find_map(|((a, b), (c, d))| {
            let (mine, theirs) = (&one[a + 1..c], &other[b + 1..d]);
            let strange = |words: &[Token], known: &Stems| words.iter().any(|word| known.binary_search(&word.form.stem).is_err());
            let form = |(one, other): (&Token, &Token)| kin(&self.lexicon.text(one.form.stem), &self.lexicon.text(other.form.stem));
            let forms = mine.len() == theirs.len() && mine.iter().zip(theirs).all(form);
            (strange(mine, &known_other) && strange(theirs, &known_one) && !forms)
                .then(|| (span(here, mine), span(there, theirs)))
        })
    }

    /// The words that carry meaning.
    fn meant(&self, words: &Tokens) -> Vec<Token> {
        words.telling().filter(|word| !self.term.contains(&word.form.stem)).copied().collect()
    }
}

/// Whether two stems are of one root, as «разработк» and «разработан»: they share most of the shorter one.
fn kin(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    same >= 6 && same + 2 >= one.chars().count().min(other.chars().count())
}

/// The words from the first to the last as they stand in the text.
fn span<'t>(text: &'t str, words: &[Token]) -> &'t str {
    match words {
        [first, .., last] => &text[first.start()..last.end()],
        [one] => &text[one.range()],
        [] => "",
    }
}

/// The longest run of words that both have in the same order, as pairs of indexes.
fn common(one: &[Token], other: &[Token]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0_u32; (one.len() + 1) * width];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            longest[a * width + b] = if one[a].form.stem == other[b].form.stem {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < one.len() && b < other.len() {
        if one[a].form.stem == other[b].form.stem {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_place_of_others_are_told() {
        for (here, there, wanted) in [
            ("Доля школ города с низкими результатами", "доля школ района с низкими результатами", Some(("города", "района"))),
            ("Доля школ", "доли школы", None),
            ("Об утверждении плана работы школ", "Программа и план работы школ", None),
            ("Доля школ города", "доля школ", None),
            ("доля школ на 2021 год", "доля школ за 2022 год", None),
            ("план школ разработан и утвержден", "план школ, разработка и утверждение", None),
            ("меры школ и центра", "меры центра и школ", None),
            ("договоры школ города", "договоры школ района", Some(("города", "района"))),
        ] {
            assert_eq!(View::of(&Lexicon::default()).replaced(here, there), wanted, "{here}");
        }
    }
}
