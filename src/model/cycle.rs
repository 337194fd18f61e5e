//! The management cycle: the links that an assessment of a municipality's work looks for.

/// A link of the management cycle, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CycleLink {
    /// Goals.
    Goal,
    /// Indicators.
    Indicator,
    /// How data are gathered and worked up.
    DataMethod,
    /// Monitoring of the indicators.
    Monitoring,
    /// Analysis of what the monitoring showed.
    Analysis,
    /// Recommendations to named schools, teachers or heads, by the analysis.
    Recommendations,
    /// Measures.
    Measure,
    /// Decisions of the governing body.
    Decision,
    /// Analysis of whether the measures worked.
    Effectiveness,
}

impl CycleLink {
    /// All links in the order of the cycle.
    pub const ALL: [Self; 9] = [
        Self::Goal,
        Self::Indicator,
        Self::DataMethod,
        Self::Monitoring,
        Self::Analysis,
        Self::Recommendations,
        Self::Measure,
        Self::Decision,
        Self::Effectiveness,
    ];

    /// Its name in Russian, as the methodology has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goal => "цель",
            Self::Indicator => "показатель",
            Self::DataMethod => "метод сбора информации",
            Self::Monitoring => "мониторинг",
            Self::Analysis => "анализ",
            Self::Recommendations => "адресные рекомендации",
            Self::Measure => "мера",
            Self::Decision => "управленческое решение",
            Self::Effectiveness => "анализ эффективности",
        }
    }
}
