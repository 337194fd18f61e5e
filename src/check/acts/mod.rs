//! The legal acts that a program names: as fields, as a whole text, or in the middle of a sentence.

mod federal;
mod requisites;

pub use federal::{FEDERAL, Federal};
pub use requisites::{Requisites, normal_number, normal_title, requisites, without_quoted};

use super::passages::{Passage, Role};
use super::text::form::Traits;
use super::text::tokens::Tokens;
use crate::diagnostic::{Finding, Place};
use crate::model::{Act, Dated, Order, Program, Text};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What kind of act it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A law.
    Law,
    /// A decree of the President.
    Decree,
    /// A «постановление».
    Resolution,
    /// A «распоряжение».
    Direction,
    /// An order.
    Order,
    /// A letter.
    Letter,
    /// A decision.
    Decision,
    /// Minutes.
    Minutes,
}

impl Kind {
    /// Whether each act of this kind has a date and a number.
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Law | Self::Decree | Self::Resolution | Self::Direction | Self::Order)
    }
}

/// The kind of act that the words name.
pub fn kind_of(words: &str) -> Option<Kind> {
    requisites::kind(words).map(|(kind, _)| kind)
}

/// Where an act is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In the list of acts of the program.
    List,
    /// In the ground or the preamble of the order.
    Ground,
    /// In the mark of an appendix.
    Mark,
    /// Anywhere else.
    Text,
}

/// An act as named in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What kind of act it is.
    pub kind: Kind,
    /// The words around the kind that say whose it is, in lower case.
    pub body: String,
    /// The day it was signed.
    pub date: Option<Date>,
    /// Its number as written.
    pub number: Option<String>,
    /// Its title as written, without the outer quotation marks.
    pub title: Option<String>,
    /// Where it is named.
    pub home: Home,
    /// Where that was written: the date or number of fields, the whole text otherwise.
    pub place: Place,
    /// The words with date and number, when the place covers more.
    pub quote: Option<String>,
}

impl Mention {
    /// Whether it is an act of the Federation.
    pub fn is_federal(&self) -> bool {
        let body = &self.body;
        let nation =
            body.contains("российской федерации") || body.split(' ').any(|word| word == "рф" || word == "россии");
        nation || body.contains("федеральн") || body.contains("президент")
    }

    /// The finding narrowed to the words with date and number.
    pub fn quoted(&self, finding: Finding) -> Finding {
        match &self.quote {
            Some(quote) => finding.quote(quote.clone()),
            None => finding,
        }
    }

    /// Its date and number as people write them: «от 29.12.2012 № 273-ФЗ».
    pub fn printed(&self) -> String {
        printed(self.date, self.number.as_deref())
    }
}

/// A date and a number as people write them: «от 29.12.2012 № 273-ФЗ».
pub fn printed(date: Option<Date>, number: Option<&str>) -> String {
    let date = date.map(|date| format!("от {}", day(date)));
    let number = number.map(|number| format!("№ {number}"));
    date.into_iter().chain(number).collect::<Vec<_>>().join(" ")
}

/// A day in digits: «29.12.2012».
pub fn day(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// All acts that a program and its order name, in the order of the model.
pub fn mentions(program: &Program, order: Option<&Order>, passages: &[Passage<'_>]) -> Vec<Mention> {
    let mut all = Vec::new();
    for act in &program.acts {
        all.extend(of_fields(act, Home::List));
    }
    for act in order.into_iter().flat_map(|order| &order.basis).filter_map(|basis| basis.act.as_ref()) {
        all.extend(of_fields(act, Home::Ground));
    }
    let ground = grounds(order);
    let listed: BTreeSet<Place> =
        program.acts.iter().filter_map(|act| act.text.as_ref()).map(|text| text.place).collect();
    for passage in passages {
        if passage.role == Role::Act && !listed.contains(&passage.place) {
            continue;
        }
        if !may_name(&passage.words) {
            continue;
        }
        let home = if listed.contains(&passage.place) {
            Home::List
        } else if is_within(&ground, passage.place) {
            Home::Ground
        } else {
            Home::Text
        };
        all.extend(of_text(&passage.text, passage.place, home));
    }
    for mark in order.into_iter().flat_map(marks) {
        all.extend(of_text(&mark.value, mark.place, Home::Mark));
    }
    all
}

/// Whether a text with these words may name an act: by its kind and a number or a date.
fn may_name(words: &Tokens) -> bool {
    let dated = words.traits.has(Traits::FROM.with(Traits::DIGIT));
    let numbered = words.may_hold("№") || words.traits.has(Traits::NUMBER);
    words.traits.has(Traits::ACT) && (dated || numbered)
}

/// An act given as fields.
fn of_fields(act: &Act, home: Home) -> Option<Mention> {
    let kind = act.kind.as_ref()?;
    let (class, body) = requisites::kind(&kind.value)?;
    let place = act.date.as_ref().map(|Dated { place, .. }| *place);
    Some(Mention {
        kind: class,
        body,
        date: act.date.as_ref().map(|dated| dated.date),
        number: act.number.as_ref().map(|number| number.value.trim().to_owned()),
        title: act.title.as_ref().map(|title| title.value.clone()),
        home,
        place: place.or(act.number.as_ref().map(|number| number.place)).unwrap_or(act.place),
        quote: None,
    })
}

/// The acts named in a text.
fn of_text(text: &str, place: Place, home: Home) -> Vec<Mention> {
    let found = requisites(text).into_iter();
    found
        .map(|Requisites { kind, body, date, number, title, quote }| Mention {
            kind,
            body,
            date,
            number,
            title,
            home,
            place,
            quote: Some(quote),
        })
        .collect()
}

/// Where the ground of an order was written in plain words.
fn grounds(order: Option<&Order>) -> Vec<Place> {
    let Some(order) = order else { return Vec::new() };
    let texts = order.basis.iter().filter_map(|basis| basis.text.as_ref()).map(|text| text.place);
    let mut places: Vec<Place> = texts.chain(order.preamble.iter().map(|preamble| preamble.place)).collect();
    places.sort_unstable();
    places
}

/// The marks of the appendices that are not the usual ones.
pub fn marks(order: &Order) -> Vec<&Text> {
    fn gather<'o>(appendices: &'o [crate::model::Appendix], all: &mut Vec<&'o Text>) {
        for appendix in appendices {
            all.extend(&appendix.mark);
            gather(&appendix.appendices, all);
        }
    }
    let mut all = Vec::new();
    gather(&order.appendices, &mut all);
    all
}

/// Whether a place lies within one of others, which stand in order and apart from each other.
fn is_within(all: &[Place], inner: Place) -> bool {
    let after = all.partition_point(|outer| (outer.file, outer.start) <= (inner.file, inner.start));
    after.checked_sub(1).is_some_and(|at| all[at].file == inner.file && inner.end <= all[at].end)
}
