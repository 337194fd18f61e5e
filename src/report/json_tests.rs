//! The report for programs as it is printed, and its schema.

use super::*;
use crate::diagnostic::Findings;
use crate::report::testing::{awkward, empty, is_plain};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn the_form_is_fixed() {
    let mut files = Files::default();
    let id = files.add("a/program.yaml", "имя: «я»\n");
    let at = "имя: ".len();
    let mut findings = Findings::default();
    findings.push(
        Finding::error("bad-name", Place::new(id, at, at + "«я»".len()), "плохо")
            .help("поправьте")
            .also(Place::new(id, 0, 6), "здесь"),
    );
    findings.push(Finding::warning("no-place", None, "без места"));
    let program = Checked {
        path: "a/program.yaml",
        title: "Программа",
        standard: "шнор",
        passport: Some((11, 13)),
        excused: 1,
        baselined: 2,
        findings: &findings,
        files: &files,
    };
    let run = Run { programs: &[program], rules: &[], version: "0.1.0", date: None, shard: None };
    assert_eq!(
        super::json(&run),
        r#"{
  "version": 1,
  "tool": {
    "name": "prikaz",
    "version": "0.1.0"
  },
  "programs": [
    {
      "path": "a/program.yaml",
      "title": "Программа",
      "standard": "шнор",
      "passport": {
        "filled": 11,
        "wanted": 13
      },
      "errors": 1,
      "warnings": 1,
      "notes": 0,
      "excused": 1,
      "baselined": 2
    }
  ],
  "findings": [
    {
      "program": "a/program.yaml",
      "name": "bad-name",
      "level": "error",
      "message": "плохо",
      "help": "поправьте",
      "file": "a/program.yaml",
      "line": 1,
      "column": 6,
      "endLine": 1,
      "endColumn": 9,
      "related": [
        {
          "message": "здесь",
          "file": "a/program.yaml",
          "line": 1,
          "column": 1,
          "endLine": 1,
          "endColumn": 4
        }
      ]
    },
    {
      "program": "a/program.yaml",
      "name": "no-place",
      "level": "warning",
      "message": "без места",
      "help": null,
      "file": null,
      "line": null,
      "column": null,
      "endLine": null,
      "endColumn": null,
      "related": []
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 1,
    "notes": 0,
    "programs": 1,
    "excused": 1,
    "baselined": 2
  }
}
"#
    );
}

/// The names of all fields below a value, a field's path with dots; the items of a list share one.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields_of) => {
            for (name, value) in fields_of {
                let path = format!("{path}.{name}");
                fields(value, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, path, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The same of a schema.
fn described(schema: &Value, root: &Value, path: &str, found: &mut BTreeSet<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        described(root.pointer(&reference[1..]).unwrap(), root, path, found);
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        described(schema, root, &path, found);
        found.insert(path);
    }
    if schema.get("items").is_some() {
        described(&schema["items"], root, path, found);
    }
    for part in ["allOf", "anyOf"].iter().flat_map(|word| schema[word].as_array().into_iter().flatten()) {
        described(part, root, path, found);
    }
}

#[test]
fn the_schema_names_every_field_and_no_other() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let report: Value = serde_json::from_str(&awkward(|run| super::json(&Run { shard: Some("1/2"), ..*run }))).unwrap();
    let (mut printed, mut known) = (BTreeSet::new(), BTreeSet::new());
    fields(&report, "", &mut printed);
    described(&schema, &schema, "", &mut known);
    assert_eq!(printed, known);
}

#[test]
fn a_run_adds_to_the_form_and_takes_nothing_away() {
    let report = awkward(super::json);
    assert!(is_plain(&report));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["programs"][0]["passport"], json!({ "filled": 11, "wanted": 13 }));
    assert_eq!(report["programs"][2]["passport"], Value::Null);
    assert_eq!(
        report["summary"],
        json!({ "errors": 3, "warnings": 3, "notes": 1, "programs": 3, "excused": 2, "baselined": 5 })
    );
    assert_eq!(report["findings"][4]["line"], Value::Null);
    assert_eq!(report["findings"][6]["program"], "programs/b/program.yaml");
    let nothing: Value = serde_json::from_str(&empty(super::json)).unwrap();
    assert_eq!((&nothing["programs"], &nothing["findings"]), (&json!([]), &json!([])));
}
