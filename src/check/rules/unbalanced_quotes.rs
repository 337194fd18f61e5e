//! A quotation mark without its pair.

use super::super::text::pairs::{Fault, Kind, faults};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::around;
use crate::diagnostic::{Finding, Level};

pub const RULE: Rule = Rule {
    name: "unbalanced-quotes",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unbalanced_quotes.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for fault in faults(subject.passages, Kind::Quotes) {
        let sign = match fault {
            Fault::Unclosed(sign) | Fault::Shared(sign) | Fault::Unopened(sign) | Fault::Mismatched(_, sign) => sign,
        };
        let passage = &subject.passages[sign.passage];
        let quote = around(&passage.text, sign.at, sign.own);
        let said = |message: &str, help: &str| {
            found.at(passage.place, format!("{message}: {quote}")).help(help).quote(quote)
        };
        let finding = match fault {
            Fault::Unclosed(_) => said("кавычка не закрыта", "закройте кавычку после названия"),
            Fault::Unopened(_) => said("кавычка закрыта, но не открыта", "откройте кавычку перед названием"),
            Fault::Shared(_) => {
                let help = "проверьте, где кончается первое название, и закройте кавычку там";
                let finding = said("открыто две кавычки, а закрыта одна", help);
                Finding { level: Level::Note, ..finding }
            }
            Fault::Mismatched(open, close) => {
                let message = format!("кавычка «{}» закрыта знаком другого вида", open.own);
                let finding = said(&message, "закройте кавычкой того же вида");
                match pair(open.own).filter(|_| open.passage == close.passage) {
                    Some(right) => {
                        let mended = quote.replacen(close.own, &right.to_string(), 1);
                        finding.mend(quote, mended)
                    }
                    None => finding,
                }
            }
        };
        found.push(finding.after(passage.text[..sign.at].matches(quote).count()));
    }
}

/// What closes an opening mark.
fn pair(open: char) -> Option<char> {
    match open {
        '«' => Some('»'),
        '„' => Some('“'),
        '“' => Some('”'),
        _ => None,
    }
}
