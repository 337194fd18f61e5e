//! Ids of papers and editions: each once, none of them a name that every program has.

use crate::diagnostic::{Finding, Findings, Place};
use crate::model::{Id, Program};
use std::collections::BTreeMap;

/// Names that print something in every program.
pub(super) const PRINTED: [&str; 4] = ["срок", "наименование", "дата приказа", "номер приказа"];

/// Names that the order takes for the papers made from the model, and that of the order itself.
const PAPERS: [&str; 8] =
    ["программа", "паспорт", "дорожная карта", "приказ", "program", "passport", "roadmap", "order"];

/// The findings of papers and editions that could not be told apart.
pub(super) fn ids(program: &Program, findings: &mut Findings) {
    let mut papers = BTreeMap::new();
    for paper in &program.papers {
        if PAPERS.contains(&paper.id.value.to_lowercase().as_str()) {
            findings.push(reserved(&paper.id));
        }
        once(&paper.id, &mut papers, "документа", findings);
    }
    let mut editions = BTreeMap::new();
    for id in program.editions.iter().filter_map(|edition| edition.edition.as_ref()) {
        once(id, &mut editions, "редакции", findings);
    }
}

/// The finding of an id that is a name of the program's own.
pub(super) fn reserved(id: &Id) -> Finding {
    let message = format!("ид «{}» занят: так называется готовая часть программы", id.value);
    Finding::error("reserved-id", id.place, message).help("дайте другой ид")
}

/// Ids that differ in case alone are one file on Windows.
fn once(id: &Id, known: &mut BTreeMap<String, Place>, what: &str, findings: &mut Findings) {
    if let Some(first) = known.insert(id.value.to_lowercase(), id.place) {
        let finding = Finding::error("duplicate-id", id.place, format!("ид {what} «{}» уже занят", id.value));
        findings.push(finding.also(first, "первый раз — здесь").help("дайте другой ид: он становится именем файла"));
    }
}
