//! The standards, what a municipality says of the check, the exceptions of a program.

use super::context::Reader;
use super::fields::Fields;
use super::slot::head;
use super::vocabulary::STANDARD;
use crate::diagnostic::{Files, Findings};
use crate::model::{Checking, Degree, Exception, Standard, StandardSection};
use crate::source::{Kind, Node};
use std::collections::BTreeMap;

const DEGREES: &[(&str, Degree)] =
    &[("required", Degree::Required), ("recommended", Degree::Recommended), ("optional", Degree::Optional)];

/// The groups of things that a standard may want.
const GROUPS: [&str; 9] = ["program", "passport", "goal", "task", "indicator", "result", "measure", "order", "links"];

/// Reads a standard; `None` when the file is no mapping, which was reported.
pub fn standard(node: &Node, files: &mut Files, findings: &mut Findings) -> Option<Standard> {
    let Kind::Mapping(entries) = &node.kind else { return None };
    let mut reader = Reader::new(files, findings);
    let fields = reader.open_entries(&STANDARD, head(node), entries);
    let mut degrees = BTreeMap::new();
    for group in GROUPS {
        let wanted: Option<Vec<_>> =
            fields.record(&mut reader, group, |reader, fields| fields.every_choice(reader, DEGREES));
        degrees.extend(wanted.into_iter().flatten().map(|(key, degree)| (format!("{group}.{key}"), degree)));
    }
    Some(Standard {
        name: fields.required_text(&mut reader, "name"),
        about: fields.text(&mut reader, "about"),
        base: fields.text(&mut reader, "base"),
        degrees,
        sections: fields.records(&mut reader, "sections", section),
        levels: fields.dictionary(&mut reader, "levels"),
    })
}

fn section(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<StandardSection> {
    let name = fields.text(reader, "name");
    let words = fields.texts(reader, "words");
    let degree = fields.choice(reader, "degree", DEGREES);
    Some(StandardSection { name: name?, words, degree: degree? })
}

/// Reads what a municipality says of the check.
pub fn checking(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Checking {
    Checking { standard: fields.text(reader, "standard"), levels: fields.dictionary(reader, "levels") }
}

/// Reads an exception; one without a rule or a reason is none, which was reported.
pub fn exception(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Exception> {
    let rule = fields.text(reader, "rule");
    let where_ = fields.text(reader, "where");
    let reason = fields.text(reader, "reason");
    let until = fields.date(reader, "until");
    Some(Exception { rule: rule?, where_, reason: reason?, until, place: fields.place })
}
