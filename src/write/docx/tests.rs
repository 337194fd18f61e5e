//! The paper with everything in it, looked at part by part: the complaints that users of generators have.

mod fixture;
mod laws;
mod xml;

use std::collections::BTreeSet;

use crate::document::{
    Block, Cell, Document, List, Look, Marker, Orientation, PageNumber, Row, RowKind, Section, Style, Table,
};
use xml::Element;

/// The root of a part of the paper with everything in it.
fn part(path: &str) -> Element {
    part_of(&fixture::paper(), path)
}

fn part_of(document: &Document, path: &str) -> Element {
    let part = super::parts(document).0.into_iter().find(|part| part.path == path).unwrap();
    Element::parse(std::str::from_utf8(&part.bytes).unwrap())
}

fn paper_of(blocks: Vec<Block>) -> Document {
    let section = Section { orientation: Orientation::Portrait, blocks };
    Document { title: String::new(), author: String::new(), look: Look::default(), sections: vec![section] }
}

#[test]
fn the_same_tree_gives_the_same_bytes_again_and_in_parallel() {
    let once = super::write(&fixture::paper());
    let threads: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(|| (0..5).map(|_| super::write(&fixture::paper())).collect::<BTreeSet<_>>()))
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), BTreeSet::from([once.clone()]));
    }
}

#[test]
fn the_zip_begins_with_the_types_and_has_no_clock_and_no_folders() {
    let bytes = super::write(&fixture::paper());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert_eq!(names[..2], ["[Content_Types].xml", "_rels/.rels"]);
    for index in 0..archive.len() {
        let file = archive.by_index(index).unwrap();
        assert!(file.is_file());
        let stored = ["docProps/core.xml", "docProps/custom.xml"].contains(&file.name());
        let method = if stored { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        assert_eq!(file.compression(), method);
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT));
    }
}

#[test]
fn a_paper_is_sealed_until_any_part_of_it_is_changed_added_or_lost() {
    let paper = super::write(&fixture::paper());
    assert!(super::is_sealed(&paper));
    let parts = super::parts(&fixture::paper()).0;
    let again = |parts: &[super::Part]| super::is_sealed(&super::package::zip(parts, None));
    assert!(again(&parts), "how it is deflated is nothing to the seal");
    for index in 0..parts.len() {
        let mut changed = parts.clone();
        changed[index].bytes = [&*changed[index].bytes, b" "].concat().into();
        assert!(!again(&changed), "{}", parts[index].path);
        let mut renamed = parts.clone();
        renamed[index].path.push('x');
        assert!(!again(&renamed), "{}", parts[index].path);
        let mut lost = parts.clone();
        lost.remove(index);
        assert!(!again(&lost), "{}", parts[index].path);
    }
    for other in [&b""[..], b"PK", &paper[..paper.len() - 30], "приказ".as_bytes()] {
        assert!(!super::is_sealed(other));
    }
}

#[test]
fn the_zip_says_on_every_system_that_the_same_one_made_it() {
    let bytes = super::write(&fixture::paper());
    let entries: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    let archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    assert_eq!(entries.len(), archive.len());
    for at in entries {
        // «Version made by»: the version, then the system, which is Unix.
        assert_eq!(bytes[at + 5], 3);
    }
}

#[test]
fn head_rows_and_no_others_are_repeated() {
    let document = part("word/document.xml");
    let tables = document.named("w:tbl");
    let roadmap = tables.iter().max_by_key(|table| table.children_named("w:tr").len()).unwrap();
    let repeated: Vec<bool> =
        roadmap.children_named("w:tr").iter().map(|row| !row.named("w:tblHeader").is_empty()).collect();
    assert_eq!(repeated.len(), 62);
    assert_eq!(repeated.iter().filter(|repeated| **repeated).count(), 2);
    assert!(repeated[0] && repeated[1]);
    // The heads of the tables within cells of the three passports.
    assert_eq!(document.named("w:tblHeader").len(), 2 + 3);
}

#[test]
fn all_rows_but_divisible_ones_stay_whole() {
    let document = part("word/document.xml");
    let rows = document.named("w:tr");
    let divisible = rows.iter().filter(|row| row.named("w:cantSplit").is_empty()).count();
    // One in each of the five groups of the roadmap, and the rows of three passports, one with a table within.
    assert_eq!(divisible, 5 + 3 * 5);
}

