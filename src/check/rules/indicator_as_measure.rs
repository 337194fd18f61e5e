//! A measure that names what is to come out of it instead of what is done.

use super::super::rule::{Found, Rule};
use super::super::subject::Subject;
use super::super::text::words::words;
use crate::diagnostic::Level;
use crate::document::block_text;

pub const RULE: Rule = Rule {
    name: "indicator-as-measure",
    level: Level::Warning,
    wants: &[],
    page: include_str!("indicator_as_measure.md"),
    check,
};

/// First words of a change.
const CHANGE: [&str; 8] =
    ["увеличение", "снижение", "сокращение", "уменьшение", "рост", "повышение", "прирост", "доведение"];

/// Words of what is counted.
const COUNTED: [&str; 6] = ["доли", "процента", "числа", "количества", "численности", "удельного"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for measure in subject.measures() {
        let text = block_text(&measure.text.blocks);
        let words: Vec<String> = words(&text).take(2).map(|word| word.text.to_lowercase()).collect();
        let [first, second] = words.as_slice() else { continue };
        if first == "доля" || (CHANGE.contains(&first.as_str()) && COUNTED.contains(&second.as_str())) {
            let message = format!("«{first} {second} …» – это показатель, а не мероприятие: не сказано, что будет сделано");
            let help = "напишите, что делают, а это перенесите в «показатели» или в «результат» мероприятия";
            found.push(found.at(measure.text.place, message).help(help));
        }
    }
}
