//! The mark of approval: which appendices have it, and the word that agrees with the approved paper.

use super::order::appendix_name;
use super::scope::{Forms, Scope};
use crate::diagnostic::{Finding, Findings};
use crate::model::{ApprovedMark, Gender};
use crate::resolve::{self, NumberedAppendix};
use serde::Serialize;

/// The first words of titles that are known, in the nominative and the dative, with their gender; those of any other
/// are told by the user.
const KNOWN: [(&str, &str, Gender); 17] = [
    ("программа", "программе", Gender::Feminine),
    ("муниципальная программа", "муниципальной программе", Gender::Feminine),
    ("комплексная программа", "комплексной программе", Gender::Feminine),
    ("карта", "карте", Gender::Feminine),
    ("дорожная карта", "дорожной карте", Gender::Feminine),
    ("модель", "модели", Gender::Feminine),
    ("план", "плану", Gender::Masculine),
    ("комплексный план", "комплексному плану", Gender::Masculine),
    ("порядок", "порядку", Gender::Masculine),
    ("перечень", "перечню", Gender::Masculine),
    ("график", "графику", Gender::Masculine),
    ("список", "списку", Gender::Masculine),
    ("паспорт", "паспорту", Gender::Masculine),
    ("состав", "составу", Gender::Masculine),
    ("регламент", "регламенту", Gender::Masculine),
    ("положение", "положению", Gender::Neuter),
    ("мероприятия", "мероприятиям", Gender::Plural),
];

/// The mark of approval of an appendix.
#[derive(Serialize)]
pub(super) struct Approved {
    /// Which form of «утвержден» agrees with the paper.
    gender: &'static str,
    /// Whether the appendix is named above it.
    named: bool,
}

/// The mark of approval of an appendix that the order approves, where the municipality wants one; a paper whose gender
/// is not known is a finding.
pub(super) fn approved(
    numbered: &NumberedAppendix<'_>,
    scope: &Scope<'_>,
    findings: &mut Findings,
) -> Option<Approved> {
    let named = match scope.root.municipality.layout.approved_mark {
        ApprovedMark::Appendix => return None,
        ApprovedMark::Approval => false,
        ApprovedMark::Both => true,
    };
    let paper = resolve::paper_of(numbered.appendix, scope.root)?;
    let approved = resolve::approved(scope.root).contains(&paper.key());
    if numbered.parent.is_some() || numbered.appendix.mark.is_some() || !approved {
        return None;
    }
    let forms = Forms::of(paper);
    let Some(gender) =
        numbered.appendix.gender.or(forms.gender).or_else(|| known(&forms.nominative).map(|(_, gender)| gender))
    else {
        findings.push(
            Finding::warning("unknown-gender", forms.place, "неизвестен род названия, а грифу утверждения он нужен").help(
                "добавьте к названию или к приложению «род: мужской» (женский, средний, множественное); пока напечатана отметка о приложении",
            ),
        );
        return None;
    };
    let gender = match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
        Gender::Neuter => "neuter",
        Gender::Plural => "plural",
    };
    Some(Approved { gender, named })
}

/// The known words that a title begins with: in the dative, and their gender.
fn known(title: &str) -> Option<(&'static str, Gender)> {
    let words: Vec<String> = title.split_whitespace().take(2).map(str::to_lowercase).collect();
    let begins =
        |known: &str| known.split(' ').enumerate().all(|(index, word)| words.get(index).is_some_and(|w| w == word));
    KNOWN.iter().find(|(words, ..)| begins(words)).map(|(_, dative, gender)| (*dative, *gender))
}

/// What an appendix belongs to, in the dative: «приложению № 2», «муниципальной программе»; «приложению» alone says
/// nothing, so a paper whose name has an unknown form is a finding.
pub(super) fn parent(numbered: &NumberedAppendix<'_>, scope: &Scope<'_>, findings: &mut Findings) -> Option<String> {
    let parent = numbered.parent.as_ref()?;
    let plain = appendix_name(parent, &scope.root.municipality.layout, "приложению");
    if parent.shown || numbered.appendix.mark.is_some() {
        return Some(plain);
    }
    let Some(forms) = resolve::paper_of(parent.appendix, scope.root).map(Forms::of) else { return Some(plain) };
    if let Some((dative, _)) = known(&forms.nominative) {
        return Some(dative.into());
    }
    let message = "в отметке не сказано, к чему это приложение: название не поставить в дательный падеж";
    let name = appendix_name(numbered, &scope.root.municipality.layout, "Приложение");
    findings.push(
        Finding::warning("unknown-parent", numbered.appendix.place, message)
            .help(format!("добавьте приложению «отметка: {name} к …»; пока напечатано «к приложению»")),
    );
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::Gender;

    fn known(title: &str) -> Option<Gender> {
        super::known(title).map(|(_, gender)| gender)
    }

    #[test]
    fn only_whole_known_words_at_the_beginning_tell_the_gender() {
        assert_eq!(known("ПРОГРАММА поддержки школ"), Some(Gender::Feminine));
        assert_eq!(known("Дорожная карта\nпо реализации"), Some(Gender::Feminine));
        assert_eq!(known("План мероприятий"), Some(Gender::Masculine));
        assert_eq!(known("Планы работы"), None);
        assert_eq!(known("Дорожная сеть"), None);
        assert_eq!(known("Положения о наставничестве"), None);
        assert_eq!(known(""), None);
    }
}
