//! The order: heading, ground, items, control, signature, appendices.

use super::{Act, Dated, Deadline, Gender, Id, Link, Prose, Text};
use crate::diagnostic::Place;

/// The order.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The day it is signed; absent until then.
    pub date: Option<Dated>,
    /// Its number; absent until it is registered.
    pub number: Option<Text>,
    /// The town, when it is not that of the municipality.
    pub town: Option<Text>,
    /// The heading of its text: «Об утверждении …».
    pub heading: Option<Text>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// What it is for, after «в целях», in the genitive.
    pub purpose: Option<Text>,
    /// The whole of what stands before «приказываю», instead of ground and purpose.
    pub preamble: Option<Prose>,
    /// Its items.
    pub items: Vec<Item>,
    /// Who watches over it.
    pub control: Option<Control>,
    /// Who signs it.
    pub signature: Option<Signature>,
    /// Who agrees to it before it is signed.
    pub visas: Vec<Link>,
    /// Who is to be made acquainted with it.
    pub acquaint: Vec<Link>,
    /// Who prepared it.
    pub executor: Option<Executor>,
    /// Its appendices in order.
    pub appendices: Vec<Appendix>,
    /// Where it was written.
    pub place: Place,
}

/// What an order rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The words before the act: «Во исполнение».
    pub lead: Option<Text>,
    /// The act, written here.
    pub act: Option<Act>,
    /// An act of the program's list, by its id.
    pub link: Option<Link>,
    /// Free words.
    pub text: Option<Text>,
    /// Where it was written.
    pub place: Place,
}

/// An item of the order.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// What it orders.
    pub kind: ItemKind,
    /// The words of the item; for an approval, its own words instead of the usual ones.
    pub text: Option<Text>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// Items under it.
    pub items: Vec<Item>,
    /// Dashed items under it.
    pub dashes: Vec<DashItem>,
    /// Where it was written.
    pub place: Place,
}

/// What an item of the order does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// Says what its text says.
    Plain,
    /// Approves papers; several become items under it.
    Approve(Vec<Approval>),
    /// Gives a person a task.
    Assign(Link),
    /// Appoints a person.
    Appoint(Link),
    /// Recommends something to someone who is not under the head.
    Recommend(Link),
}

/// The approval of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The name others refer to the item by.
    pub id: Option<Id>,
    /// The paper.
    pub paper: Link,
    /// Its name in the accusative, when it is worded otherwise here.
    pub text: Option<Text>,
    /// The short name after «далее –», when it is given here.
    pub short: Option<Text>,
}

/// A dashed item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DashItem {
    /// Its words.
    pub text: Text,
    /// By when.
    pub deadline: Option<Deadline>,
}

/// Who watches over the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// The head keeps it; own words instead of the usual ones when given.
    Own {
        /// The whole sentence.
        text: Option<Text>,
        /// Where it was written.
        place: Place,
    },
    /// It is laid on a person; own words instead of the usual ones when given.
    Person {
        /// The person.
        person: Link,
        /// The whole sentence.
        text: Option<Text>,
    },
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The person.
    pub person: Link,
    /// The post as printed, when it is not the person's.
    pub post: Option<Text>,
    /// Whether the person acts for the holder of the post: «И.о. …».
    pub acting: bool,
}

/// Who prepared the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Executor {
    /// The person.
    pub person: Link,
    /// The telephone.
    pub phone: Option<Text>,
}

/// An appendix.
#[derive(Debug, Clone, PartialEq)]
pub struct Appendix {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// What it is.
    pub content: AppendixContent,
    /// Appendices of this appendix.
    pub appendices: Vec<Appendix>,
    /// The mark in its corner, when it is not the usual one.
    pub mark: Option<Text>,
    /// What «утвержден» agrees with, when neither the paper nor the first words of its title tell it.
    pub gender: Option<Gender>,
    /// Where it was written.
    pub place: Place,
}

/// What an appendix is.
#[derive(Debug, Clone, PartialEq)]
pub enum AppendixContent {
    /// A paper: the program, the roadmap, one of the municipality's own.
    Paper(Link),
    /// A Markdown text with a title.
    Text {
        /// Its title.
        title: Option<Text>,
        /// Its text.
        text: Prose,
        /// Whether it lies on its side.
        landscape: bool,
    },
}
