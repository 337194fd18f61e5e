//! Ordinary words in capitals, as titles have them: МОДЕЛЬ, СОСТАВ, ПРИНЯТА. No list knows them all, but they can be spoken.

/// The least letters of a word that is told by its sounds; shorter abbreviations sound like words as well: РИМЦ, ЦОКО.
const SHORTEST: usize = 5;

/// Letters with which no word begins, so that no abbreviation has them.
const NEVER_FIRST: [char; 3] = ['Ь', 'Ъ', 'Ы'];

const VOWELS: &str = "АЕЁИОУЫЭЮЯ";

/// Pairs of vowels within words: «МНЕНИЕ», «ПЕРИОД», «ДИАЛОГ», «ОБЩАЯ».
const PAIRS: &str = "ИЕ ИЯ ИЮ ИИ ИО ИА АЯ ЯЯ ОЕ ЕЕ УЮ";

/// Pairs of consonants with which words begin.
const FIRST: &str = "БЛ БР ВЗ ВК ВЛ ВН ВП ВР ВС ВХ ВЫ ГЛ ГН ГР ДВ ДЛ ДН ДР ЖД ЗВ ЗД ЗН ЗР КВ КЛ КН КР МЛ МН НР ПЛ ПН ПР ПС ПТ \
    СБ СВ СГ СД СК СЛ СМ СН СП СР СТ СФ СХ СЦ СЧ ТВ ТР ФЛ ФР ХВ ХЛ ХР ЦВ ЧЛ ЧТ ШК ШЛ ШТ";

/// Whether a word in capitals is an ordinary one, as far as its letters tell.
pub fn is_ordinary(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    word.contains(NEVER_FIRST) || (letters.len() >= SHORTEST && is_spoken(&letters))
}

/// Whether it can be spoken as words are, and does not end in «О» as «… образования» does.
fn is_spoken(letters: &[char]) -> bool {
    let is_vowel = |letter: &char| VOWELS.contains(*letter);
    let is_of = |list: &str, pair: &[char]| {
        let pair: String = pair.iter().collect();
        list.split_whitespace().any(|own| own == pair)
    };
    let (Some(last), Some(first)) = (letters.last(), letters.iter().position(is_vowel)) else { return false };
    // Of two consonants at the end the first is one that sounds, or both are «СТ», «КТ», «КС».
    let close = letters.iter().rev().take_while(|letter| !is_vowel(letter)).count();
    let end = &letters[letters.len() - close..];
    let ends = match end {
        [] => *last != 'О' && *last != 'Э',
        [_] => true,
        [one, _] => "РЛНМЙ".contains(*one) || is_of("СТ СС КТ КС ФТ ПТ ЗД ЗН СК СЛ", end),
        _ => is_of("КСТ НКТ НСТ НТР РСТ ЙСТ", end),
    };
    let begins = match &letters[..first] {
        [] | [_] => true,
        [one, other] => is_of(FIRST, &[*one, *other]),
        [one, other, third] => is_of("СТ СП СК ВС", &[*one, *other]) && "РЛВ".contains(*third),
        _ => false,
    };
    let mut vowels = letters.windows(2).filter(|pair| pair.iter().all(is_vowel));
    let inner = letters[first..letters.len() - close].split(|letter| is_vowel(letter));
    let spoken = inner.into_iter().all(|part| part.len() <= 2);
    begins && ends && spoken && vowels.all(|pair| is_of(PAIRS, pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_titles_and_abbreviations() {
        for word in "МОДЕЛЬ СОСТАВ ФОРМА УСТАВ ПРИНЯТА ФОРМЫ РОЛЬ СОВЕТ СМЕТА ШКОЛА ШКОЛЫ РАЙОНА ГОРОДА ЗАКОН СТАТЬЯ ЧАСТЬ \
            ПУНКТ ТЕКСТ ЦЕНТР СПОРТ АНКЕТА ДОГОВОР ПАМЯТКА ТАБЛИЦА ОТЗЫВ ЗАЯВКА РЕЗЮМЕ ПЕРИОД ДИАЛОГ ОБЩАЯ МНЕНИЕ АДРЕС \
            ГЛАВА КЛАСС ПРАВИЛА ЖУРНАЛ РЕШЕНИЕ УКАЗАНИЕ ПРИНЯТ"
            .split_whitespace()
        {
            assert!(is_ordinary(word), "{word}");
        }
        for word in "СОИРО ТОИПКРО ШНОР ШНСУ ШФНСУ ШНРО МИАС РЦОКО МСОКО ВСОКО ОКО РИМЦ МИМЦ ЦОКО НИКО ППМС ТПГК ИМО ВШК РМО ООУ \
            ГИА УО СФ ИМЦ ЦООД ЦРО ПМПК ПООПС РСОКО ТОГИРРО КИПКРО ФИОКО КРИПКИПРО СЗД РОНО ГУНО ВСОШ КДН"
            .split_whitespace()
        {
            assert!(!is_ordinary(word), "{word}");
        }
    }
}
