//! Looks for the next fault: thousands of small changes of programs, and laws that hold whatever is changed.
//!
//! `CHANGES=20000 SEED=7 cargo test --test changes -- --nocapture` tries more and others, `CHANGES_ONLY=123` one alone,
//! whose folder is then left.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may panic and writes its own folders")]
#![allow(clippy::print_stderr, reason = "how much was tried is told")]
#![allow(clippy::too_many_lines, reason = "a kind of change is a table of them")]
#![allow(clippy::unnecessary_debug_formatting, reason = "hostile names are told with their signs seen")]
#![allow(clippy::format_collect, clippy::wildcard_enum_match_arm, reason = "a test reads what it looks for")]

#[path = "changes/command.rs"]
mod command;
#[path = "changes/contents.rs"]
mod contents;
#[path = "changes/encodings.rs"]
mod encodings;
#[path = "changes/exceptions.rs"]
mod exceptions;
#[path = "changes/findings.rs"]
mod findings;
#[path = "changes/folder.rs"]
mod folder;
#[path = "changes/kept.rs"]
mod kept;
#[path = "changes/laws.rs"]
mod laws;
#[path = "changes/links.rs"]
mod links;
#[path = "changes/names.rs"]
mod names;
#[path = "changes/outputs.rs"]
mod outputs;
#[path = "changes/places.rs"]
mod places;
#[path = "changes/random.rs"]
mod random;
#[path = "changes/rights.rs"]
mod rights;
#[path = "changes/scene.rs"]
mod scene;
mod support;
#[path = "changes/words.rs"]
mod words;

use command::Binary;
use laws::Broken;
use random::Random;
use scene::Scene;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

/// The kinds of changes, in the order in which those of a pair are made.
const KINDS: [&str; 8] = ["contents", "exceptions", "encodings", "names", "links", "places", "outputs", "rights"];

/// How often a kind is tried that does not fit a program.
const TRIES: usize = 40;

/// How many faults are told in full.
const TOLD: usize = 60;

/// A change of a seed: one or two kinds, of which some may be left out to find the smallest that breaks a law.
#[derive(Clone, Copy)]
struct Change {
    seed: u64,
    number: u64,
    first: bool,
    second: bool,
    small: bool,
}

/// A change that broke laws.
struct Fault {
    number: u64,
    words: Vec<String>,
    kinds: String,
    broken: Broken,
}

impl Change {
    fn kinds(self) -> (usize, Option<usize>) {
        let mut random = Random::new(self.seed, self.number, 0);
        let first = random.below(KINDS.len());
        let second = random.below(KINDS.len());
        let is_pair = random.chance(45);
        if is_pair { (first.min(second), Some(first.max(second))) } else { (first, None) }
    }

    /// Makes it and holds the laws; gives what was done in words and what broke.
    fn run(self, binary: &Binary) -> (Vec<String>, Vec<Broken>) {
        let (scene, words) = self.scene(binary);
        let mut random = Random::new(self.seed, self.number, 9);
        (words, laws::hold(scene, &mut random, binary))
    }

    fn scene(self, binary: &Binary) -> (Scene, Vec<String>) {
        let (mut scene, base) = Scene::new(&mut Random::new(self.seed, self.number, 1), self.small);
        let mut words = vec![base];
        let (first, second) = self.kinds();
        for (part, kind, wanted) in [(2, Some(first), self.first), (3, second, self.second)] {
            let Some(kind) = kind.filter(|_| wanted) else { continue };
            let mut random = Random::new(self.seed, self.number, part);
            let made = (0..TRIES).find_map(|_| change(kind, &mut scene, &mut random, binary));
            words.extend(made);
        }
        scene.close(binary.is_root());
        (scene, words)
    }

