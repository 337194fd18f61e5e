//! What the standard requires and the program lacks.

use super::standard::{Requirement, Standard};
use crate::diagnostic::{Finding, Findings};
use crate::model::Program;

/// Adds a finding for each requirement that a program or an edition of it does not meet.
pub(super) fn check(program: &Program, standard: &Standard, findings: &mut Findings) {
    for (requirement, severity) in &standard.requirements {
        // What the program itself lacks, its editions lack with it: one mistake, one finding.
        let finding = missing(*requirement, program)
            .or_else(|| program.editions.iter().find_map(|edition| missing(*requirement, edition)));
        findings.extend(finding.map(|finding| Finding { level: (*severity).into(), ..finding }));
    }
}

fn missing(requirement: Requirement, program: &Program) -> Option<Finding> {
    let (present, name, message, help) = match requirement {
        Requirement::Term => (
            program.term.is_some(),
            "missing-term",
            "у программы нет срока реализации",
            "добавьте в «программа» строку «срок: 2021–2025»",
        ),
        Requirement::Goals => {
            (!program.goals.is_empty(), "missing-goal", "у программы нет цели", "добавьте раздел «цели» с текстом цели")
        }
        Requirement::Tasks => (
            program.all_tasks().next().is_some(),
            "missing-task",
            "у программы нет задач",
            "добавьте под целью «задачи» списком",
        ),
    };
    (!present).then(|| Finding::error(name, program.place, message).help(help))
}
