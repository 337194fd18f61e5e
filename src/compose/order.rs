//! What the template of the order can say: preamble and items, as text ready to print.

use super::scope::{Forms, Scope};
use super::text::{mark_after, unclosed};
use crate::diagnostic::{Finding, Findings, Place};
use crate::model::{Act, Approval, Basis, Case, CaseForms, Control, DashItem, Item, ItemKind, Layout, Link, Text};
use crate::resolve::{self, ItemContent, NumberedAppendix, NumberedItem, PaperRef};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tera::Value;

/// A blank to be filled in by hand where the order has no date yet.
pub(super) const BLANK_DATE: &str = "«__»\u{a0}________\u{a0}20__\u{a0}г.";
/// A blank where it has no number yet.
pub(super) const BLANK_NUMBER: &str = "____";

/// The variables of the order; blanks where there is none.
#[derive(Serialize, Default)]
pub(super) struct OrderContext {
    date: String,
    number: String,
    heading: Option<String>,
    own_preamble: bool,
    basis: Vec<String>,
    purpose: Option<String>,
    items: Vec<ItemContext>,
    /// Whether anyone agrees to it before it is signed.
    visas: bool,
    /// Whether anyone is to be made acquainted with it.
    acquaint: bool,
    executor: Option<ExecutorContext>,
}

/// Who prepared the order.
#[derive(Serialize)]
struct ExecutorContext {
    /// «Климова Е.С.»
    name: String,
    phone: Option<String>,
}

/// An item of the order.
#[derive(Serialize, Default)]
struct ItemContext {
    /// «1.2.»
    number: String,
    level: usize,
    /// Which wording the template takes.
    kind: &'static str,
    text: Option<String>,
    /// The approved paper in the accusative.
    paper: Option<String>,
    short: Option<String>,
    /// «приложение № 1».
    appendix: Option<String>,
    /// A person or party in the case that the wording needs.
    whom: Option<String>,
    deadline: Option<String>,
    /// Whether lines follow under it.
    opens: bool,
    /// What closes it: «:» before lines under it, otherwise «.»; nothing where its words close it.
    closing: &'static str,
    dashes: Vec<DashContext>,
}

impl ItemContext {
    /// The item with the mark that closes it, and its words without marks of their own where another follows.
    fn closed(mut self) -> Self {
        let mark = if self.opens { ":" } else { "." };
        self.short = self.short.map(|short| unclosed(&short, ")").to_owned());
        self.deadline =
            self.deadline.map(|deadline| unclosed(&deadline, if self.opens { ")" } else { "." }).to_owned());
        let bracket = self.short.is_some() || self.appendix.is_some() || (self.opens && self.deadline.is_some());
        self.closing = mark;
        let last = [&mut self.text, &mut self.paper, &mut self.whom].into_iter().find_map(Option::as_mut);
        if let Some(last) = last {
            *last = unclosed(last, if bracket { "(" } else { mark }).to_owned();
            self.closing = if bracket { mark } else { mark_after(last, mark) };
        } else if self.kind == "text" && !bracket {
            // An item whose words are still to be written is its number alone.
            self.closing = "";
        }
        self
    }
}

#[derive(Serialize)]
struct DashContext {
    text: String,
    deadline: Option<String>,
    /// What closes the line: «;» or «.»; nothing where its words close it.
    closing: &'static str,
}

/// The variables of the order, made once for each numbering: a program may have as many papers as its order has items.
#[derive(Debug, Default)]
pub(super) struct Orders(RefCell<BTreeMap<Option<String>, Value>>);

impl Orders {
    /// Those of a scope.
    pub(super) fn of(&self, scope: &Scope<'_>, findings: &mut Findings) -> Value {
        let edition = scope.numbering.edition().map(String::from);
        let mut orders = self.0.borrow_mut();
        orders.entry(edition).or_insert_with(|| Value::from_serializable(&context(scope, findings))).clone()
    }
}

