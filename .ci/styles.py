"""Changes one named style at a time in a copy of a paper, as a clerk does in Word, and looks at the pages.

Usage: styles.py PAPER STYLE …: the size of each style (by its id) is doubled; every word that stands in paragraphs of
that style alone must then be larger on the pages. Exit code 1 when a word is not.
"""

import pathlib
import re
import sys
import tempfile
import zipfile

from render import W, render

SIZE = re.compile(rb'<w:(sz|szCs) w:val="(\d+)"/>')


def with_larger(paper, style, target):
    """Writes a copy of a paper in which one style has letters twice as large."""
    with zipfile.ZipFile(paper) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                pattern = rb'<w:style [^>]*w:styleId="%s".*?</w:style>' % style.encode()
                found = re.search(pattern, part, re.S)
                if found is None:
                    sys.exit(f"{paper} has no style {style}")
                body = found.group(0)
                larger = SIZE.sub(lambda size: b'<w:%s w:val="%d"/>' % (size[1], 2 * int(size[2])), body)
                if larger == body:
                    larger = body.replace(b"</w:style>", b'<w:rPr><w:sz w:val="56"/></w:rPr></w:style>')
                part = part.replace(body, larger)
            new.writestr(name, part)


def words_by_style(paper):
    """The words of a rendered paper, notes included, by the style of their paragraphs."""
    words = {}
    paragraphs = (paragraph for part in paper.parts.values() for paragraph in part.iter(W + "p"))
    for paragraph in paragraphs:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = " ".join("".join(run.itertext()) for run in paragraph.iter(W + "t"))
        name = style.get(W + "val") if style is not None else "Normal"
        words.setdefault(name, set()).update(text.split())
    return words


def heights(paper):
    """The heights of each word on the pages, in points."""
    found = {}
    for page in paper.pages:
        for word in page.words:
            found.setdefault(word.text, set()).add(word.bottom - word.top)
    return found


def main(source, *styles):
    """Checks each style of a paper; gives the exit code."""
    with tempfile.TemporaryDirectory() as room:
        room = pathlib.Path(room)
        copies = [room / f"{style}.docx" for style in styles]
        for style, copy in zip(styles, copies):
            with_larger(source, style, copy)
        (room / "pages").mkdir()
        plain, *changed = render([pathlib.Path(source), *copies], room / "pages")
    faults = 0
    usual = heights(plain)
    by_style = words_by_style(plain)
    for style, paper in zip(styles, changed):
        others = set().union(*(words for name, words in by_style.items() if name != style))
        now = heights(paper)
        # Figures stand in page numbers and in the numbers of lists too.
        own = {word for word in by_style.get(style, set()) - others if word in usual and word in now and word.isalpha()}
        small = {word for word in own if min(now[word]) < 1.3 * max(usual[word])}
        print(f"{style}: {len(own)} words, {len(small)} of them as small as before {sorted(small)[:5]}")
        faults += len(small) or not own
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
