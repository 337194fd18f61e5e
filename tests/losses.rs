//! No command loses a file of the user, wherever the program, its output and the working folder lie: every combination of
//! twelve folders for each of the three.
//!
//! `LOSSES_ONLY=program,output,here` (numbers of folders) tries one.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]
#![allow(clippy::print_stderr, reason = "how much was tried is told")]

#[path = "changes/command.rs"]
mod command;
#[path = "changes/folder.rs"]
mod folder;
#[path = "losses/ground.rs"]
mod ground;
#[path = "changes/kept.rs"]
mod kept;
mod support;

use command::{Binary, Done};
use ground::{FOLDERS, Ground, Roles, SOURCES};
use kept::{Ours, Targets, harm};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

/// The commands that write.
const COMMANDS: [&str; 6] = ["build", "check --report", "baseline", "check --fix", "new", "new over"];

/// What the runs came to: how often each command ended with each code, and what was lost.
#[derive(Default)]
struct Sum {
    codes: BTreeMap<(&'static str, Option<i32>), usize>,
    losses: Vec<(String, String)>,
}

#[test]
fn no_command_loses_a_file_wherever_things_lie() {
    let only = std::env::var("LOSSES_ONLY").ok();
    let only: Option<Vec<usize>> = only.map(|list| list.split(',').map(|one| one.parse().unwrap()).collect());
    let count = FOLDERS.len();
    let all: Vec<Roles> = (0..count.pow(3))
        .map(|at| Roles { program: at / count / count, output: at / count % count, here: at % count })
        .filter(|roles| only.as_ref().is_none_or(|only| *only == [roles.program, roles.output, roles.here]))
        .collect();
    let (binary, start) = (Binary::new(), Instant::now());
    let (next, sum, disks) = (AtomicUsize::new(0), Mutex::new(Sum::default()), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                let ground = Ground::new(binary.is_root());
                disks.fetch_add(usize::from(ground.has_disk()), Ordering::Relaxed);
                while let Some(roles) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    run(&ground, *roles, &binary, &sum);
                }
            });
        }
    });
    let Sum { codes, losses } = sum.into_inner().unwrap();
    eprintln!("{} combinations of {} commands in {:?}: {codes:?}", all.len(), COMMANDS.len(), start.elapsed());
    eprintln!("small disks: {}; where none can be mounted no disk was full", disks.into_inner());
    let mut ways: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (way, said) in &losses {
        ways.entry(way).or_default().push(said);
    }
    for (way, all) in &ways {
        eprintln!("{:5}  {way}, e.g.\n{}", all.len(), all.iter().take(3).copied().collect::<String>());
    }
    let done = |command: &str, code| codes.get(&(command, Some(code))).copied().unwrap_or_default();
    if only.is_none() {
        for command in &COMMANDS[..5] {
            assert!(done(command, 0) * 4 > all.len(), "{command} hardly ever works: {codes:?}");
        }
        assert_eq!(done("new over", 2), all.len(), "a folder that is there stays as it is");
    }
    assert!(losses.is_empty(), "{} losses", losses.len());
}

/// Runs every command with some roles, each on a fresh ground if the one before harmed it.
fn run(ground: &Ground, roles: Roles, binary: &Binary, sum: &Mutex<Sum>) {
    ground.lay(roles);
    let mut ours = Ours::new();
    for command in COMMANDS {
        let (done, harms) = one(ground, roles, command, binary, &mut ours);
        let is_harmed = !harms.is_empty();
        let mut sum = sum.lock().unwrap();
        *sum.codes.entry((command, done.code)).or_default() += 1;
        for (what, path) in harms {
            let places = [("program", roles.program), ("output", roles.output), ("working folder", roles.here)];
            let places = places.map(|(role, folder)| format!("{role}: {}", FOLDERS[folder]));
            let Roles { program, output, here } = roles;
            let said = format!(
                "       LOSSES_ONLY={program},{output},{here} ({})\n         {}\n         $ {} → {:?}\n         {}\n",
                places.join(", "),
                path.display(),
                done.command,
                done.code,
                done.err.trim().escape_debug()
            );
            sum.losses.push((format!("{command}: {what}"), said));
        }
        drop(sum);
        if is_harmed {
            ground.lay(roles);
            ours.clear();
        }
    }
}

/// Runs one command; gives what it did that it may not.
fn one(
    ground: &Ground,
    roles: Roles,
    command: &'static str,
    binary: &Binary,
    ours: &mut Ours,
) -> (Done, Vec<(&'static str, PathBuf)>) {
    let here = ground.named(roles.here).canonicalize().unwrap();
    let program = ground.named(roles.program).canonicalize().unwrap();
    let output = ground.named(roles.output).canonicalize().unwrap();
    let named = |folder| ground.from(roles.here, folder);
    let (target, out) = (named(roles.program), named(roles.output));
    let option = |key: &str, path: PathBuf| -> OsString { [key.as_ref(), path.as_os_str()].join("".as_ref()) };
    let mut targets = Targets::default();
    let arguments: Vec<OsString> = match command {
        "build" => {
            targets.out = Some(output);
            targets.cache = Some(here.join(".prikaz"));
            vec!["build".into(), option("--out=", out), target.into()]
        }
        "check --report" => {
            targets.files = vec![output.join("отчет.json"), output.join("анализ.md")];
            let reports = [("json", "отчет.json"), ("markdown", "анализ.md")];
            let reports = reports.map(|(kind, name)| option(&format!("--report={kind}="), out.join(name)));
            std::iter::once("check".into()).chain(reports).chain([target.into()]).collect()
        }
        "baseline" => {
            targets.files = vec![output.join("приказ.md")];
            vec!["baseline".into(), option("--out=", out.join("приказ.md")), target.into()]
        }
        "check --fix" => {
            targets.mended = Some(program.clone());
            vec!["check".into(), "--fix".into(), target.into()]
        }
        "new" => {
            targets.folder = Some(output.join("новая"));
            vec!["new".into(), out.join("новая").into()]
        }
        _ => vec!["new".into(), out.join(program.file_name().unwrap()).into()],
    };
    let before = ground.nodes();
    let done = binary.run(&here, &arguments, true);
    let after = ground.nodes();
    let is_read = |path: &Path| {
        path.parent() == Some(&program) && SOURCES.iter().any(|name| path.file_name() == Some(name.as_ref()))
    };
    let mut harms = harm(&before, &after, &targets, &is_read, ours);
    if !matches!(done.code, Some(0..=2)) {
        harms.push(("it breaks", here));
    }
    (done, harms)
}
