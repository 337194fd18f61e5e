//! The deadlines of a program as they were understood.

use crate::deadline::{Doubt, Reading, Setting, of, repeats};
use crate::diagnostic::Place;
use crate::document::block_text;
use crate::model::{Deadline, DeadlineForm, Item, Measure, Order, Program};
use std::collections::BTreeMap;

/// A deadline and what it means.
#[derive(Debug)]
pub struct Due<'a> {
    /// The deadline.
    pub deadline: &'a Deadline,
    /// What it means.
    pub reading: Reading,
    /// Whether it is that of a measure; otherwise of an item of the order.
    pub of_measure: bool,
    /// Whether it falls into the term before the day of the order alone.
    pub early: bool,
}

impl Due<'_> {
    /// Where it was written.
    pub fn place(&self) -> Place {
        self.deadline.text.place
    }

    /// The words of the phrase that a doubt concerns.
    pub fn words(&self, doubt: &Doubt) -> &str {
        let phrase = &self.deadline.text.value;
        phrase.get(doubt.words()).filter(|words| !words.is_empty()).unwrap_or(phrase)
    }
}

/// The deadlines of the measures, and those of the order's items.
pub(super) fn dues<'a>(program: &'a Program, measures: &[&'a Measure], order: Option<&'a Order>) -> Vec<Due<'a>> {
    let term = program.term.as_ref().and_then(|term| term.span);
    let day = order.and_then(|order| order.date.as_ref()).map(|date| date.date);
    let mut dues: Vec<Due<'a>> = Vec::new();
    // Many measures have one phrase.
    let mut known: BTreeMap<(&str, bool), (Reading, bool)> = BTreeMap::new();
    let understood = |deadline: &Deadline, setting: Setting<'_>| {
        let reading = of(deadline, &setting);
        let early = never(&reading) && !never(&of(deadline, &Setting { order: None, ..setting }));
        (reading, early)
    };
    for measure in measures {
        let Some(deadline) = &measure.deadline else { continue };
        let text = block_text(&measure.text.blocks);
        let setting = Setting { term, order: day, measure: Some(&text) };
        let (reading, early) = match deadline.form {
            DeadlineForm::Phrase => {
                let phrase = (deadline.text.value.as_str(), repeats(&text));
                known.entry(phrase).or_insert_with(|| understood(deadline, setting)).clone()
            }
            DeadlineForm::Fields { .. } => understood(deadline, setting),
        };
        dues.push(Due { deadline, reading, of_measure: true, early });
    }
    for deadline in order.iter().flat_map(|order| &order.items).flat_map(deadlines) {
        let (reading, early) = understood(deadline, Setting { term, order: day, measure: None });
        dues.push(Due { deadline, reading, of_measure: false, early });
    }
    dues
}

/// Whether it falls into the term not once.
fn never(reading: &Reading) -> bool {
    reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::NoOccurrence { .. }))
}

/// The deadlines of an item and of those within it.
fn deadlines(item: &Item) -> Vec<&Deadline> {
    let own = item.deadline.iter().chain(item.dashes.iter().filter_map(|dash| dash.deadline.as_ref()));
    own.chain(item.items.iter().flat_map(deadlines)).collect()
}
