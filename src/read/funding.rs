//! The funding by sources and years.

use super::context::Reader;
use super::fields::Fields;
use super::slot::Slot;
use crate::diagnostic::Finding;
use crate::model::{Amount, Funding, FundingSource, Money, WrittenSum};

/// Reads the funding.
pub fn funding(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Funding {
    Funding {
        unit: fields.required_text(reader, "unit"),
        sources: fields.records(reader, "sources", source),
        total: fields.money(reader, "total"),
        place: fields.place,
    }
}

/// Reads a source.
fn source(reader: &mut Reader<'_>, fields: &Fields<'_>) -> FundingSource {
    let amounts = fields.amounts(reader, "by-year").into_iter();
    let amount = |(period, period_place, sum): (_, _, WrittenSum)| {
        let WrittenSum { value, place } = sum;
        Amount { period, period_place, value, place }
    };
    FundingSource {
        name: fields.required_text(reader, "name"),
        amounts: amounts.map(amount).collect(),
        total: fields.money(reader, "total"),
        place: fields.place,
    }
}

impl Reader<'_> {
    /// A sum of money.
    pub(super) fn money(&mut self, slot: Slot<'_>) -> Option<WrittenSum> {
        let (written, place) = (self.word(slot, "нужна сумма")?, slot.node.place);
        let value = Money::parse(written);
        if value.is_none() {
            let message = format!("у ключа «{}» написано «{written}», а это не сумма", slot.key);
            let help = "напишите сумму числом, например 1 250,5; единица пишется один раз, в ключе «единица»";
            self.report(Finding::error("bad-money", place, message).help(help));
        }
        Some(WrittenSum { value: value?, place })
    }
}
