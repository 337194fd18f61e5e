//! An expected result that no indicator shows.

use super::super::text::fold::{brief, fold};
use super::super::tie::lack::{Lack, all};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "result-without-indicator",
    level: Level::Warning,
    wants: &["result.indicator"],
    page: include_str!("result_without_indicator.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let ties = subject.ties();
    // A program without indicators is told so by another rule.
    if ties.indicators.is_empty() {
        return;
    }
    let own: BTreeSet<String> =
        ties.indicators.iter().filter_map(|own| Some(fold(&own.indicator.result.as_ref()?.value))).collect();
    let measured: BTreeSet<usize> =
        (0..ties.indicators.len()).filter_map(|index| ties.task_of_indicator(index)).collect();
    let results = &subject.program.results;
    let lacking: Vec<_> = results
        .iter()
        .filter(|result| result.indicator.is_none() && !own.contains(&fold(&result.text.value)))
        .filter(|result| !result.task.as_ref().and_then(|task| ties.task(task)).is_some_and(|task| measured.contains(&task)))
        .map(|result| (result.text.place, format!("«{}»", brief(&result.text.value))))
        .collect();
    let lack = Lack {
        degree: subject.wants("result.indicator"),
        one: "по результату {} нет показателя",
        all: format!("ни по одному из {} результатов не указан показатель", results.len()),
        help: "добавьте результату «показатель» – ид или номер показателя, по которому он виден",
    };
    lack.tell(found, &lacking, all(lacking.len(), results.len()));
}