/// The variables of the order of a scope.
fn context(scope: &Scope<'_>, findings: &mut Findings) -> OrderContext {
    let Some(order) = &scope.root.order else {
        return OrderContext { date: BLANK_DATE.into(), number: BLANK_NUMBER.into(), ..OrderContext::default() };
    };
    let mut words = Words { scope, findings };
    OrderContext {
        date: order.date.as_ref().map_or(BLANK_DATE.into(), |date| date.printed(scope.root.municipality.layout.date)),
        number: order.number.as_ref().map_or(BLANK_NUMBER.into(), |number| scope.print(number)),
        heading: order.heading.as_ref().map(|heading| scope.print(heading)),
        own_preamble: order.preamble.is_some(),
        basis: order.basis.iter().map(|basis| words.basis(basis)).collect(),
        purpose: order.purpose.as_ref().map(|purpose| scope.print(purpose)),
        items: resolve::items(order).into_iter().map(|item| words.item(&item)).collect(),
        visas: !order.visas.is_empty(),
        acquaint: !order.acquaint.is_empty(),
        executor: order.executor.as_ref().map(|executor| ExecutorContext {
            name: resolve::person(scope.root, &executor.person.written)
                .map_or(executor.person.written.clone(), |person| surname_first(&scope.print(&person.name))),
            phone: executor.phone.as_ref().map(|phone| scope.print(phone)),
        }),
    }
}

/// «Приложение № 2» by the municipality's layout, with the word in the given form.
pub(super) fn appendix_name(numbered: &NumberedAppendix<'_>, layout: &Layout, word: &str) -> String {
    match (numbered.shown, layout.number_sign) {
        (false, _) => word.into(),
        (true, true) => format!("{word} №\u{a0}{}", numbered.number),
        (true, false) => format!("{word}\u{a0}{}", numbered.number),
    }
}

/// The number of an act with «№» before it, unless the sign stands within it: «исх. - №17/3».
pub(super) fn numbered(number: &str) -> String {
    if number.contains('№') { number.into() } else { format!("№\u{a0}{number}") }
}

/// An act as printed in the nominative.
pub(super) fn act(act: &Act) -> String {
    if let Some(text) = &act.text {
        return text.value.clone();
    }
    let mut printed = act.kind.as_ref().map(|kind| kind.value.clone()).unwrap_or_default();
    let mut add = |before: &str, text: Option<&str>, after: &str| {
        if let Some(text) = text {
            printed.extend([before, text, after]);
        }
    };
    add(" от ", act.date.as_ref().map(|date| date.text.as_str()), "");
    add(" ", act.number.as_ref().map(|number| numbered(&number.value)).as_deref(), "");
    let title = act.title.as_ref().map(|title| title.value.as_str());
    // A closing quotation mark is not doubled: «О программе «Развитие».
    add(" «", title, if title.is_some_and(|title| title.ends_with('»')) { "" } else { "»" });
    add(" ", act.note.as_ref().map(|note| note.value.as_str()), "");
    printed
}

struct Words<'a, 'f> {
    scope: &'a Scope<'a>,
    findings: &'f mut Findings,
}

impl Words<'_, '_> {
    fn basis(&mut self, basis: &Basis) -> String {
        let lead = basis.lead.as_ref().map(|lead| self.scope.print(lead));
        let words = match &basis.text {
            Some(text) => Some(self.scope.print(text)),
            None => self.act_of(basis),
        };
        // A comma or the end of the sentence comes next.
        unclosed(&[lead, words].into_iter().flatten().collect::<Vec<_>>().join(" "), ",").to_owned()
    }

    /// The act that an order rests on, in the genitive.
    fn act_of(&mut self, basis: &Basis) -> Option<String> {
        let linked = basis.link.as_ref().and_then(|link| resolve::act(self.scope.root, &link.written));
        let act_of_basis = basis.act.as_ref().or(linked);
        act_of_basis.map(|found| {
            if let Some(genitive) = &found.genitive {
                return self.scope.print(genitive);
            }
            self.missing(found.place, "акта", "родительном", "родительный");
            self.scope.numbering.expand(&act(found))
        })
    }

