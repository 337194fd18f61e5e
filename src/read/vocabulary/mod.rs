//! The one table of keys: what may stand in the YAML files.
//!
//! It drives reading, «возможно, имелось в виду», the JSON Schema and the reference page. Every key has a
//! Russian and an English name, both first-class; the English one is also the id that `read` asks by.

mod common;
mod cycle;
mod funding;
mod municipality;
mod order;
mod paper;
mod program;
mod roadmap;
mod standard;

use common::GENDER;
pub use common::{ACT, DEADLINE, OTHERWISE, RESPONSIBLE};
pub use funding::{FUNDING, FUNDING_SOURCE};
pub use municipality::{
    ISSUER, LAYOUT, LETTERHEAD, LETTERHEAD_COLUMN, MUNICIPALITY, MUNICIPALITY_CARD, PARTY, PERSON, POST, SCHOOL,
};
pub use order::{APPENDIX, APPROVAL, BASIS, CONTROL, DASH_ITEM, EXECUTOR, ITEM, ORDER, SIGNATURE};
pub use paper::{CONTENT, PAPER, PART, TITLE_PAGE};
pub use program::{
    BASELINE, EDITION, EDITION_CARD, GOAL, INDICATOR, INDICATOR_CAPTIONS, INDICATOR_TABLE, PASSPORT, PASSPORT_PART,
    PASSPORT_ROW, PROGRAM, PROGRAM_CARD, RESULT, TASK,
};
pub use roadmap::{MEASURE, ROADMAP, ROADMAP_CAPTIONS, ROADMAP_SECTION, STAGE};
pub use standard::{CHECKING, EXCEPTION, STANDARD};

/// A mapping with known keys.
#[derive(Debug)]
pub struct Record {
    /// The English name of the type, for the schema's definitions.
    pub en: &'static str,
    /// One Russian sentence: what it is.
    pub doc: &'static str,
    /// Which key a bare value stands for.
    pub shorthand: Shorthand,
    /// The keys, in the order of the reference page.
    pub fields: &'static [Field],
}

/// Which key a bare value stands for where a mapping is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shorthand {
    /// None: a mapping must be written.
    No,
    /// The key of this English name.
    Field(&'static str),
    /// The key `file` for a value that ends in `.md`, otherwise the key of this English name.
    FileOr(&'static str),
}

/// A key of a mapping.
#[derive(Debug)]
pub struct Field {
    /// The Russian name.
    pub ru: &'static str,
    /// The English name, and the id that `read` asks by.
    pub en: &'static str,
    /// One Russian sentence: what is written there.
    pub doc: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// Whether the key must be there.
    pub required: bool,
}

/// What kind of value a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Plain text of one paragraph.
    Text,
    /// Markdown.
    Prose,
    /// A date.
    Date,
    /// The term of a program.
    Term,
    /// A year or a school year.
    Period,
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// A pattern of numbers.
    Label,
    /// A new id.
    Id,
    /// One of some words.
    Choice(&'static [Choice]),
    /// The id or name of another thing.
    Link(Target),
    /// A Markdown file beside this one.
    MarkdownFile,
    /// A PNG file beside this one.
    PngFile,
    /// A mapping with known keys.
    Record(&'static Record),
    /// A list of mappings with known keys; a single one is a list of one.
    Records(&'static Record),
    /// A list; a single value is a list of one.
    List(&'static Kind),
    /// Years or school years, each with a value.
    Values,
    /// A sum of money.
    Money,
    /// Years or school years, each with a sum of money.
    Amounts,
    /// Any keys, each with a text.
    Dictionary,
}

/// A word that a key takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The Russian word.
    pub ru: &'static str,
    /// The English word, and the id that `read` matches.
    pub en: &'static str,
    /// One Russian sentence: what it means.
    pub doc: &'static str,
    /// Further Russian words for the same.
    pub also: &'static [&'static str],
}

/// What a link names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A task, by id or by number.
    Task,
    /// An indicator, by id or by number.
    Indicator,
    /// A party or school, by id or name.
    Party,
    /// A person, by id or name.
    Person,
    /// A legal act, by id.
    Act,
    /// A paper: «программа», «паспорт», «дорожная карта», or an id.
    Paper,
}

impl Record {
    /// A record that must be written as a mapping.
    pub const fn new(en: &'static str, doc: &'static str, fields: &'static [Field]) -> Self {
        Self { en, doc, shorthand: Shorthand::No, fields }
    }

    /// A record for which a bare value may stand.
    pub const fn short(en: &'static str, doc: &'static str, shorthand: Shorthand, fields: &'static [Field]) -> Self {
        Self { en, doc, shorthand, fields }
    }

    /// The field of this Russian or English name.
    pub fn find(&self, written: &str) -> Option<&'static Field> {
        self.index(written).map(|index| &self.fields[index])
    }

    /// The index of the field of this Russian or English name.
    pub fn index(&self, written: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.ru == written || field.en == written)
    }
}

impl Field {
    /// A key that may be left out.
    pub const fn new(ru: &'static str, en: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self { ru, en, doc, kind, required: false }
    }

    /// A key that must be there.
    pub const fn required(ru: &'static str, en: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self { ru, en, doc, kind, required: true }
    }
}

impl Choice {
    /// A word with its meaning.
    pub const fn new(ru: &'static str, en: &'static str, doc: &'static str) -> Self {
        Self { ru, en, doc, also: &[] }
    }

    /// The same with further Russian words for it.
    #[must_use]
    pub const fn or(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// All its words, the usual ones first.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.ru, self.en].into_iter().chain(self.also.iter().copied())
    }
}
