//! Numbers of items, measures, sections and appendices, and the ties between the parts of a program.
//!
//! Pure: takes the model as `read` made it. What an id names is looked up here and nowhere else.

mod appendices;
mod approval;
mod cycle;
mod ids;
mod indicators;
mod items;
mod links;
mod lookup;
mod numbering;
mod roadmap;
mod sections;

pub use appendices::{NumberedAppendix, appendices};
pub use approval::{approved, attached, paper_of};
pub use cycle::{Covering, cycle};
pub use indicators::{NumberedIndicator, indicators};
pub use items::{ItemContent, NumberedItem, items};
pub use links::links;
pub use lookup::{PaperRef, act, paper, party, person, task};
pub use numbering::Numbering;
pub use roadmap::{RoadmapRow, roadmap_rows};
pub use sections::{NumberedSection, sections};