#[test]
fn group_rows_stay_with_the_next_row() {
    let document = part("word/document.xml");
    let groups: Vec<&Element> =
        document.named("w:p").into_iter().filter(|paragraph| paragraph.style() == "TableGroup").collect();
    assert_eq!(groups.len(), 5);
    assert!(groups.iter().all(|group| !group.named("w:keepNext").is_empty()));
}

#[test]
fn tables_are_as_wide_as_the_text_and_rows_as_their_grid() {
    let document = part("word/document.xml");
    let mut widths = Vec::new();
    for table in document.named("w:tbl") {
        let grid = table.children_named("w:tblGrid")[0].children_named("w:gridCol");
        let sum: usize = grid.iter().map(|column| column.number("w:w")).sum();
        for row in table.children_named("w:tr") {
            let property = |cell: &Element| cell.children_named("w:tcPr")[0].clone();
            let cells: Vec<Element> = row.children_named("w:tc").into_iter().map(property).collect();
            assert_eq!(cells.iter().map(|cell| cell.named("w:tcW")[0].number("w:w")).sum::<usize>(), sum);
            let spans =
                cells.iter().map(|cell| cell.named("w:gridSpan").first().map_or(1, |span| span.number("w:val")));
            assert_eq!(spans.sum::<usize>(), grid.len());
        }
        widths.push(sum);
    }
    assert_eq!(widths.iter().filter(|width| **width == 14570).count(), 1);
    assert_eq!(widths.iter().filter(|width| **width == 9638).count(), 1 + 3);
}

#[test]
fn merged_cells_go_on_in_each_row_they_cover() {
    let document = part("word/document.xml");
    let merges = document.named("w:vMerge");
    let count = |value: &str| merges.iter().filter(|merge| merge.attribute("w:val") == value).count();
    assert_eq!(count("restart"), 4 + 5 * 5);
    assert_eq!(count("continue"), count("restart"));
}

#[test]
fn every_cell_ends_with_a_paragraph_and_no_tables_touch() {
    let document = part("word/document.xml");
    for cell in document.named("w:tc") {
        assert_eq!(cell.children.last().unwrap().name, "w:p");
    }
    let body = &document.children[0];
    assert!(!body.children.windows(2).any(|pair| pair[0].name == "w:tbl" && pair[1].name != "w:p"));
}

#[test]
fn each_list_has_a_numbering_of_its_own_that_begins_anew() {
    let document = part("word/document.xml");
    let numbering = part("word/numbering.xml");
    let used: BTreeSet<&str> = document.named("w:numId").iter().map(|id| id.attribute("w:val")).collect();
    let lists = numbering.named("w:num");
    assert_eq!(used.len(), 5 + 3 * 2);
    assert_eq!(lists.len(), used.len());
    let starts: Vec<&str> =
        lists.iter().map(|list| list.named("w:startOverride")[0].attribute("w:val")).take(5).collect();
    assert_eq!(starts, ["1", "1", "1", "1", "5"]);
}

#[test]
fn pages_keep_their_header_and_only_the_first_has_none() {
    let document = part("word/document.xml");
    let sections = document.named("w:sectPr");
    assert_eq!(sections.len(), 4);
    for (index, section) in sections.iter().enumerate() {
        let size = section.named("w:pgSz")[0];
        let lying = index == 2;
        assert_eq!(size.number("w:w") > size.number("w:h"), lying);
        assert_eq!(size.attribute("w:orient") == "landscape", lying);
        assert_eq!(section.named("w:titlePg").len(), usize::from(index == 0));
        let header = section.children_named("w:headerReference")[0];
        assert_eq!((header.attribute("w:type"), header.attribute("r:id")), ("default", "rIdHeader"));
    }
}

#[test]
fn page_breaks_belong_to_the_next_block_and_leave_no_empty_page() {
    let document = part("word/document.xml");
    assert_eq!(document.named("w:pageBreakBefore").len(), 2);
    assert!(document.named("w:br").iter().all(|line| line.attribute("w:type") != "page"));
}

