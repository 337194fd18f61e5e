//! Whether a text is an earlier report of one kind: only such a one may be replaced.

use serde_json::Value;

/// The report for people ends with how many findings there are.
pub fn is_human(text: &str) -> bool {
    text.lines().next_back().is_some_and(is_summary)
}

/// Whether a line says how many findings there are and nothing else: «в 3 программах найдено: 5 ошибок, 1 под исключением».
fn is_summary(line: &str) -> bool {
    const COUNTED: [&str; 12] = [
        "ошибка",
        "ошибки",
        "ошибок",
        "предупреждение",
        "предупреждения",
        "предупреждений",
        "замечание",
        "замечания",
        "замечаний",
        "под исключением",
        "под исключениями",
        "учтено ранее (файл учёта)",
    ];
    let is_count = |part: &str| {
        let (number, what) = part.split_once(' ').unwrap_or_default();
        number.bytes().all(|digit| digit.is_ascii_digit()) && COUNTED.contains(&what)
    };
    let of_all = line.strip_prefix("в ").and_then(|rest| rest.split_once(' ')?.1.split_once(' '));
    let (_, counts) = of_all.unwrap_or(("", line));
    match (counts.strip_prefix("замечаний нет"), counts.strip_prefix("найдено: ")) {
        (Some(hidden), _) => {
            hidden.is_empty() || hidden.strip_prefix(", ").is_some_and(|own| own.split(", ").all(is_count))
        }
        (None, Some(counts)) => counts.split(", ").all(is_count),
        (None, None) => false,
    }
}

/// Each line of a concise report names a level and, in brackets, a rule.
pub fn is_concise(text: &str) -> bool {
    let levels = ["ошибка", "предупреждение", "замечание"];
    let is_finding = |line: &str| levels.iter().any(|level| line.contains(&format!(": {level} [")));
    !text.is_empty() && text.lines().all(is_finding)
}

/// Each line of a report for GitHub is a command.
pub fn is_github(text: &str) -> bool {
    let commands = ["::error ", "::warning ", "::notice "];
    !text.is_empty() && text.lines().all(|line| commands.iter().any(|command| line.starts_with(command)))
}

/// A report for GitLab is a list of findings with fingerprints.
pub fn is_gitlab(text: &str) -> bool {
    let is_finding = |entry: &Value| entry.get("check_name").is_some() && entry.get("fingerprint").is_some();
    json(text).as_array().is_some_and(|entries| entries.iter().all(is_finding))
}

/// A report as JSON names the program.
pub fn is_json(text: &str) -> bool {
    json(text).pointer("/tool/name").is_some_and(is_ours)
}

/// As SARIF does.
pub fn is_sarif(text: &str) -> bool {
    json(text).pointer("/runs/0/tool/driver/name").is_some_and(is_ours)
}

/// As `JUnit` does in its first element, which is all there is.
pub fn is_junit(text: &str) -> bool {
    text.lines().nth(1).is_some_and(|line| line.starts_with("<testsuites name=\"prikaz\""))
        && text.lines().next_back() == Some("</testsuites>")
}

/// A report as Markdown begins with its heading and how many findings there are; then come tables and lists alone.
pub fn is_markdown(text: &str) -> bool {
    let mut lines = text.lines();
    let counts = |line: &str| line.strip_prefix("**Итог:** ").is_some_and(is_summary);
    let starts = ["| ", "<details>", "</details>", "- **", "**Показано не всё: ", "В таблицу не поместились: "];
    lines.next() == Some("## Проверка программ")
        && lines.nth(1).is_some_and(counts)
        && lines.all(|line| line.is_empty() || starts.iter().any(|start| line.starts_with(start)))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn is_ours(name: &Value) -> bool {
    name == "prikaz"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{awkward, clean, empty, many};
    use crate::report::{Colour, Run, concise, github, gitlab, human, json, junit, markdown, sarif};

    type Kind = (&'static str, fn(&str) -> bool, fn(&Run<'_>) -> String);

    const KINDS: [Kind; 8] = [
        ("text", is_human, |run| human(run, Colour::Never)),
        ("concise", is_concise, concise),
        ("github", is_github, github),
        ("gitlab", is_gitlab, gitlab),
        ("json", is_json, json),
        ("sarif", is_sarif, sarif),
        ("junit", is_junit, junit),
        ("markdown", is_markdown, markdown),
    ];

    #[test]
    fn a_report_is_known_for_its_kind_and_for_no_other() {
        for (name, is_known, print) in KINDS {
            for report in [awkward(print), clean(print), empty(print), many(40, print)]
                .into_iter()
                .filter(|report| !report.is_empty())
            {
                assert!(is_known(&report), "{name}: {report}");
                for (other, is_known, _) in KINDS.into_iter().filter(|(other, ..)| *other != name) {
                    assert!(!is_known(&report), "{name} is taken for {other}");
                }
            }
        }
    }

    #[test]
    fn texts_of_people_are_no_reports() {
        let texts = [
            "Заметки к педсовету.\nНайдено: 3 ошибки в отчете.\n",
            "{\n  \"name\": \"сайт\"\n}\n",
            "{\"version\": 1, \"findings\": []}",
            "[1]",
            "<?xml version=\"1.0\"?>\n<данные/>\n",
            "## Проверка программ\n\nПрошла в мае.\n",
            "## Проверка программ\n\n**Итог:** замечаний нет\n\nКоллеги, прошу исправить.\n",
            "Заметки: важно.\nнайдено: 3 ошибки (исправить до пятницы)\n",
            "найдено: 3 ошибки\nКоллеги, прошу исправить.\n",
        ];
        for (name, is_known, _) in KINDS {
            for text in texts {
                assert!(!is_known(text), "{name}: {text}");
            }
        }
    }
}
