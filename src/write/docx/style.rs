//! Looks: `styles.xml`, with one named style for each style of the tree.
//!
//! Sizes, indents and gaps are here and nowhere else, so that an office can change its papers in Word by changing
//! a style. Distances are twips (567 to the centimetre), sizes are half points.

use std::collections::BTreeSet;
use std::fmt::Write;

use quick_xml::escape::escape;

use super::ledger::{Setting, Surroundings};
use super::section::text_width;
use crate::document::{self, Orientation, PageNumber, Style};

/// The namespace of all parts under `word/`.
pub(super) const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// The paragraph of a point's height that Word wants after a table.
pub(super) const SPACER: &str = "Spacer";
/// The second and later lines of a post above the name of who signs.
pub(super) const SIGNATURE_CONTINUED: &str = "SignatureContinued";
/// The text of a link.
pub(super) const HYPERLINK: &str = "Hyperlink";
/// The number of a note.
pub(super) const FOOTNOTE_REFERENCE: &str = "FootnoteReference";

/// The empty line between two tables, and between a table and the text after it.
pub(super) const TABLE_GAP: &str = "TableGap";

/// The mark of an appendix on a page on its side.
const APPENDIX_MARK_LYING: &str = "AppendixMarkLying";
/// The mark of approval on a page on its side.
const APPROVAL_MARK_LYING: &str = "ApprovalMarkLying";
/// The line of date and number on a page on its side.
const REQUISITES_LYING: &str = "RequisitesLying";
/// The signature on a page on its side.
const SIGNATURE_LYING: &str = "PaperSignatureLying";
/// A paragraph of a list in a cell.
const TABLE_LIST_ITEM: &str = "TableListItem";
/// The cells and their lists in a table that is set in the smaller size.
const SMALL_HEAD: &str = "TableHeadSmall";
const SMALL_CELL: &str = "TableCellSmall";
const SMALL_GROUP: &str = "TableGroupSmall";
const SMALL_LIST_ITEM: &str = "TableListItemSmall";

/// The size of a table whose words would not fit into its columns otherwise, in half points.
pub(super) const SMALL_SIZE: usize = 20;

/// The id of a style in `styles.xml`.
pub(super) fn id(style: Style) -> &'static str {
    match style {
        Style::Body => "Body",
        Style::Title => "PaperTitle",
        Style::Heading1 => "Heading1",
        Style::Heading2 => "Heading2",
        Style::Heading3 => "Heading3",
        Style::Letterhead => "Letterhead",
        Style::LetterheadAddress => "LetterheadAddress",
        Style::DocumentKind => "DocumentKind",
        Style::Requisites => "Requisites",
        Style::CornerRequisites => "CornerRequisites",
        Style::OrderHeading => "OrderHeading",
        Style::Resolution => "Resolution",
        Style::Item => "Item",
        Style::Subitem => "Subitem",
        Style::AppendixMark => "AppendixMark",
        Style::ApprovalMark => "ApprovalMark",
        Style::Signature => "PaperSignature",
        Style::VisaHead => "VisaHead",
        Style::Visa => "Visa",
        Style::Executor => "Executor",
        Style::DraftMark => "DraftMark",
        Style::TitlePageFoot => "TitlePageFoot",
        Style::Caption => "TableCaption",
        Style::ListItem => "ListItem",
        Style::TableHead => "TableHead",
        Style::TableCell => "TableCell",
        Style::TableGroup => "TableGroup",
        Style::Footnote => "NoteText",
    }
}

/// The id of a style where it stands: text of a list or of a note is smaller in a cell or at the foot of the page,
/// and what stands at the right margin has a longer way to it on a page on its side.
pub(super) fn id_in(style: Style, setting: Setting) -> &'static str {
    match (style, setting.surroundings) {
        (Style::AppendixMark, Surroundings::Page) if setting.lies() => APPENDIX_MARK_LYING,
        (Style::ApprovalMark, Surroundings::Page) if setting.lies() => APPROVAL_MARK_LYING,
        (Style::Requisites, Surroundings::Page) if setting.lies() => REQUISITES_LYING,
        (Style::Signature, Surroundings::Page) if setting.lies() => SIGNATURE_LYING,
        (Style::TableHead, _) if setting.small => SMALL_HEAD,
        (Style::TableCell, _) if setting.small => SMALL_CELL,
        (Style::TableGroup, _) if setting.small => SMALL_GROUP,
        (Style::ListItem, Surroundings::Cell | Surroundings::NoteCell) if setting.small => SMALL_LIST_ITEM,
        (Style::ListItem, Surroundings::Cell | Surroundings::NoteCell) => TABLE_LIST_ITEM,
        (Style::Body | Style::ListItem, Surroundings::Note) => id(Style::Footnote),
        _ => id(style),
    }
}

