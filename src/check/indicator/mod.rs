//! Indicators: which measure something, what their names and values say.

pub mod amount;
pub mod measured;
pub mod naming;
pub mod target;
pub mod years;
