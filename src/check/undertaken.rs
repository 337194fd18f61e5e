//! The measures of the roadmap that lack something: what stands above a sub-measure holds for it too.

use super::fold::brief;
use super::lack::MANY;
use super::subject::Subject;
use crate::diagnostic::Place;
use crate::document::block_text;
use crate::model::{Measure, RoadmapSection, Stage};

/// What lacks something: measures, or whole sections.
#[derive(Debug)]
pub struct Lacking {
    /// Each with its place and its name in the genitive: «мероприятия «…»», «мероприятий раздела «…»».
    pub told: Vec<(Place, String)>,
    /// Whether no measure has it.
    pub every: bool,
    /// How many measures there are.
    pub of: usize,
}

impl Lacking {
    /// Whether no measure has it and they are many enough to be told of together.
    pub fn all(&self) -> bool {
        self.every && self.of >= MANY
    }
}

/// The measures for which `has` does not hold; `given` says that a section or a stage gives it to all in it.
///
/// A measure with others under it may be only their heading: it is told of when none of them has it either.
pub fn lacking(
    subject: &Subject<'_>,
    given: impl Fn(&RoadmapSection, &Stage) -> bool,
    has: impl Fn(&Measure) -> bool,
) -> Lacking {
    let mut lacking = Lacking { told: Vec::new(), every: true, of: 0 };
    for section in subject.program.roadmap.iter().flat_map(|roadmap| &roadmap.sections) {
        let measures = || section.stages.iter().flat_map(|stage| &stage.measures);
        let without =
            |stage: &Stage| !given(section, stage) && !stage.measures.iter().any(|measure| any(measure, &has));
        let all = section.stages.iter().all(|stage| stage.measures.is_empty() || without(stage));
        lacking.every &= all;
        lacking.of += measures().count();
        match &section.name {
            Some(name) if all && measures().count() >= MANY => {
                lacking.told.push((name.place, format!("мероприятий раздела «{}»", brief(&name.value))));
            }
            _ => {
                let stages = section.stages.iter().filter(|stage| !given(section, stage));
                stages.flat_map(|stage| &stage.measures).for_each(|measure| gather(measure, &has, &mut lacking.told));
            }
        }
    }
    lacking
}

/// Whether the measure or one under it has it.
fn any(measure: &Measure, has: &impl Fn(&Measure) -> bool) -> bool {
    has(measure) || measure.children.iter().any(|child| any(child, has))
}

fn gather(measure: &Measure, has: &impl Fn(&Measure) -> bool, told: &mut Vec<(Place, String)>) {
    if has(measure) {
        return;
    }
    if measure.children.iter().any(|child| any(child, has)) {
        measure.children.iter().for_each(|child| gather(child, has, told));
    } else {
        told.push((measure.text.place, format!("мероприятия «{}»", brief(&block_text(&measure.text.blocks)))));
    }
}
