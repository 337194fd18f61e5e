//! A link of the management cycle that the standard wants and nothing in the program is.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::{CycleLink, Degree};
use crate::resolve::cycle;

pub const RULE: Rule = Rule {
    name: "missing-cycle-link",
    level: Level::Warning,
    wants: &[
        "links.goals",
        "links.indicators",
        "links.collection",
        "links.monitoring",
        "links.analysis",
        "links.recommendations",
        "links.measures",
        "links.decisions",
        "links.effectiveness",
    ],
    page: include_str!("missing_cycle_link.md"),
    check,
};

/// The thing of a standard that wants a link.
fn thing(link: CycleLink) -> &'static str {
    match link {
        CycleLink::Goal => "links.goals",
        CycleLink::Indicator => "links.indicators",
        CycleLink::DataMethod => "links.collection",
        CycleLink::Monitoring => "links.monitoring",
        CycleLink::Analysis => "links.analysis",
        CycleLink::Recommendations => "links.recommendations",
        CycleLink::Measure => "links.measures",
        CycleLink::Decision => "links.decisions",
        CycleLink::Effectiveness => "links.effectiveness",
    }
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let program = subject.program;
    let written = cycle(program);
    let present = |link: CycleLink| match link {
        CycleLink::Goal => !program.goals.is_empty(),
        CycleLink::Indicator => !program.indicators.is_empty(),
        CycleLink::Measure => !subject.measures().is_empty(),
        CycleLink::DataMethod
        | CycleLink::Monitoring
        | CycleLink::Analysis
        | CycleLink::Recommendations
        | CycleLink::Decision
        | CycleLink::Effectiveness => false,
    };
    for degree in [Degree::Required, Degree::Recommended] {
        let missing: Vec<String> = CycleLink::ALL
            .into_iter()
            .filter(|link| subject.wants(thing(*link)) == degree && !present(*link) && !written.contains_key(link))
            .map(|link| format!("«{}»", link.name()))
            .collect();
        if !missing.is_empty() {
            let message = format!("ничто в программе не отмечено звеном управленческого цикла: {}", missing.join(", "));
            let help = "отметьте мероприятие или раздел, который этим занят, ключом «звено», или добавьте такое";
            found.wanted(degree, found.at(program.place, message).help(help));
        }
    }
}
