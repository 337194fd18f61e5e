//! One line: text, emphasis, links, footnotes.

use super::Writer;
use super::escape::{self, After, Context, LineStart, Pairs, is_word};
use super::html::TAB;
use crate::document::{Emphasis, Inline, plain_text};

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Paragraph,
    Heading,
    Cell,
}

/// The writing of one line.
pub(super) struct Line<'w, 'd> {
    pub(super) writer: &'w mut Writer<'d>,
    pub(super) spot: Spot,
    /// Whether all of it is bold.
    pub(super) bold: bool,
}

/// A piece of a line; text begins and ends with a letter that its emphasis may touch.
enum Piece<'d> {
    Text(String, Emphasis),
    Other(&'d Inline),
}

/// The text so far.
#[expect(clippy::struct_excessive_bools, reason = "each is a separate fact about the point reached")]
struct Out {
    text: String,
    pairs: Pairs,
    /// What a text would begin here.
    start: LineStart,
    /// Whether the last thing written is a delimiter that closes.
    closed: bool,
    /// Whether the last thing written is a delimiter that opens.
    opened: bool,
    in_link: bool,
    in_bold: bool,
}

/// The ways to set text off, from the outermost in.
#[derive(Clone, Copy)]
enum Way {
    Bold,
    Italic,
    Strike,
}

