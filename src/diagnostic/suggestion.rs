//! «Возможно, имелось в виду …»: the nearest of the known words.

/// The likeness from which a word is offered (Jaro-Winkler for typing slips, 0..1).
const LIKENESS: f64 = 0.82;

/// The known word nearest to what was written, if any is near enough.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&written, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        let known = ["наименование", "срок", "ответственные"];
        assert_eq!(nearest("наменование", known), Some("наименование"));
        assert_eq!(nearest("ответственый", known), Some("ответственные"));
        assert_eq!(nearest("бюджет", known), None);
    }
}
