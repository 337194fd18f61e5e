"""The three papers of each municipality with docxtpl: python docxtpl_run.py TEMPLATES OUT MUNICIPALITY…

The name is not docxtpl.py, or `import docxtpl` would find this file.
"""

import functools
import io
import pathlib
import sys

import docxtpl
import jinja2

import view

PAPERS = ["приказ", "паспорт", "дорожная-карта"]


class Environment(jinja2.Environment):
    """Compiles each template once; docxtpl itself compiles it for each paper."""

    @functools.lru_cache(maxsize=None)
    def from_string(self, source):
        return super().from_string(source)


class Template(docxtpl.DocxTemplate):
    """Prepares the XML of each template once; docxtpl itself does it for each paper."""

    prepared = {}

    def patch_xml(self, src_xml):
        if src_xml not in self.prepared:
            self.prepared[src_xml] = super().patch_xml(src_xml)
        return self.prepared[src_xml]


def main(templates, out, folders):
    """Writes OUT/район-0001/приказ.docx and so on."""
    environment = Environment(autoescape=True)
    files = {paper: pathlib.Path(templates, "docxtpl", f"{paper}.docx").read_bytes() for paper in PAPERS}
    for folder in map(pathlib.Path, folders):
        context = view.read(folder)
        target = pathlib.Path(out, folder.name)
        target.mkdir(parents=True, exist_ok=True)
        for paper in PAPERS:
            template = Template(io.BytesIO(files[paper]))
            template.render(context, environment)
            template.save(target / f"{paper}.docx")


main(sys.argv[1], sys.argv[2], sys.argv[3:])
