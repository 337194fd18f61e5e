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
    missing_part,
}
