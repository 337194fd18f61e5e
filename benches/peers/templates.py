"""Templates for docxtpl and docxtemplater and the reference documents of pandoc, made from three papers of prikaz.

    python templates.py PAPERS TEMPLATES

PAPERS is the folder with приказ.docx, паспорт.docx and дорожная-карта.docx of one municipality. Its texts give way to
tags; styles, widths, borders, pages and headers stay, so that all tools begin with the same.
"""

import copy
import pathlib
import sys

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from view import PASSPORT


class Docxtpl:
    """Tags of docxtpl: a loop over paragraphs or rows stands in a paragraph or row of its own."""

    name = "docxtpl"
    item = "{{ item }}"

    def value(self, key):
        return "{{ %s }}" % key

    def field(self, key):
        return "{{ item.%s }}" % key

    def paragraphs(self, key):
        return "{%%p for item in %s %%}" % key, "{%p endfor %}"

    def rows(self, group, measure):
        tags = "{%tr for group in sections %}", "{%tr for item in group.measures %}", "{%tr endfor %}", "{%tr endfor %}"
        opening, inner, closing, last = (copy.deepcopy(group) for _ in tags)
        for row, tag in zip((opening, inner, closing, last), tags):
            put(cells(row)[0], tag)
        put(cells(group)[0], "{{ group.number }} {{ group.caption }}")
        for cell, key in zip(cells(measure), ("number", "text", "due", "who", "result")):
            put(cell, self.field(key))
        return [opening, group, inner, measure, closing, last]


class Docxtemplater:
    """Tags of docxtemplater: a loop over rows begins in their first cell and ends in their last one."""

    name = "docxtemplater"
    item = "{.}"

    def value(self, key):
        return "{%s}" % key

    field = value

    def paragraphs(self, key):
        return "{#%s}" % key, "{/%s}" % key

    def rows(self, group, measure):
        put(cells(group)[0], "{#sections}{number} {caption}")
        texts = "{#measures}{number}", "{text}", "{due}", "{who}", "{result}{/measures}{/sections}"
        for cell, text in zip(cells(measure), texts):
            put(cell, text)
        return [group, measure]


def cells(row):
    return [Paragraph(tc.p_lst[0], None) for tc in row.tc_lst]


def put(paragraph, text):
    """Changes the text of a paragraph, which becomes one run."""
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = text


def loop(tags, key, paragraphs, text):
    """Leaves one paragraph of many and puts the tags of a loop around it."""
    first, opening, closing = paragraphs[0], *(copy.deepcopy(paragraphs[0]._p) for _ in range(2))
    for paragraph in paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    first._p.addprevious(opening)
    first._p.addnext(closing)
    put(first, text)
    for element, tag in zip((opening, closing), tags.paragraphs(key)):
        put(Paragraph(element, None), tag)


def order(paper, tags):
    styles = {}
    for paragraph in paper.paragraphs:
        styles.setdefault(paragraph.style.style_id.replace("Subitem", "Item"), []).append(paragraph)
    loop(tags, "letterhead", styles["Letterhead"], tags.item)
    loop(tags, "address", styles["LetterheadAddress"], tags.item)
    put(styles["Requisites"][0], "\t".join(map(tags.value, ("date", "city", "orderNumber"))))
    put(styles["OrderHeading"][0], tags.value("heading"))
    put(styles["Body"][0], tags.value("preamble"))
    loop(tags, "items", styles["Item"], f"{tags.field('number')} {tags.field('text')}")
    put(styles["PaperSignature"][0], "\t".join(map(tags.value, ("post", "person"))))
    paper.core_properties.title = tags.value("heading")


def passport(paper, tags):
    for (key, _), row in zip(PASSPORT, paper.tables[0].rows, strict=True):
        loop(tags, key, row.cells[1].paragraphs, tags.item)


def roadmap(paper, tags):
    title = next(paragraph for paragraph in paper.paragraphs if paragraph.style.style_id == "PaperTitle")
    put(title, tags.value("title"))
    head, group, measure, *rest = paper.tables[0]._tbl.tr_lst
    for row in (group, measure, *rest):
        row.getparent().remove(row)
    head.getparent().extend(tags.rows(group, measure))
    paper.core_properties.title = tags.value("title")


def reference(paper):
    """Makes a reference document: pandoc takes styles, page and headers from it, its tables have the style Table."""
    for name in ("Compact", "First Paragraph", "Body Text"):
        style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paper.styles["Normal"]
        style.font.size = Pt(12)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{85 if side in ("left", "right") else 28}" w:type="dxa"/>' for side in sides[:4])
    paper.styles.element.append(parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
        f'<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        "</w:style>"))
    for element in list(paper.element.body):
        if element.tag != qn("w:sectPr"):
            paper.element.body.remove(element)
    return paper


def main(papers, templates):
    makers = {"приказ": order, "паспорт": passport, "дорожная-карта": roadmap}
    for name, make in makers.items():
        for tags in (Docxtpl(), Docxtemplater()):
            paper = docx.Document(papers / f"{name}.docx")
            make(paper, tags)
            paper.core_properties.author = ""
            target = templates / tags.name / f"{name}.docx"
            target.parent.mkdir(parents=True, exist_ok=True)
            paper.save(target)
        (templates / "pandoc").mkdir(exist_ok=True)
        reference(docx.Document(papers / f"{name}.docx")).save(templates / "pandoc" / f"{name}.docx")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
