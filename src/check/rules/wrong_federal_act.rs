//! A well-known federal act with a wrong date, number or title.

use super::super::acts::{FEDERAL, Federal, Kind, day, normal_number, normal_title};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::{Finding, Level};
use jiff::civil::Date;

pub const RULE: Rule = Rule {
    name: "wrong-federal-act",
    level: Level::Error,
    wants: &[],
    page: include_str!("wrong_federal_act.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for act in subject.acts.iter().filter(|act| act.is_federal()) {
        let (Some(date), Some(number), Some(title)) = (act.date, &act.number, &act.title) else { continue };
        match wrong(act.kind, date, number, title) {
            Some(Wrong::Requisites(federal)) => {
                let (date, number) = (day(federal.date), federal.number);
                let message = format!("акт «{}» назван {}, а он от {date} № {number}", federal.title, act.printed());
                let finding = act.quoted(found.at(act.place, message).help(format!("запишите: от {date} № {number}")));
                found.push(Finding { level: level(act.kind), ..finding });
            }
            Some(Wrong::Title(federal)) => {
                let message = format!("название акта от {} № {} передано неточно", day(federal.date), federal.number);
                let finding = found.at(act.place, message).help(format!("в самом акте: «{}»", federal.title));
                let finding = finding.quote(title.clone());
                found.push(Finding { level: Level::Note, ..finding });
            }
            None => {}
        }
    }
}

/// Orders of ministries are issued anew under the same title; laws hardly ever.
fn level(kind: Kind) -> Level {
    if matches!(kind, Kind::Law | Kind::Decree) { Level::Error } else { Level::Warning }
}

/// What is wrong with an act.
#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    /// Its date or number.
    Requisites(&'static Federal),
    /// Its title.
    Title(&'static Federal),
}

fn wrong(kind: Kind, date: Date, number: &str, title: &str) -> Option<Wrong> {
    let (number, title) = (normal_number(number), normal_title(title));
    let of_kind = || FEDERAL.iter().filter(|federal| federal.kind == kind);
    let fits = |federal: &Federal| federal.date == date && normal_number(federal.number) == number;
    if let Some(known) = of_kind().find(|federal| fits(federal)) {
        // A title may be shortened or lengthened with «на 2018-2025 годы», but not worded otherwise.
        let begins = known.normal.starts_with(&title) || title.starts_with(&known.normal);
        let sure = matches!(kind, Kind::Law | Kind::Decree);
        return (sure && !begins).then_some(Wrong::Title(known));
    }
    let mut same = of_kind().filter(|federal| federal.normal == title);
    let nearly = |federal: &Federal| federal.date == date || digits(federal.number) == digits(&number);
    same.find(|federal| nearly(federal) || matches!(kind, Kind::Law | Kind::Decree)).map(Wrong::Requisites)
}

/// The digits of a number: «273» and «273-ФЗ» have the same.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::acts::requisites;
    use super::*;

    fn found(text: &str) -> Option<String> {
        let act = requisites(text).remove(0);
        let found = wrong(act.kind, act.date.unwrap(), &act.number.unwrap(), &act.title.unwrap());
        found.map(|wrong| match wrong {
            Wrong::Requisites(federal) => federal.number.to_owned(),
            Wrong::Title(federal) => format!("«{}»", federal.number),
        })
    }

    #[test]
    fn acts_are_held_against_the_table() {
        let cases = [
            ("Закон Российской Федерации «Об образовании в Российской Федерации» от 29.12.2013 №273", Some("273-ФЗ")),
            ("Федеральный закон от 29.12.2012 № 279-ФЗ «Об образовании в Российской Федерации»", Some("273-ФЗ")),
            ("Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»", None),
            ("Федеральный закон от 25.12.2008 № 273-ФЗ «О противодействии коррупции»", None),
            ("Федеральный закон от 29.12.2012 N 273-ФЗ «Об образовании»", None),
            (
                "Федеральный закон от 31.07.2020 № 304-ФЗ «О внесении изменений в Федеральный закон «Об образовании в Российской Федерации»",
                None,
            ),
            (
                "Указ Президента РФ от 07.05.2018 № 204 «О национальных целях и стратегических задачах развития Российской Федерации до 2024 года»",
                Some("«204»"),
            ),
            (
                "постановление Правительства РФ от 15.04.2014 № 295 «Об утверждении государственной программы Российской Федерации «Развитие образования»",
                None,
            ),
            (
                "постановление Правительства РФ от 26.12.2018 № 1642 «Об утверждении государственной программы Российской Федерации «Развитие образования»",
                Some("1642"),
            ),
        ];
        for (text, wanted) in cases {
            assert_eq!(found(text).as_deref(), wanted, "{text}");
        }
    }
}
