//! The order.

use super::act::act;
use super::content::{gender, landscape};
use super::context::Reader;
use super::deadline::deadline;
use super::fields::Fields;
use crate::model::{
    Appendix, AppendixContent, Approval, Basis, Control, DashItem, Executor, Item, ItemKind, Link, Order, Prose,
    Signature,
};

/// The words by which the head keeps the control.
const OWN_CONTROL: [&str; 2] = ["оставляю за собой", "own"];

/// Reads the order.
pub fn order(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Order {
    reader.only_one(fields, &["preamble", "basis"]);
    reader.only_one(fields, &["preamble", "purpose"]);
    Order {
        date: fields.date(reader, "date"),
        number: fields.number(reader, "number"),
        town: fields.text(reader, "town"),
        heading: fields.text(reader, "heading"),
        basis: fields.records(reader, "basis", basis),
        purpose: fields.text(reader, "purpose"),
        preamble: fields.prose(reader, "preamble"),
        items: fields.records(reader, "items", item),
        control: fields.record(reader, "control", control),
        signature: fields.record(reader, "signature", signature),
        visas: fields.links(reader, "visas"),
        acquaint: fields.links(reader, "acquaint"),
        executor: fields.record(reader, "executor", executor),
        appendices: fields.records(reader, "appendices", appendix),
        place: fields.place,
    }
}

/// Reads what the order rests on.
fn basis(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Basis {
    reader.only_one(fields, &["act", "link", "text"]);
    Basis {
        lead: fields.text(reader, "lead"),
        act: fields.record(reader, "act", act),
        link: fields.link(reader, "link"),
        text: fields.text(reader, "text"),
        place: fields.place,
    }
}

/// Reads an item with those under it.
fn item(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Item {
    reader.only_one(fields, &["approve", "assign", "appoint", "recommend"]);
    let approvals = fields.records(reader, "approve", approval);
    let approve = (!approvals.is_empty()).then_some(ItemKind::Approve(approvals));
    let assign = fields.link(reader, "assign").map(ItemKind::Assign);
    let appoint = fields.link(reader, "appoint").map(ItemKind::Appoint);
    let recommend = fields.link(reader, "recommend").map(ItemKind::Recommend);
    let kind = approve.or(assign).or(appoint).or(recommend).unwrap_or(ItemKind::Plain);
    let text = fields.text(reader, "text");
    let verbs = ["approve", "assign", "appoint", "recommend", "text"];
    if verbs.iter().all(|key| fields.written(key).is_none()) {
        let help = "напишите «текст: …», «утвердить: …», «поручить: …», «назначить: …» или «рекомендовать: …»";
        reader.missing("у пункта приказа нет слов", fields.place, help);
    }
    Item {
        id: fields.id(reader, "id"),
        kind,
        text,
        deadline: fields.record(reader, "deadline", deadline),
        items: fields.records(reader, "items", item),
        dashes: fields.records(reader, "dashes", dash_item),
        place: fields.place,
    }
}

/// Reads the approval of a paper.
fn approval(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Approval> {
    let id = fields.id(reader, "id");
    let paper = fields.link(reader, "document");
    let text = fields.text(reader, "text");
    let short = fields.text(reader, "short");
    Some(Approval { id, paper: paper?, text, short })
}

/// Reads a dashed item.
fn dash_item(reader: &mut Reader<'_>, fields: &Fields<'_>) -> DashItem {
    DashItem { text: fields.required_text(reader, "text"), deadline: fields.record(reader, "deadline", deadline) }
}

/// Reads who watches over the order; own words alone are the whole item.
fn control(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Control> {
    let who = fields.text(reader, "who");
    let text = fields.text(reader, "text");
    match who {
        Some(who) if !OWN_CONTROL.contains(&who.value.as_str()) => {
            Some(Control::Person { person: Link { written: who.value, place: who.place }, text })
        }
        Some(who) => Some(Control::Own { text, place: who.place }),
        None => text.map(|text| Control::Own { place: text.place, text: Some(text) }),
    }
}

/// Reads who signs.
fn signature(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Signature> {
    let person = fields.link(reader, "person");
    let post = fields.text(reader, "post");
    let acting = fields.flag(reader, "acting").unwrap_or(false);
    Some(Signature { person: person?, post, acting })
}

/// Reads who prepared the order.
fn executor(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Executor> {
    let person = fields.link(reader, "person");
    let phone = fields.text(reader, "phone");
    Some(Executor { person: person?, phone })
}

/// Reads an appendix with those of its own.
fn appendix(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Appendix> {
    reader.only_one(fields, &["document", "file"]);
    // A paper of the program has a title and pages of its own.
    reader.only_one(fields, &["document", "title"]);
    reader.only_one(fields, &["document", "page"]);
    let document = fields.link(reader, "document").map(AppendixContent::Paper);
    let text = fields.markdown_file(reader, "file");
    let title = fields.text(reader, "title");
    let landscape = landscape(reader, fields);
    let id = fields.id(reader, "id");
    let mark = fields.text(reader, "mark");
    let gender = gender(reader, fields);
    let appendices = fields.records(reader, "appendices", appendix);
    if fields.written("document").is_none() && fields.written("file").is_none() {
        let help = "напишите «документ: …» или «файл: ….md»";
        reader.missing("у приложения нет ни ключа «документ», ни ключа «файл»", fields.place, help);
    }
    // An appendix whose file was not read keeps its place and its id: what names it is no second mistake.
    let text = text.or_else(|| fields.written("file").map(|slot| Prose { blocks: Vec::new(), place: slot.node.place }));
    let content = document.or_else(|| text.map(|text| AppendixContent::Text { title, text, landscape }))?;
    Some(Appendix { id, content, appendices, mark, gender, place: fields.place })
}
