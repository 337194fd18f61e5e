//! All texts of a program, each with its place and with what it is.

use crate::diagnostic::Place;
use crate::document::{Block, plain_text};
use crate::model::{
    Act, Appendix, AppendixContent, Content, Control, Deadline, Indicator, Item, Measure, Order, Part, PartKind,
    PassportPart, PassportRowKind, Program, Prose, Responsible, Roadmap, Text, Title, Wordings,
};

/// One text: a plain value or a paragraph of Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub role: Role,
    /// Its words without formatting.
    pub text: String,
    /// Where it was written.
    pub place: Place,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The title of a paper or its short name.
    Title,
    /// An act: its kind, title, note or whole text.
    Act,
    /// A goal.
    Goal,
    /// A task.
    Task,
    /// The name of an indicator.
    Indicator,
    /// An expected result.
    Result,
    /// Another value of an indicator: source, result, responsible party.
    Attribute,
    /// A row of the passport.
    Passport,
    /// A heading of a section, a stage or an appendix.
    Heading,
    /// A paragraph of the contents or of the order.
    Paragraph,
    /// A cell of a table in Markdown.
    Cell,
    /// A measure.
    Measure,
    /// The result of a measure.
    MeasureResult,
    /// A deadline.
    Deadline,
    /// A responsible party written out instead of linked.
    Responsible,
    /// An item of the order or a part of it.
    Item,
    /// The heading of the order.
    OrderHeading,
}

/// The texts of a program or an edition and of its order, in the order of the model.
pub(super) fn passages(program: &Program, order: Option<&Order>) -> Vec<Passage> {
    let mut all = Gatherer(Vec::new());
    all.title(&program.title);
    program.acts.iter().for_each(|act| all.act(act));
    for goal in &program.goals {
        all.text(Role::Goal, &goal.text);
        all.wordings(Role::Goal, &goal.wordings);
    }
    for task in program.all_tasks() {
        all.text(Role::Task, &task.text);
        all.wordings(Role::Task, &task.wordings);
    }
    program.indicators.iter().for_each(|indicator| all.indicator(indicator));
    for result in &program.results {
        all.text(Role::Result, &result.text);
        all.texts(Role::Result, &result.list);
        all.wordings(Role::Result, &result.wordings);
    }
    if let Some(passport) = &program.passport {
        all.texts(Role::Title, &passport.title);
        let parts = [&passport.basis, &passport.customer, &passport.developers, &passport.executors];
        let others = [&passport.mechanisms, &passport.funding, &passport.control];
        parts.into_iter().chain(others).flatten().for_each(|part| all.passport_part(part));
        for row in &passport.rows {
            all.texts(Role::Heading, &row.caption);
            if let PassportRowKind::Own(prose) = &row.kind {
                all.prose(Role::Passport, prose);
            }
        }
    }
    program.contents.iter().for_each(|content| all.content(content));
    program.roadmap.iter().for_each(|roadmap| all.roadmap(roadmap));
    for paper in &program.papers {
        all.title(&paper.title);
        paper.contents.iter().for_each(|content| all.content(content));
    }
    if let Some(order) = order {
        all.order(order);
    }
    all.0
}

struct Gatherer(Vec<Passage>);

impl Gatherer {
    fn text(&mut self, role: Role, text: &Text) {
        if !text.value.trim().is_empty() {
            self.0.push(Passage { role, text: text.value.clone(), place: text.place });
        }
    }

