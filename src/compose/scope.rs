//! What a template is rendered for: a paper of a program or of an edition of it.

use crate::model::{Appendix, Paper, Program};
use crate::resolve::{NumberedAppendix, Numbering, PaperRef};

/// What a template is rendered for.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The program with its order.
    pub(super) root: &'a Program,
    /// The program or the edition whose goals, indicators and roadmap are meant.
    pub(super) program: &'a Program,
    /// What `[[ид]]` prints.
    pub(super) numbering: &'a Numbering,
    /// Which paper it is.
    pub(super) paper: ScopePaper<'a>,
    /// The appendix that it is, in a package.
    pub(super) appendix: Option<&'a NumberedAppendix<'a>>,
}

/// Which paper is rendered.
#[derive(Clone, Copy)]
pub(super) enum ScopePaper<'a> {
    /// The order, or a paper of the user's own template.
    Order,
    /// The program.
    Program,
    /// The passport.
    Passport,
    /// The roadmap.
    Roadmap,
    /// A paper of the municipality's own.
    Own(&'a Paper),
    /// An appendix with a text of its own.
    Text(&'a Appendix),
}

impl<'a> Scope<'a> {
    /// The same scope for another paper.
    pub(super) fn of(self, paper: ScopePaper<'a>) -> Self {
        Self { paper, ..self }
    }

    /// The title of a paper in the accusative, and its short name.
    pub(super) fn accusative(paper: PaperRef<'a>) -> Accusative<'a> {
        use crate::model::{AppendixContent, BuiltIn, Title};
        let of = |title: &'a Title| Accusative {
            form: title.accusative.as_ref().map(|text| text.value.as_str()),
            nominative: title.nominative.value.as_str(),
            short: title.short.as_ref().map(|text| text.value.as_str()),
            place: title.nominative.place,
        };
        match paper {
            PaperRef::BuiltIn(BuiltIn::Program | BuiltIn::Passport, program) => of(&program.title),
            PaperRef::BuiltIn(BuiltIn::Roadmap, program) => {
                of(program.roadmap.as_ref().and_then(|roadmap| roadmap.title.as_ref()).unwrap_or(&program.title))
            }
            PaperRef::Own(paper) => of(&paper.title),
            PaperRef::Appendix(appendix) => {
                let title = match &appendix.content {
                    AppendixContent::Text { title, .. } => title.as_ref().map(|title| title.value.as_str()),
                    AppendixContent::Paper(link) => Some(link.written.as_str()),
                };
                Accusative { form: None, nominative: title.unwrap_or_default(), short: None, place: appendix.place }
            }
        }
    }
}

/// The forms of a paper's title that an approval needs.
pub(super) struct Accusative<'a> {
    pub(super) form: Option<&'a str>,
    pub(super) nominative: &'a str,
    pub(super) short: Option<&'a str>,
    pub(super) place: crate::diagnostic::Place,
}
