//! What a rule looks at: a program or an edition, its order, its standard, its texts.

use super::acts::{Mention, mentions};
use super::due::{Due, dues};
use super::passages::Passage;
use super::sections::contents;
use super::structure::Structure;
use super::tables::{Grid, grids};
use super::text::abbreviations::{Definition, definitions};
use super::text::lexicon::Lexicon;
use super::tie::mentions::Mentions;
use super::tie::ties::Ties;
use crate::deadline::Doubt;
use crate::model::{BuiltIn, Content, Degree, Measure, Order, PaperKey, PartKind, Program, Stage};
use crate::resolve::{NumberedIndicator, PaperRef, appendices, approved, attached, indicators, paper_of};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A program, or an edition of one, with what belongs to it.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The program or edition.
    pub program: &'a Program,
    /// The program that the edition belongs to; the program itself otherwise.
    pub whole: &'a Program,
    /// The order that approves it.
    pub order: Option<&'a Order>,
    /// The standard it is held against.
    pub structure: &'a Structure,
    /// The words that were met so far.
    pub lexicon: &'a Lexicon,
    /// All its texts, those of the order and of the papers too, in the order of the model.
    pub passages: &'a [Passage<'a>],
    /// The texts of the whole program, and those of each of its editions.
    pub editions: &'a [Vec<Passage<'a>>],
    /// The short names that its texts give in brackets, each with the index of its passage.
    pub definitions: Vec<(usize, Definition<'a>)>,
    /// The deadlines of its measures and of the items of its order.
    pub dues: Vec<Due<'a>>,
    /// The legal acts that it names.
    pub acts: Vec<Mention>,
    /// The tables in its Markdown.
    pub tables: Vec<Grid>,
    /// The deadlines of the whole program, which an edition may inherit.
    whole_dues: OnceCell<Vec<Due<'a>>>,
    mentions: OnceCell<Mentions<'a>>,
    ties: OnceCell<Ties<'a>>,
    indicators: OnceCell<Vec<NumberedIndicator<'a>>>,
}

impl<'a> Subject<'a> {
    /// A program, or an edition of the whole program: the one whose texts have this index.
    pub(super) fn new(
        (index, program): (usize, &'a Program),
        whole: &'a Program,
        structure: &'a Structure,
        editions: &'a [Vec<Passage<'a>>],
        lexicon: &'a Lexicon,
    ) -> Self {
        let order = whole.order.as_ref();
        let passages = editions[index].as_slice();
        let defined = passages.iter().enumerate().flat_map(|(index, passage)| {
            definitions(&passage.text, &passage.words).into_iter().map(move |definition| (index, definition))
        });
        Self {
            program,
            whole,
            order,
            structure,
            lexicon,
            passages,
            editions,
            definitions: defined.collect(),
            dues: dues(program, &measures(program), order),
            acts: mentions(program, order, passages),
            tables: grids(program, order),
            whole_dues: OnceCell::new(),
            mentions: OnceCell::new(),
            ties: OnceCell::new(),
            indicators: OnceCell::new(),
        }
    }

    /// What the whole program with its editions and its order mentions.
    pub fn mentions(&self) -> &Mentions<'a> {
        self.mentions.get_or_init(|| Mentions::of(self))
    }

    /// Its indicators, headings too.
    pub fn indicators(&self) -> &[NumberedIndicator<'a>] {
        self.indicators.get_or_init(|| indicators(self.program))
    }

    /// Whether the whole program has such a doubt of a deadline that an edition inherits.
    pub fn is_told(&self, due: &Due<'_>, is: fn(&Doubt) -> bool) -> bool {
        let dues = || dues(self.whole, &measures(self.whole), self.order);
        let own = self.whole_dues.get_or_init(dues).iter().find(|own| own.place() == due.place());
        own.is_some_and(|own| own.reading.doubts.iter().any(is))
    }

    /// What belongs to what.
    pub fn ties(&self) -> &Ties<'a> {
        self.ties.get_or_init(|| Ties::of(self))
    }

    /// Whether it is an edition of another program.
    pub fn is_edition(&self) -> bool {
        self.program.edition.is_some()
    }

    /// How much the standard wants this thing: `measure.deadline`.
    pub fn wants(&self, thing: &str) -> Degree {
        self.structure.degree(thing)
    }

    /// Whether the order approves the roadmap and no program or passport: a plan of measures, whose program is
    /// another document.
    pub fn is_plan_alone(&self) -> bool {
        let attached = self.order.map(|order| appendices(order, &self.whole.municipality.layout)).unwrap_or_default();
        let attached = attached.iter().filter_map(|own| paper_of(own.appendix, self.whole)).map(PaperRef::key);
        let papers: BTreeSet<PaperKey> = approved(self.whole).iter().cloned().chain(attached).collect();
        let any =
            |wanted: BuiltIn| papers.iter().any(|paper| matches!(paper, PaperKey::BuiltIn(own, _) if *own == wanted));
        any(BuiltIn::Roadmap) && !any(BuiltIn::Program) && !any(BuiltIn::Passport)
    }

    /// Whether its roadmap is printed: an edition whose other papers the order takes may have inherited it only.
    pub fn prints_roadmap(&self) -> bool {
        let (Some(own), Some(whole)) = (&self.program.roadmap, &self.whole.roadmap) else { return true };
        if !self.is_edition() || own.place != whole.place {
            return true;
        }
        let taken = |built_in: BuiltIn| {
            let paper = PaperRef::BuiltIn(built_in, self.program);
            approved(self.whole).contains(&paper.key()) || attached(self.whole, paper).is_some()
        };
        let part = |content: &&Content| content.parts.iter().any(|part| matches!(part.kind, PartKind::Roadmap));
        let within = || self.program.contents.is_empty() || contents(self.program).iter().any(part);
        let any = [BuiltIn::Program, BuiltIn::Passport].into_iter().any(taken);
        taken(BuiltIn::Roadmap) || !any || (taken(BuiltIn::Program) && within())
    }

    /// The stages of the roadmap.
    pub fn stages(&self) -> impl Iterator<Item = &'a Stage> {
        stages(self.program)
    }

    /// The measures of the roadmap, those within others after them.
    pub fn measures(&self) -> Vec<&'a Measure> {
        measures(self.program)
    }
}

fn stages(program: &Program) -> impl Iterator<Item = &Stage> {
    let sections = program.roadmap.iter().flat_map(|roadmap| &roadmap.sections);
    sections.flat_map(|section| &section.stages)
}

fn measures(program: &Program) -> Vec<&Measure> {
    fn gather<'m>(measures: &'m [Measure], all: &mut Vec<&'m Measure>) {
        for measure in measures {
            all.push(measure);
            gather(&measure.children, all);
        }
    }
    let mut all = Vec::new();
    stages(program).for_each(|stage| gather(&stage.measures, &mut all));
    all
}
