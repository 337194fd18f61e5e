//! Abbreviations: which words are, which everybody knows, where a text says what one stands for.

use super::form::{Key, Traits};
use super::lexicon::Lexicon;
use super::tokens::{Token, Tokens};
use super::words::{Word, is_cyrillic, is_function, listed, words};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Abbreviations that need no explanation in a municipal paper on schools.
const KNOWN: &str = "АИС АНО АО АООП ВИЧ ВО ВОВ ВПР ВУЗ ГАОУ ГАУ ГБОУ ГБПОУ ГБУ ГВЭ ГИА ГИБДД ГИС ГО ГОСТ ГОУ ГПОУ ГТО ДПО ДТП ЕГЭ \
    ЖКХ ЗАТО ЗОЖ ИКТ ИНН ИП ИТ КПП МАДОУ МАОУ МАУ МБДОУ МБОУ МБУ МВД МКОУ МКУ МО МОУ МЧС НДС НИИ НКО НОО ОБЖ ОВЗ \
    ОГАОУ ОГБОУ ОГБПОУ ОГРН ОГЭ ОКЕИ ОКПО ОКТМО ООН ООО ООП ООШ ОРВИ ПДД ПК РАН РАО РТ РФ СМИ СОО СОШ \
    СПО ССР СССР США ТВ УК ФГАОУ ФГБНУ ФГБОУ ФГБУ ФГИС ФГОС ФЗ ФИО ФИОКО ФИПИ ФОП ЧОУ ЧС ЭВМ ЮНЕСКО ЯНАО ХМАО";

/// Words that stand in capitals for weight, and the names of papers and their parts.
const STRESSED: &str = "АНАЛИЗ ВАЖНО ВСЕ ВСЕГО ВСЕХ ВЫВОД ВЫВОДЫ ГРАФИК ДА ДО ЗАДАЧА ЗАДАЧИ ИТОГ ИТОГИ ИТОГО КАРТА МЕРЫ НЕТ ОТ \
    ОТЧЕТ ОТЧЁТ ПАСПОРТ ПЛАН ПОРЯДОК ПРИКАЗ ПРОЕКТ РАЗДЕЛ РЕЕСТР СПИСОК СПРАВКА СРОК СРОКИ ТОЛЬКО ЦЕЛИ ЦЕЛЬ ЭТАП ЭТАПЫ";

/// The most abbreviations that are explained together: three more than «ФИС ОКО ГИА».
const SIDE_BY_SIDE: usize = 6;

/// The longest abbreviation in letters.
const LONGEST: usize = 7;

/// Whether everybody knows what an abbreviation stands for.
pub fn is_known(abbreviation: &str) -> bool {
    static ALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| listed(KNOWN));
    ALL.contains(abbreviation)
}

/// Whether a word is made of Cyrillic capitals as an abbreviation is.
pub fn is_abbreviation(word: &str) -> bool {
    let length = word.chars().count();
    (2..=LONGEST).contains(&length)
        && word.chars().all(|sign| is_cyrillic(sign) && sign.is_uppercase())
        && !word.chars().all(|sign| matches!(sign, 'Х' | 'І'))
        && !is_function(&word.to_lowercase())
        && !STRESSED.split(' ').any(|stressed| stressed == word)
}

/// The abbreviations of a text that is not written in capitals as a whole, by their indexes among its words; parts of
/// numbers are left out.
pub fn abbreviations(text: &str, words: &Tokens) -> Vec<usize> {
    if !words.traits.has(Traits::ABBREVIATION) {
        return Vec::new();
    }
    let all = words.all.as_slice();
    let is_wide = |word: &Token| usize::from(word.form.letters) > LONGEST;
    let long = |word: &&Token| word.form.letters > 3 && word.form.is(Traits::LETTERS);
    let capitals = all.iter().filter(long).filter(|word| word.form.is(Traits::CAPITALS)).count();
    let shouts = 2 * capitals > all.iter().filter(long).count() && all.iter().any(is_wide);
    let wide = all.len() == 1 && all[0].form.letters > 5;
    if (shouts && capitals > 0) || wide {
        return Vec::new();
    }
    // A line of capitals with an ordinary word is a title: «АКТ СВЕРКИ», but not «ВПР, ОГЭ».
    let is_title = |word: &Token| word.form.is(Traits::CAPITALS) || !word.form.is(Traits::LETTERS);
    if all.iter().any(|word| word.form.is(Traits::ORDINARY)) && all.iter().all(is_title) {
        return Vec::new();
    }
    let stressed = |word: Option<&Token>| word.is_some_and(|word| is_wide(word) && word.form.is(Traits::CAPITALS));
    let fits = |at: &usize| {
        let beside = || stressed(at.checked_sub(1).and_then(|at| all.get(at))) || stressed(all.get(at + 1));
        let short = all[*at].form.is(Traits::ABBREVIATION) && !all[*at].form.is(Traits::ORDINARY);
        short && !beside() && !is_of_a_number(text, all, *at)
    };
    (0..all.len()).filter(fits).collect()
}

