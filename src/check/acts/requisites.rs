//! Kind, date, number and title of the acts named in a sentence.

use super::super::text::fold::lower;
use super::Kind;
use crate::model::MONTHS;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// An act as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisites {
    /// What kind of act it is.
    pub kind: Kind,
    /// The words around the kind that say whose it is, in lower case.
    pub body: String,
    /// The day it was signed.
    pub date: Option<Date>,
    /// Its number as written.
    pub number: Option<String>,
    /// Its title without the outer quotation marks.
    pub title: Option<String>,
    /// The words with date and number.
    pub quote: String,
}

/// How far before its date the kind of an act may stand, in characters.
const REACH: usize = 400;

/// «от 29.12.2012 г. № 273-ФЗ», «№ 273-ФЗ от 29.12.2012», «№ 273-ФЗ».
// Classes of all alphabets would take a run longer to compile than most programs to check; «Ѐ-ӿ» has Tatar letters too.
static REQUISITES: LazyLock<Regex> = LazyLock::new(|| {
    let day = r"[0-9]{1,2}\s?\.\s?[0-9]{1,2}\s?\.\s?[0-9]{4}";
    let named = format!(r"«?[0-9]{{1,2}}»?\s+(?:{})\s+[0-9]{{4}}", MONTHS.join("|"));
    let number = r"(?:№|\bN|\bNo\.?)\s*";
    let sign = r"[Ѐ-ӿa-z0-9_][Ѐ-ӿa-z0-9_/\\.–-]*";
    let year = r"(?:\s*(?:года|г\b\.?))?";
    let pattern = format!(
        r"(?i)(?:\bот\s+(?P<date>{day}|{named}){year}(?:\s*,?\s*{number}(?P<number>{sign}))?|{number}(?P<first>{sign})(?:\s+от\s+(?P<after>{day}|{named}){year})?)"
    );
    Regex::new(&pattern).expect("the pattern of requisites is sound")
});

/// The word that names the kind of an act, in any case.
static KIND: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)\b(?:(?P<law>закон(?:а|у|ом|е|ы|ов|ам|ами|ах)?)|(?P<decree>указ(?:а|у|ом|е|ы|ов|ам|ами|ах)?)|(?P<resolution>постановлени(?:е|я|ю|ем|и|й|ям|ями|ях))|(?P<direction>распоряжени(?:е|я|ю|ем|и|й|ям|ями|ях))|(?P<order>приказ(?:а|у|ом|е|ы|ов|ам|ами|ах)?)|(?P<letter>писем|письм(?:о|а|у|ом|е|ам|ами|ах))|(?P<decision>решени(?:е|я|ю|ем|и|й|ям|ями|ях))|(?P<minutes>протокол(?:а|у|ом|е|ы|ов|ам|ами|ах)?))\b";
    Regex::new(pattern).expect("the pattern of kinds is sound")
});

/// The acts with a date or a number that a text names.
pub fn requisites(text: &str) -> Vec<Requisites> {
    let bare = without_quoted(text);
    let mut found = Vec::new();
    let mut from = 0;
    for captures in REQUISITES.captures_iter(text) {
        let whole = captures.get(0).expect("the whole match");
        if bare[whole.range()].trim().is_empty() {
            continue;
        }
        let before = &bare[from..whole.start()];
        let reach = before.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
        let Some((class, body)) = kind(&before[reach..]) else { continue };
        let group =
            |names: [&str; 2]| names.into_iter().find_map(|name| captures.name(name)).map(|group| group.as_str());
        let number = group(["number", "first"]).map(|number| number.trim_end_matches(['.', '-', '–', '_']).to_owned());
        let day = group(["date", "after"]);
        // «приказ по школе № 5» names a school, not a number of the order.
        let law = number.as_ref().is_some_and(|number| number.to_lowercase().ends_with("фз"));
        if day.is_none() && !law && !body.is_empty() {
            continue;
        }
        found.push(Requisites {
            kind: class,
            body,
            date: day.and_then(date),
            number: number.filter(|number| !number.is_empty()),
            title: title(&text[from..whole.start()], &text[whole.end()..]),
            quote: whole.as_str().trim_end_matches(['.', ',']).to_owned(),
        });
        from = whole.end();
    }
    found
}

/// The kind of an act and the words that say whose it is; of several kinds the last.
pub fn kind(words: &str) -> Option<(Kind, String)> {
    let captures = KIND.captures_iter(words).last()?;
    let whole = captures.get(0)?;
    let kinds = [
        ("law", Kind::Law),
        ("decree", Kind::Decree),
        ("resolution", Kind::Resolution),
        ("direction", Kind::Direction),
        ("order", Kind::Order),
        ("letter", Kind::Letter),
        ("decision", Kind::Decision),
        ("minutes", Kind::Minutes),
    ];
    let (_, class) = kinds.into_iter().find(|(name, _)| captures.name(name).is_some())?;
    let before = words[..whole.start()].split_whitespace().next_back().unwrap_or_default();
    let before = if before.to_lowercase().starts_with("федеральн") { before } else { "" };
    let after = words[whole.end()..].split_whitespace();
    let words: Vec<String> = std::iter::once(before)
        .chain(after)
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    Some((class, words.join(" ")))
}

