//! The words for the levels of findings, and texts brought onto one line.

use crate::diagnostic::Level;
use crate::visible;

/// The levels from the worst.
pub(super) const LEVELS: [Level; 3] = [Level::Error, Level::Warning, Level::Note];

/// The place of a level among them.
pub(super) fn index(level: Level) -> usize {
    match level {
        Level::Error => 0,
        Level::Warning => 1,
        Level::Note => 2,
    }
}

/// The Russian word for a level.
pub(super) fn russian(level: Level) -> &'static str {
    match level {
        Level::Error => "ошибка",
        Level::Warning => "предупреждение",
        Level::Note => "замечание",
    }
}

/// The English word for a level.
pub(super) fn english(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// A text on one line, whatever a quoted file brings.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect();
    visible::name(&words.join(" ")).into_owned()
}