    fn item(&mut self, numbered: &NumberedItem<'_>) -> ItemContext {
        let number = format!("{}.", numbered.number);
        let base = ItemContext { number, level: numbered.level, ..ItemContext::default() };
        let item = match numbered.content {
            ItemContent::Item(item) => self.own(item, base),
            ItemContent::ApprovalHead(item) => {
                let kind = if item.text.is_some() { "text" } else { "approve-several" };
                ItemContext { kind, opens: true, ..self.own(item, base) }
            }
            ItemContent::Approval { item, alone: true, .. } if item.text.is_some() => self.own(item, base),
            ItemContent::Approval { item, approval, alone: true } => {
                let item = self.own(item, base);
                self.approval(approval, ItemContext { kind: "approve", ..item })
            }
            ItemContent::Approval { approval, .. } => {
                self.approval(approval, ItemContext { kind: "approve-one-of", ..base })
            }
            ItemContent::Control(control) => self.control(control, base),
        };
        item.closed()
    }

    /// What every item of one's own words has, and the wording of its kind.
    fn own(&mut self, item: &Item, base: ItemContext) -> ItemContext {
        let (kind, whom) = match &item.kind {
            ItemKind::Plain | ItemKind::Approve(_) => ("text", None),
            ItemKind::Assign(link) => ("assign", Some(self.person(link, Case::Dative))),
            ItemKind::Appoint(link) => ("appoint", Some(self.person(link, Case::Accusative))),
            ItemKind::Recommend(link) => ("recommend", Some(self.party(link))),
        };
        let opens = !item.items.is_empty() || !item.dashes.is_empty();
        let text = item.text.as_ref().map(|text| self.scope.print(text)).filter(|text| !text.is_empty());
        let last = item.dashes.len().saturating_sub(1);
        let dashes = item.dashes.iter().enumerate();
        let dashes = dashes.map(|(index, dash)| self.dash(dash, index == last)).collect();
        let deadline = item.deadline.as_ref().map(|deadline| self.scope.print(&deadline.text));
        ItemContext { kind, text, whom, deadline, opens, dashes, ..base }
    }

    fn dash(&self, dash: &DashItem, last: bool) -> DashContext {
        let mark = if last { "." } else { ";" };
        let deadline = dash.deadline.as_ref().map(|deadline| self.scope.print(&deadline.text));
        let deadline = deadline.map(|deadline| unclosed(&deadline, mark).to_owned());
        let next = if deadline.is_some() { "–" } else { mark };
        let text = unclosed(&self.scope.print(&dash.text), next).to_owned();
        let closing = mark_after(deadline.as_ref().unwrap_or(&text), mark);
        DashContext { text, deadline, closing }
    }

    fn approval(&mut self, approval: &Approval, base: ItemContext) -> ItemContext {
        let paper = resolve::paper(self.scope.root, &approval.paper.written);
        let forms = paper.map(Forms::of);
        let name = match (&approval.text, &forms) {
            (Some(text), _) => self.scope.print(text),
            (None, Some(Forms { accusative: Some(accusative), .. })) => self.scope.print(accusative),
            (None, Some(forms)) => {
                self.missing(forms.place, "названия", "винительном", "винительный");
                self.scope.numbering.expand(&forms.nominative)
            }
            (None, None) => approval.paper.written.clone(),
        };
        let short = approval.short.as_ref().or(forms.and_then(|forms| forms.short));
        let short = short.map(|short| self.scope.print(short));
        // Words that name the appendix themselves, «согласно Приложению [[программа]]», need no second mention.
        let mention = format!("[[{}]]", approval.paper.written);
        let mentioned = approval.text.as_ref().is_some_and(|text| text.value.contains(&mention));
        let appendix = paper.filter(|_| !mentioned).and_then(|paper| self.appendix_of(paper));
        ItemContext { paper: Some(one_line(&name)), short, appendix, ..base }
    }