/// The size of running text, in half points.
pub(super) fn body_size(look: &document::Look) -> usize {
    look.size as usize * 2
}

/// The size of tables, in half points.
pub(super) fn table_size(look: &document::Look) -> usize {
    look.table_size as usize * 2
}

/// The size of Times New Roman that is as wide as this size of the paper's font. Other fonts are not measured, but
/// most are wider.
pub(super) fn measured_size(look: &document::Look, size: usize) -> usize {
    if look.font == document::Look::USUAL_FONT { size } else { size * 115 / 100 }
}

/// The name of the font as it stands in XML.
pub(super) fn font(look: &document::Look) -> String {
    escape(super::inline::printable(&look.font)).into_owned()
}

/// Puts the sizes and distances of a look in their places: `{body}` and the like.
fn filled(styles: &str, look: &document::Look) -> String {
    let upright = text_width(Orientation::Portrait, look);
    let lying = text_width(Orientation::Landscape, look);
    let number = match look.page_number {
        PageNumber::TopCenter | PageNumber::BottomCenter => "center",
        PageNumber::TopRight => "right",
    };
    let places = [
        ("{number}", number.to_owned()),
        ("{body}", body_size(look).to_string()),
        ("{kind}", (body_size(look) + 4).to_string()),
        ("{table}", table_size(look).to_string()),
        ("{small}", SMALL_SIZE.to_string()),
        ("{middle}", (upright / 2).to_string()),
        ("{right}", upright.to_string()),
        ("{lying middle}", (lying / 2).to_string()),
        ("{lying right}", lying.to_string()),
        ("{mark}", (upright - MARK).to_string()),
        ("{lying mark}", (lying - MARK).to_string()),
        ("{heading}", (upright - HEADING).to_string()),
        // The name of the font comes last: what stands in it is no place.
        ("{font}", font(look)),
    ];
    places.iter().fold(styles.to_owned(), |styles, (place, value)| styles.replace(place, value))
}

/// The width of the mark of an appendix, in twips: 7.5 cm.
const MARK: usize = 4252;
/// The longest line of a heading in the corner layout, in twips: 9 cm.
const HEADING: usize = 5103;

