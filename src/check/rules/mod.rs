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
    duplicate_number,
    duplicate_text,
    empty_section,
    factor_under_percent,
    goal_without_task,
    indicator_without_result,
    indicator_without_task,
    measure_without_task,
    missing_baseline,
    missing_deadline,
    missing_part,
    missing_passport_row,
    missing_responsible,
    missing_result,
    missing_section,
    missing_source,
    missing_unit,
    missing_value,
    percent_out_of_range,
    result_without_indicator,
    share_without_percent,
    target_in_name,
    task_without_indicator,
    task_without_measure,
    unmeasurable_name,
    unused_abbreviation,
    unused_party,
    unused_person,
    unused_school,
    value_against_direction,
    value_not_a_number,
    value_outside_term,
}
