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
    let begins = Begins::of(&headings);
    for section in &subject.structure.sections {
        if !begins.are_of(section) {
            let name = &section.name.value;
            let message = format!("нет раздела «{name}»");
            let finding = found.at(subject.program.place, message);
            let help = format!("добавьте в «содержание» раздел «{name}» с текстом или файлом");
            found.wanted(section.degree, finding.help(help));
        }
    }
}

/// By how many bytes the rests of headings are sorted: few texts share more of them.
const SORTED: usize = 200;

/// The headings from each of their words on, in the order of their beginnings.
struct Begins<'h>(Vec<&'h str>);

impl<'h> Begins<'h> {
    /// Of headings whose words stand after a space each.
    fn of(headings: &'h [String]) -> Self {
        let rests = headings.iter().flat_map(|heading| heading.match_indices(' ').map(|(at, _)| &heading[at + 1..]));
        let mut rests: Vec<&str> = rests.collect();
        rests.sort_by_key(|rest| start(rest));
        Self(rests)
    }

    /// Whether a heading has words that begin as the section's words do.
    fn are_of(&self, section: &StandardSection) -> bool {
        let named = std::slice::from_ref(&section.name);
        let begins = if section.words.is_empty() { named } else { &section.words };
        begins.iter().any(|begin| {
            let begin = lower(begin.value.trim());
            let from = self.0.partition_point(|rest| start(rest) < start(&begin));
            let alike = self.0[from..].iter().take_while(|rest| rest.starts_with(start(&begin)));
            alike.into_iter().any(|rest| rest.starts_with(&begin))
        })
    }
}

/// What a text is sorted by.
fn start(text: &str) -> &str {
    &text[..text.floor_char_boundary(SORTED)]
}
