//! The order in which ECMA-376 (transitional) wants the children of each property element.
//!
//! Word refuses a file whose properties stand in another order, or drops them without a word.

/// The children of a parent in their order, or nothing when the parent is no element whose children need sorting.
pub(crate) fn children_of(parent: &[u8]) -> Option<&'static [&'static str]> {
    Some(match parent {
        b"w:pPr" => &PARAGRAPH,
        b"w:rPr" => &RUN,
        b"w:tblPr" => &TABLE,
        b"w:trPr" => &ROW,
        b"w:tcPr" => &CELL,
        b"w:sectPr" => &SECTION,
        b"w:tblBorders" | b"w:tcBorders" => &BORDERS,
        b"w:pBdr" => &PARAGRAPH_BORDERS,
        b"w:tblCellMar" | b"w:tcMar" => &MARGINS,
        b"w:numPr" => &["w:ilvl", "w:numId"],
        b"w:lvl" => &LEVEL,
        b"w:num" => &["w:abstractNumId", "w:lvlOverride"],
        b"w:style" => &STYLE,
        b"w:settings" => &SETTINGS,
        _ => return None,
    })
}

/// The place of a child among the children of its parent; an unknown child comes last.
pub(super) fn rank(order: &[&str], child: &[u8]) -> usize {
    order.iter().position(|name| name.as_bytes() == child).unwrap_or(order.len())
}

const PARAGRAPH: [&str; 31] = [
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
];

const RUN: [&str; 37] = [
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:smallCaps",
    "w:strike",
    "w:dstrike",
    "w:outline",
    "w:shadow",
    "w:emboss",
    "w:imprint",
    "w:noProof",
    "w:snapToGrid",
    "w:vanish",
    "w:webHidden",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:em",
    "w:lang",
    "w:specVanish",
];

const TABLE: [&str; 15] = [
    "w:tblStyle",
    "w:tblpPr",
    "w:tblOverlap",
    "w:bidiVisual",
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
];

const ROW: [&str; 10] = [
    "w:cnfStyle",
    "w:gridBefore",
    "w:gridAfter",
    "w:wBefore",
    "w:wAfter",
    "w:cantSplit",
    "w:trHeight",
    "w:tblHeader",
    "w:tblCellSpacing",
    "w:jc",
];

const CELL: [&str; 11] = [
    "w:cnfStyle",
    "w:tcW",
    "w:gridSpan",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:noWrap",
    "w:tcMar",
    "w:textDirection",
    "w:tcFitText",
    "w:vAlign",
];

const SECTION: [&str; 13] = [
    "w:headerReference",
    "w:footerReference",
    "w:footnotePr",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:pgBorders",
    "w:lnNumType",
    "w:pgNumType",
    "w:cols",
    "w:vAlign",
    "w:titlePg",
    "w:docGrid",
];

const BORDERS: [&str; 8] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV", "w:tl2br", "w:tr2bl"];

const PARAGRAPH_BORDERS: [&str; 5] = ["w:top", "w:left", "w:bottom", "w:right", "w:between"];

const MARGINS: [&str; 4] = ["w:top", "w:left", "w:bottom", "w:right"];

const LEVEL: [&str; 8] = ["w:start", "w:numFmt", "w:lvlRestart", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"];

const STYLE: [&str; 11] = [
    "w:name",
    "w:basedOn",
    "w:next",
    "w:link",
    "w:uiPriority",
    "w:semiHidden",
    "w:unhideWhenUsed",
    "w:qFormat",
    "w:pPr",
    "w:rPr",
    "w:tblPr",
];

const SETTINGS: [&str; 10] = [
    "w:zoom",
    "w:defaultTabStop",
    "w:autoHyphenation",
    "w:characterSpacingControl",
    "w:footnotePr",
    "w:compat",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:decimalSymbol",
    "w:listSeparator",
];
