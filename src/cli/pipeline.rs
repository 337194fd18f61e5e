//! The phases in their order, for one program.

use crate::check::{self, Structure};
use crate::compose::{Composed, Templates, compose, embedded, paper_names};
use crate::diagnostic::{FileId, Files, Findings};
use crate::model::{Program, Standard};
use crate::read::{embedded_standards, own_standards, read};
use crate::resolve::{Numbering, links};
use crate::source::{Folder, listed, load_text};
use crate::typography::typeset;
use std::collections::BTreeMap;

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
    /// Whether the papers are to be typeset.
    typography: bool,
}

impl Outcome {
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

    /// Reads, checks and composes a program; `only` names the papers, all when empty.
    pub(super) fn run(&self, folder: &Folder, only: &[String]) -> Outcome {
        let mut files = self.files.clone();
        let mut findings = Findings::default();
        let (mut papers, mut names, mut typography) = (Vec::new(), Vec::new(), false);
        if let Some(program) = read(folder, &mut files, &mut findings) {
            let (numbering, duplicates) = Numbering::of(&program);
            findings.append(duplicates);
            findings.append(links(&program, &numbering));
            let own: Vec<_> = folder.standards.iter().flat_map(|path| listed(path, &["yaml", "yml"])).collect();
            let mut standards = own_standards(&own, &mut files, &mut findings);
            standards.extend(self.standards.iter().cloned());
            let structure = Structure::of(&program, None, &standards, &mut findings);
            findings.append(check::check(&program, &structure));
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
            let (composed, found) = compose(&program, &numbering, templates, &files, only, findings.has_errors());
            findings.append(found);
            findings.append(templates.idle(&files));
            papers = composed;
            names = known_names(&program, templates, &files);
            typography = program.municipality.layout.typography;
        }
        findings.narrow(&files);
        findings.sort();
        Outcome { files, findings, papers, names, typography }
    }

    /// The templates with those of the program's folders above in their places.
    fn overridden(&self, folder: &Folder, files: &mut Files, findings: &mut Findings) -> BTreeMap<String, FileId> {
        let mut sources = self.templates.sources().clone();
        for path in folder.templates.iter().rev() {
            for file in listed(path, &["md"]) {
                let Some(name) = file.file_stem().map(String::from) else { continue };
                if let Some(id) = load_text(&file, files, findings) {
                    sources.insert(name, id);
                }
            }
        }
        sources
    }
}

/// The names of all papers of a program: of their templates and of their files.
fn known_names(program: &Program, templates: &Templates, files: &Files) -> Vec<String> {
    let papers = paper_names(templates.sources(), files).into_iter().flat_map(|name| [name.file, name.template]);
    papers.chain(program.papers.iter().map(|own| own.id.value.clone())).collect()
}
