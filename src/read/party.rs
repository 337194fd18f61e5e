//! People, posts, parties, schools, and who answers for something.

use super::context::Reader;
use super::fields::Fields;
use crate::model::{CaseForms, Party, PartyKind, Person, Post, Responsible};

/// Reads a person.
pub fn person(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Person {
    Person {
        id: fields.id(reader, "id"),
        name: fields.required_text(reader, "name"),
        cases: cases(reader, fields),
        post: fields.record(reader, "post", post),
        place: fields.place,
    }
}

/// Reads a post.
fn post(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Post {
    Post { name: fields.required_text(reader, "name"), cases: cases(reader, fields) }
}

/// Reads a party or a school.
pub fn party(reader: &mut Reader<'_>, fields: &Fields<'_>, kind: PartyKind) -> Party {
    Party {
        id: fields.id(reader, "id"),
        kind,
        name: fields.required_text(reader, "name"),
        short: fields.text(reader, "short"),
        cases: cases(reader, fields),
        head: fields.link(reader, "head"),
        place: fields.place,
    }
}

/// Reads the case forms beside a name.
fn cases(reader: &mut Reader<'_>, fields: &Fields<'_>) -> CaseForms {
    CaseForms {
        genitive: fields.text(reader, "genitive"),
        dative: fields.text(reader, "dative"),
        accusative: fields.text(reader, "accusative"),
        instrumental: fields.text(reader, "instrumental"),
    }
}

/// Reads who answers for something.
pub fn responsible(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Responsible> {
    reader.only_one(fields, &["party", "person", "text"]);
    let party = fields.link(reader, "party").map(Responsible::Party);
    let person = fields.link(reader, "person").map(Responsible::Person);
    let text = fields.text(reader, "text").map(Responsible::Text);
    if !fields.any_written() {
        reader.missing("у ответственного не написано, кто это", fields.place, "напишите сторону, лицо или текст");
    }
    party.or(person).or(text)
}
