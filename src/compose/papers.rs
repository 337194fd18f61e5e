//! Which papers a program has, and each of them as a document.

use super::assembly::Assembly;
use super::context::title;
use super::directives::Renderer;
use super::scope::{Scope, ScopePaper};
use super::templates::Templates;
use crate::diagnostic::{FileId, Files, Findings};
use crate::document::Document;
use crate::model::Program;
use crate::resolve::Numbering;
use std::collections::BTreeMap;

/// A paper's name: of its template and of its file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperName {
    /// The template's name without `.md`: `order`.
    pub template: String,
    /// The file's name without extension: `приказ`.
    pub file: String,
}

/// A finished paper.
#[derive(Debug, Clone)]
pub struct Composed {
    /// Its template's name.
    pub template: String,
    /// Its file's name without extension.
    pub file: String,
    /// The paper.
    pub document: Document,
}

/// The papers that templates describe: those that say `<!-- бумага: … -->`.
pub fn paper_names(templates: &BTreeMap<String, FileId>, files: &Files) -> Vec<PaperName> {
    let name = |(template, id): (&String, &FileId)| {
        let file = header(&files.get(*id).text, "бумага")?;
        Some(PaperName { template: template.clone(), file: file.to_string() })
    };
    templates.iter().filter_map(name).collect()
}

/// Composes the papers of a program for which it has data; `only` names templates or files, all when empty.
/// A draft has its mark at the top of its first page.
pub fn compose(
    program: &Program,
    numbering: &Numbering,
    templates: &Templates,
    sources: &BTreeMap<String, FileId>,
    files: &Files,
    only: &[String],
    draft: bool,
) -> (Vec<Composed>, Findings) {
    let mut findings = Findings::default();
    let mut papers = Vec::new();
    for name in paper_names(sources, files) {
        if !only.is_empty() && !only.iter().any(|wanted| *wanted == name.template || *wanted == name.file) {
            continue;
        }
        let needs = header(&files.get(sources[&name.template]).text, "нужно").unwrap_or_default();
        let needs: Vec<&str> = needs.split(',').map(str::trim).filter(|need| !need.is_empty()).collect();
        let editions = program.editions.iter().filter(|_| !needs.contains(&"приказ"));
        for edition in std::iter::once(program).chain(editions) {
            if !needs.iter().all(|need| has(edition, need)) {
                continue;
            }
            let own_numbering;
            let (numbering, file) = match &edition.edition {
                Some(id) => {
                    own_numbering = Numbering::of_edition(program, edition);
                    (&own_numbering, format!("{}-{}", name.file, id.value))
                }
                None => (numbering, name.file.clone()),
            };
            let scope = Scope {
                root: program,
                program: edition,
                numbering,
                paper: scope_paper(&name.template),
                appendix: None,
            };
            let mut renderer = Renderer { templates, files, findings: &mut findings };
            let document = document(&name.template, &scope, &mut renderer, draft);
            papers.push(Composed { template: name.template.clone(), file, document });
        }
    }
    (papers, findings)
}

fn document(template: &str, scope: &Scope<'_>, renderer: &mut Renderer<'_>, draft: bool) -> Document {
    let mut paper = Assembly::new();
    let mut body = Assembly::new();
    renderer.render(template, scope, &mut body);
    let sections = body.finish();
    if draft && let Some(first) = sections.first() {
        paper.orientation(first.orientation);
        renderer.render("draft", scope, &mut paper);
    }
    for section in sections {
        paper.orientation(section.orientation);
        paper.extend(section.blocks);
    }
    let issuer = scope.root.municipality.issuer.as_ref().and_then(|issuer| issuer.name.as_ref());
    let author = issuer.or(scope.root.municipality.name.as_ref());
    Document {
        title: title(scope).split_whitespace().collect::<Vec<_>>().join(" "),
        author: author.map(|author| author.value.clone()).unwrap_or_default(),
        sections: paper.finish(),
    }
}

/// Which paper a template of this name is about.
fn scope_paper<'a>(template: &str) -> ScopePaper<'a> {
    match template {
        "program" => ScopePaper::Program,
        "passport" => ScopePaper::Passport,
        "roadmap" => ScopePaper::Roadmap,
        _ => ScopePaper::Order,
    }
}

/// The argument of a header directive at the beginning of a template's text.
fn header<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let directives = text.lines().map(str::trim).take_while(|line| line.starts_with("<!--"));
    directives
        .filter_map(|line| line.strip_prefix("<!--")?.strip_suffix("-->")?.trim().split_once(':'))
        .find_map(|(key, argument)| (key.trim() == name).then_some(argument.trim()))
}

/// Whether a program has the data that a paper needs.
fn has(program: &Program, need: &str) -> bool {
    let order = program.order.as_ref();
    match need {
        "приказ" => order.is_some(),
        "приложения" => order.is_some_and(|order| !order.appendices.is_empty()),
        "паспорт" => program.passport.is_some(),
        "содержание программы" => !program.contents.is_empty() || program.passport.is_some(),
        "дорожная карта" => program.roadmap.as_ref().is_some_and(|roadmap| !roadmap.sections.is_empty()),
        _ => false,
    }
}
