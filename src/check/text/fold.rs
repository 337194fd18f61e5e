//! Texts as a reader compares and quotes them.

/// The text without case, «ё», doubled spaces and the sign at its end.
pub fn fold(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(lower).collect();
    words.join(" ").trim_end_matches(['.', ';', ',', ':']).trim_end().to_owned()
}

/// The words of the text without case and «ё».
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower).collect()
}

/// The beginning of a long text, as it is quoted in a message.
pub fn brief(text: &str) -> String {
    const LONG: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(['.', ';', ':']);
    if line.chars().count() <= LONG {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONG).collect();
    let mut whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    // A preposition or a conjunction goes with the word that was cut off.
    while let Some((before, last)) = whole.rsplit_once(' ')
        && last.chars().count() <= 2
    {
        whole = before;
    }
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', '-', ' ', '(']))
}

/// The text in lower case and without «ё».
pub fn lower(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::{brief, fold};

    #[test]
    fn texts_that_read_the_same_are_the_same() {
        assert_eq!(fold("Отчёт  о\n работе ."), fold("отчет о работе;"));
        assert_ne!(fold("Отчет о работе"), fold("Отчет о работах"));
    }

    #[test]
    fn a_quoted_text_ends_with_a_whole_word() {
        assert_eq!(brief("Доля педагогов."), "Доля педагогов");
        let long = brief(&"слово, ".repeat(20));
        assert!(long.ends_with("слово…") && long.chars().count() <= 61, "{long}");
    }
}
