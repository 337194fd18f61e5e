//! A place that was left to be filled in.

use super::super::passages::Role;
use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::form::Traits;
use super::super::text::tokens::{Token, Tokens};
use super::super::text::words::is_cyrillic;
use crate::diagnostic::{Level, Place};
use crate::model::{AppendixContent, Appendix, Content, PartKind};

pub const RULE: Rule = Rule {
    name: "placeholder",
    level: Level::Warning,
    wants: &[],
    page: include_str!("placeholder.md"),
    check,
};

/// Words that mean «to be done».
const TO_DO: [&str; 5] = ["TODO", "FIXME", "TBD", "дд.мм.гггг", "ДД.ММ.ГГГГ"];

/// Values that say nothing.
const NOTHING: [&str; 9] = ["…", "...", "?", "??", "???", "Ф.И.О.", "ФИО", "Ф. И. О.", "название"];

/// How a prompt begins that stands for a whole value.
const PROMPTS: [&str; 4] = ["ссылка на ", "укажите ", "впишите ", "вставьте "];

/// How a prompt in brackets begins.
const IN_BRACKETS: [&str; 8] =
    ["указать ", "укажите ", "вписать ", "впишите ", "нужное ", "вставить ", "ссылка на ", "наименование оо"];

/// Words in the title of a form: blanks in it are wanted.
const FORMS: [&str; 8] = ["форма", "образец", "бланк", "анкет", "заявлен", "заявк", "шаблон", "договор"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let forms = forms(subject);
    for passage in subject.passages {
        let within = |form: &Place| {
            form.file == passage.place.file && form.start <= passage.place.start && passage.place.end <= form.end
        };
        if forms.iter().any(within) {
            continue;
        }
        if let Some(blank) = blank(&passage.text, &passage.words, passage.role) {
            let message = format!("место не заполнено: «{blank}»");
            let help = "впишите то, что должно здесь стоять, или удалите";
            found.push(found.at(passage.place, message).help(help).quote(blank));
        }
    }
}

/// The texts of the forms: appendices, papers and sections so called.
fn forms(subject: &Subject<'_>) -> Vec<Place> {
    let mut forms = Vec::new();
    if let Some(order) = subject.order {
        of_appendices(&order.appendices, &mut forms);
    }
    of_contents(&subject.program.contents, &mut forms);
    for paper in &subject.program.papers {
        if is_form(&paper.title.nominative.value) {
            forms.push(paper.place);
        }
        of_contents(&paper.contents, &mut forms);
    }
    forms
}

fn is_form(title: &str) -> bool {
    let title = title.to_lowercase();
    FORMS.iter().any(|form| title.contains(form))
}

fn of_appendices(appendices: &[Appendix], forms: &mut Vec<Place>) {
    for appendix in appendices {
        if let AppendixContent::Text { title: Some(title), text, .. } = &appendix.content
            && is_form(&title.value)
        {
            forms.push(text.place);
        }
        of_appendices(&appendix.appendices, forms);
    }
}

fn of_contents(contents: &[Content], forms: &mut Vec<Place>) {
    for content in contents {
        if content.heading.as_ref().is_some_and(|heading| is_form(&heading.value)) {
            for part in &content.parts {
                if let PartKind::Prose(prose) = &part.kind {
                    forms.push(prose.place);
                }
            }
        }
        of_contents(&content.sections, forms);
    }
}

/// The first place of a text that is to be filled in.
fn blank<'t>(text: &'t str, words: &Tokens, role: Role) -> Option<&'t str> {
    let whole = text.trim();
    let bare = whole.trim_start_matches(['(', '[', '<', '«']);
    if role != Role::Cell && NOTHING.contains(&whole) || is_prompt(bare) {
        return Some(whole);
    }
    let to_do = words.traits.has(Traits::LATIN) || words.traits.has(Traits::DAY);
    TO_DO
        .iter()
        .filter(|_| to_do)
        .find_map(|word| stands(text, word))
        .or_else(|| if words.may_hold("_") { line(text).filter(|_| !leaves_the_year(text)) } else { None })
        .or_else(|| if words.may_hold("[<(") { bracketed(text, &words.shown(text)) } else { None })
        .or_else(|| if words.traits.has(Traits::CROSSES) { crosses(text, &words.all) } else { None })
}

/// Whether a text begins with a prompt that stands for a whole value.
fn is_prompt(text: &str) -> bool {
    // The first letters of the prompts.
    text.starts_with(['с', 'С', 'у', 'У', 'в', 'В']) && PROMPTS.iter().any(|prompt| begins(text, prompt))
}