impl<'d> Line<'_, 'd> {
    /// The line; blanks are single and none stands at an edge.
    pub(super) fn write(mut self, inlines: &'d [Inline]) -> String {
        let start = if self.spot == Spot::Paragraph { LineStart::First } else { LineStart::No };
        let pairs = Pairs::of(inlines, self.bold);
        let mut out =
            Out { text: String::new(), pairs, start, closed: false, opened: false, in_link: false, in_bold: false };
        let pieces = pieces(inlines, self.bold);
        let count = pieces.iter().rev().skip_while(|piece| piece.is_blank()).count();
        let begin = pieces.iter().take_while(|piece| piece.is_blank()).count().min(count);
        self.pieces(&pieces[begin..count], Some(Way::Bold), After::End, &mut out);
        let mut text = out.text;
        text.truncate(text.trim_end_matches(' ').len());
        if self.spot == Spot::Heading && text.ends_with('#') {
            // Marks at the end of a heading are not printed.
            text.insert(text.trim_end_matches('#').len(), '\\');
        }
        text
    }

    /// Writes pieces, grouped by the way they are set off; `following` is what stands after all of them.
    fn pieces(&mut self, pieces: &[Piece<'d>], way: Option<Way>, following: After, out: &mut Out) {
        let mut rest = pieces;
        while let Some((piece, tail)) = rest.split_first() {
            rest = match (piece, way) {
                (Piece::Text(text, emphasis), Some(way)) if way.is_on(*emphasis) => {
                    let count = rest.iter().take_while(|piece| piece.is_set_off(way)).count();
                    let (group, after) = rest.split_at(count);
                    self.group(way, (text, *emphasis), group, after, out);
                    after
                }
                (Piece::Text(..), Some(way)) => {
                    let count = rest.iter().take_while(|piece| piece.is_text() && !piece.is_set_off(way)).count();
                    let (group, after) = rest.split_at(count);
                    self.pieces(group, way.inner(), follows(after, following), out);
                    after
                }
                (Piece::Text(text, _), None) => {
                    self.text(text, follows(tail, following), out);
                    tail
                }
                (Piece::Other(inline), _) => {
                    self.other(inline, out);
                    tail
                }
            };
        }
    }

    fn group(&mut self, way: Way, first: (&str, Emphasis), group: &[Piece<'d>], after: &[Piece<'d>], out: &mut Out) {
        let before = out.text.chars().next_back();
        let begin = first.0.chars().next();
        // A mark may touch a letter whatever stands on its other side, unless a further mark or tag lies between.
        let touches = |letter: Option<char>, emphasis: Emphasis| {
            let between = way.opens_within(emphasis) && (group.len() > 1 || emphasis.strike);
            letter.is_some_and(is_word) && !between
        };
        // Runs of stars beside stars are told apart only between blanks.
        let apart = |letter: Option<char>| !(out.in_bold && matches!(way, Way::Italic)) || is_blank(letter);
        let free = (touches(begin, first.1) || is_gap(before)) && apart(before);
        let opens = !is_blank(begin) && !out.closed && (out.opened || free);
        let last = match group.last() {
            Some(Piece::Text(text, emphasis)) => (text.chars().next_back(), *emphasis),
            Some(Piece::Other(_)) | None => (None, Emphasis::default()),
        };
        let next = match after.first() {
            Some(Piece::Text(text, emphasis)) if !way.opens_within(*emphasis) => text.chars().next(),
            Some(Piece::Text(..) | Piece::Other(Inline::Link { .. })) => Some('['),
            Some(Piece::Other(_)) | None => None,
        };
        let closes = !is_blank(last.0) && (touches(last.0, last.1) || is_gap(next)) && apart(next);
        // Inside a word `**` stays text: the tag says the same there.
        let (open, close) = if opens && closes { (way.mark(), way.mark()) } else { way.tags() };
        out.text.push_str(open);
        out.opened = open == way.mark();
        out.closed = false;
        out.start = LineStart::No;
        let in_bold = out.in_bold;
        out.in_bold |= out.opened && matches!(way, Way::Bold);
        self.pieces(group, way.inner(), After::Markup, out);
        out.in_bold = in_bold;
        out.text.push_str(close);
        out.closed = close == way.mark();
        out.opened = false;
    }

    fn text(&mut self, text: &str, after: After, out: &mut Out) {
        let before = out.text.chars().next_back().filter(|_| out.start == LineStart::No);
        let context = Context {
            before,
            after,
            pairs: &out.pairs,
            line: out.start,
            in_cell: self.spot == Spot::Cell,
            in_link: out.in_link,
        };
        let text = if before.is_none_or(|before| before == ' ') { text.trim_start_matches(' ') } else { text };
        if !text.is_empty() {
            // Beside the mark of a note these would begin the text of one or a link, even after a backslash.
            let mark =
                text.chars().next().filter(|first| matches!(first, ':' | '(' | '[') && ends_with_note(&out.text));
            let rest = match mark {
                Some(mark) => {
                    out.text.push_str(&["&#", &u32::from(mark).to_string(), ";"].concat());
                    &text[mark.len_utf8()..]
                }
                None => text,
            };
            out.text.push_str(&escape::text(rest, context));
            out.start = LineStart::No;
            (out.opened, out.closed) = (false, false);
        }
    }

    fn other(&mut self, inline: &'d Inline, out: &mut Out) {
        let start = std::mem::replace(&mut out.start, LineStart::No);
        (out.opened, out.closed) = (false, false);
        match inline {
            Inline::Text { .. } | Inline::Image(_) => unreachable!("made text by `pieces`"),
            Inline::Break => {
                out.text.truncate(out.text.trim_end_matches(' ').len());
                if self.spot != Spot::Paragraph {
                    out.text.push_str("<br>");
                } else if out.text.is_empty() || out.text.ends_with('\n') {
                    // A line without text would end the paragraph.
                    out.start = start;
                } else {
                    out.text.push_str("\\\n");
                    out.start = LineStart::Further;
                }
            }
            Inline::Tab => out.text.push_str(TAB),
            Inline::Link { url, children } => self.link(url.written(), children, out),
            Inline::Footnote(blocks) => {
                self.writer.notes.push(blocks);
                out.text.push_str(&["[^", &self.writer.notes.len().to_string(), "]"].concat());
            }
            Inline::Reference { id, .. } => out.text.push_str(&["[[", id, "]]"].concat()),
        }
    }

    fn link(&mut self, url: &str, children: &'d [Inline], out: &mut Out) {
        let plain = plain_text(children);
        let bare = url.strip_prefix("mailto:").filter(|address| *address == plain).unwrap_or(url);
        let safe = !bare.contains(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '|' | '\\'));
        let scheme = url.split_once(':').is_some_and(|(scheme, _)| {
            (2..=32).contains(&scheme.len()) && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        if (bare == plain || plain.trim().is_empty()) && safe && scheme {
            out.text.push_str(&["<", bare, ">"].concat());
            return;
        }
        if ends_with_note(&out.text) {
            // Brackets side by side would be one link.
            out.text.push(' ');
        }
        out.text.push('[');
        let outer = std::mem::replace(&mut out.in_link, true);
        let pieces = pieces(children, self.bold);
        self.pieces(&pieces, Some(Way::Bold), After::Markup, out);
        out.in_link = outer;
        out.text.push_str(&["](", &address(url), ")"].concat());
        (out.opened, out.closed) = (false, false);
    }
}

/// Whether the mark of a note was written last.
fn ends_with_note(text: &str) -> bool {
    text.ends_with(']') && text.rfind('[').is_some_and(|open| text[open..].starts_with("[^"))
}

impl Piece<'_> {
    /// Whether it shows nothing at the edge of a line; a no-break space does.
    fn is_blank(&self) -> bool {
        match self {
            Self::Text(text, _) => text.trim_matches(' ').is_empty(),
            Self::Other(inline) => **inline == Inline::Break,
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(..))
    }

    fn is_set_off(&self, way: Way) -> bool {
        match self {
            Self::Text(_, emphasis) => way.is_on(*emphasis),
            Self::Other(_) => false,
        }
    }
}

