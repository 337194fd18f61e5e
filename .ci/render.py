"""Renders DOCX papers with LibreOffice and says where on the pages each paragraph stands.

Every paragraph of a copy gets a bookmark at its start and at its end, which LibreOffice turns into named destinations
of the PDF: so the page and the height of a paragraph are known without guessing from its text.
"""

import collections
import dataclasses
import pathlib
import re
import subprocess
import sys
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
DESTINATION = re.compile(r'^ *(\d+) \[ XYZ +(-?[\d.]+) +(-?[\d.]+) .*\] "([se])(\d+)"')
# Longer than any paper takes; LibreOffice that hangs shall not hang the run.
PATIENCE = 120

Word = collections.namedtuple("Word", "left top right bottom text")
Place = collections.namedtuple("Place", "page left top")


@dataclasses.dataclass
class Page:
    """A page of the PDF: its size in points and its words from top to bottom."""

    width: float
    height: float
    words: list

    def lines(self):
        """The words by lines, from the top; what overlaps by half its height stands on one line."""
        lines = []
        for word in sorted(self.words, key=lambda word: word.top):
            if lines and word.top < (lines[-1][0].top + lines[-1][0].bottom) / 2:
                lines[-1].append(word)
            else:
                lines.append([word])
        return [sorted(line) for line in lines]


@dataclasses.dataclass
class Paper:
    """A paper: its XML parts, its pages, and for each paragraph where it begins and ends."""

    path: pathlib.Path
    parts: dict
    pages: list
    starts: list
    ends: list
    fonts: list


def marked(path, target):
    """Writes a copy with a bookmark at both ends of every paragraph; gives the parsed parts of the original."""
    parts = {}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xml"):
                parts[name] = etree.fromstring(content)
            if name == "word/document.xml":
                tree = etree.fromstring(content)
                for number, paragraph in enumerate(tree.iter(W + "p")):
                    first = 1 if paragraph.find(W + "pPr") is not None else 0
                    mark(paragraph, first, f"s{number}", 1_000_000 + 2 * number)
                    mark(paragraph, len(paragraph), f"e{number}", 1_000_001 + 2 * number)
                content = etree.tostring(tree)
            copy.writestr(name, content)
    return parts


def mark(paragraph, index, name, number):
    """Puts an empty bookmark among the children of a paragraph."""
    start = etree.Element(W + "bookmarkStart", {W + "id": str(number), W + "name": name})
    end = etree.Element(W + "bookmarkEnd", {W + "id": str(number)})
    paragraph.insert(index, start)
    paragraph.insert(index + 1, end)


def text_of(*command):
    """What a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout


def joined(words):
    """The words with those joined that touch: poppler parts a word where the font changes within it."""
    whole = []
    for word in words:
        last = whole[-1] if whole else None
        if last and abs(word.left - last.right) < 0.3 and abs(word.top - last.top) < 1:
            whole[-1] = Word(last.left, last.top, word.right, last.bottom, last.text + word.text)
        else:
            whole.append(word)
    return whole


def read_pages(pdf):
    """The pages of a PDF with their words."""
    root = etree.fromstring(text_of("pdftotext", "-bbox", pdf, "-").encode(), etree.XMLParser(recover=True))
    pages = []
    for page in root.iter("{*}page"):
        words = [
            Word(*(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")), word.text or "")
            for word in page.iter("{*}word")
        ]
        pages.append(Page(float(page.get("width")), float(page.get("height")), joined(words)))
    return pages


def read_places(pdf, pages, count):
    """Where every paragraph begins and ends; None for one that the PDF does not tell of."""
    places = {"s": [None] * count, "e": [None] * count}
    for line in text_of("pdfinfo", "-dests", pdf).splitlines():
        found = DESTINATION.match(line)
        if found:
            page, left, bottom, end, number = found.groups()
            height = pages[int(page) - 1].height
            places[end][int(number)] = Place(int(page), float(left), height - float(bottom))
    return places["s"], places["e"]


def render(papers, folder):
    """Converts all papers by one call of LibreOffice; gives a Paper for each, without pages when it is not opened."""
    folder = pathlib.Path(folder)
    copies = [folder / f"{number}.docx" for number in range(len(papers))]
    parts = [marked(path, copy) for path, copy in zip(papers, copies)]
    convert = ["--headless", "--convert-to", PDF, "--outdir", folder, *copies]
    # LibreOffice sometimes hangs when it starts: once more, in another profile. `timeout` ends its children too.
    for patience, profile in ((90, "first"), (PATIENCE, "second")):
        profile = f"-env:UserInstallation=file://{folder}/{profile}"
        command = ["timeout", "-k", "5", str(patience), "soffice", profile, *convert]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if done.returncode == 0:
            break
    rendered = []
    for path, copy, part in zip(papers, copies, parts):
        pdf = copy.with_suffix(".pdf")
        pages = read_pages(pdf) if pdf.exists() else []
        count = sum(1 for _ in part["word/document.xml"].iter(W + "p"))
        starts, ends = read_places(pdf, pages, count) if pages else ([], [])
        if pages and not any(starts):
            sys.exit("the PDF tells of no bookmark: LibreOffice 7.4 or a later one is needed")
        # Two lines of heading, then one font a line, its name first.
        fonts = [line.split()[0] for line in text_of("pdffonts", pdf).splitlines()[2:]] if pages else []
        rendered.append(Paper(path, part, pages, starts, ends, fonts))
    return rendered
