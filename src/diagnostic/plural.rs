//! Russian plurals: 1 ошибка, 2 ошибки, 5 ошибок.

/// The form of a word after a number, of the three: after one, after two, after five.
pub fn form(number: usize, forms: [&str; 3]) -> &str {
    match (number % 10, number % 100) {
        (_, 11..=14) => forms[2],
        (1, _) => forms[0],
        (2..=4, _) => forms[1],
        _ => forms[2],
    }
}

/// The number and the word in its form.
pub fn count(number: usize, forms: [&str; 3]) -> String {
    format!("{number} {}", form(number, forms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_follows_the_number() {
        let all = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 100, 101, 111, 1004];
        let written: Vec<String> = all.into_iter().map(|n| count(n, ["ошибка", "ошибки", "ошибок"])).collect();
        assert_eq!(
            written.join(", "),
            "0 ошибок, 1 ошибка, 2 ошибки, 4 ошибки, 5 ошибок, 11 ошибок, 12 ошибок, 14 ошибок, 21 ошибка, \
             22 ошибки, 100 ошибок, 101 ошибка, 111 ошибок, 1004 ошибки"
        );
    }
}
