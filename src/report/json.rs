//! Findings as JSON for programs, in a form that has a version.

use crate::diagnostic::{Files, Finding, Findings, Level, Place};
use serde::Serialize;

/// The version of the form; it grows when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// All findings of several runs, each with its own files, and their number; ends with a newline.
///
/// # Panics
/// Never: strings and numbers always serialise.
pub fn json(reports: &[(&Findings, &Files)]) -> String {
    let count = |level| reports.iter().map(|(findings, _)| findings.count(level)).sum();
    let report = Report {
        version: VERSION,
        findings: reports
            .iter()
            .flat_map(|(findings, files)| findings.iter().map(|finding| entry(finding, files)))
            .collect(),
        summary: Summary {
            errors: count(Level::Error),
            warnings: count(Level::Warning),
            notes: count(Level::Note),
            programs: reports.len(),
        },
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    findings: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    level: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    spot: Spot<'a>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    spot: Spot<'a>,
}

/// Lines and columns from 1, columns in characters, the end exclusive; all null for a finding without a place.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Spot<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    programs: usize,
}

fn entry<'a>(finding: &'a Finding, files: &'a Files) -> Entry<'a> {
    Entry {
        name: finding.name,
        level: match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        },
        message: &finding.message,
        help: finding.help.as_deref(),
        spot: finding.place.map_or_else(Spot::default, |place| spot(place, files)),
        related: finding
            .related
            .iter()
            .map(|(place, message)| Related { message, spot: spot(*place, files) })
            .collect(),
    }
}

fn spot(place: Place, files: &Files) -> Spot<'_> {
    let (start, end) = (files.start(place), files.end(place));
    Spot {
        file: Some(files.get(place.file).path.as_str()),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            json(&[(&findings, &files)]),
            r#"{
  "version": 1,
  "findings": [
    {
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
    "programs": 1
  }
}
"#
        );
    }
}
