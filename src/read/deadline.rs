//! Deadlines: a phrase, or fields from which the phrase is made.

use super::context::Reader;
use super::fields::Fields;
use crate::diagnostic::Finding;
use crate::model::{Dated, Deadline, DeadlineForm, Text};

/// Reads a deadline.
pub fn deadline(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Deadline> {
    let text = fields.text(reader, "text");
    let from = fields.date(reader, "from");
    let to = fields.date(reader, "to");
    let every = fields.text(reader, "every");
    let plan = fields.text(reader, "plan");
    let place = fields.place;
    if let (Some(from), Some(to)) = (&from, &to)
        && to.date < from.date
    {
        let message = format!("срок кончается раньше, чем начинается: с {} по {}", from.text, to.text);
        let finding = Finding::error("bad-term", to.place, message).also(from.place, "начало срока");
        reader.report(finding.help("поменяйте даты местами"));
    }
    let made = phrase(from.as_ref(), to.as_ref(), every.as_ref(), plan.as_ref());
    let form = match made {
        Some(_) => DeadlineForm::Fields { from, to, every, plan, place },
        None => DeadlineForm::Phrase,
    };
    if text.is_none() && made.is_none() && !fields.any_written() {
        reader.missing("у срока не написано, когда", place, "напишите срок словами или ключами «с» и «по»");
    }
    let text = text.or_else(|| made.map(|value| Text { value, place }))?;
    Some(Deadline { text, form })
}

/// The phrase made from the fields: «ежемесячно с … по … по графику …».
fn phrase(from: Option<&Dated>, to: Option<&Dated>, every: Option<&Text>, plan: Option<&Text>) -> Option<String> {
    let every = every.map(|every| recurrence(&every.value));
    let span = match (from, to) {
        (Some(from), Some(to)) => Some(format!("с {} по {}", from.text, to.text)),
        (Some(from), None) => Some(format!("с {}", from.text)),
        (None, Some(to)) => Some(format!("до {}", to.text)),
        (None, None) => None,
    };
    let plan = plan.map(|plan| format!("по {}", plan.value));
    let parts: Vec<String> = [every, span, plan].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// How often something repeats.
fn recurrence(every: &str) -> String {
    match every.to_lowercase().as_str() {
        "год" | "year" => "ежегодно".into(),
        "полугодие" | "half-year" => "раз в полугодие".into(),
        "квартал" | "quarter" => "ежеквартально".into(),
        "месяц" | "month" => "ежемесячно".into(),
        "неделя" | "неделю" | "week" => "еженедельно".into(),
        "день" | "day" => "ежедневно".into(),
        _ => format!("раз в {every}"),
    }
}
