"""Holds the rendered pages of every built DOCX against what users of generated papers complain of.

Usage: pages.py FOLDER [SECOND]. SECOND is the folder of another build, which must have the same bytes. Exit code 1
when anything is wrong. Needs soffice and poppler-utils. Reads the parts of a paper and its pages, nothing of ours.
"""

import functools
import pathlib
import re
import sys
import tempfile

from render import Place, W, render

ROOT = pathlib.Path(__file__).parent.parent
FONTS = ("TimesNewRoman", "LiberationSerif", "Tinos")
# What is not a word: blanks, and where a line may be broken in a word without harm.
BREAKS = re.compile(r"[\s\-‐–—/]+")
# Marks of Markdown, of a template or of XML that have no place in a paper.
LEFT_OVERS = re.compile(r"&(?:amp|lt|gt|quot|laquo|raquo|nbsp);|\*\*|\[\[|\]\]|\{\{|\}\}|\{%|<!--|<br|\\[&<>|*\[]")
# In a source: a sign that XML and YAML treat in their own way, with its neighbours; quotes within quotes.
SIGNS = re.compile(r'\w+ [&<>] [\w]+|«[^«»\n|]*"[^"\n]+"[^«»\n|]*»')
# A row of a roadmap or another list in a table.
NUMBERED = re.compile(r"\d+(\.\d+)*\.? ")
# Above this height in points stands only the number of a page.
HEADER = 56
# The start of a paragraph may be told as the end of the one before it, a line above; in points.
NEXT_LINE = 26
SIGNATURES = ("PaperSignature", "PaperSignatureLying", "SignatureContinued")


def val(element, path, attribute="val"):
    """An attribute of the element on a path below, or None."""
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + attribute)


def text(element, note=""):
    """The text of an element; breaks and tabs are blanks, the number of a note is what is asked for."""
    pieces = []
    for node in element.iter(W + "t", W + "br", W + "tab", W + "p", W + "footnoteReference"):
        if node.tag == W + "footnoteReference":
            pieces.append(note)
        elif node.getparent().tag != W + "tabs":
            pieces.append(node.text or "" if node.tag == W + "t" else " ")
    return "".join(pieces).replace("\u00a0", " ").strip()


def style(paragraph):
    """The id of the style of a paragraph."""
    return val(paragraph, "pPr/pStyle") or "Normal"


class Sheet:
    """A rendered paper with what the checks need to know of it."""

    def __init__(self, paper):
        """Reads the outline of a paper; nothing is checked here."""
        self.paper = paper
        self.pages = paper.pages
        self.body = paper.parts["word/document.xml"].find(W + "body")
        self.paragraphs = list(self.body.iter(W + "p"))
        self.number = {paragraph: number for number, paragraph in enumerate(self.paragraphs)}
        self.sections = list(self.body.iter(W + "sectPr"))
        self.section = {}
        left = 0
        for child in self.body:
            section = self.sections[min(left, len(self.sections) - 1)]
            self.section.update(dict.fromkeys(child.iter(W + "p", W + "tbl"), section))
            left += child.find(f"{W}pPr/{W}sectPr") is not None
        self.top_tables = [table for table in self.body.iterchildren(W + "tbl")]

    def start(self, paragraph):
        """Where a paragraph begins; LibreOffice does not tell it of a frame, which is sought by its words."""
        return self.paper.starts[self.number[paragraph]] or self.sought(paragraph, 0)

    def end(self, paragraph):
        """Where a paragraph ends; when LibreOffice does not tell, where the next one begins or it begins itself."""
        number = self.number[paragraph]
        told = self.paper.ends[number] or self.paper.starts[number] and self.paper.starts[number + 1 : number + 2]
        if isinstance(told, list):
            alone = next(paragraph.iterancestors(W + "tc"), None) is None
            told = told[0] if told and told[0] and alone else self.paper.starts[number]
        return told or self.sought(paragraph, -1)

    def sought(self, paragraph, which):
        """The place of the first or the last word of a paragraph that stands in its order on some page, or None."""
        words = text(paragraph).split()
        for number, page in enumerate(self.pages, 1):
            shown = [word.text for word in page.words]
            for begin in range(len(shown) - len(words) + 1 if words else 0):
                if shown[begin : begin + len(words)] == words:
                    found = page.words[begin : begin + len(words)][which]
                    return Place(number, found.left, found.top)
        return None

    def margins(self, section):
        """The left and the right edge of the text area, in points."""
        width = int(val(section, "pgSz", "w"))
        return int(val(section, "pgMar", "left")) / 20, (width - int(val(section, "pgMar", "right"))) / 20


