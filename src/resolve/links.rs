//! Whether every link and every `[[ид]]` names something.

use super::{NumberedIndicator, Numbering, act, indicators, paper, party, person, task};
use crate::diagnostic::{Finding, Findings, Known};
use crate::model::{
    Appendix, AppendixContent, Control, Id, Indicator, Item, ItemKind, Link, Measure, Party, Person, Program,
    Responsible, Task,
};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of links that name nothing.
pub fn links(program: &Program, numbering: &Numbering) -> Findings {
    let mut links =
        Links { program, numbering, known: Lists::default(), own: Own::default(), findings: Findings::default() };
    links.references();
    links.program(program);
    for edition in &program.editions {
        links.program(edition);
    }
    if let Some(order) = &program.order {
        for basis in &order.basis {
            basis.link.iter().for_each(|link| links.act(link));
        }
        order.items.iter().for_each(|item| links.item(item));
        match &order.control {
            Some(Control::Person { person, .. }) => links.control(person),
            Some(Control::Own { .. }) | None => {}
        }
        order.signature.iter().for_each(|signature| links.person(&signature.person));
        order.visas.iter().chain(&order.acquaint).for_each(|link| links.person(link));
        order.executor.iter().for_each(|executor| links.person(&executor.person));
        order.appendices.iter().for_each(|appendix| links.appendix(appendix));
    }
    program.municipality.parties.iter().filter_map(|party| party.head.as_ref()).for_each(|head| links.person(head));
    links.findings
}

struct Links<'a> {
    program: &'a Program,
    numbering: &'a Numbering,
    known: Lists<'a>,
    /// The names of the program or the edition that is looked at.
    own: Own<'a>,
    findings: Findings,
}

/// The names of the whole program of which one may be meant; made when first needed.
#[derive(Default)]
struct Lists<'a> {
    ids: OnceCell<Known<&'a str>>,
    people: OnceCell<Known<&'a str>>,
    parties: OnceCell<Known<&'a str>>,
    acts: OnceCell<Known<&'a str>>,
    papers: OnceCell<Known<&'a str>>,
}

/// What a program or an edition has of its own.
#[derive(Default)]
struct Own<'a> {
    /// By what indicators can be named.
    indicators: BTreeSet<String>,
    /// The numbers of the first and the last indicator, if there are several.
    numbers: Option<(String, String)>,
    known_indicators: OnceCell<Known<String>>,
    known_tasks: OnceCell<Known<&'a str>>,
    /// The tasks by their words, each with its index; made when first needed.
    tasks: OnceCell<BTreeMap<String, (usize, &'a Task)>>,
    /// Whether it was said that there are no tasks to refer to.
    without_tasks: bool,
}

impl Own<'_> {
    fn of(program: &Program, without_tasks: bool) -> Self {
        let numbered = indicators(program);
        let mut numbers = numbered.iter().filter_map(|own| own.number.clone());
        let numbers = numbers.next().and_then(|first| Some((first, numbers.next_back()?)));
        Self { indicators: names(numbered).collect(), numbers, without_tasks, ..Self::default() }
    }
}

/// The ids and numbers of the indicators in order.
fn names(numbered: Vec<NumberedIndicator<'_>>) -> impl Iterator<Item = String> {
    numbered
        .into_iter()
        .flat_map(|own| own.indicator.id.as_ref().map(|id| id.value.clone()).into_iter().chain(own.number))
}

impl<'a> Links<'a> {
    fn references(&mut self) {
        for reference in &self.program.references {
            // A program without a term is told so once, by the standard.
            if self.numbering.get(&reference.id).is_none() && reference.id != "срок" && !self.is_refused(&reference.id)
            {
                let finding = Finding::error(
                    "unknown-reference",
                    reference.place,
                    format!("ссылка [[{}]] ни на что не указывает", reference.id),
                );
                let known = self.known.ids.get_or_init(|| Known::of(self.numbering.ids()));
                self.findings.push(match known.nearest(&reference.id) {
                    Some(id) => finding.help(format!("возможно, имелось в виду [[{id}]]")),
                    None => finding
                        .help("дайте пункту, разделу, мероприятию или приложению такой «ид» или исправьте ссылку"),
                });
            }
        }
    }

