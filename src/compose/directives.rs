//! Rendering a template for a scope: its blocks, and the native blocks its directives place.

use super::assembly::Assembly;
use super::context::Context;
use super::meter::Meter;
use super::mistakes::first_line;
use super::native;
use super::order::Orders;
use super::papers::scope_paper;
use super::scope::{Scope, ScopePaper};
use super::templates::Templates;
use super::text::prose;
use crate::diagnostic::{Files, Finding, Findings, Place, nearest};
use crate::document::Orientation;
use crate::markdown::{Directive, Piece, parse};
use crate::model::{AppendixContent, BuiltIn};
use crate::resolve::{self, NumberedAppendix, PaperRef};

/// What a template's directives may be called.
const NAMES: [&str; 16] = [
    "бумага",
    "нужно",
    "бланк",
    "угловой бланк",
    "реквизиты",
    "преамбула",
    "подпись",
    "визы",
    "ознакомление",
    "содержание",
    "паспорт",
    "приложения",
    "вставка",
    "раздел",
    "новая страница",
    "стиль",
];

/// How deep templates may insert each other.
const DEPTH: usize = 8;

/// What templates are rendered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The papers.
    Papers,
    /// Only what is found on the way: the large tables, in which nothing is, are left out, and there are no papers.
    Findings,
}

/// What renders the templates of one program.
pub(super) struct Renderer<'a> {
    pub(super) templates: &'a Templates,
    pub(super) files: &'a Files,
    pub(super) meter: &'a Meter,
    pub(super) orders: &'a Orders,
    pub(super) findings: &'a mut Findings,
    pub(super) wanted: Wanted,
    /// Whether all templates were rendered to their end.
    pub(super) whole: bool,
}

