//! Data as Markdown that can only be read back as the same data.

/// The text with every mark made plain, so that it is never taken for Markdown, a directive or a template.
///
/// Runs of blanks and control characters become one space; no-break spaces stay. Only [`parse`](super::parse) reads
/// the result, so it escapes more than a person would.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut first = true;
    let mut blank = false;
    for letter in text.chars() {
        if letter == ' ' || letter.is_control() {
            if !blank {
                escaped.push(' ');
            }
            blank = true;
            continue;
        }
        blank = false;
        match letter {
            // A table divides its row at a bar before it looks at backslashes.
            '\\' => escaped.push_str("&#92;"),
            '|' => escaped.push_str("&#124;"),
            // What begins an item of a list inside a cell.
            '•' | '–' | '—' if first => {
                escaped.push_str(&["&#", &u32::from(letter).to_string(), ";"].concat());
            }
            _ if letter.is_ascii_punctuation() => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
        first = false;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

    use super::escape;
    use crate::document::{Style, plain_text};
    use crate::markdown::testing::{Read, hostile, read};

    fn collapsed(text: &str) -> String {
        let blank = |letter: char| letter == ' ' || letter.is_control();
        text.split(blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn texts(read: &Read) -> Vec<(Style, String)> {
        let blocks = read.paragraphs();
        blocks.into_iter().map(|paragraph| (paragraph.style, plain_text(&paragraph.inlines).into_owned())).collect()
    }

    fn expected(style: Style, before: &str, data: &str, after: &str) -> Vec<(Style, String)> {
        let text = collapsed(&format!("{before}{data}{after}"));
        if text.is_empty() { Vec::new() } else { vec![(style, text)] }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn escaped_data_is_read_back_as_one_paragraph(data in hostile()) {
            let read = read(&escape(&data));
            prop_assert_eq!(texts(&read), expected(Style::Body, "", &data, ""));
            prop_assert_eq!(read.findings(), Vec::<String>::new());
        }

        #[test]
        fn escaped_data_stays_in_its_item(data in hostile()) {
            let read = read(&format!("- {}\n- б\n", escape(&data)));
            let mut items = expected(Style::ListItem, "", &data, "");
            items.push((Style::ListItem, "б".to_owned()));
            prop_assert_eq!(read.blocks().len(), 1);
            prop_assert_eq!(texts(&read), items);
        }

        #[test]
        fn escaped_data_stays_in_its_cell(data in hostile()) {
            let read = read(&format!("| a | b |\n| --- | --- |\n| {} | я |\n", escape(&data)));
            let mut cells = vec![(Style::TableHead, "a".to_owned()), (Style::TableHead, "b".to_owned())];
            cells.extend(expected(Style::TableCell, "", &data, ""));
            cells.push((Style::TableCell, "я".to_owned()));
            prop_assert_eq!(read.blocks().len(), 1);
            prop_assert_eq!(texts(&read), cells);
            prop_assert_eq!(read.findings(), Vec::<String>::new());
        }

        #[test]
        fn escaped_data_stays_plain_inside_a_sentence(data in hostile()) {
            let read = read(&format!("Срок: {} [[ид]] **итог** ({}).", escape(&data), escape(&data)));
            let text = format!("Срок: {data} [[ид]] итог ({data}).");
            let text = expected(Style::Body, "", &text, "");
            prop_assert_eq!(texts(&read), text);
        }
    }

    #[test]
    fn no_break_space_is_kept() {
        assert_eq!(escape("№\u{a0}226"), "№\u{a0}226");
    }
}
