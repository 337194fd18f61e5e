//! The table of indicators: groups, units, baselines and a column for each year.

use super::{cell, group, roadmap::responsible};
use crate::compose::scope::Scope;
use crate::compose::text::inlines;
use crate::document::{Align, Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table};
use crate::model::{Indicator, IndicatorColumn, PartyLayout, Period, Program};
use crate::resolve::{self, NumberedIndicator, indicators};
use std::collections::BTreeSet;

/// The table of a program's indicators, if it has any.
pub(in crate::compose) fn table(scope: &Scope<'_>) -> Option<Block> {
    let numbered = indicators(scope.program);
    if numbered.is_empty() {
        return None;
    }
    let periods = periods(&scope.program.indicators);
    let columns = columns(scope.program, &numbered);
    let width: usize = columns.iter().map(|column| span(*column, &periods)).sum();
    let mut rows = heads(&columns, &periods, scope);
    let head_rows = rows.len();
    let mut task = None;
    for own in &numbered {
        let number = own.task.and_then(|link| resolve::task(scope.program, &link.written)).map(|(number, _)| number);
        if own.is_group() || (own.level == 1 && number.is_some() && number != task) {
            rows.extend(group_row(own, width, scope));
        }
        task = number;
        if !own.is_group() {
            rows.push(row(own, &columns, &periods, scope));
        }
    }
    let center = Column { align: Align::Center, ..Column::default() };
    let column = |column: &IndicatorColumn| {
        let text = matches!(
            column,
            IndicatorColumn::Name | IndicatorColumn::Responsible | IndicatorColumn::Result | IndicatorColumn::Source
        );
        vec![if text { Column::default() } else { center }; span(*column, &periods)]
    };
    let columns = columns.iter().flat_map(column).collect();
    Some(Block::Table(Table { columns, head_rows, rows, ruled: true }))
}

/// All years that any indicator has a value for, in order.
fn periods(indicators: &[Indicator]) -> Vec<Period> {
    fn gather(indicators: &[Indicator], periods: &mut BTreeSet<Period>) {
        for indicator in indicators {
            periods.extend(indicator.values.iter().map(|value| value.period));
            gather(&indicator.children, periods);
        }
    }
    let mut all = BTreeSet::new();
    gather(indicators, &mut all);
    all.into_iter().collect()
}

