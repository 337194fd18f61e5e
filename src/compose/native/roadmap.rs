//! The roadmap's table: section and stage rows, measures and sub-measures.

use super::{cell, group, head};
use crate::compose::scope::Scope;
use crate::compose::text::{capital, cell_prose, inlines, paragraph, unclosed};
use crate::document::{Align, Block, Cell, Column, Inline, Paragraph, Row, RowKind, Style, Table};
use crate::model::{CycleLink, Measure, PartyLayout, Responsible, Roadmap, RoadmapColumn};
use crate::resolve::{self, RoadmapRow, roadmap_rows};

/// The table of a roadmap.
pub(in crate::compose) fn table(roadmap: &Roadmap, scope: &Scope<'_>) -> Block {
    let columns = roadmap.columns.iter().enumerate().map(|(index, column)| Column {
        width: roadmap.widths.get(index).copied(),
        align: if *column == RoadmapColumn::Number { Align::Center } else { Align::Left },
    });
    let mut rows = vec![head(roadmap.columns.iter().map(|column| caption(*column, roadmap, scope)).collect())];
    rows.extend(roadmap_rows(roadmap).iter().map(|row| match row {
        RoadmapRow::Section { number, section, .. } => {
            let name = section.wordings.roadmap.as_ref().or(section.name.as_ref());
            let name = name.map(|name| paragraph(Style::TableGroup, name, scope.numbering));
            let name = name.map(|name| Paragraph { number: number.clone(), ..name }.into());
            group(name.into_iter().collect(), roadmap.columns.len())
        }
        RoadmapRow::Stage(stage) => {
            let name = stage.wordings.roadmap.as_ref().or(stage.name.as_ref());
            let name = name.map(|name| paragraph(Style::TableGroup, name, scope.numbering).into());
            group(name.into_iter().collect(), roadmap.columns.len())
        }
        RoadmapRow::Measure { number, cycle, measure, .. } => {
            let cell = |column: &RoadmapColumn| measure_cell(*column, number, cycle, measure, roadmap, scope);
            let cells = roadmap.columns.iter().map(cell);
            Row { kind: RowKind::Whole, cells: cells.collect() }
        }
    }));
    Block::Table(Table { columns: columns.collect(), head_rows: 1, rows, ruled: true })
}

fn caption(column: RoadmapColumn, roadmap: &Roadmap, scope: &Scope<'_>) -> String {
    if let Some((_, own)) = roadmap.captions.iter().find(|(captioned, _)| *captioned == column) {
        return scope.numbering.expand(&own.value);
    }
    let usual = match column {
        RoadmapColumn::Number => "№ п/п",
        RoadmapColumn::Measure => "Мероприятия",
        RoadmapColumn::Deadline => "Сроки",
        RoadmapColumn::Responsible => "Ответственные",
        RoadmapColumn::Result => "Ожидаемый результат",
        RoadmapColumn::Cycle => "Звено управленческого цикла",
    };
    usual.into()
}

fn measure_cell(
    column: RoadmapColumn,
    number: &str,
    cycle: &[CycleLink],
    measure: &Measure,
    roadmap: &Roadmap,
    scope: &Scope<'_>,
) -> Cell {
    let text = |text: String| cell(Style::TableCell, vec![Inline::text(text)]);
    match column {
        RoadmapColumn::Number => text(roadmap.number.printed(number)),
        RoadmapColumn::Measure => match &measure.wordings.roadmap {
            Some(own) => cell(Style::TableCell, inlines(&own.value, scope.numbering)),
            None => Cell::new(cell_prose(&measure.text, scope.numbering)),
        },
        RoadmapColumn::Deadline => match &measure.deadline {
            Some(deadline) => cell(Style::TableCell, inlines(&deadline.text.value, scope.numbering)),
            None => Cell::new(Vec::new()),
        },
        RoadmapColumn::Responsible => responsible(&measure.responsible, roadmap.parties, scope),
        RoadmapColumn::Result => {
            Cell::new(measure.result.as_ref().map(|result| cell_prose(result, scope.numbering)).unwrap_or_default())
        }
        RoadmapColumn::Cycle => text(cycle.iter().map(|link| link.name()).collect::<Vec<_>>().join(", ")),
    }
}

/// The responsible parties of a measure or an indicator in a cell.
pub(super) fn responsible(parties: &[Responsible], layout: PartyLayout, scope: &Scope<'_>) -> Cell {
    // A post that begins a line begins with a capital.
    let name = |(index, party): (usize, &Responsible)| {
        let name = responsible_name(party, scope);
        let begins = index == 0 || layout == PartyLayout::Lines;
        if begins && matches!(party, Responsible::Person(_)) { capital(&name) } else { name }
    };
    let names: Vec<String> = parties.iter().enumerate().map(name).collect();
    let lines = match layout {
        PartyLayout::Commas => vec![commas(&names)],
        PartyLayout::Lines => names,
    };
    let line = |line: String| Paragraph::text(Style::TableCell, line).into();
    Cell::new(lines.into_iter().filter(|line| !line.is_empty()).map(line).collect())
}

/// Names with commas between them; one that ends in a mark of its own gives it up.
fn commas(names: &[String]) -> String {
    let last = names.len().saturating_sub(1);
    let name = |(index, name)| if index == last { name } else { unclosed(name, ",") };
    names.iter().map(String::as_str).enumerate().map(name).collect::<Vec<_>>().join(", ")
}

/// A party by its id is printed with its short name, by a name as written; a person with the post.
fn responsible_name(responsible: &Responsible, scope: &Scope<'_>) -> String {
    match responsible {
        Responsible::Text(text) => scope.numbering.expand(&text.value),
        Responsible::Party(link) => match resolve::party(scope.root, &link.written) {
            Some(party) if party.id.as_ref().is_some_and(|id| id.value == link.written) => {
                scope.print(party.short.as_ref().unwrap_or(&party.name))
            }
            Some(_) | None => link.written.clone(),
        },
        Responsible::Person(link) => match resolve::person(scope.root, &link.written) {
            Some(person) => {
                let post = person.post.as_ref().map(|post| scope.print(&post.name));
                [post, Some(surname_first(&scope.print(&person.name)))]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            None => link.written.clone(),
        },
    }
}

/// «Г.П. Портнова» as it stands in running text: «Портнова Г.П.».
fn surname_first(name: &str) -> String {
    let end = name.rfind('.').map_or(0, |at| at + 1);
    let (initials, surname) = (name[..end].trim(), name[end..].trim());
    if initials.is_empty() || surname.is_empty() { name.into() } else { format!("{surname} {initials}") }
}

#[cfg(test)]
mod tests {
    use super::surname_first;

    #[test]
    fn initials_go_behind_the_surname() {
        assert_eq!(surname_first("Г.П. Портнова"), "Портнова Г.П.");
        assert_eq!(surname_first("Портнова Г.П."), "Портнова Г.П.");
        assert_eq!(surname_first("Портнова"), "Портнова");
    }
}
