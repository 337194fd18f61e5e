//! The sections of a paper, numbered to any depth: «II.», «2.1.», «2.1.3.».

use crate::model::{Content, Label};

/// A section with its number.
#[derive(Debug, Clone)]
pub struct NumberedSection<'a> {
    /// The number as it stands in the heading: «Раздел 2.», «2.1.».
    pub printed: Option<String>,
    /// The number as it is referred to: «2», «II», «2.1».
    pub bare: Option<String>,
    /// The section.
    pub content: &'a Content,
    /// The sections within it.
    pub sections: Vec<NumberedSection<'a>>,
}

/// The sections of a paper; those of the first level are numbered by the label, those within them by figures.
pub fn sections<'a>(contents: &'a [Content], label: &Label) -> Vec<NumberedSection<'a>> {
    let mut count = 0;
    let section = |content: &'a Content| {
        let numbered = is_numbered(content, &mut count);
        let figures = numbered.then(|| count.to_string());
        NumberedSection {
            printed: label.number(count).filter(|_| numbered),
            bare: label.bare(count).filter(|_| numbered),
            content,
            sections: within(&content.sections, figures.as_deref()),
        }
    };
    contents.iter().map(section).collect()
}

/// Sections under one with this number in figures; without numbers under one that has none.
fn within<'a>(contents: &'a [Content], above: Option<&str>) -> Vec<NumberedSection<'a>> {
    let mut count = 0;
    let section = |content: &'a Content| {
        let numbered = is_numbered(content, &mut count);
        let bare = above.filter(|_| numbered).map(|above| format!("{above}.{count}"));
        let printed = bare.as_ref().map(|bare| format!("{bare}."));
        NumberedSection { sections: within(&content.sections, bare.as_deref()), printed, bare, content }
    };
    contents.iter().map(section).collect()
}

fn is_numbered(content: &Content, count: &mut usize) -> bool {
    let numbered = content.heading.is_some() && content.numbered;
    *count += usize::from(numbered);
    numbered
}
