//! The words of deadlines in all their forms.

use super::phrase::Unit;
use crate::model::MONTHS;

/// Words that change nothing after a year: «2021 г.», «2021-2025 годы».
const YEARS: [&str; 11] = ["г", "гг", "год", "года", "году", "годы", "годов", "годом", "годам", "годах", "годами"];
/// The endings of the names of months.
const ENDINGS: [&str; 10] = ["", "ь", "я", "ю", "е", "ем", "а", "у", "ом", "й"];
/// Documents that fix dates.
const PLANS: [&str; 17] = [
    "план",
    "график",
    "расписани",
    "приказ",
    "распоряжени",
    "постановлени",
    "письм",
    "циклограмм",
    "календар",
    "порядк",
    "положени",
    "регламент",
    "дорожн",
    "инструкци",
    "решени",
    "договор",
    "программ",
];
/// Words that do not name the document.
const NAMELESS: [&str; 25] = [
    "отдельн",
    "утвержден",
    "работ",
    "проведени",
    "мероприят",
    "согласн",
    "соответств",
    "установлен",
    "определен",
    "срок",
    "документ",
    "годов",
    "ежегодн",
    "специальн",
    "дополнительн",
    "индивидуальн",
    "рамк",
    "сво",
    "в",
    "во",
    "с",
    "со",
    "по",
    "на",
    "и",
];

/// The number of a month, 1 to 12: «октябрь», «к октябрю», «окт.».
pub(super) fn month(word: &str) -> Option<i8> {
    let named = |genitive: &str| {
        let stem = genitive.trim_end_matches(['а', 'я']);
        let stem = if genitive == "мая" { "ма" } else { stem };
        let short = word.chars().count() >= 3 && stem.starts_with(word);
        let whole = word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending));
        short || (whole && word.chars().count() >= 3)
    };
    (1..=12).zip(MONTHS).find(|(_, genitive)| named(genitive)).map(|(number, _)| number)
}

/// «первая», «второй», «двух»: an ordinal as a word; 0 is the last.
pub(super) fn ordinal(word: &str) -> Option<i16> {
    const STEMS: [(&str, i16); 6] = [("последн", 0), ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("пят", 5)];
    const ENDINGS: [&str; 17] =
        ["ый", "ая", "ое", "ой", "ого", "ую", "ом", "ий", "ья", "ье", "ьей", "ьего", "ью", "ьем", "яя", "ей", "юю"];
    let stem = STEMS.iter().find(|(stem, _)| word.starts_with(stem));
    // «четвертью» is a quarter of the school year, «третью» is an ordinal.
    let found = stem.filter(|(stem, _)| ENDINGS.contains(&&word[stem.len()..]) && word != "четвертью");
    found.map(|(_, number)| *number).or_else(|| matches!(word, "последние" | "последнего").then_some(0))
}

/// «раз», «два раза», «двух раз», «дважды»: how many.
pub(super) fn amount(word: &str) -> Option<i16> {
    Some(match word {
        "один" | "одного" | "одна" | "одну" | "однажды" => 1,
        "два" | "двух" | "две" | "дважды" => 2,
        "три" | "трех" | "трижды" => 3,
        "четыре" | "четырех" => 4,
        _ => return None,
    })
}

/// The unit of time that a noun names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    const STEMS: [(&str, Unit); 7] = [
        ("квартал", Unit::Quarter),
        ("полугоди", Unit::Half),
        ("триместр", Unit::Trimester),
        ("месяц", Unit::Month),
        ("недел", Unit::Week),
        ("декад", Unit::TenDays),
        ("половин", Unit::HalfOf),
    ];
    match word {
        "кв" => Some(Unit::Quarter),
        "полгода" => Some(Unit::Half),
        "день" | "дня" | "дней" => Some(Unit::Day),
        "четверть" | "четверти" | "четвертью" | "четвертей" | "четвертях" | "четвертям" => {
            Some(Unit::SchoolQuarter)
        }
        _ if is_year(word) => Some(Unit::Year),
        _ if is_day_of_week(word) => Some(Unit::Week),
        _ => STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, unit)| *unit),
    }
}

