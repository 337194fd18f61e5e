//! The number each id prints: `[[ид]]` in any text.

use super::ids::{self, PRINTED};
use super::{
    ItemContent, NumberedSection, PaperRef, RoadmapRow, appendices, indicators, items, paper, roadmap_rows, sections,
};
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::{AppendixContent, BuiltIn, Id, Label, Numeral, Program};
use std::collections::BTreeMap;

/// What each id prints.
#[derive(Debug, Clone, Default)]
pub struct Numbering {
    numbers: BTreeMap<String, Entry>,
    /// The edition whose ids come before those of the program.
    edition: Option<String>,
}

#[derive(Debug, Clone)]
struct Entry {
    prints: String,
    /// Where the id was given; absent for names that every program has.
    place: Option<Place>,
}

impl Numbering {
    /// The numbers of a program; two things of one id are a finding.
    pub fn of(program: &Program) -> (Self, Findings) {
        let mut numbering = Self::default();
        let mut findings = Findings::default();
        numbering.common(program);
        numbering.program(program, &mut findings);
        ids::ids(program, &mut findings);
        (numbering, findings)
    }

    /// The numbers of an edition: its own ids before those of the program.
    pub fn of_edition(program: &Program, edition: &Program) -> Self {
        let (mut numbering, _) = Self::of(edition);
        for (id, entry) in Self::of(program).0.numbers {
            numbering.numbers.entry(id).or_insert(entry);
        }
        numbering.edition = edition.edition.as_ref().map(|id| id.value.clone());
        numbering
    }

    /// The edition that it is of; none for that of the program.
    pub fn edition(&self) -> Option<&str> {
        self.edition.as_deref()
    }

    /// What an id prints.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.numbers.get(id).map(|entry| entry.prints.as_str())
    }

    /// All ids that can be referred to.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(String::as_str)
    }

    /// A text with every `[[ид]]` replaced by what it prints; an unknown one stays.
    pub fn expand(&self, text: &str) -> String {
        let mut expanded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("[[") {
            expanded.push_str(before);
            let Some((id, tail)) = after.split_once("]]") else {
                expanded.push_str("[[");
                rest = after;
                continue;
            };
            match self.get(id.trim()) {
                Some(number) => expanded.push_str(number),
                None => expanded.extend(["[[", id, "]]"]),
            }
            rest = tail;
        }
        expanded.push_str(rest);
        expanded
    }

    fn common(&mut self, program: &Program) {
        let mut add = |name: &str, prints: &str| {
            self.numbers.insert(name.into(), Entry { prints: prints.into(), place: None });
        };
        if let Some(term) = &program.term {
            add("срок", &term.text);
        }
        if let Some(order) = &program.order {
            let form = program.municipality.layout.date;
            order.date.iter().for_each(|date| add("дата приказа", &date.printed(form)));
            order.number.iter().for_each(|number| add("номер приказа", &number.value));
        }
        add("наименование", "");
        let name = self.expand(&program.title.nominative.value);
        self.numbers.insert("наименование".into(), Entry { prints: name, place: None });
    }

    fn program(&mut self, program: &Program, findings: &mut Findings) {
        let mut add = |id: &Option<Id>, prints: String| self.add(id.as_ref(), prints, findings);
        for (index, goal) in program.goals.iter().enumerate() {
            add(&goal.id, (index + 1).to_string());
        }
        for (index, task) in program.all_tasks().enumerate() {
            add(&task.id, (index + 1).to_string());
        }
        for (index, result) in program.results.iter().enumerate() {
            add(&result.id, (index + 1).to_string());
        }
        for indicator in indicators(program) {
            add(&indicator.indicator.id, indicator.number.unwrap_or_default());
        }
        if let Some(roadmap) = &program.roadmap {
            for row in roadmap_rows(roadmap) {
                match row {
                    RoadmapRow::Section { bare, section, .. } => add(&section.id, bare.unwrap_or_default()),
                    RoadmapRow::Stage(_) => {}
                    RoadmapRow::Measure { number, measure, .. } => add(&measure.id, number),
                }
            }
        }
        self.sections(&sections(&program.contents, &program.section_label), findings);
        if let Some(roadmap) = &program.roadmap {
            self.sections(&sections(&roadmap.contents, &Label::new("", Numeral::None, "")), findings);
        }
        for own in &program.papers {
            self.sections(&sections(&own.contents, &own.section_label), findings);
        }
        if let Some(order) = &program.order {
            for item in items(order) {
                match item.content {
                    ItemContent::Item(own) | ItemContent::ApprovalHead(own) => {
                        self.add(own.id.as_ref(), item.number, findings);
                    }
                    ItemContent::Approval { item: own, approval, alone } => {
                        if alone {
                            self.add(own.id.as_ref(), item.number.clone(), findings);
                        }
                        self.add(approval.id.as_ref(), item.number, findings);
                    }
                    ItemContent::Control(_) => {}
                }
            }
            for numbered in appendices(order, &program.municipality.layout) {
                self.add(numbered.appendix.id.as_ref(), numbered.number.to_string(), findings);
                if let AppendixContent::Paper(link) = &numbered.appendix.content {
                    self.paper(program, &link.written, numbered.number, findings);
                }
            }
        }
    }

    /// The name of an attached paper prints the number of its appendix.
    fn paper(&mut self, program: &Program, written: &str, number: usize, findings: &mut Findings) {
        match paper(program, written) {
            Some(PaperRef::Own(own)) => self.add(Some(&own.id), number.to_string(), findings),
            Some(PaperRef::BuiltIn(built_in, _)) => {
                let name = match built_in {
                    BuiltIn::Program => "программа",
                    BuiltIn::Passport => "паспорт",
                    BuiltIn::Roadmap => "дорожная карта",
                };
                let name = written.split_once('/').map_or(name.to_string(), |(_, edition)| format!("{name}/{edition}"));
                self.numbers.entry(name).or_insert(Entry { prints: number.to_string(), place: None });
            }
            Some(PaperRef::Appendix(_)) | None => {}
        }
    }

    fn sections(&mut self, sections: &[NumberedSection<'_>], findings: &mut Findings) {
        for section in sections {
            self.add(section.content.id.as_ref(), section.bare.clone().unwrap_or_default(), findings);
            self.sections(&section.sections, findings);
        }
    }

    fn add(&mut self, id: Option<&Id>, prints: String, findings: &mut Findings) {
        let Some(id) = id else { return };
        if PRINTED.contains(&id.value.as_str()) {
            findings.push(ids::reserved(id));
            return;
        }
        match self.numbers.get(&id.value) {
            Some(Entry { place: Some(first), .. }) if *first != id.place => findings.push(
                Finding::error("duplicate-id", id.place, format!("ид «{}» уже занят", id.value))
                    .also(*first, "первый раз — здесь")
                    .help("дайте другой ид: по нему ссылаются, и он должен быть один"),
            ),
            Some(_) => {}
            None => {
                self.numbers.insert(id.value.clone(), Entry { prints, place: Some(id.place) });
            }
        }
    }
}
