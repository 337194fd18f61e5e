//! A slip between the words: a missing space, a doubled mark, and what typography does not mend when it is off.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::tokens::Token;
use super::super::text::words::{is_cyrillic, without_references};
use crate::diagnostic::Level;
use std::ops::Range;

pub const RULE: Rule = Rule {
    name: "typography-slip",
    level: Level::Note,
    wants: &[],
    page: include_str!("typography_slip.md"),
    check,
};

/// A slip: what it is, where it stands, and how it should be.
#[derive(Debug, PartialEq, Eq)]
struct Slip {
    what: &'static str,
    at: Range<usize>,
    new: String,
    /// Whether nothing can be lost by writing so: between two signs words may be missing.
    safe: bool,
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let all = !subject.program.municipality.layout.typography;
    for passage in subject.passages {
        let text = passage.text.as_ref();
        // The texts that typography mends need no words.
        let may = may_slip(text, &passage.words.all);
        let mut slips = if may { printed(text) } else { Vec::new() };
        if all {
            slips.extend(mended(text));
        }
        // One slip of a text is enough for people. One that is mended comes first, so that another one does not keep it
        // from that, and brings those behind it.
        let first = slips.iter().position(|slip| slip.safe).unwrap_or(0);
        if first >= slips.len() {
            continue;
        }
        let Slip { what, at, new, safe } = slips.remove(first);
        let finding = found.at(passage.place, format!("{what}: {}", &text[at.clone()]));
        let finding = if safe {
            finding.help(format!("пишите: {new}"))
        } else {
            finding.help(format!("оставьте один знак «{new}» или допишите слова, пропущенные между ними"))
        };
        let end = at.end;
        let finding = finding.marked(text, at, safe.then_some(new));
        found.push(finding.mend_behind(text, end, behind(slips, end)));
    }
}

