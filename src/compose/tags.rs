//! What a template may do: print values, choose, repeat and include; nothing that lets a text grow without end.
//!
//! With `set`, components and captured texts a template of three lines fills any memory, and what they would print
//! passes no meter; papers need none of them.

use super::marks;
use crate::limits;
use std::ops::Range;

/// The words that may begin a tag.
const WORDS: [&str; 10] = ["if", "elif", "else", "endif", "for", "endfor", "include", "break", "continue", "raw"];

/// What may not stand inside a tag: it makes texts longer or repeats without printing.
const GROWTH: [&str; 5] = ["replace", "indent", "escape_html", "escape_xml", "newlines_to_br"];

/// The first tag that a template may not have: where it stands and what is wrong.
pub(super) fn refused(text: &str) -> Option<(Range<usize>, String)> {
    let mut at = 0;
    while let Some(next) = text[at..].find('{') {
        at += next;
        let Some(length) = marks::tag(&text[at..]) else {
            at += 1;
            continue;
        };
        let range = at..at + length;
        let tag = &text[range.clone()];
        at = range.end;
        if tag.starts_with("{#") {
            continue;
        }
        let words = words(tag);
        let first = words.first().copied().unwrap_or_default();
        if tag.starts_with("{%") && first == "raw" {
            at = text[at..].find("endraw").map_or(text.len(), |end| at + end + text[at + end..].find('}').unwrap_or(0));
            continue;
        }
        if tag.starts_with("{%") && !WORDS.contains(&first) {
            return Some((range, format!("указания «{first}» в шаблонах нет")));
        }
        let own = usize::from(tag.starts_with("{%"));
        if let Some(word) = words.iter().skip(own).find(|word| GROWTH.contains(word)) {
            return Some((range, format!("фильтра «{word}» в шаблонах нет")));
        }
        if words.iter().skip(own).any(|word| ["for", "~"].contains(word)) {
            return Some((range, "список из «for» внутри скобок и знак «~» в шаблонах не действуют".into()));
        }
        if tag.len() > limits::TAG {
            return Some((range, format!("запись в скобках длиннее {} знаков", limits::TAG)));
        }
    }
    None
}

/// The words of a tag and its tildes, without what stands in quotation marks.
fn words(tag: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = tag;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            _ if first.is_alphanumeric() || first == '_' => {
                rest.find(|own: char| !own.is_alphanumeric() && own != '_').unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        if first == '~' || first.is_alphanumeric() || first == '_' {
            words.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    words
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn what_grows_is_refused_and_what_prints_is_not() {
        for good in [
            "{% if a %}{{ a | join(sep=\" ~ for \") }}{% else %}{# set ~ #}{% endif %}",
            "{%- for a in b -%}{{ loop.index }}{%- endfor -%}{% include \"c\" %}",
            "{% raw %}{% set a = 1 %}{% endraw %} ~ for {{",
        ] {
            assert_eq!(refused(good), None, "{good}");
        }
        for (bad, said) in [
            ("{% set a = 1 %}", "«set»"),
            ("{%- set_global a = 1 %}", "«set_global»"),
            ("{% filter upper %}", "«filter»"),
            ("{% component a() %}", "«component»"),
            ("{{ a ~ a }}", "«~»"),
            ("{{ [a for a in b] }}", "«for»"),
            ("{% if [a for a in b] %}", "«for»"),
            ("{{ \"a\" | replace(from=\"a\", to=\"aa\") }}", "«replace»"),
        ] {
            assert!(refused(bad).is_some_and(|(_, message)| message.contains(said)), "{bad}");
        }
        assert!(refused(&format!("{{{{ {} }}}}", "a".repeat(2000))).is_some());
    }
}
