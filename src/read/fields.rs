//! The keys of one opened mapping, asked for by their English names.
//!
//! The table and the readers cannot drift apart: a reader that asks for a key the table does not have, or as
//! another kind than the table says, or that forgets a key of the table, is a bug and panics.

use super::context::Reader;
use super::slot::{Slot, is_absent};
use super::vocabulary::{Field, Kind, Record};
use crate::diagnostic::Place;
use crate::document::Image;
use crate::model::{Dated, Id, Label, Link, Period, Prose, Term, Text, WrittenSum};
use std::cell::Cell;

/// An opened mapping.
#[derive(Debug)]
pub struct Fields<'n> {
    /// Where the mapping is shown: its key, its first key in a list, or the bare value.
    pub place: Place,
    record: &'static Record,
    slots: Vec<Option<Slot<'n>>>,
    /// One bit for each key that was asked for.
    asked: Cell<u32>,
}

impl<'n> Fields<'n> {
    /// A mapping without keys.
    pub fn new(record: &'static Record, place: Place) -> Self {
        Self { place, record, slots: vec![None; record.fields.len()], asked: Cell::new(0) }
    }

    /// Puts a value under the key of this index.
    pub fn fill(&mut self, index: usize, slot: Slot<'n>) {
        self.slots[index] = Some(slot);
    }

