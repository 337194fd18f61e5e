//! What a check found, from its JSON report, and the numbers of other reports.

use serde_json::Value;
use std::collections::BTreeMap;

/// The findings of a report by what they say and where.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How often each is told: name, level, file, line, column, message.
    pub findings: BTreeMap<String, usize>,
    /// The errors of each program by its file.
    pub programs: Vec<(String, u64)>,
    /// Errors, warnings, notes.
    pub counts: [u64; 3],
}

impl Report {
    /// Reads a JSON report.
    pub fn parse(text: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(text).ok()?;
        let mut findings = BTreeMap::new();
        for found in report["findings"].as_array()? {
            let said = ["name", "level", "file", "line", "column", "message"].map(|key| found[key].to_string());
            *findings.entry(said.join(" ")).or_default() += 1;
        }
        let programs = report["programs"].as_array()?;
        let programs = programs.iter().map(|own| Some((own["path"].as_str()?.to_owned(), own["errors"].as_u64()?)));
        let count = |key: &str| report["summary"][key].as_u64();
        Some(Self {
            findings,
            programs: programs.collect::<Option<_>>()?,
            counts: [count("errors")?, count("warnings")?, count("notes")?],
        })
    }

    /// Those of it that another does not tell.
    pub fn missing_in(&self, other: &Self) -> Vec<String> {
        let less = |(said, count): (&String, &usize)| {
            (other.findings.get(said).copied().unwrap_or_default() < *count).then(|| said.clone())
        };
        self.findings.iter().filter_map(less).collect()
    }
}

/// Errors, warnings and notes as the last line of the report for people counts them.
pub fn told(text: &str) -> Option<[u64; 3]> {
    let line = text.lines().rev().find(|line| line.contains("найдено: ") || line.contains("замечаний нет"))?;
    let Some((_, list)) = line.split_once("найдено: ") else { return Some([0; 3]) };
    let mut counts = [0; 3];
    for part in list.split(", ") {
        let Some((number, word)) = part.split_once(' ') else { continue };
        let at = ["ошиб", "предупрежд", "замечан"].iter().position(|begin| word.starts_with(begin));
        if let (Ok(number), Some(at)) = (number.parse(), at) {
            counts[at] = number;
        }
    }
    Some(counts)
}

/// Errors, warnings and notes of a report of one line a finding.
pub fn lines(text: &str, words: [&str; 3]) -> [u64; 3] {
    words.map(|word| text.lines().filter(|line| line.contains(word)).count() as u64)
}