def grid(table):
    """The widths of the columns of a table."""
    return [int(column.get(W + "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def cells(row):
    """The cells of a row, each with the column it begins in and the number of columns it takes."""
    column = 0
    for cell in row.iterchildren(W + "tc"):
        span = int(val(cell, "tcPr/gridSpan") or 1)
        yield cell, column, span
        column += span


def merge(cell):
    """Whether a cell begins («restart»), continues («continue») or has no vertical merge (None)."""
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return None if found is None else found.get(W + "val", "continue")


def is_head(row):
    """Whether a row is repeated on each page."""
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def opens(sheet):
    """The paper opens, has pages, and tells where every paragraph stands."""
    if not sheet.pages:
        yield 0, "LibreOffice does not open it"
    lost = [text(p)[:40] for p in sheet.paragraphs if text(p) and (not sheet.start(p) or not sheet.end(p))]
    for words in lost:
        yield 0, f"not on any page: «{words}»"


def merges(sheet):
    """Spans fill the grid in every row; a merge that goes on has its beginning above, of the same width."""
    for table in sheet.body.iter(W + "tbl"):
        above = {}
        for number, row in enumerate(table.iterchildren(W + "tr"), 1):
            here = {}
            if sum(span for _, _, span in cells(row)) != len(grid(table)):
                yield 0, f"row {number} «{text(row)[:40]}» does not fill the {len(grid(table))} columns of its table"
            for cell, column, span in cells(row):
                if merge(cell) == "continue" and above.get(column) != span:
                    yield 0, f"row {number}, column {column + 1}: a merge goes on that has not begun"
                if merge(cell):
                    here[column] = span
                if cell[-1].tag != W + "p":
                    yield 0, f"row {number}, column {column + 1}: a cell does not end with a paragraph"
            above = here


def widths(sheet):
    """Tables are as wide as their grid and their cells say, fixed, and not wider than the text area."""
    for table in sheet.body.iter(W + "tbl"):
        columns = grid(table)
        if val(table, "tblPr/tblLayout", "type") != "fixed" or val(table, "tblPr/tblW", "type") != "dxa":
            yield 0, f"the width of the table «{text(table)[:40]}» is not fixed"
        if int(val(table, "tblPr/tblW", "w")) != sum(columns):
            yield 0, f"the table «{text(table)[:40]}» has another width than its columns together"
        for cell, column, span in (found for row in table.iterchildren(W + "tr") for found in cells(row)):
            if int(val(cell, "tcPr/tcW", "w")) != sum(columns[column : column + span]):
                yield 0, f"the cell «{text(cell)[:40]}» has another width than its columns"
    for table in sheet.top_tables:
        left, right = sheet.margins(sheet.section[table])
        if sum(grid(table)) > (right - left) * 20 + 1:
            yield 0, f"the table «{text(table)[:40]}» is wider than the text area"


def heads(sheet):
    """The head of a table stands at the top of each page that its rows are on."""
    for table in sheet.top_tables:
        rows = list(table.iterchildren(W + "tr"))
        head = [row for row in rows if is_head(row)]
        if head != rows[: len(head)]:
            yield 0, f"a row that repeats stands below one that does not: «{text(table)[:40]}»"
        if rows[0] not in head and all(style(p) == "TableHead" for p in rows[0].iter(W + "p")):
            yield 0, f"the head is not repeated: «{text(rows[0])[:40]}»"
        if not head:
            continue
        first = next(head[0].iterchildren(W + "tc"))
        sought = BREAKS.sub("", text(first))
        left = sheet.margins(sheet.section[table])[0]
        right = left + grid(table)[0] * int(val(first, "tcPr/gridSpan") or 1) / 20
        begins = {sheet.start(p).page for p in head[0].iter(W + "p")}
        for page in sorted({sheet.end(p).page for row in rows[len(head) :] for p in row.iter(W + "p")} - begins):
            tops = [sheet.start(p).top for row in rows for p in row.iter(W + "p") if sheet.start(p).page == page]
            low = min((top for top in tops if top > HEADER), default=200)
            words = [w for w in sheet.pages[page - 1].words if HEADER < w.top < low - 2 and left - 9 < w.left < right]
            if sought not in BREAKS.sub("", "".join(w.text for w in sorted(words, key=lambda w: (w.top, w.left)))):
                yield page, f"the head of the table is not repeated: «{text(first)}»"


def number_side(sheet):
    """Where the number of a page is to stand: the alignment of the header, which is the middle in most offices."""
    styles = sheet.paper.parts["word/styles.xml"]
    return val(styles.find(f"{W}style[@{W}styleId='Header']"), "pPr/jc") or "left"


def sizes(sheet):
    """A page is as large as its section says; from the second on its number stands at the top, at its place."""
    side = number_side(sheet)
    at = {"left": min, "right": max}.get(side, lambda left, right: (left + right) / 2)
    section_of = {}
    for paragraph in sheet.paragraphs:
        for place in (sheet.start(paragraph), sheet.end(paragraph)):
            if place:
                section_of.setdefault(place.page, sheet.section[paragraph])
    for number, page in enumerate(sheet.pages, 1):
        section = section_of.get(number)
        if section is None:
            continue
        expected = [int(val(section, "pgSz", size)) / 20 for size in ("w", "h")]
        lies = val(section, "pgSz", "orient") == "landscape"
        wrong = any(abs(a - b) > 1 for a, b in zip(expected, (page.width, page.height)))
        if wrong or lies != (page.width > page.height):
            yield number, f"the page is {page.width:.0f}×{page.height:.0f}, its section {expected}"
        if sorted(round(length) for length in (page.width, page.height)) != [595, 842]:
            yield number, f"the page is not A4: {page.width:.0f}×{page.height:.0f}"
        above = [word for word in page.words if word.bottom < HEADER]
        shown = " ".join(word.text for word in above)
        if shown != ("" if number == 1 else str(number)):
            yield number, f"at the top of the page stands «{shown}»"
        elif number > 1 and abs(at(above[0].left, above[0].right) - at(*sheet.margins(section))) > 3:
            yield number, f"the number of the page is not at its place: {side}"


def lists(sheet):
    """Every list has a numbering of its own that begins anew, and the pages show its numbers in their order."""
    part = sheet.paper.parts.get("word/numbering.xml")
    if part is None:
        return
    levels, counts, last, closed = {}, {}, {}, set()
    for num in part.iterchildren(W + "num"):
        if not list(num.iter(W + "startOverride")):
            yield 0, f"the list {num.get(W + 'numId')} does not begin anew"
        abstract = part.find(f"{W}abstractNum[@{W}abstractNumId='{val(num, 'abstractNumId')}']")
        for level in abstract.iterchildren(W + "lvl"):
            levels[num.get(W + "numId"), level.get(W + "ilvl")] = (val(level, "numFmt"), val(level, "lvlText"))
        for override in num.iterchildren(W + "lvlOverride"):
            counts[num.get(W + "numId"), override.get(W + "ilvl")] = int(val(override, "startOverride")) - 1
    for paragraph in sheet.paragraphs:
        key = val(paragraph, "pPr/numPr/numId"), val(paragraph, "pPr/numPr/ilvl")
        if key[0] in (None, "0"):
            # A paragraph of an item is no end of a list, any other is.
            closed.update(last if style(paragraph) not in ("ListItem", "TableListItem") else ())
            continue
        if key not in levels:
            yield 0, f"a list that is not defined: «{text(paragraph)[:40]}»"
            continue
        kind, sign = levels[key]
        counts[key] = counts.get(key, 0) + 1
        cell = next(paragraph.iterancestors(W + "tc"), None)
        if last.setdefault(key[0], cell) is not cell:
            yield 0, f"a list goes on in another cell: «{text(paragraph)[:40]}»"
        if key[0] in closed:
            yield 0, f"a list goes on after other text: «{text(paragraph)[:40]}»"
        if kind == "decimal":
            sign = re.sub(r"%\d", str(counts[key]), sign)
        place = sheet.start(paragraph)
        page, first = sheet.pages[place.page - 1].words, text(paragraph).split()[0]
        marks = [w for w in page if -4 < w.top - place.top < NEXT_LINE and w.text.startswith(sign)]
        pairs = [(m, w) for m in marks for w in page if abs(m.top - w.top) < 4 and m.left < w.left]
        if not any(first.startswith(w.text.removeprefix(sign)) for _, w in pairs):
            yield place.page, f"«{text(paragraph)[:40]}» is not marked «{sign}»"


@functools.cache
def signs_of(program):
    """The places with hard signs in the source of a program."""
    found = set()
    for folder in (ROOT / "programs" / program, ROOT / "examples" / program):
        for file in folder.glob("*"):
            if file.suffix in (".yaml", ".md"):
                lines = [line for line in file.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")]
                found.update(SIGNS.findall("\n".join(lines)))
    return found


def signs(sheet):
    """No marks of Markdown, templates or XML are printed."""
    for paragraph in sheet.paragraphs:
        for left_over in LEFT_OVERS.findall(text(paragraph)):
            yield (sheet.start(paragraph) or [0])[0], f"«{left_over}» is printed: «{text(paragraph)[:60]}»"


def fonts(sheet):
    """Times New Roman or what has its metrics, and nothing else."""
    for font in sheet.paper.fonts:
        if not font.split("+")[-1].startswith(FONTS):
            yield 0, f"the font {font}"


def fields(sheet):
    """No field but the number of the page, and no question whether to update fields."""
    if sheet.paper.parts["word/settings.xml"].find(W + "updateFields") is not None:
        yield 0, "the settings ask to update the fields"
    for name, part in sheet.paper.parts.items():
        codes = [node.text or "" for node in part.iter(W + "instrText")]
        codes += [node.get(W + "instr", "") for node in part.iter(W + "fldSimple")]
        for code in codes:
            if code.split()[:1] != ["PAGE"] or not name.startswith("word/header"):
                yield 0, f"a field in {name}: {code.strip()}"


def signatures(sheet):
    """A signature stands whole on one page, below two lines of text at least."""
    together = []
    for paragraph in [*sheet.paragraphs, None]:
        if paragraph is not None and style(paragraph) in SIGNATURES:
            together.append(paragraph)
            continue
        if together:
            places = [place for p in together for place in (sheet.start(p), sheet.end(p))]
            page = places[0].page
            if any(place.page != page for place in places):
                yield page, f"the signature is torn: «{text(together[0])[:40]}»"
            above = [line for line in sheet.pages[page - 1].lines() if HEADER < line[0].top < places[0].top - 2]
            if len(above) < 2:
                yield page, f"{len(above)} lines above the signature «{text(together[0])[:40]}»"
        together = []


def blanks(sheet):
    """No page without text and no run of empty paragraphs."""
    for number, page in enumerate(sheet.pages, 1):
        if not any(word.bottom > HEADER for word in page.words):
            yield number, "the page is empty"
    for before, after in zip(sheet.body, list(sheet.body)[1:]):
        drawn = any(node.find(f".//{W}drawing") is not None for node in (before, after))
        if before.tag == after.tag == W + "p" and not text(before) and not text(after) and not drawn:
            yield (sheet.start(after) or [0])[0], "two empty paragraphs in a row"


def rows(sheet):
    """A heading among the rows stands with the row below it; a numbered row stands on one page, as one kept whole."""
    for table in sheet.top_tables:
        listed = list(table.iterchildren(W + "tr"))
        for row, below in zip(listed, [*listed[1:], None]):
            group = all(style(p) == "TableGroup" for p in row.iter(W + "p"))
            if group and below is None:
                yield 0, f"a heading is the last row of its table: «{text(row)[:40]}»"
            elif group:
                page = sheet.end(list(row.iter(W + "p"))[-1]).page
                if page != sheet.start(next(below.iter(W + "p"))).page:
                    yield page, f"a heading is the last row of the page: «{text(row)[:40]}»"
            if row.find(f"{W}trPr/{W}cantSplit") is None and not NUMBERED.match(text(row)):
                continue
            inner = [p for cell in row.iterchildren(W + "tc") if not merge(cell) for p in cell.iter(W + "p")]
            found = {place.page for p in inner for place in (sheet.start(p), sheet.end(p)) if place}
            if len(found) > 1:
                yield min(found), f"the row «{text(row)[:40]}» is divided between pages {sorted(found)}"


def area(sheet, paragraph):
    """The left and the right edge of the column or page that a paragraph stands in, in points."""
    section = sheet.section[paragraph]
    left, right = sheet.margins(section)
    inner = []
    for cell in paragraph.iterancestors(W + "tc"):
        row = cell.getparent()
        table = row.getparent()
        column, span = next((column, span) for found, column, span in cells(row) if found is cell)
        inner.append((sum(grid(table)[:column]) / 20, sum(grid(table)[column : column + span]) / 20))
    if not inner:
        return left, right
    # A table in a cell begins within the room of that cell.
    left += sum(offset for offset, _ in inner)
    return left, left + inner[0][1] + 9 * (len(inner) - 1)


def torn(sheet):
    """Every word stands unbroken where its paragraph stands, but for a break after a hyphen of its own."""
    for paragraph in sheet.paragraphs:
        start, end = sheet.start(paragraph), sheet.end(paragraph)
        if not text(paragraph) or not start or not end:
            continue
        left, right = area(sheet, paragraph)
        words = []
        for page in range(start.page, end.page + 1):
            top = start.top - 4 if page == start.page else 0
            low = end.top + 12 if page == end.page else 1000
            words += [
                w.text
                for w in sheet.pages[page - 1].words
                if top < w.top < low and left - 6 < (w.left + w.right) / 2 < right + 6
            ]
        for word in BREAKS.split(text(paragraph, note=" ")):
            if len(word) > 3 and not any(word in shown for shown in words):
                yield start.page, f"«{word}» is torn or lost in «{text(paragraph)[:60]}»"


CHECKS = (merges, widths, heads, sizes, lists, signs, fonts, fields, signatures, blanks, rows, torn)


def faults(sheet):
    """All that is wrong with a paper: page (0: the whole paper) and words."""
    broken = list(opens(sheet))
    if broken:
        return broken
    return [fault for check in CHECKS for fault in check(sheet)]


def straight(words):
    """Words with single blanks and one kind of quotes, for the quotes within quotes may be set as an office likes."""
    return re.sub("[„“”«»]", '"', re.sub(r"\s+", " ", words))


def lost_signs(sheets):
    """The places with hard signs of each program that none of its papers has: (program, place)."""
    texts = {}
    for sheet in sheets:
        notes = sheet.paper.parts.get("word/footnotes.xml")
        told = text(sheet.body) + " " + ("" if notes is None else text(notes))
        texts.setdefault(sheet.paper.path.parent.name, []).append(straight(told))
    for program, told in texts.items():
        for place in sorted(signs_of(program)):
            if not any(straight(place) in paper for paper in told):
                yield program, place


def names(folder):
    """The papers of an output folder; the record of them names the folders of the machine."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != ".prikaz-papers")
    return sorted(file.relative_to(folder) for file in files)


def main(folder, second=None):
    """Checks every paper below a folder; gives the exit code."""
    folder = pathlib.Path(folder)
    papers = sorted(folder.rglob("*.docx"))
    with tempfile.TemporaryDirectory() as room:
        sheets = [Sheet(paper) for paper in render(papers, room)]
    found = [(sheet.paper.path, page, words) for sheet in sheets for page, words in faults(sheet)]
    found += [(folder / program, 0, f"«{place}» of the source is in no paper") for program, place in lost_signs(sheets)]
    if second:
        files, again = names(folder), names(pathlib.Path(second))
        if files != again:
            found.append((second, 0, "another build has other papers"))
        for file in set(files) & set(again):
            if (folder / file).read_bytes() != (pathlib.Path(second) / file).read_bytes():
                found.append((folder / file, 0, "another build has other bytes"))
    for path, page, words in found:
        print(f"{path}{f', page {page}' if page else ''}: {words}")
    print(f"{len(papers)} papers, {sum(len(sheet.pages) for sheet in sheets)} pages, {len(found)} faults")
    return 1 if found or not papers else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
