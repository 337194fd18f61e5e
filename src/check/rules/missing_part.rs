//! A part of the program that the standard wants and the program lacks.

use super::super::passport::has_results;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "missing-part",
    level: Level::Error,
    wants: &[
        "program.term",
        "program.goals",
        "program.tasks",
        "program.indicators",
        "program.results",
        "program.roadmap",
        "program.passport",
        "program.order",
        "program.funding",
    ],
    page: include_str!("missing_part.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let program = subject.program;
    let parts = [
        ("program.term", program.term.is_some(), "нет срока реализации", "добавьте в «программа» строку «срок: 2021–2025»"),
        ("program.goals", !program.goals.is_empty(), "нет цели", "добавьте раздел «цели» с текстом цели"),
        ("program.tasks", program.all_tasks().next().is_some(), "нет задач", "добавьте под целью «задачи» списком"),
        (
            "program.indicators",
            !program.indicators.is_empty(),
            "нет показателей",
            "добавьте раздел «показатели»: наименование, единица, исходное значение, значения по годам",
        ),
        (
            "program.results",
            has_results(program),
            "нет ожидаемых результатов",
            "добавьте раздел «результаты» или «результат» каждому показателю",
        ),
        (
            "program.roadmap",
            !subject.measures().is_empty(),
            "нет мероприятий",
            "добавьте раздел «дорожная карта» с мероприятиями",
        ),
        ("program.passport", program.passport.is_some(), "нет паспорта", "добавьте раздел «паспорт»"),
        ("program.order", subject.order.is_some(), "нет приказа, который её утверждает", "добавьте раздел «приказ»"),
        (
            "program.funding",
            program.funding.is_some(),
            "нет объемов финансирования",
            "добавьте раздел «финансирование» с источниками и суммами по годам",
        ),
    ];
    // A plan's program is another document, which has the rest.
    let elsewhere: &[&str] = if subject.is_plan_alone() { &["program.passport", "program.indicators", "program.results"] } else { &[] };
    for (thing, present, message, help) in parts {
        if !present && !elsewhere.contains(&thing) {
            let finding = found.at(program.place, format!("у программы {message}")).help(help);
            found.wanted(subject.wants(thing), finding);
        }
    }
}
