//! What is doubtful in a phrase: data for rules, with a sentence for people.

use std::ops::Range;

/// A doubt; `words` are the bytes of the phrase it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The year is missing.
    NoYear {
        /// The part of the phrase.
        words: Range<usize>,
        /// The only year that the term and the order leave.
        year: Option<i16>,
        /// The whole phrase with that year.
        suggestion: Option<String>,
    },
    /// The year is missing, several are possible, and the first was taken.
    YearTaken {
        /// The part of the phrase.
        words: Range<usize>,
        /// The year.
        year: i16,
    },
    /// The end is before the start.
    Backwards {
        /// The part of the phrase.
        words: Range<usize>,
        /// Whether it was read as a time over New Year; otherwise it has no days.
        over_new_year: bool,
    },
    /// A named time lies outside the term of the program, at least in part.
    OutsideTerm {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// A named time is over before the day of the order.
    BeforeOrder {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// It can hardly be checked: «ежегодно» alone, «постоянно», «по мере необходимости».
    Vague {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// A document fixes the time, and which is not said.
    PlanNotNamed {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// An event fixes the time.
    Event {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// It may be read in another way.
    Ambiguous {
        /// The part of the phrase.
        words: Range<usize>,
        /// How it was read.
        taken: &'static str,
    },
    /// A word is written twice.
    DoubledWord {
        /// The second of the two.
        words: Range<usize>,
        /// The whole phrase without it.
        suggestion: String,
    },
    /// An explanation in brackets was left aside.
    Aside {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// That it repeats is said by the measure, not by the deadline.
    RepeatsByMeasure {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// No repetition falls into the term.
    NoOccurrence {
        /// The part of the phrase.
        words: Range<usize>,
    },
    /// A part was not understood, and so the whole phrase was not.
    Unknown {
        /// The part of the phrase.
        words: Range<usize>,
    },
}

impl Doubt {
    /// The name of the doubt, which stays the same.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoYear { .. } => "no-year",
            Self::YearTaken { .. } => "year-taken",
            Self::Backwards { .. } => "backwards",
            Self::OutsideTerm { .. } => "outside-term",
            Self::BeforeOrder { .. } => "before-order",
            Self::Vague { .. } => "vague",
            Self::PlanNotNamed { .. } => "plan-not-named",
            Self::Event { .. } => "event",
            Self::Ambiguous { .. } => "ambiguous",
            Self::DoubledWord { .. } => "doubled-word",
            Self::Aside { .. } => "aside",
            Self::RepeatsByMeasure { .. } => "repeats-by-measure",
            Self::NoOccurrence { .. } => "no-occurrence",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// The bytes of the phrase it concerns.
    pub fn words(&self) -> Range<usize> {
        match self {
            Self::NoYear { words, .. }
            | Self::YearTaken { words, .. }
            | Self::Backwards { words, .. }
            | Self::OutsideTerm { words }
            | Self::BeforeOrder { words }
            | Self::Vague { words }
            | Self::PlanNotNamed { words }
            | Self::Event { words }
            | Self::Ambiguous { words, .. }
            | Self::DoubledWord { words, .. }
            | Self::Aside { words }
            | Self::RepeatsByMeasure { words }
            | Self::NoOccurrence { words }
            | Self::Unknown { words } => words.clone(),
        }
    }

    /// The whole phrase as it might be written instead.
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::NoYear { suggestion, .. } => suggestion.as_deref(),
            Self::DoubledWord { suggestion, .. } => Some(suggestion),
            Self::YearTaken { .. }
            | Self::Backwards { .. }
            | Self::OutsideTerm { .. }
            | Self::BeforeOrder { .. }
            | Self::Vague { .. }
            | Self::PlanNotNamed { .. }
            | Self::Event { .. }
            | Self::Ambiguous { .. }
            | Self::Aside { .. }
            | Self::RepeatsByMeasure { .. }
            | Self::NoOccurrence { .. }
            | Self::Unknown { .. } => None,
        }
    }

    /// The doubt in Russian, given the phrase it was found in: one line, lower case, no full stop.
    pub fn sentence(&self, phrase: &str) -> String {
        let words = phrase.get(self.words()).unwrap_or(phrase);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::NoYear { year: Some(year), .. } => {
                format!("в сроке «{words}» не назван год; по сроку программы это {year}")
            }
            Self::NoYear { year: None, .. } => format!("в сроке «{words}» не назван год"),
            Self::YearTaken { year, .. } => format!("год для «{words}» взят первый возможный: {year}"),
            Self::Backwards { over_new_year: true, .. } => {
                format!("в сроке «{words}» конец раньше начала; понято как время через Новый год")
            }
            Self::Backwards { over_new_year: false, .. } => format!("в сроке «{words}» конец раньше начала"),
            Self::OutsideTerm { .. } => format!("срок «{words}» выходит за срок программы"),
            Self::BeforeOrder { .. } => format!("срок «{words}» истек раньше, чем подписан приказ"),
            Self::Vague { .. } => format!("срок «{words}» не говорит, когда дело должно быть сделано"),
            Self::PlanNotNamed { .. } => format!("в сроке «{words}» не названо, какой это документ"),
            Self::Event { .. } => format!("«{words}»: срок зависит от события, день не назван"),
            Self::Ambiguous { taken, .. } => format!("«{words}» можно понять по-разному: {taken}"),
            Self::DoubledWord { .. } => format!("слово «{words}» написано дважды"),
            Self::Aside { .. } => format!("пояснение «{words}» не учтено"),
            Self::RepeatsByMeasure { .. } => {
                format!("«{words}» повторяется каждый год, но это сказано только в названии мероприятия")
            }
            Self::NoOccurrence { .. } => format!("срок «{words}» ни разу не приходится на срок программы"),
            Self::Unknown { .. } if words.is_empty() => "срок не написан".into(),
            Self::Unknown { .. } => format!("в сроке не понять «{words}»"),
        }
    }
}
