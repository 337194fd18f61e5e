//! What a template can say: the variables of a paper, as text ready to print.

use super::order;
use super::scope::{Scope, ScopePaper};
use crate::diagnostic::Findings;
use crate::model::AppendixContent;
use serde::Serialize;

/// The usual word before the items of an order.
const RESOLUTION: &str = "п р и к а з ы в а ю:";

/// The variables of a template.
#[derive(Serialize)]
pub(super) struct Context {
    paper: PaperContext,
    order: order::OrderContext,
    appendix: Option<AppendixContext>,
    issuer: Option<String>,
    municipality: Option<String>,
    town: Option<String>,
    term: Option<String>,
    layout: LayoutContext,
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
    /// The number of the appendix it belongs to.
    parent: Option<String>,
}

#[derive(Serialize)]
struct LayoutContext {
    number_sign: bool,
    /// The word before the items of an order.
    resolution: String,
}

impl Context {
    /// The variables of a scope; a missing case form is a finding.
    pub(super) fn of(scope: &Scope<'_>, findings: &mut Findings) -> Self {
        let municipality = &scope.root.municipality;
        let text = |text: &Option<crate::model::Text>| text.as_ref().map(|text| scope.numbering.expand(&text.value));
        Self {
            paper: PaperContext { title: title(scope), title_page: title_page(scope) },
            order: order::context(scope, findings),
            appendix: scope.appendix.map(|numbered| AppendixContext {
                name: order::appendix_name(numbered, &municipality.layout, "Приложение"),
                mark: text(&numbered.appendix.mark),
                parent: numbered.parent.as_ref().map(|parent| parent.number.to_string()),
            }),
            issuer: municipality.issuer.as_ref().and_then(|issuer| text(&issuer.genitive)),
            municipality: text(&municipality.name),
            town: text(&municipality.town),
            term: scope.program.term.as_ref().map(|term| term.text.clone()),
            layout: LayoutContext {
                number_sign: municipality.layout.number_sign,
                resolution: text(&municipality.layout.resolution).unwrap_or_else(|| RESOLUTION.into()),
            },
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
        ScopePaper::Passport => {
            let title = scope.program.passport.as_ref().and_then(|passport| passport.title.as_ref());
            title.map_or("Паспорт программы".into(), |title| title.value.clone())
        }
        ScopePaper::Roadmap => {
            let title = scope.program.roadmap.as_ref().and_then(|roadmap| roadmap.title.as_ref());
            title.map_or_else(|| format!("Дорожная карта\n{program}"), |title| title.nominative.value.clone())
        }
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
        town: town.map(|town| town.value.clone()),
        year: page.year.as_ref().map(|year| scope.numbering.expand(&year.value)),
    })
}
