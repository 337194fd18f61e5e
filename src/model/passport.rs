//! The passport of a program.

use super::{Label, Link, Prose, Text};
use crate::diagnostic::Place;

/// The passport: what stands nowhere else, and which rows it has.
#[derive(Debug, Clone, PartialEq)]
pub struct Passport {
    /// The title of the passport as a paper of its own.
    pub title: Option<Text>,
    /// What the program was made on the ground of.
    pub basis: Vec<PassportPart>,
    /// Who ordered the program.
    pub customer: Vec<PassportPart>,
    /// Who made it.
    pub developers: Vec<PassportPart>,
    /// Who carries it out.
    pub executors: Vec<PassportPart>,
    /// By what it is carried out.
    pub mechanisms: Vec<PassportPart>,
    /// By what money.
    pub funding: Vec<PassportPart>,
    /// Who watches over it.
    pub control: Vec<PassportPart>,
    /// The rows in order; the usual ones that have data when empty.
    pub rows: Vec<PassportRow>,
    /// Where it was written.
    pub place: Place,
}

impl Passport {
    /// The parts of all rows that are written in it.
    pub fn parts(&self) -> impl Iterator<Item = &PassportPart> {
        let rows = [&self.basis, &self.customer, &self.developers, &self.executors];
        rows.into_iter().chain([&self.mechanisms, &self.funding, &self.control]).flatten()
    }
}

/// A part of a passport row: «Кадровое обеспечение: …» with a list under it.
#[derive(Debug, Clone, PartialEq)]
pub struct PassportPart {
    /// What stands before the colon.
    pub label: Option<Text>,
    /// A party, when it is one.
    pub party: Option<Link>,
    /// The text.
    pub text: Option<Text>,
    /// A list under the text.
    pub list: Vec<Text>,
    /// Where it was written.
    pub place: Place,
}

/// A row of the passport.
#[derive(Debug, Clone, PartialEq)]
pub struct PassportRow {
    /// What the row shows.
    pub kind: PassportRowKind,
    /// Its caption, when it is not the usual one.
    pub caption: Option<Text>,
    /// How its items are numbered, when not as usual.
    pub label: Option<Label>,
    /// Where it was written.
    pub place: Place,
}

/// What a row of the passport shows.
#[derive(Debug, Clone, PartialEq)]
pub enum PassportRowKind {
    /// The name of the program.
    Name,
    /// The ground.
    Basis,
    /// Who ordered it.
    Customer,
    /// Who made it.
    Developers,
    /// Who carries it out.
    Executors,
    /// The goals.
    Goals,
    /// The tasks.
    Tasks,
    /// The indicators.
    Indicators,
    /// The term.
    Term,
    /// The money.
    Funding,
    /// The mechanisms.
    Mechanisms,
    /// The expected results.
    Results,
    /// The control.
    Control,
    /// A row of the municipality's own.
    Own(Prose),
}
