//! A section that the standard wants and no heading names.

use super::super::text::fold::{lower, words};
use super::super::rule::{Found, Rule};
use super::super::sections::headings;
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::StandardSection;

pub const RULE: Rule = Rule {
    name: "missing-section",
    level: Level::Warning,
    wants: &[],
    page: include_str!("missing_section.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.is_plan_alone() {
        return;
    }
    let headings: Vec<String> =
        headings(subject.program, subject.order).iter().map(|heading| format!(" {}", words(heading).join(" "))).collect();
    for section in &subject.structure.sections {
        if !headings.iter().any(|heading| is_headed(section, heading)) {
            let name = &section.name.value;
            let message = format!("нет раздела «{name}»");
            let finding = found.at(subject.program.place, message);
            let help = format!("добавьте в «содержание» раздел «{name}» с текстом или файлом");
            found.wanted(section.degree, finding.help(help));
        }
    }
}

/// Whether a heading, its words after a space each, has a word that begins as the section's words do.
fn is_headed(section: &StandardSection, heading: &str) -> bool {
    let named = std::slice::from_ref(&section.name);
    let begins = if section.words.is_empty() { named } else { &section.words };
    begins.iter().any(|begin| heading.contains(&format!(" {}", lower(begin.value.trim()))))
}
