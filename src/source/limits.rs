//! How much of a file is read before it is refused: an input must not be able to hang the program.

/// The size of a file in bytes up to which it is read.
pub const FILE_SIZE: u64 = 16 * 1024 * 1024;

/// How deep mappings and sequences may be nested.
pub const DEPTH: usize = 64;

/// How many nodes one file may give, copies by alias included.
pub const NODES: usize = 500_000;

/// How many control characters of a file are reported one by one.
pub const CONTROL_CHARACTERS: usize = 20;
