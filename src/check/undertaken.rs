//! The measures of the roadmap that lack something: what stands above a sub-measure holds for it too.

use super::fold::brief;
use super::subject::Subject;
use crate::diagnostic::Place;
use crate::document::block_text;
use crate::model::{Measure, RoadmapSection, Stage};

/// The measures that lack something, each with its place and its words in «ёлочки».
#[derive(Debug, Default)]
pub struct Lacking {
    /// Those to be told of.
    pub measures: Vec<(Place, String)>,
    /// Whether there are no others.
    pub every: bool,
}

/// The measures for which `has` does not hold; `given` says that a section or a stage gives it to all in it.
///
/// A measure with others under it may be only their heading: it is told of when none of them has it either.
pub fn lacking(
    subject: &Subject<'_>,
    given: impl Fn(&RoadmapSection, &Stage) -> bool,
    has: impl Fn(&Measure) -> bool,
) -> Lacking {
    let mut lacking = Lacking { measures: Vec::new(), every: true };
    let sections = subject.program.roadmap.iter().flat_map(|roadmap| &roadmap.sections);
    for (section, stage) in sections.flat_map(|section| section.stages.iter().map(move |stage| (section, stage))) {
        if given(section, stage) {
            lacking.every &= stage.measures.is_empty();
            continue;
        }
        for measure in &stage.measures {
            lacking.every &= !any(measure, &has);
            gather(measure, &has, &mut lacking.measures);
        }
    }
    lacking
}

/// Whether the measure or one under it has it.
fn any(measure: &Measure, has: &impl Fn(&Measure) -> bool) -> bool {
    has(measure) || measure.children.iter().any(|child| any(child, has))
}

fn gather(measure: &Measure, has: &impl Fn(&Measure) -> bool, lacking: &mut Vec<(Place, String)>) {
    if has(measure) {
        return;
    }
    if measure.children.iter().any(|child| any(child, has)) {
        measure.children.iter().for_each(|child| gather(child, has, lacking));
    } else {
        lacking.push((measure.text.place, format!("«{}»", brief(&block_text(&measure.text.blocks)))));
    }
}
