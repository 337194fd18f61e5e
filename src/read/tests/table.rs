//! A law: the readers read every key of the table, in both languages.

use super::read_files;
use crate::model::Program;
use crate::read::vocabulary::{Kind, MUNICIPALITY, PROGRAM, Record};
use serde_json::{Map, Value, json};

/// A file that uses each key of a record once; a record within itself is left out.
fn sample(record: &'static Record, english: bool, round: usize, above: &mut Vec<&'static str>) -> Value {
    above.push(record.en);
    let mut mapping = Map::new();
    for field in record.fields {
        let (Kind::Record(inner) | Kind::Records(inner)) = field.kind else {
            mapping.insert(name(english, field.ru, field.en), sample_value(&field.kind, english, round));
            continue;
        };
        if !above.contains(&inner.en) {
            let value = sample(inner, english, round, above);
            let listed = matches!(field.kind, Kind::Records(_)) && round.is_multiple_of(2);
            mapping.insert(name(english, field.ru, field.en), if listed { json!([value]) } else { value });
        }
    }
    above.pop();
    mapping.into()
}

fn name(english: bool, ru: &str, en: &str) -> String {
    if english { en } else { ru }.to_owned()
}

fn sample_value(kind: &Kind, english: bool, round: usize) -> Value {
    match kind {
        Kind::Text | Kind::Prose => json!("слова [[ид]]"),
        Kind::Id | Kind::Link(_) => json!("ид"),
        Kind::Date => json!("02.08.2021"),
        Kind::Term => json!("2021-2025 годы"),
        Kind::Period => json!("2021"),
        Kind::Whole => json!("20"),
        Kind::Flag => json!(name(english, "да", "yes")),
        Kind::Label => json!("1."),
        Kind::Choice(choices) => {
            let choice = &choices[round % choices.len()];
            json!(name(english, choice.ru, choice.en))
        }
        Kind::MarkdownFile => json!("текст.md"),
        Kind::PngFile => json!("герб.png"),
        Kind::List(kind) => json!([sample_value(kind, english, round)]),
        Kind::Values => json!({ "2021": "50" }),
        Kind::Money => json!("150,0"),
        Kind::Amounts => json!({ "2021": "150,0" }),
        Kind::Dictionary => json!({ "СОШ": "школа" }),
        Kind::Record(_) | Kind::Records(_) => unreachable!("samples of records are made by `sample`"),
    }
}

/// The model without its places, which differ with the lengths of the keys.
fn without_places(program: &Program) -> String {
    let text = format!("{program:?}");
    let mut parts = text.split("Place {");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |bare, part| bare + part.split_once('}').unwrap().1)
}

#[test]
fn every_key_of_the_table_is_read_in_both_languages() {
    for round in 0..13 {
        let [russian, english] = [false, true].map(|english| {
            let program = sample(&PROGRAM, english, round, &mut Vec::new()).to_string();
            let municipality = sample(&MUNICIPALITY, english, round, &mut Vec::new()).to_string();
            let outcome = read_files(&[
                ("program.yaml", &program),
                ("municipality.yaml", &municipality),
                ("текст.md", "Слова.\n"),
            ]);
            for said in &outcome.said {
                assert!(said.contains(" conflicting-keys: "), "{said}");
            }
            without_places(&outcome.program.unwrap())
        });
        assert_eq!(russian, english);
    }
}
