//! A slip between the words: a missing space, a doubled mark, and what typography does not mend when it is off.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::tokens::Token;
use super::super::text::words::{is_cyrillic, without_references};
use crate::diagnostic::Level;

pub const RULE: Rule = Rule {
    name: "typography-slip",
    level: Level::Note,
    wants: &[],
    page: include_str!("typography_slip.md"),
    check,
};

/// A slip: what it is, as it stands, and as it should.
#[derive(Debug, PartialEq, Eq)]
struct Slip<'t> {
    what: &'static str,
    old: &'t str,
    new: String,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let all = !subject.program.municipality.layout.typography;
    for passage in subject.passages {
        // The texts that typography mends need no words; one slip of a text is enough.
        let may = may_slip(&passage.text, &passage.words.all);
        let slip = if may { printed(&passage.text) } else { None }.or_else(|| if all { mended(&passage.text) } else { None });
        if let Some(Slip { what, old, new }) = slip {
            let message = format!("{what}: {old}");
            found.push(found.at(passage.place, message).help(format!("пишите: {new}")).mend(old, new));
        }
    }
}

/// Whether the signs between the words of a text look like a slip that is printed as it stands: a comma or a semicolon
/// right before what is no space, a sign twice.
fn may_slip(text: &str, words: &[Token]) -> bool {
    let starts = std::iter::once(0).chain(words.iter().map(Token::end));
    let ends = words.iter().map(Token::start).chain([text.len()]);
    starts.zip(ends).any(|(start, end)| {
        let between = &text.as_bytes()[start..end];
        let next = |at: usize| text.as_bytes().get(start + at + 1).copied();
        between != b" " && between.iter().enumerate().any(|(at, sign)| match sign {
            b',' | b';' => next(at).is_some_and(|next| matches!(next, b',' | b';') || !next.is_ascii()),
            b':' => matches!(next(at), Some(b':')),
            b'.' => next(at) == Some(b'.'),
            _ => between[at..].starts_with("№№".as_bytes()),
        })
    })
}

/// A slip that is printed as it stands.
fn printed(text: &str) -> Option<Slip<'_>> {
    let shown = without_references(text);
    let sign = |at: usize| shown[at..].chars().next();
    let before = |at: usize| shown[..at].chars().next_back();
    shown.char_indices().find_map(|(at, own)| {
        let next = at + own.len_utf8();
        let (prior, after) = (before(at), sign(next));
        match own {
            ',' | ';' if prior.is_some_and(is_cyrillic) && after.is_some_and(is_cyrillic) => {
                let what = if own == ',' { "нет пробела после запятой" } else { "нет пробела после точки с запятой" };
                let old = word_at(text, at);
                Some(Slip { what, old, new: parted(old) })
            }
            ',' | ';' | ':' if after == Some(own) || (own != ':' && after == Some(',')) => {
                let end = next + after.map_or(0, char::len_utf8);
                Some(Slip { what: "знак стоит дважды", old: &text[at..end], new: own.to_string() })
            }
            '.' if after == Some('.') && prior != Some('.') && sign(next + 1) != Some('.') => {
                let free = prior.is_some_and(char::is_alphanumeric);
                free.then(|| Slip { what: "точка стоит дважды", old: &text[at..=next], new: ".".to_owned() })
            }
            '№' if after == Some('№') => {
                Some(Slip { what: "знак номера стоит дважды", old: &text[at..next + own.len_utf8()], new: "№".to_owned() })
            }
            _ => None,
        }
    })
}

/// A slip that typography would mend.
fn mended(text: &str) -> Option<Slip<'_>> {
    let shown = without_references(text);
    let sign = |at: usize| shown[at..].chars().next();
    let before = |at: usize| shown[..at].chars().next_back();
    shown.char_indices().find_map(|(at, own)| {
        let next = at + own.len_utf8();
        let (prior, after) = (before(at), sign(next));
        let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        match own {
            '№' if after.is_some_and(|sign| sign.is_ascii_digit()) => {
                let old = word_at(text, at);
                Some(Slip { what: "нет пробела после знака номера", old, new: old.replacen('№', "№ ", 1) })
            }
            ' ' if after == Some(' ') && prior.is_some() => {
                let length = shown[at..].find(|sign| sign != ' ').filter(|_| word(prior))?;
                let old = &text[at..at + length];
                Some(Slip { what: "лишний пробел", old, new: " ".to_owned() })
            }
            ' ' if matches!(after, Some(',' | ';' | ')')) && word(prior) => {
                let sign = after.unwrap_or(',');
                Some(Slip { what: "пробел перед знаком", old: &text[at..=next], new: sign.to_string() })
            }
            ' ' if shown[at..].starts_with(" - ") && word(prior) && word(sign(at + 3)) => {
                let digits = prior.is_some_and(|sign| sign.is_ascii_digit()) && sign(at + 3).is_some_and(|sign| sign.is_ascii_digit());
                (!digits).then(|| Slip { what: "дефис вместо тире", old: &text[at..at + 3], new: " – ".to_owned() })
            }
            '"' if word(after) && !word(prior) => {
                let end = next + shown[next..].find('"')?;
                let inner = &text[next..end];
                Some(Slip { what: "прямые кавычки", old: &text[at..=end], new: format!("«{inner}»") })
            }
            _ => None,
        }
    })
}

/// A word with a space after each comma and semicolon that stands between letters.
fn parted(word: &str) -> String {
    let mut parted = String::new();
    let mut signs = word.chars().peekable();
    while let Some(sign) = signs.next() {
        parted.push(sign);
        if matches!(sign, ',' | ';') && signs.peek().copied().is_some_and(is_cyrillic) {
            parted.push(' ');
        }
    }
    parted
}

/// The signs around a place up to the next spaces, without brackets and quotation marks at their ends.
fn word_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| {
        space + text[space..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(slip: Option<Slip<'_>>) -> Option<(String, String)> {
        slip.map(|slip| (slip.old.to_owned(), slip.new))
    }

    #[test]
    fn slips_that_are_printed() {
        for (text, wanted) in [
            ("исполнитель,соисполнитель", Some(("исполнитель,соисполнитель", "исполнитель, соисполнитель"))),
            ("а,б,в", Some(("а,б,в", "а, б, в"))),
            ("школы №№ 4, 7", Some(("№№", "№"))),
            ("отчет,, план", Some((",,", ","))),
            ("отчет..", Some(("..", "."))),
            ("отчет… или ...", None),
            ("на 61,5 %, план", None),
        ] {
            let wanted = wanted.map(|(old, new)| (old.to_owned(), new.to_owned()));
            assert_eq!(said(printed(text)), wanted, "{text}");
        }
    }

    #[test]
    fn slips_that_typography_mends() {
        for (text, wanted) in [
            ("закон №273", Some(("№273", "№ 273"))),
            ("школа - центр", Some((" - ", " – "))),
            ("школа  центр", Some(("  ", " "))),
            ("школа , центр", Some((" ,", ","))),
            ("МКУ \"Центр\" и", Some(("\"Центр\"", "«Центр»"))),
            ("школа-центр, 5 - 7", None),
        ] {
            let wanted = wanted.map(|(old, new)| (old.to_owned(), new.to_owned()));
            assert_eq!(said(mended(text)), wanted, "{text}");
        }
    }
}
