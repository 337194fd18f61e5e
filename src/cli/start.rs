//! `prikaz new`, `prikaz schema` and `prikaz template`: a first program, completion in the editor, one's own wording.

use super::CLEAN;
use super::arguments::{NewArguments, SchemaArguments, SchemaOf, TemplateArguments};
use super::output::{self, Stream, print};
use crate::compose::{embedded_name, embedded_names, embedded_templates};
use crate::failure::Failure;
use crate::file_name::is_reserved;
use crate::limits;
use crate::read;
use crate::source;
use crate::visible;
use camino::{Utf8Component, Utf8Path};
use include_dir::{Dir, include_dir};
use std::io::ErrorKind;

static EXAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/minimal");

/// The schema's file name in a new program, named by the first line of its YAML files.
const SCHEMA: &str = "prikaz.schema.json";

/// Writes a small filled program that builds at once; gives the exit code.
pub(super) fn new(arguments: &NewArguments) -> Result<u8, Failure> {
    let folder = if arguments.name == "" { Utf8Path::new(".") } else { &arguments.name };
    match folder.read_dir_utf8().map(|mut entries| entries.next().is_some()) {
        Ok(true) => return Err(Failure::Exists(folder.to_owned())),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(Failure::Write { path: folder.to_owned(), source: error });
        }
        // What cannot be listed may hold anything.
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(Failure::Read { path: folder.to_owned(), source: error });
        }
        Ok(false) | Err(_) => {}
    }
    for part in folder.components() {
        if let Utf8Component::Normal(name) = part
            && let Some(reason) = refused(name)
        {
            return Err(Failure::BadName { name: name.to_owned(), reason });
        }
    }
    let title = folder.file_name().and_then(titled);
    let typed = visible::argument(folder.as_str());
    for file in EXAMPLE.files() {
        let name = Utf8Path::from_path(file.path()).expect("the example's names are UTF-8");
        let text = file.contents_utf8().expect("the example is text");
        let text = if name.extension() == Some("yaml") {
            let text = title.as_ref().map_or(text.to_owned(), |title| entitled(text, title));
            format!("# yaml-language-server: $schema={SCHEMA}\n{text}")
        } else {
            text.to_string()
        };
        output::write(&folder.join(name), text.as_bytes())?;
    }
    output::write(&folder.join(SCHEMA), schema_text(SchemaOf::Program).as_bytes())?;
    print(
        &format!(
            "создана программа: {}\nоткройте файлы .yaml и впишите своё; затем наберите:\n  \
             prikaz check {typed}\n  prikaz build {typed}\n",
            visible::name(folder.as_str()),
        ),
        Stream::Out,
    )?;
    Ok(CLEAN)
}

/// Why not every system has a folder of this name.
fn refused(name: &str) -> Option<String> {
    let foreign = name.chars().find(|sign| limits::is_forbidden(*sign) || "\\:*?\"<>|".contains(*sign));
    match foreign {
        Some('"') => Some("знака «\"» нет в именах файлов Windows; напишите «ёлочки»".to_owned()),
        Some(sign) => Some(format!("знака «{sign}» нет в именах файлов Windows; уберите его")),
        None if name.ends_with(['.', ' ']) => {
            Some("точку и пробел в конце имени Windows теряет; уберите их".to_owned())
        }
        None if is_reserved(name) => Some("так в Windows называется устройство; добавьте слово".to_owned()),
        None => None,
    }
}

/// What the title of a new program says after its first word: the name of its folder where it can stand in a title.
fn titled(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_plain = |sign: char| sign.is_alphabetic() || sign.is_ascii_digit() || " «»-–,()№".contains(sign);
    // A year within it would stand beside the term; a sign may be markup or end the value.
    let is_year = name.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() > 2);
    if is_year || !name.chars().all(is_plain) || !name.contains(char::is_alphabetic) {
        return None;
    }
    match name.split_once(' ') {
        Some((first, rest)) if first.to_lowercase() == "программа" => Some(rest.to_owned()),
        _ if name.contains(['«', '»']) => None,
        _ => Some(format!("«{name}»")),
    }
}

/// The sample with a title of its own in every case.
fn entitled(text: &str, title: &str) -> String {
    let words = " повышения качества образования";
    let place = " в школах Приреченского района";
    let mut text = text.to_owned();
    for first in ["Программа", "Программу", "Программы"] {
        for old in [format!("{first}{words}{place}"), format!("{first}{words}")] {
            text = text.replace(&old, &format!("{first} {title}"));
        }
    }
    text
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
            let wanted = embedded_name(written.trim_end_matches(".md"));
            let found = embedded_templates().find(|(name, _)| Some(*name) == wanted);
            let (_, text) =
                found.ok_or_else(|| Failure::UnknownTemplate { written: written.clone(), known: embedded_names() })?;
            text.to_string()
        }
    };
    if let Some(path) = &arguments.out {
        return save(path, &text, "шаблон", |old| old == text);
    }
    print(&text, Stream::Out)?;
    Ok(CLEAN)
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
    print(&format!("{what} в файле {}\n", visible::name(path.as_str())), Stream::Out)?;
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
