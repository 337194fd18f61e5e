//! Deadlines of real programs and how each must be read.

use super::*;
use crate::model::TermKind;
use jiff::civil::date;

/// Phrase, place, term, order, measure, first day, last day, kind.
const PHRASES: &str = include_str!("phrases.tsv");

fn term(first: i16, last: i16) -> Span {
    Span { from: date(first, 1, 1), to: date(last, 12, 31), kind: TermKind::Years }
}

fn rows() -> Vec<(&'static str, Setting<'static>, String)> {
    let filled = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    PHRASES
        .lines()
        .skip(1)
        .map(|row| {
            let [phrase, _, years, order, measure, start, end, kind] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("eight columns: {row}")
            };
            let (first, last) = years.split_once('-').unwrap();
            let setting = Setting {
                term: Some(term(first.parse().unwrap(), last.parse().unwrap())),
                order: filled(order).map(|order| order.parse().unwrap()),
                measure: filled(measure),
            };
            (phrase, setting, format!("{kind} {start} {end}"))
        })
        .collect()
}

fn told(phrase: &str, setting: &Setting<'_>) -> String {
    let Reading { kind, start, end, .. } = read(phrase, setting);
    let day = |day: Option<Date>| day.map_or("—".to_owned(), |day| day.to_string());
    format!("{} {} {}", kind.name(), day(start), day(end))
}

