//! A number that was never filled in: «б/н», «___», the year of the date.

use super::super::acts::Home;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};

pub const RULE: Rule = Rule {
    name: "placeholder-number",
    level: Level::Warning,
    wants: &[],
    page: include_str!("placeholder_number.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    if let Some(number) = subject.order.and_then(|order| order.number.as_ref())
        && is_blank(&number.value)
    {
        let message = format!("вместо номера приказа стоит «{}»", number.value.trim());
        let help = "впишите номер после регистрации, а пока его нет, уберите строку «номер»: в приказе останется место";
        found.push(Finding { level: Level::Note, ..found.at(number.place, message).help(help) });
    }
    for act in subject.acts.iter().filter(|act| act.home != Home::Mark) {
        let (Some(date), Some(number)) = (act.date, &act.number) else { continue };
        if *number == date.year().to_string() {
            let message = format!("номер акта «{number}» совпадает с годом его даты");
            found.push(act.quoted(found.at(act.place, message).help("проверьте номер по самому акту")));
        } else if is_blank(number) {
            let message = format!("вместо номера акта стоит «{number}»");
            found.push(act.quoted(found.at(act.place, message).help("впишите номер акта")));
        }
    }
}

/// Whether a number only holds the place of one.
fn is_blank(number: &str) -> bool {
    let bare: String = number.chars().filter(|sign| !sign.is_whitespace() && *sign != '№').collect();
    let lower = bare.to_lowercase();
    matches!(lower.as_str(), "б/н" | "бн" | "б.н." | "без номера" | "безномера" | "номер")
        || (!lower.is_empty() && lower.chars().all(|sign| "_-–—.…?x*х0".contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn blanks_are_told_from_numbers() {
        for blank in ["б/н", "Б/Н", "___", "№ ____", "XXX", "00", "?", "без номера"] {
            assert!(is_blank(blank), "{blank}");
        }
        for number in ["226", "01-05/226", "118/о", "под-900/21", "590\\219", "100"] {
            assert!(!is_blank(number), "{number}");
        }
    }
}
