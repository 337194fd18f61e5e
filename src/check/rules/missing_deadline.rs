//! A measure without a deadline.

use super::super::tie::lack::Lack;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::tie::undertaken::lacking;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "missing-deadline",
    level: Level::Error,
    wants: &["measure.deadline"],
    page: include_str!("missing_deadline.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lacking = lacking(subject, |_, _| false, |measure| measure.deadline.is_some());
    let lack = Lack {
        degree: subject.wants("measure.deadline"),
        one: "у {} нет срока",
        all: "ни у одного мероприятия нет срока".to_owned(),
        help: "добавьте «срок»: «до 1 декабря 2022 г.», «ежегодно, май», «сентябрь–октябрь 2021 г.»",
    };
    lack.tell(found, &lacking.told, lacking.all());
}
