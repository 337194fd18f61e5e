//! The phases in their order, for one program.

use crate::check::{self, Judge, Lack, Structure, Wishes};
use crate::compose::{Composed, Templates, Wanted, compose, embedded, is_named, paper_names, template_name};
use crate::diagnostic::{FileId, Files, Finding, Findings, Place, with_slashes};
use crate::limits;
use crate::model::{Program, Standard};
use crate::read::{embedded_standards, own_standards, read};
use crate::report::Checked;
use crate::resolve::{Numbering, links};
use crate::source::{Folder, composed, listed, load_text};
use crate::typography::typeset;
use crate::visible;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What all programs share: the embedded templates, compiled once, and the embedded standards.
pub(super) struct Ground {
    files: Files,
    templates: Templates,
    standards: Vec<Standard>,
}

/// A program after all phases but writing.
pub(super) struct Outcome {
    pub(super) files: Files,
    pub(super) findings: Findings,
    pub(super) papers: Vec<Composed>,
    /// What `--only` may name for this program.
    pub(super) names: Vec<String>,
    /// The program file as the user knows it.
    pub(super) path: String,
    /// The title of the program, or its path.
    pub(super) title: String,
    /// The name of the standard.
    pub(super) standard: String,
    /// How many rows of the passport are filled, of how many wanted.
    pub(super) passport: Option<(usize, usize)>,
    /// How many findings an exception covers.
    pub(super) excused: usize,
    /// How many findings the baseline knows.
    pub(super) known: usize,
    /// Whether it depends on the day what is found, as an exception expires.
    pub(super) expires: bool,
    /// Whether the papers are to be typeset.
    typography: bool,
}

impl Outcome {
    /// A program of which nothing is known yet.
    fn unread(folder: &Folder) -> Self {
        Self {
            files: Files::default(),
            findings: Findings::default(),
            papers: Vec::new(),
            names: Vec::new(),
            path: with_slashes(folder.main.as_str()).into_owned(),
            title: with_slashes(folder.main.as_str()).into_owned(),
            standard: String::new(),
            passport: None,
            excused: 0,
            known: 0,
            expires: false,
            typography: false,
        }
    }

    /// What the reports are made from.
    pub(super) fn checked(&self) -> Checked<'_> {
        Checked {
            path: &self.path,
            title: &self.title,
            standard: &self.standard,
            passport: self.passport,
            excused: self.excused,
            baselined: self.known,
            findings: &self.findings,
            files: &self.files,
        }
    }

    /// It with no more files than reports need: those in which something was found.
    pub(super) fn reported(mut self) -> Self {
        let related = |finding: &Finding| finding.related.iter().map(|(place, _)| *place).collect::<Vec<_>>();
        let places = self.findings.iter().flat_map(|finding| finding.place.into_iter().chain(related(finding)));
        self.files.keep(&places.map(|place| place.file).collect());
        self
    }

    /// Mends the typography of the papers, where the municipality wants it; a check alone needs none.
    pub(super) fn typeset(&mut self) {
        if self.typography {
            self.papers.iter_mut().for_each(|paper| typeset(&mut paper.document));
        }
    }
}

impl Ground {
    /// Compiles the embedded templates.
    pub(super) fn new() -> Self {
        let mut files = Files::default();
        let sources = embedded(&mut files);
        let templates = Templates::new(&sources, &files).expect("the embedded templates are valid");
        let standards = embedded_standards(&mut files, &mut Findings::default());
        Self { files, templates, standards }
    }

    /// Whether every program has papers of these names.
    pub(super) fn has(&self, names: &[String]) -> bool {
        let papers = paper_names(self.templates.sources(), &self.files);
        names
            .iter()
            .all(|name| papers.iter().any(|paper| is_named(name, &paper.file) || is_named(name, &paper.template)))
    }

