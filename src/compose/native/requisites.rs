//! The line of date, town and number, and the signature.

use crate::compose::order::{BLANK_DATE, BLANK_NUMBER};
use crate::compose::scope::Scope;
use crate::compose::text::capital;
use crate::diagnostic::{Finding, Findings};
use crate::document::{Block, Inline, Paragraph, Style};
use crate::model::{Order, Person, Signature};
use crate::resolve;

/// Date to the left, town in the middle, number to the right.
pub(in crate::compose) fn requisites(order: &Order, scope: &Scope<'_>) -> Block {
    let date = order.date.as_ref().map_or(BLANK_DATE.into(), |date| date.printed(scope.root.municipality.layout.date));
    let number = order.number.as_ref().map_or(BLANK_NUMBER.into(), |number| scope.print(number));
    let town = order.town.as_ref().or(scope.root.municipality.town.as_ref());
    let mut inlines = vec![Inline::text(date), Inline::Tab];
    inlines.extend(town.map(|town| Inline::text(scope.print(town))));
    inlines.extend([Inline::Tab, Inline::text(format!("№\u{a0}{number}"))]);
    Paragraph::new(Style::Requisites, inlines).into()
}

/// Post to the left, name to the right.
pub(in crate::compose) fn signature(signature: &Signature, scope: &Scope<'_>, findings: &mut Findings) -> Block {
    let person = resolve::person(scope.root, &signature.person.written);
    let post = match &signature.post {
        Some(post) => Some(scope.print(post)),
        None => person.and_then(|person| post(person, signature, scope, findings)),
    };
    let name = person.map_or(signature.person.written.clone(), |person| scope.print(&person.name));
    let post = Inline::text(capital(&post.unwrap_or_default()));
    Paragraph::new(Style::Signature, vec![post, Inline::Tab, Inline::text(name)]).into()
}

/// The post as it stands in a signature: «И.о. председателя комитета» when the person acts for its holder.
fn post(person: &Person, signature: &Signature, scope: &Scope<'_>, findings: &mut Findings) -> Option<String> {
    let post = person.post.as_ref()?;
    if !signature.acting {
        return Some(scope.print(&post.name));
    }
    if post.cases.genitive.is_none() {
        findings.push(
            Finding::warning(
                "missing-case-form",
                post.name.place,
                "нет должности в родительном падеже, а подписи «И.о.» он нужен",
            )
            .help("добавьте «родительный: …»; пока напечатан именительный падеж"),
        );
    }
    Some(format!("И.о. {}", scope.print(post.cases.genitive.as_ref().unwrap_or(&post.name))))
}
