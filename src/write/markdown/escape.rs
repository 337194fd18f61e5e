//! Text as GFM: a backslash only where a mark would be taken for markup in that very place.

use crate::document::{Emphasis, Inline};

/// The marks of a line that matter in pairs only and have their pair.
pub(super) struct Pairs(Vec<char>);

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) struct Context<'l> {
    /// What stands before it; nothing at the start of a line.
    pub(super) before: Option<char>,
    /// What stands after it.
    pub(super) after: After,
    /// What its line has in pairs.
    pub(super) pairs: &'l Pairs,
    pub(super) line: LineStart,
    pub(super) in_cell: bool,
    pub(super) in_link: bool,
}

/// What stands after a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// The end of the paragraph.
    End,
    /// Markup that begins with a square bracket.
    Bracket,
    /// Other markup; a new line is a backslash.
    Markup,
}

/// Whether a text begins a line, where blocks begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LineStart {
    No,
    /// The first line of a paragraph.
    First,
    /// A further line.
    Further,
}

impl Pairs {
    /// The pairs in a line; emphasis that will be written counts as one.
    pub(super) fn of(inlines: &[Inline], bold: bool) -> Self {
        let emphasised = bold
            || inlines.iter().any(|inline| match inline {
                Inline::Text { emphasis, .. } => *emphasis != Emphasis::default(),
                Inline::Image(_) | Inline::Link { .. } => true,
                Inline::Break | Inline::Tab | Inline::Footnote(_) | Inline::Reference { .. } => false,
            });
        let paired = |mark: &char| runs(*mark, inlines) > usize::from(!(emphasised && matches!(mark, '*' | '~')));
        Self(['*', '_', '~', '`'].into_iter().filter(paired).collect())
    }
}

/// How many runs of a mark some inlines hold.
fn runs(mark: char, inlines: &[Inline]) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Text { text, .. } => {
            let mut before = None;
            text.chars().filter(|letter| before.replace(*letter) != Some(mark) && *letter == mark).count()
        }
        Inline::Link { children, .. } => runs(mark, children),
        Inline::Image(image) => image.description.matches(mark).count(),
        Inline::Break | Inline::Tab | Inline::Footnote(_) | Inline::Reference { .. } => 0,
    };
    inlines.iter().map(count).sum()
}

/// The text with backslashes where they are needed.
pub(super) fn text(text: &str, context: Context<'_>) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let guard = guard(text, context.line);
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        let next = letters.get(at + 1).copied();
        let length = letters[at..].iter().take_while(|other| **other == letter).count();
        if matches!(letter, '*' | '_' | '~' | '`') {
            let before = at.checked_sub(1).map_or(context.before, |before| Some(letters[before]));
            let after = letters.get(at + length).copied().or((context.after != After::End).then_some('*'));
            let needed = delimits(letter, before, after, context.pairs) || guard == Some(at) && length > 2;
            for number in 0..length {
                if needed || guard == Some(at + number) {
                    out.push('\\');
                }
                out.push(letter);
            }
            at += length;
            continue;
        }
        let needed = guard == Some(at)
            || match letter {
                '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
                '<' => next.is_some_and(|next| {
                    let tag = next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?');
                    // A mailbox may begin with a digit or a sign.
                    tag || (next.is_ascii_graphic() && letters[at + 1..].contains(&'@'))
                }),
                '&' => is_entity(&letters[at + 1..]),
                '!' => next.is_none() && context.after == After::Bracket,
                '[' => context.in_link || !is_plain_bracket(&letters[at + 1..], context.after),
                ']' => context.in_link,
                '|' => context.in_cell,
                _ => false,
            };
        if needed {
            out.push('\\');
        }
        out.push(letter);
        at += 1;
    }
    out
}

/// Whether a run of marks may open or close emphasis.
fn delimits(mark: char, before: Option<char>, after: Option<char>, pairs: &Pairs) -> bool {
    let blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let word = |letter: Option<char>| letter.is_some_and(is_word);
    let touches = match mark {
        '`' => true,
        '_' => !(blank(before) && blank(after) || word(before) && word(after)),
        _ => !(blank(before) && blank(after)),
    };
    touches && pairs.0.contains(&mark)
}

/// Whether this is surely part of a word and no symbol; beyond the alphabets letters like «🄰» are symbols.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{2000}'
}

/// The mark at the start of a line that would begin a block.
fn guard(text: &str, line: LineStart) -> Option<usize> {
    if line == LineStart::No {
        return None;
    }
    let further = line == LineStart::Further;
    let first = text.chars().next()?;
    let run = text.chars().take_while(|letter| *letter == first).count();
    let rest = text.trim_start_matches(first);
    let ends = rest.is_empty() || rest.starts_with(' ');
    let only = |marks: &[char]| text.chars().all(|letter| letter == ' ' || marks.contains(&letter));
    let begins = match first {
        '#' => run <= 6 && ends,
        '>' | '|' => true,
        '+' => run == 1 && ends,
        '-' | '*' => (run == 1 && ends) || only(&[first]) || (further && only(&['-', '|', ':'])),
        '_' => only(&['_']) && text.chars().filter(|letter| *letter == '_').count() > 2,
        '~' | '`' => run > 2,
        '=' => further && only(&['=']),
        ':' => further && only(&['-', '|', ':']),
        '0'..='9' => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let rest = text[digits..].strip_prefix(['.', ')']);
            let ends = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            let interrupts = !further || text[..digits].parse() == Ok(1);
            return (digits <= 9 && ends && interrupts).then_some(digits);
        }
        _ => false,
    };
    begins.then_some(0)
}

/// Whether what follows `&` makes a character reference of it.
fn is_entity(rest: &[char]) -> bool {
    let name = rest.iter().take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#').count();
    name > 0 && rest.get(name) == Some(&';')
}

/// Whether what follows `[` makes plain brackets of it: no link, footnote, task or reference.
fn is_plain_bracket(rest: &[char], after: After) -> bool {
    let Some(end) = rest.iter().position(|letter| matches!(letter, ']' | '[')) else { return false };
    if rest[end] == '[' || matches!(rest.first(), Some('^' | ']')) || (end == 1 && matches!(rest[0], ' ' | 'x' | 'X')) {
        return false;
    }
    match rest.get(end + 1) {
        Some(next) => !matches!(next, '(' | '[' | ':' | ']'),
        None => after == After::End,
    }
}
