//! Words that no end of line may part: a space between them becomes a no-break space.

use super::lexicon::{CLOSING, NO_BREAK, NUMBERED, OPENING, SCALES, UNITS, is_month_of_day, is_name, words};
use super::line::{Edit, Line};

/// Whether two neighbouring words belong together.
type Tie = fn(&Neighbours<'_>) -> bool;

const TIES: [Tie; 10] =
    [number_sign, unit, scale, initials, town, numbered, abbreviation, day, before_dash, group_of_digits];

/// What is counted in thousands and millions.
const COUNTED: [&str; 3] = ["руб", "чел", "экз"];

/// Two words with a space between them, and those on both sides of them; empty where the line begins or ends.
struct Neighbours<'w> {
    before: &'w str,
    left: &'w str,
    right: &'w str,
    after: &'w str,
}

/// Binds the words of a line.
pub(super) fn binding(line: &Line) -> Vec<Edit> {
    let text = line.text();
    let words = words(text);
    let plain: Vec<bool> = words.iter().map(|word| is_plain(&text[word.clone()])).collect();
    let shown = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).map_or(String::new(), |word| text[word.clone()].iter().collect())
    };
    let mut edits = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let gap = pair[0].end..pair[1].start;
        if (plain[at] && plain[at + 1]) || text[gap.clone()] != [' '] {
            continue;
        }
        let spelt = [at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(shown);
        let [before, left, right, after] = &spelt;
        if TIES.iter().any(|tie| tie(&Neighbours { before, left, right, after })) {
            edits.push(Edit::replace(gap.start, gap.end, NO_BREAK));
        }
    }
    edits
}

/// Whether no tie holds a word to another such word for sure: each wants a digit, «.», «№», «§», a dash or a power of ten.
fn is_plain(word: &[char]) -> bool {
    let ties = |sign: &char| matches!(sign, '0'..='9' | '.' | '№' | '§' | '–' | '—');
    !word.iter().any(ties) && !word.ends_with(&['м', 'л', 'н']) && !word.ends_with(&['м', 'л', 'р', 'д'])
}

/// Whether a word may be bound to the number before it: a unit or a month.
pub(super) fn counts(word: &str) -> bool {
    let bare = word.trim_end_matches(CLOSING);
    UNITS.contains(&bare) || is_month_of_day(bare)
}

/// «№ 5», «№ Р-8», «§ 2»; not «№ п/п».
fn number_sign(words: &Neighbours<'_>) -> bool {
    let number = |sign: char| sign.is_ascii_digit() || sign == '_';
    words.left.ends_with(['№', '§']) && (words.right.contains(number) || words.right.starts_with("б/н"))
}

/// «2021 г.», «15 чел.», «50 %»; in «п. 3 ч. 5» the part belongs to what follows.
fn unit(words: &Neighbours<'_>) -> bool {
    let unit = words.right.trim_end_matches(CLOSING);
    let part = unit == "ч" && begins_with_digit(words.after);
    ends_with_digit(words.left) && UNITS.contains(&unit) && !part
}

/// «тыс. руб.»
fn scale(words: &Neighbours<'_>) -> bool {
    let counted = COUNTED.iter().any(|counted| words.right.starts_with(counted));
    SCALES.contains(&words.left.trim_start_matches(OPENING)) && counted
}

/// «Л.Ю. Живцова», «Живцова Л.Ю.», «А. С. Пушкин», «Пушкин А. С.»
fn initials(words: &Neighbours<'_>) -> bool {
    let Neighbours { before, left, right, after } = *words;
    if !left.ends_with('.') && !right.contains('.') {
        return false;
    }
    let left_bare = left.trim_start_matches(OPENING);
    let right = right.trim_end_matches(&CLOSING[1..]);
    let two = |word: &str| initials_of(word) == 2;
    let one = |word: &str| initials_of(word) == 1;
    let surname = |word: &str| is_name(word) && !word.ends_with('.');
    (two(left_bare) && is_name(right))
        || (surname(left_bare) && two(right))
        || (one(left_bare) && one(right) && (is_name(after) || surname(before)))
        || (one(before.trim_start_matches(OPENING)) && one(left) && is_name(right))
        || (surname(left_bare) && one(right) && one(after.trim_end_matches(&CLOSING[1..])))
}

/// «г. Саратов»; in «2021 г. Саратов» it is a year.
fn town(words: &Neighbours<'_>) -> bool {
    matches!(words.left.trim_start_matches(OPENING), "г." | "Г.")
        && is_name(words.right)
        && !ends_with_digit(words.before)
}

/// «п. 5», «ст. 28», «д. 1».
fn numbered(words: &Neighbours<'_>) -> bool {
    if !begins_with_digit(words.right) {
        return false;
    }
    let left = words.left.trim_start_matches(OPENING).to_lowercase();
    NUMBERED.contains(&left.as_str())
}

/// «и т. д.», «и т.д.», «в т. ч.», «т. е.»
fn abbreviation(words: &Neighbours<'_>) -> bool {
    let left = words.left.trim_start_matches(OPENING);
    if left.len() > "т.".len() {
        return false;
    }
    let ends = |word: &str| ["д.", "п.", "е.", "ч.", "к.", "н."].iter().any(|end| word.starts_with(end));
    match left.to_lowercase().as_str() {
        "т." => ends(words.right),
        "и" | "в" => match words.right.strip_prefix("т.") {
            Some("") => ends(words.after),
            Some(end) => ends(end),
            None => false,
        },
        _ => false,
    }
}

/// «2 августа».
fn day(words: &Neighbours<'_>) -> bool {
    let digits = words.left.bytes().rev().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2) && is_month_of_day(words.right.trim_end_matches(CLOSING))
}

/// A dash does not begin a line.
fn before_dash(words: &Neighbours<'_>) -> bool {
    matches!(words.right, "–" | "—") && !matches!(words.left, "–" | "—" | "-")
}

/// «25 000 200», but not «№ 5 100».
fn group_of_digits(words: &Neighbours<'_>) -> bool {
    let left = words.left.trim_start_matches(OPENING);
    let first =
        (1..=3).contains(&left.len()) && left.bytes().all(|byte| byte.is_ascii_digit()) && !words.before.ends_with('№');
    let right = words.right.trim_end_matches(CLOSING);
    let (whole, fraction) = right.split_once(',').unwrap_or((right, "0"));
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    first && whole.len() == 3 && digits(whole) && digits(fraction.trim_end_matches('%'))
}

/// How many initials a word is: «Л.Ю.» is two.
fn initials_of(word: &str) -> usize {
    let mut signs = word.chars();
    let mut initials = 0;
    while let Some(letter) = signs.next() {
        if !letter.is_uppercase() || signs.next() != Some('.') {
            return 0;
        }
        initials += 1;
    }
    initials
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_ascii_digit())
}

fn ends_with_digit(word: &str) -> bool {
    word.ends_with(|sign: char| sign.is_ascii_digit())
}
