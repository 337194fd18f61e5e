//! The measures of the roadmap that lack something: what stands above a sub-measure holds for it too.

use super::super::subject::Subject;
use super::super::text::fold::brief;
use super::lack::MANY;
use crate::diagnostic::Place;
use crate::document::block_text;
use crate::model::{Measure, RoadmapSection, Stage};

/// From how many on the measures of a section are told of together when they are half of it or more.
const MOST: usize = 6;

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
        let (mut told, mut without, mut of) = (Vec::new(), 0, 0);
        for stage in &section.stages {
            of += stage.measures.iter().map(rows).sum::<usize>();
            if !given(section, stage) {
                stage.measures.iter().for_each(|measure| without += gather(measure, &has, &mut told));
            }
        }
        lacking.every &= without == of;
        lacking.of += of;
        match together(section, without, of) {
            Some(name) => {
                let place = section.name.as_ref().map(|name| name.place).or(told.first().map(|(place, _)| *place));
                lacking.told.extend(place.map(|place| (place, name)));
            }
            None => lacking.told.append(&mut told),
        }
    }
    lacking
}

/// How the measures of a section are told of together, when all or most of them lack it.
fn together(section: &RoadmapSection, without: usize, of: usize) -> Option<String> {
    let name = section.name.as_ref().map(|name| format!(" раздела «{}»", brief(&name.value)));
    let whole = without == of && of >= MANY && name.is_some();
    let name = name.unwrap_or_default();
    match (whole, without >= MOST && 2 * without >= of) {
        (true, _) => Some(format!("мероприятий{name}")),
        (false, true) => Some(format!("большинства мероприятий{name} ({without} из {of})")),
        (false, false) => None,
    }
}

/// How many measures there are that are no headings of others.
fn rows(measure: &Measure) -> usize {
    if measure.children.is_empty() { 1 } else { measure.children.iter().map(rows).sum() }
}

/// Whether the measure or one under it has it.
fn any(measure: &Measure, has: &impl Fn(&Measure) -> bool) -> bool {
    has(measure) || measure.children.iter().any(|child| any(child, has))
}

/// Adds those that are to be told of, and counts the rows that lack it.
fn gather(measure: &Measure, has: &impl Fn(&Measure) -> bool, told: &mut Vec<(Place, String)>) -> usize {
    if has(measure) {
        0
    } else if measure.children.iter().any(|child| any(child, has)) {
        measure.children.iter().map(|child| gather(child, has, told)).sum()
    } else {
        told.push((measure.text.place, format!("мероприятия «{}»", brief(&block_text(&measure.text.blocks)))));
        rows(measure)
    }
}