    fn texts<'t>(&mut self, role: Role, texts: impl IntoIterator<Item = &'t Text>) {
        texts.into_iter().for_each(|text| self.text(role, text));
    }

    fn prose(&mut self, role: Role, prose: &Prose) {
        self.blocks(role, &prose.blocks, prose.place);
    }

    fn blocks(&mut self, role: Role, blocks: &[Block], whole: Place) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let (text, place) = (plain_text(&paragraph.inlines), paragraph.place.unwrap_or(whole));
                    let role = if paragraph.style.is_heading() { Role::Heading } else { role };
                    if !text.trim().is_empty() {
                        self.0.push(Passage { role, text, place });
                    }
                }
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(role, item, whole)),
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.blocks(Role::Cell, &cell.blocks, whole));
                }
                Block::PageBreak => {}
            }
        }
    }

    fn title(&mut self, title: &Title) {
        self.text(Role::Title, &title.nominative);
        self.texts(Role::Title, title.accusative.iter().chain(&title.short));
    }

    fn wordings(&mut self, role: Role, wordings: &Wordings) {
        let Wordings { passport, section, indicators, roadmap, place: _ } = wordings;
        self.texts(role, [passport, section, indicators, roadmap].into_iter().flatten());
    }

    fn act(&mut self, act: &Act) {
        let Act { text, genitive, kind, title, note, id: _, date: _, number: _, place: _ } = act;
        self.texts(Role::Act, [text, genitive, kind, title, note].into_iter().flatten());
    }

    fn indicator(&mut self, indicator: &Indicator) {
        self.texts(Role::Indicator, &indicator.name);
        self.wordings(Role::Indicator, &indicator.wordings);
        self.texts(Role::Attribute, indicator.result.iter().chain(&indicator.source));
        self.responsible(&indicator.responsible);
        indicator.children.iter().for_each(|child| self.indicator(child));
    }

    fn responsible(&mut self, responsible: &[Responsible]) {
        for one in responsible {
            if let Responsible::Text(text) = one {
                self.text(Role::Responsible, text);
            }
        }
    }

    fn passport_part(&mut self, part: &PassportPart) {
        self.texts(Role::Passport, part.label.iter().chain(&part.text).chain(&part.list));
    }

    fn content(&mut self, content: &Content) {
        self.texts(Role::Heading, &content.heading);
        for Part { lead, kind, label: _ } in &content.parts {
            if let Some(lead) = lead {
                self.prose(Role::Paragraph, lead);
            }
            if let PartKind::Prose(prose) = kind {
                self.prose(Role::Paragraph, prose);
            }
        }
        content.sections.iter().for_each(|section| self.content(section));
    }

    fn roadmap(&mut self, roadmap: &Roadmap) {
        roadmap.title.iter().for_each(|title| self.title(title));
        roadmap.contents.iter().for_each(|content| self.content(content));
        for section in &roadmap.sections {
            self.texts(Role::Heading, section.name.iter().chain(&section.lead));
            self.wordings(Role::Heading, &section.wordings);
            for stage in &section.stages {
                self.texts(Role::Heading, &stage.name);
                self.wordings(Role::Heading, &stage.wordings);
                stage.measures.iter().for_each(|measure| self.measure(measure));
            }
        }
    }

    fn measure(&mut self, measure: &Measure) {
        self.prose(Role::Measure, &measure.text);
        self.wordings(Role::Measure, &measure.wordings);
        self.deadline(measure.deadline.as_ref());
        self.responsible(&measure.responsible);
        measure.result.iter().for_each(|result| self.prose(Role::MeasureResult, result));
        measure.children.iter().for_each(|child| self.measure(child));
    }

    fn deadline(&mut self, deadline: Option<&Deadline>) {
        self.texts(Role::Deadline, deadline.map(|deadline| &deadline.text));
    }

    fn order(&mut self, order: &Order) {
        self.texts(Role::OrderHeading, &order.heading);
        for basis in &order.basis {
            self.texts(Role::Paragraph, basis.lead.iter().chain(&basis.text));
            basis.act.iter().for_each(|act| self.act(act));
        }
        self.texts(Role::Paragraph, &order.purpose);
        order.preamble.iter().for_each(|preamble| self.prose(Role::Paragraph, preamble));
        order.items.iter().for_each(|item| self.item(item));
        match &order.control {
            Some(Control::Own { text, .. } | Control::Person { text, .. }) => self.texts(Role::Item, text),
            None => {}
        }
        order.appendices.iter().for_each(|appendix| self.appendix(appendix));
    }

    fn item(&mut self, item: &Item) {
        self.texts(Role::Item, &item.text);
        self.deadline(item.deadline.as_ref());
        item.items.iter().for_each(|item| self.item(item));
        for dash in &item.dashes {
            self.text(Role::Item, &dash.text);
            self.deadline(dash.deadline.as_ref());
        }
    }

    fn appendix(&mut self, appendix: &Appendix) {
        if let AppendixContent::Text { title, text, landscape: _ } = &appendix.content {
            self.texts(Role::Heading, title);
            self.prose(Role::Paragraph, text);
        }
        appendix.appendices.iter().for_each(|inner| self.appendix(inner));
    }
}
