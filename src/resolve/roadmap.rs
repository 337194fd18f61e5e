//! The rows of a roadmap, numbered.

use crate::model::{CycleLink, Measure, MeasureNumbering, Roadmap, RoadmapSection, Stage};

/// A row of the roadmap's table.
#[derive(Debug, Clone)]
pub enum RoadmapRow<'a> {
    /// The name of a section.
    Section {
        /// Its number as printed: «II.».
        number: Option<String>,
        /// Its number as it is referred to: «II».
        bare: Option<String>,
        /// The section.
        section: &'a RoadmapSection,
    },
    /// The name of a stage.
    Stage(&'a Stage),
    /// A measure.
    Measure {
        /// Its number without what stands around it: «1.2».
        number: String,
        /// 1 for a measure, 2 for a sub-measure.
        level: usize,
        /// The links of the management cycle: its own, or else those of what it stands under.
        cycle: &'a [CycleLink],
        /// The measure.
        measure: &'a Measure,
    },
}

/// All rows in order.
pub fn roadmap_rows(roadmap: &Roadmap) -> Vec<RoadmapRow<'_>> {
    let mut rows = Vec::new();
    let (mut sections, mut measures) = (0, 0);
    for section in &roadmap.sections {
        if section.name.is_some() {
            sections += 1;
            let label = &roadmap.section_label;
            rows.push(RoadmapRow::Section { number: label.number(sections), bare: label.bare(sections), section });
        }
        if roadmap.numbering != MeasureNumbering::Continuous {
            measures = 0;
        }
        for stage in &section.stages {
            if stage.name.is_some() {
                rows.push(RoadmapRow::Stage(stage));
                if roadmap.numbering == MeasureNumbering::Restarting {
                    measures = 0;
                }
            }
            for measure in &stage.measures {
                measures += 1;
                let number = match roadmap.numbering {
                    MeasureNumbering::BySection if sections > 0 => format!("{sections}.{measures}"),
                    MeasureNumbering::BySection | MeasureNumbering::Continuous | MeasureNumbering::Restarting => {
                        measures.to_string()
                    }
                };
                push(measure, number, 1, nearer(&stage.cycle, &section.cycle), &mut rows);
            }
        }
    }
    rows
}

fn push<'a>(
    measure: &'a Measure,
    number: String,
    level: usize,
    above: &'a [CycleLink],
    rows: &mut Vec<RoadmapRow<'a>>,
) {
    let cycle = nearer(&measure.cycle, above);
    let children: Vec<_> =
        measure.children.iter().enumerate().map(|(index, child)| (child, format!("{number}.{}", index + 1))).collect();
    rows.push(RoadmapRow::Measure { number, level, cycle, measure });
    for (child, number) in children {
        push(child, number, level + 1, cycle, rows);
    }
}

/// What a thing says itself, or else what is said above it.
fn nearer<'a>(own: &'a [CycleLink], above: &'a [CycleLink]) -> &'a [CycleLink] {
    if own.is_empty() { above } else { own }
}
