//! The program and its editions; an edition inherits what it does not say itself.

use super::act::act;
use super::content::{content, first_arabic, paper, title, title_page};
use super::context::Reader;
use super::fields::Fields;
use super::funding::funding;
use super::goals::{goal, result, task};
use super::indicators::{indicator, indicator_table, unprinted_results};
use super::municipality::add_abbreviations;
use super::order::order;
use super::passport::passport;
use super::roadmap::roadmap;
use super::standard::exception;
use crate::diagnostic::{Finding, Place};
use crate::limits;
use crate::model::{
    Act, Content, Directory, Exception, ExpectedResult, Funding, Gender, Goal, Indicator, IndicatorTable, Label,
    Municipality, Passport, Program, Roadmap, Task, Term, Text, Title, TitlePage,
};

/// The card: title, term, standard.
struct Card {
    title: Option<Title>,
    accusative: Option<Text>,
    short: Option<Text>,
    gender: Option<Gender>,
    term: Option<Term>,
    standard: Option<Text>,
    title_page: Option<TitlePage>,
    section_label: Option<Label>,
    place: Place,
}

/// What a program and an edition of it may both say.
struct Body {
    passport: Option<Passport>,
    acts: Vec<Act>,
    goals: Vec<Goal>,
    tasks: Vec<Task>,
    indicators: Vec<Indicator>,
    indicator_table: Option<IndicatorTable>,
    results: Vec<ExpectedResult>,
    funding: Option<Funding>,
    contents: Vec<Content>,
    roadmap: Option<Roadmap>,
}

/// Reads the program; nothing when it has no card.
pub fn program(reader: &mut Reader<'_>, fields: &Fields<'_>, mut municipality: Municipality) -> Option<Program> {
    let card = fields.record(reader, "program", card);
    let body = body(reader, fields);
    let papers = fields.records(reader, "papers", paper);
    let order = fields.record(reader, "order", order);
    add_abbreviations(&mut municipality, fields.dictionary(reader, "abbreviations"));
    let mut exceptions: Vec<Exception> = fields.records(reader, "exceptions", exception);
    if let Some(surplus) = exceptions.get(limits::EXCEPTIONS) {
        let message = format!("исключений больше {}: это и следующие не действуют", limits::EXCEPTIONS);
        let finding = Finding::error("too-many-exceptions", surplus.place, message);
        reader.report(finding.help("правило, которое не подходит муниципалитету, выключается в «проверка: уровни»"));
        exceptions.truncate(limits::EXCEPTIONS);
    }
    let references = std::mem::take(&mut reader.references);
    let base = card.map(|card| Program {
        edition: None,
        title: card.title.unwrap_or_else(|| Title {
            nominative: Text { value: String::new(), place: card.place },
            accusative: card.accusative,
            short: card.short,
            gender: card.gender,
        }),
        term: card.term,
        standard: card.standard,
        title_page: card.title_page,
        section_label: card.section_label.unwrap_or_else(first_arabic),
        passport: body.passport,
        acts: body.acts,
        goals: body.goals,
        tasks: body.tasks,
        indicators: body.indicators,
        indicator_table: body.indicator_table.unwrap_or_default(),
        results: body.results,
        funding: body.funding,
        contents: body.contents,
        roadmap: body.roadmap,
        papers,
        order,
        editions: Vec::new(),
        municipality,
        exceptions,
        references,
        place: card.place,
        directory: Directory::default(),
    });
    let mut count = 0;
    let editions = fields.records(reader, "editions", |reader, fields| {
        count += 1;
        if count == limits::EDITIONS + 1 {
            let message = format!("редакций больше {}: эта и следующие не прочитаны", limits::EDITIONS);
            let finding = Finding::error("too-many-editions", fields.place, message);
            reader.report(finding.help("оставьте редакции, которые утверждает этот приказ, остальные удалите"));
        }
        edition(reader, fields, base.as_ref().filter(|_| count <= limits::EDITIONS))
    });
    let mut program = base?;
    program.editions = editions;
    unprinted_results(reader, &program);
    Some(program)
}

/// Reads an edition over the program.
fn edition(reader: &mut Reader<'_>, fields: &Fields<'_>, base: Option<&Program>) -> Option<Program> {
    let id = fields.id(reader, "id");
    let card = fields.record(reader, "program", card);
    let body = body(reader, fields);
    let references = std::mem::take(&mut reader.references);
    let mut program = Program { edition: Some(id?), order: None, references, place: fields.place, ..base?.clone() };
    if let Some(card) = card {
        if let Some(title) = card.title {
            program.title = title;
        } else {
            inherit(&mut program.title.accusative, card.accusative.map(Some));
            inherit(&mut program.title.short, card.short.map(Some));
            inherit(&mut program.title.gender, card.gender.map(Some));
        }
        inherit(&mut program.term, card.term.map(Some));
        inherit(&mut program.standard, card.standard.map(Some));
        inherit(&mut program.title_page, card.title_page.map(Some));
        inherit(&mut program.section_label, card.section_label);
        program.place = card.place;
    }
    inherit(&mut program.passport, body.passport.map(Some));
    inherit(&mut program.acts, filled(body.acts));
    if !(body.goals.is_empty() && body.tasks.is_empty()) {
        // Goals and tasks are one plan: who says one says the other.
        (program.goals, program.tasks) = (body.goals, body.tasks);
    }
    inherit(&mut program.indicators, filled(body.indicators));
    inherit(&mut program.indicator_table, body.indicator_table);
    inherit(&mut program.results, filled(body.results));
    inherit(&mut program.funding, body.funding.map(Some));
    inherit(&mut program.contents, filled(body.contents));
    inherit(&mut program.roadmap, body.roadmap.map(Some));
    Some(program)
}

/// Takes what the edition says; what it does not say stays.
fn inherit<T>(inherited: &mut T, own: Option<T>) {
    if let Some(own) = own {
        *inherited = own;
    }
}

/// A list, if there is anything in it.
fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

fn card(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Card {
    let name = fields.text(reader, "name");
    let forms = title(reader, fields, name.clone().unwrap_or_else(|| fields.no_text()));
    Card {
        accusative: forms.accusative.clone(),
        short: forms.short.clone(),
        gender: forms.gender,
        title: name.map(|_| forms),
        term: fields.term(reader, "term"),
        standard: fields.text(reader, "standard"),
        title_page: fields.record(reader, "title-page", title_page),
        section_label: fields.label(reader, "section-label"),
        place: fields.place,
    }
}

fn body(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Body {
    Body {
        passport: fields.record(reader, "passport", passport),
        acts: fields.records(reader, "acts", act),
        goals: fields.records(reader, "goals", goal),
        tasks: fields.records(reader, "tasks", task),
        indicators: fields.records(reader, "indicators", indicator),
        indicator_table: fields.record(reader, "indicator-table", indicator_table),
        results: fields.records(reader, "results", result),
        funding: fields.record(reader, "funding", funding),
        contents: fields.records(reader, "contents", content),
        roadmap: fields.record(reader, "roadmap", roadmap),
    }
}
