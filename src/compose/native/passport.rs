//! The passport's table: two columns, captions to the left.

use super::{
    cell,
    contents::{opened, result_list},
    funding,
};
use crate::compose::scope::Scope;
use crate::compose::text::{cell_prose, inlines, list, unclosed, with_lists};
use crate::document::{Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table, block_text};
use crate::model::{Label, Numeral, Passport, PassportPart, PassportRow, PassportRowKind, Text, Wordings};
use crate::resolve::{self, indicators};

/// From how many characters on a row may be divided between pages: about a third of a page.
const LONG: usize = 900;

/// The table of a program's passport, if it has one.
pub(in crate::compose) fn passport(scope: &Scope<'_>) -> Option<Block> {
    let passport = scope.program.passport.as_ref()?;
    let usual: Vec<PassportRow>;
    let rows = if passport.rows.is_empty() {
        usual = usual_rows(passport);
        &usual
    } else {
        &passport.rows
    };
    let rows: Vec<Row> = rows
        .iter()
        .filter_map(|row| {
            let blocks = content(row, passport, scope);
            (!blocks.is_empty()).then(|| Row {
                kind: if block_text(&blocks).chars().count() > LONG { RowKind::Divisible } else { RowKind::Whole },
                cells: vec![cell(Style::TableCell, caption(row, scope)), Cell::new(blocks)],
            })
        })
        .collect();
    let width = |width| Column { width: Some(width), ..Column::default() };
    Some(Block::Table(Table { columns: vec![width(32), width(68)], head_rows: 0, rows, ruled: true }))
}

fn usual_rows(passport: &Passport) -> Vec<PassportRow> {
    let kinds = [
        PassportRowKind::Name,
        PassportRowKind::Basis,
        PassportRowKind::Customer,
        PassportRowKind::Developers,
        PassportRowKind::Executors,
        PassportRowKind::Goals,
        PassportRowKind::Tasks,
        PassportRowKind::Indicators,
        PassportRowKind::Term,
        PassportRowKind::Mechanisms,
        PassportRowKind::Funding,
        PassportRowKind::Results,
        PassportRowKind::Control,
    ];
    kinds.into_iter().map(|kind| PassportRow { kind, caption: None, label: None, place: passport.place }).collect()
}

fn caption(row: &PassportRow, scope: &Scope<'_>) -> Vec<Inline> {
    let usual = match &row.kind {
        PassportRowKind::Name => "Наименование программы",
        PassportRowKind::Basis => "Основание для разработки программы",
        PassportRowKind::Customer => "Заказчик программы",
        PassportRowKind::Developers => "Разработчики программы",
        PassportRowKind::Executors => "Исполнители программы",
        PassportRowKind::Goals if scope.program.goals.len() > 1 => "Цели программы",
        PassportRowKind::Goals => "Цель программы",
        PassportRowKind::Tasks => "Задачи программы",
        PassportRowKind::Indicators => "Целевые показатели программы",
        PassportRowKind::Term => "Срок реализации программы",
        PassportRowKind::Funding => "Объёмы и источники финансирования",
        PassportRowKind::Mechanisms => "Механизмы реализации программы",
        PassportRowKind::Results => "Ожидаемые результаты",
        PassportRowKind::Control => "Контроль за исполнением программы",
        PassportRowKind::Own(_) => "",
    };
    match &row.caption {
        Some(caption) => inlines(&caption.value, scope.numbering),
        None => vec![Inline::text(usual)],
    }
}

