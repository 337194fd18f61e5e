//! What stands in a paper: sections and their parts, the title page, papers of the municipality's own.

use super::context::Reader;
use super::cycle::cycle;
use super::fields::Fields;
use crate::model::{Content, Gender, Label, Numeral, Paper, Part, PartKind, Text, Title, TitlePage};

const PAGES: &[(&str, bool)] = &[("portrait", false), ("landscape", true)];

const GENDERS: &[(&str, Gender)] = &[
    ("masculine", Gender::Masculine),
    ("feminine", Gender::Feminine),
    ("neuter", Gender::Neuter),
    ("plural", Gender::Plural),
];

const PARTS: &[(&str, PartKind)] = &[
    ("passport", PartKind::Passport),
    ("acts", PartKind::Acts),
    ("goals", PartKind::Goals),
    ("tasks", PartKind::Tasks),
    ("indicators", PartKind::Indicators),
    ("results", PartKind::Results),
    ("funding", PartKind::Funding),
    ("roadmap", PartKind::Roadmap),
    ("measures", PartKind::Measures),
    ("abbreviations", PartKind::Abbreviations),
];

/// Reads a section or a part without a heading.
pub fn content(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Content {
    let mut parts: Vec<Part> = part(reader, fields).into_iter().collect();
    parts.extend(fields.records(reader, "parts", part));
    Content {
        id: fields.id(reader, "id"),
        heading: fields.text(reader, "heading"),
        numbered: fields.flag(reader, "numbered").unwrap_or(true),
        run_in: fields.flag(reader, "run-in").unwrap_or(false),
        landscape: landscape(reader, fields),
        cycle: cycle(reader, fields),
        parts,
        sections: fields.records(reader, "sections", content),
        place: fields.place,
    }
}

/// Reads a part; nothing when none of its keys is written.
fn part(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Part> {
    reader.only_one(fields, &["part", "text", "file"]);
    let built_in = fields.choice(reader, "part", PARTS);
    let text = fields.prose(reader, "text");
    let file = fields.markdown_file(reader, "file");
    let lead = fields.prose(reader, "lead");
    let label = fields.label(reader, "label");
    let kind = built_in.or_else(|| text.or(file).map(PartKind::Prose));
    if kind.is_none() && lead.is_none() && label.is_none() {
        return None;
    }
    Some(Part { lead, label, kind: kind.unwrap_or(PartKind::None) })
}

/// Reads how the page lies.
pub fn landscape(reader: &mut Reader<'_>, fields: &Fields<'_>) -> bool {
    fields.choice(reader, "page", PAGES).unwrap_or(false)
}

/// Reads the title page.
pub fn title_page(reader: &mut Reader<'_>, fields: &Fields<'_>) -> TitlePage {
    TitlePage { town: fields.text(reader, "town"), year: fields.text(reader, "year"), place: fields.place }
}

/// Reads a paper of the municipality's own.
pub fn paper(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Paper> {
    let id = fields.id(reader, "id");
    let nominative = fields.required_text(reader, "name");
    let title = title(reader, fields, nominative);
    let section_label = fields.label(reader, "section-label").unwrap_or_else(first_arabic);
    let contents = fields.records(reader, "contents", content);
    Some(Paper { id: id?, title, section_label, contents, place: fields.place })
}

/// Reads the other forms of a title.
pub fn title(reader: &mut Reader<'_>, fields: &Fields<'_>, nominative: Text) -> Title {
    let accusative = fields.text(reader, "accusative");
    Title { nominative, accusative, short: fields.text(reader, "short"), gender: gender(reader, fields) }
}

/// Reads the gender of a title.
pub fn gender(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Gender> {
    fields.choice(reader, "gender", GENDERS)
}

/// The usual numbering: «1.».
pub fn first_arabic() -> Label {
    Label::new("", Numeral::Arabic, ".")
}
