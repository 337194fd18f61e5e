//! Opens a mapping by its record of the table: known keys, unknown keys, keys written twice, keys left out.

use super::context::Reader;
use super::fields::Fields;
use super::misplaced::elsewhere;
use super::slot::{Slot, is_absent};
use super::vocabulary::{Field, Record, Shorthand};
use crate::diagnostic::{Finding, Place, nearest};
use crate::source::{Entry, Kind};
use crate::visible;

impl Reader<'_> {
    /// Opens the mapping in a slot, or the bare value that stands for one; `None` when nothing is there or it
    /// has the wrong shape, which is then reported.
    pub fn open<'n>(&mut self, record: &'static Record, slot: Slot<'n>) -> Option<Fields<'n>> {
        match &slot.node.kind {
            Kind::Null => None,
            Kind::Mapping(entries) => Some(self.open_entries(record, slot.at, entries)),
            Kind::Scalar(scalar) => {
                let Some(field) = stands_for(record, scalar.text.trim()) else {
                    let keys = list(record, self.english(slot.at));
                    let help = format!("напишите на следующих строках с отступом ключи со значениями: {keys}");
                    self.wrong_shape(slot, "нужны ключи со значениями", help);
                    return None;
                };
                let mut fields = Fields::new(record, slot.head());
                fields.fill(field, Slot { at: slot.head(), ..slot });
                Some(fields)
            }
            Kind::Sequence(_) => {
                self.wrong_shape(slot, "нужны ключи со значениями", "уберите «- » перед ключами");
                None
            }
        }
    }

    /// Opens a mapping whose keys may come from several files.
    pub fn open_entries<'n>(
        &mut self,
        record: &'static Record,
        at: Place,
        entries: impl IntoIterator<Item = &'n Entry>,
    ) -> Fields<'n> {
        let entries: Vec<&Entry> = entries.into_iter().collect();
        let mut fields = Fields::new(record, at);
        let mut keys: Vec<Option<Place>> = vec![None; record.fields.len()];
        let mut unknown = Vec::new();
        for entry in &entries {
            let Some(written) = entry.key.text().map(str::trim) else { continue };
            let Some(field) = record.index(written) else {
                unknown.push((written, *entry));
                continue;
            };
            if let Some(first) = keys[field] {
                self.written_twice(entry, written, first);
                continue;
            }
            keys[field] = Some(entry.key.place);
            fields.fill(field, Slot { key: written, at: entry.key.place, node: &entry.value });
        }
        let english = match entries.first() {
            Some(entry) => self.english(entry.key.place),
            None => self.english(at),
        };
        let torn = entries.len() == 1 && record.shorthand != Shorthand::No;
        for (written, entry) in unknown {
            let near = nearest(written, record.fields.iter().flat_map(|field| [field.ru, field.en]));
            let field = near.and_then(|near| record.index(near)).filter(|field| keys[*field].is_none());
            if let Some(field) = field {
                keys[field] = Some(entry.key.place);
                fields.fill(field, Slot { key: written, at: entry.key.place, node: &entry.value });
            }
            let help = match near {
                Some(near) => format!("возможно, имелось в виду «{near}»"),
                None => elsewhere(record, written, self.is_of_municipality(entry.key.place)).unwrap_or_else(|| {
                    if torn {
                        "если это текст с двоеточием, возьмите его целиком в кавычки".into()
                    } else {
                        format!("здесь могут стоять ключи: {}", list(record, english))
                    }
                }),
            };
            if let Some(bare) = no_blank_after_dash(record, written) {
                let message = format!("после «-» нет пробела: «{written}»");
                let finding = Finding::error("no-blank-after-dash", entry.key.place, message);
                self.report(finding.help(format!("поставьте пробел: «- {bare}: …»")));
                return fields;
            }
            let message = format!("ключ «{written}» здесь неизвестен");
            self.report(Finding::error("unknown-key", entry.key.place, message).help(help));
            if torn && near.is_none() {
                return fields;
            }
        }
        self.require(record, &fields, english);
        fields
    }

    /// Says that a key stands twice, once in each language or in two files; `source` has found the same
    /// spelling within one mapping.
    fn written_twice(&mut self, entry: &Entry, written: &str, first: Place) {
        let place = entry.key.place;
        let other = self.files.text(first).to_owned();
        let message = if place.file == first.file {
            format!("ключи «{other}» и «{written}» значат одно и то же, а написаны оба")
        } else {
            let file = self.files.get(first.file).path.file_name().unwrap_or_default();
            format!("ключ «{written}» уже есть в файле {}", visible::name(file))
        };
        let finding = Finding::error("duplicate-key", place, message).also(first, "здесь он стоит в первый раз");
        self.report(finding.help("оставьте один из них, а другой удалите"));
    }

    /// Says which required keys are not there.
    fn require(&mut self, record: &'static Record, fields: &Fields<'_>, english: bool) {
        for (index, field) in record.fields.iter().enumerate() {
            let filled = fields.slot(index).is_some_and(|slot| !is_absent(slot.node));
            if field.required && !filled {
                let name = name(field, english);
                let (place, message) = match fields.slot(index) {
                    Some(slot) => (slot.at, format!("у ключа «{}» нет значения", slot.key)),
                    None => (fields.place, format!("нет ключа «{name}»")),
                };
                let help = format!("напишите «{name}: …»: {}", decapitalised(field.doc));
                self.report(Finding::error("missing-key", place, message).help(help));
            }
        }
    }
}

/// The name of a key in the language that the user writes in.
fn name(field: &Field, english: bool) -> &'static str {
    if english { field.en } else { field.ru }
}

/// The keys of a record in the language that the user writes in.
fn list(record: &Record, english: bool) -> String {
    let names: Vec<String> = record.fields.iter().map(|field| format!("«{}»", name(field, english))).collect();
    names.join(", ")
}

/// The index of the key that a bare value stands for.
fn stands_for(record: &Record, text: &str) -> Option<usize> {
    match record.shorthand {
        Shorthand::No => None,
        Shorthand::FileOr(_) if is_markdown_file(text) => record.index("file"),
        Shorthand::Field(en) | Shorthand::FileOr(en) => record.index(en),
    }
}

/// The key behind a dash that begins no item of a list, as there is no blank after it.
fn no_blank_after_dash<'w>(record: &Record, written: &'w str) -> Option<&'w str> {
    written.strip_prefix('-').filter(|bare| record.find(bare).is_some())
}

/// Whether a bare value is the name of a Markdown file.
fn is_markdown_file(text: &str) -> bool {
    !text.contains('\n') && camino::Utf8Path::new(text).extension().is_some_and(|it| it.eq_ignore_ascii_case("md"))
}

/// A sentence of the table as the rest of another sentence: without its first capital and its full stop.
fn decapitalised(doc: &str) -> String {
    let doc = doc.trim_end_matches('.');
    let mut letters = doc.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            format!("{}{}", first.to_lowercase(), &doc[first.len_utf8()..])
        }
        _ => doc.to_owned(),
    }
}
