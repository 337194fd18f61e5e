//! The model held against the standard structure and the rules: pure, knows no template and no output.
//!
//! A rule is a file of `rules` with its page beside it; [`Structure`] says what a standard wants.

mod acts;
mod baseline;
mod due;
mod enacting;
mod indicator;
mod judge;
mod lost;
mod passages;
mod passport;
mod rule;
mod rules;
mod sections;
mod structure;
mod subject;
mod tables;
mod tasks;
mod text;
mod tie;
mod waiting;

pub use baseline::Baseline;
pub use judge::{Judge, Wishes, rule_level, rule_name};
pub use lost::unread;
pub use passport::filled as passport_filled;
pub use rule::Rule;
pub use rules::RULES;
pub use structure::{Structure, Weight};
pub use waiting::Lack;

use crate::diagnostic::Findings;
use crate::model::{Program, Standard};
use passages::passages;
use rule::Found;
use subject::Subject;
use text::lexicon::Lexicon;

/// All findings of the rules for a program and its editions, each by its own standard or the one asked for; what both
/// lack is found once.
pub fn check(program: &Program, asked: Option<&str>, standards: &[Standard]) -> Findings {
    let mut findings = Findings::default();
    Lexicon::lend(|lexicon| {
        let editions = || std::iter::once(program).chain(&program.editions);
        let texts: Vec<_> = editions().map(|edition| passages(edition, program.order.as_ref(), lexicon)).collect();
        for (index, edition) in editions().enumerate() {
            let structure = Structure::of(edition, asked, standards, &mut findings);
            let subject = Subject::new((index, edition), program, &structure, &texts, lexicon);
            for rule in RULES {
                (rule.check)(&subject, &mut Found::new(rule, &mut findings));
            }
        }
    });
    findings.sort();
    findings
}

/// The names of all rules and of the findings that have a page.
fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}
