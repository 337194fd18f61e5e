//! The roadmap: sections, stages, measures.

use super::content::{content, first_arabic, title};
use super::context::Reader;
use super::cycle::cycle;
use super::deadline::deadline;
use super::fields::Fields;
use super::goals::wordings;
use super::party::responsible;
use crate::diagnostic::Place;
use crate::model::{Measure, MeasureNumbering, PartyLayout, Roadmap, RoadmapColumn, RoadmapSection, Stage, Wordings};

const NUMBERINGS: &[(&str, MeasureNumbering)] = &[
    ("by-section", MeasureNumbering::BySection),
    ("continuous", MeasureNumbering::Continuous),
    ("restarting", MeasureNumbering::Restarting),
];

const COLUMNS: &[(&str, RoadmapColumn)] = &[
    ("number", RoadmapColumn::Number),
    ("measure", RoadmapColumn::Measure),
    ("deadline", RoadmapColumn::Deadline),
    ("responsible", RoadmapColumn::Responsible),
    ("result", RoadmapColumn::Result),
    ("cycle", RoadmapColumn::Cycle),
];

/// The columns of a roadmap that does not name its own.
const USUAL: [RoadmapColumn; 5] = [
    RoadmapColumn::Number,
    RoadmapColumn::Measure,
    RoadmapColumn::Deadline,
    RoadmapColumn::Responsible,
    RoadmapColumn::Result,
];

const PARTIES: &[(&str, PartyLayout)] = &[("commas", PartyLayout::Commas), ("lines", PartyLayout::Lines)];

/// Reads the roadmap.
pub fn roadmap(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Roadmap {
    reader.only_one(fields, &["sections", "measures"]);
    let name = fields.text(reader, "name");
    let forms = title(reader, fields, name.clone().unwrap_or_else(|| fields.no_text()));
    let mut sections = fields.records(reader, "sections", section);
    let measures = fields.records(reader, "measures", measure);
    let place = fields.place;
    if !measures.is_empty() {
        let stages = vec![nameless(measures, place)];
        let wordings = Wordings::default();
        let cycle = Vec::new();
        sections.insert(0, RoadmapSection { id: None, name: None, wordings, lead: None, cycle, stages, place });
    }
    let numbering = match sections.iter().filter(|section| section.name.is_some()).count() {
        0 | 1 => MeasureNumbering::Continuous,
        _ => MeasureNumbering::BySection,
    };
    let mut columns = fields.choices(reader, "columns", COLUMNS);
    if columns.is_empty() {
        columns = USUAL.to_vec();
    }
    Roadmap {
        title: name.map(|_| forms),
        numbering: fields.choice(reader, "numbering", NUMBERINGS).unwrap_or(numbering),
        number: fields.label(reader, "number").unwrap_or_else(first_arabic),
        section_label: fields.label(reader, "section-label").unwrap_or_else(first_arabic),
        columns,
        captions: fields
            .record(reader, "captions", |reader, fields| fields.captions(reader, COLUMNS))
            .unwrap_or_default(),
        widths: fields.wholes(reader, "widths"),
        parties: fields.choice(reader, "parties", PARTIES).unwrap_or(PartyLayout::Commas),
        contents: fields.records(reader, "contents", content),
        sections,
        place,
    }
}

/// Reads a section; its own measures stand before its stages.
fn section(reader: &mut Reader<'_>, fields: &Fields<'_>) -> RoadmapSection {
    let measures = fields.records(reader, "measures", measure);
    let mut stages = fields.records(reader, "stages", stage);
    let place = fields.place;
    if !measures.is_empty() {
        stages.insert(0, nameless(measures, place));
    }
    let name = Some(fields.required_text(reader, "name"));
    let id = fields.id(reader, "id");
    let wordings = wordings(reader, fields);
    let lead = fields.text(reader, "lead");
    RoadmapSection { id, name, wordings, lead, cycle: cycle(reader, fields), stages, place }
}

/// The measures of a section that stand in no stage.
fn nameless(measures: Vec<Measure>, place: Place) -> Stage {
    Stage { name: None, wordings: Wordings::default(), cycle: Vec::new(), measures, place }
}

/// Reads a stage.
fn stage(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Stage {
    let name = Some(fields.required_text(reader, "name"));
    let wordings = wordings(reader, fields);
    let cycle = cycle(reader, fields);
    Stage { name, wordings, cycle, measures: fields.records(reader, "measures", measure), place: fields.place }
}

/// Reads a measure with those under it.
fn measure(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Measure {
    Measure {
        id: fields.id(reader, "id"),
        text: fields.required_prose(reader, "measure"),
        wordings: wordings(reader, fields),
        in_text: fields.flag(reader, "in-text").unwrap_or(true),
        tasks: fields.links(reader, "task"),
        indicators: fields.links(reader, "indicator"),
        cycle: cycle(reader, fields),
        deadline: fields.record(reader, "deadline", deadline),
        responsible: fields.records(reader, "responsible", responsible),
        result: fields.prose(reader, "result"),
        children: fields.records(reader, "measures", measure),
        place: fields.place,
    }
}