/// Whether a text in lower case begins with these words.
fn begins(text: &str, words: &str) -> bool {
    let mut letters = text.chars();
    let same = |own: char, letter: char| own == letter || own.to_lowercase().eq([letter]);
    words.chars().all(|letter| letters.next().is_some_and(|own| same(own, letter)))
}

/// Whether the blanks are those of a school year in the title of an act that every school issues: «в ____ / ____
/// учебном году».
fn leaves_the_year(text: &str) -> bool {
    let dense: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\\').collect();
    dense.contains("_/_") && dense.contains("_учебн")
}

/// A word as it stands in a text, with no letter beside it.
fn stands<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, _) = text.match_indices(word).find(|(at, _)| {
        let letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        !letter(text[..*at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })?;
    Some(&text[start..start + word.len()])
}

/// A line to write on: «____».
fn line(text: &str) -> Option<&str> {
    let start = text.find("__")?;
    let length = text[start..].find(|sign| sign != '_').unwrap_or(text.len() - start);
    Some(&text[start..start + length])
}

/// A prompt in brackets: «[название школы]», «<дата>», «(указать срок)».
fn bracketed<'t>(text: &'t str, shown: &str) -> Option<&'t str> {
    for (open, _) in shown.match_indices(['[', '<', '(']) {
        let (close, round) = match shown.as_bytes()[open] {
            b'[' => (']', false),
            b'<' => ('>', false),
            _ => (')', true),
        };
        let Some(length) = shown[open + 1..].find(close).filter(|length| *length <= 160) else { continue };
        let inside = &shown[open + 1..=open + length];
        let prompts = IN_BRACKETS.iter().any(|prompt| begins(inside, prompt));
        let letters = inside.starts_with(|sign: char| is_cyrillic(sign) || sign == '…' || sign == '.');
        if (round && prompts) || (!round && letters) {
            return Some(&text[open..open + length + 2]);
        }
    }
    None
}

/// Crosses in place of figures: «ХХ.ХХ.2021», «№ XXXX», «на ХХ %»; Roman numbers are none.
fn crosses<'t>(text: &'t str, words: &[Token]) -> Option<&'t str> {
    words.iter().filter(|word| word.form.is(Traits::CROSSES)).find_map(|word| {
        let (own, start, end) = (&text[word.range()], word.start(), word.end());
        let (before, after) = (text[..start].trim_end(), text[end..].trim_start());
        let long = word.form.letters > 3;
        let small = own.chars().all(char::is_lowercase);
        let dated = text[..start].ends_with('.') && text[..start].len() > 1 && !before.ends_with(". ")
            || text[end..].starts_with('.') && text[end + 1..].starts_with(|sign: char| sign.is_alphanumeric());
        let counted = before.ends_with('№') || after.starts_with('%') || after.starts_with("процент");
        let figures = own.starts_with(|sign: char| sign.is_ascii_digit());
        (long || small || dated || counted || figures).then_some(own)
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::text::lexicon::Lexicon;
    use super::*;

    #[test]
    fn blanks() {
        for (text, wanted) in [
            ("приказ от «__» ____ 2021 г.", Some("__")),
            ("ссылка на Интернет-ресурс", Some("ссылка на Интернет-ресурс")),
            ("доля выросла на ХХ %", Some("ХХ")),
            ("до ХХ.ХХ.2021", Some("ХХ")),
            ("от 12.03.20ХХ", Some("20ХХ")),
            ("приказ № XXXX", Some("XXXX")),
            ("в школе [название школы]", Some("[название школы]")),
            ("к <дата> сдать", Some("<дата>")),
            ("отчет (указать срок)", Some("(указать срок)")),
            ("…", Some("…")),
            ("Ф.И.О.", Some("Ф.И.О.")),
            ("TODO: дописать", Some("TODO")),
            ("до дд.мм.гггг", Some("дд.мм.гггг")),
            ("в ХХ веке, в XXI веке и XX съезд", None),
            ("размещение ссылок на сайты; активная ссылка на сайт", None),
            ("мероприятие [[мониторинг]], источник [1]", None),
            ("при доле < 5 и > 3", None),
            ("анализ, отчеты …", None),
            ("указать причины в отчете", None),
            ("TODOR", None),
            ("о ВСОКО в ____ / ____ учебном году", None),
        ] {
            let words = Tokens::of(text, &Lexicon::default());
            assert_eq!(blank(text, &words, Role::Measure), wanted, "{text}");
        }
    }
}