/// What stands in a row; nothing when the program has no data for it.
fn content(row: &PassportRow, passport: &Passport, scope: &Scope<'_>) -> Vec<Block> {
    let program = scope.program;
    let number = Label::new("", Numeral::Arabic, ".");
    let bare = Label::new("", Numeral::None, "");
    let dash = Label::new("", Numeral::Dash, "");
    let label = |usual: &Label| row.label.clone().unwrap_or_else(|| usual.clone());
    let text =
        |text: &Text, wordings: &Wordings| inlines(&wordings.passport.as_ref().unwrap_or(text).value, scope.numbering);
    let own_list = |items, usual: &Label| list(items, &label(usual), Style::TableCell);
    match &row.kind {
        PassportRowKind::Name => vec![line(inlines(&program.title.nominative.value, scope.numbering))],
        PassportRowKind::Basis => parts(&passport.basis, row, scope),
        PassportRowKind::Customer => parts(&passport.customer, row, scope),
        PassportRowKind::Developers => parts(&passport.developers, row, scope),
        PassportRowKind::Executors => parts(&passport.executors, row, scope),
        PassportRowKind::Mechanisms => parts(&passport.mechanisms, row, scope),
        PassportRowKind::Funding if passport.funding.is_empty() => {
            program.funding.iter().flat_map(|own| funding::lines(own, &label(&dash), scope.numbering)).collect()
        }
        PassportRowKind::Funding => parts(&passport.funding, row, scope),
        PassportRowKind::Control => parts(&passport.control, row, scope),
        PassportRowKind::Goals => {
            let usual = if program.goals.len() > 1 { &number } else { &bare };
            own_list(program.goals.iter().map(|goal| (None, text(&goal.text, &goal.wordings))).collect(), usual)
        }
        PassportRowKind::Tasks => {
            let tasks: Vec<_> = program.all_tasks().map(|task| (None, text(&task.text, &task.wordings))).collect();
            let usual = if tasks.len() > 1 { &number } else { &bare };
            own_list(tasks, usual)
        }
        PassportRowKind::Indicators => {
            let named = indicators(program).into_iter().filter(|own| own.number.is_some());
            let item = |own: resolve::NumberedIndicator<'_>| {
                let name = own.indicator.name.as_ref()?;
                Some((own.number.clone(), text(name, &own.indicator.wordings)))
            };
            own_list(named.filter_map(item).collect(), &number)
        }
        PassportRowKind::Term => program.term.iter().map(|term| line(vec![Inline::text(term.text.as_str())])).collect(),
        PassportRowKind::Results => {
            let lists = program.results.iter().map(|own| result_list(own, scope)).collect();
            let results = results(scope, text);
            let usual = if results.len() > 1 { &number } else { &bare };
            with_lists(own_list(results, usual), lists, Style::TableCell)
        }
        PassportRowKind::Own(own) => cell_prose(own, scope.numbering),
    }
}

/// The expected results: those that the program lists, or else those of its indicators, with their numbers where each
/// has one.
fn results(scope: &Scope<'_>, text: impl Fn(&Text, &Wordings) -> Vec<Inline>) -> Vec<(Option<String>, Vec<Inline>)> {
    let own = &scope.program.results;
    if !own.is_empty() {
        return own.iter().map(|result| (None, opened(result, text(&result.text, &result.wordings)))).collect();
    }
    let of_indicators = indicators(scope.program).into_iter().filter_map(|own| {
        let result = own.indicator.result.as_ref()?;
        Some((own.number.clone(), inlines(&result.value, scope.numbering)))
    });
    let results: Vec<_> = of_indicators.collect();
    let numbered = results.iter().all(|(number, _)| number.is_some());
    results.into_iter().map(|(number, text)| (number.filter(|_| numbered), text)).collect()
}

/// Parts of a row: one alone as it is, several as a list; labelled ones with their own lists.
fn parts(parts: &[PassportPart], row: &PassportRow, scope: &Scope<'_>) -> Vec<Block> {
    let plain = parts.iter().all(|part| part.label.is_none() && part.list.is_empty());
    if plain {
        let usual = Label::new("", Numeral::None, "");
        let items = parts.iter().map(|part| (None, words(part, scope))).collect();
        return list(items, row.label.as_ref().unwrap_or(&usual), Style::TableCell);
    }
    let dash = Label::new("", Numeral::Dash, "");
    let mut blocks = Vec::new();
    for part in parts {
        let words = words(part, scope);
        blocks.extend((!words.is_empty()).then(|| line(words)));
        let items = part.list.iter().map(|item| (None, inlines(&item.value, scope.numbering))).collect();
        blocks.extend(list(items, row.label.as_ref().unwrap_or(&dash), Style::TableCell));
    }
    blocks
}

/// «Кадровое обеспечение: …» or the full name of a party.
fn words(part: &PassportPart, scope: &Scope<'_>) -> Vec<Inline> {
    let party = part.party.as_ref().map(|link| match resolve::party(scope.root, &link.written) {
        Some(party) => scope.print(&party.name),
        None => link.written.clone(),
    });
    let label = part.label.as_ref().map(|label| format!("{}:", unclosed(&label.value, ":")));
    let text = part.text.as_ref().map(|text| text.value.clone());
    let words = [label, party, text].into_iter().flatten().collect::<Vec<_>>().join(" ");
    inlines(&words, scope.numbering)
}

fn line(inlines: Vec<Inline>) -> Block {
    Paragraph::new(Style::TableCell, inlines).into()
}
