//! Contents: keys that come, go or come twice, texts of other places and other programs, files that come or go.

use super::folder::put;
use super::random::Random;
use super::scene::{Scene, Step};
use std::fs;
use std::path::PathBuf;

/// Texts that somebody may paste.
const TEXTS: [&str; 40] = [
    "Отчёт [на сайте](https://example.org/отчет) и <https://example.org>",
    "Отчёт https://example.org/a_b и почта a@example.org",
    "[письмо](mailto:a@example.org) и [телефон](tel:+70000000000)",
    "– первое\n– второе\n– третье",
    "— первое\n— второе",
    "• первое\n• второе",
    "- первое\n  - второе\n    - третье",
    "1) первое\n2) второе",
    "(1) первое\n(2) второе",
    "1. первое\n\n5. второе",
    "I. первое\nII. второе",
    "слово\\newpage слово",
    "Глава {#ид .класс}",
    "м^2^ и H~2~O",
    "[@автор, с. 5]",
    "[TOC]",
    "> [!NOTE]\n> заметка",
    "==выделено== и %% заметка %%",
    "{{ переменная }} и {% if x %}да{% endif %} и ${x}",
    "---\nтитул: да\n---\nтекст",
    "<b>жирно</b> и <!-- скрыто --> и &nbsp;&amp;",
    "`код` и **жирно** и *курсив* и ~~зачёркнуто~~",
    "```\nкод в три строки\nстрока\n```",
    "| а | б |\n| --- | --- |\n| 1 | 2 |\nтекст сразу после",
    "| а |\n| --- |\n| <br>* б |",
    "сноска[^1] и ещё[^нет]\n\n[^1]: текст сноски",
    "31.02.2021, до 31 сентября, 21.11.20024",
    "№17, №№ 4, 7 и исх. - №17/3",
    "строка\\\nсо знаком переноса  \nи пробелами",
    "# Заголовок\n\n### Третий\n\n#### Четвёртый",
    "![рисунок](рисунок.png) и ![](нет.png)",
    "<p align=\"center\">в середине</p>",
    "[[нет-такого]] и [[срок]]",
    "«кавычки \"внутри\" и 'ещё'» -- тире - дефис",
    "a\u{a0}б\u{2009}в\u{202f}г",
    "1. Утвердить:\n1.1. Программу",
    "1\\. текст и \\* звёздочка \\[скобка\\]",
    "***жирный курсив*** и **не закрыто",
    "* * *\n\nпосле черты",
    "текст:\u{a0}\n\n    с отступом в четыре",
];

/// Texts that must not pass in silence.
const WRONG: [&str; 9] = [
    "[отчёт](javascript:alert(1))",
    "[отчёт](file:///etc/passwd)",
    "[отчёт](\\\\сервер\\папка)",
    "[график](график.md)",
    "[место](#место)",
    "[раздел](раздел:5)",
    "[сеть](smb://evil/x)",
    "<<<<<<< HEAD\nодно\n=======\nдругое\n>>>>>>> ветка",
    "Ïðîãðàììà ðàçâèòèÿ",
];

