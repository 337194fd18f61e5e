//! A heading with nothing under it.

use super::super::text::fold::brief;
use super::super::passport::has_results;
use super::super::rule::{Found, Rule};
use super::super::sections::{Bare, contents, within};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::document::block_text;
use crate::model::{Content, Part, PartKind, Prose};

pub const RULE: Rule = Rule {
    name: "empty-section",
    level: Level::Error,
    wants: &[],
    page: include_str!("empty_section.md"),
    check,
};

const HELP: &str = "допишите текст раздела или уберите заголовок";

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for content in contents(subject.program) {
        if let Some(heading) = &content.heading
            && !says_itself(&heading.value)
            && content.sections.is_empty()
            && content.parts.iter().all(|part| is_empty(part, subject))
        {
            let message = format!("в разделе «{}» ничего нет", brief(&heading.value));
            found.push(found.at(heading.place, message).help(HELP));
        }
        for (index, part) in content.parts.iter().enumerate() {
            if let PartKind::Prose(prose) = &part.kind {
                bare_headings(prose, goes_on(content, index), found);
            }
        }
    }
}

/// Whether a heading is a whole statement: «Срок реализации: 2021–2025 годы».
fn says_itself(heading: &str) -> bool {
    heading.split_once(':').is_some_and(|(_, said)| !said.trim().is_empty())
}

/// Whether something follows a part of a section.
fn goes_on(content: &Content, part: usize) -> bool {
    part + 1 < content.parts.len() || !content.sections.is_empty()
}

fn bare_headings(prose: &Prose, goes_on: bool, found: &mut Found<'_>) {
    for heading in within(prose) {
        let bare = heading.bare == Bare::Heading || (heading.bare == Bare::End && !goes_on);
        if bare && !says_itself(&heading.text) {
            let message = format!("под заголовком «{}» ничего нет", brief(&heading.text));
            found.push(found.at(heading.place, message).help(HELP));
        }
    }
}

/// Whether a part prints nothing.
fn is_empty(part: &Part, subject: &Subject<'_>) -> bool {
    let program = subject.program;
    let silent = |prose: &Prose| prose.blocks.is_empty() || block_text(&prose.blocks).trim().is_empty();
    part.lead.as_ref().is_none_or(silent)
        && match &part.kind {
            PartKind::Prose(prose) => silent(prose),
            PartKind::Passport => program.passport.is_none(),
            PartKind::Acts => program.acts.is_empty(),
            PartKind::Goals => program.goals.is_empty(),
            PartKind::Tasks => program.all_tasks().next().is_none(),
            PartKind::Indicators => program.indicators.is_empty(),
            PartKind::Results => !has_results(program),
            PartKind::Funding => program.funding.is_none(),
            PartKind::Roadmap | PartKind::Measures => subject.measures().is_empty(),
            PartKind::Abbreviations => program.municipality.abbreviations.is_empty(),
            PartKind::None => true,
        }
}