/// «среда», «по четвергам»: a day that each week has once.
pub(super) fn is_day_of_week(word: &str) -> bool {
    const STEMS: [&str; 6] = ["понедельник", "вторник", "четверг", "пятниц", "суббот", "воскресен"];
    const WEDNESDAY: [&str; 6] = ["среда", "среды", "среде", "среду", "средой", "средам"];
    STEMS.iter().any(|stem| word.starts_with(stem)) || WEDNESDAY.contains(&word)
}

/// «ежегодно», «поквартально».
pub(super) fn adverb(word: &str) -> Option<Unit> {
    const STEMS: [(&str, Unit); 9] = [
        ("ежегодн", Unit::Year),
        ("ежеквартальн", Unit::Quarter),
        ("поквартальн", Unit::Quarter),
        ("ежемесячн", Unit::Month),
        ("помесячн", Unit::Month),
        ("еженедельн", Unit::Week),
        ("понедельн", Unit::Week),
        ("ежедневн", Unit::Day),
        ("ежеполугодн", Unit::Half),
    ];
    STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, unit)| *unit)
}

/// The season: its first month; 12 for the winter.
pub(super) fn season(word: &str) -> Option<i8> {
    Some(match word {
        "весна" | "весны" | "весной" | "весне" | "весну" | "весною" => 3,
        "лето" | "лета" | "летом" | "лете" | "лету" => 6,
        "осень" | "осени" | "осенью" => 9,
        "зима" | "зимы" | "зимой" | "зиме" | "зиму" | "зимою" => 12,
        _ => return None,
    })
}

/// «летний», of «летний период»: its first month.
pub(super) fn seasonal(word: &str) -> Option<i8> {
    const STEMS: [(&str, i8); 4] = [("весенн", 3), ("летн", 6), ("осенн", 9), ("зимн", 12)];
    STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, month)| *month)
}

/// «год», «г.», «гг.».
pub(super) fn is_year(word: &str) -> bool {
    YEARS.contains(&word)
}

/// «учебного», «уч.».
pub(super) fn is_school(word: &str) -> bool {
    word == "уч" || word.starts_with("учебн") || word.starts_with("школьн")
}

/// «текущего», «каждого»: a year that is not named.
pub(super) fn is_each(word: &str) -> bool {
    const STEMS: [&str; 9] =
        ["текущ", "кажд", "следующ", "последующ", "очередн", "наступающ", "предстоящ", "отчетн", "данн"];
    STEMS.iter().any(|stem| word.starts_with(stem)) || ["этого", "нового", "новому", "новый"].contains(&word)
}

/// A document that fixes dates.
pub(super) fn is_plan(word: &str) -> bool {
    PLANS.iter().any(|stem| word.starts_with(stem))
}

/// Whether a word names no document.
pub(super) fn is_nameless(word: &str) -> bool {
    let short = |stem: &&str| stem.chars().count() <= 2;
    is_plan(word) || NAMELESS.iter().any(|stem| if short(stem) { word == *stem } else { word.starts_with(stem) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_all_cases() {
        for (word, number) in [
            ("январь", Some(1)),
            ("марта", Some(3)),
            ("март", Some(3)),
            ("май", Some(5)),
            ("мае", Some(5)),
            ("маю", Some(5)),
            ("июню", Some(6)),
            ("июле", Some(7)),
            ("августом", Some(8)),
            ("сент", Some(9)),
            ("октябрю", Some(10)),
            ("ма", None),
            ("мартовский", None),
            ("но", None),
            ("", None),
        ] {
            assert_eq!(month(word), number, "{word}");
        }
    }

    #[test]
    fn a_fourth_is_an_ordinal_or_a_quarter_of_the_school_year() {
        assert_eq!((ordinal("четвертая"), unit("четвертая")), (Some(4), None));
        assert_eq!((ordinal("четвертой"), unit("четверти")), (Some(4), Some(Unit::SchoolQuarter)));
        assert_eq!((ordinal("четвертью"), ordinal("третью"), ordinal("третья")), (None, Some(3), Some(3)));
        assert_eq!((ordinal("последняя"), ordinal("первое")), (Some(0), Some(1)));
    }
}
