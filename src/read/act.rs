//! Legal acts.

use super::context::Reader;
use super::fields::Fields;
use crate::model::Act;

/// Reads an act.
pub fn act(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Act {
    Act {
        id: fields.id(reader, "id"),
        text: fields.text(reader, "text"),
        genitive: fields.text(reader, "genitive"),
        kind: fields.text(reader, "kind"),
        date: fields.date(reader, "date"),
        number: fields.number(reader, "number"),
        title: fields.text(reader, "title"),
        note: fields.text(reader, "note"),
        place: fields.place,
    }
}
