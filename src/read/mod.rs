//! The YAML tree to the model, by one table of keys; collects every finding and never stops at the first.

pub mod vocabulary;