    /// The smallest part of it that breaks the same law in the same way.
    fn smallest(self, broken: &Broken, binary: &Binary) -> Option<(Self, Vec<String>, Broken)> {
        let parts = [(false, false), (true, false), (false, true), (true, true)];
        let all = parts.into_iter().flat_map(|(first, second)| [(first, second, true), (first, second, false)]);
        for (first, second, small) in all {
            let change = Self { first, second, small, ..self };
            if self.kinds().1.is_none() && second {
                continue;
            }
            let (words, found) = change.run(binary);
            if let Some(same) = found.into_iter().find(|found| (found.law, found.what) == (broken.law, broken.what)) {
                return Some((change, words, same));
            }
        }
        None
    }
}

/// Makes a change of a kind; `None` when it does not fit the program.
fn change(kind: usize, scene: &mut Scene, random: &mut Random, binary: &Binary) -> Option<String> {
    match KINDS[kind] {
        "contents" => contents::change(scene, random),
        "exceptions" => exceptions::change(scene, random, binary),
        "encodings" => encodings::change(scene, random),
        "names" => names::change(scene, random),
        "links" => links::change(scene, random),
        "places" => places::change(scene, random),
        "outputs" => outputs::change(scene, random),
        _ => rights::change(scene, random),
    }
}

#[test]
fn small_changes_break_no_law() {
    let asked = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().expect("a number"));
    let (seed, changes, only) = (asked("SEED").unwrap_or(1), asked("CHANGES").unwrap_or(2000), asked("CHANGES_ONLY"));
    let numbers = only.map_or(0..changes, |only| only..only + 1);
    let (binary, start) = (Binary::new(), Instant::now());
    let (next, faults) = (AtomicU64::new(numbers.start), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= numbers.end {
                return;
            }
            let change = Change { seed, number, first: true, second: true, small: false };
            let (words, broken) = change.run(&binary);
            if only.is_some() {
                eprintln!("{words:#?}\n{broken:#?}");
            }
            let mut ways = std::collections::BTreeSet::new();
            for broken in broken {
                if !ways.insert((broken.law, broken.what)) {
                    continue;
                }
                let smallest = if only.is_none() { change.smallest(&broken, &binary) } else { None };
                let (least, words, broken) = smallest.unwrap_or_else(|| (change, words.clone(), broken));
                let (first, second) = least.kinds();
                let kinds: Vec<&str> = [(Some(first), least.first), (second, least.second)]
                    .into_iter()
                    .filter_map(|(kind, is)| kind.filter(|_| is).map(|kind| KINDS[kind]))
                    .collect();
                faults.lock().unwrap().push(Fault { number, words, kinds: kinds.join(" + "), broken });
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(work);
        }
    });
    if !binary.is_root() {
        eprintln!("no root here: files of other owners were not tried");
    }
    let mut faults = faults.into_inner().unwrap();
    faults.sort_by_key(|fault| (fault.broken.law, fault.broken.what, fault.words.len(), fault.number));
    eprintln!("{} changes of seed {seed} in {:?}", numbers.end - numbers.start, start.elapsed());
    tell(seed, &faults);
    assert!(faults.is_empty(), "{} laws broken", faults.len());
}

/// Tells each way of breaking a law with its smallest change, then how often each was met.
fn tell(seed: u64, faults: &[Fault]) {
    let mut ways: BTreeMap<(&str, &str, &str), Vec<&Fault>> = BTreeMap::new();
    for fault in faults {
        ways.entry((fault.broken.law, fault.broken.what, &fault.kinds)).or_default().push(fault);
    }
    let each = if ways.len() > TOLD { 1 } else { 3 };
    for fault in ways.values().flat_map(|same| same.iter().take(each)) {
        let Fault { number, words, broken: Broken { law, what, detail }, .. } = fault;
        eprintln!("— SEED={seed} CHANGES_ONLY={number}: {law}: {what}\n  {}\n{detail}\n", words.join("\n  "));
    }
    for ((law, what, kinds), same) in &ways {
        eprintln!("{:5}  {law}: {what} ({kinds})", same.len());
    }
}
