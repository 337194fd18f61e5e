//! A measure without a result.

use super::super::tie::lack::Lack;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tie::undertaken::lacking;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "missing-result",
    level: Level::Warning,
    wants: &["measure.result"],
    page: include_str!("missing_result.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lacking = lacking(subject, |_, _| false, |measure| measure.result.is_some());
    let lack = Lack {
        degree: subject.wants("measure.result"),
        one: "у {} нет результата",
        all: "ни у одного мероприятия нет результата".to_owned(),
        help: "добавьте «результат» – чем подтверждается, что сделано: справка, приказ, план, договоры",
    };
    lack.tell(found, &lacking.told, lacking.all());
}
