//! GitLab's Code Quality report: the findings next to the changes of a merge request.

use super::entry::{Entry, entries};
use super::run::Run;
use super::words::one_line;
use crate::diagnostic::Level;
use crate::visible;
use serde_json::{Value, json};

/// A JSON array with an object a finding; ends with a newline.
pub fn gitlab(run: &Run<'_>) -> String {
    let issues: Vec<Value> = entries(run).iter().map(issue).collect();
    format!("{}\n", visible::json(&format!("{:#}", Value::Array(issues))))
}

fn issue(entry: &Entry<'_>) -> Value {
    let severity = match entry.finding.level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note => "info",
    };
    let help = entry.finding.help.as_ref().map(|help| format!(" — {help}")).unwrap_or_default();
    let mut lines = json!({ "begin": entry.spot.line() });
    if let Some((_, end)) = entry.spot.span {
        lines["end"] = end.line.into();
    }
    json!({
        "type": "issue",
        "description": one_line(&format!("{}{help}", entry.finding.message)),
        "check_name": entry.finding.name,
        "fingerprint": entry.fingerprint,
        "severity": severity,
        "location": { "path": entry.spot.path, "lines": lines },
    })
}

#[cfg(test)]
mod tests {
    use super::gitlab;
    use crate::report::testing::{awkward, clean, empty, is_plain};
    use serde_json::{Value, json};

    #[test]
    fn the_form_is_fixed() {
        let report = awkward(gitlab);
        assert!(is_plain(&report));
        let issues: Vec<Value> = serde_json::from_str(&report).unwrap();
        assert_eq!(
            issues[1],
            json!({
                "type": "issue",
                "description": "слово {0} на двух строках",
                "check_name": "odd-word",
                "fingerprint": "47f7a05009e0b2de72498ca1442d3dfb",
                "severity": "minor",
                "location": {
                    "path": "programs/Округ, «Южный» 100%/тексты/раздел 1.md",
                    "lines": { "begin": 1, "end": 2 },
                },
            })
        );
        assert_eq!(issues.len(), 7);
        assert_eq!(issues[4]["location"]["lines"]["begin"], 1, "{}", issues[4]);
        for issue in &issues {
            assert!(!issue["location"]["path"].as_str().unwrap().starts_with('.'), "{issue}");
        }
        assert_eq!(empty(gitlab), "[]\n");
        assert_eq!(clean(gitlab), "[]\n");
    }
}