#[test]
fn real_phrases_are_read_as_people_mean_them() {
    let mut wrong = Vec::new();
    for (phrase, setting, expected) in rows() {
        let told = told(phrase, &setting);
        if told != expected {
            wrong.push(format!("{phrase}: {told}, not {expected}; {:?}", read(phrase, &setting).doubts));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_term_gives_no_last_day_before_the_first() {
    let setting = Setting { term: Some(term(2019, 2019)), ..Setting::default() };
    assert_eq!(told("С 2020 года", &setting), "open 2020-01-01 —");
}

#[test]
fn times_that_overlap_give_each_repetition_once() {
    let reading = read("2021-2022 2021-третий четверг каждого месяца", &Setting::default());
    assert!(reading.occurrences.is_sorted_by(|one, next| one.start < next.start), "{:?}", reading.occurrences);
    assert_eq!(reading.occurrences.len(), 24);
}

#[test]
fn a_year_is_added_after_each_time_though_they_overlap() {
    let setting = Setting { term: Some(term(2025, 2025)), ..Setting::default() };
    for (phrase, expected) in [
        ("до16.03 1апр7.09.", "до16.03 2025 г. 1апр 2025 г.7.09 2025 г."),
        ("до16.03 17.09.", "до16.03 2025 г. 17.09 2025 г."),
    ] {
        let doubts = read(phrase, &setting).doubts;
        let [Doubt::NoYear { suggestion, .. }] = doubts.as_slice() else { panic!("{doubts:?}") };
        assert_eq!(suggestion.as_deref(), Some(expected));
    }
}

/// A phrase with other letters and signs that mean the same.
fn variants(phrase: &str) -> Vec<String> {
    let spaced = |space: &str| phrase.replace(' ', space);
    let dash = |dash: &str| phrase.replace(" – ", "-").replace('-', dash);
    let years = |word: &str| {
        let endings = ["годы", "гг.", "г.", "года", "год"];
        let found = endings.iter().find_map(|ending| phrase.strip_suffix(&format!(" {ending}")));
        let found = found.filter(|bare| bare.ends_with(|letter: char| letter.is_ascii_digit()));
        found.map_or(phrase.to_owned(), |bare| format!("{bare}{word}"))
    };
    let mut found = vec![
        phrase.to_uppercase(),
        phrase.to_lowercase(),
        spaced("  "),
        spaced("\u{a0}"),
        spaced("\n"),
        format!(" {phrase} ."),
        format!("{phrase},"),
        format!("({phrase})"),
        phrase.replace('е', "ё"),
    ];
    if !phrase.contains("5-го") {
        found.extend(["–", "—", " - ", " – ", "- ", " —"].map(dash));
    }
    found.extend([" гг.", " г.", "гг.", " г", " годы", " года", "\u{a0}г.г."].map(years));
    found
}

#[test]
fn signs_and_case_change_nothing() {
    let mut wrong = Vec::new();
    for (phrase, setting, expected) in rows() {
        for variant in variants(phrase) {
            let told = told(&variant, &setting);
            if told != expected {
                wrong.push(format!("{variant}: {told}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn readings_in_a_term_of_four_years() {
    let setting = Setting { term: Some(term(2021, 2024)), order: Some(date(2021, 8, 2)), measure: None };
    let mut wrong = Vec::new();
    for row in READINGS.lines() {
        let (phrase, expected) = row.split_once(" => ").unwrap();
        let told = told(phrase, &setting);
        let doubts: Vec<_> = read(phrase, &setting).doubts.iter().map(Doubt::name).collect();
        let told = format!("{told} {}", doubts.join(" "));
        if told.trim_end() != expected {
            wrong.push(format!("{phrase} => {}", told.trim_end()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const READINGS: &str = "\
к октябрю => interval 2021-01-01 2021-10-31 ambiguous no-year year-taken
до конца октября 2021 г. => interval 2021-01-01 2021-10-31
не позднее 1 сентября 2021 => point 2021-01-01 2021-09-01
I квартал 2022 => interval 2022-01-01 2022-03-31
1 кв. 2021 => interval 2021-01-01 2021-03-31 before-order
III-IV квартал 2021 => interval 2021-07-01 2021-12-31
в течение учебного года => recurring 2021-09-01 2024-12-31
в течение года => recurring 2021-01-01 2024-12-31
2021/2022 уч. год => interval 2021-09-01 2022-08-31
01.09.2021 – 31.05.2022 => interval 2021-09-01 2022-05-31
с 1 по 15 сентября 2021 года => interval 2021-09-01 2021-09-15
с сентября 2021 г. по май 2022 г. => interval 2021-09-01 2022-05-31
ежемесячно, до 5 числа => recurring 2021-01-01 2024-12-31
2 раза в год => recurring 2021-01-01 2024-12-31 vague
лето 2022 => interval 2022-06-01 2022-08-31
зима 2022 => interval 2022-12-01 2023-02-28 ambiguous
первое полугодие 2022 => interval 2022-01-01 2022-06-30
первое полугодие 2022/2023 учебного года => interval 2022-09-01 2022-12-31
Вторая неделя сентября => interval 2021-09-08 2021-09-14 no-year year-taken
Четвёртая неделя сентября – третья неделя октября => interval 2021-09-22 2021-10-21 no-year year-taken
Октябрь -апрель 2021 => interval 2021-10-01 2022-04-30 backwards
Октябрь 2021, далее ежегодно => recurring 2021-10-01 2024-10-31
Октябрь- апрель 2021, далее ежегодно => recurring 2021-10-01 2024-12-31 backwards
Май-июнь 2021, далее ежегодно => recurring 2021-05-01 2024-06-30 before-order
Сентябрь/ апрель ежегодно => recurring 2021-09-01 2024-09-30
Октябрь 2021, апрель 2022 => recurring 2021-10-01 2022-04-30
октябрь, ноябрь 2022 => recurring 2022-10-01 2022-11-30
2021-2024 гг., октябрь => recurring 2021-10-01 2024-10-31
май 2022, 2023 гг. => recurring 2022-05-01 2023-05-31
ежемесячно с сентября по май => recurring 2021-09-01 2024-12-31
В течение года, по запросу. => open 2021-01-01 2024-12-31 vague
Ежегодно, в рамках Плана методических мероприятий города => external 2021-01-01 2024-12-31
по плану работы РМО на 2021-2022 учебный год => external 2021-09-01 2022-08-31
согласно плану => external 2021-01-01 2024-12-31 plan-not-named
после проведения ВПР => external 2021-01-01 2024-12-31 event
октябрь 2021 (кроме каникул) => interval 2021-10-01 2021-10-31 aside
к началу 2021/2022 учебного года => point 2021-01-01 2021-09-01
до 1 сентября 2025 г. => point 2021-01-01 2025-09-01 outside-term
октябрь 2021, с 2023 года => open 2021-10-01 2024-12-31
ежегодно до 1 июня и до 1 декабря => unknown — — unknown
с 2020 года => open 2020-01-01 2024-12-31 outside-term
2025-2021 годы => interval — — backwards
31 февраля 2022 => unknown — — unknown
29 февраля 2023 => unknown — — unknown
октябрь 2021 мебель => unknown — — unknown
январь текущего года - март следующего года => unknown — — unknown
скоро => unknown — — unknown";

#[test]
fn the_only_possible_year_is_offered() {
    let year = Setting { term: Some(term(2021, 2021)), ..Setting::default() };
    for (phrase, completed) in [
        ("Октябрь .", "Октябрь 2021 г."),
        ("до 1 декабря", "до 1 декабря 2021 г."),
        ("ноябрь, декабрь", "ноябрь 2021 г., декабрь 2021 г."),
    ] {
        let reading = read(phrase, &year);
        assert_eq!(reading.doubts[0].suggestion(), Some(completed), "{phrase}");
        assert_eq!(read(completed, &year).doubts, [], "{completed}");
    }
}

#[test]
fn what_never_falls_into_the_term_is_said() {
    let spring = Span { from: date(2022, 1, 10), to: date(2022, 5, 31), kind: TermKind::Dates };
    let setting = Setting { term: Some(spring), ..Setting::default() };
    for phrase in ["ежегодно октябрь", "октябрь"] {
        let reading = read(phrase, &setting);
        assert_eq!((reading.start, reading.end), (None, None), "{phrase}");
        assert!(reading.doubts.iter().any(|doubt| doubt.name() == "no-occurrence"), "{phrase}: {:?}", reading.doubts);
    }
}

#[test]
fn a_doubled_word_is_shown_with_the_phrase_without_it() {
    let reading = read("Ежегодно Ежегодно, май", &Setting::default());
    assert_eq!(reading.doubts.last().and_then(Doubt::suggestion), Some("Ежегодно, май"));
}

#[test]
fn any_phrase_is_read_without_a_panic_and_in_order() {
    let mut words: Vec<&str> = PHRASES.lines().flat_map(|row| row.split('\t').next().unwrap().split(' ')).collect();
    words.extend(["с", "по", "до", "-", "–", ",", "(", ")", "/", "далее", "0", "99", "9999", "31.02.", "2021-13-45"]);
    words.extend(["раз", "в", "год", "неделя", "IV", "[[срок]]", "[[", "\u{301}", "😀", "-го", "января", "15.10", "и"]);
    let settings = [
        Setting::default(),
        Setting { order: Some(date(2021, 8, 2)), ..Setting::default() },
        Setting {
            term: Some(term(2021, 2024)), order: Some(date(2021, 8, 2)), measure: Some("Ежегодный сбор")
        },
        Setting { term: Some(Span { from: Date::MIN, to: Date::MIN, kind: TermKind::Dates }), ..Setting::default() },
        Setting {
            term: Some(Span { from: Date::MAX, to: Date::MAX, kind: TermKind::SchoolYears }),
            ..Setting::default()
        },
    ];
    let mut seed = 1_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap() % below
    };
    for round in 0..4000 {
        let phrase = (0..next(9)).map(|_| words[next(words.len())]).collect::<Vec<_>>().join(" ");
        let setting = &settings[round % settings.len()];
        let Reading { start, end, occurrences, doubts, .. } = read(&phrase, setting);
        assert!(start.zip(end).is_none_or(|(start, end)| start <= end), "{phrase}: {start:?} {end:?}");
        assert!(occurrences.iter().all(|one| one.start <= one.end), "{phrase}");
        assert!(occurrences.windows(2).all(|pair| pair[0].start <= pair[1].start), "{phrase}");
        for doubt in doubts {
            assert!(phrase.get(doubt.words()).is_some(), "{phrase}: {doubt:?}");
            assert!(!doubt.sentence(&phrase).is_empty());
        }
    }
}

#[test]
fn a_long_phrase_takes_no_time() {
    for word in ["по мере ", "по плану ", "( ", "a ( ", "2021, ", "согласно (по плану ", "1 и "]
    {
        for count in [10, 59, 10_000] {
            read(&word.repeat(count), &Setting::default());
        }
    }
}
