//! What tera says of a template, in Russian and at its place.

use super::marks;
use crate::diagnostic::{FileId, Files, Finding, Place};
use std::collections::BTreeMap;
use tera::ErrorKind;

/// The finding of a template that printed all that the program may print.
pub(super) fn endless(id: FileId, files: &Files) -> Finding {
    Finding::error(
        "endless-template",
        first_line(id, files),
        "шаблон печатает без конца: его повторения не успевают закончиться",
    )
    .help("уберите из него лишние «for» и «include»; бумаги этой программы не записаны")
}

/// What tera has to say, in Russian where it is a common mistake, at its place in the template.
pub(super) fn finding(error: &tera::Error, templates: &BTreeMap<String, FileId>, files: &Files) -> Finding {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is tera's and grows")]
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let index = templates.keys().position(|name| name == report.filename());
            let id = templates.get(report.filename());
            let place = index.zip(id).map(|(index, id)| {
                let span = report.span();
                place_of((span.start_line, span.start_col), (span.end_line, span.end_col), index, *id, files)
            });
            (russian(&marks::unmark(report.message())), place)
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let message = format!("шаблоны вставляют друг друга по кругу: {}", include_chain.join(" → "));
            (message, templates.get(tpl).map(|id| first_line(*id, files)))
        }
        _ => {
            let message = marks::unmark(&error.to_string());
            let place =
                templates.values().find_map(|id| include(&message, *id, files).or_else(|| named(&message, *id, files)));
            (russian(&message), place)
        }
    };
    Finding::error("broken-template", place, message)
        .help("сравните со встроенным шаблоном: его печатает команда «prikaz template ИМЯ»")
}

/// The first line of a template.
pub(super) fn first_line(id: FileId, files: &Files) -> Place {
    Place::new(id, 0, files.get(id).text.lines().next().map_or(0, str::len))
}

/// Where a template includes the one that tera does not know.
fn include(message: &str, id: FileId, files: &Files) -> Option<Place> {
    let name = message.split_once("Unknown template `")?.1.split('`').next()?;
    let name = ['"', '\''].map(|mark| format!("include {mark}{name}{mark}"));
    let start = name.iter().find_map(|name| files.get(id).text.find(name))?;
    Some(Place::new(id, start, start + name[0].len()))
}

/// Where a template names the filter, test or function that tera does not know.
fn named(message: &str, id: FileId, files: &Files) -> Option<Place> {
    let name = message.split_once("Unknown ")?.1.split('`').nth(1).filter(|name| !name.is_empty())?;
    let start = files.get(id).text.find(name)?;
    Some(Place::new(id, start, start + name.len()))
}

/// The place of a span of the marked text, its columns counted in characters from 0.
fn place_of(start: (usize, usize), end: (usize, usize), index: usize, id: FileId, files: &Files) -> Place {
    let file = files.get(id);
    let marked = marks::mark(&file.text, index);
    let offset = |(line, column): (usize, usize)| {
        let begin = file.line_start(line).unwrap_or(file.text.len());
        let of_line = marked.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let before: String = of_line.chars().take(column).collect();
        begin + marks::unmark(&before).len()
    };
    let (start, end) = (offset(start).min(file.text.len()), offset(end).min(file.text.len()));
    Place::new(id, start, end.max(start))
}

/// Tera's words for the mistakes that people make, in Russian; others keep the original in brackets.
fn russian(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default().trim();
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_string();
    if message.contains("is not defined") {
        let known = message.split_once("Available fields:").or_else(|| message.split_once("Available variables:"));
        let known =
            known.map(|(_, names)| format!("; есть: {}", names.trim().trim_end_matches('.'))).unwrap_or_default();
        return format!("переменной «{}» нет{known}", quoted(message));
    }
    let unknown = [("Unknown filter", "фильтра"), ("Unknown test", "проверки"), ("Unknown function", "функции")];
    if let Some((_, what)) = unknown.iter().find(|(english, _)| message.contains(english)) {
        return format!("{what} «{}» шаблоны не знают", quoted(message));
    }
    if message.contains("Unknown template") {
        return format!(
            "шаблона «{}» нет: «include» вставляет только шаблоны, а файлов с диска не читает",
            quoted(message)
        );
    }
    if message.contains("nesting is too deep") || message.contains("too complex") {
        return "в шаблоне слишком много скобок или «if» и «for» одно в другом".into();
    }
    if message.starts_with("Unexpected end of") {
        return "шаблон обрывается: не закрыта скобка «{{», «{%» или нет «endif», «endfor»".into();
    }
    if message.starts_with(|first: char| ('а'..='я').contains(&first)) {
        return message.to_owned();
    }
    format!("запись шаблона непонятна ({message})")
}
