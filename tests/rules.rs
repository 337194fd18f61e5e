//! Laws of the rules: each has a page whose example it finds and whose mended example it does not.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]

mod support;

use prikaz::check::RULES;
use std::fs;
use support::{prikaz, root};

/// What an example that does not care for the card begins with.
const CARD: &str = "программа:\n  наименование: Программа поддержки школ\n  срок: 2021–2025\n";

/// The examples under a bold heading of a page: each is a file's name and its text.
fn examples(page: &str, heading: &str) -> Vec<(String, String)> {
    let after = page.split(&format!("**{heading}.**")).nth(1).unwrap_or_else(|| panic!("no «{heading}»"));
    let part = after.split("\n**").next().unwrap();
    let blocks = part.split("\n```").skip(1).step_by(2);
    blocks
        .map(|block| {
            let (kind, text) = block.split_once('\n').unwrap();
            let named = text.lines().next().and_then(|line| line.strip_prefix("# файл "));
            let usual = if kind == "yaml" { "программа.yaml" } else { "текст.md" };
            (named.unwrap_or(usual).trim().to_owned(), text.to_owned())
        })
        .collect()
}

/// The findings of a rule for some files, as printed.
fn findings(rule: &str, files: &[(String, String)]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let card = name == "программа.yaml" && !text.contains("программа:\n  наименование");
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, if card { format!("{CARD}{text}\n") } else { format!("{text}\n") }).unwrap();
    }
    let run = prikaz(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{rule}: {}", run.err));
    let all = report["findings"].as_array().unwrap();
    let ours = all.iter().filter(|finding| finding["name"] == rule);
    (ours.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect(), run.out)
}

#[test]
fn the_example_of_a_page_is_found_and_the_mended_one_is_not() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let bad = examples(rule.page, "Пример");
        let good = examples(rule.page, "Как исправить");
        if bad.is_empty() || good.is_empty() {
            wrong.push(format!("{}: the page lacks an example", rule.name));
            continue;
        }
        let (found, all) = findings(rule.name, &bad);
        if found.is_empty() {
            wrong.push(format!("{}: the example is not found\n{all}", rule.name));
        }
        let (found, all) = findings(rule.name, &good);
        if !found.is_empty() {
            wrong.push(format!("{}: the mended example is found: {found:?}", rule.name));
        }
        for unread in ["unknown-key", "wrong-type", "missing-key", "syntax", "unknown-choice", "bad-"] {
            if all.contains(&format!("\"name\": \"{unread}")) {
                wrong.push(format!("{}: the mended example is misread\n{all}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_approved_paper_is_attached_though_the_order_has_no_appendices() {
    let minimal = root().join("examples/minimal");
    let read = |name: &str| fs::read_to_string(minimal.join(name)).unwrap();
    let registry = || ("муниципалитет.yaml".to_owned(), read("муниципалитет.yaml"));
    let whole = read("программа.yaml");
    let bare = whole.replace("  приложения: [программа, дорожная карта]\n", "");
    assert_ne!(bare, whole);
    let lines = |text: &str| findings("missing-appendix", &[registry(), ("программа.yaml".into(), text.into())]).0;
    assert_eq!(lines(&whole), Vec::<String>::new());
    let wanted =
        ["программа", "дорожная карта"].map(|name| format!("«{name}» утверждается, но приложений у приказа нет"));
    assert_eq!(lines(&bare), wanted);
    let approval = "утвердить: [программа, дорожная карта]";
    let own = bare.replace(approval, "утвердить: программа\n      текст: Утвердить Программу, размещенную на сайте.");
    assert_ne!(own, bare);
    assert_eq!(lines(&own), Vec::<String>::new());
}

#[test]
fn every_page_says_what_why_and_how() {
    for rule in RULES {
        assert!(rule.page.starts_with("# ") && !rule.title().is_empty(), "{}: no title", rule.name);
        for heading in ["Что проверяет", "Зачем", "Пример", "Как исправить"] {
            assert!(rule.page.contains(&format!("**{heading}.**")), "{}: no «{heading}»", rule.name);
        }
    }
}

#[test]
fn rules_are_sorted_and_every_room_is_registered() {
    assert!(RULES.is_sorted_by(|a, b| a.name < b.name));
    let folder = root().join("src/check/rules");
    let mut rooms: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".md").map(|name| name.replace('_', "-")))
        .collect();
    rooms.sort();
    assert_eq!(RULES.iter().map(|rule| rule.name).collect::<Vec<_>>(), rooms);
}

#[test]
fn the_reference_page_is_what_the_command_prints() {
    let printed = prikaz(&root(), &["rules", "--format", "markdown"]).out;
    let page = root().join("docs/rules.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&page, &printed).unwrap();
    }
    assert!(fs::read_to_string(page).unwrap() == printed, "docs/rules.md is old: BLESS=1 cargo test --test rules");
}
