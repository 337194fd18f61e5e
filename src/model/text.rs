//! Text, prose, ids and references with their places.

use crate::diagnostic::Place;
use crate::document::Block;
use crate::file_name::is_reserved;

/// Plain text of one paragraph; `[[ид]]` in it stands for a number and a line break for a new line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text as written.
    pub value: String,
    /// Where.
    pub place: Place,
}

/// Markdown, already as blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Where it was written: the field, or the whole file.
    pub place: Place,
}

/// The name of a thing, by which others refer to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    /// The name as written.
    pub value: String,
    /// Where.
    pub place: Place,
}

/// What keeps a text from being an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoId {
    /// A character that a file name or a reference cannot hold.
    Character(char),
    /// A full stop at its beginning: such a file is hidden.
    Stop,
    /// A full stop at its end: Windows drops it.
    LastStop,
    /// It is longer than [`Id::LENGTH`] characters.
    Long,
    /// Windows gives no file this name.
    Reserved,
}

impl Id {
    /// The longest id in characters: ids become parts of file names.
    pub const LENGTH: usize = 60;

    /// Why a text cannot be an id, if it cannot.
    pub fn refused(written: &str) -> Option<NoId> {
        if let Some(character) = written.chars().find(|character| is_foreign(*character)) {
            return Some(NoId::Character(character));
        }
        if written.starts_with('.') {
            return Some(NoId::Stop);
        }
        if written.ends_with('.') {
            return Some(NoId::LastStop);
        }
        if written.chars().count() > Self::LENGTH {
            return Some(NoId::Long);
        }
        is_reserved(written).then_some(NoId::Reserved)
    }

    /// A text as an id that can stand in a file name: the same for whoever refers to it by the refused one.
    pub fn mended(written: &str) -> String {
        let tame: String =
            written.chars().map(|own| if is_foreign(own) { '-' } else { own }).take(Self::LENGTH).collect();
        let tame = tame.trim_matches('.');
        if is_reserved(tame) { format!("-{tame}") } else { tame.to_owned() }
    }
}

/// Whether a character may not stand in an id.
fn is_foreign(character: char) -> bool {
    character.is_control() || "/\\[]|:*?\"<>".contains(character)
}

/// `[[ид]]` in a text: prints the number of what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id between the brackets.
    pub id: String,
    /// Where.
    pub place: Place,
}

/// A key's value that names another thing (a task, a party, a paper), tied to it by `resolve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What was written: an id, a number or a name.
    pub written: String,
    /// Where.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_refused_and_mended() {
        for device in ["con", "NUL", "nul.txt", "Com1", "LPT9 .а", "com¹"] {
            assert_eq!(Id::refused(device), Some(NoId::Reserved), "{device}");
            assert_eq!(Id::refused(&Id::mended(device)), None, "{device}");
        }
        assert_eq!(Id::refused("а."), Some(NoId::LastStop));
        assert_eq!(Id::mended("а.."), "а");
        for usual in ["контроль", "console", "com", "com10", "null", "а.con"] {
            assert_eq!(Id::refused(usual), None, "{usual}");
        }
    }
}
