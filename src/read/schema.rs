//! The JSON Schema of the YAML files, printed from the table of keys, for editors and other checkers.
//!
//! One schema serves the program files and the municipality file: the keys of a program may be spread over
//! several files, so nothing is required at the root.

use super::vocabulary::{Choice, Field, Kind, MUNICIPALITY, PROGRAM, Record, STANDARD, Shorthand};
use serde_json::{Map, Value, json};

/// What a date looks like.
const DATE: &str = r#"^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[«"“]?[0-9]{1,2}[»"”]?\s+[а-яА-Я]+\s+[0-9]{4})\s*(г|г\.|год|года)?\s*$"#;
/// What a term looks like.
const TERM: &str = "[0-9]{4}";
/// What a year or a school year looks like.
const PERIOD: &str = r"^\s*(на |в )?[0-9]{4}(\s*[-–—/]\s*[0-9]{2,4})?\D*$";
/// What a sum of money looks like.
const MONEY: &str = r"^\s*([0-9]{1,15}|[0-9]{1,3}([ \u00a0\u202f][0-9]{3}){1,4})([,.][0-9]{1,5})?\s*$";
/// What a pattern of numbers looks like.
const LABEL: &str = r"^\s*(нет|без номера|none|-|–|—|дефис|тире|dash|[\s\S]*[1IІ][\s\S]*|а[.)]?)\s*$";
/// The name of a Markdown file.
const MARKDOWN_FILE: &str = r"\.[mM][dD]\s*$";

/// The schema of the program's files, JSON Schema draft 2020-12.
pub fn schema() -> Value {
    let fields: Vec<&'static Field> = PROGRAM.fields.iter().chain(MUNICIPALITY.fields).collect();
    let about = "Файлы program.yaml, municipality.yaml и файлы рядом с ними.";
    of_file("Программа муниципалитета", about, &fields, false)
}

/// The schema of a standard, JSON Schema draft 2020-12.
pub fn standard_schema() -> Value {
    let fields: Vec<&'static Field> = STANDARD.fields.iter().collect();
    of_file("Стандартная структура программы", "Файлы папки «стандарты».", &fields, true)
}

fn of_file(title: &str, about: &str, fields: &[&'static Field], complete: bool) -> Value {
    let mut definitions = Map::new();
    define_all(fields, &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": about,
    });
    extend(&mut schema, mapping(fields, complete));
    extend(&mut schema, json!({ "$defs": definitions }));
    schema
}

