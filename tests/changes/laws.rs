//! The laws, held for one scene: what may be written (a), check and build agree (b), drafts are marked (c), no finding
//! goes by a file that is not read (d), both formats print the same words (e), no run breaks (f), nothing that cannot be
//! used passes in silence (g).

use super::command::{Binary, Done};
use super::findings::{Report, lines, told};
use super::folder::{Nodes, nodes, put};
use super::kept::{Ours, Targets, harm};
use super::random::Random;
use super::scene::{Scene, Step};
use super::words::{differences, of_docx, of_markdown};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A law that was broken.
#[derive(Debug)]
pub struct Broken {
    pub law: &'static str,
    pub what: &'static str,
    pub detail: String,
}

/// Files that no program names and nobody reads.
const UNREAD: [&str; 13] = [
    "README.md",
    "заметки.txt",
    "черновик.md",
    "фото.jpg",
    "~$приказ.docx",
    ".DS_Store",
    "desktop.ini",
    ".gitkeep",
    "старое/заметки.md",
    "данные.csv",
    "письмо.eml",
    ".черновик.md",
    "out.txt",
];

struct Session<'a> {
    scene: Scene,
    binary: &'a Binary,
    now: Nodes,
    /// What the user had and what was read of it.
    sources: Nodes,
    ours: Ours,
    broken: Vec<Broken>,
}

/// Runs the commands on a scene and holds the laws.
pub fn hold(scene: Scene, random: &mut Random, binary: &Binary) -> Vec<Broken> {
    let now = nodes(&scene.root);
    let mut session = Session { scene, binary, sources: now.clone(), now, ours: Ours::new(), broken: Vec::new() };
    session.run_all(random);
    session.broken
}

