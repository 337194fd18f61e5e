//! The money of a program by sources and years.

use super::{Money, Period, Text};
use crate::diagnostic::Place;
use std::collections::BTreeSet;

/// By what money a program is carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    /// In what the sums are given: «тыс. руб.».
    pub unit: Text,
    /// The sources in the order written.
    pub sources: Vec<FundingSource>,
    /// The sum of everything, where it was written.
    pub total: Option<WrittenSum>,
    /// Where it was written.
    pub place: Place,
}

/// A source of money: a budget, or what comes from outside the budgets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundingSource {
    /// Its name.
    pub name: Text,
    /// The sums by years, in the order written.
    pub amounts: Vec<Amount>,
    /// The sum of its years, where it was written.
    pub total: Option<WrittenSum>,
    /// Where it was written.
    pub place: Place,
}

/// What a source gives in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The year or school year.
    pub period: Period,
    /// Where the year was written.
    pub period_place: Place,
    /// The sum.
    pub value: Money,
    /// Where the sum was written.
    pub place: Place,
}

/// A sum that was written although it can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenSum {
    /// The sum.
    pub value: Money,
    /// Where it was written.
    pub place: Place,
}

impl Funding {
    /// All years that any source has a sum for, in order.
    pub fn periods(&self) -> Vec<Period> {
        let all: BTreeSet<Period> = self.amounts().map(|amount| amount.period).collect();
        all.into_iter().collect()
    }

    /// The computed sum of all sources in a year.
    pub fn sum_in(&self, period: Period) -> Money {
        self.amounts().filter(|amount| amount.period == period).map(|amount| amount.value).sum()
    }

    /// The computed sum of everything.
    pub fn sum(&self) -> Money {
        self.amounts().map(|amount| amount.value).sum()
    }

    /// The sum of everything as it is printed: as written, else computed.
    pub fn total(&self) -> Money {
        self.total.map_or_else(|| self.sum(), |written| written.value)
    }

    /// How many decimals all sums are printed with: the most that any was written with.
    pub fn decimals(&self) -> u32 {
        let totals = self.sources.iter().filter_map(|source| source.total).chain(self.total);
        let all = self.amounts().map(|amount| amount.value).chain(totals.map(|written| written.value));
        all.map(Money::decimals).max().unwrap_or_default()
    }

    fn amounts(&self) -> impl Iterator<Item = &Amount> {
        self.sources.iter().flat_map(|source| &source.amounts)
    }
}

impl FundingSource {
    /// What it gives in a year; nothing when no sum is written.
    pub fn amount(&self, period: Period) -> Option<Money> {
        self.amounts.iter().find(|amount| amount.period == period).map(|amount| amount.value)
    }

    /// The computed sum of its years.
    pub fn sum(&self) -> Money {
        self.amounts.iter().map(|amount| amount.value).sum()
    }

    /// The sum of its years as it is printed: as written, else computed.
    pub fn total(&self) -> Money {
        self.total.map_or_else(|| self.sum(), |written| written.value)
    }
}
