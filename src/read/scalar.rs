//! Scalars typed by the table: text, yes or no, whole number, number pattern, id, link, one of some words.

use super::context::Reader;
use super::slot::{Slot, is_absent};
use super::vocabulary::{Choice, Kind, Record};
use crate::diagnostic::{Finding, Place, nearest};
use crate::limits;
use crate::markdown;
use crate::model::{Id, Label, Link, NoId, Period, Reference, Text, WrittenSum};
use crate::source::{self, Scalar};

impl Reader<'_> {
    /// The scalar in a slot; another shape is reported as not being what is needed («нужен текст»).
    pub fn scalar<'n>(&mut self, slot: Slot<'n>, needed: &str) -> Option<&'n Scalar> {
        let help = match &slot.node.kind {
            source::Kind::Scalar(scalar) => return Some(scalar),
            source::Kind::Null => return None,
            source::Kind::Sequence(items) => match items.first().map(|item| &item.kind) {
                Some(source::Kind::Sequence(_)) => "если это ссылка [[ид]], возьмите всё значение в кавычки",
                _ => "напишите одно значение без «- » и без квадратных скобок",
            },
            source::Kind::Mapping(_) => "если это текст с двоеточием, возьмите его целиком в кавычки",
        };
        self.wrong_shape(slot, needed, help);
        None
    }

    /// Plain text, trimmed, with its references noted.
    pub fn text(&mut self, slot: Slot<'_>) -> Option<Text> {
        self.text_of(slot, None)
    }

    /// Plain text of a record.
    pub fn text_of(&mut self, slot: Slot<'_>, record: Option<&Record>) -> Option<Text> {
        let scalar = self.scalar(slot, "нужен текст")?;
        if let Some(at) = limits::too_many_brackets(&scalar.text) {
            self.report(markdown::too_many_brackets(scalar.origin.place(at, at + 1)));
            return None;
        }
        self.plain(scalar, slot.node.place, record);
        self.note_references(scalar);
        Some(Text { value: scalar.text.trim().to_owned(), place: slot.node.place })
    }

    /// The trimmed text of a scalar of some other type.
    pub fn word<'n>(&mut self, slot: Slot<'n>, needed: &str) -> Option<&'n str> {
        self.scalar(slot, needed).map(|scalar| scalar.text.trim())
    }

    /// A new id.
    pub fn id(&mut self, slot: Slot<'_>) -> Option<Id> {
        let (written, place) = (self.word(slot, "нужно имя")?, slot.node.place);
        let message = match Id::refused(written) {
            None => return Some(Id { value: written.to_owned(), place }),
            Some(NoId::Character(character)) if character.is_control() => {
                format!("ид «{}» не может состоять из нескольких строк", Id::mended(written))
            }
            Some(NoId::Character(character)) => format!("ид «{written}» не может содержать «{character}»"),
            Some(NoId::Stop) => format!("ид «{written}» не может начинаться точкой"),
            Some(NoId::LastStop) => format!("ид «{written}» не может кончаться точкой"),
            Some(NoId::Reserved) => format!("ид «{written}» не может быть именем файла в Windows"),
            Some(NoId::Long) => format!("ид длиннее {} знаков", Id::LENGTH),
        };
        self.report(Finding::error("bad-id", place, message).help("составьте ид из букв, цифр и дефисов"));
        Some(Id { value: Id::mended(written), place })
    }

    /// The id or name of another thing.
    pub fn link(&mut self, slot: Slot<'_>) -> Option<Link> {
        let written = self.word(slot, "нужно имя")?;
        Some(Link { written: written.to_owned(), place: slot.node.place })
    }

    /// Yes or no.
    pub fn flag(&mut self, slot: Slot<'_>) -> Option<bool> {
        let written = self.word(slot, "нужно «да» или «нет»")?;
        match written {
            "да" | "yes" | "true" => Some(true),
            "нет" | "no" | "false" => Some(false),
            _ => {
                let message = format!("у ключа «{}» написано «{written}», а это не «да» и не «нет»", slot.key);
                self.report(Finding::error("bad-flag", slot.node.place, message).help("напишите «да» или «нет»"));
                None
            }
        }
    }

    /// A whole number.
    pub fn whole(&mut self, slot: Slot<'_>) -> Option<u32> {
        let written = self.word(slot, "нужно целое число")?;
        let number = written.parse().ok();
        if number.is_none() {
            let message = format!("у ключа «{}» написано «{written}», а это не целое число", slot.key);
            self.report(
                Finding::error("bad-number", slot.node.place, message).help("напишите число цифрами, например 20"),
            );
        }
        number
    }

    /// A pattern of numbers.
    pub fn label(&mut self, slot: Slot<'_>) -> Option<Label> {
        let written = self.word(slot, "нужен образец номера")?;
        let label = Label::parse(written);
        if label.is_none() {
            let message = format!("у ключа «{}» не понять образец номера «{written}»", slot.key);
            let help = "напишите, как выглядит первый номер: «1.», «I.», «1)», «а)», «Раздел 1.», «-» или «нет»";
            self.report(Finding::error("bad-label", slot.node.place, message).help(help));
        }
        label
    }

    /// One of the words of a choice of the table, each with what it means here.
    pub fn choice<T: Clone>(&mut self, slot: Option<Slot<'_>>, kind: &Kind, meanings: &[(&str, T)]) -> Option<T> {
        let Kind::Choice(choices) = kind else { return None };
        let known = |choice: &Choice| meanings.iter().any(|(en, _)| *en == choice.en);
        assert!(choices.iter().all(known) && choices.len() == meanings.len(), "{choices:?} is not read in full");
        let slot = slot?;
        let written = self.word(slot, "нужно одно из слов")?;
        if let Some(choice) = choices.iter().find(|choice| choice.words().any(|word| word == written)) {
            return meanings.iter().find(|(en, _)| *en == choice.en).map(|(_, meaning)| meaning.clone());
        }
        let message = format!("у ключа «{}» не бывает значения «{written}»", slot.key);
        let near = nearest(written, choices.iter().flat_map(Choice::words));
        let help = near.map_or_else(|| list(choices, written), |near| format!("возможно, имелось в виду «{near}»"));
        self.report(Finding::error("unknown-choice", slot.node.place, message).help(help));
        None
    }

    /// Any keys, each with a text.
    pub fn dictionary(&mut self, slot: Slot<'_>) -> Vec<(Text, Text)> {
        let mut pairs = Vec::new();
        for (key, value) in self.pairs(slot, "сокращение: расшифровка") {
            let name = Text { value: key.key.to_owned(), place: key.at };
            pairs.extend(value.and_then(|value| self.text(value)).map(|text| (name, text)));
        }
        pairs
    }

    /// Years or school years, each with a text.
    pub fn values(&mut self, slot: Slot<'_>) -> Vec<(Period, Place, Text)> {
        self.by_year(slot, "2021: 50", Self::text)
    }

    /// Years or school years, each with a sum of money.
    pub fn amounts(&mut self, slot: Slot<'_>) -> Vec<(Period, Place, WrittenSum)> {
        self.by_year(slot, "2021: 150,0", Self::money)
    }

    /// Years or school years, each with a value; a year that stands twice is reported.
    fn by_year<'n, T>(
        &mut self,
        slot: Slot<'n>,
        example: &str,
        read: fn(&mut Self, Slot<'n>) -> Option<T>,
    ) -> Vec<(Period, Place, T)> {
        let mut values: Vec<(Period, Place, T)> = Vec::new();
        for (key, value) in self.pairs(slot, example) {
            let Some(period) = self.period(key) else { continue };
            if let Some((_, first, _)) = values.iter().find(|(known, ..)| *known == period) {
                let finding = Finding::error("duplicate-key", key.at, format!("год «{}» написан дважды", key.key));
                self.findings.push(finding.also(*first, "здесь он стоит в первый раз").help("оставьте один из них"));
                continue;
            }
            values.extend(value.and_then(|value| read(self, value)).map(|value| (period, key.at, value)));
        }
        values
    }

    /// The keys of a mapping of free keys, each with its value if there is one.
    fn pairs<'n>(&mut self, slot: Slot<'n>, example: &str) -> Vec<(Slot<'n>, Option<Slot<'n>>)> {
        let source::Kind::Mapping(entries) = &slot.node.kind else {
            let help = format!("напишите на следующих строках с отступом: {example}");
            self.wrong_shape(slot, "нужны ключи со значениями", help);
            return Vec::new();
        };
        let pair = |entry: &'n source::Entry| {
            let key = entry.key.text()?.trim();
            let value = Slot { key, at: entry.key.place, node: &entry.value };
            Some((Slot { node: &entry.key, ..value }, Some(value).filter(|value| !is_absent(value.node))))
        };
        entries.iter().filter_map(pair).collect()
    }

    /// Notes each `[[ид]]` of a plain text.
    fn note_references(&mut self, scalar: &Scalar) {
        let mut at = 0;
        while let Some(open) = scalar.text[at..].find("[[").map(|found| at + found) {
            let Some(close) = scalar.text[open..].find("]]").map(|found| open + found) else { return };
            let id = scalar.text[open + 2..close].trim();
            if !id.is_empty() {
                let place = scalar.origin.place(open, close + 2);
                self.references.push(Reference { id: id.to_owned(), place });
            }
            at = close + 2;
        }
    }
}

/// The words of a choice, in the language of what was written.
fn list(choices: &[Choice], written: &str) -> String {
    let english = written.starts_with(|first: char| first.is_ascii_alphabetic());
    let name = |choice: &Choice| format!("«{}»", if english { choice.en } else { choice.ru });
    format!("здесь может стоять: {}", choices.iter().map(name).collect::<Vec<_>>().join(", "))
}
