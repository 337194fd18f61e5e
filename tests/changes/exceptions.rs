//! Exceptions, levels and a baseline: what may silence findings, and what may not.

use super::command::Binary;
use super::random::Random;
use super::scene::{Scene, Step};
use std::collections::BTreeSet;
use std::fs;

pub fn change(scene: &mut Scene, random: &mut Random, binary: &Binary) -> Option<String> {
    let names = names(scene, binary);
    match random.below(7) {
        0..=2 => {
            excuse(scene, &names, "")?;
            Some(format!("exceptions for all that is found: {}", names.join(", ")))
        }
        3 => {
            let until = random.pick(&["31.12.2020", "31.12.2999", "31.02.2027", "завтра"]);
            excuse(scene, &names, &format!("\n    до: {until}"))?;
            Some(format!("exceptions until {until}"))
        }
        4 => {
            let all =
                ["duplicate-key", "unknown-key", "control-character", "missing-key", "нет-такого", "misnamed-file"];
            excuse(scene, &all.map(String::from), "\n    место: текст")?;
            Some("exceptions for findings of reading".to_owned())
        }
        5 => {
            let level = random.pick(&["выключено", "замечание", "ошибка", "предупреждение", "никакой"]);
            let path = scene.program.join("муниципалитет.yaml");
            let text = fs::read_to_string(&path).ok().filter(|text| !text.contains("\nпроверка:"))?;
            let rules = ["missing-part", "missing-value", "doubled-word", "duplicate-key"];
            let rules: String = rules
                .iter()
                .map(ToString::to_string)
                .chain(names)
                .map(|rule| format!("    {rule}: {level}\n"))
                .collect();
            fs::write(path, format!("{}\nпроверка:\n  уровни:\n{rules}", text.trim_end())).ok()?;
            Some(format!("all levels «{level}» in the municipality file"))
        }
        _ => {
            scene.steps.push(Step::Baseline(scene.here.join("prikaz.baseline.json")));
            scene.steps.push(Step::Rebuild);
            Some("a baseline".to_owned())
        }
    }
}

/// The names of what is found now.
fn names(scene: &Scene, binary: &Binary) -> Vec<String> {
    let mut arguments = vec!["check".into(), "--format".into(), "json".into()];
    arguments.extend(scene.targets());
    let done = binary.run(&scene.here, &arguments, false);
    let report: serde_json::Value = serde_json::from_str(&done.out).unwrap_or_default();
    let findings = report["findings"].as_array().into_iter().flatten();
    let names: BTreeSet<String> = findings.filter_map(|found| found["name"].as_str().map(String::from)).collect();
    names.into_iter().collect()
}

/// Writes exceptions for these rules into the program file.
fn excuse(scene: &Scene, names: &[String], more: &str) -> Option<()> {
    let main = scene.main()?;
    let text = fs::read_to_string(&main).ok().filter(|text| !text.contains("\nисключения:"))?;
    if scene.program.join("исключения.yaml").exists() || names.is_empty() {
        return None;
    }
    let all: String =
        names.iter().map(|name| format!("  - правило: {name}{more}\n    причина: оставлено намеренно\n")).collect();
    fs::write(main, format!("{}\nисключения:\n{all}", text.trim_end())).ok()
}
