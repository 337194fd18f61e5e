//! The roadmap: sections, stages, measures.

use super::{Content, CycleLink, Deadline, Id, Label, Link, Prose, Text, Title, Wordings};
use crate::diagnostic::Place;

/// The roadmap, or plan of measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Roadmap {
    /// Its title, when it is a paper of its own.
    pub title: Option<Title>,
    /// How the measures are counted.
    pub numbering: MeasureNumbering,
    /// How a measure's number is written; its numeral stands for the whole number («1.2»).
    pub number: Label,
    /// How the sections are numbered.
    pub section_label: Label,
    /// The columns in order.
    pub columns: Vec<RoadmapColumn>,
    /// Captions that differ from the usual ones.
    pub captions: Vec<(RoadmapColumn, Text)>,
    /// Shares of the columns' widths, when given.
    pub widths: Vec<u32>,
    /// How several parties stand in a cell.
    pub parties: PartyLayout,
    /// What stands in the paper; the table alone when empty.
    pub contents: Vec<Content>,
    /// The sections; a roadmap without sections has one without a name.
    pub sections: Vec<RoadmapSection>,
    /// Where it was written.
    pub place: Place,
}

/// How measures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureNumbering {
    /// 1.1, 1.2, 2.1: by section.
    BySection,
    /// 1, 2, 3 through the whole table.
    Continuous,
    /// 1, 2, 1, 2: from the beginning in each section and stage.
    Restarting,
}

/// A column of the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadmapColumn {
    /// The number.
    Number,
    /// The measure.
    Measure,
    /// The deadline.
    Deadline,
    /// Who answers for it.
    Responsible,
    /// The result.
    Result,
    /// The links of the management cycle.
    Cycle,
}

/// How several parties stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyLayout {
    /// One after another, with commas.
    Commas,
    /// Each on a line of its own.
    Lines,
}

/// A section of the roadmap.
#[derive(Debug, Clone, PartialEq)]
pub struct RoadmapSection {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// Its name.
    pub name: Option<Text>,
    /// Wordings of the name that differ in some places.
    pub wordings: Wordings,
    /// The subheading before its measures in the text of the program.
    pub lead: Option<Text>,
    /// The links of the management cycle that its measures belong to, when these do not say it themselves.
    pub cycle: Vec<CycleLink>,
    /// Its stages; a section without stages has one without a name.
    pub stages: Vec<Stage>,
    /// Where it was written.
    pub place: Place,
}

/// A stage within a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its name.
    pub name: Option<Text>,
    /// Wordings of the name that differ in some places.
    pub wordings: Wordings,
    /// The links of the management cycle that its measures belong to, when these do not say it themselves.
    pub cycle: Vec<CycleLink>,
    /// Its measures.
    pub measures: Vec<Measure>,
    /// Where it was written.
    pub place: Place,
}

/// A measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// What is done.
    pub text: Prose,
    /// Wordings that differ in some places.
    pub wordings: Wordings,
    /// Whether the text of the program names it, and not the table alone.
    pub in_text: bool,
    /// The tasks it serves.
    pub tasks: Vec<Link>,
    /// The indicators it moves.
    pub indicators: Vec<Link>,
    /// The links of the management cycle it says it belongs to.
    pub cycle: Vec<CycleLink>,
    /// When.
    pub deadline: Option<Deadline>,
    /// By whom.
    pub responsible: Vec<Responsible>,
    /// With what result.
    pub result: Option<Prose>,
    /// Sub-measures.
    pub children: Vec<Measure>,
    /// Where it was written.
    pub place: Place,
}

/// Who answers for a measure or an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Responsible {
    /// A body, school or group.
    Party(Link),
    /// A person, printed with the post.
    Person(Link),
    /// Free words.
    Text(Text),
}
