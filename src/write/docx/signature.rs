//! The signature: a long post stands in lines of its own on the left, the name on the level of the last of them.
//!
//! The lines are divided here, for a tab stop beyond an indent on the right is not the same in every editor.

use super::measure;
use crate::document::{Inline, Style};

/// The room that the lines of a post have.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// The longest line, in twips.
    longest: usize,
    /// The size of the letters, in points.
    points: usize,
}

/// 10 cm, which leaves room for the hand and for the name.
const SIGNATURE: Room = Room { longest: 5670, points: 14 };
/// 6.5 cm, before the blanks for signature and date.
const VISA: Room = Room { longest: 3700, points: 12 };

/// The room for a post in a style that has one before a tab.
pub(super) fn post_room(style: Style) -> Option<Room> {
    [(Style::Signature, SIGNATURE), (Style::Visa, VISA)]
        .into_iter()
        .find(|(own, _)| *own == style)
        .map(|(_, room)| room)
}

/// The inlines of a signature with the post divided into lines.
pub(super) fn in_lines(inlines: &[Inline], room: Room) -> Vec<Inline> {
    let post = inlines.iter().position(|inline| *inline == Inline::Tab).unwrap_or(inlines.len());
    let mut divided = Vec::new();
    let mut used = 0;
    for inline in &inlines[..post] {
        match inline {
            Inline::Text { text, emphasis } => {
                for line in lines(text, room, &mut used) {
                    if !divided.is_empty() && line.begins {
                        divided.push(Inline::Break);
                    }
                    divided.push(Inline::Text { text: line.text, emphasis: *emphasis });
                }
            }
            Inline::Break => {
                used = 0;
                divided.push(Inline::Break);
            }
            Inline::Tab | Inline::Link { .. } | Inline::Footnote(_) | Inline::Image(_) | Inline::Reference { .. } => {
                used += width(&crate::document::plain_text(std::slice::from_ref(inline)), room);
                divided.push(inline.clone());
            }
        }
    }
    divided.extend_from_slice(&inlines[post..]);
    divided
}

struct Line {
    text: String,
    /// Whether it does not go on with what stands before it.
    begins: bool,
}

/// Divides a text that begins where `used` of a line is taken.
fn lines(text: &str, room: Room, used: &mut usize) -> Vec<Line> {
    let mut lines = vec![Line { text: String::new(), begins: false }];
    for word in text.split_inclusive(' ') {
        let taken = width(word.trim_end(), room);
        let line = lines.last_mut().expect("there is always a line");
        if *used > 0 && *used + taken > room.longest {
            line.text.truncate(line.text.trim_end().len());
            lines.push(Line { text: word.to_owned(), begins: true });
            *used = width(word, room);
        } else {
            line.text.push_str(word);
            *used += width(word, room);
        }
    }
    lines.retain(|line| line.begins || !line.text.is_empty());
    lines
}

/// The width in letters of the room's size.
fn width(text: &str, room: Room) -> usize {
    measure::text(text).whole * room.points / 12
}

#[cfg(test)]
mod tests {
    use super::{SIGNATURE, in_lines};
    use crate::document::Inline;

    #[test]
    fn a_long_post_is_divided_between_words_and_the_name_stays_on_its_last_line() {
        let post = "Начальник управления образования администрации муниципального района";
        let divided = in_lines(&[Inline::text(post), Inline::Tab, Inline::text("И. И. Иванова")], SIGNATURE);
        assert_eq!(
            divided,
            [
                Inline::text("Начальник управления образования"),
                Inline::Break,
                Inline::text("администрации муниципального района"),
                Inline::Tab,
                Inline::text("И. И. Иванова"),
            ]
        );
    }

    #[test]
    fn a_short_post_is_one_line() {
        let inlines = [Inline::text("Начальник"), Inline::Tab, Inline::text("И. И. Иванова")];
        assert_eq!(in_lines(&inlines, SIGNATURE), inlines);
    }
}
