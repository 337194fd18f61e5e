//! The deadline of a measure or of an order's item.

use super::{Dated, Text};
use crate::diagnostic::Place;

/// When something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What is printed.
    pub text: Text,
    /// How it was given.
    pub form: DeadlineForm,
}

/// How a deadline was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadlineForm {
    /// As a phrase.
    Phrase,
    /// As fields; the printed text is made from them unless it was given too.
    Fields {
        /// The first day.
        from: Option<Dated>,
        /// The last day.
        to: Option<Dated>,
        /// How often it repeats: «год», «квартал», «месяц».
        every: Option<Text>,
        /// The outside document that fixes the dates.
        plan: Option<Text>,
        /// Where the fields stand.
        place: Place,
    },
}
