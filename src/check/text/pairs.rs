//! Signs that come in pairs: brackets and quotation marks, and which of them lack the other one.

use super::super::passages::{Passage, Role};
use crate::diagnostic::FileId;
use crate::limits;
use std::collections::BTreeMap;

/// How many passages later the pair of a sign may stand: a quotation of several paragraphs, a list in brackets.
const REACH: usize = 12;

/// A sign of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// Itself.
    pub own: char,
    /// The index of its passage.
    pub passage: usize,
    /// Where it stands in the text of the passage, in bytes.
    pub at: usize,
}

/// What is wrong with a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It opens and nothing closes it.
    Unclosed(Sign),
    /// It opens, and one closing sign stands for the pairs of several: «Программа «Развитие».
    Shared(Sign),
    /// It closes and nothing opens it.
    Unopened(Sign),
    /// It is closed by a sign of another kind.
    Mismatched(Sign, Sign),
}

/// What a sign does at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Close,
}

/// A kind of pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Round, square and curly brackets.
    Brackets,
    /// Quotation marks of any shape.
    Quotes,
}

impl Kind {
    /// The signs that open or close.
    fn signs(self) -> &'static str {
        match self {
            Self::Brackets => "()[]{}",
            Self::Quotes => "«»„“”\"",
        }
    }

    /// Whether one of the signs may begin with this byte.
    fn may_begin(self, byte: u8) -> bool {
        match self {
            Self::Brackets => matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}'),
            Self::Quotes => matches!(byte, b'"' | 0xc2 | 0xe2),
        }
    }
}

