//! The program `prikaz`: see the library for what it does.

use std::process::ExitCode;

fn main() -> ExitCode {
    prikaz::cli::run(std::env::args_os())
}
