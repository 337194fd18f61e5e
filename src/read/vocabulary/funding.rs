//! The keys of the funding.

use super::{Field, Kind, Record};

/// The funding.
pub static FUNDING: Record = Record::new(
    "funding",
    "Объём и источники финансирования по годам.",
    &[
        Field::required("единица", "unit", Kind::Text, "В чем указаны суммы: тыс. руб."),
        Field::required("источники", "sources", Kind::Records(&FUNDING_SOURCE), "Источники финансирования."),
        Field::new("всего", "total", Kind::Money, "Общая сумма; если не указана, считается сама."),
    ],
);

/// A source.
pub static FUNDING_SOURCE: Record = Record::new(
    "funding-source",
    "Источник финансирования: федеральный, областной, местный бюджет, внебюджетные средства.",
    &[
        Field::required("наименование", "name", Kind::Text, "Название источника: бюджет муниципального района."),
        Field::required("по годам", "by-year", Kind::Amounts, "Суммы по годам: «2021: 150,0»."),
        Field::new("всего", "total", Kind::Money, "Сумма за все годы; если не указана, считается сама."),
    ],
);