    /// The value under the key of this index.
    pub fn slot(&self, index: usize) -> Option<Slot<'n>> {
        self.slots[index]
    }

    /// Whether the key is written, and its name as written.
    pub fn written(&self, en: &str) -> Option<Slot<'n>> {
        let index = self.record.index(en).expect("readers know the table");
        self.slots[index].filter(|slot| !is_absent(slot.node))
    }

    /// Whether any key is written.
    pub fn any_written(&self) -> bool {
        self.slots.iter().flatten().any(|slot| !is_absent(slot.node))
    }

    /// The text of a key that is not there.
    pub fn no_text(&self) -> Text {
        Text { value: String::new(), place: self.place }
    }

    /// The value under a key, which must be of this kind in the table.
    fn ask(&self, en: &str, kind: fn(&Kind) -> bool) -> (&'static Field, Option<Slot<'n>>) {
        let index = self.record.index(en).unwrap_or_else(|| panic!("«{en}» is no key of {}", self.record.en));
        let field = &self.record.fields[index];
        assert!(kind(&field.kind), "«{en}» of {} is {:?} in the table", self.record.en, field.kind);
        self.asked.set(self.asked.get() | 1 << index);
        (field, self.written(en))
    }

    /// Plain text.
    pub fn text(&self, reader: &mut Reader<'_>, en: &str) -> Option<Text> {
        reader.text_of(self.ask(en, |kind| matches!(kind, Kind::Text)).1?, Some(self.record))
    }

    /// The number of an act without the sign before it: papers print «№» themselves.
    pub fn number(&self, reader: &mut Reader<'_>, en: &str) -> Option<Text> {
        let text = self.text(reader, en)?;
        let bare = text.value.strip_prefix('№').or_else(|| text.value.strip_prefix("N ")).map(str::trim);
        let value = bare.map_or(text.value.clone(), str::to_owned);
        (!value.is_empty()).then_some(Text { value, ..text })
    }

    /// Plain text that must be there; empty when it is not, which was reported.
    pub fn required_text(&self, reader: &mut Reader<'_>, en: &str) -> Text {
        self.text(reader, en).unwrap_or_else(|| self.no_text())
    }

    /// A list of plain texts.
    pub fn texts(&self, reader: &mut Reader<'_>, en: &str) -> Vec<Text> {
        self.list(reader, en, |kind| matches!(kind, Kind::Text), Reader::text)
    }

    /// Markdown.
    pub fn prose(&self, reader: &mut Reader<'_>, en: &str) -> Option<Prose> {
        reader.prose(self.ask(en, |kind| matches!(kind, Kind::Prose)).1?)
    }

    /// Markdown that must be there; empty when it is not, which was reported.
    pub fn required_prose(&self, reader: &mut Reader<'_>, en: &str) -> Prose {
        self.prose(reader, en).unwrap_or_else(|| Prose { blocks: Vec::new(), place: self.place })
    }

    /// A Markdown file.
    pub fn markdown_file(&self, reader: &mut Reader<'_>, en: &str) -> Option<Prose> {
        reader.markdown_file(self.ask(en, |kind| matches!(kind, Kind::MarkdownFile)).1?)
    }

    /// A PNG file.
    pub fn png_file(&self, reader: &mut Reader<'_>, en: &str) -> Option<Image> {
        reader.png_file(self.ask(en, |kind| matches!(kind, Kind::PngFile)).1?)
    }

    /// A date.
    pub fn date(&self, reader: &mut Reader<'_>, en: &str) -> Option<Dated> {
        reader.date(self.ask(en, |kind| matches!(kind, Kind::Date)).1?)
    }

    /// The term of a program.
    pub fn term(&self, reader: &mut Reader<'_>, en: &str) -> Option<Term> {
        self.ask(en, |kind| matches!(kind, Kind::Term)).1.map(|slot| reader.term(slot))
    }

    /// A year or a school year.
    pub fn period(&self, reader: &mut Reader<'_>, en: &str) -> Option<Period> {
        reader.period(self.ask(en, |kind| matches!(kind, Kind::Period)).1?)
    }

    /// Whole numbers.
    pub fn wholes(&self, reader: &mut Reader<'_>, en: &str) -> Vec<u32> {
        self.list(reader, en, |kind| matches!(kind, Kind::Whole), Reader::whole)
    }

    /// Yes or no.
    pub fn flag(&self, reader: &mut Reader<'_>, en: &str) -> Option<bool> {
        reader.flag(self.ask(en, |kind| matches!(kind, Kind::Flag)).1?)
    }

    /// A pattern of numbers.
    pub fn label(&self, reader: &mut Reader<'_>, en: &str) -> Option<Label> {
        reader.label(self.ask(en, |kind| matches!(kind, Kind::Label)).1?)
    }

    /// A new id.
    pub fn id(&self, reader: &mut Reader<'_>, en: &str) -> Option<Id> {
        reader.id(self.ask(en, |kind| matches!(kind, Kind::Id)).1?)
    }

    /// The id or name of another thing.
    pub fn link(&self, reader: &mut Reader<'_>, en: &str) -> Option<Link> {
        reader.link(self.ask(en, |kind| matches!(kind, Kind::Link(_))).1?)
    }

    /// A list of ids or names of other things.
    pub fn links(&self, reader: &mut Reader<'_>, en: &str) -> Vec<Link> {
        self.list(reader, en, |kind| matches!(kind, Kind::Link(_)), Reader::link)
    }

    /// One of the words that the table gives for the key, each with what it means.
    pub fn choice<T: Clone>(&self, reader: &mut Reader<'_>, en: &str, meanings: &[(&str, T)]) -> Option<T> {
        let (field, slot) = self.ask(en, |kind| matches!(kind, Kind::Choice(_)));
        reader.choice(slot, &field.kind, meanings)
    }

    /// For each key of the table that takes such a word and is written, its English name and what the word means.
    pub fn every_choice<T: Clone>(&self, reader: &mut Reader<'_>, meanings: &[(&str, T)]) -> Vec<(&'static str, T)> {
        let keys = self.record.fields.iter().map(|field| field.en);
        keys.filter_map(|en| Some((en, self.choice(reader, en, meanings)?))).collect()
    }

    /// A list of the words that the table gives for the key.
    pub fn choices<T: Clone>(&self, reader: &mut Reader<'_>, en: &str, meanings: &[(&str, T)]) -> Vec<T> {
        let (field, slot) = self.ask(en, |kind| matches!(kind, Kind::List(Kind::Choice(_))));
        let Kind::List(kind) = field.kind else { return Vec::new() };
        let items = slot.map(Slot::items).unwrap_or_default();
        items.into_iter().filter_map(|item| reader.choice(Some(item), kind, meanings)).collect()
    }

    /// A mapping with known keys.
    pub fn record<T, R: Into<Option<T>>>(
        &self,
        reader: &mut Reader<'_>,
        en: &str,
        read: impl FnOnce(&mut Reader<'_>, &Fields<'n>) -> R,
    ) -> Option<T> {
        let (field, slot) = self.ask(en, |kind| matches!(kind, Kind::Record(_)));
        let Kind::Record(record) = field.kind else { return None };
        let fields = reader.open(record, slot?)?;
        read(reader, &fields).into()
    }

    /// A list of mappings with known keys.
    pub fn records<T, R: Into<Option<T>>>(
        &self,
        reader: &mut Reader<'_>,
        en: &str,
        mut read: impl FnMut(&mut Reader<'_>, &Fields<'n>) -> R,
    ) -> Vec<T> {
        let (field, slot) = self.ask(en, |kind| matches!(kind, Kind::Records(_)));
        let (Kind::Records(record), Some(slot)) = (field.kind, slot) else { return Vec::new() };
        let mut all = Vec::new();
        for item in slot.items() {
            if let Some(fields) = reader.open(record, item) {
                all.extend(read(reader, &fields).into());
            }
        }
        all
    }

    /// Years or school years, each with a value, in the order written.
    pub fn values(&self, reader: &mut Reader<'_>, en: &str) -> Vec<(Period, Place, Text)> {
        self.ask(en, |kind| matches!(kind, Kind::Values)).1.map_or_else(Vec::new, |slot| reader.values(slot))
    }

    /// A sum of money.
    pub fn money(&self, reader: &mut Reader<'_>, en: &str) -> Option<WrittenSum> {
        reader.money(self.ask(en, |kind| matches!(kind, Kind::Money)).1?)
    }

    /// Years or school years, each with a sum of money, in the order written.
    pub fn amounts(&self, reader: &mut Reader<'_>, en: &str) -> Vec<(Period, Place, WrittenSum)> {
        self.ask(en, |kind| matches!(kind, Kind::Amounts)).1.map_or_else(Vec::new, |slot| reader.amounts(slot))
    }

    /// Any keys, each with a text, in the order written.
    pub fn dictionary(&self, reader: &mut Reader<'_>, en: &str) -> Vec<(Text, Text)> {
        self.ask(en, |kind| matches!(kind, Kind::Dictionary)).1.map_or_else(Vec::new, |slot| reader.dictionary(slot))
    }

    /// The captions of columns, each under the key of its column.
    pub fn captions<C: Copy>(&self, reader: &mut Reader<'_>, columns: &[(&str, C)]) -> Vec<(C, Text)> {
        columns.iter().filter_map(|(en, column)| Some((*column, self.text(reader, en)?))).collect()
    }

    /// A list of scalars.
    fn list<'r, T>(
        &self,
        reader: &mut Reader<'r>,
        en: &str,
        kind: fn(&Kind) -> bool,
        read: fn(&mut Reader<'r>, Slot<'n>) -> Option<T>,
    ) -> Vec<T> {
        let (field, slot) = self.ask(en, |kind| matches!(kind, Kind::List(_)));
        assert!(matches!(field.kind, Kind::List(inner) if kind(inner)), "«{en}» lists {:?} in the table", field.kind);
        let items = slot.map(Slot::items).unwrap_or_default();
        items.into_iter().filter_map(|item| read(reader, item)).collect()
    }
}

#[cfg(debug_assertions)]
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        for (index, field) in self.record.fields.iter().enumerate() {
            let asked = std::thread::panicking() || self.asked.get() & 1 << index != 0;
            assert!(asked, "the key «{}» of {} was not read", field.en, self.record.en);
        }
    }
}