impl Way {
    fn is_on(self, emphasis: Emphasis) -> bool {
        match self {
            Self::Bold => emphasis.bold,
            Self::Italic => emphasis.italic,
            Self::Strike => emphasis.strike,
        }
    }

    fn inner(self) -> Option<Self> {
        match self {
            Self::Bold => Some(Self::Italic),
            Self::Italic => Some(Self::Strike),
            Self::Strike => None,
        }
    }

    /// Whether text that is not set off this way begins with the mark of a further one.
    fn opens_within(self, emphasis: Emphasis) -> bool {
        self.inner().is_some_and(|inner| inner.is_on(emphasis) || inner.opens_within(emphasis))
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
            Self::Strike => "~~",
        }
    }

    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Bold => ("<b>", "</b>"),
            Self::Italic => ("<i>", "</i>"),
            Self::Strike => ("<s>", "</s>"),
        }
    }
}

/// The pieces of a line: blanks at the edge of an emphasis are put outside of it, where Markdown wants them.
fn pieces(inlines: &[Inline], bold: bool) -> Vec<Piece<'_>> {
    let mut parts: Vec<Piece<'_>> = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, emphasis } => {
                let emphasis = Emphasis { bold: emphasis.bold || bold, ..*emphasis };
                let text = single_blanks(text);
                let core = text.trim();
                let lead = text.len() - text.trim_start().len();
                parts.push(Piece::Text(text[..lead].to_owned(), Emphasis::default()));
                parts.push(Piece::Text(core.to_owned(), emphasis));
                parts.push(Piece::Text(text[(lead + core.len()).min(text.len())..].to_owned(), Emphasis::default()));
            }
            Inline::Image(image) => {
                let text = single_blanks(image.description.trim());
                let emphasis = Emphasis { italic: true, ..Emphasis::default() };
                parts.push(Piece::Text(if text.is_empty() { "рисунок".to_owned() } else { text }, emphasis));
            }
            Inline::Break | Inline::Tab | Inline::Link { .. } | Inline::Footnote(_) | Inline::Reference { .. } => {
                parts.push(Piece::Other(inline));
            }
        }
    }
    parts.retain(|part| !matches!(part, Piece::Text(text, _) if text.is_empty()));
    let emphasis = |part: Option<&Piece<'_>>| match part {
        Some(Piece::Text(text, emphasis)) if !text.trim().is_empty() => Some(*emphasis),
        Some(Piece::Text(..) | Piece::Other(_)) | None => None,
    };
    for at in 0..parts.len() {
        let before = at.checked_sub(1).and_then(|before| emphasis(parts.get(before)));
        let after = parts[at + 1..].iter().find_map(|part| match part {
            Piece::Text(text, _) if text.trim().is_empty() => None,
            Piece::Text(..) | Piece::Other(_) => Some(emphasis(Some(part))),
        });
        if let Piece::Text(text, own) = &mut parts[at]
            && text.trim().is_empty()
            && let (Some(before), Some(Some(after))) = (before, after)
        {
            *own = Emphasis {
                bold: before.bold && after.bold,
                italic: before.italic && after.italic,
                strike: before.strike && after.strike,
            };
        }
    }
    let mut joined: Vec<Piece<'_>> = Vec::new();
    for part in parts {
        match (joined.last_mut(), part) {
            (Some(Piece::Text(text, before)), Piece::Text(more, emphasis)) if *before == emphasis => {
                text.push_str(if text.ends_with(' ') { more.trim_start_matches(' ') } else { &more });
            }
            (_, part) => joined.push(part),
        }
    }
    joined
}

fn single_blanks(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter.is_control() { ' ' } else { letter };
        if letter != ' ' || !single.ends_with(' ') {
            single.push(letter);
        }
    }
    single
}

/// What stands before these pieces for the text before them.
fn follows(after: &[Piece<'_>], following: After) -> After {
    match after.first() {
        None => following,
        Some(Piece::Other(Inline::Link { .. } | Inline::Footnote(_) | Inline::Reference { .. })) => After::Bracket,
        Some(Piece::Text(..) | Piece::Other(_)) => After::Markup,
    }
}

/// Whether a mark beside this stays text.
fn is_blank(letter: Option<char>) -> bool {
    letter.is_none_or(char::is_whitespace)
}

/// Whether a mark beside punctuation still delimits when this stands on its other side.
fn is_gap(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| letter.is_whitespace() || letter.is_ascii_punctuation() || "«»„“”‘’–—…".contains(letter))
}

/// The address as the target of a link.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            ' ' => address.push_str("%20"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '\\' => address.push_str("%5C"),
            // Code begins before a link does.
            '`' => address.push_str("%60"),
            '|' => address.push_str("%7C"),
            '(' | ')' => {
                address.push('\\');
                address.push(letter);
            }
            _ if letter.is_control() => {}
            _ => address.push(letter),
        }
    }
    address
}
