//! Where each part of a text came from, when the text is not the file itself.

use super::{FileId, Place};

/// Maps byte offsets of a text (a Markdown field, a rendered template) to places in the file it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    file: FileId,
    /// Pairs of (offset in the text, offset in the file) at which a run copied byte by byte begins; ascending.
    runs: Vec<(usize, usize)>,
    /// Where the whole text was written; no place leaves it.
    whole: Place,
}

impl Origin {
    /// The text is the whole file, byte by byte.
    pub fn file(file: FileId, length: usize) -> Self {
        Self { file, runs: vec![(0, 0)], whole: Place::new(file, 0, length) }
    }

    /// The text is made of runs of the file: pairs of (offset in the text, offset in the file), ascending.
    /// With no runs every place is the whole.
    pub fn runs(whole: Place, runs: Vec<(usize, usize)>) -> Self {
        Self { file: whole.file, runs, whole }
    }

    /// The place of a stretch of the text.
    pub fn place(&self, start: usize, end: usize) -> Place {
        match (self.offset(start), self.offset(end.saturating_sub(1).max(start))) {
            (Some(first), Some(last)) => {
                let bound = |offset: usize| offset.clamp(self.whole.start as usize, self.whole.end as usize);
                let last = if end > start { last + 1 } else { last };
                Place::new(self.file, bound(first), bound(last).max(bound(first)))
            }
            _ => self.whole,
        }
    }

    /// Where the whole text was written.
    pub fn whole(&self) -> Place {
        self.whole
    }

    fn offset(&self, offset: usize) -> Option<usize> {
        let after = self.runs.partition_point(|(start, _)| *start <= offset);
        let (text, file) = self.runs.get(after.checked_sub(1)?)?;
        Some(file + (offset - text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;

    #[test]
    fn an_indented_block_keeps_its_places() {
        let mut files = Files::default();
        let id = files.add("a.yaml", "текст: |\n  первая\n  вторая\n");
        let text = &files.get(id).text;
        let (one, two) = (text.find("первая").unwrap(), text.find("вторая").unwrap());
        let whole = Place::new(id, one, text.len());
        let origin = Origin::runs(whole, vec![(0, one), ("первая\n".len(), two)]);
        let start = "первая\n".len();
        let place = origin.place(start, start + "вторая".len());
        assert_eq!(files.text(place), "вторая");
    }
}
