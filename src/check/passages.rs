//! All texts of a program, each with its place and with what it is.

use super::text::lexicon::Lexicon;
use super::text::tokens::Tokens;
use crate::diagnostic::Place;
use crate::document::{Block, Inline, plain_text};
use crate::model::{
    Act, Appendix, AppendixContent, Content, Control, Deadline, Indicator, Item, Measure, Order, Part, PartKind,
    Passport, PassportRowKind, Program, Prose, Responsible, Roadmap, Text, Title, Wordings,
};
use std::borrow::Cow;

/// One text: a plain value or a paragraph of Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// What it is.
    pub role: Role,
    /// Its text without formatting.
    pub text: Cow<'a, str>,
    /// Its words.
    pub words: Tokens,
    /// Where it was written.
    pub place: Place,
    /// The paper that it stands in.
    pub sheet: Sheet,
    /// Whether the sentence goes on in another text: the next item of its list, what it leads, words of a template.
    pub goes_on: bool,
}

/// The paper that a text stands in; what several papers print belongs to the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// The program with its passport.
    Program,
    /// The roadmap.
    Roadmap,
    /// A paper of the municipality's own, by its index.
    Own(usize),
    /// The order.
    Order,
    /// An appendix of the order with a text of its own, by its place.
    Appendix(Place),
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
pub(super) fn passages<'a>(program: &'a Program, order: Option<&'a Order>, lexicon: &'a Lexicon) -> Vec<Passage<'a>> {
    let mut all = Gatherer { passages: Vec::new(), sheet: Sheet::Program, lexicon };
    all.title(&program.title);
    for (act, more) in with_more(&program.acts) {
        all.act(act, more);
    }
    for goal in &program.goals {
        all.text(Role::Goal, &goal.text, false);
        all.wordings(Role::Goal, &goal.wordings, true);
    }
    let tasks: Vec<_> = program.all_tasks().collect();
    for (task, more) in with_more(&tasks) {
        all.text(Role::Task, &task.text, more);
        all.wordings(Role::Task, &task.wordings, more);
    }
    program.indicators.iter().for_each(|indicator| all.indicator(indicator));
    for (result, more) in with_more(&program.results) {
        all.text(Role::Result, &result.text, more || !result.list.is_empty());
        all.series(Role::Result, &result.list, more);
        all.wordings(Role::Result, &result.wordings, more);
    }
    if let Some(passport) = &program.passport {
        all.passport(passport);
    }
    program.contents.iter().for_each(|content| all.content(content));
    if let Some(roadmap) = &program.roadmap {
        all.sheet = Sheet::Roadmap;
        all.roadmap(roadmap);
    }
    for (index, paper) in program.papers.iter().enumerate() {
        all.sheet = Sheet::Own(index);
        all.title(&paper.title);
        paper.contents.iter().for_each(|content| all.content(content));
    }
    if let Some(order) = order {
        all.sheet = Sheet::Order;
        all.order(order);
    }
    all.passages
}

/// Each item with whether another follows.
fn with_more<T>(items: &[T]) -> impl Iterator<Item = (&T, bool)> {
    items.iter().enumerate().map(|(index, item)| (item, index + 1 < items.len()))
}

struct Gatherer<'a> {
    passages: Vec<Passage<'a>>,
    sheet: Sheet,
    lexicon: &'a Lexicon,
}

impl<'a> Gatherer<'a> {
    fn push(&mut self, role: Role, text: Cow<'a, str>, place: Place, goes_on: bool) {
        if !text.trim().is_empty() {
            let words = Tokens::of(&text, self.lexicon);
            self.passages.push(Passage { role, text, words, place, sheet: self.sheet, goes_on });
        }
    }

    fn text(&mut self, role: Role, text: &'a Text, goes_on: bool) {
        self.push(role, Cow::Borrowed(&text.value), text.place, goes_on);
    }

    /// Texts that end on their own.
    fn texts(&mut self, role: Role, texts: impl IntoIterator<Item = &'a Text>) {
        texts.into_iter().for_each(|text| self.text(role, text, false));
    }

    /// Texts that other words go on after.
    fn fragments(&mut self, role: Role, texts: impl IntoIterator<Item = &'a Text>) {
        texts.into_iter().for_each(|text| self.text(role, text, true));
    }

    /// The items of a list; `more` when something follows the last.
    fn series(&mut self, role: Role, texts: &'a [Text], more: bool) {
        for (text, next) in with_more(texts) {
            self.text(role, text, next || more);
        }
    }

    fn prose(&mut self, role: Role, prose: &'a Prose, more: bool) {
        self.blocks(role, &prose.blocks, prose.place, more);
    }

