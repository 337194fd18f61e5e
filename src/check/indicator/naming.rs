//! What the name of an indicator says of it: a share, a change, a count, an activity.

use super::super::text::fold::words;
use crate::model::Direction;

/// The beginnings of words for growth, and of those for a fall.
const GROWTH: [&str; 4] = ["увеличени", "повышени", "прирост", "возрастани"];
const FALL: [&str; 4] = ["снижени", "уменьшени", "сокращени", "понижени"];

/// The change that a name begins with: «Снижение доли …».
pub fn change(name: &str) -> Option<Direction> {
    let words = words(name);
    let first = words.first()?.as_str();
    if first == "рост" || GROWTH.iter().any(|stem| first.starts_with(stem)) {
        return Some(Direction::Up);
    }
    FALL.iter().any(|stem| first.starts_with(stem)).then_some(Direction::Down)
}

/// Whether a name is that of a share: «Доля …», «Увеличение доли …», «Удельный вес …».
pub fn is_share(name: &str) -> bool {
    let mut words = words(name);
    if change(name).is_some() {
        words.remove(0);
    }
    let first = words.first().map_or("", String::as_str);
    let share = matches!(first, "доля" | "доли" | "долю" | "процент" | "процента");
    let weight = first.starts_with("удельн") && words.get(1).is_some_and(|second| second.starts_with("вес"));
    let compared = words
        .windows(2)
        .any(|pair| pair[0] == "к" && (pair[1].starts_with("уровн") || pair[1].starts_with("предыдущ")));
    (share || weight) && !compared
}

/// The beginnings of words that say what is counted or how it is measured.
const MEASURES: [&str; 32] = [
    "процент",
    "удельн",
    "количеств",
    "числ",
    "численност",
    "уровн",
    "уровен",
    "индекс",
    "балл",
    "наличи",
    "охват",
    "средн",
    "коэффициент",
    "рейтинг",
    "соотношени",
    "отношени",
    "частот",
    "показател",
    "объем",
    "сумм",
    "результативност",
    "успеваемост",
    "посещаемост",
    "обеспеченност",
    "укомплектованност",
    "удовлетворенност",
    "заболеваемост",
    "оценк",
    "отметк",
    "место",
    "темп",
    "динамик",
];

/// The beginnings of words for something that is done.
const ACTIVITIES: [&str; 26] = [
    "создани",
    "организаци",
    "проведени",
    "разработк",
    "обеспечени",
    "развити",
    "формировани",
    "внедрени",
    "реализаци",
    "совершенствовани",
    "повышени",
    "улучшени",
    "содействи",
    "информировани",
    "осуществлени",
    "подготовк",
    "поддержк",
    "сопровождени",
    "привлечени",
    "распространени",
    "построени",
    "выстраивани",
    "расширени",
    "обновлени",
    "вовлечени",
    "укреплени",
];

/// Whether a name tells of an activity and not of what is counted: «Создание условий», «Информационное обеспечение».
pub fn is_activity(name: &str) -> bool {
    let words = words(name);
    let head = words.iter().find(|word| !is_adjective(word));
    let active = head.is_some_and(|head| ACTIVITIES.iter().any(|stem| head.starts_with(stem)));
    active && !words.iter().any(|word| is_measure(word))
}

/// Whether a word says how something is measured.
pub fn is_measure(word: &str) -> bool {
    // «Должность» and «долгосрочный» are no share.
    let share = matches!(word, "доля" | "доли" | "долю" | "долей" | "доле");
    share || MEASURES.iter().any(|stem| word.starts_with(stem))
}

fn is_adjective(word: &str) -> bool {
    let ends = ["ое", "ее", "ая", "яя", "ый", "ий", "ой", "ые", "ие"];
    let noun = word.ends_with("ание") || word.ends_with("ение") || word.ends_with("тие") || word.ends_with("вие");
    word == "и" || (ends.iter().any(|end| word.ends_with(end)) && !noun)
}

#[cfg(test)]
mod tests {
    use super::{change, is_activity, is_share};
    use crate::model::Direction;

    #[test]
    fn a_share_is_known_by_the_beginning_of_its_name() {
        for share in ["Доля школ", "Увеличение доли школ", "Удельный вес численности", "Процент педагогов"]
        {
            assert!(is_share(share), "{share}");
        }
        for other in
            ["Число школ, доля которых мала", "Рост долгов", "Увеличение доли школ к уровню 2020 года", "Индекс"]
        {
            assert!(!is_share(other), "{other}");
        }
        assert_eq!(change("Снижение доли школ"), Some(Direction::Down));
        assert_eq!(change("Ростовские школы"), None);
    }

    #[test]
    fn an_activity_is_no_measure() {
        for activity in [
            "Информационное и аналитическое обеспечение проведения мониторингов",
            "Создание условий для роста",
            "Повышение квалификации педагогов",
        ] {
            assert!(is_activity(activity), "{activity}");
        }
        for measure in [
            "Повышение уровня мотивации",
            "Количество проведенных семинаров",
            "Обеспеченность учебниками",
            "Охват детей",
            "Наличие плана",
            "Педагоги, прошедшие диагностику",
        ] {
            assert!(!is_activity(measure), "{measure}");
        }
    }
}
