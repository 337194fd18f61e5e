//! The money of a program: a table by sources and years, and the lines of the passport.

use super::cell;
use crate::compose::scope::Scope;
use crate::compose::text::{Inlines, inlines, list, unclosed};
use crate::document::{Align, Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table};
use crate::model::{Funding, Label, Money, Period};
use crate::resolve::Numbering;

/// The table: the total, then each source; a column for each year, after that of their sum.
pub(in crate::compose) fn table(funding: &Funding, scope: &Scope<'_>) -> Block {
    let (periods, decimals) = (funding.periods(), funding.decimals());
    let several = periods.len() > 1;
    let row = |name: Inlines, total: Money, amount: &dyn Fn(Period) -> Option<Money>| {
        let years = periods.iter().map(|period| amount(*period));
        let sums = several.then_some(Some(total)).into_iter().chain(years);
        // What a source does not give in a year is a zero.
        let sums = sums.map(|sum| vec![Inline::text(sum.unwrap_or_default().printed(decimals))]);
        let cells = std::iter::once(name).chain(sums).map(|inlines| cell(Style::TableCell, inlines));
        Row { kind: RowKind::Whole, cells: cells.collect() }
    };
    let mut rows = heads(funding, &periods, scope);
    let head_rows = rows.len();
    if funding.sources.len() > 1 {
        let name = vec![Inline::text("Всего, в том числе:")];
        rows.push(row(name, funding.total(), &|period| Some(funding.sum_in(period))));
    }
    rows.extend(funding.sources.iter().map(|source| {
        row(inlines(&source.name.value, scope.numbering), source.total(), &|period| source.amount(period))
    }));
    let sum = Column { align: Align::Center, ..Column::default() };
    let sums = std::iter::repeat_n(sum, periods.len() + usize::from(several));
    Block::Table(Table {
        columns: std::iter::once(Column::default()).chain(sums).collect(),
        head_rows,
        rows,
        ruled: true,
    })
}

/// Two head rows: the source beside the sums with their unit, under these the years.
fn heads(funding: &Funding, periods: &[Period], scope: &Scope<'_>) -> Vec<Row> {
    let text = |text: String| cell(Style::TableHead, vec![Inline::text(text)]);
    let several = periods.len() > 1;
    let sums = Cell {
        columns: periods.len() + usize::from(several),
        ..text(format!("Объем финансирования, {}", scope.print(&funding.unit)))
    };
    let first = vec![Cell { rows: 2, ..text("Источник финансирования".into()) }, sums];
    let total = several.then(|| text("Всего".into()));
    let years = total.into_iter().chain(periods.iter().map(|period| text(period.to_string())));
    [first, years.collect()].into_iter().map(|cells| Row { kind: RowKind::Head, cells }).collect()
}

/// «Всего – 450,0 тыс. руб., в том числе:» with the sources under it, then «По годам:» with the years.
pub(super) fn lines(funding: &Funding, label: &Label, numbering: &Numbering) -> Vec<Block> {
    let unit = numbering.expand(&funding.unit.value);
    let unit = unclosed(&unit, ",");
    let (periods, decimals) = (funding.periods(), funding.decimals());
    let sum = |name: &str, sum: Money| format!("{} – {} {unit}", unclosed(name, "–"), sum.printed(decimals));
    let sources: Vec<String> =
        funding.sources.iter().map(|source| sum(&numbering.expand(&source.name.value), source.total())).collect();
    let years: Vec<String> = periods.iter().map(|period| sum(&year(*period), funding.sum_in(*period))).collect();
    let total = sum("Всего", funding.total());
    match (sources.len(), years.len()) {
        (0, _) | (_, 0) => Vec::new(),
        (1, 1) => vec![line(format!("{} ({})", sources[0], year(periods[0])))],
        (1, _) => led(format!("{}, в том числе по годам:", sources[0]), years, label),
        (_, 1) => led(format!("{total} ({}), в том числе:", year(periods[0])), sources, label),
        _ => [led(format!("{total}, в том числе:"), sources, label), led("По годам:".into(), years, label)].concat(),
    }
}

/// A line and the list it leads to; an abbreviation's full stop does not close an item.
fn led(lead: String, items: Vec<String>, label: &Label) -> Vec<Block> {
    let last = items.len() - 1;
    let closed = |(index, item): (usize, String)| {
        let mark = if index == last { "" } else { ";" };
        (None, vec![Inline::text(format!("{item}{mark}"))])
    };
    let items = items.into_iter().enumerate().map(closed).collect();
    std::iter::once(line(lead)).chain(list(items, label, Style::TableCell)).collect()
}

/// «2021 год», «2021-2022 учебный год».
fn year(period: Period) -> String {
    match period {
        Period::Year(_) => format!("{period} год"),
        Period::SchoolYear(_) => format!("{period} учебный год"),
    }
}

fn line(text: String) -> Block {
    Paragraph::text(Style::TableCell, text).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Files, Place};
    use crate::document::block_text;
    use crate::model::{Amount, FundingSource, Numeral, Text};

    /// Funding of so many sources, each with 10,5 in each of so many years.
    fn funding(sources: i16, years: i16) -> Funding {
        let place = Place::new(Files::default().add("a.yaml", ""), 0, 0);
        let text = |value: &str| Text { value: value.into(), place };
        let value = Money::parse("10,5").unwrap();
        let amount = |year| Amount { period: Period::Year(2021 + year), period_place: place, value, place };
        let source = |index| FundingSource {
            name: text(&format!("бюджет {index}")),
            amounts: (0..years).map(amount).collect(),
            total: None,
            place,
        };
        Funding { unit: text("тыс. руб."), sources: (1..=sources).map(source).collect(), total: None, place }
    }

    #[test]
    fn only_what_is_several_is_listed() {
        let dash = Label::new("", Numeral::Dash, "");
        for (sources, years, expected) in [
            (0, 0, ""),
            (1, 1, "бюджет 1 – 10,5 тыс. руб. (2021 год)"),
            (
                1,
                2,
                "бюджет 1 – 21,0 тыс. руб., в том числе по годам: 2021 год – 10,5 тыс. руб.; 2022 год – 10,5 тыс. руб.",
            ),
            (
                2,
                1,
                "Всего – 21,0 тыс. руб. (2021 год), в том числе: бюджет 1 – 10,5 тыс. руб.; бюджет 2 – 10,5 тыс. руб.",
            ),
            (
                2,
                2,
                "Всего – 42,0 тыс. руб., в том числе: бюджет 1 – 21,0 тыс. руб.; бюджет 2 – 21,0 тыс. руб. \
                 По годам: 2021 год – 21,0 тыс. руб.; 2022 год – 21,0 тыс. руб.",
            ),
        ] {
            let blocks = lines(&funding(sources, years), &dash, &Numbering::default());
            assert_eq!(block_text(&blocks), expected, "{sources} sources, {years} years");
        }
    }
}