    fn blocks(&mut self, role: Role, blocks: &'a [Block], whole: Place, more: bool) {
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            match block {
                Block::Paragraph(paragraph) => {
                    let (text, place) = (plain_text(&paragraph.inlines), paragraph.place.unwrap_or(whole));
                    let role = if paragraph.style.is_heading() { Role::Heading } else { role };
                    let goes_on = match next {
                        Some(Block::List(_) | Block::Table(_)) => true,
                        Some(Block::Paragraph(_) | Block::PageBreak) => text.trim_end().ends_with(':'),
                        None => more,
                    };
                    self.push(role, text, place, goes_on);
                    for inline in &paragraph.inlines {
                        if let Inline::Footnote(blocks) = inline {
                            self.blocks(role, blocks, whole, false);
                        }
                    }
                }
                Block::List(list) => {
                    for (item, next_item) in with_more(&list.items) {
                        self.blocks(role, item, whole, next_item || (next.is_none() && more));
                    }
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.blocks(Role::Cell, &cell.blocks, whole, true));
                }
                Block::PageBreak => {}
            }
        }
    }

    fn title(&mut self, title: &'a Title) {
        self.text(Role::Title, &title.nominative, false);
        self.texts(Role::Title, title.accusative.iter().chain(&title.short));
    }

    fn wordings(&mut self, role: Role, wordings: &'a Wordings, more: bool) {
        let Wordings { passport, section, indicators, roadmap, place: _ } = wordings;
        for text in [passport, section, indicators, roadmap].into_iter().flatten() {
            self.text(role, text, more);
        }
    }

    fn act(&mut self, act: &'a Act, more: bool) {
        let Act { text, genitive, kind, title, note, id: _, date: _, number: _, place: _ } = act;
        if let Some(text) = text {
            self.text(Role::Act, text, more);
        }
        self.fragments(Role::Act, [genitive, kind, title, note].into_iter().flatten());
    }

    fn indicator(&mut self, indicator: &'a Indicator) {
        if let Some(name) = &indicator.name {
            self.text(Role::Indicator, name, !indicator.children.is_empty());
        }
        self.wordings(Role::Indicator, &indicator.wordings, true);
        self.texts(Role::Attribute, indicator.result.iter().chain(&indicator.source));
        self.responsible(&indicator.responsible);
        indicator.children.iter().for_each(|child| self.indicator(child));
    }

    fn responsible(&mut self, responsible: &'a [Responsible]) {
        for one in responsible {
            if let Responsible::Text(text) = one {
                self.text(Role::Responsible, text, false);
            }
        }
    }

    fn passport(&mut self, passport: &'a Passport) {
        self.texts(Role::Title, &passport.title);
        let parts = [&passport.basis, &passport.customer, &passport.developers, &passport.executors];
        let others = [&passport.mechanisms, &passport.funding, &passport.control];
        for parts in parts.into_iter().chain(others) {
            for (part, more) in with_more(parts) {
                self.fragments(Role::Passport, &part.label);
                if let Some(text) = &part.text {
                    self.text(Role::Passport, text, more || !part.list.is_empty());
                }
                self.series(Role::Passport, &part.list, more);
            }
        }
        for row in &passport.rows {
            self.texts(Role::Heading, &row.caption);
            if let PassportRowKind::Own(prose) = &row.kind {
                self.prose(Role::Passport, prose, false);
            }
        }
    }

    fn content(&mut self, content: &'a Content) {
        let leads = !content.parts.is_empty();
        if let Some(heading) = &content.heading {
            self.text(Role::Heading, heading, leads);
        }
        for (Part { lead, kind, label: _ }, more) in with_more(&content.parts) {
            if let Some(lead) = lead {
                self.prose(Role::Paragraph, lead, true);
            }
            if let PartKind::Prose(prose) = kind {
                self.prose(Role::Paragraph, prose, more);
            }
        }
        content.sections.iter().for_each(|section| self.content(section));
    }

    fn roadmap(&mut self, roadmap: &'a Roadmap) {
        roadmap.title.iter().for_each(|title| self.title(title));
        self.texts(Role::Heading, roadmap.captions.iter().map(|(_, caption)| caption));
        roadmap.contents.iter().for_each(|content| self.content(content));
        for section in &roadmap.sections {
            self.texts(Role::Heading, &section.name);
            self.fragments(Role::Heading, &section.lead);
            self.wordings(Role::Heading, &section.wordings, true);
            for stage in &section.stages {
                self.texts(Role::Heading, &stage.name);
                self.wordings(Role::Heading, &stage.wordings, true);
                stage.measures.iter().for_each(|measure| self.measure(measure));
            }
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        self.prose(Role::Measure, &measure.text, !measure.children.is_empty());
        self.wordings(Role::Measure, &measure.wordings, true);
        self.deadline(measure.deadline.as_ref());
        self.responsible(&measure.responsible);
        measure.result.iter().for_each(|result| self.prose(Role::MeasureResult, result, false));
        measure.children.iter().for_each(|child| self.measure(child));
    }

    fn deadline(&mut self, deadline: Option<&'a Deadline>) {
        self.texts(Role::Deadline, deadline.map(|deadline| &deadline.text));
    }

    fn order(&mut self, order: &'a Order) {
        self.texts(Role::OrderHeading, &order.heading);
        for basis in &order.basis {
            self.fragments(Role::Paragraph, basis.lead.iter().chain(&basis.text));
            basis.act.iter().for_each(|act| self.act(act, true));
        }
        self.fragments(Role::Paragraph, &order.purpose);
        order.preamble.iter().for_each(|preamble| self.prose(Role::Paragraph, preamble, true));
        order.items.iter().for_each(|item| self.item(item));
        match &order.control {
            Some(Control::Own { text, .. } | Control::Person { text, .. }) => self.texts(Role::Item, text),
            None => {}
        }
        order.appendices.iter().for_each(|appendix| self.appendix(appendix));
    }

    fn item(&mut self, item: &'a Item) {
        let leads = !item.items.is_empty() || !item.dashes.is_empty();
        if let Some(text) = &item.text {
            self.text(Role::Item, text, leads);
        }
        self.deadline(item.deadline.as_ref());
        item.items.iter().for_each(|item| self.item(item));
        for (dash, more) in with_more(&item.dashes) {
            self.text(Role::Item, &dash.text, more);
            self.deadline(dash.deadline.as_ref());
        }
    }

    fn appendix(&mut self, appendix: &'a Appendix) {
        if let AppendixContent::Text { title, text, landscape: _ } = &appendix.content {
            self.sheet = Sheet::Appendix(appendix.place);
            self.texts(Role::Heading, title);
            self.prose(Role::Paragraph, text, false);
        }
        appendix.appendices.iter().for_each(|inner| self.appendix(inner));
    }
}
