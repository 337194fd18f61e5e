//! The signature: a long post stands in lines of its own on the left, the name on the level of the last of them.
//!
//! The lines are divided here, for a tab stop beyond an indent on the right is not the same in every editor.

use super::measure;
use crate::document::Inline;

/// The longest line of a post, in twips: 10 cm, which leaves room for the hand and for the name.
const LONGEST_LINE: usize = 5670;

/// The inlines of a signature with the post divided into lines.
pub(super) fn in_lines(inlines: &[Inline], size: usize) -> Vec<Inline> {
    let post = inlines.iter().position(|inline| *inline == Inline::Tab).unwrap_or(inlines.len());
    let mut divided = Vec::new();
    let mut used = 0;
    for inline in &inlines[..post] {
        match inline {
            Inline::Text { text, emphasis } => {
                for line in lines(text, &mut used, size) {
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
                used += width(&crate::document::plain_text(std::slice::from_ref(inline)), size);
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
fn lines(text: &str, used: &mut usize, size: usize) -> Vec<Line> {
    let mut lines = vec![Line { text: String::new(), begins: false }];
    for word in text.split_inclusive(' ') {
        let room = width(word.trim_end(), size);
        let line = lines.last_mut().expect("there is always a line");
        if *used > 0 && *used + room > LONGEST_LINE {
            line.text.truncate(line.text.trim_end().len());
            lines.push(Line { text: word.to_owned(), begins: true });
            *used = width(word, size);
        } else {
            line.text.push_str(word);
            *used += width(word, size);
        }
    }
    lines.retain(|line| line.begins || !line.text.is_empty());
    lines
}

/// The width in a size in half points.
fn width(text: &str, size: usize) -> usize {
    measure::text(text).whole * size / 24
}

#[cfg(test)]
mod tests {
    use super::in_lines;
    use crate::document::Inline;

    #[test]
    fn a_long_post_is_divided_between_words_and_the_name_stays_on_its_last_line() {
        let post = "Начальник управления образования администрации муниципального района";
        let divided = in_lines(&[Inline::text(post), Inline::Tab, Inline::text("И. И. Иванова")], 28);
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
        assert_eq!(in_lines(&inlines, 28), inlines);
    }
}
