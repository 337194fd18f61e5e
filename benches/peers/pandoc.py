"""The three papers of each municipality with pandoc: python pandoc.py TEMPLATES OUT MUNICIPALITY…

One process makes one paper, as pandoc is used: the order from Markdown, the two tables from HTML, where a cell may span
columns and hold a list.
"""

import html
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys

import view
from view import COLUMNS, PASSPORT

MARKDOWN = "markdown-smart-auto_identifiers"
TAB = "`<w:r><w:tab/></w:r>`{=openxml}"


def pandoc_path():
    """The pandoc of the package pypandoc_binary, else the one of the system."""
    package = importlib.util.find_spec("pypandoc")
    packed = package and pathlib.Path(package.origin).parent / "files" / "pandoc"
    return packed if packed and packed.exists() else shutil.which("pandoc") or sys.exit("no pandoc")


def order(paper):
    def line(style, *texts):
        plain = TAB.join(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text) for text in texts)
        return f'::: {{custom-style="{style}"}}\n{plain}\n:::\n'

    return "\n".join([
        *(line("Бланк", text) for text in paper["letterhead"]),
        *(line("Бланк, адрес", text) for text in paper["address"]),
        line("Вид документа", "П Р И К А З"),
        line("Дата и номер", paper["date"], paper["city"], paper["orderNumber"]),
        line("Заголовок к тексту", paper["heading"]),
        line("Текст", paper["preamble"]),
        line("Приказываю", "п р и к а з ы в а ю:"),
        *(line("Пункт", f"{item['number']} {item['text']}") for item in paper["items"]),
        line("Подпись", paper["post"], paper["person"]),
    ])


def styled(style, text):
    return f'<div data-custom-style="{style}"><p>{html.escape(text)}</p></div>'


def columns(*widths):
    total = sum(widths)
    return "".join(f'<col style="width: {100 * width / total:.2f}%">' for width in widths)


def passport(paper):
    rows = []
    for key, label in PASSPORT:
        texts = map(html.escape, paper[key])
        if key == "tasks":
            cell = "<ol>" + "".join(f"<li>{text}</li>" for text in texts) + "</ol>"
        else:
            cell = "".join(f"<p>{text}</p>" for text in texts)
        rows.append(f"<tr><td>{label}</td><td>{cell}</td></tr>")
    grid = f"<colgroup>{columns(3084, 6554)}</colgroup>"
    return f"{styled('Название документа', 'Паспорт программы')}<table>{grid}<tbody>{''.join(rows)}</tbody></table>"


def roadmap(paper):
    rows = []
    for section in paper["sections"]:
        caption = styled("Таблица, раздел", f"{section['number']} {section['caption']}")
        rows.append(f'<tr><td colspan="5">{caption}</td></tr>')
        for measure in section["measures"]:
            texts = (measure[key] for key in ("number", "text", "due", "who", "result"))
            rows.append("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in texts) + "</tr>")
    head = "".join(f"<th>{styled('Таблица, шапка', text)}</th>" for text in COLUMNS)
    grid = f"<colgroup>{columns(666, 7028, 1722, 1888, 3266)}</colgroup>"
    table = f"<table>{grid}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return styled("Название документа", paper["title"]) + table


def main(templates, out, folders):
    """Writes OUT/район-0001/приказ.docx and so on."""
    pandoc = pandoc_path()
    makers = {"приказ": (MARKDOWN, order), "паспорт": ("html", passport), "дорожная-карта": ("html", roadmap)}
    for folder in map(pathlib.Path, folders):
        paper = view.read(folder)
        target = pathlib.Path(out, folder.name)
        target.mkdir(parents=True, exist_ok=True)
        for name, (form, make) in makers.items():
            command = [pandoc, "--from", form, "--to", "docx", "--reference-doc", f"{templates}/pandoc/{name}.docx"]
            text = make(paper).encode()
            subprocess.run([*command, "--output", str(target / f"{name}.docx")], input=text, check=True)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
