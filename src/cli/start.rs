//! `prikaz new`, `prikaz schema` and `prikaz template`: a first program, completion in the editor, one's own wording.

use super::CLEAN;
use super::arguments::{NewArguments, SchemaArguments, SchemaOf, TemplateArguments};
use super::output::{self, Stream, print};
use crate::compose::embedded_templates;
use crate::failure::Failure;
use crate::limits;
use crate::read;
use crate::source;
use camino::Utf8Path;
use include_dir::{Dir, include_dir};

static EXAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/minimal");

/// The schema's file name in a new program, named by the first line of its YAML files.
const SCHEMA: &str = "prikaz.schema.json";

/// Writes a small filled program that builds at once; gives the exit code.
pub(super) fn new(arguments: &NewArguments) -> Result<u8, Failure> {
    let folder = if arguments.name == "" { Utf8Path::new(".") } else { &arguments.name };
    let taken = folder.read_dir_utf8().is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file();
    if taken {
        return Err(Failure::Exists(folder.to_owned()));
    }
    for file in EXAMPLE.files() {
        let name = Utf8Path::from_path(file.path()).expect("the example's names are UTF-8");
        let text = file.contents_utf8().expect("the example is text");
        let text = if name.extension() == Some("yaml") {
            format!("# yaml-language-server: $schema={SCHEMA}\n{text}")
        } else {
            text.to_string()
        };
        output::write(&folder.join(name), text.as_bytes())?;
    }
    output::write(&folder.join(SCHEMA), schema_text(SchemaOf::Program).as_bytes())?;
    print(
        &format!(
            "создана программа: {folder}\nоткройте файлы .yaml и впишите своё; затем наберите:\n  \
             prikaz check \"{folder}\"\n  prikaz build \"{folder}\"\n"
        ),
        Stream::Out,
    )?;
    Ok(CLEAN)
}

/// Prints the JSON Schema; gives the exit code.
pub(super) fn schema(arguments: &SchemaArguments) -> Result<u8, Failure> {
    let text = schema_text(arguments.of);
    let Some(path) = &arguments.out else {
        print(&text, Stream::Out)?;
        return Ok(CLEAN);
    };
    let title = |text: &str| {
        let schema: Option<serde_json::Value> = serde_json::from_str(text).ok();
        schema.and_then(|schema| Some((schema.get("$schema")?.clone(), schema.get("title")?.clone())))
    };
    let known = title(&text);
    let older = |old: &str| title(old) == known;
    save(path, &text, "схема", older)
}

/// Prints an embedded template, or the names of all; gives the exit code.
pub(super) fn template(arguments: &TemplateArguments) -> Result<u8, Failure> {
    let text = match &arguments.name {
        None => embedded_templates().flat_map(|(name, _)| [name, "\n"]).collect(),
        Some(written) => {
            let wanted = written.trim_end_matches(".md");
            let found = embedded_templates().find(|(name, _)| *name == wanted);
            let (_, text) = found.ok_or_else(|| Failure::UnknownTemplate {
                written: written.clone(),
                known: embedded_templates().map(|(name, _)| name.into()).collect(),
            })?;
            text.to_string()
        }
    };
    match &arguments.out {
        Some(path) => save(path, &text, "шаблон", |old| old == text),
        None => {
            print(&text, Stream::Out)?;
            Ok(CLEAN)
        }
    }
}

/// Writes a text of ours into a file that is not there or holds an older one; gives the exit code.
fn save(path: &Utf8Path, text: &str, what: &'static str, older: impl Fn(&str) -> bool) -> Result<u8, Failure> {
    if path.symlink_metadata().is_ok() {
        let old = source::read(path, limits::FILE_SIZE).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        if !old.is_some_and(|old| older(&old)) {
            return Err(Failure::Taken { path: path.to_owned(), what });
        }
    }
    output::write(path, text.as_bytes())?;
    print(&format!("{what} в файле {path}\n"), Stream::Out)?;
    Ok(CLEAN)
}

fn schema_text(of: SchemaOf) -> String {
    let schema = match of {
        SchemaOf::Program => read::schema(),
        SchemaOf::Standard => read::standard_schema(),
    };
    let text = serde_json::to_string(&schema).expect("the schema is a JSON value");
    format!("{text}\n")
}
