//! The line of date, town and number, and the signature.

use crate::compose::order::{BLANK_DATE, BLANK_NUMBER, missing_case_form, numbered};
use crate::compose::scope::Scope;
use crate::compose::text::capital;
use crate::diagnostic::Findings;
use crate::document::{Block, Inline, Paragraph, Style};
use crate::model::{Link, Order, Person, Signature};
use crate::resolve;

/// Date to the left, town in the middle, number to the right.
pub(in crate::compose) fn requisites(order: &Order, scope: &Scope<'_>) -> Block {
    let (date, number, town) = dated(order, scope);
    let mut inlines = vec![Inline::text(date), Inline::Tab];
    inlines.extend(town.map(Inline::text));
    inlines.extend([Inline::Tab, Inline::text(numbered(&number))]);
    Paragraph::new(Style::Requisites, inlines).into()
}

/// Date, number and town of an order as printed; blanks where there is none yet.
pub(super) fn dated(order: &Order, scope: &Scope<'_>) -> (String, String, Option<String>) {
    let form = scope.root.municipality.layout.date;
    let date = order.date.as_ref().map_or(BLANK_DATE.into(), |date| date.printed(form));
    let number = order.number.as_ref().map_or(BLANK_NUMBER.into(), |number| scope.print(number));
    let town = order.town.as_ref().or(scope.root.municipality.town.as_ref());
    (date, number, town.map(|town| scope.print(town)))
}

/// Post to the left, name to the right.
pub(in crate::compose) fn signature(signature: &Signature, scope: &Scope<'_>, findings: &mut Findings) -> Block {
    let person = resolve::person(scope.root, &signature.person.written);
    let post = match &signature.post {
        Some(post) => Some(scope.print(post)),
        None => person.and_then(|person| post(person, signature, scope, findings)),
    };
    let name = name(&signature.person, scope);
    let post = Inline::text(capital(&post.unwrap_or_default()));
    Paragraph::new(Style::Signature, vec![post, Inline::Tab, Inline::text(name)]).into()
}

/// A blank for the hand of who signs.
const BLANK_SIGNATURE: &str = "___________";
/// The same where nothing stands to the left of it.
const LONG_BLANK_SIGNATURE: &str = "__________________________";
/// A blank for the day, shorter than that of the order.
const BLANK_DAY: &str = "«__»\u{a0}______\u{a0}20__\u{a0}г.";

/// Who agrees: post to the left, blanks for signature and date, name to the right.
pub(in crate::compose) fn visa(link: &Link, scope: &Scope<'_>) -> Block {
    let post = resolve::person(scope.root, &link.written).and_then(|person| person.post.as_ref());
    let post = capital(&post.map(|post| scope.print(&post.name)).unwrap_or_default());
    visa_line([post, format!("{BLANK_SIGNATURE} {BLANK_DAY}"), name(link, scope)])
}

/// Who is made acquainted: blanks for signature and date, name to the right.
pub(in crate::compose) fn acquaintance(link: &Link, scope: &Scope<'_>) -> Block {
    visa_line([LONG_BLANK_SIGNATURE.into(), BLANK_DAY.into(), name(link, scope)])
}

fn visa_line([left, middle, right]: [String; 3]) -> Block {
    let inlines = vec![Inline::text(left), Inline::Tab, Inline::text(middle), Inline::Tab, Inline::text(right)];
    Paragraph::new(Style::Visa, inlines).into()
}

/// The name as in a signature; what names no one is printed as written.
fn name(link: &Link, scope: &Scope<'_>) -> String {
    let person = resolve::person(scope.root, &link.written);
    person.map_or(link.written.clone(), |person| scope.print(&person.name))
}

/// The post as it stands in a signature: «И.о. председателя комитета» when the person acts for its holder.
fn post(person: &Person, signature: &Signature, scope: &Scope<'_>, findings: &mut Findings) -> Option<String> {
    let post = person.post.as_ref()?;
    if !signature.acting {
        return Some(scope.print(&post.name));
    }
    if post.cases.genitive.is_none() {
        let place = post.name.place;
        findings.push(missing_case_form(place, "должности", "родительном", "родительный", "подписи «И.о.»"));
    }
    Some(format!("И.о. {}", scope.print(post.cases.genitive.as_ref().unwrap_or(&post.name))))
}
