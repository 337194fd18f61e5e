//! The program: everything that one folder says.

use super::{
    Act, Content, Directory, Exception, ExpectedResult, Funding, Goal, Id, Indicator, IndicatorTable, Label,
    Municipality, Names, Order, Paper, Passport, Reference, Roadmap, Task, Term, Text, Title, TitlePage,
};
use crate::diagnostic::Place;

/// A program, or an edition of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// The id of an edition; absent for the program itself.
    pub edition: Option<Id>,
    /// Its title.
    pub title: Title,
    /// How long it runs.
    pub term: Option<Term>,
    /// The standard it is held against.
    pub standard: Option<Text>,
    /// The title page, where asked for.
    pub title_page: Option<TitlePage>,
    /// How its sections are numbered.
    pub section_label: Label,
    /// The passport.
    pub passport: Option<Passport>,
    /// The legal acts it rests on.
    pub acts: Vec<Act>,
    /// Its goals with their tasks.
    pub goals: Vec<Goal>,
    /// Tasks that belong to no single goal.
    pub tasks: Vec<Task>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// How the table of indicators looks.
    pub indicator_table: IndicatorTable,
    /// Its expected results.
    pub results: Vec<ExpectedResult>,
    /// Its money by sources and years.
    pub funding: Option<Funding>,
    /// What stands in the program, in order; the usual parts that have data when empty.
    pub contents: Vec<Content>,
    /// The roadmap.
    pub roadmap: Option<Roadmap>,
    /// Papers of the municipality's own.
    pub papers: Vec<Paper>,
    /// The order that approves it.
    pub order: Option<Order>,
    /// Further editions that the same order approves; each inherits what it does not say itself.
    pub editions: Vec<Program>,
    /// What it inherits.
    pub municipality: Municipality,
    /// The findings that are known and left.
    pub exceptions: Vec<Exception>,
    /// All `[[ид]]` in its texts.
    pub references: Vec<Reference>,
    /// Where its card was written.
    pub place: Place,
    /// Where its things are by their names.
    pub directory: Directory,
}

impl Program {
    /// All tasks, those of the goals first, in the order written.
    pub fn all_tasks(&self) -> impl Iterator<Item = &Task> {
        self.goals.iter().flat_map(|goal| &goal.tasks).chain(&self.tasks)
    }

    /// The edition of this id; the program itself when there is none.
    pub fn edition(&self, id: Option<&str>) -> Option<&Self> {
        match id {
            None => Some(self),
            Some(id) => {
                let names = self.directory.editions.get_or_init(|| {
                    let named = self.editions.iter().enumerate();
                    Names::of(
                        named.map(|(index, edition)| (index, edition.edition.as_ref().map(|id| id.value.as_str()))),
                    )
                });
                self.editions.get(*names.get(id)?)
            }
        }
    }
}
