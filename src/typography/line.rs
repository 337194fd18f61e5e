//! A paragraph as one line of signs, each of which knows the run it came from.
//!
//! Rules see the characters only. What is no text of ours (a link, a picture) stands in the line as shut signs:
//! the rules see them and cannot change them.

use super::guard;
use super::{apart, binding, dashes, quotes, spaces};
use crate::document::{Inline, plain_text};

/// What stands for a picture or a reference.
const OBJECT: &str = "\u{fffc}";

/// A rule: what it would change in a line.
type Rule = fn(&Line) -> Vec<Edit>;

/// The rules in their order: what is too much goes, then marks are mended, then words are bound.
const RULES: [Rule; 6] =
    [spaces::runs, quotes::quotes, spaces::around_marks, dashes::dashes, apart::apart, binding::binding];

/// The text of a paragraph.
pub(super) struct Line {
    text: Vec<char>,
    runs: Vec<Option<usize>>,
    shut: Vec<bool>,
}

/// A change: the signs of a span give place to one sign or to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edit {
    from: usize,
    to: usize,
    by: Option<char>,
}

impl Edit {
    /// Puts a sign in place of those from one index to another, the latter not included.
    pub(super) fn replace(from: usize, to: usize, by: char) -> Self {
        Self { from, to, by: Some(by) }
    }

    /// Puts a sign before the one at an index.
    pub(super) fn insert(at: usize, by: char) -> Self {
        Self { from: at, to: at, by: Some(by) }
    }

    /// Where it begins.
    pub(super) fn start(&self) -> usize {
        self.from
    }

    /// Takes away the signs from one index to another, the latter not included.
    pub(super) fn remove(from: usize, to: usize) -> Self {
        Self { from, to, by: None }
    }
}

impl Line {
    /// The line of some inlines.
    pub(super) fn of(inlines: &[Inline]) -> Self {
        let mut line = Self { text: Vec::new(), runs: Vec::new(), shut: Vec::new() };
        for (run, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text { text, .. } => line.push(text, Some(run)),
                Inline::Break => line.push("\n", None),
                Inline::Tab => line.push("\t", None),
                Inline::Link { children, .. } => line.push(&plain_text(children), None),
                Inline::Image(_) | Inline::Reference { .. } => line.push(OBJECT, None),
                // The mark of a note stands close to its word and parts nothing.
                Inline::Footnote(_) => {}
            }
        }
        line
    }

    fn push(&mut self, text: &str, run: Option<usize>) {
        self.text.extend(text.chars());
        self.runs.resize(self.text.len(), run);
    }

    /// Its characters.
    pub(super) fn text(&self) -> &[char] {
        &self.text
    }

    /// Whether the sign at an index must stay as it is.
    pub(super) fn is_shut(&self, index: usize) -> bool {
        self.shut[index]
    }

    /// Applies the rules until none finds anything, as one may open the way for another; says whether anything changed.
    ///
    /// It ends because every change takes away a space that may break, a straight quote or a hyphen, or parts two
    /// signs that nothing joins again.
    pub(super) fn mend(&mut self) -> bool {
        self.shut();
        // How many rules in a row found nothing: once all of them did, none will.
        let mut idle = 0;
        let mut ever = false;
        for rule in RULES.into_iter().cycle() {
            if self.apply(&rule(self)) {
                self.shut();
                (idle, ever) = (0, true);
            } else {
                idle += 1;
            }
            if idle == RULES.len() {
                break;
            }
        }
        ever
    }

    /// Marks the signs that must stay.
    fn shut(&mut self) {
        self.shut.clear();
        self.shut.extend(self.runs.iter().map(Option::is_none));
        for span in guard::shut(&self.text) {
            self.shut[span].fill(true);
        }
    }

    /// Applies edits in the order of the line; those that would touch a shut sign are left out.
    fn apply(&mut self, edits: &[Edit]) -> bool {
        let mut changed = false;
        for edit in edits.iter().rev() {
            if self.refuses(edit) {
                continue;
            }
            // A new sign looks as the one whose place it takes, or as the one before it.
            let owner = self.runs[if edit.from < edit.to { edit.from } else { edit.from.saturating_sub(1) }];
            let by = edit.by.filter(|_| owner.is_some());
            if by.is_none() && edit.from == edit.to {
                continue;
            }
            self.text.splice(edit.from..edit.to, by);
            self.runs.splice(edit.from..edit.to, by.map(|_| owner));
            self.shut.splice(edit.from..edit.to, by.map(|_| false));
            changed = true;
        }
        changed
    }

    /// Whether an edit would change a shut sign, or put one between two of them, as within an address.
    fn refuses(&self, edit: &Edit) -> bool {
        if edit.from == edit.to {
            let before = edit.from.checked_sub(1).is_none_or(|before| self.shut[before]);
            before && self.shut[edit.to]
        } else {
            self.shut[edit.from..edit.to].contains(&true)
        }
    }

    /// Puts the text back into the inlines that the line was made of; a run that lost its last sign goes.
    pub(super) fn put_back(&self, inlines: &mut Vec<Inline>) {
        let mut mended = vec![String::new(); inlines.len()];
        for (sign, run) in self.text.iter().zip(&self.runs) {
            if let Some(run) = run {
                mended[*run].push(*sign);
            }
        }
        let mut mended = mended.into_iter();
        inlines.retain_mut(|inline| {
            let new = mended.next().unwrap_or_default();
            let Inline::Text { text, .. } = inline else { return true };
            let stays = !new.is_empty() || text.is_empty();
            *text = new;
            stays
        });
    }
}

/// A text of its own, mended.
pub(super) fn mended(text: &str) -> String {
    let mut line = Line { text: Vec::new(), runs: Vec::new(), shut: Vec::new() };
    line.push(text, Some(0));
    line.mend();
    line.text.into_iter().collect()
}
