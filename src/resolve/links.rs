//! Whether every link and every `[[ид]]` names something.

use super::{Numbering, act, indicators, paper, party, person, task};
use crate::diagnostic::{Finding, Findings, nearest};
use crate::model::{
    Appendix, AppendixContent, Control, Id, Indicator, Item, ItemKind, Link, Measure, Program, Responsible,
};
use std::collections::BTreeSet;

/// The findings of links that name nothing.
pub fn links(program: &Program, numbering: &Numbering) -> Findings {
    let ids = numbering.ids().map(String::from).collect();
    let mut links =
        Links { program, ids, indicators: Indicators::default(), without_tasks: false, findings: Findings::default() };
    links.references(numbering);
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
    /// What `[[ид]]` can name.
    ids: BTreeSet<String>,
    /// The indicators of the program or the edition that is looked at.
    indicators: Indicators,
    /// Whether it was said that there are no tasks to refer to.
    without_tasks: bool,
    findings: Findings,
}

/// By what indicators can be named.
#[derive(Default)]
struct Indicators {
    /// Their ids and numbers in order.
    names: Vec<String>,
    sorted: BTreeSet<String>,
    numbers: Vec<String>,
}

impl Indicators {
    fn of(program: &Program) -> Self {
        let numbered = indicators(program);
        let numbers = numbered.iter().filter_map(|own| own.number.clone()).collect();
        let names = |own: super::NumberedIndicator<'_>| {
            own.indicator.id.as_ref().map(|id| id.value.clone()).into_iter().chain(own.number)
        };
        let names: Vec<String> = numbered.into_iter().flat_map(names).collect();
        Self { sorted: names.iter().cloned().collect(), names, numbers }
    }
}