/// Whether a word is a part of a number or of a form's name: «273-ФЗ», «01-05/ОД», «№ ОД-5», «форма ОО-1».
fn is_of_a_number(text: &str, all: &[Token], at: usize) -> bool {
    let before = &text[..all[at].start()];
    let code = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit() || sign.is_lowercase());
    let last = at.checked_sub(1).map(|last| &text[all[last].range()]);
    let form = last.is_some_and(|last| last.to_lowercase().starts_with("форм"));
    if form && text[all[at].end()..].strip_prefix(['-', '‑', '–']).is_some_and(code) {
        return true;
    }
    let joined = before.strip_suffix(['-', '–', '/', '\\']).map(|rest| rest.chars().next_back());
    joined.is_some_and(|sign| sign.is_some_and(|sign| sign.is_ascii_digit())) || before.trim_end().ends_with('№')
}

/// A short name that a text gives to something: «… (далее – ОО)».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition<'t> {
    /// The short name.
    pub name: &'t str,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// The words that it stands for, if they can be told.
    pub meaning: Option<&'t str>,
    /// Whether the text says «далее».
    pub said: bool,
}

/// The short names that a text gives in brackets.
pub fn definitions<'t>(text: &'t str, tokens: &Tokens) -> Vec<Definition<'t>> {
    let mut found = Vec::new();
    if !tokens.may_hold("(") {
        return found;
    }
    for (open, _) in text.match_indices('(') {
        let Some(length) = closing(&text[open..]) else { continue };
        let inside = open + 1..open + length;
        let before = &tokens.all[..tokens.all.partition_point(|token| token.start() < open)];
        if let Some(names) = hereafter(text, inside.clone()) {
            for name in names {
                let meaning = meaning(&text[..open], before, &text[name.clone()]);
                found.push(Definition { name: &text[name.clone()], start: name.start, meaning, said: true });
            }
            continue;
        }
        let name = text[inside.clone()].trim();
        let parts = || words(name).take(3);
        let short = (1..=2).contains(&parts().count()) && parts().all(|word| is_abbreviation(word.text));
        if !short {
            continue;
        }
        if let Some(meaning) = meaning(&text[..open], before, name) {
            let start = inside.start + text[inside].find(name).unwrap_or(0);
            found.push(Definition { name, start, meaning: Some(meaning), said: false });
        }
    }
    found
}

/// How long a bracketed text is up to its closing bracket.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The names after «далее» in a bracket.
fn hereafter(text: &str, inside: Range<usize>) -> Option<Vec<Range<usize>>> {
    const PHRASES: [&str; 6] = ["по тексту", "в тексте", "соответственно", "именуемый", "именуемая", "именуется"];
    let content = &text[inside.clone()];
    let first = content.trim_start();
    if !["далее", "Далее"].iter().any(|word| first.starts_with(word)) {
        return None;
    }
    let mut rest = &first["далее".len()..];
    loop {
        let trimmed =
            rest.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | ':' | ','));
        let shorter = PHRASES.iter().find_map(|phrase| trimmed.strip_prefix(phrase)).unwrap_or(trimmed);
        if shorter.len() == rest.len() {
            break;
        }
        rest = shorter;
    }
    let mut names = Vec::new();
    let mut start = inside.end - rest.len();
    for part in rest.split([',', ';']) {
        let name = part.trim();
        if !name.is_empty() {
            let from = start + part.find(name).unwrap_or(0);
            names.push(from..from + name.len());
        }
        start += part.len() + 1;
    }
    Some(names)
}

