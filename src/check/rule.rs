//! What a rule is, and what it finds.

use super::due::Due;
use super::subject::Subject;
use crate::deadline::Doubt;
use crate::diagnostic::{Finding, Findings, Level, Place};
use crate::model::Degree;

/// A rule: one thing that can be wrong with a program.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case English name of the bad thing.
    pub name: &'static str,
    /// How bad it is unless someone says otherwise.
    pub level: Level,
    /// The things of a standard by whose degree it is judged: `measure.deadline`.
    pub wants: &'static [&'static str],
    /// Its page: title, what it checks, why, an example, how to mend it.
    pub page: &'static str,
    /// Looks at a program or an edition of it.
    pub(super) check: fn(&Subject<'_>, &mut Found<'_>),
}

impl Rule {
    /// The heading of its page.
    pub fn title(&self) -> &'static str {
        self.page.lines().next().unwrap_or_default().trim_start_matches("# ").trim()
    }
}

/// What a rule has found so far.
#[derive(Debug)]
pub struct Found<'r> {
    rule: &'r Rule,
    findings: &'r mut Findings,
}

impl<'r> Found<'r> {
    /// Findings of this rule go to the list.
    pub(super) fn new(rule: &'r Rule, findings: &'r mut Findings) -> Self {
        Self { rule, findings }
    }

    /// A finding of this rule, to be completed and pushed.
    pub fn at(&self, place: impl Into<Option<Place>>, message: impl Into<String>) -> Finding {
        Finding::new(self.rule.name, self.rule.level, place, message)
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a finding for each deadline with a doubt of this kind, of measures alone if asked so.
    pub fn doubts(&mut self, subject: &Subject<'_>, is: fn(&Doubt) -> bool, measures: bool, help: &str) {
        let judged = subject.prints_roadmap();
        for due in subject.dues.iter().filter(|due| if due.of_measure { judged } else { !measures }) {
            let Some(doubt) = due.reading.doubts.iter().find(|doubt| is(doubt)) else { continue };
            let phrase = &due.deadline.text.value;
            let sentence = sentence(due, doubt, subject);
            let help = match &subject.program.edition {
                Some(id) if sentence.ends_with(&of_edition(&id.value)) => {
                    // One deadline is told once: that of the program itself is mended first.
                    if subject.is_told(due, is) {
                        continue;
                    }
                    help.replace("срок программы в карточке", &format!("{} в «редакции»", of_edition(&id.value)))
                }
                Some(_) | None => help.to_owned(),
            };
            let finding = self.at(due.place(), sentence).help(help);
            self.push(match doubt.suggestion() {
                Some(whole) => finding.mend(phrase, 0..phrase.len(), whole),
                None => finding.quote(due.words(doubt)),
            });
        }
    }

    /// Adds a finding as bad as the degree of what is missing; nothing when it may be missing.
    pub fn wanted(&mut self, degree: Degree, finding: Finding) {
        let level = match degree {
            Degree::Optional => return,
            Degree::Recommended => Level::Warning,
            Degree::Required => Level::Error,
        };
        self.findings.push(Finding { level, ..finding });
    }
}

/// The term of an edition.
fn of_edition(id: &str) -> String {
    format!("срок редакции «{id}»")
}

/// The doubt in Russian; the term of an edition is told from that of the program.
fn sentence(due: &Due<'_>, doubt: &Doubt, subject: &Subject<'_>) -> String {
    if due.early && matches!(doubt, Doubt::NoOccurrence { .. }) {
        let words = due.words(doubt).split_whitespace().collect::<Vec<_>>().join(" ");
        return format!("срок «{words}» приходится только на дни раньше приказа");
    }
    let sentence = doubt.sentence(&due.deadline.text.value);
    match (&subject.program.edition, sentence.strip_suffix("срок программы")) {
        (Some(id), Some(said)) => format!("{said}{}", of_edition(&id.value)),
        _ => sentence,
    }
}