    /// «приложение № 1» of an attached paper.
    fn appendix_of(&self, paper: PaperRef<'_>) -> Option<String> {
        let numbered = resolve::attached(self.scope.root, paper)?;
        Some(appendix_name(&numbered, &self.scope.root.municipality.layout, "приложение"))
    }

    fn control(&mut self, control: &Control, base: ItemContext) -> ItemContext {
        let (Control::Own { text, .. } | Control::Person { text, .. }) = control;
        let (kind, text, whom) = match (text, control) {
            (Some(text), _) => ("text", Some(self.scope.print(text)), None),
            (None, Control::Own { .. }) => ("control-own", None, None),
            (None, Control::Person { person, .. }) => {
                ("control-person", None, Some(self.person(person, Case::Accusative)))
            }
        };
        ItemContext { kind, text, whom, ..base }
    }

    /// Post and name of a person in a case: «директору школы Зариповой Э.Й.».
    fn person(&mut self, link: &Link, case: Case) -> String {
        let Some(person) = resolve::person(self.scope.root, &link.written) else { return link.written.clone() };
        let post = person.post.as_ref().map(|post| self.form(&post.name, &post.cases, case, "должности"));
        let name = self.form(&person.name, &person.cases, case, "имени");
        [post, Some(name)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A party in the dative; words that name no party are printed as written.
    fn party(&mut self, link: &Link) -> String {
        match resolve::party(self.scope.root, &link.written) {
            Some(party) => self.form(&party.name, &party.cases, Case::Dative, "наименования"),
            None => self.scope.numbering.expand(&link.written),
        }
    }

    fn form(&mut self, name: &Text, cases: &CaseForms, case: Case, what: &str) -> String {
        if let Some(form) = cases.get(case) {
            return self.scope.print(form);
        }
        let (named, key) = match case {
            Case::Genitive => ("родительном", "родительный"),
            Case::Dative => ("дательном", "дательный"),
            Case::Accusative => ("винительном", "винительный"),
            Case::Instrumental => ("творительном", "творительный"),
        };
        self.missing(name.place, what, named, key);
        self.scope.print(name)
    }

    fn missing(&mut self, place: Place, what: &str, case: &str, key: &str) {
        self.findings.push(missing_case_form(place, what, case, key, "приказу"));
    }
}

/// A form that somebody needs («приказу», «подписи «И.о.»») and nobody gave; the nominative is printed.
pub(super) fn missing_case_form(place: Place, what: &str, case: &str, key: &str, needs: &str) -> Finding {
    Finding::warning("missing-case-form", place, format!("нет {what} в {case} падеже, а {needs} он нужен"))
        .help(format!("добавьте «{key}: …»; пока напечатан именительный падеж"))
}

/// «Климова Е.С.» for «Е.С. Климова»; a name that does not begin with initials stays as it is.
fn surname_first(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let initials = words.iter().take_while(|word| word.ends_with('.')).count();
    match words.split_at(initials) {
        (initials, surname) if !initials.is_empty() && !surname.is_empty() => {
            format!("{}\u{a0}{}", surname.join(" "), initials.join("\u{a0}"))
        }
        _ => name.into(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::surname_first;

    #[test]
    fn initials_go_behind_the_surname_and_other_names_stay() {
        assert_eq!(surname_first("Е.С. Климова"), "Климова\u{a0}Е.С.");
        assert_eq!(surname_first("Л. Ю. Живцова"), "Живцова\u{a0}Л.\u{a0}Ю.");
        assert_eq!(surname_first("Климова Елена Сергеевна"), "Климова Елена Сергеевна");
        assert_eq!(surname_first("Е.С."), "Е.С.");
    }
}
