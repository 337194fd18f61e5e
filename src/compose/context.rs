//! What a template can say: the variables of a paper, as text ready to print.

use super::approval::{self, Approved};
use super::native;
use super::order;
use super::scope::{Scope, ScopePaper, passport_title, roadmap_title};
use crate::diagnostic::Findings;
use crate::model::AppendixContent;
use serde::Serialize;

/// The variables of a template, but those of the order.
#[derive(Serialize)]
pub(super) struct Context {
    paper: PaperContext,
    appendix: Option<AppendixContext>,
    issuer: Option<String>,
    municipality: Option<String>,
    town: Option<String>,
    term: Option<String>,
    /// The word before the items of an order, when it is not the usual one.
    resolution: Option<String>,
    /// «ПРИКАЗ» rather than «П Р И К А З».
    plain_kind: bool,
    /// Whether letterhead, kind, date and number stand in the left corner.
    corner: bool,
}

#[derive(Serialize)]
struct PaperContext {
    title: String,
    title_page: Option<TitlePageContext>,
}

#[derive(Serialize)]
struct TitlePageContext {
    town: Option<String>,
    year: Option<String>,
}

#[derive(Serialize)]
struct AppendixContext {
    /// «Приложение № 2».
    name: String,
    /// The mark in the user's own words.
    mark: Option<String>,
    /// How the mark of approval is worded, where it has one.
    approved: Option<Approved>,
    /// What it belongs to, in the dative: «приложению № 2», «муниципальной программе».
    parent: Option<String>,
}

impl Context {
    /// The variables of a scope; a missing case form is a finding.
    pub(super) fn of(scope: &Scope<'_>, findings: &mut Findings) -> Self {
        let municipality = &scope.root.municipality;
        let text = |text: &Option<crate::model::Text>| text.as_ref().map(|text| scope.print(text));
        Self {
            paper: PaperContext { title: title(scope), title_page: title_page(scope) },
            appendix: scope.appendix.map(|numbered| AppendixContext {
                name: order::appendix_name(numbered, &municipality.layout, "Приложение"),
                mark: text(&numbered.appendix.mark),
                approved: approval::approved(numbered, scope, findings),
                parent: approval::parent(numbered, scope, findings),
            }),
            issuer: municipality.issuer.as_ref().and_then(|issuer| text(&issuer.genitive)),
            municipality: text(&municipality.name),
            town: text(&municipality.town),
            term: scope.program.term.as_ref().map(|term| term.text.clone()),
            resolution: text(&municipality.layout.resolution),
            plain_kind: municipality.layout.plain_kind,
            corner: municipality.layout.corner && native::fits_corner(municipality),
        }
    }
}

/// The title of the paper as it stands on it.
pub(super) fn title(scope: &Scope<'_>) -> String {
    let program = &scope.program.title.nominative.value;
    let title = match scope.paper {
        ScopePaper::Order => {
            let heading = scope.root.order.as_ref().and_then(|order| order.heading.as_ref());
            heading.map_or(program.clone(), |heading| heading.value.clone())
        }
        ScopePaper::Program => program.clone(),
        ScopePaper::Passport => passport_title(scope.program),
        ScopePaper::Roadmap => roadmap_title(scope.program),
        ScopePaper::Own(paper) => paper.title.nominative.value.clone(),
        ScopePaper::Text(appendix) => match &appendix.content {
            AppendixContent::Text { title, .. } => title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            AppendixContent::Paper(_) => String::new(),
        },
    };
    scope.numbering.expand(&title)
}

fn title_page(scope: &Scope<'_>) -> Option<TitlePageContext> {
    let page = scope.program.title_page.as_ref()?;
    let town = page.town.as_ref().or(scope.root.municipality.town.as_ref());
    Some(TitlePageContext {
        town: town.map(|town| scope.print(town)),
        year: page.year.as_ref().map(|year| scope.print(year)),
    })
}