/// The safe slips behind this place that do not overlap, and what is written instead.
fn behind(mut slips: Vec<Slip>, mut end: usize) -> Vec<(Range<usize>, String)> {
    slips.sort_by_key(|slip| slip.at.start);
    slips.retain(|slip| {
        let apart = slip.safe && slip.at.start >= end;
        end = if apart { slip.at.end } else { end };
        apart
    });
    slips.into_iter().map(|slip| (slip.at, slip.new)).collect()
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

/// The slips that are printed as they stand.
fn printed(text: &str) -> Vec<Slip> {
    let shown = without_references(text);
    let sign = |at: usize| shown[at..].chars().next();
    let before = |at: usize| shown[..at].chars().next_back();
    let twice = |what, at, new: char| Some(Slip { what, at, new: new.to_string(), safe: false });
    let slip = |(at, own): (usize, char)| {
        let next = at + own.len_utf8();
        let (prior, after) = (before(at), sign(next));
        match own {
            ',' | ';' if prior.is_some_and(is_cyrillic) && after.is_some_and(is_cyrillic) => {
                let what = if own == ',' { "нет пробела после запятой" } else { "нет пробела после точки с запятой" };
                let at = word_at(text, at);
                let new = parted(&text[at.clone()], &shown[at.clone()]);
                Some(Slip { what, at, new, safe: true }).filter(|slip| !is_address(&text[slip.at.clone()]))
            }
            ',' | ';' | ':' if after == Some(own) || (own != ':' && after == Some(',')) => {
                twice("знак стоит дважды", at..next + after.map_or(0, char::len_utf8), own)
            }
            '.' if after == Some('.') && prior != Some('.') && sign(next + 1) != Some('.') => {
                let free = prior.is_some_and(char::is_alphanumeric);
                twice("точка стоит дважды", at..next + 1, own).filter(|_| free)
            }
            '№' if after == Some('№') => twice("знак номера стоит дважды", at..next + own.len_utf8(), own),
            _ => None,
        }
    };
    shown.char_indices().filter_map(slip).collect()
}

/// The slips that typography would mend.
fn mended(text: &str) -> Vec<Slip> {
    let shown = without_references(text);
    let sign = |at: usize| shown[at..].chars().next();
    let before = |at: usize| shown[..at].chars().next_back();
    let mend = |what, at, new: &str| Some(Slip { what, at, new: new.to_owned(), safe: true });
    let slip = |(at, own): (usize, char)| {
        let next = at + own.len_utf8();
        let (prior, after) = (before(at), sign(next));
        let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        match own {
            '№' if after.is_some_and(|sign| sign.is_ascii_digit()) => {
                let whole = word_at(text, at);
                let new = format!("{} {}", &text[whole.start..next], &text[next..whole.end]);
                mend("нет пробела после знака номера", whole, &new)
            }
            ' ' if after == Some(' ') && prior.is_some() => {
                let length = shown[at..].find(|sign| sign != ' ').filter(|_| word(prior))?;
                mend("лишний пробел", at..at + length, " ")
            }
            ' ' if matches!(after, Some(',' | ';' | ')')) && word(prior) => {
                mend("пробел перед знаком", at..next + 1, &text[next..=next])
            }
            ' ' if shown[at..].starts_with(" - ") && word(prior) && word(sign(at + 3)) => {
                let digits = prior.is_some_and(|sign| sign.is_ascii_digit()) && sign(at + 3).is_some_and(|sign| sign.is_ascii_digit());
                let within = parts_word(&shown[..at], &shown[at + 3..]);
                mend("дефис вместо тире", at..at + 3, " – ").filter(|_| !digits && !within)
            }
            '"' if word(after) && !word(prior) => {
                let end = next + shown[next..].find('"')?;
                let inner = &text[next..end];
                // What ends with a space is no name, but stands between two of them.
                mend("прямые кавычки", at..end + 1, &format!("«{inner}»")).filter(|_| inner.trim() == inner)
            }
            _ => None,
        }
    };
    shown.char_indices().filter_map(slip).collect()
}

/// Whether a word is an address, a file or a way to one: commas in it part no words.
fn is_address(word: &str) -> bool {
    const FILES: [&str; 12] =
        [".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".pdf", ".odt", ".ods", ".rtf", ".yaml", ".md"];
    let small = word.trim_end_matches(['.', ',', ';', ')', '»']).to_lowercase();
    small.contains(['@', '/', '\\']) || small.contains("www.") || FILES.iter().any(|ending| small.ends_with(ending))
}

/// Whether a hyphen with spaces stands within one word or number: «кто - то», «1 - й», «273 - ФЗ», «по - русски».
fn parts_word(before: &str, after: &str) -> bool {
    const AFTER: [&str; 7] = ["то", "либо", "нибудь", "таки", "ка", "фз", "фкз"];
    const BEFORE: [&str; 6] = ["кое", "кой", "по", "из", "во", "в"];
    let is_end = |sign: char| !sign.is_alphanumeric();
    let next = after.split(is_end).next().unwrap_or_default().to_lowercase();
    let last = before.rsplit(is_end).next().unwrap_or_default().to_lowercase();
    let ending = last.ends_with(|sign: char| sign.is_ascii_digit()) && next.chars().count() <= 3;
    ending || AFTER.contains(&next.as_str()) || BEFORE.contains(&last.as_str())
}

/// A word with a space after each comma and semicolon that stands between letters; `shown` is it without references.
fn parted(word: &str, shown: &str) -> String {
    let mut parted = String::new();
    for (at, sign) in word.char_indices() {
        parted.push(sign);
        let next = at + sign.len_utf8();
        if shown[at..].starts_with([',', ';']) && shown[next..].starts_with(is_cyrillic) {
            parted.push(' ');
        }
    }
    parted
}

/// Where the signs around a place up to the next spaces stand.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| {
        space + text[space..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first slip: as it stands and as it is mended, if it is.
    fn said(text: &str, slips: impl IntoIterator<Item = Slip>) -> Option<(String, Option<String>)> {
        let slip = slips.into_iter().next()?;
        Some((text[slip.at].to_owned(), slip.safe.then_some(slip.new)))
    }

    #[test]
    fn slips_that_are_printed() {
        for (text, wanted) in [
            ("исполнитель,соисполнитель", Some(("исполнитель,соисполнитель", Some("исполнитель, соисполнитель")))),
            ("а,б,в", Some(("а,б,в", Some("а, б, в")))),
            ("пункт [[а,б]],в", None),
            ("школы №№ 4, 7", Some(("№№", None))),
            ("отчет,, план", Some((",,", None))),
            ("отчет..", Some(("..", None))),
            ("отчет… или ...", None),
            ("на 61,5 %, план", None),
            ("https://сайт.рф/план,отчет", None),
            ("www.школа.рф,план", None),
            ("а,б@школа.рф", None),
            ("список,новый.docx", None),
            (r"C:\папка,другая\файл", None),
        ] {
            let wanted = wanted.map(|(old, new)| (old.to_owned(), new.map(String::from)));
            assert_eq!(said(text, printed(text)), wanted, "{text}");
        }
        assert_eq!(parted("а,[[б,в]],г", "а,00000000000,г"), "а,[[б,в]],г");
    }

    #[test]
    fn slips_that_typography_mends() {
        for (text, wanted) in [
            ("закон №273", Some(("№273", "№ 273"))),
            ("№-1,№5", Some(("№-1,№5", "№-1,№ 5"))),
            ("школа - центр", Some((" - ", " – "))),
            ("школа  центр", Some(("  ", " "))),
            ("школа , центр", Some((" ,", ","))),
            ("МКУ \"Центр\" и", Some(("\"Центр\"", "«Центр»"))),
            ("\"МКУ \"Центр\"\" и", Some(("\"Центр\"", "«Центр»"))),
            ("школа-центр, 5 - 7", None),
            ("закон № 273 - ФЗ", None),
            ("1 - й класс", None),
            ("кто - то, кое - что, по - русски", None),
        ] {
            let wanted = wanted.map(|(old, new)| (old.to_owned(), Some(new.to_owned())));
            assert_eq!(said(text, mended(text)), wanted, "{text}");
        }
    }
}
