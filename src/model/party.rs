//! Bodies, schools, groups, people and their posts, with case forms given by hand.

use super::{Id, Link, Text};
use crate::diagnostic::Place;

/// A grammatical case other than the nominative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Кого? чего?
    Genitive,
    /// Кому? чему?
    Dative,
    /// Кого? что?
    Accusative,
    /// Кем? чем?
    Instrumental,
}

/// The forms of a name in the cases other than the nominative; none is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseForms {
    /// Кого? чего?
    pub genitive: Option<Text>,
    /// Кому? чему?
    pub dative: Option<Text>,
    /// Кого? что?
    pub accusative: Option<Text>,
    /// Кем? чем?
    pub instrumental: Option<Text>,
}

impl CaseForms {
    /// The form of a case, if it was given.
    pub fn get(&self, case: Case) -> Option<&Text> {
        match case {
            Case::Genitive => self.genitive.as_ref(),
            Case::Dative => self.dative.as_ref(),
            Case::Accusative => self.accusative.as_ref(),
            Case::Instrumental => self.instrumental.as_ref(),
        }
    }
}

/// A body, a school or a group that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// What it is.
    pub kind: PartyKind,
    /// Its full name.
    pub name: Text,
    /// Its short name, as it stands in tables.
    pub short: Option<Text>,
    /// Its full name in other cases.
    pub cases: CaseForms,
    /// The person at its head.
    pub head: Option<Link>,
    /// Where it was written.
    pub place: Place,
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    /// A body, an organisation or a group.
    Organisation,
    /// A school.
    School,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name others refer to the person by.
    pub id: Option<Id>,
    /// Initials and surname as in a signature: «Л.Ю. Живцова».
    pub name: Text,
    /// The name in other cases: «Живцовой Л.Ю.».
    pub cases: CaseForms,
    /// The post.
    pub post: Option<Post>,
    /// Where it was written.
    pub place: Place,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its name: «председатель комитета».
    pub name: Text,
    /// Its name in other cases.
    pub cases: CaseForms,
}