/// The faults in the passages, in their order; of one passage no more than may be told one by one.
pub fn faults(passages: &[Passage<'_>], kind: Kind) -> Vec<Fault> {
    let mut found = Vec::new();
    // What was left open by the passages before, of one file and role.
    let mut pending: Vec<Sign> = Vec::new();
    let mut ground: Option<(FileId, Role)> = None;
    for (index, passage) in passages.iter().enumerate() {
        let here = Some((passage.place.file, passage.role));
        if here != ground || !goes_over(passage.role) {
            found.extend(pending.drain(..).map(Fault::Unclosed));
        }
        ground = here;
        let (late, near) = pending.into_iter().partition(|sign| index > sign.passage + REACH);
        pending = near;
        found.extend(Vec::into_iter(late).map(Fault::Unclosed));
        if passage.words.may_hold(kind.signs()) {
            let open = of_passage(passage, index, kind, &mut pending, &mut found);
            pending.extend(open);
        }
    }
    found.extend(pending.into_iter().map(Fault::Unclosed));
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    found.retain(|fault| {
        let (Fault::Unclosed(sign) | Fault::Shared(sign) | Fault::Unopened(sign) | Fault::Mismatched(_, sign)) = fault;
        let told = told.entry(sign.passage).or_default();
        *told += 1;
        *told <= limits::ALIKE
    });
    found
}

/// Whether texts of this role are paragraphs that may share a pair.
fn goes_over(role: Role) -> bool {
    matches!(role, Role::Paragraph | Role::Passport | Role::Item | Role::Result)
}

/// Finds the faults of one text; gives the signs that it leaves open.
fn of_passage(
    whole: &Passage<'_>,
    passage: usize,
    kind: Kind,
    pending: &mut Vec<Sign>,
    found: &mut Vec<Fault>,
) -> Vec<Sign> {
    let shown = whole.words.shown(&whole.text);
    let mut open: Vec<Sign> = Vec::new();
    let mut last_pair: Option<(Sign, usize)> = None;
    let starts = shown.bytes().enumerate().filter(|(_, byte)| kind.may_begin(*byte));
    for (at, sign) in starts.filter_map(|(at, _)| Some((at, shown[at..].chars().next()?))) {
        let own = Sign { own: sign, passage, at };
        let act = match kind {
            Kind::Brackets => bracket(&shown, at, sign, &open),
            Kind::Quotes => quote(&shown, at, sign, &open),
        };
        match act {
            None => {}
            Some(Act::Open) => open.push(own),
            Some(Act::Close) => {
                if open.last().is_some_and(|last| fits(last.own, sign)) {
                    last_pair = open.pop().map(|pair| (pair, at + sign.len_utf8()));
                } else if let Some(depth) = open.iter().rposition(|opened| fits(opened.own, sign)) {
                    found.extend(open.drain(depth + 1..).map(Fault::Unclosed));
                    last_pair = open.pop().map(|pair| (pair, at + sign.len_utf8()));
                } else if let Some(opened) = open.pop() {
                    found.push(Fault::Mismatched(opened, own));
                } else if pending.last().is_some_and(|last| fits(last.own, sign)) {
                    pending.pop();
                } else {
                    found.push(Fault::Unopened(own));
                }
            }
        }
    }
    // «Программа «Развитие»: one sign may close both where both end.
    let is_shared = |sign: &Sign| kind == Kind::Quotes && last_pair.is_some_and(|(pair, _)| pair.at > sign.at);
    let (shared, left): (Vec<Sign>, Vec<Sign>) = open.into_iter().partition(is_shared);
    let after = last_pair.map_or("", |(_, end)| shown[end..].trim_start());
    let both_end = after.chars().next().is_none_or(|sign| !sign.is_alphanumeric());
    found.extend(shared.into_iter().filter(|_| !both_end).map(Fault::Shared));
    left
}

/// Whether one sign closes the other.
fn fits(open: char, close: char) -> bool {
    match open {
        '(' => close == ')',
        '[' => close == ']',
        '{' => close == '}',
        '«' => close == '»',
        '„' => matches!(close, '“' | '”' | '"'),
        '“' => matches!(close, '”' | '“'),
        '"' => close == '"',
        _ => false,
    }
}

/// What a bracket does; «1)» and «а)» before an item are no brackets.
fn bracket(text: &str, at: usize, sign: char, open: &[Sign]) -> Option<Act> {
    match sign {
        '(' | '[' | '{' => Some(Act::Open),
        ']' | '}' => Some(Act::Close),
        ')' if open.iter().any(|open| open.own == '(') || !is_marker(&text[..at], &text[at + 1..]) => Some(Act::Close),
        _ => None,
    }
}

/// Whether the mark of an item stands before «)»: a short number or a letter or two, and the item after it.
fn is_marker(before: &str, after: &str) -> bool {
    let mark = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let lead = before[..before.len() - mark.len()].trim_end();
    let length = mark.chars().count();
    let number = mark.chars().all(|sign| sign.is_ascii_digit() || sign == '.') && length <= 6;
    let letters = mark.chars().all(char::is_alphabetic) && length <= 2;
    let follows = !after.trim_start().is_empty() || lead.is_empty();
    length > 0 && (number || letters || mark == "*") && follows && !lead.ends_with('№')
}

/// What a quotation mark does: the straight and the English ones open before a word.
fn quote(text: &str, at: usize, sign: char, open: &[Sign]) -> Option<Act> {
    match sign {
        '«' | '„' => Some(Act::Open),
        '»' | '”' => Some(Act::Close),
        '“' | '"' => {
            let before = text[..at].chars().next_back();
            let after = text[at + sign.len_utf8()..].chars().next();
            let free = before.is_none_or(|sign| sign.is_whitespace() || "([«„-–—/".contains(sign));
            let word = after.is_some_and(|sign| sign.is_alphanumeric() || "«„(№_…".contains(sign));
            if sign == '"' && before.is_some_and(|sign| sign.is_ascii_digit()) && open.is_empty() {
                return None; // inches
            }
            Some(if free && word { Act::Open } else { Act::Close })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::tokens::Tokens;
    use super::*;
    use crate::check::passages::Sheet;
    use crate::diagnostic::{Files, Place};

    /// The faults of some paragraphs, each as a word and the signs.
    fn said(texts: &[&str], kind: Kind) -> Vec<String> {
        let file = Files::default().add("a.md", "");
        let passages = texts.iter().map(|text| Passage {
            role: Role::Paragraph,
            text: (*text).into(),
            words: Tokens::of(text, &Lexicon::default()),
            place: Place::new(file, 0, 0),
            sheet: Sheet::Program,
            goes_on: false,
        });
        let passages: Vec<_> = passages.collect();
        let name = |fault: &Fault| match fault {
            Fault::Unclosed(sign) => format!("unclosed {}", sign.own),
            Fault::Shared(sign) => format!("shared {}", sign.own),
            Fault::Unopened(sign) => format!("unopened {}", sign.own),
            Fault::Mismatched(open, close) => format!("{} by {}", open.own, close.own),
        };
        faults(&passages, kind).iter().map(name).collect()
    }

    #[test]
    fn quotes() {
        for (text, wanted) in [
            ("МКУ «ЦООД» и «Точка роста»", &[][..]),
            ("МКУ «ЦООД", &["unclosed «"]),
            ("МОУ СОШ №№ 4,7»", &["unopened »"]),
            ("«О программе «Развитие образования», и далее", &[]),
            ("«Школа и «Точка роста» работает", &["shared «"]),
            ("«О программе «Развитие образования»»", &[]),
            ("«Точка роста\" работает", &["« by \""]),
            ("\"Точка роста\" и \"Кванториум\"", &[]),
            ("\"Точка роста", &["unclosed \""]),
            ("экран 21\" и стол", &[]),
            ("«школа „Луч“»", &[]),
            ("“Школа”", &[]),
        ] {
            assert_eq!(said(&[text], Kind::Quotes), wanted, "{text}");
        }
    }

    #[test]
    fn brackets() {
        for (text, wanted) in [
            ("1) один; 2) два; а) три", &[][..]),
            ("школы (СОШ № 4", &["unclosed ("]),
            ("школы СОШ № 4)", &["unopened )"]),
            ("раздел (пункт 5)", &[]),
            ("(а) и б) второе", &[]),
            ("по пункту [[ид]] (приложение [[п]])", &[]),
            ("(первый]", &["( by ]"]),
        ] {
            let found = said(&[text], Kind::Brackets);
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn paragraphs_share_a_pair() {
        assert_eq!(said(&["школы (в том числе:", "гимназии", "лицеи)."], Kind::Brackets), Vec::<String>::new());
        assert_eq!(said(&["«Первый абзац.", "Второй»"], Kind::Quotes), Vec::<String>::new());
    }
}
