//! Findings that nobody may silence: through what they tell, words of the user are unread or unprinted.
//!
//! No exception, no baseline and no level covers them; a rule of the check is never among them.

use crate::diagnostic::{Finding, Level};

/// The file, or the rest of it, was not read.
const FILE: &str = "файл не прочитан";
/// A key or value was not read, or as another one than is written.
const VALUE: &str = "написанное не прочитано";
/// Words of a text are not printed.
const WORDS: &str = "слова не попадут в документ";
/// What is named is not there, so that nothing of it is printed.
const NAME: &str = "названное не нашлось и не попадёт в документ";
/// A standard, a level or a template is not applied.
const WISH: &str = "указание не выполнено";
/// Other findings are not told.
const SAID: &str = "о части замечаний умолчано";

/// The findings with what each of them means, sorted by name.
const LOST: &[(&str, &str)] = &[
    ("alias-inside-itself", FILE),
    ("bad-date", VALUE),
    ("bad-directive", WISH),
    ("bad-file-name", WORDS),
    ("bad-flag", VALUE),
    ("bad-id", VALUE),
    ("bad-label", VALUE),
    ("bad-money", VALUE),
    ("bad-number", VALUE),
    ("bad-period", VALUE),
    ("bad-term", VALUE),
    ("binary-file", FILE),
    ("broken-template", WISH),
    ("conflicting-keys", VALUE),
    ("control-character", WORDS),
    ("crooked-merge", WORDS),
    ("decimal-comma", VALUE),
    ("duplicate-key", VALUE),
    ("duplicate-paper", WORDS),
    ("endless-insertion", WORDS),
    ("endless-template", WORDS),
    ("fenced-code", WORDS),
    ("file-outside-folder", FILE),
    ("file-too-large", FILE),
    ("footnote-in-footnote", WORDS),
    ("hidden-comment", WORDS),
    ("idle-directive", WISH),
    ("idle-template", WISH),
    ("key-not-text", VALUE),
    ("lfs-pointer", FILE),
    ("line-too-long", FILE),
    ("link-as-text", FILE),
    ("lost-asterisk", WORDS),
    ("lost-line", WORDS),
    ("merge-key", VALUE),
    ("misnamed-file", FILE),
    ("misnamed-folder", FILE),
    ("misplaced-directive", WISH),
    ("misplaced-file", FILE),
    // A document without an id and a signature without a name are left out whole.
    ("missing-key", VALUE),
    ("municipality-not-taken", FILE),
    ("nested-too-deep", FILE),
    ("no-blank-after-dash", VALUE),
    ("no-break-space", VALUE),
    ("not-a-mapping", FILE),
    ("not-a-png", FILE),
    ("picture-in-text", WORDS),
    ("picture-too-large", FILE),
    ("powerless-exception", WISH),
    ("program-too-large", FILE),
    ("reserved-id", VALUE),
    ("several-documents", FILE),
    ("standard-cycle", WISH),
    ("template-too-large", WISH),
    ("text-cut-by-comment", WORDS),
    ("too-many-brackets", WORDS),
    ("too-many-copies", WORDS),
    ("too-many-editions", VALUE),
    ("too-many-exceptions", VALUE),
    ("too-many-files", FILE),
    ("too-many-findings", SAID),
    ("too-many-nodes", FILE),
    ("two-municipalities", FILE),
    ("two-programs", FILE),
    ("two-templates", WISH),
    ("unclear-control", VALUE),
    ("unclear-option", WISH),
    ("unclosed-comment", WORDS),
    ("uneven-row", WORDS),
    ("unfinished-check", SAID),
    ("unfinished-merge", FILE),
    ("unknown-act", NAME),
    ("unknown-choice", VALUE),
    ("unknown-directive", WISH),
    ("unknown-file", NAME),
    ("unknown-indicator", NAME),
    ("unknown-key", VALUE),
    ("unknown-level", WISH),
    ("unknown-need", WISH),
    ("unknown-option", WISH),
    ("unknown-paper", NAME),
    ("unknown-person", NAME),
    ("unknown-reference", NAME),
    ("unknown-rule", WISH),
    ("unknown-standard", WISH),
    ("unknown-style", WISH),
    ("unknown-task", NAME),
    ("unknown-template", WISH),
    ("unlinked-address", WORDS),
    ("unprinted-result", WORDS),
    ("unreadable-file", FILE),
    ("unused-anchor", WORDS),
    ("unused-footnote", WORDS),
    ("wide-table", WORDS),
    ("wrong-encoding", FILE),
    ("wrong-type", VALUE),
    ("wrong-widths", WISH),
    ("yaml-syntax", FILE),
    ("yaml-tag", VALUE),
];

/// What findings of this name mean, if nobody may silence them.
pub fn lost(name: &str) -> Option<&'static str> {
    LOST.binary_search_by_key(&name, |(known, _)| known).ok().map(|index| LOST[index].1)
}

/// Whether a finding tells of a file that was not read, or is not there.
pub fn unread(finding: &Finding) -> bool {
    finding.level == Level::Error && (finding.name == "unknown-file" || lost(finding.name) == Some(FILE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;

    #[test]
    fn the_list_is_sorted_and_holds_no_rule() {
        assert!(LOST.is_sorted_by(|one, other| one.0 < other.0));
        assert!(RULES.iter().all(|rule| lost(rule.name).is_none()));
        assert_eq!(lost("unknown-key"), Some(VALUE));
        assert_eq!(lost("missing-key"), Some(VALUE));
    }
}
