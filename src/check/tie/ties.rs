//! What belongs to what: tasks, indicators, expected results, measures.

use super::super::subject::Subject;
use super::super::text::fold::{fold, words};
use super::undertaken::{Lacking, lacking};
use crate::model::{Link, Measure, RoadmapSection, Stage, Task};
use crate::resolve::NumberedIndicator;
use std::collections::{BTreeMap, BTreeSet};

/// The ties of a program: an edition has its own.
#[derive(Debug)]
pub struct Ties<'a> {
    /// All tasks.
    pub tasks: Vec<&'a Task>,
    /// All indicators, headings too.
    pub indicators: Vec<NumberedIndicator<'a>>,
    task_names: BTreeMap<String, usize>,
    task_texts: BTreeMap<String, usize>,
    indicator_names: BTreeMap<String, usize>,
}

impl<'a> Ties<'a> {
    /// The ties of the subject.
    pub fn of(subject: &Subject<'a>) -> Self {
        let tasks: Vec<_> = subject.program.all_tasks().collect();
        let indicators = subject.indicators().to_vec();
        let (mut task_names, mut task_texts, mut indicator_names) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (index, task) in tasks.iter().enumerate() {
            task_names.insert((index + 1).to_string(), index);
            let wordings = [&task.wordings.passport, &task.wordings.section, &task.wordings.roadmap];
            for text in wordings.into_iter().flatten().chain([&task.text]) {
                task_texts.insert(fold(&text.value), index);
            }
        }
        task_names.extend(
            tasks.iter().enumerate().filter_map(|(index, task)| Some((task.id.as_ref()?.value.clone(), index))),
        );
        for (index, own) in indicators.iter().enumerate() {
            indicator_names.extend(own.number.clone().map(|number| (number, index)));
            indicator_names.extend(own.indicator.id.as_ref().map(|id| (id.value.clone(), index)));
        }
        Self { tasks, indicators, task_names, task_texts, indicator_names }
    }

    /// The measures that name no task, nor stand in a section or stage of one, nor name an indicator of one.
    pub fn untied(&self, subject: &Subject<'_>) -> Lacking {
        lacking(
            subject,
            |section, stage| self.task_of_section(section).or_else(|| self.task_of_stage(stage)).is_some(),
            |measure| !measure.tasks.is_empty() || !self.tasks_of_measure(measure).is_empty(),
        )
    }

    /// The task that a link names, counted from 0.
    pub fn task(&self, link: &Link) -> Option<usize> {
        self.task_names.get(&link.written).copied()
    }

    /// The indicator that a link names.
    pub fn indicator(&self, link: &Link) -> Option<usize> {
        self.indicator_names.get(&link.written).copied()
    }

    /// Whether links name tasks that are there: of those that do not other findings tell, and what they were meant to
    /// name is not known.
    pub fn are_tasks<'l>(&self, links: impl IntoIterator<Item = &'l Link>) -> bool {
        links.into_iter().all(|link| self.task(link).is_some())
    }

    /// Whether links name indicators that are there.
    pub fn are_indicators<'l>(&self, links: impl IntoIterator<Item = &'l Link>) -> bool {
        links.into_iter().all(|link| self.indicator(link).is_some())
    }

    /// The task of an indicator, its own or that of its group.
    pub fn task_of_indicator(&self, index: usize) -> Option<usize> {
        self.indicators[index].task.and_then(|link| self.task(link))
    }

    /// The tasks that a measure names, or that its indicators measure.
    pub fn tasks_of_measure(&self, measure: &Measure) -> BTreeSet<usize> {
        let named = measure.tasks.iter().filter_map(|link| self.task(link));
        let moved = measure.indicators.iter().filter_map(|link| self.task_of_indicator(self.indicator(link)?));
        named.chain(moved).collect()
    }

    /// The task that a section of the roadmap is headed by: «Задача 2. …», or the words of the task.
    pub fn task_of_section(&self, section: &RoadmapSection) -> Option<usize> {
        let names = [&section.name, &section.wordings.roadmap, &section.wordings.section];
        names.into_iter().flatten().find_map(|name| self.headed(&name.value))
    }

    /// The task that a stage is headed by.
    pub fn task_of_stage(&self, stage: &Stage) -> Option<usize> {
        stage.name.as_ref().and_then(|name| self.headed(&name.value))
    }

    fn headed(&self, name: &str) -> Option<usize> {
        let words = words(name);
        let numbered = matches!(words.first().map(String::as_str), Some("задача")).then(|| words.get(1)).flatten();
        let numbered = numbered.and_then(|number| self.task_names.get(number));
        numbered.or_else(|| self.task_texts.get(&fold(name))).copied()
    }
}
