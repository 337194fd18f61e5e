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
    goal_without_task,
    indicator_without_result,
    indicator_without_task,
    measure_without_task,
    missing_deadline,
    missing_part,
    missing_responsible,
    missing_result,
    result_without_indicator,
    task_without_indicator,
    task_without_measure,
}