/// Whether a text is a language tag that can stand in an id.
pub(super) fn is_language(tag: &str) -> bool {
    !tag.is_empty() && tag.len() <= 20 && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// The id of the character style of a language.
pub(super) fn language_id(tag: &str) -> String {
    format!("Language-{tag}")
}

/// The part `styles.xml`, with a character style for each language other than Russian.
pub(super) fn part(look: &document::Look, languages: &BTreeSet<String>) -> String {
    let mut xml = String::from(super::package::DECLARATION);
    write!(xml, "<w:styles {NAMESPACE}>{DEFAULTS}").expect("a string takes all that is written");
    for style in Style::ALL {
        own(&mut xml, style);
    }
    xml.push_str(OTHERS);
    for tag in languages {
        let id = language_id(tag);
        write!(
            xml,
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"Язык {tag}\"/>\
             <w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:lang w:val=\"{tag}\"/></w:rPr></w:style>"
        )
        .expect("a string takes all that is written");
    }
    xml.push_str("</w:styles>");
    filled(&xml, look)
}

fn own(xml: &mut String, style: Style) {
    let id = id(style);
    let heading = matches!(style, Style::Heading1 | Style::Heading2 | Style::Heading3);
    // Word knows its headings by English names: the navigation pane and tables of contents need them.
    let name = if heading { style.name().replace("Заголовок", "heading") } else { style.name().to_owned() };
    let name = escape(&name);
    let custom = if heading { "" } else { " w:customStyle=\"1\"" };
    let next = if heading || matches!(style, Style::Title | Style::OrderHeading) { self::id(Style::Body) } else { id };
    let Look { paragraph, run } = look(style);
    write!(
        xml,
        "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
    .expect("a string takes all that is written");
}

/// The properties of a style, in the order of the schema.
struct Look {
    paragraph: &'static str,
    run: &'static str,
}

const BOLD: &str = "<w:b/><w:bCs/>";
const BOLD_TABLE: &str = r#"<w:b/><w:bCs/><w:sz w:val="{table}"/><w:szCs w:val="{table}"/>"#;
const SIZE_TABLE: &str = r#"<w:sz w:val="{table}"/><w:szCs w:val="{table}"/>"#;
const SIZE_10: &str = r#"<w:sz w:val="20"/><w:szCs w:val="20"/>"#;

/// Running text and items: justified, the first line indented by 1.25 cm.
const RUNNING: &str = r#"<w:spacing w:line="276" w:lineRule="auto"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>"#;

fn look(style: Style) -> Look {
    let (paragraph, run) = match style {
        Style::Body | Style::Item | Style::Subitem | Style::ListItem => (RUNNING, ""),
        Style::Title => (
            r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="280"/><w:contextualSpacing/><w:jc w:val="center"/>"#,
            BOLD,
        ),
        Style::Heading1 => (
            r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="280" w:after="140"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#,
            BOLD,
        ),
        Style::Heading2 => (
            r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="200" w:after="100"/><w:ind w:firstLine="709"/><w:outlineLvl w:val="1"/>"#,
            BOLD,
        ),
        Style::Heading3 => (
            r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="140" w:after="60"/><w:ind w:firstLine="709"/><w:outlineLvl w:val="2"/>"#,
            "<w:b/><w:bCs/><w:i/><w:iCs/>",
        ),
        Style::Letterhead => (r#"<w:keepLines/><w:jc w:val="center"/>"#, BOLD),
        Style::LetterheadAddress => (r#"<w:keepLines/><w:jc w:val="center"/>"#, SIZE_10),
        Style::DocumentKind => (
            r#"<w:keepNext/><w:spacing w:before="280" w:after="280"/><w:jc w:val="center"/>"#,
            r#"<w:b/><w:bCs/><w:sz w:val="{kind}"/><w:szCs w:val="{kind}"/>"#,
        ),
        Style::CornerRequisites => (
            r#"<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:after="280"/><w:contextualSpacing/><w:jc w:val="center"/>"#,
            "",
        ),
        Style::Requisites => (
            r#"<w:tabs><w:tab w:val="center" w:pos="{middle}"/><w:tab w:val="right" w:pos="{right}"/></w:tabs><w:spacing w:after="280"/><w:contextualSpacing/>"#,
            "",
        ),
        // The longest line of a heading in the corner layout is 8 to 9 cm.
        Style::OrderHeading => (
            r#"<w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="280"/><w:ind w:right="{heading}"/><w:contextualSpacing/>"#,
            BOLD,
        ),
        Style::Resolution => (r#"<w:keepNext/><w:spacing w:before="140" w:after="140"/>"#, BOLD),
        Style::AppendixMark | Style::ApprovalMark => (
            r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="280"/><w:ind w:left="{mark}"/><w:contextualSpacing/>"#,
            "",
        ),
        Style::Signature => (
            r#"<w:keepLines/><w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs><w:suppressAutoHyphens/><w:spacing w:before="840"/>"#,
            "",
        ),
        Style::VisaHead => (r#"<w:keepNext/><w:keepLines/><w:spacing w:before="560" w:after="60"/>"#, SIZE_TABLE),
        // Post to 6.5 cm, then the blanks, the name at the right margin.
        Style::Visa => (
            r#"<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="3800"/><w:tab w:val="right" w:pos="{right}"/></w:tabs><w:suppressAutoHyphens/><w:spacing w:before="120"/>"#,
            SIZE_TABLE,
        ),
        Style::Executor => ("<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>", SIZE_10),
        Style::DraftMark => (r#"<w:keepNext/><w:spacing w:after="140"/><w:jc w:val="right"/>"#, BOLD),
        Style::TitlePageFoot => (r#"<w:jc w:val="center"/>"#, ""),
        Style::Caption => {
            (r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="200" w:after="80"/>"#, "")
        }
        Style::TableHead => (r#"<w:keepNext/><w:suppressAutoHyphens/><w:jc w:val="center"/>"#, BOLD_TABLE),
        Style::TableCell => ("", SIZE_TABLE),
        Style::TableGroup => {
            (r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:jc w:val="center"/>"#, BOLD_TABLE)
        }
        Style::Footnote => (r#"<w:jc w:val="both"/>"#, SIZE_10),
    };
    Look { paragraph, run }
}

/// The defaults of the paper, and the styles that Word expects in every file.
const DEFAULTS: &str = concat!(
    r#"<w:docDefaults><w:rPrDefault><w:rPr>"#,
    r#"<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>"#,
    r#"<w:sz w:val="{body}"/><w:szCs w:val="{body}"/><w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/>"#,
    r#"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"#,
    r#"<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
    r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>"#,
    r#"<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>"#,
    r#"<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>"#,
    r#"<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>"#,
    r#"<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
);

/// Styles that no template names.
const OTHERS: &str = concat!(
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableListItem">"#,
    r#"<w:name w:val="Таблица, пункт списка"/><w:basedOn w:val="TableCell"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeadSmall">"#,
    r#"<w:name w:val="Таблица, мелкая, шапка"/><w:basedOn w:val="TableHead"/>"#,
    r#"<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableCellSmall">"#,
    r#"<w:name w:val="Таблица, мелкая, ячейка"/><w:basedOn w:val="TableCell"/>"#,
    r#"<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableGroupSmall">"#,
    r#"<w:name w:val="Таблица, мелкая, раздел"/><w:basedOn w:val="TableGroup"/>"#,
    r#"<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableListItemSmall">"#,
    r#"<w:name w:val="Таблица, мелкая, пункт списка"/><w:basedOn w:val="TableCellSmall"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureContinued">"#,
    r#"<w:name w:val="Подпись, продолжение"/><w:basedOn w:val="PaperSignature"/>"#,
    r#"<w:pPr><w:spacing w:before="0"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="PaperSignatureLying">"#,
    r#"<w:name w:val="Подпись, альбомный лист"/><w:basedOn w:val="PaperSignature"/><w:pPr><w:tabs>"#,
    r#"<w:tab w:val="clear" w:pos="{right}"/><w:tab w:val="right" w:pos="{lying right}"/></w:tabs></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="RequisitesLying">"#,
    r#"<w:name w:val="Дата и номер, альбомный лист"/><w:basedOn w:val="Requisites"/><w:pPr><w:tabs>"#,
    r#"<w:tab w:val="clear" w:pos="{middle}"/><w:tab w:val="center" w:pos="{lying middle}"/>"#,
    r#"<w:tab w:val="clear" w:pos="{right}"/><w:tab w:val="right" w:pos="{lying right}"/></w:tabs></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="AppendixMarkLying">"#,
    r#"<w:name w:val="Отметка о приложении, альбомный лист"/><w:basedOn w:val="AppendixMark"/>"#,
    r#"<w:pPr><w:ind w:left="{lying mark}"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="ApprovalMarkLying">"#,
    r#"<w:name w:val="Гриф утверждения, альбомный лист"/><w:basedOn w:val="ApprovalMark"/>"#,
    r#"<w:pPr><w:ind w:left="{lying mark}"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableGap"><w:name w:val="После таблицы"/>"#,
    r#"<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Spacer"><w:name w:val="Промежуток"/>"#,
    r#"<w:basedOn w:val="Normal"/><w:semiHidden/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>"#,
    r#"<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>"#,
    r#"<w:uiPriority w:val="99"/><w:pPr><w:jc w:val="{number}"/></w:pPr>"#,
    r#"<w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Header"/>"#,
    r#"<w:uiPriority w:val="99"/></w:style>"#,
    r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>"#,
    r#"<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>"#,
    r#"<w:rPr><w:color w:val="auto"/><w:u w:val="none"/></w:rPr></w:style>"#,
    r#"<w:style w:type="character" w:styleId="FollowedHyperlink"><w:name w:val="FollowedHyperlink"/>"#,
    r#"<w:basedOn w:val="Hyperlink"/><w:uiPriority w:val="99"/>"#,
    r#"<w:rPr><w:color w:val="auto"/><w:u w:val="none"/></w:rPr></w:style>"#,
    r#"<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>"#,
    r#"<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>"#,
    r#"<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"#,
);