impl Renderer<'_> {
    /// Renders a template into a paper.
    pub(super) fn render(&mut self, name: &str, scope: &Scope<'_>, paper: &mut Assembly) {
        self.render_at(name, scope, paper, 0);
    }

    fn render_at(&mut self, name: &str, scope: &Scope<'_>, paper: &mut Assembly, depth: usize) {
        if depth > DEPTH {
            self.findings.push(
                Finding::error("endless-insertion", self.place_of(name), format!("шаблон «{name}» вставляет сам себя"))
                    .help("уберите из него указание «вставка» или «приложения»"),
            );
            return;
        }
        let order = self.orders.of(scope, self.findings);
        let context = Context::of(scope, self.findings);
        let rendered = self.templates.render(name, &context, order, self.files, self.meter, self.findings);
        let Some((text, origin)) = rendered else {
            self.whole = false;
            return;
        };
        let parsed = parse(&text, &origin);
        self.findings.append(parsed.findings);
        for piece in parsed.pieces {
            match piece {
                Piece::Block(block) => paper.push(block),
                Piece::Directive(directive) => self.obey(&directive, scope, paper, depth),
            }
        }
    }

    /// The first line of a template.
    fn place_of(&self, name: &str) -> Option<Place> {
        self.templates.sources().get(name).map(|id| first_line(*id, self.files))
    }

    fn obey(&mut self, directive: &Directive, scope: &Scope<'_>, paper: &mut Assembly, depth: usize) {
        let order = scope.root.order.as_ref();
        let argument = directive.argument.as_deref().unwrap_or_default();
        match directive.name.as_str() {
            "бумага" | "нужно" => {}
            "бланк" => {
                let own = scope.root.municipality.letterhead.iter();
                paper.extend(own.flat_map(|own| native::letterhead(own, scope.numbering)));
            }
            "угловой бланк" => paper.extend(order.map(|order| native::corner(argument, order, scope))),
            "реквизиты" => paper.extend(order.map(|order| native::requisites(order, scope))),
            "преамбула" => {
                let own = order.and_then(|order| order.preamble.as_ref());
                paper.extend(own.map(|own| prose(own, scope.numbering)).into_iter().flatten());
            }
            "подпись" => {
                let signature = order.and_then(|order| order.signature.as_ref());
                let block = signature.map(|signature| native::signature(signature, scope, self.findings));
                paper.extend(block);
            }
            "визы" => {
                let people = order.map(|order| order.visas.as_slice()).unwrap_or_default();
                paper.extend(people.iter().map(|person| native::visa(person, scope)));
            }
            "ознакомление" => {
                let people = order.map(|order| order.acquaint.as_slice()).unwrap_or_default();
                paper.extend(people.iter().map(|person| native::acquaintance(person, scope)));
            }
            "содержание" | "паспорт" if self.wanted == Wanted::Findings => {}
            "содержание" => native::contents(scope, paper),
            "паспорт" => paper.extend(native::passport(scope)),
            "приложения" => self.appendices(scope, paper, depth),
            "вставка" if self.templates.contains(argument) => {
                let scope = scope_paper(argument).map_or(*scope, |own| scope.of(own));
                self.render_at(argument, &scope, paper, depth + 1);
            }
            "вставка" => self.findings.push(
                Finding::error("unknown-template", directive.place, format!("шаблона «{argument}» нет"))
                    .help("назовите файл из папки templates без «.md»"),
            ),
            "раздел" => match argument {
                "альбомный" => paper.orientation(Orientation::Landscape),
                "книжный" => paper.orientation(Orientation::Portrait),
                _ => self.findings.push(
                    Finding::error("bad-directive", directive.place, format!("раздел не бывает «{argument}»"))
                        .help("запишите «раздел: альбомный» или «раздел: книжный»"),
                ),
            },
            "новая страница" => paper.new_page(),
            name => {
                let finding =
                    Finding::error("unknown-directive", directive.place, format!("указания «{name}» шаблоны не знают"));
                self.findings.push(match nearest(name, NAMES) {
                    Some(known) => finding.help(format!("возможно, имелось в виду «{known}»")),
                    None => finding.help(format!("известны: {}", NAMES.join(", "))),
                });
            }
        }
    }

    /// All appendices of the order, each on a new page with its mark.
    fn appendices(&mut self, scope: &Scope<'_>, paper: &mut Assembly, depth: usize) {
        let Some(order) = &scope.root.order else { return };
        for numbered in resolve::appendices(order, &scope.root.municipality.layout) {
            self.appendix(&numbered, scope, paper, depth);
        }
    }

    fn appendix(&mut self, numbered: &NumberedAppendix<'_>, scope: &Scope<'_>, paper: &mut Assembly, depth: usize) {
        let root = scope.root;
        let numbering;
        let (template, own, program, landscape) = match &numbered.appendix.content {
            AppendixContent::Text { landscape, .. } => {
                ("paper", ScopePaper::Text(numbered.appendix), scope.program, *landscape)
            }
            AppendixContent::Paper(link) => match resolve::paper(root, &link.written) {
                Some(PaperRef::BuiltIn(BuiltIn::Program, program)) => ("program", ScopePaper::Program, program, false),
                Some(PaperRef::BuiltIn(BuiltIn::Passport, program)) => {
                    ("passport", ScopePaper::Passport, program, false)
                }
                Some(PaperRef::BuiltIn(BuiltIn::Roadmap, program)) => ("roadmap", ScopePaper::Roadmap, program, true),
                Some(PaperRef::Own(own)) => ("paper", ScopePaper::Own(own), scope.program, false),
                Some(PaperRef::Appendix(_)) | None => return,
            },
        };
        let numbering = if program.edition.is_some() {
            numbering = resolve::Numbering::of_edition(root, program);
            &numbering
        } else {
            scope.numbering
        };
        let scope = Scope { program, numbering, appendix: Some(numbered), ..*scope }.of(own);
        paper.new_paper(if landscape { Orientation::Landscape } else { Orientation::Portrait });
        self.render_at("appendix-mark", &scope, paper, depth + 1);
        self.render_at(template, &scope, paper, depth + 1);
    }
}
