//! The templates: embedded in the binary, overridden file by file by folders beside the programs.

use super::marks;
use crate::diagnostic::{File, FileId, Files, Finding, Findings, Origin, Place};
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
    /// The files by the index that their marks carry.
    files: Vec<FileId>,
    names: Vec<String>,
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

impl Templates {
    /// Compiles templates; a broken one is a finding and leaves no set.
    pub fn new(templates: &BTreeMap<String, FileId>, files: &Files) -> Result<Self, Finding> {
        let mut tera = Tera::new();
        tera.set_escape_fn(escape_value);
        tera.autoescape_on([""]);
        tera.register_filter("ending", ending);
        tera.register_filter("capital", capital);
        let ids: Vec<FileId> = templates.values().copied().collect();
        let marked: Vec<(&str, String)> = templates
            .iter()
            .enumerate()
            .map(|(index, (name, id))| (name.as_str(), marks::mark(&files.get(*id).text, index)))
            .collect();
        tera.add_raw_templates(marked).map_err(|error| finding(&error, templates, files))?;
        Ok(Self { tera, files: ids, names: templates.keys().cloned().collect() })
    }

    /// The names of the templates, without `.md`, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether there is a template of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
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
            Ok(rendered) => Some(marks::strip(&rendered, &self.files, files)),
            Err(error) => {
                let templates = self.names.iter().cloned().zip(self.files.iter().copied()).collect();
                findings.push(finding(&error, &templates, files));
                None
            }
        }
    }
}

/// Each line of a value as harmless Markdown; a line break stays one.
fn escape_value(value: &str, output: &mut dyn Write) -> std::io::Result<()> {
    for (index, line) in value.trim().lines().enumerate() {
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

/// What tera has to say, at the line of the template.
fn finding(error: &tera::Error, templates: &BTreeMap<String, FileId>, files: &Files) -> Finding {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is tera's and grows")]
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = templates.get(report.filename());
            let line = report.span().start_line;
            (report.message().to_string(), file.map(|id| line_of(files.get(*id), *id, line)))
        }
        _ => (error.to_string(), None),
    };
    let message = marks::unmark(&message);
    Finding::error("broken-template", place, format!("ошибка в шаблоне: {message}"))
        .help("сравните строку со встроенным шаблоном; убрать файл из папки templates — вернуть встроенный")
}

/// The whole line of a file, counted from 1.
fn line_of(file: &File, id: FileId, line: usize) -> Place {
    let start = file.line_start(line).unwrap_or_default();
    let length = file.text[start..].lines().next().map_or(0, str::len);
    Place::new(id, start, start + length)
}
