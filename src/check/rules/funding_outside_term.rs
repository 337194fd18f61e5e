//! Funding for a year that is not of the term, and a year of the term without funding.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};
use crate::model::Period;

pub const RULE: Rule = Rule {
    name: "funding-outside-term",
    level: Level::Error,
    wants: &[],
    page: include_str!("funding_outside_term.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let (Some(funding), Some(term)) = (&subject.program.funding, &subject.program.term) else { return };
    let Some(span) = term.span else { return };
    let touches = |period: Period| {
        let (Period::Year(first) | Period::SchoolYear(first)) = period;
        let last = if matches!(period, Period::SchoolYear(_)) { first + 1 } else { first };
        (first..=last).any(|year| (span.from.year()..=span.to.year()).contains(&year))
    };
    for amount in funding.sources.iter().flat_map(|source| &source.amounts) {
        if !touches(amount.period) {
            let message = format!("финансирование на {}, а срок программы – {}", amount.period, term.text);
            let outside = found.at(amount.period_place, message).also(term.place, "срок программы");
            found.push(outside.help("поправьте год или срок программы"));
        }
    }
    let paid = funding.periods();
    let school = paid.iter().all(|period| matches!(period, Period::SchoolYear(_)));
    let missing: Vec<String> =
        term.periods().iter().filter(|period| !paid.contains(period)).map(Period::to_string).collect();
    let same_kind = school == term.periods().iter().all(|period| matches!(period, Period::SchoolYear(_)));
    if same_kind && !paid.is_empty() && !missing.is_empty() {
        let message = format!("нет финансирования на {}", missing.join(", "));
        let gap = found.at(funding.place, message).help("допишите суммы; если денег не будет, напишите 0");
        found.push(Finding { level: Level::Warning, ..gap });
    }
}