impl Links<'_> {
    fn references(&mut self, numbering: &Numbering) {
        for reference in &self.program.references {
            // A program without a term is told so once, by the standard.
            if numbering.get(&reference.id).is_none() && reference.id != "срок" && !self.is_refused(&reference.id) {
                let finding = Finding::error(
                    "unknown-reference",
                    reference.place,
                    format!("ссылка [[{}]] ни на что не указывает", reference.id),
                );
                self.findings.push(match nearest(&reference.id, numbering.ids()) {
                    Some(id) => finding.help(format!("возможно, имелось в виду [[{id}]]")),
                    None => finding
                        .help("дайте пункту, разделу, мероприятию или приложению такой «ид» или исправьте ссылку"),
                });
            }
        }
    }

    fn program(&mut self, program: &Program) {
        self.indicators = Indicators::of(program);
        for row in program.roadmap.iter().flat_map(|roadmap| &roadmap.sections) {
            row.stages.iter().flat_map(|stage| &stage.measures).for_each(|measure| self.measure(program, measure));
        }
        program.indicators.iter().for_each(|indicator| self.indicator(program, indicator));
        for result in &program.results {
            result.task.iter().for_each(|link| self.task(program, link));
            result.indicator.iter().for_each(|link| self.indicator_link(link));
        }
        if let Some(passport) = &program.passport {
            passport.parts().filter_map(|part| part.party.as_ref()).for_each(|link| self.party(link));
        }
    }

    fn measure(&mut self, program: &Program, measure: &Measure) {
        measure.tasks.iter().for_each(|link| self.task(program, link));
        measure.indicators.iter().for_each(|link| self.indicator_link(link));
        measure.responsible.iter().for_each(|responsible| self.responsible(responsible));
        measure.children.iter().for_each(|child| self.measure(program, child));
    }

    fn indicator(&mut self, program: &Program, indicator: &Indicator) {
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

    fn task(&mut self, program: &Program, link: &Link) {
        if task(program, &link.written).is_some() {
            return;
        }
        if program.all_tasks().next().is_none() {
            if !std::mem::replace(&mut self.without_tasks, true) {
                let message = format!("задачи «{}» нет: в программе нет ни одной задачи", link.written);
                let finding = Finding::error("unknown-task", link.place, message);
                self.findings.push(finding.help("добавьте под целью «задачи» списком"));
            }
            return;
        }
        let same = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let same = |text: &str| same(text).trim_end_matches(['.', ';']).to_owned();
        let whole = program.all_tasks().enumerate().find(|(_, task)| same(&task.text.value) == same(&link.written));
        if let Some((index, task)) = whole {
            let message = format!("задачи с ид «{}» нет", link.written);
            let finding = Finding::error("unknown-task", link.place, message);
            self.findings.push(match &task.id {
                Some(id) => finding.help(format!("здесь пишется ид этой задачи: «{}»", id.value)),
                None => finding.help(format!("здесь пишется номер этой задачи: {}", index + 1)),
            });
            return;
        }
        let ids: Vec<&str> =
            program.all_tasks().filter_map(|task| task.id.as_ref()).map(|id| id.value.as_str()).collect();
        let help = "запишите ид или номер задачи из раздела «цели» или «задачи»";
        self.unknown("unknown-task", "задачи", link, &ids, help);
    }

    fn indicator_link(&mut self, link: &Link) {
        if !self.indicators.sorted.contains(&link.written) {
            let Indicators { names, sorted, numbers } = std::mem::take(&mut self.indicators);
            let help = match &numbers[..] {
                [first, .., last] => format!("запишите ид или номер показателя: номера идут от {first} до {last}"),
                _ => "запишите ид или номер показателя из раздела «показатели»".into(),
            };
            let known: Vec<&str> = names.iter().map(String::as_str).collect();
            self.unknown("unknown-indicator", "показателя", link, &known, &help);
            self.indicators = Indicators { names, sorted, numbers };
        }
    }

    fn person(&mut self, link: &Link) {
        let municipality = &self.program.municipality;
        if person(self.program, &link.written).is_none() && !municipality.incomplete {
            let people = &municipality.people;
            let known: Vec<&str> = people
                .iter()
                .flat_map(|person| person.id.iter().map(|id| id.value.as_str()).chain([person.name.value.as_str()]))
                .collect();
            let help = if municipality.written {
                "добавьте его в «люди» файла муниципалитет.yaml"
            } else {
                "создайте рядом муниципалитет.yaml со списком «люди»"
            };
            self.unknown("unknown-person", "человека", link, &known, help);
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
            let known: Vec<&str> =
                self.program.acts.iter().filter_map(|act| act.id.as_ref()).map(|id| id.value.as_str()).collect();
            self.unknown("unknown-act", "акта", link, &known, "дайте акту в списке «акты» такой «ид»");
        }
    }

    fn paper(&mut self, link: &Link) {
        if paper(self.program, &link.written).is_none() {
            let mut known = vec!["программа", "паспорт", "дорожная карта"];
            known.extend(self.program.papers.iter().map(|paper| paper.id.value.as_str()));
            self.unknown(
                "unknown-paper",
                "документа",
                link,
                &known,
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
        let known = parties.iter().flat_map(|party| {
            let id = party.id.iter().map(|id| id.value.as_str());
            id.chain([party.name.value.as_str()]).chain(party.short.iter().map(|short| short.value.as_str()))
        });
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
        let finding = match nearest(&link.written, known) {
            Some(name) => finding.help(format!("возможно, имелось в виду «{name}»")),
            None => finding.help("добавьте её в «стороны» файла муниципалитет.yaml или запишите как «текст: …»"),
        };
        self.findings.push(finding);
    }

    /// Whether it names a thing by an id that was refused, which was reported where the id was given.
    fn is_refused(&self, written: &str) -> bool {
        let mended = Id::mended(written);
        let program = self.program;
        let named = self.ids.contains(&mended)
            || person(program, &mended).is_some()
            || party(program, &mended).is_some()
            || act(program, &mended).is_some()
            || paper(program, &mended).is_some();
        (mended != written && named)
            || written.split_once('/').is_some_and(|(name, edition)| {
                paper(program, &format!("{name}/{}", Id::mended(edition.trim()))).is_some()
            })
    }

    fn unknown(&mut self, name: &'static str, what: &str, link: &Link, known: &[&str], help: &str) {
        if self.is_refused(&link.written) {
            return;
        }
        let finding = Finding::error(name, link.place, format!("{what} «{}» нет", link.written));
        self.findings.push(match nearest(&link.written, known.iter().copied()) {
            Some(near) => finding.help(format!("возможно, имелось в виду «{near}»")),
            None => finding.help(help),
        });
    }
}
