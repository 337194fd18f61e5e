//! A text that breaks off.

use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use super::super::text::tokens::Tokens;
use crate::diagnostic::{Finding, Level};

pub const RULE: Rule = Rule {
    name: "unfinished-text",
    level: Level::Warning,
    wants: &[],
    page: include_str!("unfinished_text.md"),
    check,
};

/// How a text breaks off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End<'t> {
    /// With a comma, a hyphen, an opening bracket.
    Mark(char),
    /// With a colon, after which something should follow.
    Colon,
    /// With a preposition or a conjunction.
    Word(&'t str),
}

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for passage in subject.passages {
        if passage.role == Role::Cell {
            continue;
        }
        let Some(end) = end(&passage.text, &passage.words) else { continue };
        let text = passage.text.trim_end();
        let last = text.rsplit(char::is_whitespace).next().unwrap_or(text);
        let finding = |message: String, help: &str| found.at(passage.place, message).help(help).quote(last);
        found.push(match end {
            // Items of a list may end with a comma and lead the next one with «и».
            End::Mark(_) | End::Colon if passage.goes_on => continue,
            End::Word(word) if passage.goes_on && !matches!(passage.role, Role::Measure | Role::Goal) => {
                let joins = ["и", "или", "а"].contains(&word.to_lowercase().as_str());
                if joins || passage.role == Role::Act || passage.role == Role::Paragraph {
                    continue;
                }
                finding(format!("текст обрывается на слове «{word}»"), "допишите текст")
            }
            End::Word(word) => finding(format!("текст обрывается на слове «{word}»"), "допишите текст"),
            End::Mark(',') => {
                finding(format!("текст кончается запятой: «{last}»"), "допишите текст или уберите запятую")
            }
            End::Mark(mark) => finding(format!("текст кончается знаком «{mark}»"), "допишите текст или удалите знак"),
            End::Colon => {
                let finding = finding("после двоеточия ничего нет".to_owned(), "допишите перечень или замените двоеточие точкой");
                let heading = matches!(passage.role, Role::Heading | Role::Title);
                if heading { Finding { level: Level::Note, ..finding } } else { finding }
            }
        });
    }
}

/// How a text breaks off, if it does.
fn end<'t>(text: &'t str, words: &Tokens) -> Option<End<'t>> {
    let text = text.trim_end().trim_end_matches("]]");
    let last = text.chars().next_back()?;
    match last {
        ',' | '-' | '–' | '—' | '(' | '«' | '„' | '/' | '+' => {
            let alone = text.chars().filter(|sign| !sign.is_whitespace()).count() == 1;
            (!alone).then_some(End::Mark(last))
        }
        ':' => Some(End::Colon),
        _ => {
            let last = words.all.last()?;
            let word = &text[last.range()];
            let leads = last.end() == text.len() && last.form.is(Traits::LEADING);
            let small = word.starts_with(char::is_lowercase);
            // «5 а», «7-в», «классы а, б, в»: a letter of a class.
            let before = text[..last.start()].trim_end_matches([' ', '-', '«', '"']);
            let letter = last.form.letters == 1
                && before.ends_with(|sign: char| sign.is_ascii_digit() || matches!(sign, ',' | ';' | '('));
            (leads && small && !letter && !before.is_empty()).then_some(End::Word(word))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::text::lexicon::Lexicon;
    use super::*;

    #[test]
    fn texts_that_break_off() {
        for (text, wanted) in [
            ("ИМО,", Some(End::Mark(','))),
            ("план работы -", Some(End::Mark('-'))),
            ("анализ результатов и", Some(End::Word("и"))),
            ("отчет о", Some(End::Word("о"))),
            ("меры:", Some(End::Colon)),
            ("обучающиеся 5 а", None),
            ("классы 7-а, 8-в", None),
            ("-", None),
            ("Приложение А", None),
            ("отчет готов.", None),
            ("по пункту [[ид]]", None),
        ] {
            assert_eq!(end(text, &Tokens::of(text, &Lexicon::default())), wanted, "{text}");
        }
    }
}
