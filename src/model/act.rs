//! Legal acts that a program or an order rests on.

use super::{Dated, Id, Text};
use crate::diagnostic::Place;

/// A legal act: law, decree, order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The name others refer to it by.
    pub id: Option<Id>,
    /// The act as printed, when it is not made from the fields.
    pub text: Option<Text>,
    /// The act as printed in the genitive («приказа …»).
    pub genitive: Option<Text>,
    /// Kind and body: «Указ Президента Российской Федерации».
    pub kind: Option<Text>,
    /// The day it was signed.
    pub date: Option<Dated>,
    /// Its number.
    pub number: Option<Text>,
    /// Its title, without quotes.
    pub title: Option<Text>,
    /// What follows the title: «(с изменениями и дополнениями)».
    pub note: Option<Text>,
    /// Where it was written.
    pub place: Place,
}
