//! The links of the management cycle that a measure or a section belongs to.

use super::context::Reader;
use super::fields::Fields;
use crate::model::CycleLink;

const LINKS: &[(&str, CycleLink)] = &[
    ("goal", CycleLink::Goal),
    ("indicator", CycleLink::Indicator),
    ("data-method", CycleLink::DataMethod),
    ("monitoring", CycleLink::Monitoring),
    ("analysis", CycleLink::Analysis),
    ("recommendations", CycleLink::Recommendations),
    ("measure", CycleLink::Measure),
    ("decision", CycleLink::Decision),
    ("effectiveness", CycleLink::Effectiveness),
];

/// Reads the links.
pub fn cycle(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Vec<CycleLink> {
    fields.choices(reader, "cycle", LINKS)
}
