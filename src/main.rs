//! The program `prikaz`: see the library for what it does.

use std::process::ExitCode;

/// A program is read into thousands of small texts, and this takes a tenth off a whole build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    prikaz::cli::run(std::env::args_os())
}
