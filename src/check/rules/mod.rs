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
    abbreviation_conflict,
    act_after_order,
    act_conflict,
    appendix_not_mentioned,
    backwards_deadline,
    bad_order_heading,
    date_without_stop,
    deadline_before_order,
    deadline_outside_term,
    deadline_without_year,
    doubled_word,
    drifted_text,
    duplicate_number,
    duplicate_text,
    empty_section,
    factor_under_percent,
    funding_outside_term,
    funding_sum,
    goal_without_task,
    impossible_date,
    incomplete_act,
    inconsistent_party,
    indicator_as_measure,
    indicator_without_name,
    indicator_without_result,
    indicator_without_task,
    item_without_deadline,
    item_without_executor,
    latin_number_sign,
    measure_without_task,
    missing_appendix,
    missing_baseline,
    missing_cycle_link,
    missing_deadline,
    missing_order_part,
    missing_part,
    missing_passport_row,
    missing_responsible,
    missing_result,
    missing_section,
    missing_source,
    missing_unit,
    missing_value,
    misspelt_name,
    mixed_script,
    no_occurrence,
    number_conflict,
    order_date_conflict,
    percent_out_of_range,
    percent_over_hundred,
    placeholder,
    placeholder_number,
    restarting_numbers,
    result_without_indicator,
    share_of_another,
    share_without_percent,
    target_in_name,
    task_without_indicator,
    task_without_measure,
    term_conflict,
    typography_slip,
    unbalanced_brackets,
    unbalanced_quotes,
    unexpanded_abbreviation,
    unfinished_text,
    unmeasurable_name,
    unnamed_plan,
    unread_deadline,
    unused_abbreviation,
    unused_party,
    unused_person,
    unused_school,
    unused_short_name,
    vague_deadline,
    value_against_direction,
    value_not_a_number,
    value_outside_term,
    wrong_federal_act,
    wrong_mean,
    wrong_share,
    wrong_total,
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
