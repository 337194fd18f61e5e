//! What a template is rendered for: a paper of a program or of an edition of it.

use crate::diagnostic::Place;
use crate::model::{Appendix, AppendixContent, BuiltIn, Gender, Paper, Program, Text, Title};
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
    /// A text as it is printed: `[[ид]]` becomes a number.
    pub(super) fn print(&self, text: &Text) -> String {
        self.numbering.expand(&text.value)
    }

    /// The same scope for another paper.
    pub(super) fn of(self, paper: ScopePaper<'a>) -> Self {
        Self { paper, ..self }
    }
}

/// The forms of a paper's title that an approval needs.
pub(super) struct Forms<'a> {
    /// In the accusative, if it was given.
    pub(super) accusative: Option<&'a Text>,
    /// As it stands on the paper.
    pub(super) nominative: String,
    /// The short name after «далее –».
    pub(super) short: Option<&'a Text>,
    /// What «утвержден» agrees with, if it was given.
    pub(super) gender: Option<Gender>,
    /// Where the title, or what it is the title of, was written.
    pub(super) place: Place,
}

impl<'a> Forms<'a> {
    /// The forms of a paper's title; a paper without a title of its own has only the usual one.
    pub(super) fn of(paper: PaperRef<'a>) -> Self {
        let of = |title: &'a Title| Self {
            accusative: title.accusative.as_ref(),
            nominative: title.nominative.value.clone(),
            short: title.short.as_ref(),
            gender: title.gender,
            place: title.nominative.place,
        };
        let usual = |nominative: String, place| Self { accusative: None, nominative, short: None, gender: None, place };
        match paper {
            PaperRef::BuiltIn(BuiltIn::Program, program) => of(&program.title),
            PaperRef::BuiltIn(BuiltIn::Passport, program) => {
                let place = program.passport.as_ref().map_or(program.place, |passport| passport.place);
                usual(passport_title(program), place)
            }
            PaperRef::BuiltIn(BuiltIn::Roadmap, program) => match &program.roadmap {
                Some(roadmap) => {
                    roadmap.title.as_ref().map_or_else(|| usual(roadmap_title(program), roadmap.place), of)
                }
                None => usual(roadmap_title(program), program.place),
            },
            PaperRef::Own(paper) => of(&paper.title),
            PaperRef::Appendix(appendix) => {
                let title = match &appendix.content {
                    AppendixContent::Text { title, .. } => title.as_ref().map(|title| title.value.clone()),
                    AppendixContent::Paper(link) => Some(link.written.clone()),
                };
                usual(title.unwrap_or_default(), appendix.place)
            }
        }
    }
}

/// The title of a program's passport as a paper of its own.
pub(super) fn passport_title(program: &Program) -> String {
    let title = program.passport.as_ref().and_then(|passport| passport.title.as_ref());
    title.map_or("Паспорт программы".into(), |title| title.value.clone())
}

/// The title of a program's roadmap as a paper of its own.
pub(super) fn roadmap_title(program: &Program) -> String {
    let title = program.roadmap.as_ref().and_then(|roadmap| roadmap.title.as_ref());
    title.map_or_else(
        || format!("Дорожная карта\n{}", program.title.nominative.value),
        |title| title.nominative.value.clone(),
    )
}
