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
        let shown = around(&passage.text, sign.at, sign.own);
        let quote = &passage.text[shown.clone()];
        let said = |message: &str, help: &str| found.at(passage.place, format!("{message}: {quote}")).help(help);
        let (finding, mend) = match fault {
            Fault::Unclosed(_) => (said("кавычка не закрыта", "закройте кавычку после названия"), None),
            Fault::Unopened(_) => (said("кавычка закрыта, но не открыта", "откройте кавычку перед названием"), None),
            Fault::Shared(_) => {
                let help = "проверьте, где кончается первое название, и закройте кавычку там";
                let finding = said("открыто две кавычки, а закрыта одна", help);
                (Finding { level: Level::Note, ..finding }, None)
            }
            Fault::Mismatched(open, close) => {
                let message = format!("кавычка «{}» закрыта знаком другого вида", open.own);
                let right = pair(open.own).filter(|_| open.passage == close.passage);
                (said(&message, "закройте кавычкой того же вида"), right)
            }
        };
        let (before, after) = quote.split_at(sign.at - shown.start);
        let mend = mend.map(|right| format!("{before}{right}{}", &after[sign.own.len_utf8()..]));
        found.push(finding.marked(&passage.text, shown, mend));
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
