//! The items of an order, numbered: 1, 1.1, 1.2, 2.

use crate::model::{Approval, Control, Item, ItemKind, Order};

/// An item with its number.
#[derive(Debug, Clone)]
pub struct NumberedItem<'a> {
    /// The number without a full stop after it: «1.2».
    pub number: String,
    /// 1 for an item, 2 for an item under it.
    pub level: usize,
    /// What stands there.
    pub content: ItemContent<'a>,
}

/// What stands in an item.
#[derive(Debug, Clone, Copy)]
pub enum ItemContent<'a> {
    /// An item of one's own words, an assignment, a recommendation.
    Item(&'a Item),
    /// The words «Утвердить:» before several papers.
    ApprovalHead(&'a Item),
    /// The approval of one paper; alone in its item, or one of several under it.
    Approval {
        /// The item it belongs to.
        item: &'a Item,
        /// What is approved.
        approval: &'a Approval,
        /// Whether it is the only one of its item.
        alone: bool,
    },
    /// The control, always last.
    Control(&'a Control),
}

/// All items of an order in order, the control last.
pub fn items(order: &Order) -> Vec<NumberedItem<'_>> {
    let mut numbered = Vec::new();
    for (index, item) in order.items.iter().enumerate() {
        push(item, &(index + 1).to_string(), 1, &mut numbered);
    }
    if let Some(control) = &order.control {
        let number = (order.items.len() + 1).to_string();
        numbered.push(NumberedItem { number, level: 1, content: ItemContent::Control(control) });
    }
    numbered
}

fn push<'a>(item: &'a Item, number: &str, level: usize, numbered: &mut Vec<NumberedItem<'a>>) {
    let mut add = |number: String, level, content| numbered.push(NumberedItem { number, level, content });
    let mut under = 0;
    match &item.kind {
        ItemKind::Approve(approvals) => match approvals.as_slice() {
            [approval] => add(number.into(), level, ItemContent::Approval { item, approval, alone: true }),
            several => {
                add(number.into(), level, ItemContent::ApprovalHead(item));
                for approval in several {
                    under += 1;
                    let content = ItemContent::Approval { item, approval, alone: false };
                    add(format!("{number}.{under}"), level + 1, content);
                }
            }
        },
        ItemKind::Plain | ItemKind::Assign(_) | ItemKind::Appoint(_) | ItemKind::Recommend(_) => {
            add(number.into(), level, ItemContent::Item(item));
        }
    }
    for (index, child) in item.items.iter().enumerate() {
        push(child, &format!("{number}.{}", under + index + 1), level + 1, numbered);
    }
}
