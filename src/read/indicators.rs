//! Indicators and the layout of their table.

use super::context::Reader;
use super::fields::Fields;
use super::goals::wordings;
use super::party::responsible;
use crate::model::{Baseline, Direction, Indicator, IndicatorColumn, IndicatorTable, IndicatorValue};

const DIRECTIONS: &[(&str, Direction)] =
    &[("up", Direction::Up), ("down", Direction::Down), ("level", Direction::Level)];

const COLUMNS: &[(&str, IndicatorColumn)] = &[
    ("number", IndicatorColumn::Number),
    ("name", IndicatorColumn::Name),
    ("unit", IndicatorColumn::Unit),
    ("baseline", IndicatorColumn::Baseline),
    ("values", IndicatorColumn::Values),
    ("responsible", IndicatorColumn::Responsible),
    ("source", IndicatorColumn::Source),
    ("result", IndicatorColumn::Result),
];

/// The columns that have a caption; the columns of years have their years.
const CAPTIONS: &[(&str, IndicatorColumn)] = &[
    ("number", IndicatorColumn::Number),
    ("name", IndicatorColumn::Name),
    ("unit", IndicatorColumn::Unit),
    ("baseline", IndicatorColumn::Baseline),
    ("responsible", IndicatorColumn::Responsible),
    ("source", IndicatorColumn::Source),
    ("result", IndicatorColumn::Result),
];

/// Reads an indicator with those under it.
pub fn indicator(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Indicator {
    let values = fields.values(reader, "values").into_iter();
    Indicator {
        id: fields.id(reader, "id"),
        number: fields.text(reader, "number"),
        task: fields.link(reader, "task"),
        name: fields.text(reader, "name"),
        wordings: wordings(reader, fields),
        unit: fields.text(reader, "unit"),
        direction: fields.choice(reader, "direction", DIRECTIONS),
        baseline: fields.record(reader, "baseline", baseline),
        values: values.map(|(period, period_place, value)| IndicatorValue { period, period_place, value }).collect(),
        result: fields.text(reader, "result"),
        responsible: fields.records(reader, "responsible", responsible),
        source: fields.text(reader, "source"),
        children: fields.records(reader, "indicators", indicator),
        place: fields.place,
    }
}

/// Reads the value before the program.
fn baseline(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Baseline> {
    let period = fields.period(reader, "year");
    let value = fields.text(reader, "value")?;
    Some(Baseline { period, value })
}

/// Reads how the table of indicators looks.
pub fn indicator_table(reader: &mut Reader<'_>, fields: &Fields<'_>) -> IndicatorTable {
    IndicatorTable {
        years_heading: fields.text(reader, "years-heading"),
        columns: fields.choices(reader, "columns", COLUMNS),
        captions: fields
            .record(reader, "captions", |reader, fields| fields.captions(reader, CAPTIONS))
            .unwrap_or_default(),
    }
}
