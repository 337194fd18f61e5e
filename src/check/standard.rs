//! The standard structures as data: `standards/*.yaml`, embedded in the binary.

use crate::diagnostic::Level;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/standards");

/// What a program must have.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// The name a program chooses it by.
    #[serde(rename = "наименование")]
    pub name: String,
    /// How bad it is when something is missing.
    #[serde(rename = "требования")]
    pub(super) requirements: BTreeMap<Requirement, Severity>,
}

/// What can be required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) enum Requirement {
    /// The term.
    #[serde(rename = "срок")]
    Term,
    /// At least one goal.
    #[serde(rename = "цели")]
    Goals,
    /// At least one task.
    #[serde(rename = "задачи")]
    Tasks,
}

/// How bad it is, as the standard says it.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum Severity {
    /// An error.
    #[serde(rename = "ошибка")]
    Error,
    /// A warning.
    #[serde(rename = "предупреждение")]
    Warning,
    /// A note.
    #[serde(rename = "замечание")]
    Note,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

impl Standard {
    /// The embedded standard of this name.
    ///
    /// # Panics
    /// When an embedded standard is broken; a test reads them all.
    pub fn named(name: &str) -> Option<Self> {
        let file = EMBEDDED.get_file(format!("{name}.yaml"))?;
        let text = file.contents_utf8().expect("the embedded standards are UTF-8");
        Some(serde_yaml::from_str(text).expect("the embedded standards are valid"))
    }
}

/// The names of the embedded standards.
pub fn standard_names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.files().filter_map(|file| file.path().file_stem()?.to_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_standard_can_be_read() {
        for name in standard_names() {
            assert_eq!(Standard::named(name).unwrap().name, name);
        }
    }
}
