//! What an order does by its own words: it changes another act, makes a body, comes into force. Nobody need be told to.

use super::acts::without_quoted;
use super::tasks::asks;
use super::text::fold::lower;

/// What is changed by «внести изменения»: one act or a part of one; changes of what schools have are a task.
const CHANGED: &str = "постановление приказ распоряжение решение положение программу план состав порядок регламент устав \
    приложение приложения приложению паспорт карту перечень график реестр следующие";

/// Beginnings of what is brought in.
const CHANGES: [&str; 3] = ["изменени", "дополнени", "поправк"];

/// Verbs that change the text of an act.
const EDITS: &str = "изложить дополнить исключить заменить";

/// Beginnings of words for the parts of an act; beside one of them such a verb changes the act, whoever stands before.
const PARTS: [&str; 11] =
    ["приложени", "пункт", "подпункт", "слов", "цифр", "абзац", "раздел", "редакци", "строк", "стать", "позици"];

/// Verbs that make a body, and the bodies.
const MAKES: &str = "создать образовать сформировать учредить";
const BODIES: &str = "группу комиссию комитет оргкомитет совет штаб команду";

/// Verbs that make an act known.
const PUBLISHES: &str = "опубликовать разместить обнародовать";
const ACTS: &str = "постановление приказ распоряжение решение";

/// What an order does with a report; it is no task.
const NOTED: &str = "принять к сведению";

/// Words by which an act speaks of acts and of itself.
const SAYS: [&str; 10] = [
    "вступает в силу",
    "вступают в силу",
    "утратившим силу",
    "утратившими силу",
    "утратившей силу",
    "утратившее силу",
    "утрачивает силу",
    NOTED,
    "не подлежит применению",
    "распространяется на правоотношения",
];

/// How many words from such a verb a part of an act may stand.
const BESIDE: usize = 4;

/// How many words after the verb a body may stand.
const REACH: usize = 6;

/// Whether the order does by itself what a text of it says.
pub fn enacts(text: &str) -> bool {
    let words = words(text);
    says(&words) || amends_with(&words) || makes(&words) || publishes(&words)
}

/// Whether the order speaks of acts and of itself; «принять к сведению и представить отчет» asks for something besides.
fn says(words: &[String]) -> bool {
    let text = words.join(" ");
    SAYS.iter().any(|phrase| match text.split_once(phrase) {
        Some((before, after)) => *phrase != NOTED || (asks(before).is_none() && asks(after).is_none()),
        None => false,
    })
}

/// Whether a text of an order changes another act.
pub fn amends(text: &str) -> bool {
    let words = words(text);
    amends_with(&words)
        || words.first().is_some_and(|first| is_of(EDITS, first))
        || edits(text)
        || words.iter().any(|word| word.starts_with("утративш"))
}

/// «Пункт 3 изложить в новой редакции», «в абзаце втором слова «…» заменить», but not «школам заменить оборудование
/// (приложение № 7)»: what stands in brackets is where to look.
fn edits(text: &str) -> bool {
    let mut depth = 0;
    let open: String = text
        .chars()
        .filter(|sign| {
            depth += i32::from(*sign == '(');
            let inside = depth > 0;
            depth -= i32::from(*sign == ')' && depth > 0);
            !inside
        })
        .collect();
    let words = words(&open);
    let part = |word: &String| PARTS.iter().any(|stem| word.starts_with(stem));
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| is_of(EDITS, word))
        .any(|(at, _)| words[at.saturating_sub(BESIDE)..words.len().min(at + 1 + BESIDE)].iter().any(part))
}

/// «Внести изменения в постановление», «в приложение № 2 внести следующие изменения», unless somebody is told to.
fn amends_with(words: &[String]) -> bool {
    let change = |word: &String| CHANGES.iter().any(|stem| word.starts_with(stem));
    let begins = words
        .first()
        .is_some_and(|first| matches!(first.as_str(), "внести" | "в" | "во" | "следующие") || change(first));
    begins
        && words.iter().any(|word| word == "внести")
        && words.iter().any(change)
        && words.iter().any(|word| is_of(CHANGED, word))
}

