//! The appendices of an order, numbered, each followed by its own appendices.

use crate::model::{Appendix, Layout, Order};

/// An appendix with its number.
#[derive(Debug, Clone)]
pub struct NumberedAppendix<'a> {
    /// Its number among its neighbours, from 1.
    pub number: usize,
    /// Whether the number is printed; an only appendix may have none.
    pub shown: bool,
    /// The appendix.
    pub appendix: &'a Appendix,
    /// The appendix it belongs to; the order itself when absent.
    pub parent: Option<Box<NumberedAppendix<'a>>>,
}

/// All appendices of an order in the order of the package.
pub fn appendices<'a>(order: &'a Order, layout: &Layout) -> Vec<NumberedAppendix<'a>> {
    let mut numbered = Vec::new();
    push(&order.appendices, None, layout, &mut numbered);
    numbered
}

fn push<'a>(
    appendices: &'a [Appendix],
    parent: Option<&NumberedAppendix<'a>>,
    layout: &Layout,
    numbered: &mut Vec<NumberedAppendix<'a>>,
) {
    for index in 0..appendices.len() {
        let own = appendix(appendices, index, parent, layout);
        numbered.push(own.clone());
        push(&own.appendix.appendices, Some(&own), layout, numbered);
    }
}

/// The appendix of an index among its neighbours.
pub(super) fn appendix<'a>(
    appendices: &'a [Appendix],
    index: usize,
    parent: Option<&NumberedAppendix<'a>>,
    layout: &Layout,
) -> NumberedAppendix<'a> {
    let only = appendices.len() == 1;
    let shown = !only || (parent.is_none() && layout.single_appendix_number);
    let parent = parent.cloned().map(Box::new);
    NumberedAppendix { number: index + 1, shown, appendix: &appendices[index], parent }
}
