//! A share that divides people by organisations, or organisations by people.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::{Word, words};
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "share-of-another",
    level: Level::Warning,
    wants: &[],
    page: include_str!("share_of_another.md"),
    check,
};

/// How the words for people begin; they stand before those for organisations, since «школьник» begins with «школ».
const PEOPLE: [&str; 16] = [
    "обучающ", "учащ", "школьник", "ученик", "выпускник", "дет", "участник", "педагог", "учител", "работник",
    "руководител", "специалист", "родител", "воспитанник", "молодеж", "молодёж",
];

/// How the words for organisations begin.
const ORGANISATIONS: [&str; 5] = ["организаци", "школ", "учрежден", "оо", "оу"];

/// How far from «доля» the counted thing stands: after words that say more of it.
const NEAR: usize = 4;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    People,
    Organisations,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in subject.indicators() {
        let Some(name) = &own.indicator.name else { continue };
        if let Some((part, whole)) = odd(&name.value) {
            let message = format!("доля делит разное: считаются «{part}», а делятся на «{whole}»");
            let help = "назовите целое того же рода: «доля обучающихся … от общего числа обучающихся»";
            found.push(found.at(name.place, message).help(help).quote(whole));
        }
    }
}

/// The counted word and the word of the whole when they are of different kinds.
fn odd(name: &str) -> Option<(&str, &str)> {
    let words: Vec<_> = words(name).collect();
    let is = |word: &Word<'_>, begins: &str| word.text.to_lowercase().starts_with(begins);
    let share = words.iter().position(|word| is(word, "дол") || is(word, "процент"))?;
    let of = share + words[share..].windows(2).position(|pair| is(&pair[0], "от") && is(&pair[1], "общ"))?;
    let first = |from: &[Word<'_>]| {
        from.iter().take(NEAR).find_map(|word| Some((counted(word.text)?, word.start, word.end())))
    };
    let (part, from, to) = first(&words[share + 1..of])?;
    let (whole, start, end) = first(&words[of + 2..])?;
    (part != whole).then_some((&name[from..to], &name[start..end]))
}

fn counted(word: &str) -> Option<Counted> {
    let lower = word.to_lowercase();
    let short = lower.chars().count() == 2;
    let begins = |all: &[&str]| all.iter().any(|begin| lower.starts_with(begin) && (begin.chars().count() > 2 || short));
    if begins(&PEOPLE) || lower.starts_with("дет") {
        return Some(Counted::People);
    }
    begins(&ORGANISATIONS).then_some(Counted::Organisations)
}

#[cfg(test)]
mod tests {
    use super::odd;

    #[test]
    fn people_are_no_part_of_organisations() {
        for (name, wanted) in [
            ("Доля обучающихся ОО, участвующих в олимпиадах, от общего количества ОО", Some(("обучающихся", "ОО"))),
            ("Доля ОО, где выстроена работа педагогов, от общего числа ОО", None),
            ("Доля обучающихся ОО ниже минимума от общего количества обучающихся ОО, прошедших ГИА", None),
            ("Доля молодых педагогов школ от общей численности педагогических работников", None),
            ("Процент школ, имеющих план, от общего числа учителей", Some(("школ", "учителей"))),
            ("Доля выпускников, получивших аттестат", None),
        ] {
            assert_eq!(odd(name), wanted, "{name}");
        }
    }
}