#[test]
fn a_signature_takes_what_stands_above_it_to_its_page() {
    let document = part("word/document.xml");
    let blocks = &document.children[0].children;
    let signatures: Vec<usize> = (0..blocks.len()).filter(|index| blocks[*index].style() == "PaperSignature").collect();
    assert_eq!(signatures.len(), 3);
    for index in signatures {
        assert_eq!(blocks[index - 1].named("w:keepNext").len(), 1, "{}", blocks[index - 1].whole_text());
    }
}

#[test]
fn visas_stand_together_and_the_executor_at_the_foot_of_their_page() {
    let visa = || fixture::text(Style::Visa, "Директор\t____\tА. А. Петров");
    let executor = fixture::text(Style::Executor, "Климова Е. С.");
    let paper = paper_of(vec![visa(), visa(), executor, Block::PageBreak, fixture::text(Style::Body, "Приложение")]);
    let document = part_of(&paper, "word/document.xml");
    let blocks = &document.children[0].children;
    let of = |name: &str| blocks[..5].iter().map(|block| block.named(name).len()).collect::<Vec<_>>();
    let styles: Vec<&str> = blocks[..5].iter().map(Element::style).collect();
    assert_eq!(styles, ["Visa", "Visa", "Executor", "Spacer", "Body"]);
    assert_eq!(of("w:keepNext"), [1, 1, 0, 0, 0]);
    assert_eq!(of("w:framePr"), [0, 0, 1, 0, 0]);
    assert_eq!(of("w:pageBreakBefore"), [0, 0, 0, 0, 1]);
}

#[test]
fn notes_have_their_numbers_and_their_links() {
    let notes = part("word/footnotes.xml");
    let ids: Vec<&str> = notes.named("w:footnote").iter().map(|note| note.attribute("w:id")).collect();
    assert_eq!(ids, ["-1", "0", "1", "2"]);
    assert_eq!(notes.named("w:footnoteRef").len(), 2);
    assert_eq!(part("word/document.xml").named("w:footnoteReference").len(), 2);
    assert!(notes.whole_text().contains("(внутренняя сноска)"));
    assert!(notes.named("w:p").iter().skip(2).all(|paragraph| paragraph.style() == "NoteText"));
}

#[test]
fn a_picture_says_what_it_shows() {
    let document = part("word/document.xml");
    let picture = document.named("wp:docPr")[0];
    assert_eq!(picture.attribute("descr"), "Герб «Краснинского» района & \"области\"");
    let extent = document.named("wp:extent")[0];
    assert_eq!((extent.number("cx"), extent.number("cy")), (20 * 36_000 * 20 / 24, 20 * 36_000));
}

#[test]
fn title_and_author_are_the_documents() {
    let core = part("docProps/core.xml");
    assert_eq!(core.named("dc:title")[0].text, fixture::paper().title);
    assert_eq!(core.named("dc:creator")[0].text, fixture::paper().author);
}

#[test]
fn every_style_of_the_tree_is_in_the_paper_and_no_other_is_used() {
    let styles = part("word/styles.xml");
    let names: Vec<&str> =
        styles.named("w:style").iter().map(|style| style.named("w:name")[0].attribute("w:val")).collect();
    for style in Style::ALL {
        let heading = style.name().replace("Заголовок ", "heading ");
        assert!(names.contains(&style.name()) || names.contains(&heading.as_str()), "{style:?}");
    }
    let ids: BTreeSet<&str> = styles.named("w:style").iter().map(|style| style.attribute("w:styleId")).collect();
    assert_eq!(ids.len(), names.len());
    for path in ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/styles.xml"] {
        let part = part(path);
        for reference in ["w:pStyle", "w:rStyle", "w:basedOn", "w:next"] {
            for style in part.named(reference) {
                assert!(ids.contains(style.attribute("w:val")), "{}", style.attribute("w:val"));
            }
        }
    }
}

#[test]
fn an_empty_tree_is_a_paper_with_an_empty_page() {
    let document = part_of(&paper_of(Vec::new()), "word/document.xml");
    assert_eq!(document.named("w:p").len(), 1);
    assert_eq!(document.named("w:sectPr").len(), 1);
}

