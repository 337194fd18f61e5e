//! The model: a program as plain data, each value with the place it was written at.
//!
//! Made by `read`, numbered by `resolve`, judged by `check`, printed by `compose`. It knows no YAML, no
//! template and no output. What is obligatory is said by the standard alone; here only a name is.

mod act;
mod calendar;
mod cycle;
mod deadline;
mod directory;
mod funding;
mod goal;
mod indicator;
mod label;
mod money;
mod municipality;
mod order;
mod paper;
mod party;
mod passport;
mod program;
mod roadmap;
mod short;
mod standard;
mod text;

pub use act::Act;
pub use calendar::{DateForm, Dated, MONTHS, Period, Span, Term, TermKind};
pub use cycle::CycleLink;
pub use deadline::{Deadline, DeadlineForm};
pub use directory::{Directory, Names, PaperKey, TaskAt};
pub use funding::{Amount, Funding, FundingSource, WrittenSum};
pub use goal::{ExpectedResult, Goal, Task, Wordings};
pub use indicator::{Baseline, Direction, Indicator, IndicatorColumn, IndicatorTable, IndicatorValue};
pub use label::{Label, Numeral};
pub use money::Money;
pub use municipality::{ApprovedMark, Issuer, Layout, Letterhead, LetterheadColumn, Municipality};
pub use order::{
    Appendix, AppendixContent, Approval, Basis, Control, DashItem, Executor, Item, ItemKind, Order, Signature,
};
pub use paper::{BuiltIn, Content, Gender, Paper, Part, PartKind, Title, TitlePage};
pub use party::{Case, CaseForms, Party, PartyKind, Person, Post};
pub use passport::{Passport, PassportPart, PassportRow, PassportRowKind};
pub use program::Program;
pub use roadmap::{Measure, MeasureNumbering, PartyLayout, Responsible, Roadmap, RoadmapColumn, RoadmapSection, Stage};
pub use short::is_short;
pub use standard::{Checking, Degree, Exception, Standard, StandardSection};
pub use text::{Id, Link, NoId, Prose, Reference, Text};
