//! What belongs to what in a program, what is mentioned, and what lacks something.

pub mod lack;
pub mod mentions;
pub mod names;
pub mod ties;
pub mod undertaken;
