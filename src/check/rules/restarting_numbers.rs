//! Numbers of measures that begin anew in each section, so that one number means several measures.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::MeasureNumbering;

pub const RULE: Rule = Rule {
    name: "restarting-numbers",
    level: Level::Note,
    wants: &[],
    page: include_str!("restarting_numbers.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(roadmap) = &subject.program.roadmap else { return };
    let numbered = subject.stages().filter(|stage| !stage.measures.is_empty()).count();
    if roadmap.numbering == MeasureNumbering::Restarting && numbered > 1 {
        let message = "номера мероприятий в каждом разделе начинаются с начала: один номер у нескольких мероприятий";
        let help = "уберите «нумерация: с начала» – номера будут по разделам: 1.1, 1.2, 2.1";
        found.push(found.at(roadmap.place, message).help(help));
    }
}
