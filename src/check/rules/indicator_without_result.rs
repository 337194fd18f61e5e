//! An indicator that shows no expected result.

use super::super::tie::lack::{Lack, all};
use super::super::indicator::measured::{called, is_heading, spot};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    name: "indicator-without-result",
    level: Level::Warning,
    wants: &["indicator.result"],
    page: include_str!("indicator_without_result.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let ties = subject.ties();
    let results = &subject.program.results;
    let known = ties.are_tasks(results.iter().filter_map(|result| result.task.as_ref()))
        && ties.are_indicators(results.iter().filter_map(|result| result.indicator.as_ref()));
    if !known {
        return;
    }
    let shown: BTreeSet<usize> =
        results.iter().filter_map(|result| ties.indicator(result.indicator.as_ref()?)).collect();
    let reached: BTreeSet<usize> = results.iter().filter_map(|result| ties.task(result.task.as_ref()?)).collect();
    // The result of an indicator is that of the rows under it too.
    let (mut above, mut lacking, mut asked) = (Vec::new(), Vec::new(), 0);
    for (index, own) in ties.indicators.iter().enumerate() {
        above.truncate(own.level - 1);
        let has = own.indicator.result.is_some()
            || shown.contains(&index)
            || ties.task_of_indicator(index).is_some_and(|task| reached.contains(&task))
            || above.last() == Some(&true);
        above.push(has);
        if !is_heading(own.indicator) {
            asked += 1;
            lacking.extend((!has).then(|| (spot(own.indicator), called(own))));
        }
    }
    let every = lacking.len() == asked;
    // A program without results is told so by another rule.
    if every && results.is_empty() {
        return;
    }
    let lack = Lack {
        degree: subject.wants("indicator.result"),
        one: "у показателя {} нет ожидаемого результата",
        all: format!("ни один из ожидаемых результатов не связан с показателями ({asked})"),
        help: "добавьте показателю «результат» или укажите этот показатель у результата: «показатель: …»",
    };
    lack.tell(found, &lacking, all(lacking.len(), asked));
}
