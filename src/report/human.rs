//! Findings for people: the message, the line with a marker, other places, what to do.

use super::run::Run;
use super::told::{self, Told};
use super::words::{one_line, russian};
use crate::diagnostic::{File, Files, Finding, Findings, Level, Place, with_slashes};
use crate::visible;
use annotate_snippets::{AnnotationKind, Group, Level as Label, Origin, Renderer, Snippet, level};
use std::collections::BTreeMap;

/// How wide the quoted lines may be before they are trimmed around the marker.
const WIDTH: usize = 120;

/// Whether the report is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Never,
    /// ANSI colours for a terminal.
    Always,
}

/// The findings of all programs; then a line for each program with findings, and a last line for all.
pub fn human(run: &Run<'_>, colour: Colour) -> String {
    let programs: Vec<Told> = run.programs.iter().map(|program| Told::of(program, colour)).collect();
    told::human(&programs)
}

/// The findings in their order, each with a blank line after it; those that say the same are told once, with all their
/// lines.
pub(super) fn groups<'a>(findings: &'a Findings, files: &Files, colour: Colour) -> Vec<(Vec<&'a Finding>, String)> {
    let renderer = match colour {
        Colour::Never => Renderer::plain(),
        Colour::Always => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH);
    let mut alike: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let file = finding.place.map(|place| place.file);
        alike.entry((file, finding.name, finding.level, &finding.message)).or_default().push(finding);
    }
    let mut groups = Vec::new();
    for finding in findings {
        let file = finding.place.map(|place| place.file);
        let Some(same) = alike.remove(&(file, finding.name, finding.level, &finding.message)) else { continue };
        let lines: Vec<usize> = same[1..].iter().filter_map(|other| Some(files.start(other.place?).line)).collect();
        let text = renderer.render(&[group(finding, &lines, files)]).trim_end().to_owned() + "\n\n";
        groups.push((same, text));
    }
    groups
}

/// «в строках 24, 29, 36».
fn others(lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("{} {}", if lines.len() == 1 { "в строке" } else { "в строках" }, numbers.join(", "))
}

fn group<'a>(finding: &'a Finding, lines: &[usize], files: &'a Files) -> Group<'a> {
    let label = match finding.level {
        Level::Error => named(level::ERROR, russian(finding.level)),
        Level::Warning => named(level::WARNING, russian(finding.level)),
        Level::Note => named(level::NOTE, russian(finding.level)),
    };
    let mut group = Group::with_title(label.primary_title(one_line(&finding.message)).id(finding.name));
    if let Some(place) = finding.place {
        let mut marks: BTreeMap<_, Vec<Mark>> = BTreeMap::new();
        let others = finding.related.iter().map(|(place, label)| Mark { place: *place, label: Some(label) });
        for mark in std::iter::once(Mark { place, label: None }).chain(others) {
            marks.entry((mark.place.file != place.file, mark.place.file)).or_default().push(mark);
        }
        for ((_, id), marks) in marks {
            let file = files.get(id);
            group = if file.text.is_empty() {
                group.element(Origin::path(shown_path(file)))
            } else {
                group.element(snippet(files, &marks))
            };
        }
    }
    if !lines.is_empty() {
        group = group.element(named(level::NOTE, "ещё").message(others(lines)));
    }
    match &finding.help {
        Some(help) => group.element(named(level::HELP, "подсказка").message(one_line(help))),
        None => group,
    }
}

/// A place to mark; the finding's own has no label.
struct Mark<'a> {
    place: Place,
    label: Option<&'a str>,
}

/// The lines of one file that hold the marks.
fn snippet<'a>(files: &'a Files, marks: &[Mark<'a>]) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = files.get(marks[0].place.file);
    let shown: Vec<(std::ops::Range<usize>, Option<&str>)> =
        marks.iter().map(|mark| (first_line(&file.text, mark.place), mark.label)).collect();
    let first = shown.iter().map(|(span, _)| span.start).min().unwrap_or(0);
    let last = shown.iter().map(|(span, _)| span.end).max().unwrap_or(0);
    let start = file.text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = file.text[last..].find('\n').map_or(file.text.len(), |length| last + length);
    let quoted = &file.text[start..end];
    // Where a byte of the quoted lines stands once they are made visible.
    let moved = |at: usize| visible::text(&quoted[..at - start]).len();
    let annotations = shown.into_iter().map(|(span, label)| {
        let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
        kind.span(moved(span.start)..moved(span.end)).label(label.map(one_line))
    });
    Snippet::source(visible::text(quoted))
        .path(shown_path(file))
        .line_start(file.position(start).line)
        .annotations(annotations)
}

/// The part of a place on its first line: a marker down the margin of a whole section helps nobody.
fn first_line(text: &str, place: Place) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(place.start as usize);
    let end = text.ceil_char_boundary(place.end as usize).max(start);
    start..text[start..end].find('\n').map_or(end, |length| start + length)
}

fn named<'a>(label: Label<'a>, name: &'a str) -> Label<'a> {
    label.with_name(Some(name))
}

/// The path of a file as a report prints it.
fn shown_path(file: &File) -> String {
    visible::name(&with_slashes(file.path.as_str())).into_owned()
}

#[cfg(test)]
#[path = "human_tests.rs"]
mod tests;
