//! What in a program covers each link of the management cycle.

use super::{RoadmapRow, roadmap_rows};
use crate::model::{Content, CycleLink, Measure, Program};
use std::collections::BTreeMap;

/// What covers a link.
#[derive(Debug, Clone)]
pub enum Covering<'a> {
    /// A measure of the roadmap.
    Measure {
        /// Its number.
        number: String,
        /// The measure.
        measure: &'a Measure,
    },
    /// A section of a paper.
    Section(&'a Content),
}

/// What covers each link, in the order of the papers; a link that nothing is said to belong to is not there.
pub fn cycle(program: &Program) -> BTreeMap<CycleLink, Vec<Covering<'_>>> {
    let mut covered = BTreeMap::new();
    let papers = program.papers.iter().map(|paper| &paper.contents);
    let roadmap = program.roadmap.iter().map(|roadmap| &roadmap.contents);
    for contents in std::iter::once(&program.contents).chain(roadmap).chain(papers) {
        sections(contents, &mut covered);
    }
    for row in program.roadmap.iter().flat_map(roadmap_rows) {
        let RoadmapRow::Measure { number, cycle, measure, .. } = row else { continue };
        for link in cycle {
            covered.entry(*link).or_default().push(Covering::Measure { number: number.clone(), measure });
        }
    }
    covered
}

fn sections<'a>(contents: &'a [Content], covered: &mut BTreeMap<CycleLink, Vec<Covering<'a>>>) {
    for content in contents {
        for link in &content.cycle {
            covered.entry(*link).or_default().push(Covering::Section(content));
        }
        sections(&content.sections, covered);
    }
}