/// The columns asked for, or those that have something to show.
fn columns(program: &Program, numbered: &[NumberedIndicator<'_>]) -> Vec<IndicatorColumn> {
    if !program.indicator_table.columns.is_empty() {
        return program.indicator_table.columns.clone();
    }
    let any = |has: fn(&Indicator) -> bool| numbered.iter().any(|own| has(own.indicator));
    // A unit of a whole group is named in the group's row.
    let unit = numbered.iter().any(|own| !own.is_group() && own.indicator.unit.is_some());
    let all = [
        (IndicatorColumn::Number, true),
        (IndicatorColumn::Name, true),
        (IndicatorColumn::Unit, unit),
        (IndicatorColumn::Baseline, any(|indicator| indicator.baseline.is_some())),
        (IndicatorColumn::Values, any(|indicator| !indicator.values.is_empty())),
    ];
    all.into_iter().filter(|(_, present)| *present).map(|(column, _)| column).collect()
}

/// How many columns of the table a column of the setting takes.
fn span(column: IndicatorColumn, periods: &[Period]) -> usize {
    if column == IndicatorColumn::Values { periods.len() } else { 1 }
}

/// One head row, or two when the years have a heading of their own.
fn heads(columns: &[IndicatorColumn], periods: &[Period], scope: &Scope<'_>) -> Vec<Row> {
    let years = columns.contains(&IndicatorColumn::Values) && !periods.is_empty();
    let years_heading = scope.program.indicator_table.years_heading.as_ref().filter(|_| years);
    let rows = if years_heading.is_some() { 2 } else { 1 };
    let text = |text: String| cell(Style::TableHead, vec![Inline::text(text)]);
    let cells_of_years = || periods.iter().map(|period| text(period.to_string()));
    let mut first = Vec::new();
    for column in columns {
        match (column, years_heading) {
            (IndicatorColumn::Values, Some(heading)) => {
                let heading = cell(Style::TableHead, inlines(&heading.value, scope.numbering));
                first.push(Cell { columns: periods.len(), ..heading });
            }
            (IndicatorColumn::Values, None) => first.extend(cells_of_years()),
            (other, _) => first.push(Cell { rows, ..text(caption(*other, scope)) }),
        }
    }
    let mut heads = vec![Row { kind: RowKind::Head, cells: first }];
    if years_heading.is_some() {
        heads.push(Row { kind: RowKind::Head, cells: cells_of_years().collect() });
    }
    heads
}

fn caption(column: IndicatorColumn, scope: &Scope<'_>) -> String {
    let table = &scope.program.indicator_table;
    if let Some((_, own)) = table.captions.iter().find(|(captioned, _)| *captioned == column) {
        return scope.numbering.expand(&own.value);
    }
    let usual = match column {
        IndicatorColumn::Number => "№ п/п",
        IndicatorColumn::Name => "Наименование показателя",
        IndicatorColumn::Unit => "Единица измерения",
        IndicatorColumn::Baseline => "Базовое значение",
        IndicatorColumn::Values => "",
        IndicatorColumn::Responsible => "Ответственные",
        IndicatorColumn::Source => "Источник данных",
        IndicatorColumn::Result => "Ожидаемый результат",
    };
    usual.into()
}

/// «Задача 2. …» with the unit of the group under it.
fn group_row(own: &NumberedIndicator<'_>, width: usize, scope: &Scope<'_>) -> Option<Row> {
    let task = own.task.and_then(|link| resolve::task(scope.program, &link.written));
    let task = task.map(|(number, task)| {
        let wording = task.wordings.indicators.as_ref().unwrap_or(&task.text);
        let inlines = inlines(&wording.value, scope.numbering);
        Paragraph { number: Some(format!("Задача {number}.")), ..Paragraph::new(Style::TableGroup, inlines) }
    });
    let unit = own.indicator.unit.as_ref().filter(|_| own.is_group());
    let unit = unit.map(|unit| Paragraph::text(Style::TableGroup, format!("Единица измерения: {}", scope.print(unit))));
    let blocks: Vec<Block> = [task, unit].into_iter().flatten().map(Block::from).collect();
    (!blocks.is_empty()).then(|| group(blocks, width))
}

fn row(own: &NumberedIndicator<'_>, columns: &[IndicatorColumn], periods: &[Period], scope: &Scope<'_>) -> Row {
    let indicator = own.indicator;
    let text = |text: &str| cell(Style::TableCell, inlines(text, scope.numbering));
    let mut cells = Vec::new();
    for column in columns {
        match column {
            IndicatorColumn::Number => cells.push(text(own.number.as_deref().unwrap_or_default())),
            IndicatorColumn::Name => {
                let name = indicator.wordings.indicators.as_ref().or(indicator.name.as_ref());
                cells.push(text(name.map_or("", |name| &name.value)));
            }
            IndicatorColumn::Unit => cells.push(text(own.unit.map_or("", |unit| &unit.value))),
            IndicatorColumn::Baseline => cells.push(text(&baseline(indicator))),
            IndicatorColumn::Values => cells.extend(periods.iter().map(|period| {
                let value = indicator.values.iter().find(|value| value.period == *period);
                text(value.map_or("", |value| &value.value.value))
            })),
            IndicatorColumn::Responsible => cells.push(responsible(&indicator.responsible, PartyLayout::Commas, scope)),
            IndicatorColumn::Source => cells.push(text(indicator.source.as_ref().map_or("", |source| &source.value))),
            IndicatorColumn::Result => cells.push(text(indicator.result.as_ref().map_or("", |result| &result.value))),
        }
    }
    Row { kind: RowKind::Whole, cells }
}

/// «42,5 (2020)».
fn baseline(indicator: &Indicator) -> String {
    match &indicator.baseline {
        Some(baseline) => match baseline.period {
            Some(period) => format!("{} ({period})", baseline.value.value),
            None => baseline.value.value.clone(),
        },
        None => String::new(),
    }
}