/// The last words of a text for whose beginnings the letters of an abbreviation stand.
fn meaning<'t>(before: &'t str, all: &[Token], abbreviation: &str) -> Option<&'t str> {
    let letters = letters(abbreviation)?;
    let from = before.rfind([';', '(']).map_or(0, |at| at + 1);
    let near = all[all.partition_point(|word| word.start() < from)..].iter().rev().take(most(&letters)).rev();
    let near: Vec<Word<'_>> = near.map(|word| Word { text: &before[word.range()], start: word.start() }).collect();
    let window = closest(&letters, near.len(), |count, spare| {
        let window = &near[near.len() - count..];
        stands_for(window, &letters, spare).then_some(window)
    })?;
    Some(before[window[0].start..].trim_end().trim_end_matches(['»', ',', '–', '-']).trim_end())
}

/// The words within a full name for whose beginnings the letters of an abbreviation stand.
pub fn meaning_within<'t>(name: &'t str, abbreviation: &str) -> Option<&'t str> {
    let letters = letters(abbreviation)?;
    let all: Vec<_> = words(name).collect();
    let window = closest(&letters, all.len(), |count, spare| {
        all.windows(count).find(|window| stands_for(window, &letters, spare))
    })?;
    Some(&name[window[0].start..window[window.len() - 1].end()])
}

/// Whether the text after an abbreviation, or after several side by side, says what it stands for: «ОО – общеобразовательная организация», «ОО (…)».
pub fn is_explained_after(after: &str, abbreviation: &str) -> bool {
    let after = after.trim_start();
    let Some(rest) = after.strip_prefix(['(', '–', '—', '-']) else { return false };
    let letters = gathered(abbreviation);
    let all: Vec<_> = words(rest).take(most(&letters)).collect();
    closest(&letters, all.len(), |count, spare| stands_for(&all[..count], &letters, spare).then_some(())).is_some()
}

/// Abbreviations that stand side by side from this word on, and are explained together: «ФИС ОКО», «КДН и ЗП».
pub fn run<'t>(text: &'t str, all: &[Token], first: usize) -> &'t str {
    let mut end = all[first].end();
    for word in all[first + 1..].iter().filter(|word| &text[word.range()] != "и").take(SIDE_BY_SIDE - 1) {
        if !matches!(text[end..word.start()].trim(), "" | "и") || !word.form.is(Traits::ABBREVIATION) {
            break;
        }
        end = word.end();
    }
    &text[all[first].start()..end]
}

/// The stems of what an abbreviation stands for, whatever their order and case.
pub fn meant(meaning: &str, lexicon: &Lexicon) -> BTreeSet<Key> {
    let forms = words(meaning).map(|word| lexicon.form(word.text));
    forms.filter(|form| !form.is(Traits::FUNCTION)).map(|form| form.stem).collect()
}

/// The letters of an abbreviation, lower case; none when it has a word of another kind than «и».
fn letters(abbreviation: &str) -> Option<Vec<char>> {
    let mut parts = words(abbreviation).filter(|word| word.text != "и").peekable();
    let short = parts.peek().is_some() && parts.all(|word| is_abbreviation(word.text));
    short.then(|| gathered(abbreviation))
}

/// The letters of the words but «и», lower case.
fn gathered(words_: &str) -> Vec<char> {
    let parts = words(words_).filter(|word| word.text != "и");
    parts.flat_map(|word| word.text.chars().flat_map(char::to_lowercase)).collect()
}

/// The most words that the letters of an abbreviation may stand for.
fn most(letters: &[char]) -> usize {
    letters.len() + 4
}

/// The first of the windows of up to so many words that fits: one with all the letters before one that lacks a letter.
fn closest<W>(letters: &[char], words: usize, fits: impl Fn(usize, usize) -> Option<W>) -> Option<W> {
    let longest = most(letters).min(words);
    // A long abbreviation may have a letter of the middle of a word.
    let spare = usize::from(letters.len() > 4);
    (0..=spare).find_map(|spare| (1..=longest).find_map(|count| fits(count, spare)))
}

