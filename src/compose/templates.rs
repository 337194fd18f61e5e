//! The templates: embedded in the binary, overridden file by file by folders beside the programs.

use super::marks;
use crate::diagnostic::{FileId, Files, Finding, Findings, Origin, Place};
use crate::markdown::escape;
use include_dir::{Dir, include_dir};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use tera::{ErrorKind, Kwargs, State, Tera};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// A set of templates ready to render.
pub struct Templates {
    tera: Tera,
    /// The templates by name; their order is that of the indexes their marks carry.
    sources: BTreeMap<String, FileId>,
}

/// Adds the embedded templates to the files; gives their names without `.md`.
///
/// # Panics
/// When an embedded template is not UTF-8.
pub fn embedded(files: &mut Files) -> BTreeMap<String, FileId> {
    let mut templates = BTreeMap::new();
    for file in EMBEDDED.files() {
        let path = file.path().to_string_lossy().into_owned();
        let Some(name) = path.strip_suffix(".md") else { continue };
        let text = file.contents_utf8().expect("the embedded templates are UTF-8");
        templates.insert(name.to_string(), files.add(format!("встроенный шаблон {path}"), text));
    }
    templates
}

/// The text of the embedded template of this name.
pub(super) fn embedded_text(name: &str) -> Option<&'static str> {
    EMBEDDED.get_file(format!("{name}.md"))?.contents_utf8()
}

/// The names of the embedded templates with their texts.
pub fn embedded_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    EMBEDDED.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

impl Templates {
    /// Compiles templates; a broken one is a finding and leaves no set.
    pub fn new(templates: &BTreeMap<String, FileId>, files: &Files) -> Result<Self, Finding> {
        let mut tera = Tera::new();
        tera.set_escape_fn(escape_value);
        tera.autoescape_on([""]);
        tera.register_filter("ending", ending);
        tera.register_filter("capital", capital);
        let marked: Vec<(&str, String)> = templates
            .iter()
            .enumerate()
            .map(|(index, (name, id))| (name.as_str(), marks::mark(&files.get(*id).text, index)))
            .collect();
        tera.add_raw_templates(marked).map_err(|error| finding(&error, templates, files))?;
        Ok(Self { tera, sources: templates.clone() })
    }

    /// The templates by name, without `.md`.
    pub fn sources(&self) -> &BTreeMap<String, FileId> {
        &self.sources
    }

    /// Templates that nothing prints: no papers, in the place of no embedded one, inserted by none.
    pub fn idle(&self, files: &Files) -> Findings {
        let inserted = |name: &str| {
            let words = [format!("вставка: {name} "), format!("include \"{name}\"")];
            self.sources.values().any(|id| words.iter().any(|word| files.get(*id).text.contains(word.as_str())))
        };
        let mut findings = Findings::default();
        for (name, id) in &self.sources {
            let text = &files.get(*id).text;
            if embedded_text(name).is_none() && !text.contains("<!-- бумага:") && !inserted(name) {
                let known: Vec<&str> = embedded_templates().map(|(name, _)| name).collect();
                let place = Place::new(*id, 0, text.lines().next().map_or(0, str::len));
                findings.push(
                    Finding::warning("idle-template", place, format!("шаблон «{name}» ничего не печатает")).help(
                        format!(
                            "начните его строкой «<!-- бумага: имя-файла -->» или назовите как встроенный: {}",
                            known.join(", ")
                        ),
                    ),
                );
            }
        }
        findings
    }

    /// Whether there is a template of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// Renders a template; a mistake in it is a finding and gives no text.
    ///
    /// # Panics
    /// When the context is not a structure.
    pub fn render(
        &self,
        name: &str,
        context: &impl Serialize,
        files: &Files,
        findings: &mut Findings,
    ) -> Option<(String, Origin)> {
        let context = tera::Context::from_serialize(context).expect("a context is a structure with text keys");
        match self.tera.render(name, &context) {
            Ok(rendered) => {
                let ids: Vec<FileId> = self.sources.values().copied().collect();
                Some(marks::strip(&rendered, &ids, files))
            }
            Err(error) => {
                findings.push(finding(&error, &self.sources, files));
                None
            }
        }
    }
}

/// Each line of a value as harmless Markdown; a line break stays one.
fn escape_value(value: &str, output: &mut dyn Write) -> std::io::Result<()> {
    let value: String = value.trim().chars().filter(|letter| !marks::is_mark(*letter)).collect();
    for (index, line) in value.lines().enumerate() {
        if index > 0 {
            output.write_all(b"\\\n")?;
        }
        output.write_all(escape(line).as_bytes())?;
    }
    Ok(())
}

/// The filter `ending(mark=";")`: adds a mark where the text has no closing punctuation.
#[expect(clippy::needless_pass_by_value, reason = "tera gives filters their arguments by value")]
fn ending(text: &str, kwargs: Kwargs, _: &State<'_>) -> tera::TeraResult<String> {
    Ok(super::text::ending(text, kwargs.must_get::<&str>("mark")?))
}

/// The filter `capital`: the first letter becomes a capital.
fn capital(text: &str, _: Kwargs, _: &State<'_>) -> String {
    super::text::capital(text)
}

/// What tera has to say, in Russian where it is a common mistake, at its place in the template.
fn finding(error: &tera::Error, templates: &BTreeMap<String, FileId>, files: &Files) -> Finding {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is tera's and grows")]
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let index = templates.keys().position(|name| name == report.filename());
            let id = templates.get(report.filename());
            let place = index.zip(id).map(|(index, id)| {
                let span = report.span();
                place_of((span.start_line, span.start_col), (span.end_line, span.end_col), index, *id, files)
            });
            (report.message().to_string(), place)
        }
        _ => (error.to_string(), None),
    };
    Finding::error("broken-template", place, russian(&marks::unmark(&message)))
        .help("сравните со встроенным шаблоном: его печатает команда «prikaz template»")
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
    if message.starts_with("Unexpected end of") {
        return "шаблон обрывается: не закрыта скобка «{{», «{%» или нет «endif», «endfor»".into();
    }
    format!("запись шаблона непонятна ({message})")
}
