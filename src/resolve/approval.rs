//! Which papers an order approves, and which are its appendices.

use super::appendices::{NumberedAppendix, appendix};
use super::{PaperRef, paper};
use crate::model::{Appendix, AppendixContent, Item, ItemKind, PaperKey, Program};
use std::collections::{BTreeMap, BTreeSet};

/// The papers that the order of a program approves.
pub fn approved(program: &Program) -> &BTreeSet<PaperKey> {
    fn gather(items: &[Item], program: &Program, approved: &mut BTreeSet<PaperKey>) {
        for item in items {
            if let ItemKind::Approve(approvals) = &item.kind {
                let papers = approvals.iter().filter_map(|approval| paper(program, &approval.paper.written));
                approved.extend(papers.map(PaperRef::key));
            }
            gather(&item.items, program, approved);
        }
    }
    program.directory.approved.get_or_init(|| {
        let mut approved = BTreeSet::new();
        program.order.iter().for_each(|order| gather(&order.items, program, &mut approved));
        approved
    })
}

/// The appendix of the order itself that is this paper, the first if there are several.
pub fn attached<'a>(program: &'a Program, wanted: PaperRef<'_>) -> Option<NumberedAppendix<'a>> {
    let order = program.order.as_ref()?;
    let attached = program.directory.attached.get_or_init(|| {
        let mut attached = BTreeMap::new();
        for (index, own) in order.appendices.iter().enumerate() {
            if let Some(paper) = paper_of(own, program) {
                attached.entry(paper.key()).or_insert(index);
            }
        }
        attached
    });
    let index = *attached.get(&wanted.key())?;
    Some(appendix(&order.appendices, index, None, &program.municipality.layout))
}

/// The paper that an appendix is.
pub fn paper_of<'a>(appendix: &'a Appendix, program: &'a Program) -> Option<PaperRef<'a>> {
    match &appendix.content {
        AppendixContent::Paper(link) => paper(program, &link.written),
        AppendixContent::Text { .. } => Some(PaperRef::Appendix(appendix)),
    }
}
