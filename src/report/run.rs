//! What every format is made from: the programs that were checked and the rules that checked them.

use crate::diagnostic::{Files, Findings, Level};

/// A run of the check over some programs.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The programs, in the order in which they are reported.
    pub programs: &'a [Checked<'a>],
    /// The rules that were applied, each with its text.
    pub rules: &'a [RuleText<'a>],
    /// The version of this program.
    pub version: &'a str,
    /// The day of the check as it is to be printed; only the protocol has it, and leaves a blank when it is not given.
    pub date: Option<&'a str>,
    /// The part of all programs that was checked, «3/10», if it is one.
    pub shard: Option<&'a str>,
}

/// A program that was checked, with what was found.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The path of its program file as the user knows it.
    pub path: &'a str,
    /// Its title, or its path.
    pub title: &'a str,
    /// The name of the standard it was held against.
    pub standard: &'a str,
    /// How many rows of the passport are filled, of how many wanted.
    pub passport: Option<(usize, usize)>,
    /// How many findings stand under an exception and are not listed.
    pub excused: usize,
    /// How many findings were known before and are not listed.
    pub baselined: usize,
    /// What was found.
    pub findings: &'a Findings,
    /// The files the places point into.
    pub files: &'a Files,
}

/// A rule as it is explained to people.
#[derive(Debug, Clone, Copy)]
pub struct RuleText<'a> {
    /// Its name, that of its findings.
    pub name: &'a str,
    /// One Russian line.
    pub title: &'a str,
    /// A page in Markdown: what it checks, why, an example, how to mend.
    pub page: &'a str,
    /// The level of its findings where nobody changed it.
    pub level: Level,
}

impl<'a> Run<'a> {
    /// How many findings of this level there are in all programs.
    pub fn count(&self, level: Level) -> usize {
        self.programs.iter().map(|program| program.findings.count(level)).sum()
    }

    /// The rule of this name.
    pub(super) fn rule(&self, name: &str) -> Option<&'a RuleText<'a>> {
        self.rules.iter().find(|rule| rule.name == name)
    }

    /// The names of all rules of the table in its order, then of those that only findings name.
    pub(super) fn rule_names(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = self.rules.iter().map(|rule| rule.name).collect();
        let found = self.programs.iter().flat_map(|program| program.findings.iter().map(|finding| finding.name));
        let mut others: Vec<&str> = found.filter(|name| !names.contains(name)).collect();
        others.sort_unstable();
        others.dedup();
        names.extend(others);
        names
    }
}
