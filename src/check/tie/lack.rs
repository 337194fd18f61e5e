//! Things that lack something: each is named, or all at once when every one lacks it.

use super::super::rule::Found;
use crate::diagnostic::Place;
use crate::model::Degree;

/// From how many on things that all lack the same are told in one finding.
pub const MANY: usize = 3;

/// Whether those that lack it are all, and many enough to be told of together.
pub fn all(lacking: usize, of: usize) -> bool {
    lacking == of && of >= MANY
}

/// What is said of things that lack something.
#[derive(Debug)]
pub struct Lack<'t> {
    /// How much it is wanted.
    pub degree: Degree,
    /// Of one: «у {} нет срока».
    pub one: &'t str,
    /// Of all: «ни у одного из 13 показателей нет срока».
    pub all: String,
    /// What to do.
    pub help: &'t str,
}

impl Lack<'_> {
    /// Tells of those that lack it, each a place and a name in the case that `one` asks for; with `all`, of all
    /// of them together.
    pub fn tell(&self, found: &mut Found<'_>, lacking: &[(Place, String)], all: bool) {
        let told = if all { &lacking[..lacking.len().min(1)] } else { lacking };
        for (place, name) in told {
            let message = if all { self.all.clone() } else { self.one.replace("{}", name) };
            found.wanted(self.degree, found.at(*place, message).help(self.help));
        }
    }
}
