//! A standard with what it takes from those it is based on.

use crate::diagnostic::{Finding, Findings, Level, Place, nearest};
use crate::model::{Checking, Degree, Program, Standard, StandardSection, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The standard of a program that names none.
const USUAL: &str = "шнор";

/// How bad the findings of a rule are said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// They are not said.
    Off,
    /// They are at this level.
    At(Level),
}

/// What a program must have, and the levels that the standard and the municipality give to rules.
#[derive(Debug, Clone)]
pub struct Structure {
    /// The name of the standard.
    pub name: String,
    /// The wanted sections of the contents.
    pub sections: Vec<StandardSection>,
    degrees: BTreeMap<String, Degree>,
    levels: BTreeMap<String, Weight>,
}

impl Structure {
    /// The structure by which a program is held: the asked-for standard, its own, its municipality's or the usual one.
    ///
    /// # Panics
    /// When the usual standard is not among the standards.
    pub fn of(program: &Program, asked: Option<&str>, standards: &[Standard], findings: &mut Findings) -> Self {
        let Checking { standard, levels } = &program.municipality.checking;
        let named = program.standard.as_ref().or(standard.as_ref());
        let chain = match (asked, named) {
            (Some(asked), _) => chain(asked, None, standards, findings),
            (None, Some(text)) => chain(&text.value, Some(text.place), standards, findings),
            (None, None) => Vec::new(),
        };
        let chain = if chain.is_empty() { chain_of_usual(standards) } else { chain };
        let mut structure = Self::merged(&chain, findings);
        structure.set(levels, findings);
        structure
    }

    /// The structure of the standard of this name, without a program.
    pub fn named(name: &str, standards: &[Standard]) -> Self {
        let mut findings = Findings::default();
        Self::merged(&chain(name, None, standards, &mut findings), &mut findings)
    }

    fn merged(chain: &[&Standard], findings: &mut Findings) -> Self {
        let name = chain.first().map_or_else(String::new, |standard| standard.name.value.clone());
        let mut structure = Self { name, sections: Vec::new(), degrees: BTreeMap::new(), levels: BTreeMap::new() };
        for standard in chain.iter().rev() {
            structure.degrees.extend(standard.degrees.clone());
            structure.set(&standard.levels, findings);
        }
        // Of the sections of one name the last: that of the standard nearest to the program.
        let mut known = BTreeSet::new();
        let last = chain.iter().flat_map(|standard| standard.sections.iter().rev());
        structure.sections = last.filter(|section| known.insert(&section.name.value)).cloned().collect();
        structure.sections.reverse();
        structure
    }

    /// How much a thing is wanted: `measure.deadline`.
    pub fn degree(&self, thing: &str) -> Degree {
        self.degrees.get(thing).copied().unwrap_or(Degree::Optional)
    }

    /// The weight given to a rule, if one is.
    pub fn weight(&self, rule: &str) -> Option<Weight> {
        self.levels.get(rule).copied()
    }

    fn set(&mut self, levels: &[(Text, Text)], findings: &mut Findings) {
        for (rule, word) in levels {
            let known = super::names();
            if !known.contains(&rule.value.as_str()) {
                findings.push(unknown_rule(rule, &known));
            } else if let Some(weight) = weight(&word.value) {
                self.levels.insert(rule.value.clone(), weight);
            } else {
                let message = format!("уровня «{}» нет", word.value);
                let finding = Finding::error("unknown-level", word.place, message);
                findings.push(finding.help(format!("уровни: {}", LEVELS.map(|(ru, ..)| ru).join(", "))));
            }
        }
    }
}

/// The words for levels.
const LEVELS: [(&str, &str, Weight); 4] = [
    ("ошибка", "error", Weight::At(Level::Error)),
    ("предупреждение", "warning", Weight::At(Level::Warning)),
    ("замечание", "note", Weight::At(Level::Note)),
    ("выключено", "off", Weight::Off),
];

/// The weight that a word stands for.
pub fn weight(word: &str) -> Option<Weight> {
    LEVELS.iter().find(|(ru, en, _)| *ru == word || *en == word).map(|(.., weight)| *weight)
}

/// There is no rule of this name.
fn unknown_rule(rule: &Text, known: &[&str]) -> Finding {
    let finding = Finding::error("unknown-rule", rule.place, format!("правила «{}» нет", rule.value));
    match nearest(&rule.value, known.iter().copied()) {
        Some(name) => finding.help(format!("возможно, имелось в виду «{name}»")),
        None => finding.help("имена правил печатает команда prikaz rules"),
    }
}

fn chain_of_usual(standards: &[Standard]) -> Vec<&Standard> {
    let chain = chain(USUAL, None, standards, &mut Findings::default());
    assert!(!chain.is_empty(), "the usual standard is among the standards");
    chain
}

/// The standard of this name and those it is based on, nearest first; as far as they are there.
fn chain<'s>(
    name: &str,
    place: Option<Place>,
    standards: &'s [Standard],
    findings: &mut Findings,
) -> Vec<&'s Standard> {
    let mut chain: Vec<&Standard> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = Some((name, place));
    while let Some((name, place)) = next {
        if !seen.insert(name) {
            let message = format!("стандарт «{name}» основан сам на себе");
            findings
                .push(Finding::error("standard-cycle", place, message).help("уберите «основан на» у одного из них"));
            break;
        }
        let Some(standard) = standards.iter().find(|standard| standard.name.value == name) else {
            findings.push(unknown_standard(name, place, standards));
            break;
        };
        chain.push(standard);
        next = standard.base.as_ref().map(|base| (base.value.as_str(), Some(base.place)));
    }
    chain
}

/// There is no standard of this name.
fn unknown_standard(name: &str, place: Option<Place>, standards: &[Standard]) -> Finding {
    let known: BTreeSet<&str> = standards.iter().map(|standard| standard.name.value.as_str()).collect();
    let finding = Finding::error("unknown-standard", place, format!("стандарта «{name}» нет"));
    match nearest(name, known.iter().copied()) {
        Some(near) => finding.help(format!("возможно, имелось в виду «{near}»")),
        None => finding.help(format!("есть: {}", known.into_iter().collect::<Vec<_>>().join(", "))),
    }
}
