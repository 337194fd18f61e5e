//! What holds for every part of every paper.

use super::fixture;
use super::xml::Element;
use crate::write::docx::{order, parts};

fn xml_parts() -> Vec<(String, String)> {
    let parts = parts(&fixture::paper()).0.into_iter().filter(|part| !part.path.contains("media/"));
    parts.map(|part| (part.path, String::from_utf8(part.bytes.to_vec()).unwrap())).collect()
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    let mut sorted = 0;
    for (path, xml) in xml_parts() {
        let root = Element::parse(&xml);
        for parent in root.all() {
            let Some(order) = order::children_of(parent.name.as_bytes()) else { continue };
            let ranks: Vec<usize> =
                parent.children.iter().map(|child| order::rank(order, child.name.as_bytes())).collect();
            assert!(ranks.is_sorted(), "{path}: {parent:?}");
            assert!(ranks.iter().all(|rank| *rank < order.len()), "{path}: {parent:?}");
            sorted += 1;
        }
    }
    assert!(sorted > 1000, "{sorted}");
}

#[test]
fn nothing_that_spoils_a_paper_in_word_is_written() {
    let forbidden = [
        "updateFields",
        "asciiTheme",
        "eastAsiaTheme",
        "useFELayout",
        "balanceSingleByteDoubleByteWidth",
        "paraId",
        "w:type=\"pct\"",
        "w:type=\"auto\"",
        "\"justified\"",
        "dcterms:",
        "MS Mincho",
        "Calibri",
    ];
    for (path, xml) in xml_parts() {
        for word in forbidden {
            assert!(!xml.contains(word), "{path}: {word}");
        }
        assert!(xml.chars().all(|character| !character.is_control() || matches!(character, '\n')), "{path}");
    }
}

#[test]
fn every_font_is_times_new_roman() {
    for (_, xml) in xml_parts() {
        for fonts in Element::parse(&xml).named("w:rFonts") {
            let names: Vec<&str> = fonts.attributes.iter().map(|(_, name)| name.as_str()).collect();
            assert_eq!(names, ["Times New Roman"; 4]);
        }
    }
}

#[test]
fn every_relationship_that_is_used_is_there_and_its_target_too() {
    let all = xml_parts();
    let paths: Vec<String> = parts(&fixture::paper()).0.into_iter().map(|part| part.path).collect();
    let mut used = 0;
    for (path, xml) in &all {
        let Some(name) = path.strip_prefix("word/") else { continue };
        let relations = all.iter().find(|(other, _)| *other == format!("word/_rels/{name}.rels"));
        let relations = relations.map(|(_, xml)| Element::parse(xml)).unwrap_or_default();
        let known: Vec<&str> = relations.children.iter().map(|relation| relation.attribute("Id")).collect();
        for element in Element::parse(xml).all() {
            for (key, value) in &element.attributes {
                if matches!(key.as_str(), "r:id" | "r:embed") {
                    assert!(known.contains(&value.as_str()), "{path}: {value}");
                    used += 1;
                }
            }
        }
        for relation in relations.children {
            let target = relation.attribute("Target");
            if relation.attribute("TargetMode") == "External" {
                assert!(!target.contains([' ', '<', '>']), "{target}");
            } else {
                assert!(paths.contains(&format!("word/{target}")), "{target}");
            }
        }
    }
    assert!(used >= 9, "{used}");
}

#[test]
fn every_part_has_a_content_type() {
    let all = xml_parts();
    let types = Element::parse(&all[0].1);
    let named: Vec<&str> = types.named("Override").iter().map(|entry| entry.attribute("PartName")).collect();
    for (path, _) in &all[1..] {
        assert!(path.contains("_rels/") || named.contains(&format!("/{path}").as_str()), "{path}");
    }
    let parts = all.iter().filter(|(path, _)| !path.contains("_rels/")).count() - 1;
    assert_eq!(named.len(), parts);
}
