//! What an item of an order asks for, of whom and by when, as far as its words tell.

use super::acts::without_quoted;
use super::text::fold::lower;
use super::text::words::{Word, words};

/// Verbs by which an order asks for something to be done, in both aspects.
const VERBS: &str = "активизировать актуализировать внедрить внести вести взять довести доработать завершить заключить издать \
    изучить информировать использовать направить направлять обеспечивать обеспечить обновить ознакомить оказать \
    оказывать опубликовать организовать организовывать осуществить осуществлять подготовить представить \
    представлять предоставить предоставлять предусмотреть привести принять приступить проанализировать провести \
    проводить продолжить проинформировать проверить разместить размещать разослать разработать распространить \
    реализовать согласовать создать сопровождать составить сформировать укомплектовать усилить";

/// Beginnings of words that name who does something, as they stand in the dative, or who answers for it.
const DOERS: &str = "директорам директору руководителю руководителям начальнику начальникам заместител специалист методист \
    заведующ председателю координатору координаторам отделу отделам комитету комитетам управлению центру \
    кабинету школам организациям учреждениям педагогам учителям службе комиссии группе членам секретарю \
    ответственн главам главе исполняющ";

/// The verb by which a text asks for something to be done; a name or a new wording in quotation marks asks for nothing.
pub fn asks(text: &str) -> Option<&str> {
    let bare = without_quoted(text);
    let is_verb = |word: &Word<'_>| {
        let word = lower(word.text);
        VERBS.split(' ').any(|verb| verb == word)
    };
    let verb = words(&bare).find(is_verb)?;
    Some(&text[verb.start..verb.end()])
}

/// Whether a text names someone who is to do it.
pub fn names_executor(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|sign: char| !sign.is_alphabetic());
    if words.any(|word| DOERS.split(' ').any(|doer| word.starts_with(doer))) || has_initials(text) {
        return true;
    }
    // What stands before the verb is who does it, unless it is what is to be done.
    let Some(verb) = asks(text) else { return false };
    let before = text.split(verb).next().unwrap_or_default();
    let first = before.split_whitespace().next().unwrap_or_default().to_lowercase();
    let object = OBJECTS.split(' ').any(|object| first.starts_with(object));
    !first.is_empty() && !object && !PREPOSITIONS.contains(&first.as_str())
}

/// Beginnings of words with which an item may begin that name what is to be done to, not by whom.
const OBJECTS: &str = "документы приказ настоящ данный программу дорожную информацию результаты материалы копи итоги план положение \
    график отчет утвержденн";

/// Words that stand before neither the one nor the other.
const PREPOSITIONS: [&str; 7] = ["в", "до", "с", "на", "по", "не", "к"];

/// Whether a text holds a surname with initials: «Воронцову А.И.», «А.И. Воронцову».
fn has_initials(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    signs.windows(4).any(|four| {
        let [first, stop, second, end] = four else { return false };
        first.is_uppercase() && *stop == '.' && second.is_uppercase() && *end == '.'
    })
}

/// Words by which a text says when.
const WHEN: &[&str] = &[
    "до ",
    "в срок",
    "не позднее",
    "ежегодно",
    "ежеквартально",
    "ежемесячно",
    "еженедельно",
    "постоянно",
    "в течение",
    "незамедлительно",
    "по мере",
    "по запросу",
    "по графику",
    "в сроки",
    "квартал",
    "в период",
];

/// Whether a text says when something is to be done.
pub fn tells_when(text: &str) -> bool {
    let lower = text.to_lowercase().replace('\u{a0}', " ").replace("до сведения", "").replace("до руковод", "");
    let dated = lower.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() == 4);
    dated || WHEN.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_with_and_without_an_executor() {
        let nobody = [
            "Разместить Программу на сайте отдела образования.",
            "Документы, утвержденные пунктом 1, разместить на сайте.",
            "Настоящий приказ довести до сведения педагогов школ.",
            "Обеспечить реализацию Программы в полном объеме.",
        ];
        for text in nobody {
            assert!(asks(text).is_some() && !names_executor(text), "{text}");
        }
        let somebody = [
            "Методическому кабинету разместить Программу на сайте.",
            "Руководителям ОО обеспечить участие педагогов.",
            "Воронцову А.И. организовать работу.",
            "МКУ «ЦООД» провести мониторинг.",
            "Совету школы разработать план.",
            "Обеспечить исполнение плана руководителям школ.",
            "Организовать работу (ответственный – методист).",
        ];
        for text in somebody {
            assert!(names_executor(text), "{text}");
        }
        let nothing = [
            "Утвердить Программу.",
            "Признать утратившим силу приказ от 01.02.2020 № 5.",
            "Контроль за исполнением приказа оставляю за собой.",
            "Приказ вступает в силу со дня подписания.",
            "Назначить муниципального координатора.",
        ];
        for text in nothing {
            assert_eq!(asks(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_say_when() {
        for text in ["представить отчет до 15 мая", "ежегодно", "в течение месяца", "к 1 сентября 2021 г."]
        {
            assert!(tells_when(text), "{text}");
        }
        for text in ["довести приказ до сведения школ", "обеспечить участие 15 педагогов"]
        {
            assert!(!tells_when(text), "{text}");
        }
    }
}