#[test]
fn breaks_and_tabs_within_a_text_are_kept() {
    let document = part_of(&paper_of(vec![fixture::text(Style::Body, "один\nдва\tтри")]), "word/document.xml");
    let run = document.named("w:r")[0];
    let names: Vec<&str> = run.children.iter().map(|child| child.name.as_str()).collect();
    assert_eq!(names, ["w:t", "w:br", "w:t", "w:tab", "w:t"]);
}

#[test]
fn a_list_of_a_hundred_items_in_a_cell_has_room_for_its_numbers() {
    for (count, room) in [(99, 340), (100, 567)] {
        let items = vec![vec![fixture::text(Style::ListItem, "слово")]; count];
        let list = Block::List(List { marker: Marker::Period(1), items });
        let row = Row { kind: RowKind::Divisible, cells: vec![Cell::new(vec![list])] };
        let table = Table { columns: Vec::new(), head_rows: 0, rows: vec![row], ruled: true };
        let paper = paper_of(vec![Block::Table(table)]);
        let numbering = part_of(&paper, "word/numbering.xml");
        let id = numbering.named("w:num")[0].named("w:abstractNumId")[0].attribute("w:val").to_owned();
        let kinds = numbering.named("w:abstractNum");
        let kind = kinds.iter().find(|kind| kind.attribute("w:abstractNumId") == id).unwrap();
        assert_eq!(kind.named("w:ind")[0].number("w:hanging"), room);
    }
}

#[test]
fn date_and_number_reach_the_margin_of_a_page_on_its_side() {
    let mut paper = paper_of(vec![fixture::text(Style::Requisites, "2 августа 2021 г.")]);
    paper.sections[0].orientation = Orientation::Landscape;
    assert_eq!(part_of(&paper, "word/document.xml").named("w:pStyle")[0].attribute("w:val"), "RequisitesLying");
}

#[test]
fn the_look_of_a_page_is_in_its_styles_margins_and_footer() {
    let look = Look {
        font: "Шрифт & Ко".to_owned(),
        size: 13,
        table_size: 11,
        left_margin_mm: 20,
        page_number: PageNumber::BottomCenter,
    };
    let document = Document { look, ..fixture::paper() };
    let styles = part_of(&document, "word/styles.xml");
    let defaults = styles.named("w:rPrDefault")[0];
    assert_eq!(defaults.named("w:rFonts")[0].attribute("w:ascii"), "Шрифт & Ко");
    assert_eq!(defaults.named("w:sz")[0].attribute("w:val"), "26");
    let style =
        |id: &str| styles.named("w:style").into_iter().find(|style| style.attribute("w:styleId") == id).unwrap();
    assert_eq!(style("TableCell").named("w:sz")[0].attribute("w:val"), "22");
    let ends: Vec<&str> =
        style("PaperSignatureLying").named("w:tab").iter().map(|tab| tab.attribute("w:pos")).collect();
    assert_eq!(ends, ["10205", "15137"]);
    let body = part_of(&document, "word/document.xml");
    for section in body.named("w:sectPr") {
        assert_eq!(section.named("w:pgMar")[0].attribute("w:left"), "1134");
        assert_eq!(section.named("w:footerReference")[0].attribute("r:id"), "rIdHeader");
        assert!(section.named("w:headerReference").is_empty());
    }
    assert_eq!(part_of(&document, "word/footer1.xml").named("w:pStyle")[0].attribute("w:val"), "Footer");
    let parts: Vec<String> = super::parts(&document).0.into_iter().map(|part| part.path).collect();
    assert!(parts.iter().all(|path| !path.contains("header")), "{parts:?}");
    assert!(
        super::parts(&document).0.iter().all(|part| !String::from_utf8_lossy(&part.bytes).contains("Times New Roman"))
    );
}

proptest::proptest! {
    #[test]
    fn any_text_comes_back_from_the_paper(text in "[^\n\t\u{ad}\u{2011}]*") {
        let document = part_of(&paper_of(vec![fixture::text(Style::Body, &text)]), "word/document.xml");
        proptest::prop_assert_eq!(document.whole_text(), super::inline::printable(&text));
    }
}