/// «Создать рабочую группу» at the beginning of an item.
fn makes(words: &[String]) -> bool {
    let near = words.iter().skip(1).take(REACH);
    words.first().is_some_and(|verb| is_of(MAKES, verb)) && near.into_iter().any(|word| is_of(BODIES, word))
}

/// «Опубликовать настоящее постановление», «настоящий приказ разместить», whoever is to.
fn publishes(words: &[String]) -> bool {
    let verb = words.iter().position(|word| is_of(PUBLISHES, word));
    let own = |(at, _): (usize, &String)| {
        let before = at.checked_sub(1).map(|before| words[before].as_str()).unwrap_or_default();
        before.starts_with("настоящ") || before.starts_with("данн") || is_of(PUBLISHES, before)
    };
    verb.is_some() && words.iter().enumerate().filter(|(_, word)| is_of(ACTS, word)).any(own)
}

/// The words of a text in lower case, those in quotation marks aside: a name or a new wording asks for nothing.
fn words(text: &str) -> Vec<String> {
    let bare = lower(&without_quoted(text)).replace('ё', "е");
    bare.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).map(String::from).collect()
}

fn is_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_order_does_by_itself() {
        for text in [
            "Внести изменения в постановление администрации города от 30.09.2013 № 1296.",
            "Внести следующие изменения:",
            "Внести в приказ от 01.02.2021 № 5 изменения согласно приложению.",
            "Создать муниципальную рабочую группу по реализации плана.",
            "Образовать комиссию в составе:",
            "Опубликовать (разместить) настоящее постановление в газете и на сайте.",
            "Настоящий приказ разместить на сайте.",
            "Директору МБУ «Редакция газеты» опубликовать настоящее постановление.",
            "Опубликовать постановление в газете.",
            "Постановление вступает в силу после того, как его надо разместить на сайте.",
            "Признать утратившим силу приказ «О том, как обеспечить всех».",
            "Принять к сведению отчет отдела.",
            "Руководителям школ принять к сведению и исполнению.",
        ] {
            assert!(enacts(text), "{text}");
        }
        for text in [
            "Разместить Программу на сайте отдела образования.",
            "Настоящий приказ довести до сведения педагогов школ.",
            "Создать условия для работы комиссий.",
            "Руководителям школ создать рабочую группу.",
            "Отделу кадров внести изменения в положение об оплате.",
            "Внести изменения в должностные инструкции педагогов.",
            "Внести изменения в образовательные программы школ.",
            "Обеспечить исполнение приказа.",
            "Отделу кадров принять к сведению и представить отчет.",
            "Принять к сведению и представить отчет.",
        ] {
            assert!(!enacts(text), "{text}");
        }
    }

    #[test]
    fn what_changes_another_act() {
        for text in
            ["Приложение № 3 изложить в новой редакции", "дополнить приложением № 4", "Внести следующие изменения:"]
        {
            assert!(amends(text), "{text}");
        }
        for text in [
            "Пункт 3 приказа изложить в следующей редакции",
            "В абзаце втором слова «до 1 мая» заменить словами «до 1 июня»",
            "Исключить строку 5",
            "Отделу кадров в приложении № 3 позицию 4 исключить",
            "Заменить в тексте слова",
        ] {
            assert!(amends(text), "{text}");
        }
        for text in [
            "Представить отчет по форме (приложение № 2)",
            "Руководителям школ исключить случаи нарушения прав детей",
            "Директорам школ заменить устаревшее оборудование (приложение № 7)",
            "Школам дополнить образовательные программы курсами",
            "Методистам изложить предложения до 1 мая",
        ] {
            assert!(!amends(text), "{text}");
        }
    }
}
