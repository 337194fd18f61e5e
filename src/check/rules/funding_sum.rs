//! A written total of funding that is not the sum of what it totals.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use crate::diagnostic::Level;
use crate::model::{Money, WrittenSum};

pub const RULE: Rule = Rule {
    name: "funding-sum",
    level: Level::Error,
    wants: &[],
    page: include_str!("funding_sum.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(funding) = &subject.program.funding else { return };
    let decimals = funding.decimals();
    let mut compare = |written: Option<&WrittenSum>, sum: Money, of: &str| {
        let Some(written) = written.filter(|written| written.value != sum) else { return };
        let (said, is) = (written.value.printed(decimals), sum.printed(decimals));
        let message = format!("{of} написано {said}, а сумма по годам – {is}");
        found.push(found.at(written.place, message).help("поправьте итог или сумму одного из годов; без «всего» итог посчитается сам"));
    };
    for source in &funding.sources {
        compare(source.total.as_ref(), source.sum(), &format!("в итоге источника «{}»", source.name.value));
    }
    compare(funding.total.as_ref(), funding.sum(), "в общем итоге");
}
