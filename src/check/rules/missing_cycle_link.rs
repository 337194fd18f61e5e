//! A link of the management cycle that the standard wants and nothing in the program is.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::CycleLink;
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
    for link in CycleLink::ALL {
        let present = match link {
            CycleLink::Goal => !program.goals.is_empty(),
            CycleLink::Indicator => !program.indicators.is_empty(),
            CycleLink::DataMethod
            | CycleLink::Monitoring
            | CycleLink::Analysis
            | CycleLink::Recommendations
            | CycleLink::Measure
            | CycleLink::Decision
            | CycleLink::Effectiveness => false,
        };
        if present || written.contains_key(&link) {
            continue;
        }
        let name = link.name();
        let help = format!("отметьте мероприятие или раздел, который этим занят: «звено: {name}», или добавьте такое");
        let finding = found.at(program.place, format!("в программе нет звена управленческого цикла «{name}»"));
        found.wanted(subject.wants(thing(link)), finding.help(help));
    }
}
