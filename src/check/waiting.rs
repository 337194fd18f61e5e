//! What cannot be known while a file of the program is unread: what lacks and what is not used.

use crate::diagnostic::{Files, Finding, Level};

/// What of a program was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Nothing.
    Nothing,
    /// A text or a picture.
    Text,
    /// A YAML file: of the program, of the municipality or of a standard.
    Data,
}

/// Findings that a text may settle, sorted.
const BY_TEXT: &[&str] = &[
    "appendix-not-mentioned",
    "empty-section",
    "unexpanded-abbreviation",
    "unused-abbreviation",
    "unused-exception",
    "unused-party",
    "unused-person",
    "unused-school",
    "unused-short-name",
];

/// Findings that a YAML file may settle besides, sorted.
const BY_DATA: &[&str] = &[
    "goal-without-task",
    "indicator-without-result",
    "indicator-without-task",
    "item-without-deadline",
    "item-without-executor",
    "measure-without-task",
    "missing-appendix",
    "missing-baseline",
    "missing-case-form",
    "missing-cycle-link",
    "missing-deadline",
    "missing-order-part",
    "missing-part",
    "missing-passport-row",
    "missing-responsible",
    "missing-result",
    "missing-section",
    "missing-source",
    "missing-unit",
    "missing-value",
    "no-occurrence",
    "nothing-to-print",
    "result-without-indicator",
    "task-without-indicator",
    "task-without-measure",
    "unclear-control",
    "unknown-act",
    "unknown-indicator",
    "unknown-paper",
    "unknown-party",
    "unknown-person",
    "unknown-reference",
    "unknown-standard",
    "unknown-task",
];

impl Lack {
    /// What the files lack.
    pub fn of(files: &Files) -> Self {
        if files.is_torn() {
            Self::Data
        } else if files.are_all() {
            Self::Nothing
        } else {
            Self::Text
        }
    }

    /// Whether findings of this name wait until all is read.
    pub fn delays(self, name: &str) -> bool {
        self >= Self::Text && BY_TEXT.binary_search(&name).is_ok()
            || self == Self::Data && BY_DATA.binary_search(&name).is_ok()
    }

    /// What is to be said when so many findings wait.
    pub fn note(self, waiting: usize) -> Option<Finding> {
        let message = "чего не хватает и что лишнее, ещё не сказано: для этого нужны все файлы программы";
        let finding = Finding::new("unfinished-check", Level::Note, None, message);
        (waiting > 0).then(|| finding.help("исправьте ошибки в файлах, которые не прочитаны, и проверьте снова"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;

    #[test]
    fn every_rule_of_absence_waits() {
        assert!(BY_TEXT.is_sorted() && BY_DATA.is_sorted());
        for rule in RULES.iter().map(|rule| rule.name) {
            let absent = rule.starts_with("missing-") || rule.starts_with("unused-");
            assert!(!absent || Lack::Data.delays(rule), "{rule}");
        }
        assert!(!Lack::Nothing.delays("unused-person") && !Lack::Text.delays("missing-part"));
    }
}
