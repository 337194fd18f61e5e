//! Text to tree: drives the parser's events and stops at the first fault of syntax.

use super::offsets::Offsets;
use super::tree::Tree;
use super::{Kind, Node, syntax};
use crate::diagnostic::{FileId, Finding, Findings, Place};
use saphyr_parser::{Event, Parser};

/// The tree of a YAML file whose root is a mapping; what is wrong with it goes to the findings.
pub fn parse(file: FileId, text: &str, findings: &mut Findings) -> Option<Node> {
    let mut tree = Tree::new(file, text);
    let stop = build(file, text, &mut tree);
    let Ok(root) = tree.finish(findings, stop.is_none()) else { return None };
    if let Some(stop) = stop {
        findings.push(stop);
        return None;
    }
    let start = Place::new(file, 0, 0);
    let Some(root) = root else {
        findings.push(Finding::error("empty-file", start, "файл пуст"));
        return None;
    };
    let found = match &root.kind {
        Kind::Mapping(_) => return Some(root),
        Kind::Null => {
            findings.push(Finding::error("empty-file", start, "файл пуст"));
            return None;
        }
        Kind::Sequence(_) => "список",
        Kind::Scalar(_) => "сплошной текст",
    };
    let help = if root.text().is_some_and(|text| text.contains(':')) {
        "поставьте после двоеточия пробел: «срок: 2021»"
    } else {
        "начните файл с ключа, например «программа:», а остальное сдвиньте под него"
    };
    let message = format!("файл должен состоять из строк «ключ: значение», а здесь {found}");
    findings.push(Finding::error("not-a-mapping", root.place, message).help(help));
    None
}

/// Feeds the tree; gives the finding that made it stop.
fn build(file: FileId, text: &str, tree: &mut Tree) -> Option<Finding> {
    let mut offsets = Offsets::new(text);
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = offsets.byte(error.marker().index());
                return Some(syntax::finding(file, text, error.info(), at, &tree.surroundings()));
            }
        };
        let (start, end) = (offsets.byte(span.start.index()), offsets.byte(span.end.index()));
        let step = match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return Some(several_documents(Place::new(file, start, end)));
                }
                Ok(())
            }
            Event::Alias(anchor) => tree.alias(anchor, start, end),
            Event::Scalar(value, style, anchor, tag) => {
                tree.scalar(value.into_owned(), style, (start, end), anchor, tag.is_some())
            }
            Event::SequenceStart(anchor, tag) => tree.open_sequence(start, anchor, tag.is_some()),
            Event::MappingStart(anchor, tag) => tree.open_mapping(start, anchor, tag.is_some()),
            Event::SequenceEnd | Event::MappingEnd => tree.close(start, end),
        };
        if let Err(stop) = step {
            return Some(stop);
        }
    }
    None
}

fn several_documents(place: Place) -> Finding {
    Finding::error("several-documents", place, "строка «---» начинает в файле второй документ")
        .help("удалите эту строку: в файле может быть только один документ")
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
