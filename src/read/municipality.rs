//! What a municipality's programs have in common; a nearer file wins over a farther one key by key.

use super::context::Reader;
use super::fields::Fields;
use super::party::{party, person};
use super::standard::checking;
use crate::document::{Look, PageNumber};
use crate::model::{
    ApprovedMark, DateForm, Id, Issuer, Layout, Letterhead, LetterheadColumn, Municipality, PartyKind, Text,
};

const NUMBER_SIGNS: &[(&str, bool)] = &[("yes", true), ("no", false)];
const SINGLE_APPENDICES: &[(&str, bool)] = &[("numbered", true), ("unnumbered", false)];
const LETTERHEAD_PLACES: &[(&str, bool)] = &[("center", false), ("corner", true)];
const DOCUMENT_KINDS: &[(&str, bool)] = &[("spaced", false), ("plain", true)];
const DATES: &[(&str, DateForm)] =
    &[("as-written", DateForm::Written), ("words", DateForm::Words), ("digits", DateForm::Digits)];
const SIZES: &[(&str, u32)] = &[("12", 12), ("13", 13), ("14", 14)];
const TABLE_SIZES: &[(&str, u32)] = &[("10", 10), ("11", 11), ("12", 12), ("13", 13), ("14", 14)];
const LEFT_MARGINS: &[(&str, u32)] = &[("20", 20), ("30", 30)];
const PAGE_NUMBERS: &[(&str, PageNumber)] = &[
    ("top-center", PageNumber::TopCenter),
    ("top-right", PageNumber::TopRight),
    ("bottom-center", PageNumber::BottomCenter),
];

const APPROVED_MARKS: &[(&str, ApprovedMark)] =
    &[("appendix", ApprovedMark::Appendix), ("approval", ApprovedMark::Approval), ("both", ApprovedMark::Both)];

/// Reads a municipality file over what the files of the folders above said.
pub fn municipality(reader: &mut Reader<'_>, fields: &Fields<'_>, above: &mut Municipality) {
    let card =
        |reader: &mut Reader<'_>, fields: &Fields<'_>| Some((fields.text(reader, "name"), fields.text(reader, "town")));
    let (name, town) = fields.record(reader, "municipality", card).unwrap_or_default();
    over(&mut above.name, name);
    over(&mut above.town, town);
    over(&mut above.issuer, fields.record(reader, "issuer", issuer));
    over(&mut above.letterhead, fields.record(reader, "letterhead", letterhead));
    let people = fields.records(reader, "people", person);
    before(&mut above.people, people, |person| identity(person.id.as_ref(), &person.name));
    let mut parties =
        fields.records(reader, "parties", |reader, fields| party(reader, fields, PartyKind::Organisation));
    parties.extend(fields.records(reader, "schools", |reader, fields| party(reader, fields, PartyKind::School)));
    before(&mut above.parties, parties, |party| identity(party.id.as_ref(), &party.name));
    let abbreviations = fields.dictionary(reader, "abbreviations");
    add_abbreviations(above, abbreviations);
    let read = |reader: &mut Reader<'_>, fields: &Fields<'_>| layout(reader, fields, &above.layout);
    if let Some(layout) = fields.record(reader, "layout", read) {
        above.layout = layout;
    }
    if let Some(near) = fields.record(reader, "checking", checking) {
        over(&mut above.checking.standard, near.standard);
        before(&mut above.checking.levels, near.levels, |(rule, _)| rule.value.clone());
    }
}

/// Puts abbreviations before those known so far.
pub fn add_abbreviations(municipality: &mut Municipality, abbreviations: Vec<(Text, Text)>) {
    before(&mut municipality.abbreviations, abbreviations, |(short, _)| short.value.clone());
}

fn issuer(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Issuer {
    Issuer { name: fields.text(reader, "name"), genitive: fields.text(reader, "genitive") }
}

/// Reads the letterhead; lines written without a column are its one column.
fn letterhead(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Letterhead {
    reader.only_one(fields, &["lines", "columns"]);
    reader.only_one(fields, &["address", "columns"]);
    let emblem = fields.png_file(reader, "emblem");
    let lines = fields.texts(reader, "lines");
    let address = fields.texts(reader, "address");
    let mut columns = fields.records(reader, "columns", column);
    if columns.is_empty() && !(lines.is_empty() && address.is_empty()) {
        columns.push(LetterheadColumn { language: None, lines, address });
    }
    Letterhead { emblem, columns, place: fields.place }
}

fn column(reader: &mut Reader<'_>, fields: &Fields<'_>) -> LetterheadColumn {
    LetterheadColumn {
        language: fields.text(reader, "language"),
        lines: fields.texts(reader, "lines"),
        address: fields.texts(reader, "address"),
    }
}

fn layout(reader: &mut Reader<'_>, fields: &Fields<'_>, above: &Layout) -> Layout {
    Layout {
        number_sign: fields.choice(reader, "number-sign", NUMBER_SIGNS).unwrap_or(above.number_sign),
        single_appendix_number: fields
            .choice(reader, "single-appendix", SINGLE_APPENDICES)
            .unwrap_or(above.single_appendix_number),
        resolution: fields.text(reader, "resolution").or_else(|| above.resolution.clone()),
        typography: fields.flag(reader, "typography").unwrap_or(above.typography),
        approved_mark: fields.choice(reader, "mark", APPROVED_MARKS).unwrap_or(above.approved_mark),
        plain_kind: fields.choice(reader, "document-kind", DOCUMENT_KINDS).unwrap_or(above.plain_kind),
        corner: fields.choice(reader, "letterhead", LETTERHEAD_PLACES).unwrap_or(above.corner),
        date: fields.choice(reader, "date", DATES).unwrap_or(above.date),
        look: look(reader, fields, &above.look),
    }
}

fn look(reader: &mut Reader<'_>, fields: &Fields<'_>, above: &Look) -> Look {
    Look {
        font: fields.text(reader, "font").map_or_else(|| above.font.clone(), |font| font.value),
        size: fields.choice(reader, "size", SIZES).unwrap_or(above.size),
        table_size: fields.choice(reader, "table-size", TABLE_SIZES).unwrap_or(above.table_size),
        left_margin_mm: fields.choice(reader, "left-margin", LEFT_MARGINS).unwrap_or(above.left_margin_mm),
        page_number: fields.choice(reader, "page-number", PAGE_NUMBERS).unwrap_or(above.page_number),
    }
}

/// By what a nearer entry of a list replaces a farther one: its id, or its name when it has none.
fn identity(id: Option<&Id>, name: &Text) -> String {
    id.map_or(&name.value, |id| &id.value).clone()
}

/// A nearer value replaces a farther one.
fn over<T>(far: &mut Option<T>, near: Option<T>) {
    if near.is_some() {
        *far = near;
    }
}

/// Nearer entries stand before the farther ones and replace those of the same identity.
fn before<T>(far: &mut Vec<T>, near: Vec<T>, identity: impl Fn(&T) -> String) {
    let known: Vec<String> = near.iter().map(&identity).collect();
    far.retain(|entry| !known.contains(&identity(entry)));
    far.splice(0..0, near);
}
