//! The passport.

use super::context::Reader;
use super::fields::Fields;
use crate::model::{Passport, PassportPart, PassportRow, PassportRowKind};

const ROWS: &[(&str, PassportRowKind)] = &[
    ("name", PassportRowKind::Name),
    ("basis", PassportRowKind::Basis),
    ("customer", PassportRowKind::Customer),
    ("developers", PassportRowKind::Developers),
    ("executors", PassportRowKind::Executors),
    ("goals", PassportRowKind::Goals),
    ("tasks", PassportRowKind::Tasks),
    ("indicators", PassportRowKind::Indicators),
    ("term", PassportRowKind::Term),
    ("funding", PassportRowKind::Funding),
    ("mechanisms", PassportRowKind::Mechanisms),
    ("results", PassportRowKind::Results),
    ("control", PassportRowKind::Control),
];

/// Reads the passport.
pub fn passport(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Passport {
    Passport {
        title: fields.text(reader, "title"),
        basis: fields.records(reader, "basis", part),
        customer: fields.records(reader, "customer", part),
        developers: fields.records(reader, "developers", part),
        executors: fields.records(reader, "executors", part),
        mechanisms: fields.records(reader, "mechanisms", part),
        funding: fields.records(reader, "funding", part),
        control: fields.records(reader, "control", part),
        rows: fields.records(reader, "rows", row),
        place: fields.place,
    }
}

/// Reads a part of a row.
fn part(reader: &mut Reader<'_>, fields: &Fields<'_>) -> PassportPart {
    PassportPart {
        label: fields.text(reader, "label"),
        party: fields.link(reader, "party"),
        text: fields.text(reader, "text"),
        list: fields.texts(reader, "list"),
        place: fields.place,
    }
}

/// Reads a row: a built-in one, or one of the municipality's own with a caption and a text.
fn row(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<PassportRow> {
    reader.only_one(fields, &["row", "text"]);
    let built_in = fields.choice(reader, "row", ROWS);
    let caption = fields.text(reader, "caption");
    let label = fields.label(reader, "label");
    let text = fields.prose(reader, "text");
    let (own, place) = (fields.written("row").is_none(), fields.place);
    if own && (caption.is_none() || text.is_none()) {
        let help = "напишите «строка: …» с названием готовой строки или «заголовок: …» и «текст: …» своей";
        reader.missing("у строки паспорта нет ни ключа «строка», ни своих заголовка и текста", place, help);
    }
    let kind = built_in.or_else(|| text.filter(|_| own).map(PassportRowKind::Own))?;
    Some(PassportRow { kind, caption, label, place })
}
