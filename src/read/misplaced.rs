//! Where a key belongs that is unknown where it was written.

use super::context::Reader;
use super::vocabulary::{Kind, MUNICIPALITY, PROGRAM, Record};
use crate::diagnostic::Place;
use std::collections::BTreeSet;

impl Reader<'_> {
    /// Whether a place is in a municipality file.
    pub(super) fn is_of_municipality(&self, place: Place) -> bool {
        let name = self.files.get(place.file).path.file_stem().unwrap_or_default().to_lowercase();
        ["municipality", "муниципалитет"].contains(&name.as_str())
    }
}

/// Where a key of another place of the table belongs.
pub(super) fn elsewhere(record: &'static Record, written: &str, of_municipality: bool) -> Option<String> {
    let own = if of_municipality { (&MUNICIPALITY, &PROGRAM) } else { (&PROGRAM, &MUNICIPALITY) };
    let other = if of_municipality {
        "program.yaml (программа.yaml)"
    } else {
        "municipality.yaml (муниципалитет.yaml)"
    };
    if own.0.find(written).is_some() && record.en != own.0.en {
        return Some(format!("ключ «{written}» пишется с начала строки, без отступа"));
    }
    if own.1.find(written).is_some() {
        return Some(format!("перенесите этот ключ в файл {other}"));
    }
    // The nearest home: below this record, or else anywhere in this kind of file.
    [record, own.0].into_iter().find_map(|root| {
        let mut homes = Vec::new();
        collect(root, written, &mut BTreeSet::new(), &mut homes);
        let (first, key) = *homes.first()?;
        let alone = homes.iter().all(|(home, _)| *home == first) || homes.iter().all(|(_, other)| *other == key);
        alone.then(|| format!("ключ «{written}» пишется внутри «{key}»"))
    })
}

/// The records below a record that know the key, each with the key it stands under.
fn collect(
    record: &'static Record,
    written: &str,
    seen: &mut BTreeSet<&'static str>,
    homes: &mut Vec<(&'static str, &'static str)>,
) {
    if !seen.insert(record.en) {
        return;
    }
    let english = written.starts_with(|first: char| first.is_ascii_alphabetic());
    for field in record.fields {
        let (Kind::Record(inner) | Kind::Records(inner)) = field.kind else { continue };
        if inner.find(written).is_some() {
            homes.push((inner.en, if english { field.en } else { field.ru }));
        }
        collect(inner, written, seen, homes);
    }
}
