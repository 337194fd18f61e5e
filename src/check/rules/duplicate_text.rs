//! The same goal, task, indicator, result or measure written twice.

use super::super::text::fold::{brief, fold};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Level, Place};
use crate::document::block_text;
use crate::model::{Measure, Text};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    name: "duplicate-text",
    level: Level::Warning,
    wants: &[],
    page: include_str!("duplicate_text.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let program = subject.program;
    let alone = |text: &Text| (fold(&text.value), text.value.clone(), text.place);
    once("цель", program.goals.iter().map(|goal| alone(&goal.text)), found);
    once("задача", program.all_tasks().map(|task| alone(&task.text)), found);
    once("результат", program.results.iter().map(|result| alone(&result.text)), found);
    once("показатель", of_indicators(subject).into_iter(), found);
    let mut measures = Vec::new();
    for stage in subject.stages() {
        stage.measures.iter().for_each(|measure| gather(measure, "", &mut measures));
    }
    once("мероприятие", measures.into_iter(), found);
}

/// Rows under different indicators, or in different units, may have one name.
fn of_indicators(subject: &Subject<'_>) -> Vec<(String, String, Place)> {
    let (mut above, mut all) = (Vec::new(), Vec::new());
    for own in subject.indicators() {
        above.truncate(own.level - 1);
        let name = own.indicator.name.as_ref();
        let unit = own.unit.map(|unit| fold(&unit.value)).unwrap_or_default();
        let key = name.map(|name| [above.concat(), fold(&name.value), unit].join("\n"));
        above.push(name.map(|name| fold(&name.value)).unwrap_or_default());
        all.extend(name.zip(key).map(|(name, key)| (key, name.value.clone(), name.place)));
    }
    all
}

/// The same measure at another time is another measure.
fn gather(measure: &Measure, above: &str, all: &mut Vec<(String, String, Place)>) {
    let text = block_text(&measure.text.blocks);
    let deadline = measure.deadline.as_ref().map(|deadline| fold(&deadline.text.value)).unwrap_or_default();
    let key = [above, &fold(&text), &deadline].join("\n");
    measure.children.iter().for_each(|child| gather(child, &key, all));
    all.push((key, text.into_owned(), measure.text.place));
}

/// Tells of keys that came before: each a key, the words and the place.
fn once(what: &str, texts: impl Iterator<Item = (String, String, Place)>, found: &mut Found<'_>) {
    let mut known: BTreeMap<String, Place> = BTreeMap::new();
    for (key, text, place) in texts {
        if let Some(first) = known.get(&key) {
            let message = format!("{what} «{}» уже есть", brief(&text));
            let finding = found.at(place, message).also(*first, "первый раз – здесь");
            found.push(finding.help("уберите повтор или напишите, чем одно отличается от другого"));
        } else {
            known.insert(key, place);
        }
    }
}