/// Defines the records that fields name, and those that these name.
fn define_all(fields: &[&'static Field], definitions: &mut Map<String, Value>) {
    for field in fields {
        let (Kind::Record(record) | Kind::Records(record)) = field.kind else { continue };
        if !definitions.contains_key(record.en) {
            definitions.insert(record.en.to_owned(), Value::Null);
            let fields: Vec<&'static Field> = record.fields.iter().collect();
            definitions.insert(record.en.to_owned(), definition(record, &fields));
            define_all(&fields, definitions);
        }
    }
}

/// A record: a mapping, or the bare value that stands for one.
fn definition(record: &Record, fields: &[&'static Field]) -> Value {
    let mapping = mapping(fields, true);
    let bare = |en: &str| record.find(en).map(|field| value(&field.kind));
    let mut definition = json!({ "description": record.doc });
    let forms = match record.shorthand {
        Shorthand::No => mapping,
        Shorthand::Field(en) => json!({ "anyOf": [bare(en), mapping] }),
        Shorthand::FileOr(en) => {
            json!({ "anyOf": [bare(en), { "type": "string", "pattern": MARKDOWN_FILE }, mapping] })
        }
    };
    extend(&mut definition, forms);
    definition
}

/// A mapping with known keys, each under both its names.
fn mapping(fields: &[&'static Field], complete: bool) -> Value {
    let (mut properties, mut either, mut required) = (Map::new(), Map::new(), Vec::new());
    for field in fields {
        for name in [field.ru, field.en] {
            let mut property = json!({ "title": field.ru, "description": field.doc });
            let needed = field.required && complete;
            extend(&mut property, if needed { value(&field.kind) } else { or_nothing(&field.kind) });
            properties.insert(name.to_owned(), property);
        }
        if field.ru != field.en {
            either.insert(field.ru.to_owned(), json!({ "properties": { field.en: false } }));
        }
        if field.required && complete {
            required.push(json!({ "anyOf": [{ "required": [field.ru] }, { "required": [field.en] }] }));
        }
    }
    let mut mapping = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    extend(&mut mapping, json!({ "dependentSchemas": either }));
    if !required.is_empty() {
        extend(&mut mapping, json!({ "allOf": required }));
    }
    mapping
}

/// A value of a kind. YAML gives some texts types of their own, so that a text may come as a number.
fn value(kind: &Kind) -> Value {
    match kind {
        Kind::Text | Kind::Prose | Kind::Id | Kind::Link(_) => json!({ "type": ["string", "number", "boolean"] }),
        Kind::MarkdownFile | Kind::PngFile => json!({ "type": "string" }),
        Kind::Date => json!({ "type": "string", "pattern": DATE }),
        Kind::Term => json!({ "type": ["string", "integer"], "pattern": TERM }),
        Kind::Period => json!({ "type": ["string", "integer"], "pattern": PERIOD }),
        Kind::Whole => json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$" }),
        Kind::Flag => json!({ "enum": ["да", "нет", "yes", "no", true, false] }),
        Kind::Label => json!({ "type": ["string", "integer"], "pattern": LABEL }),
        Kind::Choice(choices) => choice(choices),
        Kind::Record(record) => reference(record),
        Kind::Records(record) => single_or_list(&reference(record)),
        Kind::List(kind) => single_or_list(&value(kind)),
        Kind::Money => json!({ "type": ["string", "number"], "minimum": 0, "pattern": MONEY }),
        Kind::Values => by_year(&Kind::Text),
        Kind::Amounts => by_year(&Kind::Money),
        Kind::Dictionary => json!({ "type": "object", "additionalProperties": or_nothing(&Kind::Text) }),
    }
}

/// Years or school years, each with a value of a kind.
fn by_year(kind: &Kind) -> Value {
    json!({
        "type": "object",
        "propertyNames": { "pattern": PERIOD },
        "additionalProperties": or_nothing(kind),
    })
}

/// A value that may be left empty.
fn or_nothing(kind: &Kind) -> Value {
    let mut value = value(kind);
    if let Some(types) = value.get_mut("type") {
        let mut all = types.as_array().cloned().unwrap_or_else(|| vec![types.clone()]);
        all.push("null".into());
        *types = all.into();
    } else if let Some(forms) = value.get_mut("anyOf").and_then(Value::as_array_mut) {
        forms.push(json!({ "type": "null" }));
    } else if let Some(words) = value.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else {
        value = json!({ "anyOf": [value, { "type": "null" }] });
    }
    value
}

/// One of some words, Russian or English, each with what it means.
fn choice(choices: &[Choice]) -> Value {
    let (mut words, mut meanings) = (Vec::<Value>::new(), Vec::new());
    let names = choices.iter().map(|choice| (choice.ru, choice));
    let names = names.chain(choices.iter().flat_map(|choice| choice.words().skip(1).map(move |word| (word, choice))));
    for (word, choice) in names {
        // A number is written with quotation marks and without.
        let number = word.parse::<u32>().ok().map(Value::from);
        for word in number.into_iter().chain([Value::from(word)]) {
            if !words.contains(&word) {
                words.push(word);
                meanings.push(choice.doc);
            }
        }
    }
    json!({ "enum": words, "enumDescriptions": meanings })
}

/// The definition of a record.
fn reference(record: &Record) -> Value {
    json!({ "$ref": format!("#/$defs/{}", record.en) })
}

/// A value, or a list of such values.
fn single_or_list(value: &Value) -> Value {
    let item = json!({ "anyOf": [value, { "type": "null" }] });
    json!({ "anyOf": [value, { "type": "array", "items": item }] })
}

/// Adds the members of one object to another.
fn extend(object: &mut Value, other: Value) {
    if let (Value::Object(object), Value::Object(other)) = (object, other) {
        object.extend(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_is_defined_and_every_definition_used() {
        let schema = schema();
        let text = schema.to_string();
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            assert!(definition.is_object(), "{name}");
            assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
        }
        let named = text.split("\"#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap());
        for name in named {
            assert!(schema["$defs"].get(name).is_some(), "{name}");
        }
    }
}