pub fn change(scene: &mut Scene, random: &mut Random) -> Option<String> {
    match random.below(20) {
        0..=2 => {
            let (path, text) = yaml(scene, random)?;
            let lines: Vec<&str> = text.lines().collect();
            let at = key(&lines, random)?;
            let end = block(&lines, at);
            let kept = [&lines[..at], &lines[end..]].concat();
            fs::write(&path, kept.join("\n") + "\n").ok()?;
            Some(format!("{:?}: the key at line {} is deleted: {:?}", path.file_name()?, at + 1, lines[at].trim()))
        }
        3 => {
            let (path, text) = yaml(scene, random)?;
            let lines: Vec<&str> = text.lines().collect();
            let at = key(&lines, random)?;
            let end = block(&lines, at);
            let double = [&lines[..end], &lines[at..end], &lines[end..]].concat();
            fs::write(&path, double.join("\n") + "\n").ok()?;
            if !lines[at].trim_start().starts_with("- ") {
                scene.told = Some("a key that stands twice");
            }
            Some(format!("{:?}: the key at line {} stands twice: {:?}", path.file_name()?, at + 1, lines[at].trim()))
        }
        4 => {
            let (path, text) = yaml(scene, random)?;
            let mut lines: Vec<String> = text.lines().map(String::from).collect();
            let at = key(&lines.iter().map(String::as_str).collect::<Vec<_>>(), random)?;
            let indent = lines[at].len() - lines[at].trim_start_matches([' ', '-']).len();
            lines.insert(at + usize::from(lines[at].contains("- ")), format!("{}неизвестное: да", " ".repeat(indent)));
            fs::write(&path, lines.join("\n") + "\n").ok()?;
            scene.told = Some("a key that nobody knows");
            Some(format!("{:?}: an unknown key before line {}", path.file_name()?, at + 1))
        }
        5..=8 => {
            let (path, text) = yaml(scene, random)?;
            let said = random.pick(&TEXTS);
            let at = replace(&path, &text, said, random)?;
            Some(format!("{:?}: the value of line {at} is {said:?}", path.file_name()?))
        }
        9 => {
            let (path, text) = yaml(scene, random)?;
            let said = random.pick(&WRONG);
            let at = replace(&path, &text, said, random)?;
            Some(format!("{:?}: the value of line {at} is {said:?}", path.file_name()?))
        }
        10..=12 => {
            let path = scene.files(&[".md"]).first().cloned()?;
            let said = random.pick(&TEXTS);
            let text = fs::read_to_string(&path).ok()?;
            let joint = random.pick(&["\n\n", "\n", " "]);
            fs::write(&path, format!("{}{joint}{said}\n", text.trim_end())).ok()?;
            Some(format!("{:?} goes on after {joint:?} with {said:?}", path.file_name()?))
        }
        13 | 14 => {
            let said = random.pick(&WRONG);
            put(&scene.program.join("приложение.md"), format!("Начало.\n\n{said}\n"));
            scene.section("Приложение", "приложение.md")?;
            scene.told = Some("a text that is no text of a paper");
            Some(format!("a text of its own: {said:?}"))
        }
        15 => {
            let path = scene.text(random)?;
            fs::remove_file(&path).ok()?;
            Some(format!("{:?} is not there", path.file_name()?))
        }
        16 => {
            scene.section("Приложение", "нет такого.md")?;
            scene.told = Some("a text that is not there");
            Some("a section names a file that is not there".to_owned())
        }
        17 => {
            let name = random.pick(&["новый.yaml", "новый.yml", "новый.md", "prikaz.json", "стандарты/свой.yaml"]);
            put(&scene.program.join(name), "результаты:\n  - Ещё один результат (1 шт.) \"в кавычках\"\n");
            Some(format!("a further file {name}"))
        }
        18 => {
            let said = random.pick(&TEXTS);
            put(&scene.program.join("приложение.md"), format!("{said}\n"));
            scene.section("Приложение", "приложение.md")?;
            Some(format!("a text of its own: {said:?}"))
        }
        _ => {
            let (path, text) = yaml(scene, random)?;
            let said =
                random.pick(&["Работа  с детьми - \"школа\" ,а также №5", "в 2021-2025 гг .", "Ли Ли и МКУ «ГМЦ,,"]);
            let at = replace(&path, &text, said, random)?;
            scene.steps.push(Step::Fix);
            scene.steps.push(Step::Rebuild);
            Some(format!("{:?}: the value of line {at} is {said:?}, mended", path.file_name()?))
        }
    }
}

/// A YAML file of the program and its text.
fn yaml(scene: &Scene, random: &mut Random) -> Option<(PathBuf, String)> {
    let all = scene.files(&[".yaml"]);
    let path = if all.is_empty() { return None } else { random.of(&all).clone() };
    let text = fs::read_to_string(&path).ok()?;
    Some((path, text))
}

/// The number of a line that has a key.
fn key(lines: &[&str], random: &mut Random) -> Option<usize> {
    let keys: Vec<usize> = (0..lines.len()).filter(|at| is_key(lines[*at])).collect();
    (!keys.is_empty()).then(|| *random.of(&keys))
}

fn is_key(line: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with('#') && (line.contains(": ") || line.ends_with(':')) && !line.starts_with('"')
}

/// Where what belongs to the key of a line ends.
fn block(lines: &[&str], at: usize) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = indent(lines[at]);
    let more = lines[at + 1..].iter().take_while(|line| line.trim().is_empty() || indent(line) > own);
    at + 1 + more.count()
}

/// Writes another text as the value of a key that has one on its line; gives the number of the line.
fn replace(path: &std::path::Path, text: &str, said: &str, random: &mut Random) -> Option<usize> {
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    let values: Vec<usize> = (0..lines.len()).filter(|at| has_value(&lines[*at])).collect();
    let at = (!values.is_empty()).then(|| *random.of(&values))?;
    let (head, _) = lines[at].split_once(": ")?;
    let indent = head.len() - head.trim_start_matches([' ', '-']).len() + 2;
    lines[at] = if random.chance(60) {
        format!("{head}: {}", serde_json::to_string(said).unwrap())
    } else {
        let said: Vec<String> = said.lines().map(|line| format!("{}{line}", " ".repeat(indent))).collect();
        format!("{head}: |\n{}", said.join("\n"))
    };
    fs::write(path, lines.join("\n") + "\n").ok()?;
    Some(at + 1)
}

/// Whether a key has a plain value on its line.
fn has_value(line: &str) -> bool {
    let first = line.split_once(": ").and_then(|(_, value)| value.trim().chars().next());
    is_key(line) && first.is_some_and(|first| !"[{>|&*#".contains(first))
}
