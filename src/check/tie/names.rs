//! What the municipality calls things: its bodies, schools, people and abbreviations.

use crate::model::{CaseForms, Municipality, Party, Person, Text};

/// Every name that the municipality's file gives, in its forms.
pub fn names(municipality: &Municipality) -> Vec<&Text> {
    let parties = municipality.parties.iter().flat_map(of_party);
    let people = municipality.people.iter().flat_map(of_person);
    let abbreviations = municipality.abbreviations.iter().flat_map(|(short, full)| [short, full]);
    municipality.name.iter().chain(parties).chain(people).chain(abbreviations).collect()
}

/// The names of a party: full, short and in other cases.
pub fn of_party(party: &Party) -> Vec<&Text> {
    std::iter::once(&party.name).chain(&party.short).chain(forms(&party.cases)).collect()
}

/// The name of a person and of the post, in all their cases.
fn of_person(person: &Person) -> Vec<&Text> {
    let post = person.post.iter().flat_map(|post| std::iter::once(&post.name).chain(forms(&post.cases)));
    person_names(person).into_iter().chain(post).collect()
}

/// The name of a person in all its cases.
pub fn person_names(person: &Person) -> Vec<&Text> {
    std::iter::once(&person.name).chain(forms(&person.cases)).collect()
}

fn forms(cases: &CaseForms) -> impl Iterator<Item = &Text> {
    let CaseForms { genitive, dative, accusative, instrumental } = cases;
    [genitive, dative, accusative, instrumental].into_iter().flatten()
}
