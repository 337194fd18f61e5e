//! Paragraphs at the right or in the middle: GFM has them in HTML only.

use crate::document::{Emphasis, Inline, Paragraph, Style, block_text, plain_text};

/// Four spaces of the width of an M: a gap that no viewer closes.
pub(super) const TAB: &str = "\u{2003}\u{2003}\u{2003}\u{2003}";

/// Some paragraphs as one block, a line each.
pub(super) fn paragraph(align: &str, paragraphs: &[&Paragraph]) -> Option<String> {
    let lines: Vec<String> = paragraphs.iter().map(|line| whole_line(line)).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| format!("<p align=\"{align}\">{}</p>", lines.join("<br>\n")))
}

fn whole_line(paragraph: &Paragraph) -> String {
    let text = line(&paragraph.inlines);
    let text = match &paragraph.number {
        Some(number) => format!("{} {text}", escape(number)),
        None => text,
    };
    let bold = matches!(paragraph.style, Style::Letterhead | Style::DraftMark);
    if bold && !text.trim().is_empty() { format!("<b>{}</b>", text.trim()) } else { text.trim().to_owned() }
}

fn line(inlines: &[Inline]) -> String {
    let mut html = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, emphasis } => html.push_str(&set_off(&escape(text), *emphasis)),
            Inline::Break => html.push_str("<br>\n"),
            Inline::Tab => html.push_str(TAB),
            Inline::Link { url, children } => {
                html.push_str(&["<a href=\"", &escape(&url.uri()), "\">", &line(children), "</a>"].concat());
            }
            // A footnote cannot be referred to from HTML: its text stands in brackets.
            Inline::Footnote(blocks) => html.push_str(&[" (", &escape(&block_text(blocks)), ")"].concat()),
            Inline::Image(image) => html.push_str(&["<i>", &escape(&image.description), "</i>"].concat()),
            Inline::Reference { .. } => html.push_str(&escape(&plain_text(std::slice::from_ref(inline)))),
        }
    }
    html
}

fn set_off(text: &str, emphasis: Emphasis) -> String {
    let mut html = text.to_owned();
    for (tag, on) in [("s", emphasis.strike), ("i", emphasis.italic), ("b", emphasis.bold)] {
        if on {
            html = format!("<{tag}>{html}</{tag}>");
        }
    }
    html
}

fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            ' ' if html.ends_with(' ') => {}
            _ if letter.is_control() => html.push(' '),
            _ => html.push(letter),
        }
    }
    html
}
