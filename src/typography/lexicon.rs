//! Words and signs that the rules look for.

use std::ops::Range;

/// The space at which a line does not break.
pub(super) const NO_BREAK: char = '\u{a0}';

/// The dash of ranges, and of official papers between words.
pub(super) const EN_DASH: char = '–';

/// What may stand before the first letter of a word.
pub(super) const OPENING: &[char] = &['(', '[', '«', '„', '"'];

/// What may stand after the last letter of a word.
pub(super) const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '»', '“', '"', '…'];

/// Units that stay with their number, without the full stop that some of them have.
pub(super) const UNITS: &[&str] = &[
    "%", "‰", "г", "гг", "руб", "коп", "тыс", "млн", "млрд", "чел", "ч", "мин", "шт", "экз", "ед", "кв", "км", "м",
    "см", "мм", "кг", "га",
];

/// Powers of ten that stay with what they count.
pub(super) const SCALES: &[&str] = &["тыс.", "млн", "млн.", "млрд", "млрд."];

/// What stays with the number after it.
pub(super) const NUMBERED: &[&str] =
    &["ул.", "д.", "корп.", "кв.", "каб.", "п.", "пп.", "подп.", "ст.", "ч.", "гл.", "разд.", "стр.", "табл.", "рис."];

const MONTHS: [[&str; 3]; 12] = [
    ["январь", "января", "январе"],
    ["февраль", "февраля", "феврале"],
    ["март", "марта", "марте"],
    ["апрель", "апреля", "апреле"],
    ["май", "мая", "мае"],
    ["июнь", "июня", "июне"],
    ["июль", "июля", "июле"],
    ["август", "августа", "августе"],
    ["сентябрь", "сентября", "сентябре"],
    ["октябрь", "октября", "октябре"],
    ["ноябрь", "ноября", "ноябре"],
    ["декабрь", "декабря", "декабре"],
];

/// Whether a word is the name of a month in a case that stands in dates.
pub(super) fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    MONTHS.iter().flatten().any(|form| *form == word)
}

/// Whether a word is the name of a month as it stands after a day.
pub(super) fn is_month_of_day(word: &str) -> bool {
    let word = word.to_lowercase();
    MONTHS.iter().any(|forms| forms[1] == word)
}

/// Whether a word begins as a name does: «Саратов», not «МОУ» and not «с».
pub(super) fn is_name(word: &str) -> bool {
    let mut signs = word.chars();
    signs.next().is_some_and(char::is_uppercase) && signs.next().is_some_and(char::is_lowercase)
}

/// Whether a sign is a space at which a line may or may not break; tabs and new lines are none.
pub(super) fn is_space(sign: char) -> bool {
    sign == ' ' || sign == NO_BREAK
}

/// The words of a text: what stands between spaces, tabs and new lines.
pub(super) fn words(text: &[char]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut from = 0;
    for (at, sign) in text.iter().chain(std::iter::once(&' ')).enumerate() {
        if sign.is_whitespace() {
            if from < at {
                words.push(from..at);
            }
            from = at + 1;
        }
    }
    words
}
