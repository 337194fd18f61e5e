//! Words that are written short, with a full stop that is theirs.

/// Words that keep their full stop wherever they stand.
const SHORT: [&str; 33] = [
    "г", "гг", "др", "д", "пр", "руб", "тыс", "млн", "млрд", "коп", "п", "пп", "ст", "ч", "чел", "шт", "ед", "экз",
    "стр", "с", "гл", "обл", "ул", "им", "уч", "мин", "мес", "нед", "дн", "час", "кв", "тел", "каб",
];

/// Whether the full stop at the end of a word is its own: «руб.», and every word with a full stop inside: «т.ч.», «А.Б.».
pub fn is_short(word: &str) -> bool {
    let Some(bare) = word.strip_suffix('.').filter(|bare| !bare.ends_with('.')) else { return false };
    let parts = || bare.split('.');
    let letters = || parts().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    SHORT.contains(&bare)
        || (parts().count() > 1 && letters())
        || (bare.chars().count() == 1 && bare.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::is_short;

    #[test]
    fn a_word_that_is_written_short_has_its_own_stop() {
        assert!(["г.", "т.ч.", "т.е.", "г.г.", "А.Б.", "Б.", "каб.", "и.о."].into_iter().all(is_short));
        assert!(!["план.", "т.ч", "..", ".", "2021.", "01.02.2021.", "т...", "А.Б"].into_iter().any(is_short));
    }
}
