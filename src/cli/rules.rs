//! `prikaz rules` and `prikaz explain`: what is checked.

use super::CLEAN;
use super::arguments::{ExplainArguments, RulesArguments, RulesFormat};
use super::output::{Stream, print};
use crate::check::{RULES, Rule, Structure, Weight};
use crate::diagnostic::{Files, Findings, Level};
use crate::failure::Failure;
use crate::model::{Degree, Standard};
use crate::read::embedded_standards;
use std::fmt::Write;

/// Prints the page of a rule; gives the exit code.
pub(super) fn explain(arguments: &ExplainArguments) -> Result<u8, Failure> {
    let rule = RULES.iter().find(|rule| rule.name == arguments.rule).expect("the name was checked");
    let levels = standards()
        .iter()
        .map(|(standard, structure)| format!("- {}: {}", standard.name.value, level(rule, structure)))
        .collect::<Vec<_>>()
        .join("\n");
    let page =
        format!("{}\n\n**Правило.** `{}`\n\n**Уровень по стандартам.**\n\n{levels}\n", rule.page.trim(), rule.name);
    print(&page, Stream::Out)?;
    Ok(CLEAN)
}

/// Prints all rules; gives the exit code.
pub(super) fn rules(arguments: &RulesArguments) -> Result<u8, Failure> {
    let text = match arguments.format {
        RulesFormat::Text => table(),
        RulesFormat::Markdown => reference(),
    };
    print(&text, Stream::Out)?;
    Ok(CLEAN)
}

/// The embedded standards, each with what it takes from others.
fn standards() -> Vec<(Standard, Structure)> {
    let all = embedded_standards(&mut Files::default(), &mut Findings::default());
    let structure = |standard: &Standard| Structure::named(&standard.name.value, &all);
    all.iter().map(|standard| (standard.clone(), structure(standard))).collect()
}

/// A line for each rule.
fn table() -> String {
    let standards = standards();
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut text = format!("{:width$}", "правило");
    for (standard, _) in &standards {
        write!(text, "  {:14}", standard.name.value).expect("a text takes all");
    }
    text.push_str("  что найдено\n");
    for rule in RULES {
        write!(text, "{:width$}", rule.name).expect("a text takes all");
        for (_, structure) in &standards {
            write!(text, "  {:14}", level(rule, structure)).expect("a text takes all");
        }
        writeln!(text, "  {}", rule.title()).expect("a text takes all");
    }
    text.push_str("\nподробно о правиле: prikaz explain ПРАВИЛО\n");
    text
}

/// The reference page.
fn reference() -> String {
    let standards = standards();
    let mut text =
        "# Правила проверки\n\nЭта страница печатается командой `prikaz rules --format markdown`.\n\n".to_owned();
    text.push_str("Стандарты:\n\n");
    for (standard, _) in &standards {
        let about = standard.about.as_ref().map_or("", |about| &about.value);
        writeln!(text, "- **{}**: {about}", standard.name.value).expect("a text takes all");
    }
    let names: Vec<&str> = standards.iter().map(|(standard, _)| standard.name.value.as_str()).collect();
    writeln!(text, "\n| Правило | Что найдено | {} |", names.join(" | ")).expect("a text takes all");
    writeln!(text, "|---|---|{}", "---|".repeat(names.len())).expect("a text takes all");
    for rule in RULES {
        let levels: Vec<&str> = standards.iter().map(|(_, structure)| level(rule, structure)).collect();
        writeln!(text, "| [`{0}`](#{0}) | {1} | {2} |", rule.name, rule.title(), levels.join(" | "))
            .expect("a text takes all");
    }
    for rule in RULES {
        let body = rule.page.split_once('\n').map_or("", |(_, body)| body.trim());
        write!(text, "\n## {}\n\n{}.\n\n{body}\n", rule.name, rule.title()).expect("a text takes all");
    }
    text
}

/// How bad the findings of a rule are by a standard.
fn level(rule: &Rule, structure: &Structure) -> &'static str {
    match structure.weight(rule.name) {
        Some(Weight::Off) => return "выключено",
        Some(Weight::At(level)) => return word(level),
        None => {}
    }
    if rule.wants.is_empty() {
        return word(rule.level);
    }
    let degrees: Vec<Degree> = rule.wants.iter().map(|thing| structure.degree(thing)).collect();
    match degrees.iter().max() {
        Some(Degree::Required) => "ошибка",
        Some(Degree::Recommended) => "предупреждение",
        Some(Degree::Optional) | None => "—",
    }
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "ошибка",
        Level::Warning => "предупреждение",
        Level::Note => "замечание",
    }
}
