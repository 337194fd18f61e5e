//! Which papers a program has, and each of them as a document.

use super::assembly::Assembly;
use super::context::title;
use super::directives::{Renderer, Wanted};
use super::meter::Meter;
use super::mistakes::first_line;
use super::order::Orders;
use super::scope::{Scope, ScopePaper};
use super::templates::{Templates, embedded_templates, embedded_text};
use crate::diagnostic::{FileId, Files, Finding, Findings};
use crate::document::Document;
use crate::file_name::{folded, is_reserved};
use crate::model::Program;
use crate::resolve::Numbering;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
        let file = header(template, &files.get(*id).text, "бумага")?;
        Some(PaperName { template: template.clone(), file })
    };
    templates.iter().filter_map(name).collect()
}

/// Whether what was written names a paper or a template: in any case, with blanks or hyphens.
pub fn is_named(written: &str, name: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace([' ', '_'], "-");
    written == name || plain(written) == plain(name)
}

/// The name of a template that the file of this name holds: an embedded one is called by its paper too, unless the
/// file says that it prints another.
pub fn template_name<'a>(written: &'a str, text: &str) -> &'a str {
    let other = header("", text, "бумага").is_some_and(|paper| !is_named(&paper, written));
    embedded_name(written).filter(|_| !other).unwrap_or(written)
}

/// The embedded template that is called so, by its own name or by that of its paper.
pub fn embedded_name(written: &str) -> Option<&'static str> {
    let called = |name: &str, text: &str| {
        is_named(written, name) || header("", text, "бумага").is_some_and(|paper| is_named(written, &paper))
    };
    embedded_templates().find(|(name, text)| called(name, text)).map(|(name, _)| name)
}

/// The embedded templates as they may be called: «order (приказ)».
pub fn embedded_names() -> Vec<String> {
    let called = |(name, text): (&str, &str)| match header("", text, "бумага") {
        Some(paper) => format!("{name} ({paper})"),
        None => name.to_owned(),
    };
    embedded_templates().map(called).collect()
}

/// Composes the papers of a program for which it has data; `only` names templates or files, all when empty.
/// Papers of a program with errors, found before or here, are drafts with a mark at the top of their first page.
pub fn compose(
    program: &Program,
    numbering: &Numbering,
    templates: &Templates,
    files: &Files,
    only: &[String],
    draft: bool,
    wanted: Wanted,
) -> (Vec<Composed>, Findings) {
    let (meter, orders) = (Meter::new(), Orders::default());
    let mut printed = BTreeSet::new();
    let mut findings = Findings::default();
    let mut papers: Vec<Composed> = Vec::new();
    let mut composed_for = Vec::new();
    for name in paper_names(templates.sources(), files) {
        let source = templates.sources()[&name.template];
        if !is_file_name(&name.file) {
            findings.push(
                Finding::error(
                    "bad-file-name",
                    first_line(source, files),
                    format!("файл не может называться «{}»", name.file),
                )
                .help("в строке «бумага» пишется имя файла без папок и точек по краям: буквы, цифры, дефис"),
            );
            continue;
        }
        findings.append(unknown_needs(&name, source, files));
        for (subject, file) in subjects(&name, program, numbering, files, source) {
            if !only.is_empty()
                && !only
                    .iter()
                    .any(|wanted| [&name.template, &name.file, &file].iter().any(|name| is_named(wanted, name)))
            {
                continue;
            }
            if printed.contains(&folded(&file)) {
                findings.push(
                    Finding::error(
                        "duplicate-paper",
                        first_line(source, files),
                        format!("файл «{file}» печатают дважды"),
                    )
                    .help("дайте одной из бумаг другое имя в строке «бумага» или другой «ид»"),
                );
                continue;
            }
            let mut renderer = Renderer {
                templates,
                files,
                meter: &meter,
                orders: &orders,
                findings: &mut findings,
                wanted,
                whole: true,
            };
            let document = document(&name.template, &subject.borrow(), &mut renderer);
            // A paper that is cut off somewhere is worse than none.
            if renderer.whole {
                printed.insert(folded(&file));
                papers.push(Composed { template: name.template.clone(), file, document });
                composed_for.push(subject);
            }
        }
    }
    if papers.is_empty() && only.is_empty() {
        findings.push(
            Finding::warning("nothing-to-print", program.place, "для этой программы печатать нечего")
                .help("добавьте «приказ», «паспорт», «содержание» или «дорожная карта»"),
        );
    }
    if draft || findings.has_errors() {
        for (paper, subject) in papers.iter_mut().zip(&composed_for) {
            let mut renderer = Renderer {
                templates,
                files,
                meter: &meter,
                orders: &orders,
                findings: &mut findings,
                wanted,
                whole: true,
            };
            mark_draft(&mut paper.document, &subject.borrow(), &mut renderer);
        }
    }
    if wanted == Wanted::Findings || meter.is_empty() {
        papers.clear();
    }
    (papers, findings)
}

/// What a paper is made for, with a numbering of its own where it is an edition.
struct Subject<'a> {
    root: &'a Program,
    program: &'a Program,
    numbering: Cow<'a, Numbering>,
    paper: ScopePaper<'a>,
}

impl Subject<'_> {
    fn borrow(&self) -> Scope<'_> {
        Scope { root: self.root, program: self.program, numbering: &self.numbering, paper: self.paper, appendix: None }
    }
}

