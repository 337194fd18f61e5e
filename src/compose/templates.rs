//! The templates: embedded in the binary, overridden file by file by folders beside the programs.

use super::marks;
use super::meter::Meter;
use super::mistakes;
use super::tags;
use crate::diagnostic::{FileId, Files, Finding, Findings, Origin, Place};
use crate::limits;
use crate::markdown::escape;
use include_dir::{Dir, include_dir};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use tera::{Kwargs, State, Tera, Value};

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
        tera.register_filter("join", join);
        tera.register_filter("numbered", numbered);
        tera.register_function("range", range);
        let mut own = templates.iter().filter(|(name, _)| embedded_text(name).is_none());
        if let Some((_, id)) = own.nth(limits::LISTED) {
            let message = format!("шаблонов больше {}", limits::LISTED);
            let finding = Finding::error("too-many-files", Place::new(*id, 0, 0), message);
            return Err(finding.help("удалите те, которые ничего не печатают"));
        }
        if let Some(finding) = templates.values().find_map(|id| refused(*id, files)) {
            return Err(finding);
        }
        let marked: Vec<(&str, String)> = templates
            .iter()
            .enumerate()
            .map(|(index, (name, id))| (name.as_str(), marks::mark(&files.get(*id).text, index)))
            .collect();
        tera.add_raw_templates(marked).map_err(|error| mistakes::finding(&error, templates, files))?;
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
                let place = mistakes::first_line(*id, files);
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

    /// Renders a template; a mistake in it is a finding and gives no text, nor does any after one without an end.
    ///
    /// # Panics
    /// When the context is not a structure.
    pub(super) fn render(
        &self,
        name: &str,
        context: &impl Serialize,
        order: Value,
        files: &Files,
        meter: &Meter,
        findings: &mut Findings,
    ) -> Option<(String, Origin)> {
        if meter.is_empty() {
            return None;
        }
        let mut context = tera::Context::from_serialize(context).expect("a context is a structure with text keys");
        context.insert_value("order", order);
        let mut printout = meter.printout();
        match self.tera.render_to(name, &context, &mut printout) {
            Ok(()) => {
                let rendered = String::from_utf8_lossy(&printout.text);
                let ids: Vec<FileId> = self.sources.values().copied().collect();
                Some(marks::strip(&rendered, &ids, files))
            }
            Err(_) if meter.is_empty() => {
                findings.push(mistakes::endless(self.sources[name], files));
                None
            }
            Err(error) => {
                findings.push(mistakes::finding(&error, &self.sources, files));
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

/// The filter `numbered`: the sign «№» before the number of an act that has none.
fn numbered(text: &str, _: Kwargs, _: &State<'_>) -> String {
    super::order::numbered(text)
}

/// The filter `join(sep=", ")`: the items with a text between, no longer than a template may print.
#[expect(clippy::needless_pass_by_value, reason = "tera gives filters their arguments by value")]
fn join(items: &[Value], kwargs: Kwargs, _: &State<'_>) -> tera::TeraResult<String> {
    let separator = kwargs.get::<&str>("sep")?.unwrap_or_default();
    if separator.len().saturating_mul(items.len()) > limits::TEMPLATE_TEXT {
        return Err(tera::Error::message("фильтр «join» даёт больше, чем могут напечатать шаблоны"));
    }
    Ok(items.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator))
}

/// The function `range(start=0, end=10)`.
#[expect(clippy::needless_pass_by_value, reason = "tera gives functions their arguments by value")]
fn range(kwargs: Kwargs, _: &State<'_>) -> tera::TeraResult<Vec<i64>> {
    let start = kwargs.get::<i64>("start")?.unwrap_or_default();
    let end = kwargs.must_get::<i64>("end")?;
    if end.saturating_sub(start) > limits::RANGE {
        return Err(tera::Error::message(format!("функция «range» даёт больше {} чисел", limits::RANGE)));
    }
    Ok((start..end).collect())
}

/// What of a template may not be there at all.
fn refused(id: FileId, files: &Files) -> Option<Finding> {
    let text = &files.get(id).text;
    if text.len() > limits::TEMPLATE_SIZE {
        let message = format!("шаблон больше {} КБ", limits::TEMPLATE_SIZE / 1024);
        let finding = Finding::error("template-too-large", Place::new(id, 0, 0), message);
        return Some(finding.help("перенесите текст из шаблона в файлы программы"));
    }
    let (range, message) = tags::refused(text)?;
    let finding = Finding::error("broken-template", Place::new(id, range.start, range.end), message);
    Some(finding.help("в шаблоне бывают «{{ значение }}», «if», «for» и «include»"))
}