impl Session<'_> {
    fn run_all(&mut self, random: &mut Random) {
        let checked = self.run("check", &["--format", "json", "--no-baseline"], &Targets::default());
        let report = Report::parse(&checked.out).filter(|_| matches!(checked.code, Some(0 | 1)));
        if report.is_none() && matches!(checked.code, Some(0 | 1)) {
            self.breaks("b", "the JSON report is none", &checked, "");
        }
        self.told(&checked, report.as_ref());
        let text = self.run("check", &["--no-baseline"], &Targets::default());
        self.agree(&checked, report.as_ref(), &text);
        self.other_format(report.as_ref(), random);
        let before = self.now.clone();
        let built = self.build();
        self.built(&checked, report.as_ref(), &text, &built);
        self.drafts(report.as_ref(), &built, &before);
        self.words(&built, &before);
        self.unread(report.as_ref(), random);
        let mut steps = self.scene.steps.clone();
        let here = self.scene.here.clone();
        for (percent, step) in [
            (12, Step::Fix),
            (8, Step::Report(vec![("json", here.join("отчет.json")), ("protocol", here.join("протокол.docx"))])),
            (8, Step::Baseline(here.join("prikaz.baseline.json"))),
            (6, Step::New(here.join("новая"))),
            (8, Step::Edit(random.below(8))),
        ] {
            if random.chance(percent) {
                steps.push(step);
            }
        }
        for step in steps {
            self.step(&step);
        }
    }

    /// Runs a command with the paths of the scene; holds a and f.
    fn run(&mut self, command: &str, options: &[&str], targets: &Targets) -> Done {
        let mut arguments: Vec<OsString> = vec![command.into()];
        arguments.extend(options.iter().map(OsString::from));
        if command != "new" {
            // What begins with a dash is a path all the same.
            arguments.push("--".into());
            arguments.extend(self.scene.targets());
        }
        let done = self.binary.run(&self.scene.here, &arguments, self.scene.nobody);
        let after = nodes(&self.scene.root);
        let sources = &self.sources;
        let program = real(&self.scene.program);
        let read = |path: &Path| {
            let is_kind =
                path.extension().is_some_and(|own| own == "yaml" || own == "yml" || own == "md" || own == "png");
            let out = path.components().any(|part| part.as_os_str() == "out");
            path.starts_with(&program) && is_kind && !out && sources.contains_key(path)
        };
        let harms = harm(&self.now, &after, targets, &read, &mut self.ours);
        self.now = after;
        for (what, path) in harms {
            self.breaks("a", what, &done, &format!("{}", path.display()));
        }
        self.whole(&done, options);
        done
    }

    fn breaks(&mut self, law: &'static str, what: &'static str, done: &Done, detail: &str) {
        let clip = |text: &str| -> String {
            let lines: Vec<&str> = text.lines().collect();
            let tail = lines.len().saturating_sub(6);
            lines[tail..].iter().map(|line| format!("    {}\n", line.escape_debug())).collect()
        };
        let code = done.code.map_or("a signal".to_owned(), |code| code.to_string());
        let detail = format!("  {detail}\n  $ {} → {code}\n{}{}", done.command, clip(&done.out), clip(&done.err));
        self.broken.push(Broken { law, what, detail });
    }

    /// f: an exit code of ours, and nothing on the terminal but text.
    fn whole(&mut self, done: &Done, options: &[&str]) {
        match done.code {
            Some(0..=2) => {}
            Some(101) => self.breaks("f", "a panic", done, ""),
            Some(_) => self.breaks("f", "an exit code that is none of ours", done, ""),
            None => self.breaks("f", "a signal or no end", done, &format!("{:?}", done.signal)),
        }
        let is_json = options.contains(&"json");
        for text in [&done.out, &done.err] {
            if let Some(letter) = text.chars().find(|letter| is_raw(*letter)) {
                self.breaks("f", "a raw control character is printed", done, &letter.escape_unicode().to_string());
            }
            // «::: file» is how a report names a further file.
            let is_command = |line: &str| {
                let name = line.trim_start().strip_prefix("::");
                name.is_some_and(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
                    || line.contains("##[")
            };
            if !options.contains(&"github") && !is_json && text.lines().any(is_command) {
                self.breaks("f", "a line is a command of a CI service", done, "");
            }
        }
    }

    /// g: what cannot be used is told.
    fn told(&mut self, checked: &Done, report: Option<&Report>) {
        let is_silent = report.is_some_and(|report| report.findings.is_empty());
        if let Some(told) = self.scene.told.filter(|_| is_silent) {
            self.breaks("g", "nothing is said of what is not used", checked, told);
        }
    }

    /// b: the report for people counts what JSON counts.
    fn agree(&mut self, checked: &Done, report: Option<&Report>, text: &Done) {
        if checked.code != text.code {
            self.breaks("b", "check ends otherwise in JSON than in text", text, &format!("JSON: {:?}", checked.code));
        }
        if let Some(report) = report
            && told(&text.out) != Some(report.counts)
        {
            self.breaks("b", "text and JSON count otherwise", text, &format!("{:?}", report.counts));
        }
    }

    fn other_format(&mut self, report: Option<&Report>, random: &mut Random) {
        let format = random.pick(&["concise", "github", "gitlab", "sarif", "junit", "markdown"]);
        let done = self.run("check", &["--no-baseline", "--format", format], &Targets::default());
        let Some(report) = report else { return };
        let counts = match format {
            "concise" => lines(&done.out, [": ошибка [", ": предупреждение [", ": замечание ["]),
            "github" => lines(&done.out, ["::error ", "::warning ", "::notice "]),
            "sarif" => lines(&done.out, ["\"level\": \"error\"", "\"level\": \"warning\"", "\"level\": \"note\""]),
            _ => return,
        };
        // SARIF names the usual levels of all rules as well.
        let agrees = if format == "sarif" {
            counts.iter().zip(report.counts).all(|(said, count)| *said >= count)
        } else {
            counts == report.counts
        };
        if !agrees {
            self.breaks("b", "a format counts otherwise than JSON", &done, &format!("{counts:?}, {:?}", report.counts));
        }
    }

    fn build(&mut self) -> Done {
        let mut options = vec!["--format", "docx,md"];
        let out = self.scene.out.clone();
        let named = out.as_ref().map(|out| format!("--out={}", out.to_string_lossy()));
        options.extend(named.as_deref());
        let targets = self.targets();
        self.run("build", &options, &targets)
    }

    /// What a build may write.
    fn targets(&self) -> Targets {
        let cache = self.scene.here.join(".prikaz");
        let is_link = cache.is_symlink();
        Targets { out: Some(real(&self.scene.out())), cache: (!is_link).then(|| real(&cache)), ..Targets::default() }
    }

    /// b: what check says build says.
    fn built(&mut self, checked: &Done, report: Option<&Report>, text: &Done, built: &Done) {
        match (checked.code, built.code) {
            (Some(2), code) if code != Some(2) => {
                self.breaks("b", "build works where check cannot", built, &format!("check: {}", checked.err));
            }
            (Some(0 | 1), Some(2)) => {
                // An old paper that may not be read cannot be told from one that somebody changed.
                let why = ["не удалось записать", "не удалось прочитать", "ссылк", "папк", "файл"];
                if !why.iter().any(|word| built.err.contains(word)) {
                    self.breaks("b", "build cannot where check works", built, "");
                }
            }
            (Some(code @ (0 | 1)), Some(other)) if code != other => {
                self.breaks("b", "build ends otherwise than check", built, &format!("check: {code}"));
            }
            _ => {}
        }
        let Some(report) = report.filter(|report| !report.findings.is_empty() && built.code != Some(2)) else { return };
        let (said, told) = (text.out.trim(), built.err.trim());
        if !told.contains(said) {
            let line = said.lines().find(|line| !told.contains(line)).unwrap_or_default();
            let detail = format!("{:?}; not told by build: {line}", report.counts);
            self.breaks("b", "build does not say what check says", built, &detail);
        }
    }

    /// c: papers are marked exactly when their program has errors.
    fn drafts(&mut self, report: Option<&Report>, built: &Done, before: &Nodes) {
        let Some(report) = report.filter(|_| matches!(built.code, Some(0 | 1))) else { return };
        for (path, bytes) in self.papers(before) {
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            let mut own = report.programs.iter().filter(|(program, _)| {
                let above = Path::new(program).parent().and_then(Path::file_name);
                report.programs.len() == 1 || above.is_some_and(|above| *above == *folder)
            });
            let (Some((_, errors)), None) = (own.next(), own.next()) else { continue };
            let is_docx = path.extension().is_some_and(|extension| extension == "docx");
            let text = if is_docx { of_docx(&bytes) } else { Some(of_markdown(&String::from_utf8_lossy(&bytes))) };
            let Some(text) = text else {
                self.breaks("c", "a paper cannot be read", built, &path.display().to_string());
                continue;
            };
            if text.is_draft != (*errors > 0) {
                let detail = format!("{} with {errors} errors: {}", path.display(), text.is_draft);
                self.breaks("c", "a paper is marked otherwise than the program deserves", built, &detail);
            }
        }
    }

    /// The papers that the program wrote since then.
    fn papers(&self, before: &Nodes) -> Vec<(PathBuf, Vec<u8>)> {
        let own = self.ours.iter().filter(|(path, _)| {
            let name = path.to_string_lossy();
            (name.ends_with(".docx") || name.ends_with(".md")) && before.get(*path) != self.now.get(*path)
        });
        own.map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect()
    }

    /// e: both formats print the same words.
    fn words(&mut self, built: &Done, before: &Nodes) {
        let papers: BTreeMap<PathBuf, Vec<u8>> = self.papers(before).into_iter().collect();
        for (path, bytes) in &papers {
            let Some(markdown) = papers.get(&path.with_extension("md")) else { continue };
            if path.extension().is_none_or(|own| own != "docx") {
                continue;
            }
            let Some(first) = of_docx(bytes) else { continue };
            let second = of_markdown(&String::from_utf8_lossy(markdown));
            let differences = differences(&first, &second);
            if !differences.is_empty() {
                let detail = format!("{}: {}", path.file_name().unwrap().to_string_lossy(), differences.join(" "));
                self.breaks("e", "DOCX and Markdown print other words", built, &detail);
                return;
            }
        }
    }

    /// d: a file that nobody reads hides no finding.
    fn unread(&mut self, report: Option<&Report>, random: &mut Random) {
        let Some(report) = report else { return };
        let folder = random.of(&[self.scene.program.clone(), self.scene.region.clone()]).clone();
        let path = folder.join(random.pick(&UNREAD));
        if path.exists() || !folder.exists() {
            return;
        }
        put(&path, "ничьё\n");
        if self.scene.nobody && self.binary.is_root() {
            let nobody = Some(super::command::NOBODY);
            let _ = std::os::unix::fs::chown(&path, nobody, nobody);
        }
        self.now = nodes(&self.scene.root);
        let again = self.run("check", &["--format", "json", "--no-baseline"], &Targets::default());
        let detail = path.display().to_string();
        match Report::parse(&again.out) {
            Some(now) => {
                let gone = report.missing_in(&now);
                if !gone.is_empty() {
                    let detail = format!("{detail}: {}", gone.join("; "));
                    self.breaks("d", "a finding goes by a file that is not read", &again, &detail);
                }
            }
            None => self.breaks("d", "a file that is not read stops the check", &again, &detail),
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Fix => {
                let mended = Targets { mended: Some(real(&self.scene.program)), ..Targets::default() };
                self.run("check", &["--fix", "--no-baseline"], &mended);
                let again = self.run("check", &["--fix", "--no-baseline"], &mended);
                if matches!(again.code, Some(0 | 1)) && !again.err.contains("исправлено: 0") {
                    self.breaks("f", "a second --fix finds more to mend", &again, "");
                }
                self.sources = self.now.clone();
            }
            Step::Report(reports) => {
                let named: Vec<String> = reports
                    .iter()
                    .map(|(kind, path)| {
                        format!("--report={kind}={}", self.scene.named_from_here(path).to_string_lossy())
                    })
                    .collect();
                let options: Vec<&str> = named.iter().map(String::as_str).collect();
                let files: Vec<PathBuf> = reports.iter().map(|(_, path)| place(path)).collect();
                let same = reports.len() > 1 && files.iter().all(|file| *file == files[0]);
                let done = self.run("check", &options, &Targets { files: files.clone(), ..Targets::default() });
                if same && done.code != Some(2) {
                    self.breaks("a", "of two reports on one file one is lost", &done, "");
                }
            }
            Step::Baseline(path) => {
                let out = format!("--out={}", self.scene.named_from_here(path).to_string_lossy());
                self.run("baseline", &[&out], &Targets { files: vec![place(path)], ..Targets::default() });
            }
            Step::New(path) => {
                let name = self.scene.named_from_here(path).to_string_lossy().into_owned();
                let folder = (!path.exists()).then(|| place(path));
                self.run("new", &["--", &name], &Targets { folder, ..Targets::default() });
            }
            Step::Edit(number) => {
                let out = real(&self.scene.out());
                let is_paper = |path: &&PathBuf| {
                    path.starts_with(&out) && path.extension().is_some_and(|own| own == "docx" || own == "md")
                };
                let papers: Vec<PathBuf> = self.ours.keys().filter(is_paper).cloned().collect();
                let Some(path) = papers.get(number % papers.len().max(1)) else { return };
                put(path, format!("правлено руками, {number}\n"));
                self.now = nodes(&self.scene.root);
                self.build();
                self.build();
            }
            Step::Rebuild => {
                if let Some(main) = self.scene.main() {
                    let text = fs::read_to_string(&main).unwrap_or_default();
                    put(&main, text.replace("развития", "повышения"));
                }
                self.now = nodes(&self.scene.root);
                self.sources = self.now.clone();
                self.build();
            }
        }
    }
}

/// The place of a file in its folder without links: a link in its own place is no way to another file.
fn place(path: &Path) -> PathBuf {
    path.parent().map_or_else(|| path.to_owned(), |folder| real(folder).join(path.file_name().unwrap_or_default()))
}

/// A path without links, as far as it is there.
pub fn real(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    for above in path.ancestors() {
        if let Ok(real) = above.canonicalize() {
            let mut whole = real;
            for part in rest.iter().rev() {
                match part {
                    std::path::Component::ParentDir => {
                        whole.pop();
                    }
                    part => whole.push(part),
                }
            }
            return whole;
        }
        if let Ok(target) = fs::read_link(above) {
            let target = above.parent().unwrap_or(above).join(target);
            return rest.iter().rev().fold(real(&target), |whole, part| whole.join(part));
        }
        rest.extend(above.components().next_back());
    }
    path.to_owned()
}

fn is_raw(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2066}'..='\u{2069}').contains(&letter)
}
