//! Indicators and the layout of their table.

use super::context::Reader;
use super::fields::Fields;
use super::goals::wordings;
use super::party::responsible;
use crate::diagnostic::Finding;
use crate::model::{Baseline, Direction, Indicator, IndicatorColumn, IndicatorTable, IndicatorValue, Program, Text};
use std::collections::BTreeSet;

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

/// Tells of results of indicators that are printed nowhere: the passport has the results that the program lists, and the
/// table no column for those of the indicators. An edition may print what the program does not.
pub fn unprinted_results(reader: &mut Reader<'_>, program: &Program) {
    fn results<'i>(indicators: &'i [Indicator], all: &mut Vec<&'i Text>) {
        for indicator in indicators {
            all.extend(&indicator.result);
            results(&indicator.children, all);
        }
    }
    let (mut printed, mut hidden) = (BTreeSet::new(), Vec::new());
    for edition in std::iter::once(program).chain(&program.editions) {
        let mut all = Vec::new();
        results(&edition.indicators, &mut all);
        // The same words among the results tie them to the indicator.
        let words = |text: &Text| text.value.trim_end_matches(['.', ';', ' ']).to_lowercase();
        let listed: BTreeSet<String> = edition.results.iter().map(|own| words(&own.text)).collect();
        all.retain(|result| !listed.contains(&words(result)));
        let column = edition.indicator_table.columns.contains(&IndicatorColumn::Result);
        if column || edition.results.is_empty() {
            printed.extend(all.iter().map(|result| result.place));
        } else {
            hidden.extend(all.iter().map(|result| result.place));
        }
    }
    hidden.retain(|place| !printed.contains(place));
    hidden.dedup();
    for place in hidden {
        let message = "результат показателя не печатается: в паспорте стоит перечень «результаты»";
        let finding = Finding::warning("unprinted-result", place, message);
        reader.report(
            finding.help("перенесите его в «результаты» или добавьте «результат» в «таблица показателей: колонки»"),
        );
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
