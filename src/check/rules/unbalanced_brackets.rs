//! A bracket without its pair.

use super::super::text::pairs::{Fault, Kind, Sign, faults};
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::around;
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "unbalanced-brackets",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unbalanced_brackets.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for fault in faults(subject.passages, Kind::Brackets) {
        let (sign, message, help) = match fault {
            Fault::Unclosed(sign) | Fault::Shared(sign) => {
                (sign, format!("скобка «{}» не закрыта", sign.own), "закройте скобку или удалите её")
            }
            Fault::Unopened(sign) => {
                let help = "откройте скобку раньше или удалите эту";
                (sign, format!("скобка «{}» закрыта, но не открыта", sign.own), help)
            }
            Fault::Mismatched(open, close) => {
                let message = format!("скобка «{}» закрыта скобкой другого вида: «{}»", open.own, close.own);
                (close, message, "закройте скобкой того же вида")
            }
        };
        let Sign { passage, at, .. } = sign;
        let passage = &subject.passages[passage];
        let shown = around(&passage.text, at, sign.own);
        let finding = found.at(passage.place, format!("{message}: {}", &passage.text[shown.clone()])).help(help);
        found.push(finding.marked(&passage.text, shown, None));
    }
}
