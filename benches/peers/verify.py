"""Compares the papers of one municipality with those of prikaz: the same paragraphs, the same rows of the same cells.

    python verify.py PRIKAZ TOOL…

Each argument is a folder with приказ.docx, паспорт.docx and дорожная-карта.docx. Prints which share of the order's
paragraphs and of the tables' rows a tool has, and the first ones that differ. Spaces are left out and dashes and quotes
count as equal whatever their kind, for prikaz corrects them («г.Ефремов», «ШНСУ .Справка») and its peers do not; numbers
which Word itself gives to a list are in no text. `page` tells if the papers have the same pages, a page number in the
header, none on the first page, and if the roadmap repeats its head.
"""

import pathlib
import re
import sys
from itertools import zip_longest

import docx
from docx.oxml.ns import qn

PAPERS = ["приказ", "паспорт", "дорожная-карта"]


def plain(text):
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"[«»„“”]", '"', text))
    return re.sub(r"\s+", "", text)


def paragraphs(paper):
    texts = (plain(paragraph.text) for paragraph in paper.paragraphs)
    return [text for text in texts if text]


def rows(paper):
    """Rows as lists of cells, a cell as a list of paragraphs; a cell over many columns is one."""
    def cell(tc):
        texts = (plain("".join(node.text or "" for node in p.iter(qn("w:t")))) for p in tc.iter(qn("w:p")))
        return [text for text in texts if text]

    return [[cell(tc) for tc in row.tc_lst] for table in paper.tables for row in table._tbl.tr_lst]


def page(papers):
    """What pages the papers have: (width, height, margins, page number, first page without it), and the roadmap's head."""
    def of(paper):
        section = paper.sections[0]
        header = section.header._element.xml
        first = section.first_page_header._element.xml if section.different_first_page_header_footer else "PAGE"
        sizes = section.page_width, section.page_height, section.left_margin, section.top_margin, section.right_margin
        return (*(round(size.pt) for size in sizes), "PAGE" in header, "PAGE" not in first)

    head = papers[2].tables[0]._tbl.tr_lst[0]
    return [of(paper) for paper in papers], head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def compare(wanted, got, differences):
    """How many of the wanted lines are there at their places; what differs is added to the differences."""
    pairs = list(zip_longest(wanted, got))
    differences += [(a, b) for a, b in pairs if a != b]
    return f"{sum(a == b for a, b in pairs)}/{len(pairs)}"


def main(folders):
    read = [[docx.Document(folder / f"{name}.docx") for name in PAPERS] for folder in folders]
    wanted = read[0]
    print("| tool | order: paragraphs | passport: rows | roadmap: rows | titles | page |")
    print("| --- | --- | --- | --- | --- | --- |")
    differences = {}
    for folder, papers in zip(folders[1:], read[1:]):
        tool = folder.parent.name
        found = differences.setdefault(tool, [])
        shares = [
            compare(paragraphs(wanted[0]), paragraphs(papers[0]), found),
            compare(rows(wanted[1]), rows(papers[1]), found),
            compare(rows(wanted[2]), rows(papers[2]), found),
            compare(*(paragraphs(a) + paragraphs(b) for _, a, b in (wanted, papers)), found),
            "yes" if page(wanted) == page(papers) else f"no: {page(papers)}",
        ]
        print("|", " | ".join([tool, *shares]), "|")
    for tool, found in differences.items():
        for pair in found[:3]:
            print(f"\n{tool}:", *pair, sep="\n  ")


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