    /// Reads, checks and composes a program; `only` names the papers, all when empty. A check needs no papers.
    pub(super) fn run(&self, folder: &Folder, only: &[String], wishes: &Wishes, wanted: Wanted) -> Outcome {
        let mut files = self.files.clone();
        let mut findings = Findings::default();
        let mut outcome = Outcome::unread(folder);
        if let Some(program) = read(folder, &mut files, &mut findings) {
            let (numbering, duplicates) = Numbering::of(&program);
            findings.append(duplicates);
            findings.append(links(&program, &numbering));
            let own: Vec<_> = folder.standards.iter().flat_map(|path| listed(path, &["yaml", "yml"])).collect();
            let own = own_standards(&own, &mut files, &mut findings);
            let standards = if own.is_empty() {
                Cow::Borrowed(&self.standards)
            } else {
                Cow::Owned(own.into_iter().chain(self.standards.iter().cloned()).collect())
            };
            let asked = wishes.standard.as_deref();
            findings.append(check::check(&program, asked, &standards));
            let structure = Structure::of(&program, asked, &standards, &mut Findings::default());
            outcome.title = title(&program);
            outcome.passport = program.passport.is_some().then(|| check::passport_filled(&program, &structure));
            outcome.standard.clone_from(&structure.name);
            let mut judge = Judge::new(&structure, &program.exceptions, wishes, Lack::of(&files));
            let sources = self.overridden(folder, &mut files, &mut findings);
            let own = (sources != *self.templates.sources()).then(|| Templates::new(&sources, &files));
            let templates = match &own {
                None => &self.templates,
                Some(Ok(own)) => own,
                Some(Err(finding)) => {
                    findings.push(finding.clone());
                    &self.templates
                }
            };
            judge.judge(&mut findings, &files);
            let draft = findings.has_errors();
            let (composed, mut found) = compose(&program, &numbering, templates, &files, only, draft, wanted);
            found.append(templates.idle(&files));
            judge.judge(&mut found, &files);
            findings.append(found);
            findings.append(judge.of_exceptions());
            outcome.excused = judge.excused;
            outcome.papers = composed;
            outcome.expires = program.exceptions.iter().any(|exception| exception.until.is_some());
            outcome.names = known_names(&program, templates, &files);
            outcome.typography = program.municipality.layout.typography;
        }
        findings.sort();
        findings.sort_by_reading(&files, check::unread);
        findings.limit(limits::FINDINGS);
        Outcome { files, findings, ..outcome }
    }

    /// The templates with those of the program's folders above in their places.
    fn overridden(&self, folder: &Folder, files: &mut Files, findings: &mut Findings) -> BTreeMap<String, FileId> {
        let mut sources = self.templates.sources().clone();
        for path in folder.templates.iter().rev() {
            let mut taken = BTreeSet::new();
            for file in listed(path, &["md"]) {
                let Some(name) = file.file_stem().map(|stem| composed(stem).into_owned()) else { continue };
                if let Some(id) = load_text(&file, files, findings) {
                    let called = template_name(&name, &files.get(id).text).to_owned();
                    if taken.insert(called.clone()) {
                        sources.insert(called, id);
                        continue;
                    }
                    let finding = Finding::warning(
                        "two-templates",
                        Place::new(id, 0, 0),
                        format!(
                            "в папке два шаблона одной бумаги, «{called}» и «{}»: этот не взят",
                            visible::name(&name)
                        ),
                    );
                    findings.push(finding.help("оставьте один из них"));
                }
            }
        }
        sources
    }
}

/// The title of a program with its term in it.
fn title(program: &Program) -> String {
    let term = program.term.as_ref().map_or("", |term| &term.text);
    program.title.nominative.value.replace("[[срок]]", term)
}

/// The names of all papers of a program: of their templates and of their files.
fn known_names(program: &Program, templates: &Templates, files: &Files) -> Vec<String> {
    let papers = paper_names(templates.sources(), files).into_iter().flat_map(|name| [name.file, name.template]);
    papers.chain(program.papers.iter().map(|own| own.id.value.clone())).collect()
}
