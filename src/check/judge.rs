//! From what was found to what is said: levels, choices of the command line, exceptions.

use super::lost::lost;
use super::structure::{Structure, Weight, weight};
use super::waiting::Lack;
use super::{RULES, names};
use crate::diagnostic::{Files, Finding, Findings, nearest};
use crate::model::Exception;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// What the command line asks of a check.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The standard instead of that of the program.
    pub standard: Option<String>,
    /// Weights of rules over all others.
    pub levels: BTreeMap<String, Weight>,
    /// The only rules wanted; all when empty.
    pub select: Vec<String>,
    /// The rules not wanted.
    pub ignore: Vec<String>,
    /// Whether exceptions are left aside.
    pub no_exceptions: bool,
    /// The day by which exceptions expire.
    pub today: Option<Date>,
}

/// Judges the findings of one program, phase after phase.
#[derive(Debug)]
pub struct Judge<'a> {
    structure: &'a Structure,
    wishes: &'a Wishes,
    lack: Lack,
    /// How many findings wait until all is read.
    waiting: usize,
    exceptions: Vec<Held<'a>>,
    expired: Vec<&'a Exception>,
    /// Exceptions for what nobody may silence, with what it means.
    powerless: Vec<(&'a Exception, &'static str)>,
    /// How many findings an exception covers.
    pub excused: usize,
}

/// An exception that has not expired.
#[derive(Debug)]
struct Held<'a> {
    exception: &'a Exception,
    /// The words of its place as they are compared.
    words: Option<String>,
    /// Whether it covered a finding.
    used: bool,
}

impl<'a> Judge<'a> {
    /// A judge who has seen nothing yet.
    pub fn new(structure: &'a Structure, exceptions: &'a [Exception], wishes: &'a Wishes, lack: Lack) -> Self {
        let exceptions = if wishes.no_exceptions { &[] } else { exceptions };
        let over = |exception: &&Exception| match (&exception.until, wishes.today) {
            (Some(until), Some(today)) => until.date < today,
            _ => false,
        };
        let powerless =
            exceptions.iter().filter_map(|exception| Some((exception, lost(&exception.rule.value)?))).collect();
        let strong = exceptions.iter().filter(|exception| lost(&exception.rule.value).is_none());
        let (expired, holding): (Vec<_>, Vec<_>) = strong.partition(over);
        let held = |exception: &'a Exception| {
            let words = exception.where_.as_ref().map(|place| normal(&place.value));
            Held { exception, words, used: false }
        };
        let exceptions = holding.into_iter().map(held).collect();
        Self { structure, wishes, lack, waiting: 0, exceptions, expired, powerless, excused: 0 }
    }

    /// Gives each finding its level and leaves those that are to be said.
    pub fn judge(&mut self, findings: &mut Findings, files: &Files) {
        let Wishes { levels, select, ignore, .. } = self.wishes;
        let [select, ignore] = [select, ignore].map(|rules| rules.iter().map(String::as_str).collect::<BTreeSet<_>>());
        findings.narrow(files);
        findings.retain(|finding| {
            let rule = RULES.iter().any(|rule| rule.name == finding.name);
            let chosen = select.is_empty() || select.contains(finding.name);
            let given = levels.get(finding.name).copied().or_else(|| self.structure.weight(finding.name));
            if let Some(Weight::At(level)) = given {
                finding.level = level;
            }
            !rule || (chosen && given != Some(Weight::Off) && !ignore.contains(finding.name))
        });
        // Only what would be said can wait.
        findings.retain(|finding| {
            let waits = self.lack.delays(finding.name);
            self.waiting += usize::from(waits);
            !waits
        });
        findings.sort();
        findings.retain(|finding| {
            let said = OnceCell::new();
            let mut excused = false;
            for held in self.exceptions.iter_mut().filter(|held| held.exception.rule.value == finding.name) {
                if held.covers(finding, said.get_or_init(|| said_of(finding, files)), files) {
                    held.used = true;
                    excused = true;
                }
            }
            self.excused += usize::from(excused);
            !excused
        });
    }

    /// What is to be said of the exceptions themselves, once all phases were judged.
    pub fn of_exceptions(&self) -> Findings {
        let mut findings = Findings::default();
        for exception in &self.expired {
            let until = exception.until.as_ref();
            let message = format!("исключение действовало до {}", until.map_or("", |until| &until.text));
            let finding =
                Finding::warning("expired-exception", until.map_or(exception.place, |date| date.place), message);
            findings.push(finding.help("исправьте то, что было оставлено, или назначьте новый срок"));
        }
        for (exception, meaning) in &self.powerless {
            let message = format!("исключение для «{}» не действует: {meaning}", exception.rule.value);
            let finding = Finding::warning("powerless-exception", exception.place, message);
            findings.push(finding.help("исправьте само место, а исключение удалите"));
        }
        for Held { exception, .. } in self.exceptions.iter().filter(|held| !held.used) {
            let rule = exception.rule.value.as_str();
            let message = format!("исключение для «{rule}» ничего не исключает");
            let finding = Finding::warning("unused-exception", exception.place, message);
            let near = nearest(rule, names()).filter(|near| *near != rule);
            findings.push(match near.filter(|_| !names().contains(&rule)) {
                Some(near) => finding.help(format!("возможно, имелось в виду правило «{near}»")),
                None => finding.help("удалите исключение или поправьте слова в «место»"),
            });
        }
        if !self.wishes.select.is_empty() || !self.wishes.ignore.is_empty() {
            // Rules that were not asked for leave their exceptions unused.
            findings.retain(|finding| finding.name != "unused-exception");
        }
        findings.retain(|finding| !self.lack.delays(finding.name));
        findings.extend(self.lack.note(self.waiting));
        findings
    }
}