    fn program(&mut self, program: &'a Program) {
        self.own = Own::of(program, self.own.without_tasks);
        for row in program.roadmap.iter().flat_map(|roadmap| &roadmap.sections) {
            row.stages.iter().flat_map(|stage| &stage.measures).for_each(|measure| self.measure(program, measure));
        }
        program.indicators.iter().for_each(|indicator| self.indicator(program, indicator));
        for result in &program.results {
            result.task.iter().for_each(|link| self.task(program, link));
            result.indicator.iter().for_each(|link| self.indicator_link(program, link));
        }
        if let Some(passport) = &program.passport {
            passport.parts().filter_map(|part| part.party.as_ref()).for_each(|link| self.party(link));
        }
    }

    fn measure(&mut self, program: &'a Program, measure: &Measure) {
        measure.tasks.iter().for_each(|link| self.task(program, link));
        measure.indicators.iter().for_each(|link| self.indicator_link(program, link));
        measure.responsible.iter().for_each(|responsible| self.responsible(responsible));
        measure.children.iter().for_each(|child| self.measure(program, child));
    }

    fn indicator(&mut self, program: &'a Program, indicator: &Indicator) {
        indicator.task.iter().for_each(|link| self.task(program, link));
        indicator.responsible.iter().for_each(|responsible| self.responsible(responsible));
        indicator.children.iter().for_each(|child| self.indicator(program, child));
    }

    fn item(&mut self, item: &Item) {
        match &item.kind {
            ItemKind::Plain => {}
            // Whom the order cannot command is often written out; one word is meant as an id or a name.
            ItemKind::Recommend(link) if link.written.contains(char::is_whitespace) => {}
            ItemKind::Recommend(link) => self.party(link),
            ItemKind::Approve(approvals) => approvals.iter().for_each(|approval| self.paper(&approval.paper)),
            ItemKind::Assign(link) | ItemKind::Appoint(link) => self.person(link),
        }
        item.items.iter().for_each(|child| self.item(child));
    }

    fn appendix(&mut self, appendix: &Appendix) {
        if let AppendixContent::Paper(link) = &appendix.content {
            self.paper(link);
        }
        appendix.appendices.iter().for_each(|child| self.appendix(child));
    }

    fn responsible(&mut self, responsible: &Responsible) {
        match responsible {
            Responsible::Party(link) => self.party(link),
            Responsible::Person(link) => self.person(link),
            Responsible::Text(_) => {}
        }
    }

    fn task(&mut self, program: &'a Program, link: &Link) {
        if task(program, &link.written).is_some() {
            return;
        }
        if program.all_tasks().next().is_none() {
            if !std::mem::replace(&mut self.own.without_tasks, true) {
                let message = format!("задачи «{}» нет: в программе нет ни одной задачи", link.written);
                let finding = Finding::error("unknown-task", link.place, message);
                self.findings.push(finding.help("добавьте под целью «задачи» списком"));
            }
            return;
        }
        let whole = self.own.tasks.get_or_init(|| {
            let tasks = program.all_tasks().enumerate();
            // Of the tasks of the same words the first.
            tasks.collect::<Vec<_>>().into_iter().rev().map(|own| (plain(&own.1.text.value), own)).collect()
        });
        let whole = whole.get(&plain(&link.written)).copied();
        if let Some((index, task)) = whole {
            let message = format!("задачи с ид «{}» нет", link.written);
            let finding = Finding::error("unknown-task", link.place, message);
            self.findings.push(match &task.id {
                Some(id) => finding.help(format!("здесь пишется ид этой задачи: «{}»", id.value)),
                None => finding.help(format!("здесь пишется номер этой задачи: {}", index + 1)),
            });
            return;
        }
        let ids = program.all_tasks().filter_map(|task| task.id.as_ref()).map(|id| id.value.as_str());
        let near =
            self.own.known_tasks.get_or_init(|| Known::of(ids)).nearest(&link.written).map(|id| (*id).to_owned());
        let help = "запишите ид или номер задачи из раздела «цели» или «задачи»";
        self.unknown("unknown-task", "задачи", link, near, help);
    }

    fn indicator_link(&mut self, program: &Program, link: &Link) {
        if !self.own.indicators.contains(&link.written) {
            let help = match &self.own.numbers {
                Some((first, last)) => {
                    format!("запишите ид или номер показателя: номера идут от {first} до {last}")
                }
                None => "запишите ид или номер показателя из раздела «показатели»".into(),
            };
            let known = self.own.known_indicators.get_or_init(|| Known::of(names(indicators(program))));
            let near = known.nearest(&link.written).cloned();
            self.unknown("unknown-indicator", "показателя", link, near, &help);
        }
    }

