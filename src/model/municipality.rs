//! What a municipality's programs have in common: letterhead, people, parties, abbreviations, layout.

use super::{Checking, DateForm, Party, Person, Text};
use crate::diagnostic::{FileId, Place};
use crate::document::{Image, Look};

/// What the programs of a municipality inherit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Municipality {
    /// Its name.
    pub name: Option<Text>,
    /// The town the papers are made in.
    pub town: Option<Text>,
    /// The body that issues the orders.
    pub issuer: Option<Issuer>,
    /// The letterhead of its orders.
    pub letterhead: Option<Letterhead>,
    /// People.
    pub people: Vec<Person>,
    /// Bodies, groups and schools.
    pub parties: Vec<Party>,
    /// Abbreviations and what they stand for.
    pub abbreviations: Vec<(Text, Text)>,
    /// How papers look.
    pub layout: Layout,
    /// What is said of the check.
    pub checking: Checking,
    /// The files of folders above the program's: other programs inherit them too.
    pub shared: Vec<FileId>,
    /// Whether there is a municipality file at all.
    pub written: bool,
    /// Whether a municipality file could not be read, so that something is missing here.
    pub incomplete: bool,
}

/// The body that issues orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Its name.
    pub name: Option<Text>,
    /// Whose order it is, in the genitive, for the marks of appendices: «к приказу …».
    pub genitive: Option<Text>,
}

/// The letterhead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// The emblem.
    pub emblem: Option<Image>,
    /// One column, or two for two languages.
    pub columns: Vec<LetterheadColumn>,
    /// Where it was written.
    pub place: Place,
}

/// A column of the letterhead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterheadColumn {
    /// The language of the column, a BCP 47 code such as `tt`; Russian when absent.
    pub language: Option<Text>,
    /// The names of the bodies, from above.
    pub lines: Vec<Text>,
    /// Address, telephone and the like.
    pub address: Vec<Text>,
}

/// Settings of the look of papers.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the table of keys")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// «Приложение № 1» rather than «Приложение 1».
    pub number_sign: bool,
    /// Whether the only appendix of an order has the number 1.
    pub single_appendix_number: bool,
    /// The word before the items of an order where it is not the usual «п р и к а з ы в а ю:».
    pub resolution: Option<Text>,
    /// Whether spaces, dashes and quotation marks are mended.
    pub typography: bool,
    /// What stands in the corner of a paper that the order approves.
    pub approved_mark: ApprovedMark,
    /// «ПРИКАЗ» rather than «П Р И К А З».
    pub plain_kind: bool,
    /// Whether a letterhead of one column stands in the left corner.
    pub corner: bool,
    /// How the date of the order is printed.
    pub date: DateForm,
    /// Font, sizes, margins and page numbers.
    pub look: Look,
}

/// What stands in the corner of an appendix that the order approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ApprovedMark {
    /// «Приложение № 1 к приказу …».
    #[default]
    Appendix,
    /// «УТВЕРЖДЕНА приказом …».
    Approval,
    /// «Приложение № 1» and under it «УТВЕРЖДЕНА приказом …».
    Both,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            number_sign: true,
            single_appendix_number: false,
            resolution: None,
            typography: true,
            approved_mark: ApprovedMark::default(),
            plain_kind: false,
            corner: false,
            date: DateForm::Written,
            look: Look::default(),
        }
    }
}
