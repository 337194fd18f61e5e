//! Directives: HTML comments that say what `CommonMark` cannot.

use std::ops::Range;

use super::block::Inside;
use super::reader::Reader;
use super::{Directive, Piece};
use crate::diagnostic::{Finding, Place, nearest};
use crate::document::Style;

/// Sets the style of the next block.
pub(super) const STYLE: &str = "стиль";
/// Lays out the next table.
pub(super) const TABLE: &str = "таблица";

const WIDTHS: &str = "ширины";
const HEAD: &str = "шапка";
const LINES: &str = "линии";

/// What stands between `<!--` and `-->`.
pub(super) struct Comment<'t>(&'t str);

/// How the next table is laid out.
#[derive(Default)]
pub(super) struct Layout {
    /// Shares of the columns; none when they follow from the text.
    pub(super) widths: Vec<u32>,
    /// How many rows the head has, if it was said.
    pub(super) head: Option<usize>,
    /// Whether no lines are drawn.
    pub(super) bare: bool,
    /// Where it was said.
    pub(super) place: Option<Place>,
}

/// Directives that wait for their block.
#[derive(Default)]
pub(super) struct Pending {
    style: Option<(Style, Place)>,
    table: Option<Layout>,
}

impl<'t> Comment<'t> {
    /// Cuts the first comment, or the text before it, off the text: its length and what it says.
    pub(super) fn cut(text: &'t str) -> (usize, Option<Self>) {
        let start = text.len() - text.trim_start().len();
        if let Some(rest) = text[start..].strip_prefix("<!--") {
            return match rest.find("-->") {
                Some(end) => (start + end + "<!---->".len(), Some(Self(rest[..end].trim()))),
                None => (text.len(), None),
            };
        }
        (text.find("<!--").unwrap_or(text.len()), None)
    }

    /// Whether it is a note for whoever reads the source.
    pub(super) fn is_note(&self) -> bool {
        self.0.starts_with('#')
    }

    /// The name and the argument, if it has the shape of a directive.
    fn directive(&self) -> Option<(&'t str, Option<&'t str>)> {
        let (name, argument) = match self.0.split_once(':') {
            Some((name, argument)) => (name.trim(), Some(argument.trim())),
            None => (self.0, None),
        };
        let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
        (name.starts_with(char::is_alphabetic) && name.chars().all(plain)).then_some((name, argument))
    }
}

impl Pending {
    /// The style for a paragraph or a list.
    pub(super) fn take_style(&mut self, reader: &mut Reader<'_>) -> Option<Style> {
        self.no_table(reader);
        self.style.take().map(|(style, _)| style)
    }

    /// The layout for a table.
    pub(super) fn take_table(&mut self, reader: &mut Reader<'_>) -> Layout {
        self.no_paragraph(reader);
        self.table.take().unwrap_or_default()
    }

    /// The next block is no paragraph.
    pub(super) fn no_paragraph(&mut self, reader: &mut Reader<'_>) {
        if let Some((_, place)) = self.style.take() {
            reader.findings.push(
                Finding::warning("idle-directive", place, "за указанием «стиль» нет абзаца или списка")
                    .help("поставьте его прямо перед абзацем или списком"),
            );
        }
    }

    /// Nothing follows.
    pub(super) fn end(&mut self, reader: &mut Reader<'_>) {
        self.no_paragraph(reader);
        self.no_table(reader);
    }

    fn no_table(&mut self, reader: &mut Reader<'_>) {
        if let Some(layout) = self.table.take() {
            reader.findings.push(
                Finding::warning("idle-directive", layout.place, "за указанием «таблица» нет таблицы")
                    .help("поставьте его прямо перед таблицей"),
            );
        }
    }
}

