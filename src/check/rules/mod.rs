//! The rules: a file each, with its page beside it; one line here.

use super::rule::Rule;

/// Declares the rooms of the rules and the list of all rules.
macro_rules! rooms {
    ($($room:ident,)*) => {
        $(mod $room;)*

        /// All rules, sorted by name.
        pub static RULES: &[Rule] = &[$($room::RULE,)*];
    };
}

rooms! {
    backwards_deadline,
    deadline_before_order,
    deadline_outside_term,
    deadline_without_year,
    funding_outside_term,
    funding_sum,
    missing_cycle_link,
    missing_part,
    no_occurrence,
    term_conflict,
    unnamed_plan,
    unread_deadline,
    vague_deadline,
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::read::vocabulary::{Kind, STANDARD};
    use std::collections::BTreeSet;

    #[test]
    fn every_thing_that_a_standard_may_want_is_looked_at() {
        let mut things = BTreeSet::new();
        for group in STANDARD.fields {
            if let Kind::Record(record) = group.kind {
                things.extend(record.fields.iter().map(|field| format!("{}.{}", group.en, field.en)));
            }
        }
        let wanted = RULES.iter().flat_map(|rule| rule.wants).map(|thing| (*thing).to_owned());
        assert_eq!(things, wanted.collect::<BTreeSet<_>>());
    }
}