/// Whether words begin with all the letters but some to spare, in any order; the first with the first.
fn stands_for(window: &[Word<'_>], letters: &[char], spare: usize) -> bool {
    let first = |word: &Word<'_>| word.text.chars().flat_map(char::to_lowercase).next();
    if window.first().and_then(first).as_ref() != letters.first() {
        return false;
    }
    let mut firsts: Vec<char> = window.iter().filter_map(first).collect();
    let mut lacking = 0;
    for letter in letters {
        match firsts.iter().position(|first| first == letter) {
            Some(at) => drop(firsts.swap_remove(at)),
            None => lacking += 1,
        }
    }
    lacking <= spare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_and_what_they_stand_for() {
        type Wanted<'t> = &'t [(&'t str, Option<&'t str>)];
        let table: &[(&str, Wanted<'_>)] = &[
            ("доля образовательных организаций (далее ОО), среда", &[("ОО", Some("образовательных организаций"))]),
            (
                "школы с низкими результатами обучения (ШНОР)",
                &[("ШНОР", Some("школы с низкими результатами обучения"))],
            ),
            (
                "школ, функционирующих в неблагоприятных социальных условиях (далее - ШНСУ);",
                &[("ШНСУ", Some("школ, функционирующих в неблагоприятных социальных условиях"))],
            ),
            ("оценочных процедур регионального уровня (РКР)", &[]),
            ("процедур (ВПР, ГИА)", &[]),
            ("Программа (далее – Программа), направлена", &[("Программа", None)]),
            ("отдел и центр (далее соответственно – Отдел, ИМЦ)", &[("Отдел", None), ("ИМЦ", None)]),
            (
                "учреждение «Центр обеспечения образовательной деятельности» (далее – ЦООД)",
                &[("ЦООД", Some("Центр обеспечения образовательной деятельности"))],
            ),
            (
                "муниципальная система оценки качества образования (МСОКО)",
                &[("МСОКО", Some("муниципальная система оценки качества образования"))],
            ),
            (
                "комиссия по делам несовершеннолетних и защите их прав (далее – КДН и ЗП)",
                &[("КДН и ЗП", Some("комиссия по делам несовершеннолетних и защите их прав"))],
            ),
            ("(далее", &[]),
        ];
        for (text, wanted) in table {
            let tokens = Tokens::of(text, &Lexicon::default());
            let found: Vec<_> =
                definitions(text, &tokens).into_iter().map(|found| (found.name, found.meaning)).collect();
            assert_eq!(&found, wanted, "{text}");
        }
    }

    #[test]
    fn abbreviations_are_told_from_words_in_capitals() {
        let found = |text: &'static str| {
            let tokens = Tokens::of(text, &Lexicon::default());
            let found = abbreviations(text, &tokens);
            found.into_iter().map(|at| &text[tokens.all[at].range()]).collect::<Vec<_>>()
        };
        assert_eq!(found("в РОО, УО и ОУ (НОР)"), ["РОО", "УО", "ОУ", "НОР"]);
        assert_eq!(found("ОБЩИЕ ПОЛОЖЕНИЯ О ШКОЛАХ РАЙОНА"), Vec::<&str>::new());
        assert_eq!(found("Утверждена ДОРОЖНАЯ КАРТА района и МОЦ"), ["МОЦ"]);
        assert_eq!(found("МОДЕЛЬ оценки, СОСТАВ группы РМО, ПРИНЯТА советом"), ["РМО"]);
        assert_eq!(found("АКТ СВЕРКИ № 5"), Vec::<&str>::new());
        assert_eq!(found("РМО, ИМО 2021"), ["РМО", "ИМО"]);
        assert_eq!(found("ПАСПОРТ программы по форме ОО-1, форма ЗП-образование, форма РКР"), ["РКР"]);
        assert_eq!(found("закон № 273-ФЗ, приказ 01-05/ОД, № ОД-5, ИЛИ, ХХ век"), Vec::<&str>::new());
    }

    #[test]
    fn an_abbreviation_may_be_explained_after_it() {
        assert!(is_explained_after(" – общеобразовательная организация", "ОО"));
        assert!(is_explained_after(" (школы с низкими образовательными результатами)", "ШНОР"));
        assert!(!is_explained_after(" – отчет", "ОО"));
        let whole = |text: &'static str| {
            let tokens = Tokens::of(text, &Lexicon::default());
            run(text, &tokens.all, abbreviations(text, &tokens)[0])
        };
        assert_eq!(whole("в КДН и ЗП (комиссия)"), "КДН и ЗП");
        assert_eq!(whole("ФИС ОКО и сайты"), "ФИС ОКО");
        assert_eq!(whole("РОО, УО"), "РОО");
    }
}
