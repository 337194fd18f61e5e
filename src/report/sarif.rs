//! SARIF 2.1.0: for code scanning services and editors.

use super::entry::{Entry, Spot, entries};
use super::run::Run;
use super::words::english;
use crate::diagnostic::Level;
use crate::visible;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a path keeps as it is in a URI; a colon would begin a scheme.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// One run with all rules and all findings; columns count characters. Ends with a newline.
pub fn sarif(run: &Run<'_>) -> String {
    let names = run.rule_names();
    let results: Vec<Value> = entries(run).iter().map(|entry| result(entry, &names)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "prikaz",
                "version": run.version,
                "language": "ru",
                "rules": names.iter().map(|name| rule(name, run)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{}\n", visible::json(&format!("{log:#}")))
}

/// A rule with its page; one that only findings name has no more than its name.
fn rule(name: &str, run: &Run<'_>) -> Value {
    let known = run.rule(name);
    let (title, page) = known.map_or((name, name), |rule| (rule.title, rule.page.trim_end()));
    let level = english(known.map_or(Level::Warning, |rule| rule.level));
    json!({
        "id": name,
        "shortDescription": { "text": title },
        "fullDescription": { "text": title },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level },
    })
}

fn result(entry: &Entry<'_>, names: &[&str]) -> Value {
    let finding = entry.finding;
    let index = names.iter().position(|name| *name == finding.name).expect("all rules of findings are listed");
    let help = finding.help.as_ref().map(|help| format!("\nЧто сделать: {help}")).unwrap_or_default();
    let related = finding.related.iter().enumerate().map(|(id, (place, label))| {
        let mut location = location(&Spot::of(*place, entry.files));
        location.insert("id".into(), id.into());
        location.insert("message".into(), json!({ "text": label }));
        Value::Object(location)
    });
    json!({
        "ruleId": finding.name,
        "ruleIndex": index,
        "level": english(finding.level),
        "message": { "text": format!("{}{help}", finding.message) },
        "locations": [location(&entry.spot)],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": { "prikaz/v1": entry.fingerprint },
    })
}

fn location(spot: &Spot) -> Map<String, Value> {
    let region = match spot.span {
        Some((start, end)) => json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }),
        None => json!({ "startLine": spot.line() }),
    };
    let physical = json!({ "artifactLocation": { "uri": uri(&spot.path) }, "region": region });
    Map::from_iter([("physicalLocation".to_owned(), physical)])
}

/// A path as a reference relative to the checkout, or as an address of the machine when it is absolute.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PATH);
    if path.starts_with('/') {
        format!("file://{encoded}")
    } else if path.as_bytes().get(1) == Some(&b':') {
        let (drive, rest) = path.split_at(2);
        format!("file:///{drive}{}", utf8_percent_encode(rest, PATH))
    } else {
        encoded.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{sarif, uri};
    use crate::report::testing::{awkward, clean, empty, is_plain};
    use serde_json::{Value, json};

    /// «programs/Округ, «Южный» 100%/тексты/раздел 1.md».
    const SECOND: &str = concat!(
        "programs/%D0%9E%D0%BA%D1%80%D1%83%D0%B3%2C%20%C2%AB%D0%AE%D0%B6%D0%BD%D1%8B%D0%B9%C2%BB%20100%25/",
        "%D1%82%D0%B5%D0%BA%D1%81%D1%82%D1%8B/%D1%80%D0%B0%D0%B7%D0%B4%D0%B5%D0%BB%201.md",
    );

    #[test]
    fn results_point_to_rules_and_lines() {
        let report = awkward(sarif);
        assert!(is_plain(&report));
        let log: Value = serde_json::from_str(&report).unwrap();
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["no-unit", "odd-word", "never-found", "stray"]);
        let results = run["results"].as_array().unwrap();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        assert_eq!(
            results[1]["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": SECOND },
                "region": { "startLine": 1, "startColumn": 17, "endLine": 2, "endColumn": 11 },
            })
        );
        assert_eq!(results[4]["locations"][0]["physicalLocation"]["region"], json!({ "startLine": 1 }));
        assert_eq!(results[0]["relatedLocations"][0]["message"]["text"], "и вот, где: «там»");
    }

    #[test]
    fn nothing_found_is_a_run_too() {
        for report in [empty(sarif), clean(sarif)] {
            let log: Value = serde_json::from_str(&report).unwrap();
            assert_eq!(log["runs"][0]["results"], json!([]));
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), 3);
        }
    }

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("а б/100%,x.md"), "%D0%B0%20%D0%B1/100%25%2Cx.md");
        assert_eq!(uri("a:b"), "file:///a:b");
        assert_eq!(uri("ab:c"), "ab%3Ac");
        assert_eq!(uri("/tmp/a b"), "file:///tmp/a%20b");
        assert_eq!(uri("C:/a b"), "file:///C:/a%20b");
    }
}
