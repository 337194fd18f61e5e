//! «В 1,2 раза» under the unit of per cent.

use super::super::text::fold::lower;
use super::super::indicator::measured::{called, in_percent, measured, series};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::Text;

pub const RULE: Rule = Rule {
    name: "factor-under-percent",
    level: Level::Warning,
    wants: &[],
    page: include_str!("factor_under_percent.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for own in measured(subject).iter().filter(|own| in_percent(own)) {
        let values = series(own.indicator);
        let percent = !values.is_empty() && values.iter().all(|value| value.value.contains('%'));
        let mut texts = own.indicator.name.as_ref().into_iter().chain(values);
        let factor = texts.find_map(|text| Some((text, factor(text)?)));
        if let Some((text, words)) = factor
            && !percent
        {
            let message = format!("показатель {} измеряется в процентах, а сказано «{words}»", called(own));
            let help = "запишите показателю «единица: раз» – или значения в процентах";
            let finding = found.at(text.place, message).help(help).quote(words);
            found.push(match own.unit {
                Some(unit) => finding.also(unit.place, "единица"),
                None => finding,
            });
        }
    }
}

/// «1,2 раза» in a text, as it stands there: a number and «раз» or «раза» that is no «раз в год».
fn factor(text: &Text) -> Option<String> {
    let pieces: Vec<&str> = text.value.split_whitespace().collect();
    pieces.windows(2).enumerate().find_map(|(index, pair)| {
        let [number, times] = pair else { return None };
        let times = times.trim_end_matches(|c: char| !c.is_alphabetic());
        let digits = number.starts_with(|c: char| c.is_ascii_digit());
        let often = pieces.get(index + 2).is_some_and(|next| *next == "в" || *next == "за");
        let factor = digits && matches!(lower(times).as_str(), "раз" | "раза") && !often;
        factor.then(|| format!("{number} {times}"))
    })
}
