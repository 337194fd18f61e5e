//! Which rows of the passport have something to print.

use super::structure::Structure;
use super::text::fold::lower;
use crate::document::block_text;
use crate::model::{Degree, Passport, PassportPart, PassportRowKind, Program};
use crate::resolve::indicators;
use std::mem::discriminant;

/// A row that a standard may want.
#[derive(Debug)]
pub struct Row {
    /// The thing of the standard: `passport.basis`.
    pub thing: &'static str,
    /// How the row is called.
    pub caption: &'static str,
    /// By the beginning of which word a row of the municipality's own is known.
    stem: &'static str,
    /// What to do when it is missing.
    pub help: &'static str,
    kind: PassportRowKind,
    has: fn(&Program, &Passport) -> bool,
}

const MADE: &str = "заполните этот раздел программы и добавьте строку в «строки» паспорта";

/// The rows in their usual order.
pub const ROWS: &[Row] = &[
    Row {
        thing: "passport.name",
        caption: "Наименование программы",
        stem: "наименован",
        help: "добавьте «наименование» в «строки» паспорта",
        kind: PassportRowKind::Name,
        has: |program, _| !program.title.nominative.value.trim().is_empty(),
    },
    Row {
        thing: "passport.basis",
        caption: "Основание для разработки",
        stem: "основани",
        help: "добавьте в «паспорт» «основание» – акты, на основании которых разработана программа",
        kind: PassportRowKind::Basis,
        has: |_, passport| says(&passport.basis),
    },
    Row {
        thing: "passport.customer",
        caption: "Заказчик",
        stem: "заказчик",
        help: "добавьте в «паспорт» «заказчик» – орган, который утверждает программу",
        kind: PassportRowKind::Customer,
        has: |_, passport| says(&passport.customer),
    },
    Row {
        thing: "passport.developers",
        caption: "Разработчики",
        stem: "разработчик",
        help: "добавьте в «паспорт» «разработчики» – кто составил программу",
        kind: PassportRowKind::Developers,
        has: |_, passport| says(&passport.developers),
    },
    Row {
        thing: "passport.executors",
        caption: "Исполнители",
        stem: "исполнител",
        help: "добавьте в «паспорт» «исполнители» – кто выполняет мероприятия",
        kind: PassportRowKind::Executors,
        has: |_, passport| says(&passport.executors),
    },
    Row {
        thing: "passport.goals",
        caption: "Цели",
        stem: "цел",
        help: MADE,
        kind: PassportRowKind::Goals,
        has: |program, _| !program.goals.is_empty(),
    },
    Row {
        thing: "passport.tasks",
        caption: "Задачи",
        stem: "задач",
        help: MADE,
        kind: PassportRowKind::Tasks,
        has: |program, _| program.all_tasks().next().is_some(),
    },
    Row {
        thing: "passport.indicators",
        caption: "Показатели",
        stem: "показател",
        help: MADE,
        kind: PassportRowKind::Indicators,
        has: |program, _| !program.indicators.is_empty(),
    },
    Row {
        thing: "passport.term",
        caption: "Сроки реализации",
        stem: "срок",
        help: "запишите «срок» в «программа» и добавьте «срок» в «строки» паспорта",
        kind: PassportRowKind::Term,
        has: |program, _| program.term.is_some(),
    },
    Row {
        thing: "passport.funding",
        caption: "Объемы и источники финансирования",
        stem: "финансирован",
        help: "добавьте раздел «финансирование» с суммами по годам или «финансирование» в «паспорт»",
        kind: PassportRowKind::Funding,
        has: |program, passport| program.funding.is_some() || says(&passport.funding),
    },
    Row {
        thing: "passport.mechanisms",
        caption: "Механизмы реализации",
        stem: "механизм",
        help: "добавьте в «паспорт» «механизмы»",
        kind: PassportRowKind::Mechanisms,
        has: |_, passport| says(&passport.mechanisms),
    },
    Row {
        thing: "passport.results",
        caption: "Ожидаемые результаты",
        stem: "результат",
        help: MADE,
        kind: PassportRowKind::Results,
        has: |program, _| has_results(program),
    },
    Row {
        thing: "passport.control",
        caption: "Контроль исполнения",
        stem: "контрол",
        help: "добавьте в «паспорт» «контроль» – кто и как следит за исполнением",
        kind: PassportRowKind::Control,
        has: |_, passport| says(&passport.control),
    },
];

/// How many of the rows that the standard wants the passport fills, and how many it wants.
pub fn filled(program: &Program, structure: &Structure) -> (usize, usize) {
    let wanted: Vec<_> = ROWS.iter().filter(|row| structure.degree(row.thing) != Degree::Optional).collect();
    (wanted.iter().filter(|row| fills(row, program)).count(), wanted.len())
}

/// Whether the passport prints the row, by its data or in the municipality's own words.
pub fn fills(row: &Row, program: &Program) -> bool {
    let Some(passport) = &program.passport else { return false };
    let printed = passport.rows.is_empty()
        || passport.rows.iter().any(|listed| discriminant(&listed.kind) == discriminant(&row.kind));
    let own = || {
        passport.rows.iter().any(|listed| match (&listed.kind, &listed.caption) {
            (PassportRowKind::Own(prose), Some(caption)) => {
                let caption = lower(&caption.value);
                let named = caption.split(|c: char| !c.is_alphabetic()).any(|word| word.starts_with(row.stem));
                named && !block_text(&prose.blocks).trim().is_empty()
            }
            _ => false,
        })
    };
    (printed && (row.has)(program, passport)) || own()
}

/// Whether a program names expected results, by themselves or with its indicators.
pub fn has_results(program: &Program) -> bool {
    !program.results.is_empty() || indicators(program).iter().any(|own| own.indicator.result.is_some())
}

fn says(parts: &[PassportPart]) -> bool {
    parts.iter().any(|part| {
        let text = part.text.iter().chain(&part.list).any(|text| !text.value.trim().is_empty());
        part.party.is_some() || text
    })
}