impl Held<'_> {
    /// Whether it means a finding of its rule that says this: by words of its text or message or by its file.
    fn covers(&self, finding: &Finding, said: &[String; 3], files: &Files) -> bool {
        let (Some(words), Some(written)) = (&self.words, &self.exception.where_) else { return true };
        let path = finding.place.map_or("", |place| files.get(place.file).path.as_str());
        let file = path.strip_suffix(&written.value).is_some_and(|above| above.is_empty() || above.ends_with('/'));
        file || said.iter().any(|text| text.contains(words))
    }
}

/// What an exception may name of a finding: the marked words, their line, the message.
fn said_of(finding: &Finding, files: &Files) -> [String; 3] {
    let marked = finding.place.map_or("", |place| files.text(place));
    let line = finding.place.map_or("", |place| files.get(place.file).line(place.start as usize));
    [marked, line, &finding.message].map(normal)
}

/// Lower case, single spaces, without the signs of Markdown and quotes.
fn normal(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || "*_\\\"".contains(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The level and rule of `rule=level`.
///
/// # Errors
/// What is wrong with it, one Russian line.
pub fn rule_level(written: &str) -> Result<(String, Weight), String> {
    let (rule, word) = written.split_once('=').ok_or("нужно ПРАВИЛО=УРОВЕНЬ, например missing-unit=ошибка")?;
    let weight = weight(word.trim()).ok_or("уровни: ошибка, предупреждение, замечание, выключено")?;
    Ok((rule_name(rule.trim())?, weight))
}

/// The name of a rule that exists.
///
/// # Errors
/// What is wrong with it, one Russian line.
pub fn rule_name(written: &str) -> Result<String, String> {
    if names().contains(&written) {
        return Ok(written.to_owned());
    }
    match nearest(written, names()) {
        Some(near) => Err(format!("правила «{written}» нет; возможно, имелось в виду «{near}»")),
        None => Err(format!("правила «{written}» нет; имена печатает команда prikaz rules")),
    }
}
