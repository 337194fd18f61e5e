//! The model held against the standard structure: pure, knows no template and no output.

mod requirements;
mod standard;

pub use standard::{Standard, standard_names};

use crate::diagnostic::{Finding, Findings, nearest};
use crate::model::Program;

/// The standard of a program that names none.
const USUAL: &str = "базовый";

/// All findings of a program by the standard it names.
///
/// # Panics
/// When the usual standard is not embedded.
pub fn check(program: &Program) -> Findings {
    let mut findings = Findings::default();
    let written = program.standard.as_ref().map_or(USUAL, |standard| standard.value.as_str());
    let standard = Standard::named(written).unwrap_or_else(|| {
        let place = program.standard.as_ref().map(|standard| standard.place);
        let finding = Finding::error("unknown-standard", place, format!("стандарта «{written}» нет"));
        findings.push(match nearest(written, standard_names()) {
            Some(name) => finding.help(format!("возможно, имелось в виду «{name}»")),
            None => finding.help(format!("есть: {}", standard_names().collect::<Vec<_>>().join(", "))),
        });
        Standard::named(USUAL).expect("the usual standard is embedded")
    });
    requirements::check(program, &standard, &mut findings);
    findings
}
