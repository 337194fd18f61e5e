//! One act with two dates or two numbers.

use super::super::acts::{Kind, Mention, normal_number, normal_title, printed};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    name: "act-conflict",
    level: Level::Warning,
    wants: &[],
    page: include_str!("act_conflict.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut titled: BTreeMap<(Kind, String), Vec<&Mention>> = BTreeMap::new();
    let mut numbered: BTreeMap<(Kind, String, i16), Vec<&Mention>> = BTreeMap::new();
    for act in &subject.acts {
        let (Some(date), Some(number)) = (act.date, &act.number) else { continue };
        if let Some(title) = &act.title {
            titled.entry((act.kind, normal_title(title))).or_default().push(act);
        }
        numbered.entry((act.kind, normal_number(number), date.year())).or_default().push(act);
    }
    for acts in titled.values() {
        for (first, other) in pairs(acts) {
            differ(first, other, found);
        }
    }
    for acts in numbered.values() {
        for (first, other) in pairs(acts) {
            let told = first.title.is_some() && other.title.is_some();
            if !told && first.date != other.date && same_body(first, other) {
                differ(first, other, found);
            }
        }
    }
}

/// Each act that differs in date or number from the first of its group, with that first one.
fn pairs<'a>(acts: &[&'a Mention]) -> Vec<(&'a Mention, &'a Mention)> {
    let Some((first, rest)) = acts.split_first() else { return Vec::new() };
    let key = |act: &Mention| (act.date, act.number.as_deref().map(normal_number));
    let mut seen = BTreeSet::from([key(first)]);
    let mut pairs = Vec::new();
    for act in rest {
        if seen.insert(key(act)) {
            pairs.push((*first, *act));
        }
    }
    pairs
}

/// Whether the words that say whose the acts are name the same body.
fn same_body(first: &Mention, other: &Mention) -> bool {
    let words = |act: &Mention| -> Vec<String> {
        let words = act.body.split(' ').filter(|word| word.chars().count() > 3);
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    let (one, two) = (words(first), words(other));
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

fn differ(first: &Mention, other: &Mention, found: &mut Found<'_>) {
    let number = |act: &Mention| act.number.as_deref().map(normal_number);
    let both = first.date != other.date && number(first) != number(other);
    let [here, there] = [other, first].map(|act| printed(act.date, act.number.as_deref()));
    let message = if both {
        format!("акт с одним названием приведен дважды: {there} и {here}")
    } else {
        format!("один акт назван по-разному: {there} и {here}")
    };
    let help = if both {
        "если новый акт заменил прежний, ссылайтесь только на новый"
    } else {
        "проверьте, где дата и номер верны, и исправьте другое место"
    };
    let finding = other.quoted(found.at(other.place, message).help(help)).also(first.place, "здесь иначе");
    let level = if both { Level::Note } else { Level::Warning };
    found.push(Finding { level, ..finding });
}