/// The text with what stands in quotation marks blanked out, byte for byte.
pub fn without_quoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(text.len());
    for sign in text.chars() {
        depth += usize::from(sign == '«');
        if depth == 0 {
            bare.push(sign);
        } else {
            bare.extend(std::iter::repeat_n(' ', sign.len_utf8()));
        }
        depth = depth.saturating_sub(usize::from(sign == '»'));
    }
    // Quotation marks without a pair say nothing of what is quoted.
    if depth == 0 { bare } else { text.to_owned() }
}

/// The title next to date and number: after them or, as laws have it, before.
fn title(before: &str, after: &str) -> Option<String> {
    let after = after.trim_start_matches(|sign: char| sign.is_whitespace() || sign == ',');
    let quoted = if let Some(rest) = after.strip_prefix('«') {
        rest[..closing(rest).or_else(|| rest.find('»')).unwrap_or(rest.len())].to_owned()
    } else {
        let inner = before.trim_end().strip_suffix('»')?;
        inner[opening(inner)?..].to_owned()
    };
    Some(quoted.trim_end_matches([';', '.', ',', ' ']).to_owned()).filter(|title| !title.is_empty())
}

/// Where the quotation that has been opened is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '«' => depth += 1,
            '»' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Where the quotation that is closed after the text was opened: behind the mark.
fn opening(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for (at, sign) in text.char_indices().rev() {
        match sign {
            '»' => depth += 1,
            '«' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + sign.len_utf8());
        }
    }
    None
}

/// The day that the words name.
fn date(words: &str) -> Option<Date> {
    let words = words.replace(['«', '»'], "").to_lowercase();
    let parts: Vec<&str> =
        words.split(|sign: char| sign == '.' || sign.is_whitespace()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    let month = match MONTHS.iter().position(|name| *name == month) {
        Some(index) => i8::try_from(index + 1).ok()?,
        None => month.parse().ok()?,
    };
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// A number by which two of them are compared: `590\219` is 590/219.
pub fn normal_number(number: &str) -> String {
    let signs = number.chars().filter(|sign| !sign.is_whitespace());
    let signs = signs.map(|sign| match sign {
        '\\' => '/',
        '–' | '—' | '‑' => '-',
        sign => sign,
    });
    signs.collect::<String>().to_lowercase()
}

/// A title by which two of them are compared: its words alone.
pub fn normal_title(title: &str) -> String {
    let title = lower(title);
    title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn one(text: &str) -> Requisites {
        let mut found = requisites(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found.remove(0)
    }

    #[test]
    fn requisites_of_real_programs() {
        let law = one("Федеральный закон «Об образовании в Российской Федерации» от 29 декабря 2012 г. № 273-ФЗ.");
        assert_eq!((law.kind, law.date, law.number.as_deref()), (Kind::Law, Some(day(2012, 12, 29)), Some("273-ФЗ")));
        assert_eq!(law.title.as_deref(), Some("Об образовании в Российской Федерации"));
        assert_eq!(law.body, "федеральный");
        assert_eq!(law.quote, "от 29 декабря 2012 г. № 273-ФЗ");
        let resolution = one(
            "постановление Правительства Российской Федерации от 26.12. 2017 г. N 1642 «Об утверждении государственной программы Российской Федерации «Развитие образования»;",
        );
        assert_eq!(resolution.date, Some(day(2017, 12, 26)));
        assert_eq!(resolution.number.as_deref(), Some("1642"));
        assert_eq!(
            resolution.title.as_deref(),
            Some("Об утверждении государственной программы Российской Федерации «Развитие образования")
        );
        let glued = one("Закон Российской Федерации «Об образовании в Российской Федерации» от 29.12.2013 №273;");
        assert_eq!((glued.quote.as_str(), glued.number.as_deref()), ("от 29.12.2013 №273", Some("273")));
        let reverse = one("в соответствии с Федеральным законом № 273-ФЗ от 29.12.2012");
        assert_eq!((reverse.date, reverse.number.as_deref()), (Some(day(2012, 12, 29)), Some("273-ФЗ")));
        let slash = one("приказ Рособрнадзора от 06.05.2019 года № 590\\219 «Об утверждении»");
        assert_eq!(normal_number(slash.number.as_deref().unwrap()), "590/219");
    }

    #[test]
    fn two_acts_of_a_sentence_are_told_apart() {
        let text = "Во исполнение Распоряжения Департамента «Об организации работы» от 13.04.2020 № 293-р и дорожной карты (утв. приказом Управления образования от 11.06.2020 № 206)";
        let found = requisites(text);
        let seen: Vec<_> = found.iter().map(|one| (one.kind, one.number.as_deref(), one.body.as_str())).collect();
        assert_eq!(
            seen,
            [(Kind::Direction, Some("293-р"), "департамента"), (Kind::Order, Some("206"), "управления образования"),]
        );
    }

    #[test]
    fn what_is_no_act_is_left() {
        assert_eq!(requisites("Школа № 5 приняла план от 12.03.2021"), []);
        assert_eq!(requisites("указанные школы № 4 и № 7"), []);
        assert_eq!(requisites("законодательство от 12.03.2021"), []);
    }
}