impl Reader<'_> {
    /// Obeys a directive of this module, hands another to the caller.
    pub(super) fn comment(
        &mut self,
        comment: &Comment<'_>,
        range: &Range<usize>,
        inside: Inside,
        pending: &mut Pending,
        pieces: &mut Vec<Piece>,
    ) {
        if comment.is_note() {
            return;
        }
        let place = self.place(range);
        let Some((name, argument)) = comment.directive() else {
            self.findings.push(super::lint::hidden_comment(place));
            return;
        };
        let words = words(argument.unwrap_or_default());
        let layout = words.iter().all(|(key, _)| key.is_some()) || words.is_empty();
        let lower = name.to_lowercase();
        if lower == STYLE {
            pending.no_paragraph(self);
            pending.style = self.style(argument.unwrap_or_default(), place).map(|style| (style, place));
        } else if lower == TABLE && layout {
            pending.no_table(self);
            pending.table = Some(self.layout(words, place));
        } else if inside.top {
            pending.end(self);
            let options = words.into_iter().filter_map(|(key, value)| Some((key?, value))).collect();
            let argument = argument.filter(|argument| !argument.is_empty()).map(str::to_owned);
            pieces.push(Piece::Directive(Directive { name: name.to_owned(), argument, options, place }));
        } else {
            self.comment_inside(comment, place);
        }
    }

    /// A comment where no directive of the caller may stand.
    pub(super) fn comment_inside(&mut self, comment: &Comment<'_>, place: Place) {
        let finding = match comment.directive() {
            _ if comment.is_note() => return,
            Some((_, Some(_))) => super::lint::directive_inside(place),
            Some((_, None)) | None => super::lint::hidden_comment(place),
        };
        self.findings.push(finding);
    }

    fn style(&mut self, name: &str, place: Place) -> Option<Style> {
        let as_written = Style::ALL.into_iter().find(|style| style.name() == name);
        let found = as_written.or_else(|| {
            let lower = name.to_lowercase();
            Style::ALL.into_iter().find(|style| style.name().to_lowercase() == lower)
        });
        if found.is_none() {
            let names: Vec<_> = Style::ALL.iter().map(|style| style.name()).collect();
            let help = match nearest(name, names.iter().copied()) {
                Some(known) => format!("возможно, имелось в виду «{known}»"),
                None => format!("есть стили: {}", names.join("; ")),
            };
            self.findings.push(Finding::error("unknown-style", place, format!("стиля «{name}» нет")).help(help));
        }
        found
    }

    fn layout(&mut self, words: Vec<(Option<String>, String)>, place: Place) -> Layout {
        let mut layout = Layout { place: Some(place), ..Layout::default() };
        for (key, value) in words {
            let key = key.unwrap_or_default();
            let understood = match key.to_lowercase().as_str() {
                WIDTHS => value
                    .split(',')
                    .map(|width| width.trim().parse().ok().filter(|width| *width > 0))
                    .collect::<Option<_>>()
                    .map(|widths| layout.widths = widths),
                HEAD => value.parse().ok().map(|rows| layout.head = Some(rows)),
                LINES => match value.to_lowercase().as_str() {
                    "да" => Some(false),
                    "нет" => Some(true),
                    _ => None,
                }
                .map(|bare| layout.bare = bare),
                _ => {
                    let help = match nearest(&key, [WIDTHS, HEAD, LINES]) {
                        Some(known) => format!("возможно, имелось в виду «{known}»"),
                        None => "у таблицы есть «ширины», «шапка» и «линии»".to_owned(),
                    };
                    let message = format!("у указания «таблица» нет настройки «{key}»");
                    self.findings.push(Finding::error("unknown-option", place, message).help(help));
                    Some(())
                }
            };
            if understood.is_none() {
                let message = format!("значение «{value}» настройки «{key}» непонятно");
                self.findings.push(
                    Finding::error("unclear-option", place, message)
                        .help("пишите так: «ширины=6,40,14», «шапка=2», «линии=нет»"),
                );
            }
        }
        layout
    }
}

/// The words of an argument: each with its key, if it has one, and its value without quotation marks.
fn words(argument: &str) -> Vec<(Option<String>, String)> {
    let mut words: Vec<(Option<String>, String)> = Vec::new();
    let (mut key, mut value, mut quoted, mut begun) = (None, String::new(), false, false);
    for letter in argument.chars().chain([' ']) {
        if letter == '"' {
            quoted = !quoted;
            begun = true;
        } else if letter.is_whitespace() && !quoted {
            if begun {
                words.push((key.take(), std::mem::take(&mut value)));
            }
            begun = false;
        } else if letter == '=' && key.is_none() && !quoted && !value.is_empty() {
            key = Some(std::mem::take(&mut value));
        } else {
            value.push(letter);
            begun = true;
        }
    }
    if begun {
        words.push((key, value.trim_end().to_owned()));
    }
    words
}
