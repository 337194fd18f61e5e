//! The last line of a run: how much was found.

use super::plural::{count, form};

/// How many findings of each level there are, in how many programs.
pub fn summary(errors: usize, warnings: usize, notes: usize, programs: usize) -> String {
    let counts = [
        (errors, ["ошибка", "ошибки", "ошибок"]),
        (warnings, ["предупреждение", "предупреждения", "предупреждений"]),
        (notes, ["замечание", "замечания", "замечаний"]),
    ];
    let found: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, forms)| count(*n, *forms)).collect();
    let found = if found.is_empty() {
        "замечаний нет".to_owned()
    } else {
        format!("найдено: {}", found.join(", "))
    };
    if programs > 1 {
        format!("в {programs} {} {found}", form(programs, ["программе", "программах", "программах"]))
    } else {
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_found_is_counted() {
        assert_eq!(summary(3, 1, 0, 1), "найдено: 3 ошибки, 1 предупреждение");
        assert_eq!(summary(0, 0, 5, 1), "найдено: 5 замечаний");
        assert_eq!(summary(0, 0, 0, 1), "замечаний нет");
        assert_eq!(summary(0, 0, 0, 21), "в 21 программе замечаний нет");
        assert_eq!(summary(1, 0, 0, 2), "в 2 программах найдено: 1 ошибка");
    }
}
