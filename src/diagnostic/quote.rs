//! Finds the words that a finding is about inside the place that it names.

use super::{Files, Finding, Place};

/// The words inside a place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// How many times the same words stand before those that are meant.
    pub earlier: usize,
    /// The one safe mend: what to write instead of the words, letter by letter.
    pub mend: Option<String>,
}

impl Finding {
    /// Narrows the place to the quoted words if they stand there, whatever white space is between them; a mend of
    /// words that do not stand there letter by letter is dropped.
    pub fn narrow(&mut self, files: &Files) {
        let (Some(place), Some(quote)) = (self.place, &mut self.quote) else { return };
        if let Some((start, end)) = find(files.text(place), &quote.words, quote.earlier) {
            let base = place.start as usize;
            self.place = Some(Place::new(place.file, base + start, base + end));
        }
        let stands = self.place.is_some_and(|place| files.text(place) == quote.words);
        quote.mend = quote.mend.take().filter(|_| stands);
    }

    /// What is safely written instead of the marked text.
    pub fn mended(&self) -> Option<&str> {
        self.quote.as_ref()?.mend.as_deref()
    }
}

/// Where the words stand in the text after so many earlier times, as byte offsets: as whole words if they can be found
/// so.
fn find(text: &str, words: &str, earlier: usize) -> Option<(usize, usize)> {
    let found = |whole: bool| {
        let mut all = text.char_indices().filter_map(|(start, _)| {
            let length = matched(&text[start..], words)?;
            let bound = |before: Option<char>, after: Option<char>| {
                !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
            };
            let end = start + length;
            let fits = bound(text[..start].chars().next_back(), text[start..].chars().next())
                && bound(text[..end].chars().next_back(), text[end..].chars().next());
            (!whole || fits).then_some((start, end))
        });
        all.nth(earlier)
    };
    found(true).or_else(|| found(false))
}

/// How many bytes of the text the words take if the text begins with them; white space is as long as it likes.
fn matched(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    let mut wanted = words;
    loop {
        let Some(next) = wanted.chars().next() else { return Some(text.len() - rest.len()) };
        if next.is_whitespace() {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            (rest, wanted) = (trimmed, wanted.trim_start());
        } else {
            rest = rest.strip_prefix(next)?;
            wanted = &wanted[next.len_utf8()..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_are_found_across_lines_and_whole_words_first() {
        assert_eq!(
            find("в срок\n    до мая", "срок до", 0).map(|(a, b)| &"в срок\n    до мая"[a..b]),
            Some("срок\n    до")
        );
        assert_eq!(find("совсем с ним", "с", 0), Some(("совсем ".len(), "совсем с".len())));
        assert_eq!(find("слово", "лов", 0), Some((2, 8)));
        assert_eq!(find("слово", "дело", 0), None);
        assert_eq!(find("дом и дом", "дом", 1), Some(("дом и ".len(), "дом и дом".len())));
    }
}
