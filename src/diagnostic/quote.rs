//! Finds the words that a finding is about inside the place that it names.

use super::{Files, Finding, Place};
use memchr::memmem::Finder;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// The words inside a place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// How many times the same words stand before those that are meant.
    pub earlier: usize,
    /// How many times they stand in the text as it was understood, where that is known.
    among: Option<usize>,
    /// The safe mend: what to write instead of the words, letter by letter.
    mend: Option<String>,
    /// Further safe mends behind it, in their order.
    further: Vec<Further>,
}

/// A further mend of the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Further {
    /// What stands between the mend before and this one.
    between: String,
    words: String,
    mend: String,
    /// Where it is to be made, once that is known.
    place: Option<Place>,
}

impl Quote {
    /// Words that may stand anywhere in the place.
    pub(super) fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), earlier: 0, among: None, mend: None, further: Vec::new() }
    }

    /// The words of a stretch of a text.
    pub(super) fn among(text: &str, at: Range<usize>, mend: Option<String>) -> Self {
        let (start, words) = (at.start, &text[at]);
        let all = places(text, words);
        let earlier = all.binary_search_by_key(&start, |(own, _)| *own).ok();
        let mend = mend.filter(|_| earlier.is_some());
        Self {
            words: words.to_owned(),
            earlier: earlier.unwrap_or(0),
            among: Some(all.len()),
            mend,
            further: Vec::new(),
        }
    }

    /// Adds mends of stretches of the text behind this place, which are in their order and apart.
    pub(super) fn further(&mut self, text: &str, mut end: usize, mends: Vec<(Range<usize>, String)>) {
        self.further.extend(mends.into_iter().map(|(at, mend)| {
            let between = text[end..at.start].to_owned();
            end = at.end;
            Further { between, words: text[at].to_owned(), mend, place: None }
        }));
    }
}

impl Finding {
    /// Narrows the place to the quoted words if they stand there, whatever white space is between them; a mend of
    /// words that do not stand there letter by letter is dropped, and one of words that stand in the file more or less
    /// often than in the text, as in the address of a link. Further mends are made as far as the file and the text are
    /// alike between them.
    pub fn narrow(&mut self, files: &Files) {
        let (Some(place), Some(quote)) = (self.place, &mut self.quote) else { return };
        let text = files.text(place);
        let base = place.start as usize;
        let (found, sure) = match quote.among {
            Some(count) => {
                let all = places(text, &quote.words);
                (all.get(quote.earlier).copied(), all.len() == count)
            }
            None => (find(text, &quote.words, quote.earlier), false),
        };
        if let Some((start, end)) = found {
            self.place = Some(Place::new(place.file, base + start, base + end));
        }
        let stands = sure && self.place.is_some_and(|place| files.text(place) == quote.words);
        quote.mend = quote.mend.take().filter(|_| stands);
        let mut at = found.map(|(_, end)| end).filter(|_| quote.mend.is_some());
        quote.further.retain_mut(|further| {
            at = at.and_then(|at| {
                let start = at + matched(&text[at..], &further.between)?;
                let end = start + further.words.len();
                further.place = Some(Place::new(place.file, base + start, base + end));
                text[start..].starts_with(&further.words).then_some(end)
            });
            at.is_some()
        });
    }

    /// What is safely written instead of the marked text, and of others behind it, each with its place; after the
    /// places were narrowed.
    pub fn mends(&self) -> impl Iterator<Item = (Place, &str)> {
        let quote = self.quote.as_ref();
        let first = quote.and_then(|quote| Some((self.place?, quote.mend.as_deref()?)));
        let further = quote.into_iter().flat_map(|quote| &quote.further);
        first.into_iter().chain(further.filter_map(|further| Some((further.place?, further.mend.as_str()))))
    }
}

/// Where the words stand in the text after so many earlier times, as byte offsets: as whole words if they can be found
/// so.
fn find(text: &str, words: &str, earlier: usize) -> Option<(usize, usize)> {
    whole(text, words).nth(earlier).or_else(|| anywhere(text, words).nth(earlier))
}

/// A long text, its runs of letters and figures, and the words that were looked for in it, with their places.
#[derive(Default)]
struct Places {
    text: String,
    /// Sorted by what they say, then by where they stand.
    runs: Vec<Range<usize>>,
    known: BTreeMap<String, Rc<[(usize, usize)]>>,
}

impl Places {
    fn of(text: &str) -> Self {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        while let Some(run) = first_run(&text[from..]).map(|run| from + run.start..from + run.end) {
            from = run.end;
            runs.push(run);
        }
        runs.sort_by_key(|run| &text[run.clone()]);
        Self { text: text.to_owned(), runs, known: BTreeMap::new() }
    }

    /// The places where the words are no parts of longer ones: there the first run of theirs stands as it is.
    fn whole(&self, words: &str) -> Rc<[(usize, usize)]> {
        let text = self.text.as_str();
        // How long a space is before the run is not known, so such words are looked for everywhere.
        let run = first_run(words).filter(|run| !words[..run.start].contains(char::is_whitespace));
        let Some(run) = run else { return whole(text, words).collect() };
        let wanted = &words[run.clone()];
        let first = self.runs.partition_point(|own| text[own.clone()] < *wanted);
        let alike = self.runs[first..].iter().take_while(|own| text[(*own).clone()] == *wanted);
        let starts = alike.filter_map(|own| own.start.checked_sub(run.start));
        starts.filter(|start| text.is_char_boundary(*start)).filter_map(|start| whole_at(text, words, start)).collect()
    }
}

/// Where the first run of letters and figures of a text stands.
fn first_run(text: &str) -> Option<Range<usize>> {
    let start = text.find(char::is_alphanumeric)?;
    let length = text[start..].find(|sign: char| !sign.is_alphanumeric());
    Some(start..length.map_or(text.len(), |length| start + length))
}

