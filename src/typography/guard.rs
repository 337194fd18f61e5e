//! What must stay as it is written: addresses, file names, numbers of acts.

use super::lexicon::{CLOSING, OPENING};
use std::ops::Range;

/// The spans of a text that no rule may change.
pub(super) fn shut(text: &[char]) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut word = 0..0;
    for (at, sign) in text.iter().enumerate() {
        match sign {
            '№' | '§' => {
                let number = number(text, at + 1);
                let from = if *sign == '№' { registered(text, at) } else { None };
                spans.push(from.unwrap_or(number.start)..number.end);
            }
            // The Latin letter that stands for «№» on old keyboards.
            'N' if around(text, at).len() == 1 => spans.push(number(text, at + 1)),
            // A sign within the last word tells nothing new of it.
            '.' | '@' | ':' if at >= word.end => {
                word = around(text, at);
                let bare = bare(text, word.clone());
                if !text[bare.clone()].iter().any(|sign| matches!(sign, '.' | '@' | ':')) {
                    continue;
                }
                let shown: String = text[bare.clone()].iter().collect();
                if is_address(&shown) || is_file(&shown) {
                    spans.push(bare);
                }
            }
            _ => {}
        }
    }
    spans
}

/// The word that the sign at an index is in.
fn around(text: &[char], at: usize) -> Range<usize> {
    let inside = |sign: &&char| !sign.is_whitespace();
    let before = text[..at].iter().rev().take_while(inside).count();
    let after = text[at..].iter().take_while(inside).count();
    at - before..at + after
}

/// A word without what stands around it.
fn bare(text: &[char], mut word: Range<usize>) -> Range<usize> {
    while !word.is_empty() && OPENING.contains(&text[word.start]) {
        word.start += 1;
    }
    while !word.is_empty() && CLOSING.contains(&text[word.end - 1]) {
        word.end -= 1;
    }
    word
}

/// Whether a word is an address of a page or of a mailbox.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

/// Whether a word is the name of a file or of a site: it ends in a full stop and a few Latin letters.
fn is_file(word: &str) -> bool {
    let Some((name, ending)) = word.split('/').next().unwrap_or(word).rsplit_once('.') else { return false };
    let latin = |sign: char| sign.is_ascii_alphanumeric();
    !name.is_empty() && (2..=5).contains(&ending.len()) && ending.chars().all(latin) && !ending.starts_with(digit)
}

/// Where a registration number begins whose sign stands within it: «исх. - №17/3».
fn registered(text: &[char], sign: usize) -> Option<usize> {
    const WORDS: [&str; 4] = ["исх", "вх", "рег", "вн"];
    let between = |own: &&char| super::lexicon::is_space(**own) || matches!(own, '-' | '–');
    let gap = text[..sign].iter().rev().take_while(between).count();
    let end = sign - gap;
    if !text[end..sign].iter().any(|own| matches!(own, '-' | '–')) {
        return None;
    }
    let stop = usize::from(text[..end].last() == Some(&'.'));
    let letters = text[..end - stop].iter().rev().take_while(|own| own.is_alphabetic()).count();
    let from = end - stop - letters;
    let word: String = text[from..end - stop].iter().flat_map(|own| own.to_lowercase()).collect();
    WORDS.contains(&word.as_str()).then_some(from)
}

fn digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

/// The number after «№»: «01-05/226», «Р-8», «760-П».
fn number(text: &[char], at: usize) -> Range<usize> {
    let from = at + text[at..].iter().take_while(|sign| super::lexicon::is_space(**sign)).count();
    let part = |sign: &&char| sign.is_alphanumeric() || matches!(sign, '-' | '–' | '/' | '_');
    from..from + text[from..].iter().take_while(part).count()
}
