//! The finding and the list of findings.

use super::plural::count;
use super::{Files, Place, Quote};
use std::ops::Range;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know; never fails a run.
    Note,
    /// Probably wrong; does not fail a run.
    Warning,
    /// Wrong: the exit code is 1 and papers are marked «ПРОЕКТ».
    Error,
}

/// One thing that is wrong with the user's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Kebab-case English name of the bad thing, e.g. `unknown-key`.
    pub name: &'static str,
    /// How bad it is.
    pub level: Level,
    /// One Russian line, lower case, no full stop: what is wrong.
    pub message: String,
    /// Where it is.
    pub place: Option<Place>,
    /// Other places that explain it, each with a short Russian label.
    pub related: Vec<(Place, String)>,
    /// What to do, one Russian line.
    pub help: Option<String>,
    /// The words inside the place that it is about, when the place covers more.
    pub quote: Option<Box<Quote>>,
}

impl Finding {
    /// A finding at error level.
    pub fn error(name: &'static str, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self::new(name, Level::Error, place, message)
    }

    /// A finding at warning level.
    pub fn warning(name: &'static str, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self::new(name, Level::Warning, place, message)
    }

    /// A finding at any level.
    pub fn new(name: &'static str, level: Level, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        let (message, place) = (message.into(), place.into());
        Self { name, level, message, place, related: Vec::new(), help: None, quote: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says which words inside the place it is about.
    #[must_use]
    pub fn quote(mut self, words: impl Into<String>) -> Self {
        self.quote = Some(Box::new(Quote::of(words)));
        self
    }

    /// Says which words of the text that stands at the place it is about, as a stretch of bytes, and what is safely
    /// written instead of them.
    #[must_use]
    pub fn mend(self, text: &str, at: Range<usize>, new: impl Into<String>) -> Self {
        self.marked(text, at, Some(new.into()))
    }

    /// Says which words of the text that stands at the place it is about, as a stretch of bytes.
    #[must_use]
    pub fn marked(mut self, text: &str, at: Range<usize>, mend: Option<String>) -> Self {
        self.quote = Some(Box::new(Quote::among(text, at, mend)));
        self
    }

    /// Says what else of the text is safely mended, behind the end of the words that it is about: stretches that are in
    /// their order and apart.
    #[must_use]
    pub fn mend_behind(mut self, text: &str, end: usize, mends: Vec<(Range<usize>, String)>) -> Self {
        if let Some(quote) = &mut self.quote {
            quote.further(text, end, mends);
        }
        self
    }

    /// Adds another place with a label.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

/// The findings of a run, in the order of their places once sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds several, or the one there may be.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.0.extend(findings);
    }

    /// Adds all of another list.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Sorts by file, place and name, so that the order in which phases found them does not show.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (a.place, a.name, &a.message).cmp(&(b.place, b.name, &b.message)));
        self.0.dedup();
    }

    /// Where files are lacking, puts those in YAML files that could not be read before all others, then those that tell of
    /// other unread files.
    pub fn sort_by_reading(&mut self, files: &Files, tells: fn(&Finding) -> bool) {
        if files.are_all() {
            return;
        }
        let torn = |finding: &Finding| finding.place.is_some_and(|place| files.is_in_torn(place));
        self.0.sort_by_key(|finding| (!torn(finding), !tells(finding)));
    }

    /// Leaves so many of the sorted findings; one more says how many are left out, and is as bad as the worst of them.
    pub fn limit(&mut self, most: usize) {
        if self.0.len() > most {
            let rest = self.0.split_off(most);
            let worst = rest.iter().map(|finding| finding.level).max().unwrap_or(Level::Warning);
            let forms = ["замечание не показано", "замечания не показаны", "замечаний не показано"];
            let message = format!("ещё {}", count(rest.len(), forms));
            let finding = Finding::new("too-many-findings", worst, None, message);
            self.push(finding.help("исправьте показанные и проверьте программу снова"));
        }
    }

    /// Leaves those for which the condition holds; it may change them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Finding) -> bool) {
        self.0.retain_mut(keep);
    }

    /// Narrows every place to the words that its finding is about.
    pub fn narrow(&mut self, files: &Files) {
        self.0.iter_mut().for_each(|finding| finding.narrow(files));
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.level == Level::Error)
    }

    /// How many findings are at this level.
    pub fn count(&self, level: Level) -> usize {
        self.0.iter().filter(|finding| finding.level == level).count()
    }

    /// The findings in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_in_russian() {
        for (all, wanted) in
            [(3, "ещё 1 замечание не показано"), (4, "ещё 2 замечания не показаны"), (7, "ещё 5 замечаний не показано")]
        {
            let mut findings = Findings::default();
            (0..all).for_each(|number| findings.push(Finding::error("дело", None, format!("{number}"))));
            findings.limit(2);
            assert_eq!(findings.iter().last().unwrap().message, wanted);
        }
    }
}