/// How long a text is in which what was found is kept: rules ask for the words of one text one after another.
const LONG: usize = 4096;

thread_local! {
    static LAST: RefCell<Places> = RefCell::default();
}

/// All places where the words stand in the text: as whole words if they stand so anywhere.
fn places(text: &str, words: &str) -> Rc<[(usize, usize)]> {
    let or_parts = |whole: Rc<[(usize, usize)]>| if whole.is_empty() { anywhere(text, words).collect() } else { whole };
    if text.len() < LONG {
        return or_parts(whole(text, words).collect());
    }
    LAST.with_borrow_mut(|last| {
        if last.text != text {
            *last = Places::of(text);
        }
        if let Some(known) = last.known.get(words) {
            return Rc::clone(known);
        }
        let found = or_parts(last.whole(words));
        last.known.insert(words.to_owned(), Rc::clone(&found));
        found
    })
}

/// The places where the words are no parts of longer ones.
fn whole<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = (usize, usize)> {
    anywhere(text, words).filter(move |place| is_whole(text, *place))
}

/// The place of the words if they stand here and are no part of longer ones.
fn whole_at(text: &str, words: &str, start: usize) -> Option<(usize, usize)> {
    Some((start, start + matched(&text[start..], words)?)).filter(|place| is_whole(text, *place))
}

/// Whether a place begins and ends between words.
fn is_whole(text: &str, (start, end): (usize, usize)) -> bool {
    let parts = |at: usize| {
        text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
            && text[at..].chars().next().is_some_and(char::is_alphanumeric)
    };
    !parts(start) && !parts(end)
}

/// The places where the words stand, be it within longer ones: those where the first of them stands and the others follow.
fn anywhere<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = (usize, usize)> {
    let first = words.split(char::is_whitespace).next().unwrap_or_default();
    let (finder, step) = (Finder::new(first.as_bytes()), first.chars().next().map_or(1, char::len_utf8));
    let mut from = 0;
    let mut starts = std::iter::from_fn(move || {
        let start = from + finder.find(text.as_bytes().get(from..)?)?;
        from = start + step;
        Some(start)
    });
    std::iter::from_fn(move || {
        starts
            .by_ref()
            .filter(|start| text.is_char_boundary(*start))
            .find_map(|start| Some((start, start + matched(&text[start..], words)?)))
    })
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
    use super::*;

    #[test]
    fn words_that_stand_in_the_file_otherwise_than_in_the_text_are_not_mended() {
        for (source, text, mended) in [
            ("план c отчетом", "план c отчетом", true),
            ("вход c паролем, c отчетом", "вход c паролем, c отчетом", true),
            ("[вход](http://x.ru/c) c отчетом", "вход c отчетом", false),
        ] {
            let mut files = Files::default();
            let id = files.add("a.md", source);
            let at = text.rfind('c').unwrap();
            let mut finding = Finding::warning("x", Place::new(id, 0, source.len()), "x").mend(text, at..at + 1, "с");
            finding.narrow(&files);
            assert_eq!(finding.mends().count() == 1, mended, "{source}");
            if mended {
                assert_eq!(finding.place.unwrap().start as usize, source.rfind('c').unwrap());
            }
        }
    }

    #[test]
    fn further_mends_are_made_as_far_as_the_file_is_like_the_text() {
        for (source, mended) in [
            ("а,б и в,г, а потом д,е", 3),
            ("а,б и\n  в,г, а\n  потом д,е", 3),
            ("а,б и в,г, **а** потом д,е", 2),
            ("«а,б» и в,г, а потом д,е", 1),
        ] {
            let mut files = Files::default();
            let id = files.add("a.yaml", source);
            let text = "а,б и в,г, а потом д,е";
            let slips = ["в,г", "д,е"].map(|slip| {
                let at = text.find(slip).unwrap();
                (at..at + slip.len(), slip.replace(',', ", "))
            });
            let mut finding = Finding::warning("x", Place::new(id, 0, source.len()), "x")
                .mend(text, 0.."а,б".len(), "а, б")
                .mend_behind(text, "а,б".len(), slips.into());
            finding.narrow(&files);
            assert_eq!(finding.mends().count(), mended, "{source}");
            for (place, mend) in finding.mends() {
                assert_eq!(files.text(place).replace(',', ", "), mend);
            }
        }
    }

    #[test]
    fn in_a_long_text_the_same_places_are_found() {
        let text = "в срок\n    до мая; «план», план-график №5 и № 5, а.б и  в планах ё1 — a c\n".repeat(60);
        assert!(text.len() >= LONG);
        let known = Places::of(&text);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).take(90).collect();
        for start in &starts {
            for end in starts.iter().filter(|end| *end > start) {
                let words = &text[*start..*end];
                let scanned: Vec<_> = whole(&text, words).collect();
                assert_eq!(*known.whole(words), *scanned, "{words:?}");
            }
        }
    }

    #[test]
    fn words_are_found_across_lines_and_whole_words_first() {
        assert_eq!(
            find("в срок\n    до мая", "срок до", 0).map(|(a, b)| &"в срок\n    до мая"[a..b]),
            Some("срок\n    до")
        );
        assert_eq!(find("совсем с ним", "с", 0), Some(("совсем ".len(), "совсем с".len())));
        assert_eq!(find("слово", "лов", 0), Some((2, 8)));
        assert_eq!(find("слово", "дело", 0), None);
        assert_eq!(find("а  б", " б", 0), Some((2, 6)));
        assert_eq!(find("ааа", "аа", 1), Some((2, 6)));
        assert_eq!(find("дом и дом", "дом", 1), Some(("дом и ".len(), "дом и дом".len())));
    }
}