    fn person(&mut self, link: &Link) {
        let municipality = &self.program.municipality;
        if person(self.program, &link.written).is_none() && !municipality.incomplete {
            let names =
                |person: &'a Person| person.id.iter().map(|id| id.value.as_str()).chain([person.name.value.as_str()]);
            let known = self.known.people.get_or_init(|| Known::of(municipality.people.iter().flat_map(names)));
            let near = known.nearest(&link.written).map(|name| (*name).to_owned());
            let help = if municipality.written {
                "добавьте его в «люди» файла муниципалитет.yaml"
            } else {
                "создайте рядом муниципалитет.yaml со списком «люди»"
            };
            self.unknown("unknown-person", "человека", link, near, help);
        }
    }

    /// A sentence where a person is to be named is no slip of a name.
    fn control(&mut self, link: &Link) {
        if link.written.split_whitespace().count() < 3 || person(self.program, &link.written).is_some() {
            self.person(link);
            return;
        }
        let finding = Finding::error("unclear-control", link.place, format!("контроль «{}» не понят", link.written));
        self.findings.push(finding.help("запишите «оставляю за собой», ид лица или «текст: …»"));
    }

    fn act(&mut self, link: &Link) {
        if act(self.program, &link.written).is_none() {
            let ids = self.program.acts.iter().filter_map(|act| act.id.as_ref()).map(|id| id.value.as_str());
            let near = self.known.acts.get_or_init(|| Known::of(ids)).nearest(&link.written);
            let near = near.map(|id| (*id).to_owned());
            self.unknown("unknown-act", "акта", link, near, "дайте акту в списке «акты» такой «ид»");
        }
    }

    fn paper(&mut self, link: &Link) {
        if paper(self.program, &link.written).is_none() {
            let own = self.program.papers.iter().map(|paper| paper.id.value.as_str());
            let all = ["программа", "паспорт", "дорожная карта"].into_iter().chain(own);
            let near = self.known.papers.get_or_init(|| Known::of(all)).nearest(&link.written);
            let near = near.map(|id| (*id).to_owned());
            self.unknown(
                "unknown-paper",
                "документа",
                link,
                near,
                "запишите «программа», «паспорт», «дорожная карта» или ид из списка «документы»",
            );
        }
    }

    /// Parties may be written freely until the municipality keeps a list of them; then a stranger is probably a slip.
    fn party(&mut self, link: &Link) {
        let parties = &self.program.municipality.parties;
        let silent = parties.is_empty() || self.program.municipality.incomplete;
        if silent || party(self.program, &link.written).is_some() || self.is_refused(&link.written) {
            return;
        }
        let finding = Finding::warning(
            "unknown-party",
            link.place,
            format!("стороны «{}» нет в списке сторон и школ", link.written),
        );
        let several: Vec<&str> = link.written.split([',', ';']).map(str::trim).collect();
        if several.len() > 1 && several.iter().all(|own| party(self.program, own).is_some()) {
            self.findings.push(finding.help(format!("запишите списком: [{}]", several.join(", "))));
            return;
        }
        let names = |party: &'a Party| {
            let id = party.id.iter().map(|id| id.value.as_str());
            id.chain([party.name.value.as_str()]).chain(party.short.iter().map(|short| short.value.as_str()))
        };
        let known = self.known.parties.get_or_init(|| Known::of(parties.iter().flat_map(names)));
        let finding = match known.nearest(&link.written) {
            Some(name) => finding.help(format!("возможно, имелось в виду «{name}»")),
            None => finding.help("добавьте её в «стороны» файла муниципалитет.yaml или запишите как «текст: …»"),
        };
        self.findings.push(finding);
    }

    /// Whether it names a thing by an id that was refused, which was reported where the id was given.
    fn is_refused(&self, written: &str) -> bool {
        let mended = Id::mended(written);
        let program = self.program;
        let named = self.numbering.get(&mended).is_some()
            || person(program, &mended).is_some()
            || party(program, &mended).is_some()
            || act(program, &mended).is_some()
            || paper(program, &mended).is_some();
        (mended != written && named)
            || written.split_once('/').is_some_and(|(name, edition)| {
                paper(program, &format!("{name}/{}", Id::mended(edition.trim()))).is_some()
            })
    }

    fn unknown(&mut self, name: &'static str, what: &str, link: &Link, near: Option<String>, help: &str) {
        if self.is_refused(&link.written) {
            return;
        }
        let finding = Finding::error(name, link.place, format!("{what} «{}» нет", link.written));
        self.findings.push(match near {
            Some(near) => finding.help(format!("возможно, имелось в виду «{near}»")),
            None => finding.help(help),
        });
    }
}

/// The words of a task as they are compared.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.trim_end_matches(['.', ';']).to_owned()
}