/// All that a template is rendered for, each with its file's name: the program and its editions, or the papers of
/// the municipality's own.
fn subjects<'a>(
    name: &PaperName,
    program: &'a Program,
    numbering: &'a Numbering,
    files: &Files,
    source: FileId,
) -> Vec<(Subject<'a>, String)> {
    let needs = header(&name.template, &files.get(source).text, "нужно").unwrap_or_default();
    let needs: Vec<&str> = needs.split(',').map(str::trim).filter(|need| !need.is_empty()).collect();
    let base = |paper| Subject { root: program, program, numbering: Cow::Borrowed(numbering), paper };
    if needs.contains(&"свой документ") {
        return program.papers.iter().map(|own| (base(ScopePaper::Own(own)), own.id.value.clone())).collect();
    }
    let mut subjects = Vec::new();
    if needs.iter().all(|need| has(program, need)) {
        subjects.push((base(scope_paper(&name.template).unwrap_or(ScopePaper::Order)), name.file.clone()));
    }
    for edition in program.editions.iter().filter(|_| !needs.contains(&"приказ")) {
        if let Some(id) = edition.edition.as_ref().filter(|_| needs.iter().all(|need| has(edition, need))) {
            let numbering = Cow::Owned(Numbering::of_edition(program, edition));
            let subject = Subject {
                program: edition,
                numbering,
                ..base(scope_paper(&name.template).unwrap_or(ScopePaper::Order))
            };
            subjects.push((subject, format!("{}-{}", name.file, id.value)));
        }
    }
    subjects
}

/// What a template may need.
const NEEDS: [&str; 6] = ["приказ", "приложения", "паспорт", "содержание программы", "дорожная карта", "свой документ"];

/// The findings of needs that nothing can meet.
fn unknown_needs(name: &PaperName, source: FileId, files: &Files) -> Findings {
    let mut findings = Findings::default();
    let needs = header(&name.template, &files.get(source).text, "нужно").unwrap_or_default();
    for need in needs.split(',').map(str::trim).filter(|need| !need.is_empty() && !NEEDS.contains(need)) {
        let message = format!("шаблону нужно «{need}», а такого у программ не бывает");
        let finding = Finding::error("unknown-need", first_line(source, files), message);
        findings.push(finding.help(format!("бывает: {}", NEEDS.join(", "))));
    }
    findings
}

/// Whether a name can be that of a file in the program's output folder.
fn is_file_name(name: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let stops = name.starts_with('.') || name.ends_with('.');
    !name.is_empty() && name.len() <= 120 && name.chars().all(plain) && !stops && !is_reserved(name)
}

/// Puts the mark of a draft at the top of the first page.
fn mark_draft(document: &mut Document, scope: &Scope<'_>, renderer: &mut Renderer<'_>) {
    let mut mark = Assembly::new();
    renderer.render("draft", scope, &mut mark);
    let mark = mark.finish();
    match document.sections.first_mut() {
        Some(first) => drop(first.blocks.splice(0..0, mark.into_iter().flat_map(|section| section.blocks))),
        None => document.sections = mark,
    }
}

fn document(template: &str, scope: &Scope<'_>, renderer: &mut Renderer<'_>) -> Document {
    let mut paper = Assembly::new();
    renderer.render(template, scope, &mut paper);
    let issuer = scope.root.municipality.issuer.as_ref().and_then(|issuer| issuer.name.as_ref());
    let author = issuer.or(scope.root.municipality.name.as_ref());
    Document {
        title: title(scope).split_whitespace().collect::<Vec<_>>().join(" "),
        author: author
            .map(|author| scope.print(author).split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default(),
        look: scope.root.municipality.layout.look.clone(),
        sections: paper.finish(),
    }
}

/// Which paper the built-in template of this name is about.
pub(super) fn scope_paper<'a>(template: &str) -> Option<ScopePaper<'a>> {
    match template {
        "program" => Some(ScopePaper::Program),
        "passport" => Some(ScopePaper::Passport),
        "roadmap" => Some(ScopePaper::Roadmap),
        "order" | "package" => Some(ScopePaper::Order),
        _ => None,
    }
}

/// The argument of a header directive at the beginning of a template; a template that takes the place of an embedded
/// one without saying so has that one's.
fn header(template: &str, text: &str, name: &str) -> Option<String> {
    let find = |text: &str| {
        let directives = text.lines().map(str::trim).take_while(|line| line.starts_with("<!--"));
        let mut parts =
            directives.filter_map(|line| line.strip_prefix("<!--")?.strip_suffix("-->")?.trim().split_once(':'));
        parts.find(|(key, _)| key.trim() == name).map(|(_, argument)| argument.trim().to_string())
    };
    find(text).or_else(|| find(embedded_text(template)?))
}

/// Whether a program has the data that a paper needs.
fn has(program: &Program, need: &str) -> bool {
    let order = program.order.as_ref();
    match need {
        "приказ" => order.is_some(),
        "приложения" => order.is_some_and(|order| !order.appendices.is_empty()),
        "паспорт" => program.passport.is_some(),
        "содержание программы" => {
            let lists = !(program.indicators.is_empty() && program.results.is_empty() && program.acts.is_empty());
            !program.contents.is_empty() || program.passport.is_some() || lists
        }
        "дорожная карта" => program.roadmap.as_ref().is_some_and(|roadmap| !roadmap.sections.is_empty()),
        _ => false,
    }
}
