//! Papers: their titles and what stands in them, part by part.

use super::{CycleLink, Id, Label, Prose, Text};
use crate::diagnostic::Place;

/// The title of a paper in the forms that papers need; none is guessed from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// In the nominative, as it stands on the paper.
    pub nominative: Text,
    /// In the accusative: «Утвердить …».
    pub accusative: Option<Text>,
    /// The short name after «далее –».
    pub short: Option<Text>,
    /// What «утвержден» agrees with, when the first words of the title do not tell it.
    pub gender: Option<Gender>,
}

/// The gender, or the plural, of the word that names a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// «План утвержден».
    Masculine,
    /// «Программа утверждена».
    Feminine,
    /// «Положение утверждено».
    Neuter,
    /// «Мероприятия утверждены».
    Plural,
}

/// A paper of the municipality's own, approved beside the program.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The name others refer to it by.
    pub id: Id,
    /// Its title.
    pub title: Title,
    /// How its sections are numbered.
    pub section_label: Label,
    /// What stands in it.
    pub contents: Vec<Content>,
    /// Where it was written.
    pub place: Place,
}

/// A paper made from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BuiltIn {
    /// The program.
    Program,
    /// The passport alone.
    Passport,
    /// The roadmap.
    Roadmap,
}

/// A section of a paper, or parts without a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// Its heading.
    pub heading: Option<Text>,
    /// Whether the heading has a number.
    pub numbered: bool,
    /// Whether its text goes on in the line of the heading.
    pub run_in: bool,
    /// Whether it stands on pages that lie on their side.
    pub landscape: bool,
    /// The links of the management cycle that it tells of.
    pub cycle: Vec<CycleLink>,
    /// What stands in it, in order.
    pub parts: Vec<Part>,
    /// Sections within it.
    pub sections: Vec<Content>,
    /// Where it was written.
    pub place: Place,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What is said before it.
    pub lead: Option<Prose>,
    /// How its items are numbered, when not as usual.
    pub label: Option<Label>,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a section is.
#[derive(Debug, Clone, PartialEq)]
pub enum PartKind {
    /// Prose.
    Prose(Prose),
    /// The passport table.
    Passport,
    /// The list of legal acts.
    Acts,
    /// The goals.
    Goals,
    /// The tasks.
    Tasks,
    /// The table of indicators.
    Indicators,
    /// The list of expected results.
    Results,
    /// The table of the money by sources and years.
    Funding,
    /// The roadmap's table.
    Roadmap,
    /// The measures as a list in the text, without deadlines.
    Measures,
    /// The list of abbreviations.
    Abbreviations,
    /// Nothing but the lead.
    None,
}

/// The title page of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitlePage {
    /// The town at its foot.
    pub town: Option<Text>,
    /// The year at its foot.
    pub year: Option<Text>,
    /// Where it was asked for.
    pub place: Place,
}
